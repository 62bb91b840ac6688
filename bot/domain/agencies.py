"""Who answers: wards and their hamlets, agencies, topics, and the queue a question waits in.

All of it is data with a validity, because the administrative map changes (Resolutions 1277 and
1687 of 2025 merged wards; districts and labour offices were dissolved).
"""

from datetime import date

from bot.domain.calendar import WorkingCalendar
from bot.domain.values import dataclass

#: The kind of agency that means "the People's Committee of the asker's own ward".
WARD_KIND = "ubnd_phuong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """The days on which something exists; None leaves that side open. Both ends are included."""

    since: date | None = None
    until: date | None = None

    def on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    def between(self, first: date, last: date) -> bool:
        """Whether it exists on any of these days."""
        return (self.since is None or self.since <= last) and not self.ended_before(first)

    def ended_before(self, day: date) -> bool:
        return self.until is not None and self.until < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Hamlet:
    """A khóm or ấp. Its number repeats in every ward, so the key is ward and hamlet together."""

    id: str  #: unique in the programme, e.g. ``p7-k3``
    name: str  #: as people say it, e.g. ``Khóm 3``
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """A phường or xã."""

    id: str  #: e.g. ``p7``
    name: str  #: with its type, e.g. ``Phường 7``
    code: str = ""  #: the statistics office's code, as free text
    hamlets: tuple[Hamlet, ...] = ()
    aliases: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()  #: ward ids that took over after ``valid.until``
    valid: Validity = Validity()

    def hamlet(self, hamlet_id: str) -> Hamlet | None:
        return next((one for one in self.hamlets if one.id == hamlet_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An office that answers. The one with id ``ubnd_phuong`` stands for every ward's committee."""

    id: str
    name: str  #: in full, as in letters
    short: str  #: as said in a chat
    answer_days: int | None = None  #: working days; None takes the programme's
    calendar: WorkingCalendar | None = None  #: hours and days off; None takes the programme's
    aliases: tuple[str, ...] = ()
    replaced_by: str = ""  #: agency id that took over after ``valid.until``
    valid: Validity = Validity()

    @property
    def is_ward_kind(self) -> bool:
        return self.id == WARD_KIND


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject (chủ đề), the everyday words that point to it, and who answers it."""

    id: str
    name: str  #: in plain words, e.g. ``vay vốn``
    agency: str  #: the agency asked first
    also: tuple[str, ...] = ()  #: agencies that may answer as well
    words: tuple[str, ...] = ()  #: as people type them, with or without diacritics
    forwarded: bool = False  #: nobody on the panel owns it; the ward passes it on
    valid: Validity = Validity()  #: the same id may come again for another time


@dataclass(frozen=True, slots=True, order=True)
class Queue:
    """Where a question waits: one an agency, one a ward for the ward committees."""

    agency: str
    ward: str = ""  #: only for the ward kind

    def __str__(self) -> str:
        return f"{self.agency}@{self.ward}" if self.ward else self.agency

    @classmethod
    def parse(cls, text: str) -> "Queue":
        """Read what ``str(queue)`` wrote."""
        agency, _, ward = text.partition("@")
        return cls(agency, ward)

    @classmethod
    def of(cls, agency: str, ward: str) -> "Queue":
        """The queue of ``agency`` for an asker who lives in ``ward``."""
        return cls(agency, ward if agency == WARD_KIND else "")
