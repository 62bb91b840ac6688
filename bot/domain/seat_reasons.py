"""Why a household sits or waits where it does: data that becomes words only where it is read."""

from enum import StrEnum

from bot.domain.values import dataclass


class Mark(StrEnum):
    """What decides between two households, the strongest first."""

    LAST_TIME = "last-time"  #: one was at another session already
    WOMAN = "woman"
    MINORITY = "minority"
    NEED = "need"
    ORDER = "order"  #: alike in all of that; the ward's list decides, then who came first


class Code(StrEnum):
    """Why a household sits or waits where it does."""

    PLACE = "place"  #: the ``number``-th of the ``of`` places of its ward
    MOVED = "moved"  #: on a place that the ward ``what`` could not fill
    RELEASED = "released"  #: on a place that the group ``what`` did not use
    WAITS = "waits"  #: the ``number``-th who wait in its ward
    BEHIND = "behind"  #: what put it behind the last one seated there: the mark ``what``
    JOINED = "joined"  #: signed up after the plan was signed
    NO_PLACE = "no-place"  #: its ward has no place that the rank could give
    PUT_IN = "put-in"  #: by hand
    TAKEN_OUT = "taken-out"  #: by hand
    MOVED_UP = "moved-up"  #: by hand, to the head of those who wait


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a reason, as data; words are made of it where somebody reads it.

    It holds nothing private: woman, people and need are read behind their gate when it is shown.
    """

    code: Code
    number: int = 0
    of: int = 0
    what: str = ""
