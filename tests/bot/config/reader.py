"""Settings from a text, and the sentences with which one is refused."""

from collections.abc import Mapping
from pathlib import Path

from bot.config import Settings, load
from bot.domain.errors import ConfigError


class Reader:
    """Reads settings from texts, as the program reads them from `config.toml`."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "config.toml"

    def load(self, text: str = "", environ: Mapping[str, str] | None = None) -> Settings:
        self.path.write_text(text, "utf-8")
        return load(self.path, environ or {})

    def problems(self, text: str = "", environ: Mapping[str, str] | None = None) -> list[str]:
        """The sentences with which a text is refused; none when it is accepted."""
        try:
            self.load(text, environ)
        except ConfigError as refused:
            return list(refused.problems)
        return []
