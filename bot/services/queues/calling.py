"""Calling: what is sealed is brought up until a head has it in hand.

Somebody in danger does not wait for the next office day: heads and organisers hear of them at any
hour. An accusation is brought up in the morning; organisers learn of it that it waits, and where.
"""

from datetime import timedelta

from bot.domain import access
from bot.domain import calls as rules
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Sensitive, Status
from bot.services.questions import cards, moves, runners
from bot.work import Work
from storage import addresses, calls, people, questions
from storage.calls import Call

#: How many are called out in one transaction.
_PORTION = 20


async def step(work: Work) -> int:
    """Call out again what nobody has taken."""
    due = await calls.due(work.tx, work.now, _PORTION)
    for one in due:
        await _call(work, one)
    return len(due)


async def _call(work: Work, call: Call) -> None:
    question = await questions.to_move(work.tx, call.question)
    if question and await _is_dropped(work, question):
        await moves.make(work, question, Move.GIVE_BACK, None, taken_by=None)
    elif question is None or not rules.waits(question):
        await calls.end(work.tx, call.question)
    elif await _is_due(work, question, call):
        if question.sensitive is Sensitive.CRISIS:
            await _call_danger(work, question, call)
        else:
            await _bring_up(work, question, call)


async def _is_dropped(work: Work, question: Question) -> bool:
    """Whether it is in the hands of somebody who left, or cannot be reached any more."""
    if question.status is not Status.TAKEN or not question.is_sealed:
        return False
    holder = await people.get(work.tx, question.taken_by) if question.taken_by else None
    able = holder is not None and access.may_work_on(holder, question)
    return not (holder and able and await addresses.of_person(work.tx, holder.id))


async def _is_due(work: Work, question: Question, call: Call) -> bool:
    """Take this call, and set the next; False if somebody else has taken it."""
    calendar = work.programme.calendar_of(question.queue)
    following = rules.next_at(question, call.came_at, work.now, calendar)
    return await calls.again(work.tx, call, following)


async def _call_danger(work: Work, question: Question, call: Call) -> None:
    """In words and with a new card, for the first one stands far above by now. Those who run the
    programme hear that somebody is in danger and unheard; not a word of what was written.
    """
    told = False
    for head in await cards.heads(work, question):
        told |= await work.tell(
            head,
            "crisis-waits",
            urgent=True,
            number=question.number,
            waited=_since(work, head, call),
        )
        await cards.show_to(work, question, head, urgent=True)
    for runner in await runners.everyone(work):
        told |= await work.tell(
            runner,
            "crisis-not-taken",
            urgent=True,
            number=question.number,
            office=work.programme.queue_name(question.queue),
            waited=_since(work, runner, call),
        )
    if not told:
        runners.unheard(question)


async def _bring_up(work: Work, question: Question, call: Call) -> None:
    """An accusation: its heads get the card once more; who runs the programme is told that one
    waits there, but for the first time only where no head can be told.
    """
    told = [await cards.show_to(work, question, one) for one in await cards.heads(work, question)]
    if not any(told):
        await runners.call_for_a_head(work, question)
    elif not call.is_the_first:
        await runners.sealed_waits(work, question)


def _since(work: Work, reader: Person, call: Call) -> str:
    """How long it waits; ``none`` for what was in somebody's hands a moment ago."""
    if call.is_the_first:
        return "none"
    return work.say(reader.language, "waited", **_parts(work.now - call.came_at))


def _parts(waited: timedelta) -> dict[str, str]:
    minutes = int(waited.total_seconds()) // 60
    if minutes < 60:
        return {"unit": "minutes", "many": str(minutes)}
    return {"unit": "hours", "many": str(minutes // 60)}
