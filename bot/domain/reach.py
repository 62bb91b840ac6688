"""Reach (đã tới tai ai): what is to be read out to a household, by whom, and whether it was."""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.values import dataclass

#: When a reader who was told and has read nothing out is reminded, once.
REMIND_AFTER = timedelta(days=1)

#: When what is still unread after that goes to the head of the hamlet.
LIST_AFTER = timedelta(days=1)

#: When somebody who was not met is gone to again.
AGAIN = timedelta(days=1)

#: How many things stand on one card: more than that nobody listens to at once.
MOST = 3

#: There is nobody to read it out: the head of the hamlet goes there.
NOBODY = 0

#: No household: it is the person's own matter, on a phone that others use too.
OWN = 0


class State(StrEnum):
    """How far something is on its way to a household."""

    TOLD = "told"  #: whoever reads it out knows that there is something
    LISTED = "listed"  #: with the head of the hamlet
    READ = "read"  #: it was read out, or opened by whom it is for
    GONE = "gone"  #: there is nothing left to read


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One thing on its way to one household. It holds no words: they are said when it is opened."""

    id: int
    household: int  #: or ``OWN``
    reader: int  #: person id, or ``NOBODY``
    subject: str  #: ``question:12``, ``followup:12``, ``seat:5``, ``commitment:3`` or ``…:3/12``
    state: State
    told_at: datetime
    due_at: datetime | None = None  #: when something happens by itself
    reminded: bool = False
    what: str = ""  #: what it was when it was read: the question's status, or the seat's
    settled_at: datetime | None = None
    settled_by: int | None = None

    @property
    def about(self) -> tuple[str, int]:
        """What it is about, such as ``question`` or ``seat``, and its id."""
        kind, _, number = self.subject.partition(":")
        return kind, int(number.partition("/")[0])

    @property
    def asked_in(self) -> int:
        """The question of somebody who shares the answer; 0: the one that it was made for."""
        return int(self.subject.partition("/")[2] or 0)
