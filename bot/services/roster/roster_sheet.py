"""The list as it goes back: our fixes filled in, the reason beside each row, in colours."""

from bot.i18n import Texts
from bot.roster.cells import shown
from bot.roster.columns import Column
from bot.roster.notes import Decision, Notes
from bot.roster.phones import read_phone
from bot.roster.verdicts import Report, Verdict
from bot.services.roster import roster_words

_COLOURS = {
    Decision.ACCEPT: "",
    Decision.FIX: "FFF2CC",
    Decision.NO_PHONE: "DDEBF7",
    Decision.DUPLICATE: "E7E6E6",
    Decision.REVIEW: "F8CBAD",
}
_WIDTHS = (6, 6, 12, 28, 10, 10, 10, 16, 20, 24, 16, 8, 24, 90)


def write(texts: Texts, language: str, report: Report) -> bytes:
    """An XLSX to be corrected and sent in again; what we added is not read then.

    It contains no formula and no card number, whatever the file held.
    """
    from bot.documents import corrections  # noqa: PLC0415 - 15 MB that few runs need

    say = texts.say
    headings = [
        *map(str, Column),
        say(language, "roster-heading-line"),
        say(language, "roster-heading-result"),
        say(language, "roster-heading-why"),
    ]
    rows = ((_cells(texts, language, one), _COLOURS[one.decision]) for one in report.verdicts)
    return corrections.write(headings, rows, _WIDTHS)


def _cells(texts: Texts, language: str, verdict: Verdict) -> list[str]:
    return [
        *(_value(verdict, column) for column in Column),
        str(verdict.line),
        roster_words.decision(texts, language, verdict.decision),
        roster_words.why(texts, language, verdict),
    ]


def _value(verdict: Verdict, column: Column) -> str:
    """What we would write; otherwise the cell's own text, as far as it may be repeated."""
    row = verdict.row
    cell = row.line.cell(column)
    mended = row.notes.fixes.get(column)
    if mended is not None:
        return str(mended)
    if column == Column.PHONE and not verdict.entry.facts.phone:
        return read_phone(cell, Notes()) or shown(cell)  # of a row that was not read further
    return shown(cell) or _elsewhere(verdict, column)


def _elsewhere(verdict: Verdict, column: Column) -> str:
    """What stands in the row under another heading: a cross under *Nữ*, a year in its place."""
    facts = verdict.entry.facts
    if column == Column.SEX:
        return facts.sex.value
    return str(facts.birth_year or "") if column == Column.YEAR else ""
