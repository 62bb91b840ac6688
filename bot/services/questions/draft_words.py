"""What stands on a card beside a draft: the laws it rests on, and how it came."""

from bot.domain.answers import Answer
from bot.domain.direct import Given
from bot.domain.questions import Move, Question
from bot.work import Work
from storage import bases, history
from storage.dispatches import Beside


async def resting_on(work: Work, draft: Answer | None, language: str) -> str:
    """The laws that its writer named: approving the answer approves them too."""
    found = await bases.of_answer(work.tx, draft.id) if draft else []
    return "; ".join(
        work.say(language, "basis-named-over", name=one.name) if one.is_over(work.now) else one.name
        for one in found
    )


async def told_directly(work: Work, question: Question, draft: Answer) -> Given | None:
    """Who told the asker in person what the draft says, and when; None if it was written."""
    spoken = await history.last(work.tx, question.id, Move.SPEAK)
    return Given.read(spoken.detail) if spoken and spoken.note == draft.text else None


def from_sheet(
    work: Work, text: str, came: tuple[str, Beside], language: str, *, is_over: bool
) -> str:
    """A draft that an agency sent back in its sheet, and what stood beside it."""
    label, beside = came
    over = work.say(language, "basis-named-over", name=beside.basis) if is_over else ""
    return work.say(
        language,
        "state-from-sheet",
        label=label,
        who=beside.who or "none",
        basis=over or beside.basis or "none",
        answer=text,
    )
