"""A policy dialogue (buổi đối thoại): when, where, for which wards, and who may sit there."""

from dataclasses import field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.values import dataclass


class Phase(StrEnum):
    """Where a session stands."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    CANCELLED = "cancelled"  #: called off; of no question, for none is asked there


#: It has not begun, and may yet be held.
TO_COME = frozenset({Phase.BEFORE, Phase.CANCELLED})

#: How long before its start a session can be opened.
EARLY = timedelta(hours=12)

#: What was asked, or listed, so long before a session starts was for an earlier one of its number.
SEASON = timedelta(days=300)

#: One that nobody closed is over so long after its end: what is asked then was not asked there.
FORGOTTEN = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What was done in the hall: a clerk opened the session, and closed it."""

    opened_at: datetime
    opened_by: int | None  #: person id
    closed_at: datetime | None = None
    closed_by: int | None = None
    settled_at: datetime | None = None  #: when all of its questions had been handed over
    handed_over: int = 0  #: the last question of which that is done, of those nobody called
    chair: str = ""  #: name and post, as the minutes write it
    conclusions: str = ""  #: a line each
    since: datetime | None = None  #: when the one held before it under this number was closed

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGroup:
    """Seats kept for some categories of household (plan 06/KH-PLĐTBXH, §7.2: 60 and 20)."""

    id: str
    name: str
    seats: int
    categories: tuple[str, ...]  #: names of categories as people choose them
    places: tuple[tuple[str, int], ...] = ()  #: of wards with another number than an equal share


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of the programme."""

    number: int  #: 1, 2, … as said in invitations
    name: str
    starts_at: datetime  #: with time zone
    ends_at: datetime
    place: str
    wards: tuple[str, ...]  #: ward ids
    seat_groups: tuple[SeatGroup, ...] = ()
    cancelled: bool = False  #: called off; see ``is_cancelled``
    reason: str = ""  #: why it was called off, as people read it
    #: Laid over it by ``bot.services.seats.phases``; no part of the programme: not compared.
    run: Run | None = field(default=None, compare=False)

    @property
    def seats(self) -> int:
        return sum(group.seats for group in self.seat_groups)

    @property
    def opens_at(self) -> datetime:
        """From when on it can be opened."""
        return self.starts_at - EARLY

    @property
    def was_opened(self) -> bool:
        """Whether a clerk opened it, rather than an earlier session of its number."""
        return self.run is not None and self.run.opened_at >= self.opens_at

    @property
    def is_cancelled(self) -> bool:
        """Called off. One that was opened was held, whatever the programme says afterwards."""
        return self.cancelled and not self.was_opened

    @property
    def since(self) -> datetime:
        """After which what is done under its number is done for it, and not for an earlier one.

        Numbers come again with every year's programme. The one before is over when it was closed;
        what nobody ever closed is kept apart by its age.
        """
        earliest = self.starts_at - SEASON
        if self.run is None:
            return earliest
        before = self.run.since if self.was_opened else self.run.closed_at or self.run.since
        return max(earliest, before) if before else earliest

    def phase(self, now: datetime) -> Phase:
        """Where it stands: as the clerk opened and closed it; if nobody did, by the clock."""
        if self.run and self.was_opened:
            return self._opened(self.run, now)
        if self.cancelled:
            return Phase.CANCELLED
        if now < self.starts_at:
            return Phase.BEFORE
        return Phase.DURING if now <= self.ends_at else Phase.AFTER

    def _opened(self, run: Run, now: datetime) -> Phase:
        forgotten = now > max(self.ends_at, run.opened_at) + FORGOTTEN
        return Phase.DURING if run.is_open and not forgotten else Phase.AFTER

    def group_of(self, category: str) -> SeatGroup | None:
        return next((group for group in self.seat_groups if category in group.categories), None)
