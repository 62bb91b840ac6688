"""Announcements (thông báo): an organiser tells people of a policy; a second person approves."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from bot.domain.endings import Ending
from bot.domain.programme import Programme
from bot.domain.sessions import SeatGroup, Session
from bot.domain.values import dataclass


class Whom(StrEnum):
    """Whom an announcement is for."""

    EVERYONE = "everyone"
    SESSION = "session"  #: the wards that a session is for
    WARD = "ward"
    SEATED = "seated"  #: who is invited to a session or comes to it, perhaps of one seat group
    BASIS = "basis"  #: who was given an answer that rests on a law or decree
    ANSWER = "answer"  #: who was given an answer that ends by itself


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom, and which: the id of a ward or basis, a session, or ``1.ngheo`` for a group of it;
    ``12.1782838800000.TV-0001`` for an answer, with the moment at which it ended when it was
    written, in milliseconds, and the number that people know it by.
    """

    whom: Whom
    which: str = ""

    @classmethod
    def of_answer(cls, one: Ending, number: str) -> "Audience":
        """Who was given an answer that ends; ``number``: of the question it is known by."""
        return cls(Whom.ANSWER, f"{one.family}.{_ms(one.ends_at)}.{number}")

    def __str__(self) -> str:
        return f"{self.whom.value}/{self.which}" if self.which else self.whom.value

    @classmethod
    def parse(cls, text: str) -> "Audience":
        """Read what ``str(audience)`` wrote. Raises ValueError."""
        whom, _, which = text.partition("/")
        return cls(Whom(whom), which)

    def wards(self, programme: Programme) -> tuple[str, ...]:
        """The wards it names: none for everybody, and none for a session or ward that is gone."""
        if self.whom is Whom.SESSION:
            session = programme.session(int(self.which))
            return session.wards if session else ()
        return (self.which,) if programme.ward(self.which) else ()

    @property
    def family(self) -> int:
        """The answers, which are one, that it is about; 0 if it is about none."""
        return int(self.which.partition(".")[0]) if self.whom is Whom.ANSWER else 0

    def still_tells(self, one: Ending) -> bool:
        """Whether an answer ends as it did when this was written."""
        return self.which.split(".")[1] == _ms(one.ends_at)

    def seats(self, programme: Programme) -> tuple[Session, SeatGroup | None] | None:
        """The session whose guests it names, and the group if it is one; None if that is gone."""
        number, _, group_id = self.which.partition(".")
        session = programme.session(int(number))
        if session is None or not group_id:
            return (session, None) if session else None
        group = next((one for one in session.seat_groups if one.id == group_id), None)
        return (session, group) if group else None

    def name(self, programme: Programme) -> str:
        """What it is called; empty where it is everybody, has no name here, or is gone."""
        if self.whom is Whom.BASIS:
            return ""
        if self.whom is Whom.ANSWER:
            return self.which.split(".", 2)[2]
        if self.whom is Whom.SEATED:
            found = self.seats(programme)
            names = [one.name for one in reversed(found) if one] if found else []
            return ", ".join(names)
        if self.whom is Whom.SESSION:
            session = programme.session(int(self.which))
            return session.name if session else ""
        ward = programme.ward(self.which)
        return ward.name if ward else ""


def _ms(at: datetime) -> str:
    return str(round(at.timestamp() * 1000))


class Status(StrEnum):
    """Where an announcement stands. Only what was approved by another person is told."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"  #: on its way
    TOLD = "told"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One text for many."""

    id: int
    author: int
    text: str
    others: Mapping[str, str] = field(default_factory=dict)  #: the same in other languages
    audience: Audience | None  #: None: not chosen yet
    status: Status
    approver: int | None = None
    approved_at: datetime | None = None
    told: int = 0  #: how many people it was put on its way to
