"""Giấy mời for the panel: a letter to each who answers at the dialogue, and behind it the questions
that were asked beforehand."""

from collections.abc import Iterator
from datetime import date, datetime

from bot.documents.dialogue import Dialogue
from bot.documents.layout.closing import closing
from bot.documents.layout.letterhead import blank, letterhead, title
from bot.documents.layout.page import UPRIGHT, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import BODY, LAST, Style, Words, bold, gap, paragraph
from bot.documents.layout.wml import Block
from bot.documents.moments import written
from bot.documents.office import Office
from bot.documents.pack import Asked, Pack, pages
from bot.documents.words import Say
from bot.domain.values import dataclass

_FACT = Style(left=720, after=6, line=264)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panelist:
    """Who sits there for an agency; without a name the agency chooses."""

    name: str = ""
    post: str = ""  #: Phó Trưởng phòng
    agency: str
    questions: tuple[Asked, ...] = ()  #: asked beforehand; they go with the letter
    answer_days: int  #: working days for what stays unanswered in the hall
    answer_by: datetime  #: when they are over, local


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelLetters:
    """The panel of one dialogue."""

    office: Office
    dialogue: Dialogue
    name_by: datetime | None  #: until when an agency says who comes; None: that day is over
    panel: tuple[Panelist, ...]


def panel_letters(letters: PanelLetters, say: Say, *, on: date) -> bytes:
    """A letter to each, with what it encloses, as DOCX."""
    paper = Paper(title=say("panel-name", dialogue=letters.dialogue.name), on=on)
    return paper.file(
        [part for one in letters.panel for part in _letter_and_questions(letters, one, say)]
    )


def _letter_and_questions(letters: PanelLetters, panelist: Panelist, say: Say) -> Iterator[Part]:
    yield _letter(letters, panelist, say)
    if panelist.questions:
        enclosed = Pack(
            office=letters.office,
            dialogue=letters.dialogue,
            agency=panelist.agency,
            questions=panelist.questions,
        )
        yield pages(enclosed, say)


def _letter(letters: PanelLetters, panelist: Panelist, say: Say) -> Part:
    office, dialogue = letters.office, letters.dialogue
    number = say("letter-number", blank=blank(), office=office.symbol)
    return Part(
        [
            letterhead(office, UPRIGHT, say, number),
            *title(say("letter-title"), say("letter-about", dialogue=dialogue.name), UPRIGHT),
            paragraph(BODY, say("letter-invites", office=office.called)),
            *_guest(panelist, say),
            _fact(say("letter-to"), dialogue.name),
            _fact(say("letter-chair"), dialogue.chaired_by),
            _fact(say("letter-when"), bold(written(dialogue.starts_at, say))),
            _fact(say("letter-where"), bold(dialogue.place)),
            paragraph(BODY, say("panel-prepare", count=len(panelist.questions))),
            paragraph(BODY, _afterwards(panelist, say)),
            paragraph(BODY, _who_comes(letters, panelist, say)),
            paragraph(LAST, say("panel-last")),
            gap(8, keep=True),
            closing(office, [say("letter-as-above")], UPRIGHT, say),
        ]
    )


def _guest(panelist: Panelist, say: Say) -> list[Block]:
    if not panelist.name:
        return [_fact(say("panel-somebody"), bold(panelist.agency))]
    post = ", ".join(part for part in (panelist.post, panelist.agency) if part)
    return [_fact(say("letter-guest"), bold(panelist.name)), _fact(say("panel-post"), post)]


def _fact(label: str, words: Words) -> Block:
    return paragraph(_FACT, f"{label} ", words)


def _afterwards(panelist: Panelist, say: Say) -> str:
    """What becomes of a question from the floor that nobody answers there."""
    by = written(panelist.answer_by, say)
    return say("panel-afterwards", days=str(panelist.answer_days), by=by)


def _who_comes(letters: PanelLetters, panelist: Panelist, say: Say) -> str:
    if panelist.name:
        return say("panel-instead", phone=letters.office.phone)
    if letters.name_by is None:
        return say("panel-name-soon", phone=letters.office.phone)
    by = written(letters.name_by, say)
    return say("panel-name-by", by=by, phone=letters.office.phone)
