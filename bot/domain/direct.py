"""An answer given in person: at a counter, at a door, by phone. Who gave it, and on which day."""

from datetime import date, timedelta

from bot.domain.days import (
    HALF_A_YEAR,
    ISO,
    WRITTEN,
    Found,
    Written,
    on_weekday,
    spelt,
    spoken,
    typed,
)
from bot.domain.values import dataclass

#: What may stand beside the day without changing it.
_BESIDE = spelt(
    r"(?:\W|(?:dạ|vào|hồi|lúc|ngày|hôm|bữa|mùng|mồng|sáng|trưa|chiều|tối|rồi|nha|nhé|ạ|em)\b)*"
)

#: The longest name of an answering official, in characters.
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Given:
    """Who answered an asker directly, and when. ``str`` and ``read`` keep it in a history."""

    who: str
    day: date

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.who}"

    @classmethod
    def read(cls, text: str) -> "Given | None":
        """What ``str`` wrote; None for anything else."""
        day, _, who = text.partition(" ")
        try:
            return cls(who, date.fromisoformat(day)) if who else None
        except ValueError:
            return None


def read_day(text: str, today: date) -> date | None:
    """A day of the past half year as people type it: ``6/5``, ``chiều hôm qua``; None otherwise.

    What lies further back, or ahead, is a slip of the hand: ``9/5`` typed on 8 May.
    """
    said = typed(text)
    try:
        found = spoken(said, today) or on_weekday(said, today) or _by_number(said, today)
    except ValueError:
        return None
    if not found or not _BESIDE.fullmatch(f"{said[: found.start]} {said[found.end :]}"):
        return None
    return found.day if timedelta(0) <= today - found.day <= HALF_A_YEAR else None


def _by_number(said: str, today: date) -> Found | None:
    one = ISO.search(said) or WRITTEN.search(said)
    return Found(Written.of(one, today).gone(today), *one.span()) if one else None
