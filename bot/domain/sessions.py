"""A policy dialogue (buổi đối thoại): when, where, for which wards, and who may sit there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Phase(StrEnum):
    """Where a session stands."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


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

    @property
    def seats(self) -> int:
        return sum(group.seats for group in self.seat_groups)

    def phase(self, now: datetime) -> Phase:
        if now < self.starts_at:
            return Phase.BEFORE
        return Phase.DURING if now <= self.ends_at else Phase.AFTER

    def group_of(self, category: str) -> SeatGroup | None:
        return next((group for group in self.seat_groups if category in group.categories), None)
