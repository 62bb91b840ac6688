"""What becomes of one line of a returned sheet: held against its row and the rules for answers.

Nothing is kept here, and nothing is said of a row that is not the reader's to answer.
"""

from dataclasses import field, replace
from enum import StrEnum
from typing import Any, assert_never

from bot.documents.incoming.dispatch_lines import Line
from bot.domain.answers import AnswerStatus
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Question, Status
from bot.domain.values import dataclass
from bot.services.answers import answers as rules
from bot.services.answers import bases, checking
from bot.services.dispatches import dispatch_standing
from bot.services.dispatches.dispatch_matching import Known
from bot.services.dispatches.dispatch_standing import Standing, Way
from bot.work import Work
from storage import answers, dispatches, questions


class Verdict(StrEnum):
    """What becomes of a line."""

    NEW = "new"  #: an answer: it becomes a draft
    NEWER = "newer"  #: takes the place of a draft that nobody has approved
    OTHERS = "others"  #: for those who asked the same as the one that the row names
    APART = "apart"  #: for some of those that share an answer: they leave with one of their own
    SAME = "same"  #: known already
    EMPTY = "empty"
    ASK = "ask"  #: code, number and words do not agree: somebody says which question it is for
    LOST = "lost"  #: nobody can tell: it goes into the holding pen
    DONE = "done"  #: another answer is approved already
    SENT_BACK = "sent-back"  #: these very words were returned by a head
    HEARD = "heard"  #: the asker has had these very words, and asked again
    MOVED = "moved"  #: the question is no longer to be answered here
    WRONG = "wrong"  #: the words cannot be an answer
    FORMULA = "formula"  #: not words but a formula


#: Verdicts that need no further word.
NEEDS_NO_WORD = frozenset({Verdict.NEW, Verdict.SAME, Verdict.EMPTY})

#: Verdicts after which a row is done with.
SETTLED = NEEDS_NO_WORD | {Verdict.NEWER, Verdict.OTHERS, Verdict.APART}

#: Why a line is asked about whose answer tells a ward of a person.
TELLS = "leaks"

#: What is put in or asked about when somebody says so.
TAKEN = (Verdict.NEW, Verdict.NEWER, Verdict.OTHERS, Verdict.APART)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A line and what becomes of it."""

    line: Line
    verdict: Verdict
    candidates: tuple[Known, ...] = ()  #: one where it is sure
    standing: Standing | None = None  #: where the one stands that gets a draft; None: none does
    text: str = ""  #: the answer as it would be kept
    why: str = ""
    args: dict[str, Any] = field(default_factory=dict)
    private: bool = False  #: for its asker alone
    leads: Question | None = None  #: the one whose answer it would have shared
    rest: tuple[Question, ...] = ()  #: those that lead others of its row, who still wait
    basis: tuple[str, str] = ("", "")  #: what is the matter with what it rests on, and its words

    @property
    def tells(self) -> bool:
        """Whether it would tell a ward of a person: never a draft for everyone by itself."""
        return self.verdict is Verdict.ASK and self.why == TELLS

    @property
    def known(self) -> Known:
        return self.candidates[0]

    @property
    def question(self) -> Question | None:
        """The one that gets a draft."""
        return self.standing.question if self.standing else None

    @property
    def row_number(self) -> str:
        """The number that stands in its row."""
        return self.known.row.number if self.candidates else ""

    @property
    def number(self) -> str:
        """Of the one that gets a draft; where none does, of the one that the row names."""
        return self.question.number if self.question else self.row_number


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
    standing = await dispatch_standing.of_row(work, known, person, alone=private)
    verdict = await _verdict(work, known, standing, text)
    named = known.row.question.status.value
    judged = Judged(
        line=line,
        verdict=verdict,
        candidates=(known,),
        standing=standing if verdict in TAKEN else None,
        rest=standing.rest,
        text=text,
        why=named if standing.way in (Way.OWN, Way.OTHERS, Way.SETTLED) else standing.way.value,
        private=private,
        leads=await _leader(work, standing) if verdict is Verdict.APART else None,
    )
    if judged.question and line.basis:
        judged = replace(judged, basis=await bases.trouble(work, line.basis))
    return judged if private else await _telling(work, judged)


async def _leader(work: Work, apart: Standing) -> Question | None:
    """Whose answer it would have shared."""
    return await questions.get(work.tx, apart.cluster.head) if apart.cluster else None


async def _telling(work: Work, judged: Judged) -> Judged:
    """The line as it was judged; where its answer would tell a ward of a person, asked about."""
    question = judged.question
    if question and (words := await checking.telling(work, question, judged.text)):
        return replace(judged, verdict=Verdict.ASK, why=TELLS, args={"words": words})
    return judged


async def _verdict(work: Work, known: Known, standing: Standing, text: str) -> Verdict:
    """What becomes of these words where the row stands so."""
    match standing.way:
        case Way.SETTLED:
            return await _too_late(work, known, standing, text)
        case Way.SCATTERED:
            return Verdict.LOST
        case Way.APART:
            return await _among_others(work, standing, text)
        case Way.OWN | Way.HEAD | Way.OTHERS:
            return await _of_one(work, standing, text)
        case never:
            assert_never(never)


async def _too_late(work: Work, known: Known, standing: Standing, text: str) -> Verdict:
    """Nobody of the row waits here: they have these words, others, or none of this agency."""
    question, cluster = standing.question, standing.cluster
    is_known = await dispatches.has_answer(work.tx, known.row.id, text)
    if not is_known and cluster and cluster.answer:  # they get it a tick after their head
        newest = await answers.newest(work.tx, cluster.head)
        is_known = newest is not None and newest.text == text
    if is_known:
        return Verdict.SAME
    is_done = question.status in (Status.APPROVED, Status.ANSWERED, Status.CLOSED)
    return Verdict.DONE if is_done or (cluster and cluster.answer) else Verdict.MOVED


async def _among_others(work: Work, standing: Standing, text: str) -> Verdict:
    """The others have these words, or get none of them: those of the row leave them before."""
    theirs = await answers.newest(work.tx, standing.cluster.head) if standing.cluster else None
    if theirs and theirs.text == text:
        return Verdict.SENT_BACK if theirs.status is AnswerStatus.RETURNED else Verdict.SAME
    return Verdict.APART


async def _of_one(work: Work, standing: Standing, text: str) -> Verdict:
    """A question that is worked on by itself, or for all of its cluster."""
    newest = await answers.newest(work.tx, standing.question.id)
    same = newest is not None and newest.text == text
    if standing.question.status is Status.DRAFTED:
        return Verdict.SAME if same else Verdict.NEWER
    if newest and same and newest.status is AnswerStatus.RETURNED:
        return Verdict.SENT_BACK
    if newest and same and newest.status is AnswerStatus.APPROVED:
        return Verdict.HEARD
    return Verdict.NEW if standing.way is Way.OWN else Verdict.OTHERS
