"""Importing a list of households, for the office that got it: first a look ahead, then for good."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from bot.cli.options import DEFAULT, Config, out, over, remarks, texts
from bot.domain.errors import ConfigError
from bot.domain.programme import Programme
from bot.i18n import HOME
from bot.roster.notes import Decision
from bot.roster.verdicts import Change, Report, Verdict
from bot.services.roster import roster, roster_sheet, roster_words
from bot.work import Works

#: Rows shown of one kind; the sheet has all of them.
_SHOWN = 50

#: The worst first, in its colour; rows that are simply taken or known are counted.
_STYLES = {Decision.REVIEW: "red", Decision.NO_PHONE: "cyan", Decision.FIX: "yellow"}


def say(key: str, **args: str) -> str:
    return texts().say(HOME, key, **args)


def import_roster(
    file: Annotated[Path, typer.Argument(help="The list: .xlsx or CSV.", exists=True)],
    session: Annotated[
        int | None, typer.Option(help="Session number; overrules the column Buổi.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="A line of JSON a row, for programs.")
    ] = False,
    update: Annotated[
        bool, typer.Option("--update", help="The list is newer and overrules what is known.")
    ] = False,
    sheet: Annotated[
        Path | None, typer.Option(help="Write the list with our fixes and reasons to this .xlsx.")
    ] = None,
    config: Config = DEFAULT,
) -> None:
    """Put the households of a list into the database and on the lists of the sessions."""
    content = _content(file)

    async def run(works: Works) -> tuple[Report, Programme]:
        found = _cleaned(works, content, session)
        report = await _done(works, found, update=update, dry_run=dry_run)
        return report, works.programme

    report, programme = over(config, run)
    if sheet:
        sheet.write_bytes(roster_sheet.write(texts(), HOME, report))
        remarks.print(say("roster-sheet-written", where=str(sheet)), markup=False)
    if json:
        _print_lines(report)
    else:
        _print_tables(report, programme)
    _finish(report, dry_run=dry_run, json=json)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}.") from None


def _cleaned(works: Works, content: bytes, session: int | None) -> roster.Roster:
    programme = works.programme
    return roster.clean(roster.read(content), programme, works.clock.now(), session)


async def _done(works: Works, found: roster.Roster, *, update: bool, dry_run: bool) -> Report:
    async with works.begin() as work:
        report = await roster.check(work, found, update=update)
        if not dry_run:
            with _bar(len(report.verdicts)) as step:
                await roster.apply(work, report, step=step)
    return report


@contextmanager
def _bar(rows: int) -> Iterator[roster.Step]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    quiet = not remarks.is_terminal
    with Progress(*columns, console=remarks, transient=True, disable=quiet) as shown:
        task = shown.add_task(say("roster-progress"), total=rows)
        yield lambda more: shown.advance(task, more)


# ── what people and programs read ────────────────────────────────────────────────────────────


def _print_lines(report: Report) -> None:
    for one in report.verdicts:
        sheet = one.row.line.sheet
        line = {
            **({"sheet": sheet} if sheet else {}),
            "line": one.line,
            "decision": one.decision.value,
            "fix": {column.value: value for column, value in one.fix.items()},
            "why": roster_words.why(texts(), HOME, one),
        }
        sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
    sys.stdout.buffer.flush()


def _print_tables(report: Report, programme: Programme) -> None:
    for decision in _STYLES:
        if rows := report.having(decision):
            out.print(_rows(rows, decision))
            if len(rows) > _SHOWN:
                out.print(say("roster-more", more=str(len(rows) - _SHOWN)))
    out.print(_places(report, programme))
    out.print(roster_words.summary(texts(), HOME, report), markup=False)


def _rows(rows: list[Verdict], decision: Decision) -> Table:
    """The rows of one kind, as far as they are shown."""
    title = f"{roster_words.decision(texts(), HOME, decision)} ({len(rows)})"
    table = Table(title=Text(title, style=_STYLES[decision]), title_justify="left", box=None)
    table.add_column(say("roster-heading-line"), justify="right", no_wrap=True)
    table.add_column(say("roster-heading-name"), max_width=24)
    if decision is not Decision.REVIEW:
        table.add_column(say("roster-heading-fix"))
    table.add_column(say("roster-heading-why"))
    for one in rows[:_SHOWN]:
        where = roster_words.line(texts(), HOME, one.line, one.row.line.sheet)
        cells = [where, one.entry.name]
        if decision is not Decision.REVIEW:
            cells.append(
                ", ".join(f"{column}: {value or '–'}" for column, value in one.fix.items())
            )
        table.add_row(*map(Text, [*cells, roster_words.why(texts(), HOME, one)]))
    return table


def _places(report: Report, programme: Programme) -> Table:
    """How many of each kind by session, ward and seat group."""
    table = Table(box=None)
    for heading in ("session", "ward", "group"):
        table.add_column(say(f"roster-heading-{heading}"))
    for change in Change:
        table.add_column(say(f"roster-heading-{change.value}"), justify="right")
    for share in report.shares(programme):
        counts = (str(share.counts[change] or "") for change in Change)
        table.add_row(str(share.session or ""), share.ward, share.group, *counts)
    return table


def _finish(report: Report, *, dry_run: bool, json: bool) -> None:
    """What is to be done now; exit 1 where rows are left."""
    if dry_run:
        if not json:
            out.print(say("roster-trial"))
        return
    remarks.print(roster_words.outcome(texts(), HOME, report))
    if not report.is_whole:
        raise typer.Exit(1)
