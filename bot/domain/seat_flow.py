"""How seats flow once the plan is signed: where a free one goes, and who may sit in the hall.

A free seat goes to the next in rank of the same group and ward, then to the group's other wards in
turns. At the cut-off, seats that a group does not use are released to the others.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum

from bot.domain.seat_plan import shares
from bot.domain.seat_reasons import Code, Reason
from bot.domain.seats import State
from bot.domain.sessions import SeatGroup, Session
from bot.domain.values import dataclass

#: A seat group and a ward.
Corner = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """How the seats of a session are filled."""

    session: Session
    taken: Mapping[Corner, int]  #: seats taken, by group and ward
    waiting: Collection[Corner]  #: where somebody waits for one
    released: bool = False  #: the cut-off is over: groups share what is left

    def taken_in(self, group: str) -> int:
        return sum(count for (one, _), count in self.taken.items() if one == group)

    @property
    def is_full(self) -> bool:
        return sum(self.taken.values()) >= self.session.seats

    def has_room(self, group: SeatGroup) -> bool:
        return not self.is_full and (self.released or self.taken_in(group.id) < group.seats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """Who gets a free seat: the next in rank of this group and ward."""

    group: str
    ward: str
    reasons: tuple[Reason, ...] = ()  #: why the seat came to this group and ward


def next_offer(filling: Filling, freed: Corner | None = None) -> Next | None:
    """Where the next free seat goes; ``freed`` is where one was given back. None: nowhere."""
    if filling.is_full:
        return None
    groups = filling.session.seat_groups
    for group in sorted(groups, key=lambda one: freed is not None and one.id != freed[0]):
        if filling.taken_in(group.id) < group.seats and (found := _within(filling, group, freed)):
            return found
    return _from_another_group(filling) if filling.released else None


def _within(filling: Filling, group: SeatGroup, freed: Corner | None) -> Next | None:
    """The ward that lost the seat, a ward that lacks one, else the one that has had the fewest."""
    room = _room(filling, group)
    waiting = [ward for ward in room if (group.id, ward) in filling.waiting]
    own = freed[1] if freed and freed[0] == group.id else ""
    if own in waiting:
        return Next(group=group.id, ward=own)
    for ward in waiting:
        if room[ward] > 0:
            return Next(group=group.id, ward=ward)
    if not waiting:
        return None
    giver = own or next(ward for ward in room if room[ward] > 0)
    taker = max(waiting, key=room.__getitem__)
    return Next(group=group.id, ward=taker, reasons=(Reason(Code.MOVED, what=giver),))


def _room(filling: Filling, group: SeatGroup) -> dict[str, int]:
    """How many seats each ward has left of its share; below zero: it got others' places."""
    wards = filling.session.wards
    share = shares(group, wards)
    strangers = {ward for one, ward in (*filling.taken, *filling.waiting) if one == group.id}
    order = [*wards, *sorted(strangers - set(wards))]
    return {ward: share.get(ward, 0) - filling.taken.get((group.id, ward), 0) for ward in order}


def _from_another_group(filling: Filling) -> Next | None:
    groups = filling.session.seat_groups
    giver = next((one for one in groups if filling.taken_in(one.id) < one.seats), None)
    for group in groups:
        room = _room(filling, group)
        waiting = [ward for ward in room if (group.id, ward) in filling.waiting]
        if waiting and giver:
            why = Reason(Code.RELEASED, what=giver.id)
            return Next(group=group.id, ward=max(waiting, key=room.__getitem__), reasons=(why,))
    return None


class AtTheDoor(StrEnum):
    """What a household without a seat hears in the hall."""

    SITS = "sits"
    FULL = "full"  #: every seat that it may have is taken
    LATER = "later"  #: those on the list come first; the others once the session has begun


#: Who had an offer comes first, then who waits; everybody else when the session has begun.
_ON_THE_LIST = frozenset({State.DECLINED, State.LAPSED, State.ABSENT, State.WAITING})


def at_the_door(
    filling: Filling, group: SeatGroup, state: State | None, *, has_begun: bool
) -> AtTheDoor:
    """Whether a household that has no seat may sit; ``state``: where it stands, None: nowhere."""
    if not filling.has_room(group):
        return AtTheDoor.FULL
    if state in _ON_THE_LIST or has_begun:
        return AtTheDoor.SITS
    return AtTheDoor.LATER
