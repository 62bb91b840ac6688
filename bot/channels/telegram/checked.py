"""Values out of an update, checked: JSON may hold anything anywhere."""

from collections.abc import Mapping
from datetime import UTC, datetime

Json = Mapping[str, object]

_LARGEST = 2**53  # beyond it a number is no id or size of Telegram's, nor fits every store


def words(given: object) -> str:
    """A text or nothing. NUL, which PostgreSQL cannot keep, is left out."""
    if given is None:
        return ""
    if not isinstance(given, str):
        raise TypeError("not a text")
    return given.replace("\0", "")


def number(given: object) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or abs(given) >= _LARGEST:
        raise TypeError("not a number")
    return given


def name_of(given: object) -> str:
    """A number that serves as the name of a chat, a person or a message."""
    return str(number(given))


def size(given: object) -> int | None:
    return None if given is None else max(0, number(given))


def moment(given: object) -> datetime:
    """A Unix time, to the second."""
    return datetime.fromtimestamp(number(given), UTC)


def yes(given: object) -> bool:
    if not isinstance(given, bool):
        raise TypeError("neither true nor false")
    return given


def whole(given: object) -> Json:
    if not isinstance(given, dict):
        raise TypeError("not an object")
    return given


def part(of: Json, name: str) -> Json:
    """An object inside another, which must be there."""
    return whole(of.get(name))


def maybe(of: Json, name: str) -> Json | None:
    """An object inside another, if it is there."""
    found = of.get(name)
    return None if found is None else whole(found)
