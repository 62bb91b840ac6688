"""The list as it goes back: our fixes filled in, the reason beside each row, in colours."""

from collections.abc import Sequence

from bot.i18n import Texts
from bot.roster.cells import shown
from bot.roster.columns import RELATION, Column
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
#: Of our columns, of the one for members, and of what we write beside them.
_WIDTHS = (6, 6, 12, 28, 10, 10, 10, 16, 20, 24, 16, 16, 8, 24, 90)


def write(texts: Texts, language: str, report: Report) -> bytes:
    """An XLSX to be corrected and sent in again; what we added is not read then.

    It contains no formula and no card number, whatever the file held.
    """
    from bot.documents import corrections  # noqa: PLC0415 - 15 MB that few runs need

    say = texts.say
    columns = _columns(report)
    headings = [
        *map(str, columns),
        say(language, "roster-heading-line"),
        say(language, "roster-heading-result"),
        say(language, "roster-heading-why"),
    ]
    rows = (
        (_cells(texts, language, one, columns), _COLOURS[one.decision]) for one in report.verdicts
    )
    return corrections.write(headings, rows, (*_WIDTHS[: len(columns)], *_WIDTHS[-3:]))


def _columns(report: Report) -> list[Column | str]:
    """Ours; that of who is whose only where the list has it, so that it is not lost on its way."""
    has_members = any(one.row.line.cell(RELATION) for one in report.verdicts)
    return [*Column, *([RELATION] if has_members else [])]


def _cells(
    texts: Texts, language: str, verdict: Verdict, columns: Sequence[Column | str]
) -> list[str]:
    return [
        *(_value(verdict, column) for column in columns),
        roster_words.line(texts, language, verdict.line, verdict.row.line.sheet),
        roster_words.decision(texts, language, verdict.decision),
        roster_words.why(texts, language, verdict),
    ]


def _value(verdict: Verdict, column: Column | str) -> str:
    """What we would write; otherwise the cell's own text, as far as it may be repeated."""
    row = verdict.row
    cell = row.line.cell(column)
    mended = row.notes.fixes.get(column) if isinstance(column, Column) else None
    if mended is not None:
        return str(mended)
    if column == Column.PHONE and not verdict.entry.facts.phone:
        return read_phone(cell, Notes()) or shown(cell)  # of a row that was not read further
    return shown(cell) or _elsewhere(verdict, column)


def _elsewhere(verdict: Verdict, column: Column | str) -> str:
    """What stands in the row under another heading: a cross under *Nữ*, a year in its place."""
    facts = verdict.entry.facts
    if column == Column.SEX:
        return facts.sex.value
    return str(facts.birth_year or "") if column == Column.YEAR else ""
