"""Biên bản đối thoại: who was there, each question and what came of it, the conclusions."""

from collections.abc import Sequence
from datetime import date

from bot.documents.dialogue import Dialogue
from bot.documents.headcount import Headcount
from bot.documents.item import Item, Outcome
from bot.documents.layout.closing import Signature, signatures
from bot.documents.layout.dashes import dashes
from bot.documents.layout.letterhead import blank, letterhead, title
from bot.documents.layout.page import UPRIGHT, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import BODY, HEADING, LAST, bold, gap, italic, paragraph
from bot.documents.layout.wml import Block
from bot.documents.moments import written, written_time
from bot.documents.office import Office
from bot.documents.remainder import remainder
from bot.documents.words import Say
from bot.domain.values import dataclass

#: For a name that is written by hand.
_ROOM = "…" * 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What was recorded of one dialogue."""

    office: Office
    dialogue: Dialogue
    agencies: tuple[str, ...]  #: who sat on the panel: agency, name and post
    present: Headcount
    items: tuple[Item, ...]
    conclusions: tuple[str, ...]


def minutes(recorded: Minutes, say: Say, *, on: date) -> bytes:
    """The minutes, as DOCX."""
    office, dialogue = recorded.office, recorded.dialogue
    number = say("minutes-number", blank=blank(), office=office.symbol)
    return Paper(title=say("minutes-title"), on=on).file(
        [
            Part(
                [
                    letterhead(office, UPRIGHT, say, number),
                    *title(
                        say("minutes-title"), say("minutes-about", dialogue=dialogue.name), UPRIGHT
                    ),
                    paragraph(BODY, say("minutes-began", when=written(dialogue.starts_at, say))),
                    paragraph(BODY, say("minutes-where", place=dialogue.place)),
                    *_present(recorded, say),
                    *_course(recorded.items, say),
                    *_conclusions(recorded.conclusions, say),
                    paragraph(BODY, say("minutes-ended", time=_end(dialogue, say))),
                    paragraph(LAST, say("minutes-read")),
                    gap(10, keep=True),
                    signatures(
                        UPRIGHT,
                        Signature(
                            say("minutes-secretary"),
                            dialogue.secretary,
                            below=say("paper-sign-how"),
                        ),
                        Signature(
                            say("minutes-chair"), dialogue.chair, below=say("paper-sign-how")
                        ),
                    ),
                ]
            )
        ]
    )


def _present(recorded: Minutes, say: Say) -> list[Block]:
    dialogue, present = recorded.dialogue, recorded.present
    return [
        paragraph(HEADING, bold(say("minutes-present"))),
        paragraph(BODY, say("minutes-in-the-chair", chair=dialogue.chaired_by)),
        paragraph(BODY, say("minutes-writing", secretary=dialogue.secretary or _ROOM)),
        paragraph(BODY, say("minutes-panel")),
        *dashes(recorded.agencies, say),
        paragraph(BODY, say("minutes-households", count=str(present.households))),
        *dashes([*_groups(present, say), _among(present, say)], say),
    ]


def _groups(present: Headcount, say: Say) -> list[str]:
    return [say("minutes-group", group=group, count=str(count)) for group, count in present.groups]


def _among(present: Headcount, say: Say) -> str:
    women, minorities = str(present.women), str(present.minorities)
    return say("minutes-among", women=women, minorities=minorities)


def _course(items: Sequence[Item], say: Say) -> list[Block]:
    heading = paragraph(HEADING, bold(say("minutes-course")))
    if not items:
        return [heading, paragraph(BODY, say("minutes-no-items"))]
    oral = sum(item.oral for item in items)
    later = sum(item.is_later for item in items)
    counted = say("minutes-counted", count=str(len(items)), oral=str(oral), later=str(later))
    beside = remainder([item for item in items if not item.oral], say)
    return [
        heading,
        paragraph(BODY, f"{counted} {beside}".strip()),
        *(block for place, item in enumerate(items, start=1) for block in _item(place, item, say)),
    ]


def _item(place: int, item: Item, say: Say) -> list[Block]:
    """The question, and what was answered, to whom it goes, or what came of it otherwise."""
    asked = say("minutes-item", place=str(place), asker=item.asker, number=item.number)
    same = say("paper-same", count=str(item.households)) if item.households > 1 else ""
    if item.oral:
        label, words = say("minutes-answered", who=item.answered_by or item.agency), item.answer
    else:
        label, words = say("minutes-recorded"), _recorded(item, say)
    return [
        paragraph(BODY, bold(asked), f" {item.question}", italic(f" {same}" if same else "")),
        paragraph(BODY, italic(label), f" {words}"),
    ]


def _recorded(item: Item, say: Say) -> str:
    match item.outcome:
        case Outcome.PRIVATE:
            return say("minutes-private", agency=item.agency)
        case Outcome.DECLINED:
            return say("minutes-declined", agency=item.agency, reason=item.reason or "none")
        case Outcome.OPEN:
            return say("minutes-passed-on", agency=item.agency)


def _conclusions(conclusions: Sequence[str], say: Say) -> list[Block]:
    said = conclusions or (say("minutes-no-conclusions"),)
    return [
        paragraph(HEADING, bold(say("minutes-conclusions"))),
        *dashes(said, say),
    ]


def _end(dialogue: Dialogue, say: Say) -> str:
    if dialogue.ends_at is None:
        return say("minutes-end-open")
    return written_time(dialogue.ends_at.time(), say)
