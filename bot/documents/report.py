"""Báo cáo kết quả: what a dialogue was and brought, and what it cost, to the People's Committee."""

from collections.abc import Sequence
from datetime import date

from bot.documents.amounts import digits, in_words
from bot.documents.costs import Costs
from bot.documents.dialogue import Dialogue
from bot.documents.headcount import Headcount
from bot.documents.item import Item
from bot.documents.layout.closing import closing
from bot.documents.layout.dashes import dashes
from bot.documents.layout.grid import Band, Column, Row, grid
from bot.documents.layout.letterhead import blank, letterhead, title
from bot.documents.layout.page import UPRIGHT, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import BODY, HEADING, LAST, Style, bold, capital, gap, paragraph
from bot.documents.layout.wml import Block
from bot.documents.moments import written
from bot.documents.office import Office
from bot.documents.remainder import remainder
from bot.documents.summary import by_agency, summary
from bot.documents.words import Say
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """About one dialogue."""

    office: Office
    to: str  #: Ủy ban nhân dân thành phố Trà Vinh
    dialogue: Dialogue
    invited: int  #: households
    present: Headcount
    items: tuple[Item, ...]
    costs: Costs
    timings: tuple[str, ...] = ()  #: how long each agency took, a sentence each
    proposals: tuple[str, ...] = ()


def report(held: Report, say: Say, *, on: date) -> bytes:
    """The report with its appendix, as DOCX."""
    office = held.office
    number = say("report-number", blank=blank(), office=office.symbol)
    about = say("report-about", dialogue=held.dialogue.name)
    parts = [
        Part(
            [
                letterhead(office, UPRIGHT, say, number),
                *title(say("report-title"), about, UPRIGHT),
                paragraph(Style(align="center", after=10), say("paper-to", whom=held.to)),
                *_course(held, say),
                *_results(held.items, say),
                *_timings(held.timings, say),
                *_costs(held.costs, say),
                *_proposals(held.proposals, say),
                paragraph(LAST, say("report-last", office=office.called)),
                gap(10, keep=True),
                closing(office, [say("letter-as-above")], UPRIGHT, say),
            ]
        ),
        summary(held.items, say("report-attached", number=number, office=office.called), say),
    ]
    return Paper(title=about, on=on).file(parts)


def _course(held: Report, say: Say) -> list[Block]:
    dialogue, present = held.dialogue, held.present
    when = written(dialogue.starts_at, say)
    groups = "; ".join(
        say("report-group", group=group, count=str(count)) for group, count in present.groups
    )
    return [
        paragraph(HEADING, bold(say("report-course"))),
        paragraph(
            BODY,
            say(
                "report-held",
                office=held.office.called,
                dialogue=dialogue.name,
                when=when,
                place=dialogue.place,
                chair=dialogue.chaired_by,
            ),
        ),
        paragraph(
            BODY, say("report-invited", invited=str(held.invited), came=str(present.households))
        ),
        *([paragraph(BODY, say("report-groups", groups=groups))] if groups else []),
        paragraph(
            BODY, say("report-among", women=str(present.women), minorities=str(present.minorities))
        ),
    ]


def _results(items: Sequence[Item], say: Say) -> list[Block]:
    oral = sum(item.oral for item in items)
    later = sum(item.is_later for item in items)
    counted = say("report-counted", count=str(len(items)), oral=str(oral), later=str(later))
    beside = remainder([item for item in items if not item.oral], say)
    return [
        paragraph(HEADING, bold(say("report-results"))),
        paragraph(BODY, " ".join(filter(None, (counted, beside, say("report-appended"))))),
        grid(_agency_columns(say), _agencies(items, say), size=13),
        gap(6),
    ]


def _timings(timings: Sequence[str], say: Say) -> list[Block]:
    if not timings:
        return []
    return [paragraph(BODY, say("report-timings")), *dashes(timings, say)]


def _agency_columns(say: Say) -> list[Column]:
    return [
        Column(say("column-place"), 1.3, "center"),
        Column(say("column-agency"), 5.3),
        Column(say("report-asked"), 2.3, "center"),
        Column(say("report-oral"), 2.5, "center"),
        Column(say("report-later"), 2.7, "center"),
        Column(say("report-apart"), 2.4, "center"),
    ]


def _agencies(items: Sequence[Item], say: Say) -> list[Row]:
    if not items:
        return [Band(say("summary-nothing"), align="center")]
    rows: list[Row] = [
        (str(place), agency, *_counts(own))
        for place, (agency, own) in enumerate(by_agency(items), start=1)
    ]
    return [*rows, ("", bold(say("signing-total")), *(bold(one) for one in _counts(items)))]


def _counts(items: Sequence[Item]) -> tuple[str, str, str, str]:
    oral = sum(item.oral for item in items)
    later = sum(item.is_later for item in items)
    return str(len(items)), str(oral), str(later), str(len(items) - oral - later)


def _costs(costs: Costs, say: Say) -> list[Block]:
    spoken = say("signing-in-words", amount=capital(in_words(costs.total)))
    return [
        paragraph(HEADING, bold(say("report-costs"))),
        grid(_cost_columns(say), _cost_rows(costs, say), size=13),
        gap(6),
        paragraph(BODY, spoken),
    ]


def _cost_columns(say: Say) -> list[Column]:
    return [
        Column(say("column-place"), 1.3, "center"),
        Column(say("report-what"), 6.2),
        Column(say("report-how-many"), 3.0, "center"),
        Column(say("report-each"), 3.0, "right"),
        Column(say("report-sum"), 3.0, "right"),
    ]


def _cost_rows(costs: Costs, say: Say) -> list[Row]:
    people = say("report-people", count=str(costs.heads))
    session = say("report-session")
    lines = [
        (say("report-drinks"), people, digits(costs.drink), digits(costs.drinks)),
        (say("report-hall"), session, digits(costs.hall), digits(costs.hall)),
    ]
    if costs.stationery:
        paid = digits(costs.stationery)
        lines.append((say("report-stationery"), session, paid, paid))
    rows: list[Row] = [(str(place), *line) for place, line in enumerate(lines, start=1)]
    return [*rows, ("", bold(say("signing-total")), "", "", bold(digits(costs.total)))]


def _proposals(proposals: Sequence[str], say: Say) -> list[Block]:
    if not proposals:
        return []
    return [
        paragraph(HEADING, bold(say("report-proposals"))),
        *dashes(proposals, say),
    ]
