"""Values out of an update, checked: the library passes on whatever type the JSON held."""

from datetime import datetime, timedelta

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


def seconds(given: object) -> int | None:
    if isinstance(given, timedelta):
        given = int(given.total_seconds())
    return size(given)


def moment(given: object) -> datetime:
    if not isinstance(given, datetime):
        raise TypeError("not a moment")
    return given


def yes(given: object) -> bool:
    if not isinstance(given, bool):
        raise TypeError("neither true nor false")
    return given
