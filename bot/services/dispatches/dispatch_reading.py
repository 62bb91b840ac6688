"""What a returned sheet says: each line held against its row, the question's status and the rules.

Nothing is kept here, and nothing is said of a row that is not the reader's to answer.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from bot.documents.incoming import dispatch_lines, reading
from bot.documents.incoming.dispatch_lines import Filled, Line
from bot.domain import access
from bot.domain.answers import AnswerStatus
from bot.domain.clusters import Cluster
from bot.domain.dispatches import Dispatch, read_code
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Status
from bot.services.answers import answers as rules
from bot.services.answers import checking
from bot.services.dispatches.dispatch_matching import Known, match
from bot.work import Work
from storage import answers, clusters, dispatches, questions

#: The longest file that is taken, in rows: everybody else waits as long.
LONGEST = 1_000


class Verdict(StrEnum):
    """What becomes of a line."""

    NEW = "new"  #: an answer: it becomes a draft
    NEWER = "newer"  #: takes the place of a draft that nobody has approved
    APART = "apart"  #: for one of several that share an answer: it leaves them with one of its own
    SAME = "same"  #: known already
    EMPTY = "empty"
    ASK = "ask"  #: code, number and words do not agree: somebody says which question it is for
    LOST = "lost"  #: nobody can tell: it goes into the holding pen
    DONE = "done"  #: another answer is approved already
    SENT_BACK = "sent-back"  #: these very words were returned by a head
    MOVED = "moved"  #: the question is no longer to be answered here
    WRONG = "wrong"  #: the words cannot be an answer
    FORMULA = "formula"  #: not words but a formula


#: Verdicts that need no further word.
NEEDS_NO_WORD = frozenset({Verdict.NEW, Verdict.SAME, Verdict.EMPTY})

#: Verdicts after which a row is done with.
SETTLED = NEEDS_NO_WORD | {Verdict.NEWER, Verdict.APART}

#: Why a line is asked about whose answer tells a ward of a person.
TELLS = "leaks"

#: What is put in or asked about when somebody says so.
TAKEN = (Verdict.NEW, Verdict.NEWER, Verdict.APART)

#: What a line may still be for, once somebody says so or mends it.
_ABLE = (*TAKEN, Verdict.WRONG, Verdict.ASK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A line and what becomes of it."""

    line: Line
    verdict: Verdict
    candidates: tuple[Known, ...] = ()  #: one where it is sure
    question: Question | None = None  #: the one that gets a draft
    text: str = ""  #: the answer as it would be kept
    why: str = ""
    args: dict[str, Any] = field(default_factory=dict)
    private: bool = False  #: for its asker alone
    leads: Question | None = None  #: the one whose answer it would have shared

    @property
    def tells(self) -> bool:
        """Whether it would tell a ward of a person: never a draft for everyone by itself."""
        return self.verdict is Verdict.ASK and self.why == TELLS

    @property
    def known(self) -> Known:
        return self.candidates[0]

    @property
    def number(self) -> str:
        return self.known.row.number if self.candidates else ""


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
    said = _said_once(judged)
    return Understood(judged=tuple(said), dispatches=tuple(sheets.values()))


def _said_once(judged: list[Judged]) -> list[Judged]:
    """An answer counts once where a sheet repeats it: a row that stands apart from its cluster, but
    has the words of the cluster's own row, leaves its question where it is.
    """
    whole = {(one.question.id, one.text) for one in judged if one.question}
    return [
        replace(one, verdict=Verdict.SAME, question=None)
        if one.verdict is Verdict.APART and one.leads and (one.leads.id, one.text) in whole
        else one
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
        known += [Known(dispatch, one) for one in await dispatches.rows(work.tx, dispatch.id)]
    return known, others


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
    if await dispatches.is_settled(work.tx, digest(line, {one.dispatch.id for one in known})):
        return Judged(line=line, verdict=Verdict.SAME)
    found = match(line, known)
    if not found.sure:
        return await _doubtful(work, line, found.candidates, found.why, person)
    twice = next((one for one in before if one.text and one.candidates == found.candidates), None)
    if twice and twice.line.answer != line.answer:
        return Judged(
            line=line,
            verdict=Verdict.ASK,
            candidates=found.candidates,
            why="twice",
            args={"other": twice.line.place},
        )
    return await settle(work, line, found.candidates[0], person)


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


async def settle(
    work: Work, line: Line, known: Known, person: Person | None, *, private: bool = False
) -> Judged:
    """What becomes of a line whose row is known; ``private``: it is for its asker alone."""
    try:
        text = rules.check(work, line.answer)
    except Refused as refusal:
        return Judged(
            line=line,
            verdict=Verdict.WRONG,
            candidates=(known,),
            why=refusal.key,
            args=refusal.args_for_text,
        )
    question = known.row.question
    verdict = await _standing(work, question, known, text, person)
    judged = Judged(
        line=line,
        verdict=verdict,
        candidates=(known,),
        question=question if verdict in TAKEN else None,
        text=text,
        why=question.status.value,
        private=private,
        leads=await _leader(work, question) if verdict is Verdict.APART else None,
    )
    return judged if private else await _telling(work, judged)


async def _telling(work: Work, judged: Judged) -> Judged:
    """The line as it was judged; where its answer would tell a ward of a person, asked about."""
    question = judged.question
    if question and (words := await checking.telling(work, question, judged.text)):
        return replace(judged, verdict=Verdict.ASK, why=TELLS, args={"words": words})
    return judged


async def _standing(
    work: Work, question: Question, known: Known, text: str, person: Person | None
) -> Verdict:
    if question.is_erased or not access.may_draft_from_sheet(
        person, question, known.dispatch.queue
    ):
        return Verdict.MOVED
    cluster = await clusters.of(work.tx, question.id)
    if cluster and cluster.head != question.id and question.allows(Move.WITHDRAW):
        return await _among_others(work, cluster, text)
    newest = await answers.newest(work.tx, question.id)
    same = newest is not None and newest.text == text
    match question.status:
        case Status.DRAFTED:
            return Verdict.SAME if same else Verdict.NEWER
        case Status.APPROVED | Status.ANSWERED | Status.CLOSED:
            return Verdict.SAME if same else Verdict.DONE
        case Status.WAITING | Status.TAKEN:
            returned = same and newest and newest.status is AnswerStatus.RETURNED
            return Verdict.SENT_BACK if returned else Verdict.NEW
        case _:
            return Verdict.MOVED


async def _among_others(work: Work, cluster: Cluster, text: str) -> Verdict:
    """The others have these words, or get none of them: this one leaves before it is answered."""
    theirs = await answers.newest(work.tx, cluster.head)
    if theirs and theirs.text == text:
        return Verdict.SENT_BACK if theirs.status is AnswerStatus.RETURNED else Verdict.SAME
    return Verdict.DONE if cluster.answer else Verdict.APART


async def _leader(work: Work, apart: Question) -> Question | None:
    """Whose answer it would have shared."""
    cluster = await clusters.of(work.tx, apart.id)
    return await questions.get(work.tx, cluster.head) if cluster else None


def digest(line: Line, sheets: Iterable[int]) -> str:
    """By this the same line of the same sheets is known again, however the file was saved."""
    parts = (*map(str, sorted(sheets)), line.code, line.number, line.text, line.answer)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
