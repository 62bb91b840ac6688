"""Danh sách chỗ: who is proposed for a seat and why, for the organiser to sign before anyone is
invited. Reasons name sex, ethnicity and need, so it is no paper for the notice board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A household in the plan."""

    rank: int  #: within its group and ward, from 1
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
    placed: tuple[Placed, ...]
    waiting: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPlan:
    """The proposed list of one dialogue."""

    office: Office
    dialogue: Dialogue
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
    """The list to sign, as DOCX."""
    return Paper(title=say("seats-title"), on=on).file(
        [
            Part(
                [
                    letterhead(plan.office, LYING, say),
                    *title(say("seats-title"), plan.dialogue.name, LYING),
                    paragraph(CENTRED, italic(occasion(plan, say))),
                    gap(6),
                    paragraph(BODY, counted(plan, say)),
                    paragraph(HEADING, bold(say("seats-placed"))),
                    grid(columns(say), _placed(plan, say), size=13),
                    gap(8),
                    paragraph(HEADING, bold(say("seats-waiting"))),
                    grid(columns(say), _waiting(plan, say), size=13),
                    gap(8),
                    paragraph(LAST, italic(say("seats-private"))),
                    signatures(LYING, *signers(plan, say)),
                ],
                lies=True,
            )
        ]
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
        rows += [Band(bold(share(one, say))), *(_row(placed) for placed in one.placed)]
    return rows or [Band(say("seats-nobody"), align="center")]


def _waiting(plan: SeatPlan, say: Say) -> list[Row]:
    rows: list[Row] = []
    for one in plan.places:
        if one.waiting:
            rows += [Band(bold(queue(one, say))), *(_row(placed) for placed in one.waiting)]
    return rows or [Band(say("seats-nobody-waits"), align="center")]


def _row(placed: Placed) -> Sequence[Words]:
    born = str(placed.birth_year) if placed.birth_year else ""
    return (str(placed.rank), placed.name, born, placed.hamlet, placed.reason)


def columns(say: Say) -> list[Column]:
    return [
        Column(say("seats-rank"), 1.6, "center"),
        Column(say("column-name"), 5.8),
        Column(say("column-born"), 2.0, "center"),
        Column(say("column-hamlet"), 3.2),
        Column(say("seats-reason"), 12.6),
    ]
