"""Calling: a question of somebody in danger does not wait for the next office day to be taken."""

from datetime import timedelta

from bot.domain import calls as rules
from bot.domain.questions import Question
from bot.services.questions import cards, runners
from bot.work import Work
from storage import calls, questions
from storage.calls import Call

#: How many are called out in one transaction.
_PORTION = 20


async def step(work: Work) -> int:
    """Call out again what nobody has taken, at any hour: to its heads and to the organisers."""
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
        heads = await _tell_heads(work, question, waited)
        if not (await _tell_runners(work, question, waited) or heads):
            runners.unheard(question)


async def _tell_heads(work: Work, question: Question, waited: timedelta) -> bool:
    """In words and with a new card: the first one stands far above by now."""
    told = False
    for head in await cards.heads(work, question):
        told |= await work.tell(
            head,
            "crisis-waits",
            urgent=True,
            number=question.number,
            waited=work.say(head.language, "waited", **_parts(waited)),
        )
        await cards.show_to(work, question, head, urgent=True)
    return told


async def _tell_runners(work: Work, question: Question, waited: timedelta) -> bool:
    """That somebody is in danger and unheard; not a word of what was written."""
    told = False
    for runner in await runners.everyone(work):
        told |= await work.tell(
            runner,
            "crisis-not-taken",
            urgent=True,
            number=question.number,
            office=work.programme.queue_name(question.queue),
            waited=work.say(runner.language, "waited", **_parts(waited)),
        )
    return told


def _parts(waited: timedelta) -> dict[str, str]:
    minutes = int(waited.total_seconds()) // 60
    if minutes < 60:
        return {"unit": "minutes", "many": str(minutes)}
    return {"unit": "hours", "many": str(minutes // 60)}
