"""What papers say stands in ``bot/locales/vi/papers.ftl``; whoever makes a paper hands it in."""

from typing import Protocol


class Say(Protocol):
    """The words of a key: ``partial(texts.say, "vi")``."""

    def __call__(self, key: str, **args: str | int) -> str: ...
