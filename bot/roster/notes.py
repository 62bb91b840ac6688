"""What is found while a row is read: what to write instead, and what somebody has to look at."""

import unicodedata
from enum import StrEnum

from bot.domain.values import dataclass
from bot.roster.columns import Column


class Decision(StrEnum):
    """What happens to a row."""

    ACCEPT = "accept"
    FIX = "accept_with_fix"  #: accepted as mended
    NO_PHONE = "accept_flag_no_phone"  #: accepted; somebody has to go there
    DUPLICATE = "reject_duplicate"  #: on the list already; nothing to do
    REVIEW = "flag_for_review"  #: not applied before a person has looked at it

    @property
    def is_taken(self) -> bool:
        """Whether such a row is put into the database."""
        return self in (Decision.ACCEPT, Decision.FIX, Decision.NO_PHONE)


class Why(StrEnum):
    """What was found; each has words of its own, ``roster-why-…``."""

    # mended
    NAME_SPELT = "name-spelt"
    NAME_TITLE = "name-title"
    NUMBER_LEFT_OUT = "number-left-out"
    UNICODE = "unicode"
    RESPELT = "respelt"
    YEAR_READ = "year-read"
    YEAR_SERIAL = "year-serial"
    PHONE_WRITTEN = "phone-written"
    PHONE_ABROAD = "phone-abroad"
    PHONE_ZERO = "phone-zero"
    PHONE_SCIENTIFIC = "phone-scientific"
    PHONE_SEVERAL = "phone-several"
    PHONE_OLD = "phone-old"
    DITTO = "ditto"
    # accepted, and said
    PHONE_NONE = "phone-none"
    PHONE_EMPTY = "phone-empty"
    YEAR_EMPTY = "year-empty"
    HAMLET_EMPTY = "hamlet-empty"
    ADDED = "added"
    CHANGED = "changed"
    SEATED = "seated"
    # on the list already
    KNOWN = "known"
    TWICE = "twice"
    MEMBER = "member"
    # for a person's eye
    FORMULA = "formula"
    ERROR_CELL = "error-cell"
    ID_NUMBER = "id-number"
    NAME_EMPTY = "name-empty"
    NAME_UNCLEAR = "name-unclear"
    WARD_EMPTY = "ward-empty"
    WARD_UNKNOWN = "ward-unknown"
    WARD_ENDED = "ward-ended"
    HAMLET_UNKNOWN = "hamlet-unknown"
    HAMLET_MERGED = "hamlet-merged"
    CATEGORY_EMPTY = "category-empty"
    CATEGORY_UNKNOWN = "category-unknown"
    NO_GROUP = "no-group"
    ETHNICITY_UNKNOWN = "ethnicity-unknown"
    SEX_UNKNOWN = "sex-unknown"
    YEAR_UNKNOWN = "year-unknown"
    YEAR_TWO = "year-two"
    YEAR_AHEAD = "year-ahead"
    YEAR_CHILD = "year-child"
    YEAR_OLD = "year-old"
    PHONE_LOST = "phone-lost"
    PHONE_UNCLEAR = "phone-unclear"
    SESSION_UNKNOWN = "session-unknown"
    SESSION_OTHER = "session-other"
    SESSION_NONE = "session-none"
    MEMBER_ALONE = "member-alone"
    TWIN_CONFLICT = "twin-conflict"
    TWIN_PHONE = "twin-phone"
    TWIN_UNSURE = "twin-unsure"


#: Findings with which a row is not applied before a person has looked at it.
_FOR_AN_EYE = frozenset(list(Why)[list(Why).index(Why.FORMULA) :])


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found. No number of an identity card and no formula stands in it."""

    why: Why
    column: str = ""
    cell: str = ""  #: what stands there, or a value it is compared with
    meant: str = ""  #: what it is taken for
    line: int = 0  #: of the row it is compared with; 0: in the database
    sheet: str = ""  #: where that row is, if the file has several lists

    @property
    def is_for_an_eye(self) -> bool:
        return self.why in _FOR_AN_EYE


class Notes:
    """Gathered while one row is read."""

    __slots__ = ("findings", "fixes")

    def __init__(self) -> None:
        self.fixes: dict[Column, str | int] = {}
        self.findings: list[Finding] = []

    @property
    def need_an_eye(self) -> bool:
        return any(one.is_for_an_eye for one in self.findings)

    @property
    def lack_a_phone(self) -> bool:
        return any(one.why in (Why.PHONE_NONE, Why.PHONE_EMPTY) for one in self.findings)

    def add(self, why: Why, column: Column | str = "", cell: str = "", meant: str = "") -> None:
        self.findings.append(Finding(why, str(column), cell, meant))

    def mend(self, column: Column, value: str | int, why: Why, cell: str = "") -> None:
        """A value is taken that differs from the cell's."""
        self.fixes[column] = value
        self.add(why, column, cell, str(value))

    def respell(self, column: Column, cell: str, meant: str) -> None:
        """``meant`` is taken; a fix where the cell is written otherwise."""
        if cell == meant:
            return
        composed = unicodedata.normalize("NFC", cell) == meant
        self.mend(column, meant, Why.UNICODE if composed else Why.RESPELT, " ".join(cell.split()))

    @property
    def decision(self) -> Decision:
        """What these findings alone come to; whether the household is known is another matter."""
        if self.need_an_eye:
            return Decision.REVIEW
        if self.lack_a_phone:
            return Decision.NO_PHONE
        return Decision.FIX if self.fixes else Decision.ACCEPT
