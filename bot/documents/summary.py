"""Bảng tổng hợp ý kiến, kiến nghị: what was asked, by agency. An appendix on pages that lie."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.documents.item import Item, Outcome
from bot.documents.layout.grid import Band, Column, Row, grid
from bot.documents.layout.page import LYING, Part
from bot.documents.layout.text import CENTRED, Style, bold, italic, paragraph, rule
from bot.documents.moments import short
from bot.documents.words import Say


def summary(items: Sequence[Item], attached_to: str, say: Say) -> Part:
    """The appendix; ``attached_to`` says which paper it belongs to."""
    return Part(
        [
            paragraph(CENTRED, bold(say("summary-appendix"))),
            paragraph(CENTRED, bold(say("summary-title"))),
            paragraph(Style(size=13, align="center"), italic(attached_to)),
            rule(LYING, LYING // 4, after=12),
            grid(_columns(say), list(_rows(items, say)), size=12),
            paragraph(Style(size=12, before=6), say("summary-nameless")),
        ],
        lies=True,
    )


def by_agency(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """Agencies in the order of the alphabet, each with what it was asked."""
    ordered = sorted(items, key=lambda item: item.agency)
    return [(agency, list(own)) for agency, own in groupby(ordered, lambda item: item.agency)]


def _columns(say: Say) -> list[Column]:
    return [
        Column(say("column-place"), 1.3, "center"),
        Column(say("column-number"), 2.0, "center"),
        Column(say("summary-what"), 6.0, "both"),
        Column(say("summary-from"), 2.7),
        Column(say("column-topic"), 2.1),
        Column(say("summary-answer"), 5.6, "both"),
        Column(say("summary-how"), 1.7, "center"),
        Column(say("column-due"), 2.3, "center"),
        Column(say("column-note"), 1.5),
    ]


def _rows(items: Sequence[Item], say: Say) -> Iterator[Row]:
    place = 0
    if not items:
        yield Band(say("summary-nothing"), align="center")
    for agency, own in by_agency(items):
        yield Band(bold(say("summary-agency", agency=agency, count=str(len(own)))))
        for item in own:
            place += 1
            yield _row(place, item, say)


def _row(place: int, item: Item, say: Say) -> tuple[str, ...]:
    same = say("paper-same", count=str(item.households)) if item.households > 1 else ""
    return (
        str(place),
        item.number,
        f"{item.question} {same}".strip(),
        item.asker,
        item.topic,
        _answer(item, say),
        _how(item, say),
        short(item.due) if item.due else "",
        "",
    )


def _answer(item: Item, say: Say) -> str:
    """The words, or why there are none; what was said in the hall stands as it was said."""
    if item.oral or item.outcome is Outcome.OPEN:
        return item.answer
    if item.outcome is Outcome.PRIVATE:
        return say("summary-private")
    return say("summary-declined", reason=item.reason or "none")


def _how(item: Item, say: Say) -> str:
    if item.oral:
        return say("summary-oral")
    return "" if item.outcome is Outcome.DECLINED else say("summary-written")
