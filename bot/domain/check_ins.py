"""What a clerk's device tells from the door of a hall, at once or when it has a network again."""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.values import dataclass


class What(StrEnum):
    """What happened at the door."""

    CAME = "came"  #: a household with a seat
    WALKED_IN = "walked-in"  #: a household of the list that has none
    NEW = "new"  #: a household of no list
    UNDO = "undo"  #: the clerk meant another one


class Standing(StrEnum):
    """What became of it."""

    DONE = "done"
    UNDONE = "undone"
    OPEN = "open"  #: could not be done; a person settles it
    SETTLED = "settled"


#: How long a check-in can be taken back, by the clock of the device.
UNDO = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One thing that a device tells. The same ``mark`` is the same thing, told again."""

    mark: str  #: the device's own name for it, never used twice
    what: What
    at: datetime  #: by the device's clock, which may be wrong by hours
    seat: int = 0
    name: str = ""  #: who comes in the household's place; of a new household its own
    hamlet: str = ""  #: id, of a new household
    category: str = ""  #: of a new household
    about: str = ""  #: the mark of what is undone
