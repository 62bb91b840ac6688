"""Danh sách ký nhận: who was there and signed for the drinks. A voucher: exact names, no gaps.

It circulates from hand to hand, so it shows no phone, no category and no ethnicity; the minority
is counted below, without names.
"""

from collections.abc import Sequence
from datetime import date

from bot.documents.amounts import digits, in_words
from bot.documents.costs import Costs
from bot.documents.dialogue import Dialogue
from bot.documents.layout.closing import Signature, signatures
from bot.documents.layout.grid import Band, Column, Row, grid
from bot.documents.layout.letterhead import letterhead, title
from bot.documents.layout.page import LYING, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import CENTRED, Style, bold, capital, gap, italic, paragraph
from bot.documents.moments import written
from bot.documents.office import Office
from bot.documents.words import Say
from bot.domain.values import dataclass

#: Room for a signature: 22 or 23 rows fill a page.
_ROW = 0.68

_SUM = Style(size=13, first=720, after=2, keep=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody who came."""

    name: str
    birth_year: int = 0  #: 0 where nobody knows
    hamlet: str  #: with its ward where several share the list: numbers repeat
    woman: bool | None = None  #: None where the list does not say
    minority: bool = False
    note: str = ""  #: such as whom they came for


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One dialogue's list."""

    office: Office
    dialogue: Dialogue
    attendees: tuple[Attendee, ...]
    drink: int  #: đồng a head
    hall: int  #: đồng
    confirmed_by: str  #: the People's Committee of the ward: UBND Phường 1

    @property
    def costs(self) -> Costs:
        return Costs(heads=len(self.attendees), drink=self.drink, hall=self.hall)


def attendance(held: Attendance, say: Say, *, on: date) -> bytes:
    """The list to sign, as DOCX."""
    return Paper(title=say("signing-title"), on=on).file(
        [
            Part(
                [
                    letterhead(held.office, LYING, say),
                    *title(say("signing-title"), about(held, say), LYING),
                    paragraph(CENTRED, occasion(held, say)),
                    paragraph(Style(size=13, align="center", after=6), italic(say("signing-how"))),
                    grid(columns(say), _rows(held, say), height=_ROW),
                    gap(6),
                    *(paragraph(_SUM, *line) for line in _sums(held, say)),
                    gap(6, keep=True),
                    signatures(LYING, *signers(held, say)),
                ],
                lies=True,
            )
        ]
    )


def about(held: Attendance, say: Say) -> str:
    return say("signing-about", dialogue=held.dialogue.name)


def occasion(held: Attendance, say: Say) -> str:
    """When and where."""
    when = written(held.dialogue.starts_at, say)
    return say("signing-when", when=when, place=held.dialogue.place)


def headcount(attendees: Sequence[Attendee], say: Say) -> str:
    """``Tổng cộng: 80 người (Nam 30, Nữ 50, DTTS 41)``; it says so where the sex is not known."""
    women = sum(one.woman is True for one in attendees)
    men = sum(one.woman is False for one in attendees)
    unknown = len(attendees) - women - men
    return say(
        "signing-headcount",
        count=str(len(attendees)),
        men=str(men),
        women=str(women),
        unknown=str(unknown),
        known="all" if not unknown else "some",
        minorities=str(sum(one.minority for one in attendees)),
    )


def spoken(amount: int, say: Say) -> str:
    """``Bằng chữ: Một triệu sáu trăm nghìn đồng.``"""
    return say("signing-in-words", amount=capital(in_words(amount)))


def signers(held: Attendance, say: Say) -> tuple[Signature, Signature]:
    """Who wrote the list, and who confirms it."""
    how = say("paper-sign-how")
    return (
        Signature(say("signing-writer"), below=how),
        Signature(
            say("signing-confirmed", committee=held.confirmed_by),
            above=say("paper-date", place=held.office.place),
            below=say("paper-seal-how"),
        ),
    )


def columns(say: Say) -> list[Column]:
    return [
        Column(say("column-place"), 1.3, "center"),
        Column(say("column-name"), 6.8),
        Column(say("column-born"), 2.0, "center"),
        Column(say("column-hamlet"), 4.9),
        Column(say("column-amount"), 2.5, "right"),
        Column(say("column-signed"), 4.2),
        Column(say("column-note"), 3.5),
    ]


def _rows(held: Attendance, say: Say) -> list[Row]:
    if not held.attendees:
        return [Band(say("signing-nobody"), align="center")]
    each = digits(held.drink)
    rows: list[Row] = [
        (str(place), one.name, year(one.birth_year), one.hamlet, each, "", one.note)
        for place, one in enumerate(held.attendees, start=1)
    ]
    total = ("", bold(say("signing-total")), "", "", bold(digits(held.costs.drinks)), "", "")
    return [*rows, total]


def year(born: int) -> str:
    return str(born) if born else ""


def _sums(held: Attendance, say: Say) -> list[tuple[str, ...]]:
    costs = held.costs
    drinks = say(
        "signing-drinks",
        count=str(costs.heads),
        each=digits(costs.drink),
        sum=digits(costs.drinks),
    )
    hall = say("signing-hall", sum=digits(costs.hall))
    total = say("signing-sum", sum=digits(costs.total))
    return [
        (headcount(held.attendees, say),),
        (drinks, " ", spoken(costs.drinks, say)),
        (hall, " ", spoken(costs.hall, say)),
        (total, " ", spoken(costs.total, say)),
    ]
