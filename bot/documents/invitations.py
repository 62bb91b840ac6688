"""Giấy mời: one file a hamlet, for its head to hand out.

A list to tick comes first, then a whole page for each household. A page each, not half a one: the
letters stay at 14 points for old eyes, the seal has its room, and nobody has to cut. A hamlet has
some five to ten households in a session, so half a page would save a handful of sheets.
"""

from collections.abc import Sequence
from datetime import date, datetime

from bot.documents.dialogue import Dialogue
from bot.documents.layout.closing import closing
from bot.documents.layout.grid import Band, Column, grid
from bot.documents.layout.letterhead import blank, letterhead, side_by_side, title
from bot.documents.layout.page import UPRIGHT, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import BODY, LAST, Span, Style, bold, gap, paragraph
from bot.documents.layout.wml import Block, twips
from bot.documents.moments import written
from bot.documents.office import Office
from bot.documents.qr import code_of
from bot.documents.words import Say
from bot.domain.values import dataclass

#: The width of the code and the link under it.
_CODE = twips(6.0)

_LINK = Style(size=10, align="center", after=8)
_FACT = Style(left=720, after=5, line=259)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A household that is invited."""

    name: str  #: of the person who stands for it, as the list has it
    link: str  #: of its own: to answer, and to be checked in


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """What the head of one hamlet hands out."""

    office: Office
    dialogue: Dialogue
    hamlet: str  #: with its ward: Khóm 3, Phường 7
    head: str  #: Trưởng Ban nhân dân Khóm 3
    return_by: datetime  #: when the ticked list is wanted back
    bring: str = ""  #: in place of the usual words
    guests: tuple[Guest, ...]


def invitations(handout: Handout, say: Say, *, on: date) -> bytes:
    """The list for the head of the hamlet, then a page for each household, as DOCX."""
    paper = Paper(title=say("handing-name", hamlet=handout.hamlet), on=on)
    letters = [_letter(paper, handout, guest, say) for guest in handout.guests]
    return paper.file([_cover(handout, say), *letters])


# ── the list for the head of the hamlet ──────────────────────────────────────────────────────


def _cover(handout: Handout, say: Say) -> Part:
    until = written(handout.return_by, say)
    office = handout.office
    return Part(
        [
            letterhead(office, UPRIGHT, say),
            *title(say("handing-title"), _about_handing(handout, say), UPRIGHT),
            paragraph(
                BODY, say("handing-how", head=handout.head, office=office.called, until=until)
            ),
            grid(_cover_columns(say), _handed(handout.guests, say), height=0.9),
            gap(8),
            paragraph(BODY, say("handing-count", count=str(len(handout.guests)))),
            paragraph(BODY, say("letter-call", head=office.called, phone=office.phone)),
        ]
    )


def _about_handing(handout: Handout, say: Say) -> str:
    return say("handing-about", hamlet=handout.hamlet, dialogue=handout.dialogue.name)


def _handed(guests: Sequence[Guest], say: Say) -> list[Sequence[str | Span] | Band]:
    if not guests:
        return [Band(say("handing-nobody"), align="center")]
    return [(str(place), guest.name, "", "", "", "") for place, guest in enumerate(guests, start=1)]


def _cover_columns(say: Say) -> list[Column]:
    return [
        Column(say("column-place"), 1.4, "center"),
        Column(say("column-name"), 5.3),
        Column(say("handing-given"), 1.7, "center"),
        Column(say("handing-comes"), 1.7, "center"),
        Column(say("handing-stays"), 1.9, "center"),
        Column(say("handing-remark"), 4.5),
    ]


# ── one letter ───────────────────────────────────────────────────────────────────────────────


def _letter(paper: Paper, handout: Handout, guest: Guest, say: Say) -> Part:
    office, dialogue = handout.office, handout.dialogue
    number = say("letter-number", blank=blank(), office=office.symbol)
    return Part(
        [
            letterhead(office, UPRIGHT, say, number),
            *title(say("letter-title"), say("letter-about", dialogue=dialogue.name), UPRIGHT),
            paragraph(BODY, say("letter-invites", office=office.called)),
            _fact(say("letter-guest"), bold(guest.name)),
            _fact(say("letter-of"), handout.hamlet),
            _fact(say("letter-to"), dialogue.name),
            _fact(say("letter-chair"), dialogue.chaired_by),
            _fact(say("letter-when"), bold(written(dialogue.starts_at, say))),
            _fact(say("letter-where"), bold(dialogue.place)),
            paragraph(BODY, handout.bring or say("letter-bring")),
            paragraph(BODY, say("letter-instead")),
            _code(paper, guest, handout, say),
            paragraph(LAST, say("letter-last")),
            gap(8, keep=True),
            closing(office, [say("letter-as-above")], UPRIGHT, say),
        ]
    )


def _fact(label: str, words: str | Span) -> Block:
    return paragraph(_FACT, f"{label} ", words)


def _code(paper: Paper, guest: Guest, handout: Handout, say: Say) -> Block:
    """The code with its link, and beside it what it is for and whom to ask."""
    code = code_of(guest.link)
    shown = paragraph(_LINK, guest.link.rpartition("://")[2])
    aside = Style(align="both", left=twips(0.4), before=8, line=259)
    call = say("letter-call", head=handout.head, phone=handout.office.phone)
    return side_by_side(
        (_CODE, UPRIGHT - _CODE),
        [paper.picture(code.png, code.centimetres), shown],
        [paragraph(aside, say("letter-code")), paragraph(aside, call)],
    )
