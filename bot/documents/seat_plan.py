"""Danh sách chỗ: who has a seat and why, and who waits, for the organiser to sign; a ward's head
has the part of that ward. Reasons name sex, ethnicity and need: no paper for the notice board."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.documents.dialogue import Dialogue
from bot.documents.layout.closing import Signature, signatures
from bot.documents.layout.grid import Band, Column, Row, grid
from bot.documents.layout.letterhead import letterhead, title
from bot.documents.layout.page import LYING, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import (
    BODY,
    CENTRED,
    HEADING,
    LAST,
    Words,
    bold,
    gap,
    italic,
    paragraph,
)
from bot.documents.moments import written
from bot.documents.office import Office
from bot.documents.words import Say
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A household in the plan."""

    name: str
    birth_year: int = 0  #: 0 where nobody knows
    hamlet: str
    reason: str  #: in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places of one seat group for one ward."""

    group: str
    ward: str
    seats: int
    placed: tuple[Placed, ...]  #: by rank, as those who wait
    waiting: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPlan:
    """The list of one dialogue, as it stands."""

    office: Office
    dialogue: Dialogue
    version: int  #: as it was shown when it was signed off in chat, or will be
    is_signed: bool  #: in chat: households are invited from then on
    as_of: datetime  #: local
    part: str = ""  #: the wards that it is about; empty: all of it, to be signed
    places: tuple[Places, ...]

    @property
    def seats(self) -> int:
        return sum(one.seats for one in self.places)

    @property
    def placed(self) -> int:
        return sum(len(one.placed) for one in self.places)

    @property
    def waiting(self) -> int:
        return sum(len(one.waiting) for one in self.places)


def seat_plan(plan: SeatPlan, say: Say, *, on: date) -> bytes:
    """The list, as DOCX."""
    return Paper(title=say("seats-title"), on=on).file(
        [
            Part(
                [
                    letterhead(plan.office, LYING, say),
                    *title(say("seats-title"), about(plan, say), LYING),
                    paragraph(CENTRED, italic(occasion(plan, say))),
                    gap(6),
                    paragraph(BODY, standing(plan, say)),
                    paragraph(BODY, counted(plan, say)),
                    paragraph(HEADING, bold(say("seats-placed"))),
                    grid(columns(say), _placed(plan, say), size=13),
                    gap(8),
                    paragraph(HEADING, bold(say("seats-waiting"))),
                    grid(columns(say), _waiting(plan, say), size=13),
                    gap(8),
                    paragraph(LAST, italic(say("seats-private"))),
                    *([] if plan.part else [signatures(LYING, *signers(plan, say))]),
                ],
                lies=True,
            )
        ]
    )


def about(plan: SeatPlan, say: Say) -> str:
    """The dialogue, and the part of its list."""
    if not plan.part:
        return plan.dialogue.name
    return say("seats-part", dialogue=plan.dialogue.name, part=plan.part)


def standing(plan: SeatPlan, say: Say) -> str:
    """Which version it is, whether it was signed off in chat, and from when its figures are."""
    return say(
        "seats-standing",
        version=str(plan.version),
        signed="yes" if plan.is_signed else "no",
        at=written(plan.as_of, say),
    )


def occasion(plan: SeatPlan, say: Say) -> str:
    when = written(plan.dialogue.starts_at, say)
    return say("signing-when", when=when, place=plan.dialogue.place)


def counted(plan: SeatPlan, say: Say) -> str:
    return say(
        "seats-counted", seats=str(plan.seats), placed=str(plan.placed), waiting=str(plan.waiting)
    )


def signers(plan: SeatPlan, say: Say) -> tuple[Signature, Signature]:
    """Who wrote the list, and who signs it off."""
    return (
        Signature(say("signing-writer"), below=say("paper-sign-how")),
        Signature(
            plan.office.signs_as,
            plan.office.signer,
            above=say("paper-date", place=plan.office.place),
            below=say("seats-approved-how"),
        ),
    )


def share(places: Places, say: Say) -> str:
    """``Hộ nghèo - Phường 7: 12/12 chỗ``."""
    return say(
        "seats-share",
        group=places.group,
        ward=places.ward,
        placed=str(len(places.placed)),
        seats=str(places.seats),
    )


def queue(places: Places, say: Say) -> str:
    """``Hộ nghèo - Phường 7: 6 hộ chờ``."""
    return say("seats-queue", group=places.group, ward=places.ward, count=str(len(places.waiting)))


def _placed(plan: SeatPlan, say: Say) -> list[Row]:
    rows: list[Row] = []
    for one in plan.places:
        rows += [Band(bold(share(one, say))), *_ranked(one.placed)]
    return rows or [Band(say("seats-nobody"), align="center")]


def _waiting(plan: SeatPlan, say: Say) -> list[Row]:
    rows: list[Row] = []
    for one in plan.places:
        if one.waiting:
            rows += [Band(bold(queue(one, say))), *_ranked(one.waiting)]
    return rows or [Band(say("seats-nobody-waits"), align="center")]


def _ranked(households: Sequence[Placed]) -> Iterator[Sequence[Words]]:
    for rank, one in enumerate(households, start=1):
        born = str(one.birth_year) if one.birth_year else ""
        yield str(rank), one.name, born, one.hamlet, one.reason


def columns(say: Say) -> list[Column]:
    return [
        Column(say("seats-rank"), 1.6, "center"),
        Column(say("column-name"), 5.8),
        Column(say("column-born"), 2.0, "center"),
        Column(say("column-hamlet"), 3.2),
        Column(say("seats-reason"), 12.6),
    ]
