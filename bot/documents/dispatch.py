"""Công văn chuyển: the letter with which an agency gets what it has not answered, and its list.

Nobody who asked is named. The same list as a sheet to fill in is ``dispatch_sheet``.
"""

from collections.abc import Sequence
from datetime import date

from bot.documents.layout.closing import closing
from bot.documents.layout.grid import Band, Column, Row, grid
from bot.documents.layout.letterhead import blank, letterhead
from bot.documents.layout.page import LYING, UPRIGHT, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import (
    BODY,
    CENTRED,
    LAST,
    Style,
    bold,
    gap,
    italic,
    paragraph,
    rule,
)
from bot.documents.layout.wml import Block
from bot.documents.moments import short
from bot.documents.office import Office
from bot.documents.words import Say
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A row: a question, and how many ask the same."""

    code: str  #: BT-23K7
    number: str  #: TV-0012
    question: str
    asked: int  #: how many asked the same
    places: tuple[str, ...]  #: khóm, ấp and ward of those who asked, without names
    due: date
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One numbered dispatch."""

    office: Office
    label: str  #: 03/2026
    agency: str  #: in full, as in letters
    dialogue: str = ""  #: within a sentence; empty: no session's
    rows: tuple[Unanswered, ...]
    apart: int = 0  #: private or sealed: not in here
    asked_back: int = 0  #: those that wait for their asker
    more: bool = False  #: further ones did not fit


def dispatch(sheet: Sheet, say: Say, *, on: date) -> bytes:
    """The letter with its list, as DOCX."""
    about = _about(sheet, say)
    return Paper(title=f"{say('dispatch-name', label=sheet.label)}. {about}", on=on).file(
        [Part(_letter(sheet, about, say)), Part(_list(sheet, say), lies=True)]
    )


def _about(sheet: Sheet, say: Say) -> str:
    if sheet.dialogue:
        return say("dispatch-about-session", dialogue=sheet.dialogue)
    return say("dispatch-about")


def _letter(sheet: Sheet, about: str, say: Say) -> list[Block]:
    office = sheet.office
    number = f"{say('dispatch-number', blank=blank(), office=office.symbol)}\n{about}"
    count = str(len(sheet.rows))
    first = min((one.due for one in sheet.rows), default=None)
    why = (
        say("dispatch-because-session", dialogue=sheet.dialogue, count=count, label=sheet.label)
        if sheet.dialogue
        else say("dispatch-because", count=count, label=sheet.label)
    )
    return [
        letterhead(office, UPRIGHT, say, number),
        paragraph(Style(align="center", before=12, after=12), say("paper-to", whom=sheet.agency)),
        paragraph(BODY, why),
        paragraph(BODY, say("dispatch-please", agency=sheet.agency)),
        *([paragraph(BODY, say("dispatch-first-due", day=short(first)))] if first else []),
        *(paragraph(BODY, line) for line in remarks(sheet, say)),
        paragraph(BODY, say("dispatch-how-back", phone=office.phone)),
        paragraph(LAST, say("dispatch-last", office=office.called)),
        gap(10, keep=True),
        closing(office, [say("letter-as-above")], UPRIGHT, say),
    ]


def remarks(sheet: Sheet, say: Say) -> list[str]:
    """What is not in the list, and why."""
    found = []
    if sheet.apart:
        found.append(say("dispatch-apart", count=str(sheet.apart)))
    if sheet.asked_back:
        found.append(say("dispatch-asked-back", count=str(sheet.asked_back)))
    if sheet.more:
        found.append(say("dispatch-more", count=str(len(sheet.rows))))
    return found


def _list(sheet: Sheet, say: Say) -> list[Block]:
    office = sheet.office
    attached = say("dispatch-attached", blank=blank(), symbol=office.symbol, office=office.called)
    return [
        paragraph(CENTRED, bold(say("summary-appendix"))),
        paragraph(CENTRED, bold(say("dispatch-heading", label=sheet.label))),
        paragraph(CENTRED, bold(say("dispatch-to", agency=sheet.agency))),
        paragraph(Style(size=13, align="center"), italic(attached)),
        rule(LYING, LYING // 4, after=12),
        grid(_columns(say), _rows(sheet.rows, say), size=12),
        paragraph(Style(size=12, before=6), say("dispatch-nameless")),
    ]


def list_title(sheet: Sheet, say: Say) -> str:
    return say("dispatch-title", label=sheet.label, agency=sheet.agency)


def _columns(say: Say) -> list[Column]:
    return [
        Column(say("dispatch-column-code"), 2.5, "center"),
        Column(say("dispatch-column-number"), 2.2, "center"),
        Column(say("dispatch-column-question"), 8.2, "both"),
        Column(say("dispatch-column-asked"), 1.6, "center"),
        Column(say("dispatch-column-places"), 3.2),
        Column(say("column-due"), 2.5, "center"),
        Column(say("dispatch-column-answer"), 5.0),
    ]


def _rows(rows: Sequence[Unanswered], say: Say) -> list[Row]:
    if not rows:
        return [Band(say("dispatch-nothing"), align="center")]
    return [
        (
            bold(one.code),
            one.number,
            one.question,
            str(one.asked),
            "; ".join(one.places),
            due(one, say),
            "",
        )
        for one in rows
    ]


def due(row: Unanswered, say: Say) -> str:
    """The day an answer was promised for; said where it is over."""
    day = short(row.due)
    return say("dispatch-late", day=day) if row.late else day
