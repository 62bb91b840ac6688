"""An answer given in person: at a counter, at a door, by phone. Who gave it, and on which day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")

#: What lies further back is a slip of the hand: ``9/5`` typed on 8 May.
HALF_A_YEAR = timedelta(days=183)

#: The longest name of who answered, in characters.
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
    """A day of the past half year as people type it: ``6/5``, ``06/05/2026``; None otherwise."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    day, month, year = int(found[1]), int(found[2]), int(found[3] or today.year)
    try:
        read = date(year, month, day)
        if read > today and not found[3]:
            read = date(year - 1, month, day)
    except ValueError:
        return None
    return read if timedelta(0) <= today - read <= HALF_A_YEAR else None
