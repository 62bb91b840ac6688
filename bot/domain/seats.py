"""Seats of a session: who sits there, in which order, and why. One seat a household."""

from datetime import datetime
from enum import StrEnum

from bot.domain.errors import Refused
from bot.domain.seat_reasons import Reason
from bot.domain.values import dataclass


class State(StrEnum):
    """Where a household stands with a session."""

    LISTED = "listed"  #: on the roster, or signed up; nothing is decided yet
    PLANNED = "planned"  #: in the proposed list, not signed off
    WAITING = "waiting"  #: on the waiting list
    OFFERED = "offered"  #: invited; the seat is held for it
    ACCEPTED = "accepted"  #: comes
    DECLINED = "declined"  #: does not come
    LAPSED = "lapsed"  #: did not answer in time; the seat went on
    CAME = "came"  #: was checked in
    ABSENT = "absent"  #: had a seat and was not there


#: The states in which a household takes up a seat.
TAKING = frozenset({State.PLANNED, State.OFFERED, State.ACCEPTED, State.CAME})

#: The states in which a household may still come: it has a seat, and was not there yet.
EXPECTED = frozenset({State.OFFERED, State.ACCEPTED})

#: The states in which a household has been invited, whatever it said and did.
INVITED = frozenset(
    {State.OFFERED, State.ACCEPTED, State.DECLINED, State.LAPSED, State.CAME, State.ABSENT}
)

#: The states in which a household has left the list by its own word, or by its silence.
GONE = frozenset({State.DECLINED, State.LAPSED, State.ABSENT})


def as_told(state: State, *, is_signed: bool) -> State:
    """Where a household is told that it stands: a plan is nobody's business until it is signed."""
    if state is State.PLANNED or (state is State.WAITING and not is_signed):
        return State.LISTED
    return state


def guest_name(typed: str) -> str:
    """The name of somebody who comes for another. Raises Refused for what cannot be one."""
    guest = " ".join(typed.split())
    if not 2 <= len(guest) <= 80 or any(letter.isdigit() for letter in guest):
        raise Refused("name-unclear")
    return guest


class Move(StrEnum):
    """What can happen to a seat; each is a row of its history, with who and why."""

    ENLIST = "enlist"
    PLAN = "plan"  #: a proposal gave it a place, or took one
    EDIT = "edit"  #: the organiser changed the plan by hand
    OFFER = "offer"
    ACCEPT = "accept"
    DECLINE = "decline"
    GUEST = "guest"  #: somebody else comes in its place, or no longer does
    LAPSE = "lapse"
    COME = "come"
    UNDO = "undo"  #: the clerk had checked in another household than meant
    MISS = "miss"


class Edit(StrEnum):
    """What the organiser changed by hand; it survives a new proposal."""

    NONE = ""
    IN = "in"  #: sits, whatever its rank
    OUT = "out"  #: neither sits nor waits
    UP = "up"  #: at the head of those who wait


class Listed(StrEnum):
    """What the roster's column *Danh sách* says: a hint, no decision."""

    MAIN = "chính thức"
    RESERVE = "dự phòng"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A household's place in a session."""

    id: int
    session: int  #: number
    household: int
    group: str  #: id of the seat group
    ward: str  #: id; whose places it counts for
    state: State
    listed: Listed = Listed.NONE
    position: int = 0  #: in the roster's order
    rank: int = 0  #: in the plan, from 1, inside session, group and ward; 0 before there is one
    reasons: tuple[Reason, ...] = ()  #: of the plan, and of how it came to a free seat
    guest: str = ""  #: who comes in place of the person on the list
    held_until: datetime | None = None  #: an offer by chat; None: it waits, or was made on paper
