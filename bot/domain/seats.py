"""Seats of a session: who sits there, in which order, and why. One seat a household."""

from dataclasses import dataclass
from enum import StrEnum


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
    guest: str = ""  #: who comes in place of the person on the list
