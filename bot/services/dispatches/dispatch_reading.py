"""What a returned sheet says: which row each line is for, and what becomes of it.

Nothing is kept here, and nothing is said of a row that is not the reader's to answer.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from bot.documents.incoming import dispatch_lines, reading
from bot.documents.incoming.dispatch_lines import Filled, Line
from bot.domain import access
from bot.domain.dispatches import Dispatch, read_code
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.values import dataclass
from bot.services.dispatches import dispatch_papers
from bot.services.dispatches.dispatch_matching import Known, match
from bot.services.dispatches.dispatch_verdicts import TAKEN, Judged, Verdict, settle
from bot.work import Work
from storage import dispatches, doubts

#: The longest file that is taken, in rows: everybody else waits as long.
LONGEST = 1_000

#: What a line may still be for, once somebody says so or mends it.
_ABLE = (*TAKEN, Verdict.WRONG, Verdict.ASK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A returned sheet as it was understood."""

    judged: tuple[Judged, ...]
    dispatches: tuple[Dispatch, ...]

    def having(self, *verdicts: Verdict) -> list[Judged]:
        return [one for one in self.judged if one.verdict in verdicts]


def read(content: bytes) -> Filled:
    """The lines of a file. Raises Refused for one that is no dispatch, or too long."""
    found = dispatch_lines.filled(reading.read(content))
    if len(found.lines) > LONGEST:
        raise Refused("dispatch-too-long", most=str(LONGEST))
    return found


def is_dispatch(content: bytes) -> bool:
    """Whether a file is a dispatch rather than another list; False for what cannot be read."""
    try:
        return dispatch_lines.is_dispatch(reading.read(content))
    except Refused:
        return False


async def understand(work: Work, filled: Filled, person: Person | None) -> Understood:
    """Hold the lines against what is there. Raises Refused if no row of theirs is in it.

    ``person`` None: whoever runs the installation.
    """
    known, others = await _known(work, filled, person)
    if not known:
        raise Refused("dispatch-not-yours" if others else "dispatch-unknown")
    judged: list[Judged] = []
    for line in filled.lines:
        judged.append(await _judge(work, line, known, person, judged))
    sheets = {one.dispatch.id: one.dispatch for one in known}
    said = _still_waiting(_said_once(judged))
    return Understood(judged=tuple(said), dispatches=tuple(sheets.values()))


def _said_once(judged: list[Judged]) -> list[Judged]:
    """An answer counts once where a sheet repeats it: a row that stands apart from its cluster, but
    has the words of the cluster's own row, leaves its question where it is.
    """
    whole = {(one.question.id, one.text) for one in judged if one.question}
    return [
        replace(one, verdict=Verdict.SAME, standing=None)
        if one.verdict is Verdict.APART and one.leads and (one.leads.id, one.text) in whole
        else one
        for one in judged
    ]


def _still_waiting(judged: list[Judged]) -> list[Judged]:
    """Who waits by now for an answer of their own, and has none in this file either."""
    answered = {one.question.id for one in judged if one.question and one.verdict in TAKEN}
    return [
        replace(one, rest=tuple(rest for rest in one.rest if rest.id not in answered))
        for one in judged
    ]


async def _known(work: Work, filled: Filled, person: Person | None) -> tuple[list[Known], bool]:
    """The rows that may be in the file, of sheets this person may return; and whether of others."""
    found: dict[int, Dispatch] = {}
    seen: set[int] = set()
    known: list[Known] = []
    others = False
    for dispatch in await _named(work, filled):
        found[dispatch.id] = dispatch
    for row in dict.fromkeys(read_code(one.code) for one in filled.lines):
        if row is not None and row not in seen and (sheet := await dispatches.of_row(work.tx, row)):
            if sheet.id not in found:
                seen.update(one.id for one in await dispatches.rows(work.tx, sheet.id))
            found[sheet.id] = sheet
    for dispatch in found.values():
        if person and not access.may_have_sheet(person, dispatch.queue):
            others = True
            continue
        known += await rows_of(work, dispatch)
    return known, others


async def rows_of(work: Work, dispatch: Dispatch) -> list[Known]:
    """The rows of a sheet, with the words that stand in them."""
    rows = await dispatches.rows(work.tx, dispatch.id)
    texts = await dispatch_papers.words_of(work, rows)
    return [Known(dispatch, one, text) for one, text in zip(rows, texts, strict=True)]


async def _named(work: Work, filled: Filled) -> list[Dispatch]:
    """The sheets that the file names above its rows: for one whose codes are all damaged."""
    named = [
        await dispatches.numbered(work.tx, year, number) for year, number in sorted(filled.named)
    ]
    return [one for one in named if one]


async def _judge(
    work: Work, line: Line, known: list[Known], person: Person | None, before: Iterable[Judged]
) -> Judged:
    if line.is_formula:
        return Judged(line=line, verdict=Verdict.FORMULA)
    if not line.answer:
        return Judged(line=line, verdict=Verdict.EMPTY)
    if await doubts.is_settled(work.tx, digest(line, {one.dispatch.id for one in known})):
        return Judged(line=line, verdict=Verdict.SAME)
    found = match(line, known)
    if not found.sure:
        return await _doubtful(work, line, found.candidates, found.why, person)
    return _once(await settle(work, line, found.candidates[0], person), before)


def _once(judged: Judged, before: Iterable[Judged]) -> Judged:
    """A line as it was judged; where one above is for the same question, only as far as both say
    the same.
    """
    above = next((one for one in before if one.text and _is_same(one, judged)), None)
    if above is None:
        return judged
    if above.line.answer == judged.line.answer:
        return replace(judged, verdict=Verdict.SAME, standing=None) if above.question else judged
    return Judged(
        line=judged.line,
        verdict=Verdict.ASK,
        candidates=judged.candidates,
        why="twice",
        args={"other": above.line.place},
    )


def _is_same(one: Judged, other: Judged) -> bool:
    """For the same row, or for the same question in two of them."""
    is_same_row = one.candidates == other.candidates
    return is_same_row or (one.question is not None and _id(one) == _id(other))


def _id(one: Judged) -> int | None:
    return one.question.id if one.question else None


async def _doubtful(
    work: Work, line: Line, candidates: tuple[Known, ...], why: str, person: Person | None
) -> Judged:
    """Asked about, where there is a question it may be for that can still be answered.

    That another one has these very words says nothing: many are told the same.
    """
    each = [(one, (await settle(work, line, one, person)).verdict) for one in candidates]
    able = [one for one, verdict in each if verdict in _ABLE]
    known = [one for one, verdict in each if verdict is Verdict.SAME]
    if known and not able:
        return Judged(line=line, verdict=Verdict.SAME, candidates=(known[0],))
    meant = tuple(one for one in candidates if one in able or one in known)
    verdict = Verdict.ASK if able else Verdict.LOST
    return Judged(line=line, verdict=verdict, candidates=meant, why=why)


def digest(line: Line, sheets: Iterable[int]) -> str:
    """By this the same line of the same sheets is known again, however the file was saved."""
    parts = (*map(str, sorted(sheets)), line.code, line.number, line.text, line.answer)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
