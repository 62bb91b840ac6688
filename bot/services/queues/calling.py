"""Calling: who is in danger does not wait for the next office day until somebody has taken it."""

from datetime import timedelta

from bot.domain import calls as rules
from bot.domain.questions import Question
from bot.services.questions import cards
from bot.work import Work
from storage import calls, questions
from storage.calls import Call

#: How many are called out in one transaction.
_PORTION = 20


async def step(work: Work) -> int:
    """Call out again what nobody has taken, at any hour: to its heads, and to who runs it."""
    due = await calls.due(work.tx, work.now, _PORTION)
    for one in due:
        await _call(work, one)
    return len(due)


async def _call(work: Work, call: Call) -> None:
    question = await questions.to_move(work.tx, call.question)
    if question is None or not rules.waits(question):
        await calls.end(work.tx, call.question)
    elif await calls.again(work.tx, call, rules.next_at(call.came_at, work.now)):
        waited = work.now - call.came_at
        await _tell_heads(work, question, waited)
        await _tell_organisers(work, question, waited)


async def _tell_heads(work: Work, question: Question, waited: timedelta) -> None:
    """In words and with a new card: the first one stands far above by now."""
    for head in await cards.heads(work, question):
        await work.tell(
            head,
            "crisis-waits",
            urgent=True,
            number=question.number,
            waited=work.say(head.language, "waited", **_parts(waited)),
        )
        await cards.show_to(work, question, head, urgent=True)


async def _tell_organisers(work: Work, question: Question, waited: timedelta) -> None:
    """That somebody is in danger and unheard; not a word of what was written."""
    for runner in await cards.runners(work):
        await work.tell(
            runner,
            "crisis-not-taken",
            urgent=True,
            number=question.number,
            office=work.programme.queue_name(question.queue),
            waited=work.say(runner.language, "waited", **_parts(waited)),
        )


def _parts(waited: timedelta) -> dict[str, str]:
    minutes = int(waited.total_seconds()) // 60
    if minutes < 60:
        return {"unit": "minutes", "many": str(minutes)}
    return {"unit": "hours", "many": str(minutes // 60)}
