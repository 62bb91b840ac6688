"""What an agency reads before a dialogue: the questions asked so far on its topics. No names."""

from collections.abc import Sequence
from datetime import date

from bot.documents.dialogue import Dialogue
from bot.documents.layout.grid import Band, Column, Row, grid
from bot.documents.layout.letterhead import letterhead, title
from bot.documents.layout.page import UPRIGHT, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import BODY, gap, paragraph
from bot.documents.moments import short, written
from bot.documents.office import Office
from bot.documents.words import Say
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, or several alike."""

    number: str  #: TV-0012
    question: str
    hamlets: int  #: in how many khóm and ấp it was asked
    topic: str
    asked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """For one agency."""

    office: Office
    dialogue: Dialogue
    agency: str
    questions: tuple[Asked, ...]


def pack(asked: Pack, say: Say, *, on: date) -> bytes:
    """The questions of an agency, as DOCX."""
    about = say("pack-about", agency=asked.agency)
    return Paper(title=about, on=on).file([pages(asked, say)])


def pages(asked: Pack, say: Say) -> Part:
    """The same within another paper."""
    dialogue = asked.dialogue
    when = written(dialogue.starts_at, say)
    return Part(
        [
            letterhead(asked.office, UPRIGHT, say),
            *title(say("pack-title"), say("pack-about", agency=asked.agency), UPRIGHT),
            paragraph(
                BODY, say("pack-for", dialogue=dialogue.name, when=when, place=dialogue.place)
            ),
            paragraph(BODY, say("pack-count", count=str(len(asked.questions)))),
            grid(_columns(say), _rows(asked.questions, say), size=12),
            gap(8),
            paragraph(BODY, say("pack-last")),
        ]
    )


def _columns(say: Say) -> list[Column]:
    return [
        Column(say("column-number"), 2.0, "center"),
        Column(say("column-question"), 8.0, "both"),
        Column(say("column-hamlets"), 1.8, "center"),
        Column(say("column-topic"), 2.4),
        Column(say("column-asked"), 2.3, "center"),
    ]


def _rows(questions: Sequence[Asked], say: Say) -> list[Row]:
    if not questions:
        return [Band(say("pack-nothing"), align="center")]
    return [
        (one.number, one.question, str(one.hamlets), one.topic, short(one.asked_on))
        for one in questions
    ]
