"""Thông báo kết quả: for the notice board and the heads of khóm, within ten days of a dialogue.

Law on Local Government 2025, Art. 43. Plain words, no name of anybody who asked.
"""

from collections.abc import Sequence
from datetime import date

from bot.documents.dialogue import Dialogue
from bot.documents.headcount import Headcount
from bot.documents.item import Item, Outcome
from bot.documents.layout.closing import closing
from bot.documents.layout.letterhead import blank, letterhead, title
from bot.documents.layout.page import UPRIGHT, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import BODY, HEADING, LAST, Words, bold, gap, italic, paragraph
from bot.documents.layout.wml import Block
from bot.documents.moments import short, written
from bot.documents.office import Office
from bot.documents.remainder import remainder
from bot.documents.summary import by_agency
from bot.documents.words import Say
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What everyone may read about one dialogue.

    Neither private questions nor those that were answered privately are among its items.
    """

    office: Office
    dialogue: Dialogue
    present: Headcount
    items: tuple[Item, ...]
    more_at: str = ""  #: address of the page of answers


def results(told: Results, say: Say, *, on: date) -> bytes:
    """The result page, as DOCX."""
    office, dialogue = told.office, told.dialogue
    number = say("result-number", blank=blank(), office=office.symbol)
    about = say("result-about", dialogue=dialogue.name)
    held = say(
        "result-held",
        dialogue=dialogue.name,
        when=written(dialogue.starts_at, say),
        place=dialogue.place,
        count=str(told.present.households),
    )
    return Paper(title=about, on=on).file(
        [
            Part(
                [
                    letterhead(office, UPRIGHT, say, number),
                    *title(say("result-title"), about, UPRIGHT),
                    paragraph(BODY, held),
                    paragraph(BODY, _counted(told.items, say)),
                    *_answers(told.items, say),
                    paragraph(BODY, _more(told, say)),
                    paragraph(LAST, say("result-last")),
                    gap(10, keep=True),
                    closing(office, [say("result-heads"), say("result-board")], UPRIGHT, say),
                ]
            )
        ]
    )


def _counted(items: Sequence[Item], say: Say) -> str:
    answered = sum(bool(item.answer) for item in items)
    spoken = sum(_is_only_spoken(item) for item in items)
    if not items:
        return say("minutes-no-items")
    counted = say(
        "result-counted-spoken" if spoken else "result-counted",
        count=str(len(items)),
        answered=str(answered),
        spoken=str(spoken),
        later=str(sum(item.is_later and not item.answer for item in items)),
    )
    return f"{counted} {remainder(items, say)}".strip()


def _is_only_spoken(item: Item) -> bool:
    """Answered in the hall; its agency has not approved the words yet, so they are not told."""
    return item.oral and not item.answer and item.outcome is Outcome.OPEN


def _answers(items: Sequence[Item], say: Say) -> list[Block]:
    """What was asked and what is known, an agency after the other, numbered throughout."""
    blocks: list[Block] = []
    place = 0
    for agency, own in by_agency(items):
        blocks.append(paragraph(HEADING, bold(agency)))
        for item in own:
            place += 1
            blocks += _answer(place, item, say)
    return blocks


def _answer(place: int, item: Item, say: Say) -> list[Block]:
    same = say("paper-same", count=str(item.households)) if item.households > 1 else ""
    asked: list[Words] = [bold(say("result-asked", place=str(place))), f" {item.question}"]
    if item.answer:
        known: list[Words] = [bold(say("result-answer")), f" {item.answer}"]
    elif _is_only_spoken(item):
        confirming = say("result-confirming", agency=item.agency)
        known = [bold(say("result-spoken")), f" {confirming}"]
    elif item.outcome is Outcome.DECLINED:  # why was told to the asker, and to nobody else
        known = [bold(say("result-declined")), f" {say('result-why-told', agency=item.agency)}"]
    else:
        known = [bold(say("result-not-yet")), f" {_promise(item, say)}"]
    return [
        paragraph(BODY, *asked, italic(f" {same}" if same else "")),
        paragraph(BODY, *known),
    ]


def _promise(item: Item, say: Say) -> str:
    if item.due is None:
        return say("result-later", agency=item.agency)
    return say("result-by", agency=item.agency, day=short(item.due))


def _more(told: Results, say: Say) -> str:
    if told.more_at:
        return say("result-more-at", address=told.more_at, phone=told.office.phone)
    return say("result-more", phone=told.office.phone)
