"""The running order for the chair: what was promised last time, then the course of the dialogue."""

from collections.abc import Sequence
from datetime import date, time

from bot.documents.dialogue import Dialogue
from bot.documents.layout.dashes import dashes
from bot.documents.layout.grid import Band, Column, Row, grid
from bot.documents.layout.letterhead import letterhead, title
from bot.documents.layout.page import UPRIGHT, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import BODY, HEADING, bold, gap, paragraph
from bot.documents.layout.wml import Block
from bot.documents.moments import short, written, written_time
from bot.documents.office import Office
from bot.documents.words import Say
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One item of the order."""

    at: time  #: local
    what: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something that was promised at an earlier dialogue."""

    what: str
    who: str
    due: date | None
    stands: str  #: where it stands now, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningOrder:
    """For one dialogue."""

    office: Office
    dialogue: Dialogue
    commitments: tuple[Commitment, ...]
    policies: tuple[str, ...] = ()  #: of which people said that they had not helped, the most first
    steps: tuple[Step, ...]


def running_order(order: RunningOrder, say: Say, *, on: date) -> bytes:
    """What the chair holds in hand, as DOCX."""
    dialogue = order.dialogue
    when = written(dialogue.starts_at, say)
    return Paper(title=say("order-title"), on=on).file(
        [
            Part(
                [
                    letterhead(order.office, UPRIGHT, say),
                    *title(say("order-title"), dialogue.name, UPRIGHT),
                    paragraph(BODY, say("order-when", when=when)),
                    paragraph(BODY, say("order-where", place=dialogue.place)),
                    paragraph(BODY, say("order-chair", chair=dialogue.chaired_by)),
                    paragraph(HEADING, bold(say("order-commitments"))),
                    grid(_promised_columns(say), _promised(order.commitments, say), size=13),
                    gap(6),
                    *_policies(order.policies, say),
                    paragraph(HEADING, bold(say("order-course"))),
                    grid(_step_columns(say), _steps(order.steps, say), size=14),
                ]
            )
        ]
    )


def _promised_columns(say: Say) -> list[Column]:
    return [
        Column(say("column-place"), 1.3, "center"),
        Column(say("order-promise"), 6.0),
        Column(say("column-who"), 3.4),
        Column(say("column-due"), 2.4, "center"),
        Column(say("order-stands"), 3.4),
    ]


def _promised(commitments: Sequence[Commitment], say: Say) -> list[Row]:
    if not commitments:
        return [Band(say("order-nothing-promised"), align="center")]
    return [
        (str(place), one.what, one.who, short(one.due) if one.due else "", one.stands)
        for place, one in enumerate(commitments, start=1)
    ]


def _policies(policies: Sequence[str], say: Say) -> list[Block]:
    if not policies:
        return []
    return [paragraph(BODY, say("order-policies")), *dashes(policies, say)]


def _step_columns(say: Say) -> list[Column]:
    return [
        Column(say("column-time"), 3.8, "center"),
        Column(say("order-what"), 8.4),
        Column(say("column-who"), 4.3),
    ]


def _steps(steps: Sequence[Step], say: Say) -> list[Row]:
    if not steps:
        return [Band(say("order-no-steps"), align="center")]
    return [(written_time(one.at, say), one.what, one.who) for one in steps]
