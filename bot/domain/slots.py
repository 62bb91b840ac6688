"""The ward's own timetable: when its loudspeaker is on the air and when its people meet."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.domain.values import dataclass

#: How many minutes a slot lasts unless the programme says otherwise.
USUAL = 15


class Means(StrEnum):
    """How a slot reaches people."""

    LOUDSPEAKER = "loudspeaker"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """When a ward tells its people something: every week on ``weekdays``, or once on ``day``."""

    ward: str  #: ward id
    means: Means
    at: time  #: local time
    weekdays: tuple[int, ...] = ()  #: 0 is Monday; empty with ``day`` set
    day: date | None = None
    minutes: int = USUAL  #: how long the slot lasts
    place: str = ""  #: for a meeting

    def starts(self, day: date) -> bool:
        return day == self.day if self.day else day.weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class Airtime:
    """One occurrence of a slot."""

    at: datetime
    slot: Slot


def upcoming(slots: Iterable[Slot], after: datetime, zone: tzinfo) -> Iterator[Airtime]:
    """The occurrences of ``slots`` strictly after ``after``, earliest first, for a year."""
    slots = list(slots)
    start = after.astimezone(zone).date()
    for day in (start + timedelta(days=offset) for offset in range(366)):
        today = [
            Airtime(datetime.combine(day, slot.at, zone), slot)
            for slot in slots
            if slot.starts(day)
        ]
        yield from (one for one in sorted(today, key=_instant) if _instant(one) > after)


def _instant(one: Airtime) -> datetime:
    """Local times do not tell which is first on a day on which the clocks change."""
    return one.at.astimezone(UTC)


def next_slot(slots: Iterable[Slot], after: datetime, zone: tzinfo) -> Airtime | None:
    """The first occurrence after ``after``; None if there is none within a year."""
    return next(upcoming(slots, after, zone), None)


def lasting(slots: Iterable[Slot], at: datetime, zone: tzinfo) -> timedelta:
    """How long the slot lasts that begins at a moment; none begins there: as long as most do."""
    local = at.astimezone(zone)
    found = (one for one in slots if one.starts(local.date()) and one.at == local.time())
    return timedelta(minutes=next((one.minutes for one in found), USUAL))
