"""The page docs/configuration.md, written from the code: `python -m bot.config.page`."""

import json
from collections.abc import Iterator
from datetime import time
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import BaseModel, SecretStr

from bot.config.keys import Key, keys

PAGE = Path("docs/configuration.md")

_HEAD = """\
# Configuration

Every key of `config.toml`. This page is written from the code by `python -m bot.config.page`; a
test fails when they differ. `config.example.toml` shows each key at work.

* **The environment wins.** A key outside `[programme]` is overruled by the variable named beside
  it; an empty variable counts as none, a list is written with commas.
* **Secrets are safer outside the file:** in their variable, or in a file of their own that the key
  `…_file` names; one that stands in the file is taken, with a remark. Paths are seen from the
  folder in which the program starts.
* **`[programme]` seeds an empty database.** From then on the database rules, and
  `langnghe programme apply --dry-run` shows how a changed file differs from it.
* **All problems at once.** `langnghe check` says in one sentence each what is wrong and what to
  write.
"""


def configuration_page() -> str:
    """The whole page as Markdown."""
    parts = [_HEAD]
    tables = {key.path: key.table for key in keys() if key.table}
    for section, group in groupby(_by_section(), key=lambda key: key.section):
        table = tables[section.removesuffix("[]")]
        parts.append(f"\n## `{heading(section)}`\n\n{_about(table)}\n\n{_rows(section, [*group])}")
    return "".join(parts)


def comment(key: Key) -> str:
    """What a key does, its unit and its default, as the page and the example say it."""
    default = default_of(key)
    return f"{key.field.description or ''}{f' Default: {default}.' if default else ''}"


def default_of(key: Key) -> str:
    """The default as TOML; empty for a required key, a table, or one that may be absent."""
    value = key.field.get_default()
    if key.field.is_required() or value in (None, ()) or isinstance(value, BaseModel):
        return ""
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    if isinstance(value, time):
        value = f"{value:%H:%M}"
    return json.dumps(str(value) if isinstance(value, ZoneInfo) else value, ensure_ascii=False)


def heading(section: str) -> str:
    """The head of the table in TOML."""
    name = section.replace("[]", "")
    return f"[[{name}]]" if section.endswith("[]") else f"[{name}]"


def _by_section() -> list[Key]:
    """The keys that stand in a section, section after section."""
    order = dict.fromkeys(key.section for key in keys() if key.section)
    return [key for section in order for key in keys() if key.section == section]


def _about(table: type[BaseModel] | None) -> str:
    return " ".join((table.__doc__ or "").split()) if table else ""


def _rows(section: str, found: list[Key]) -> str:
    settable = not section.startswith("programme")
    names = ["key", "meaning", "variable"] if settable else ["key", "meaning"]
    rows = [names, ["---"] * len(names), *(_row(key, settable) for key in found)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(key: Key, settable: bool) -> Iterator[str]:
    yield f"`{key.name}`"
    needed = " Required." if key.field.is_required() else ""
    yield f"{comment(key)}{needed}".replace("|", "\\|")
    if settable:
        yield f"`{key.variable}`"


if __name__ == "__main__":
    PAGE.write_text(configuration_page(), "utf-8")
