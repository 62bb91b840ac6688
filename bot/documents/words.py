"""The words of papers are in ``bot/locales/vi/papers.ftl``; the maker of a paper hands them in."""

from collections.abc import Callable
from datetime import date
from typing import Protocol


class Say(Protocol):
    """The words of a key: ``partial(texts.say, "vi")``."""

    def __call__(self, key: str, **args: str | int) -> str: ...


#: Draws what was gathered: (words, day) → file.
Drawing = Callable[[Say, date], bytes]
