"""Every word a person reads, from ``locales/<language>/*.ftl``; a missing word is an error."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Lock
from typing import Any, Protocol

from fluent.runtime import FluentBundle, FluentResource

#: The language of the programme; another language falls back to it word by word.
HOME = "vi"


#: Fluent refuses parts of more than 2,500 characters, joined ones too: longer words stand outside,
#: and a number between two signs of private use keeps their place.
_STAND_IN = "\ue000{}\ue001"
_STOOD_IN = re.compile("\ue000([0-9]+)\ue001")
#: People may write such signs, too, and must not choose what is put there.
_OUR_SIGNS = str.maketrans("", "", "\ue000\ue001")
_LONG = 200

#: What people write is not kept at hand; names of places and offices are shorter than this.
_SHORT = 60


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > _LONG


def _without_our_signs(value: Any) -> Any:
    return value.translate(_OUR_SIGNS) if isinstance(value, str) else value


class MissingText(KeyError):
    """A text or a variable of it does not exist. A mistake of ours, found by tests."""


class Bundle(Protocol):
    """The texts of one language, as Fluent's own bundle hands them out."""

    def has_message(self, key: str, /) -> bool: ...

    def get_message(self, key: str, /) -> Any: ...

    def format_pattern(self, pattern: Any, args: Any, /) -> Any: ...


#: Where a text begins: ``key =`` or ``-term =`` at the beginning of a line.
_BEGINS = re.compile(r"^(?=-?[a-zA-Z][\w-]*[ ]*=)", re.MULTILINE)
#: Another text within one: ``{ key }``, ``{ -term }``.
_NAMES = re.compile(r"\{\s*(-?[a-z][\w-]*)")


class Written:
    """The texts of one language, each parsed when it is first said.

    There are thousands, and parsing them all took a sixth of the program's start.
    """

    def __init__(self, language: str, sources: Iterable[str]) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._written: dict[str, str] = {}
        self._parsed = set[str]()
        self._parsing = Lock()  #: papers are drawn in threads, several at a time
        for source in sources:
            for text in _BEGINS.split(source)[1:]:
                self._written.setdefault(text.partition("=")[0].rstrip(), text)

    def has_message(self, key: str) -> bool:
        return key in self._written

    def get_message(self, key: str) -> Any:
        """What Fluent makes of it. Raises MissingText if it is written wrongly."""
        with self._parsing:
            self._parse(key)
        if not self._bundle.has_message(key):
            raise MissingText(f"{key} is not written as Fluent wants it")
        return self._bundle.get_message(key)

    def format_pattern(self, pattern: Any, args: Any) -> Any:
        return self._bundle.format_pattern(pattern, args)

    def _parse(self, key: str) -> None:
        """The text, and those that it names."""
        if key in self._parsed or key not in self._written:
            return
        self._parsed.add(key)
        self._bundle.add_resource(FluentResource(self._written[key]))
        for named in _NAMES.findall(self._written[key]):
            self._parse(named)


def _read(folder: Traversable) -> Written:
    """The texts of one language, from every file in its folder."""
    found = [one for one in folder.iterdir() if one.name.endswith(".ftl")]
    found.sort(key=lambda one: one.name)
    return Written(folder.name, (one.read_text("utf-8") for one in found))


class _Languages(Mapping[str, Bundle]):
    """The languages that come with the program; each is read when somebody speaks it."""

    def __init__(self, locales: Traversable) -> None:
        self._folders = {one.name: one for one in locales.iterdir() if one.is_dir()}
        self._read: dict[str, Bundle] = {}

    def __getitem__(self, language: str) -> Bundle:
        if language not in self._read:
            self._read[language] = _read(self._folders[language])
        return self._read[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)


class Texts:
    """The texts of every language."""

    def __init__(self, bundles: Mapping[str, Bundle]) -> None:
        self._bundles = bundles
        #: Labels, days, names of offices: said again and again.
        self._again = lru_cache(maxsize=2048, typed=True)(self._often)

    @classmethod
    @cache
    def load(cls) -> "Texts":
        """Every language that comes with the program, each read once."""
        return cls(_Languages(files("bot").joinpath("locales")))

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(self._bundles))

    def say(self, language: str, key: str, **args: Any) -> str:
        """The words of ``key``. Raises MissingText if the key or one of its variables is unknown.

        A number that chooses between words ([0] …) is an int; one that is only shown is a string,
        or it is grouped (12345 would read 12.345).
        """
        if not args:
            return self._again(language, key, ())
        if any(isinstance(value, str) and len(value) > _SHORT for value in args.values()):
            return self._formatted(language, key, args)
        return self._again(language, key, tuple(args.items()))

    def forget(self) -> None:
        """What was said with short words of people in it is no longer kept at hand."""
        self._again.cache_clear()

    def _often(self, language: str, key: str, args: tuple[tuple[str, Any], ...]) -> str:
        return self._formatted(language, key, dict(args))

    def _formatted(self, language: str, key: str, args: Mapping[str, Any]) -> str:
        bundle = self._bundle(language, key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingText(f"{key} has no words")
        said = {name: _without_our_signs(value) for name, value in args.items()}
        long = [name for name, value in said.items() if _is_long(value)]
        stood_in = {name: _STAND_IN.format(place) for place, name in enumerate(long)}
        words, errors = bundle.format_pattern(pattern, {**said, **stood_in})
        if errors:
            raise MissingText(f"{key}: {errors[0]}")
        return _STOOD_IN.sub(lambda sign: str(said[long[int(sign[1])]]), str(words))

    def _bundle(self, language: str, key: str) -> Bundle:
        for name in (language, HOME):
            bundle = self._bundles.get(name)
            if bundle is not None and bundle.has_message(key):
                return bundle
        raise MissingText(key)

    def day(self, language: str, day: date) -> str:
        """A day as people say it: ``thứ Tư 06/05``."""
        return self.say(
            language, "day", weekday=day.weekday(), date=f"{day.day:02d}/{day.month:02d}"
        )

    def moment(self, language: str, local: datetime) -> str:
        """A local moment as people say it: ``17:00 thứ Tư 06/05``."""
        return self.say(
            language, "moment", time=f"{local:%H:%M}", day=self.day(language, local.date())
        )
