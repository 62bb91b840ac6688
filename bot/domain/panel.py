"""The panel: who of each agency and each ward sits facing the people and answers (plan §7.1)."""

from datetime import date, datetime
from enum import StrEnum

from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.calendar import WorkingCalendar
from bot.domain.programme import Programme
from bot.domain.sessions import Session
from bot.domain.values import dataclass

#: When the panel is invited, in working days before the session.
INVITED = 5

#: The latest, by rule: Decision 45/2018/QĐ-TTg on meetings of state offices.
AT_LATEST = 3


class Round(StrEnum):
    """When the panel gets the questions of its topics."""

    INVITED = "invited"  #: with the invitation
    EVE = "eve"  #: refreshed, on the working day before


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The place of one agency, or of one ward's committee, on the panel of a session."""

    session: int
    queue: Queue
    name: str = ""  #: who sits there; empty until the agency has said
    post: str = ""  #: their post, as on the name plate and in the minutes
    reached: bool = True  #: False: nobody of it has a chat; it is invited on paper
    invited_at: datetime | None = None  #: None: not yet

    @property
    def is_named(self) -> bool:
        return bool(self.name)


def who_sits(programme: Programme, session: Session) -> tuple[Queue, ...]:
    """Every agency of that day, then the committee of each ward that is invited."""
    day = session.starts_at.astimezone(programme.zone).date()
    agencies = [Queue(one.id) for one in programme.agencies_on(day) if not one.is_ward_kind]
    return (*agencies, *(Queue(WARD_KIND, ward) for ward in session.wards))


def has_letters(programme: Programme, session: Session) -> tuple[Queue, ...]:
    """Those of the panel who are invited by letter: all but the office that issues the letters.

    No office writes to itself; who comes for it is said in chat, or by the organisers.
    """
    return tuple(one for one in who_sits(programme, session) if not programme.is_issuer(one))


def invite_from(session: Session, calendar: WorkingCalendar) -> datetime:
    """When the invitations go out: as the offices open."""
    day = working_day_before(_day(session, calendar), INVITED, calendar)
    return datetime.combine(day, calendar.hours(day)[0].start, calendar.zone)


def eve(session: Session, calendar: WorkingCalendar) -> datetime:
    """The working day before the session, as the offices open: when papers are sent once more."""
    day = working_day_before(_day(session, calendar), 1, calendar)
    return datetime.combine(day, calendar.hours(day)[0].start, calendar.zone)


def is_short(session: Session, calendar: WorkingCalendar, now: datetime) -> bool:
    """Whether an invitation that goes out now comes later than the rule allows."""
    today = now.astimezone(calendar.zone).date()
    return today > working_day_before(_day(session, calendar), AT_LATEST, calendar)


def working_day_before(day: date, days: int, calendar: WorkingCalendar) -> date:
    """The working day that lies so many working days before ``day``."""
    while days:
        day = date.fromordinal(day.toordinal() - 1)
        days -= calendar.is_working(day)
    return day


def read_who(text: str) -> tuple[str, str] | None:
    """Name and post as somebody writes them: ``Trần Văn A, Phó Giám đốc``; None if unclear."""
    name, comma, post = (part.strip() for part in text.partition(","))
    return (name, post) if comma and len(name.split()) > 1 and post else None


def _day(session: Session, calendar: WorkingCalendar) -> date:
    return session.starts_at.astimezone(calendar.zone).date()
