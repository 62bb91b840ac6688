"""Offices and wards end, and others take over: what was open goes to them, each question once.

A tick looks at what has ended by the programme in force, and moves a portion a transaction. What
has been moved is no longer found, so it goes on where it was whoever restarts, and begins again
for a question that comes there later. The promise stays as it was made.
"""

from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.people import Person, Role
from bot.domain.questions import Move, Question, Sensitive, Status
from bot.services.asking import asking
from bot.services.questions import cards, moves
from bot.services.reach import reach
from bot.voice import Button
from bot.work import Work
from storage import audit, endings, people, questions, successions

#: How many questions, or promises, are handed on in one transaction.
PORTION = 20


async def step(work: Work) -> int:
    """Hand on the next portion of what is open where something has ended; 0 where nothing is."""
    today = work.local.date()
    queues, wards = work.programme.ended_before(today)
    for ward in wards:
        after = work.programme.ward_serving(ward.id, today)
        if after and (many := await _of_ward(work, ward.id, after.id)):
            return many
    for queue in queues:
        after_it = asking.queue_for(work, queue.agency, queue.ward)
        if after_it != queue and (many := await _of_queue(work, queue, after_it)):
            return many
    return 0


async def _of_ward(work: Work, ward: str, after: str) -> int:
    found = await successions.of_ward(work.tx, ward, PORTION)
    for one in found:
        await _succeed(work, one)
    before, behind = Queue(WARD_KIND, ward), Queue(WARD_KIND, after)
    return (
        len(found)
        or await successions.hand_on_promises(work.tx, before, behind, PORTION)
        or await endings.hand_on(work.tx, before, behind, PORTION)
        or await successions.hand_on_promised(work.tx, ward, after, PORTION)
    )


async def _of_queue(work: Work, queue: Queue, after: Queue) -> int:
    found = await successions.of_queue(work.tx, queue, PORTION)
    for one in found:
        await _succeed(work, one)
    return (
        len(found)
        or await successions.hand_on_promises(work.tx, queue, after, PORTION)
        or await endings.hand_on(work.tx, queue, after, PORTION)
    )


async def _succeed(work: Work, question_id: int) -> None:
    """One question to where it belongs today; whoever held it holds it no more."""
    question = await questions.to_move(work.tx, question_id)
    if question is None or not question.allows(Move.SUCCEED):
        return
    before, (queue, ward) = question, await asking.where_today(work, question)
    if queue != question.queue:
        await _tell_office(work, question.queue, queue)
        if question.status is Status.TAKEN:
            question = await moves.alone(work, question, Move.GIVE_BACK, None, taken_by=None)
    detail = f"{before.queue} {before.ward} → {queue} {ward}"
    moved = await moves.make(
        work, question, Move.SUCCEED, None, detail=detail, queue=queue, ward=ward
    )
    if queue != before.queue:
        await _tell_asker(work, moved, before.queue)
        if moved.sensitive is Sensitive.CRISIS and moved.status is Status.WAITING:
            await cards.announce(work, moved)  # somebody in danger is never part of a sum


async def _tell_office(work: Work, before: Queue, queue: Queue) -> None:
    """Who works at the office that takes over hears so once, with the number of what comes; where
    nobody can be told, the organisers do.
    """
    subject = f"succession:{before}:{queue}"
    if await audit.of(work.tx, subject):
        return
    await audit.note(work.tx, work.now, None, "succeeded", subject)
    was, now = work.programme.queue_name(before), work.programme.queue_name(queue)
    many = str(sum(one.many for one in await questions.counts(work.tx, before, work.now)))
    told = False
    for one in await _workers(work, queue):
        rows = [[Button("queue-button", "queue")]]
        told |= await work.tell(one, "succession-office", rows, before=was, office=now, many=many)
    for one in [] if told else await people.holding(work.tx, Role.ORGANISER, ""):
        rows = [[Button("invite-button", "invite")]]
        await work.tell(one, "succession-nobody", rows, before=was, office=now, many=many)


async def _workers(work: Work, queue: Queue) -> list[Person]:
    """Heads and officers, each once."""
    found = [
        one
        for role in (Role.HEAD, Role.OFFICER)
        for one in await people.holding(work.tx, role, str(queue))
    ]
    return list({one.id: one for one in found}.values())


async def _tell_asker(work: Work, question: Question, before: Queue) -> None:
    """The asker hears who answers now, if they know that office by another name."""
    name, known = work.programme.queue_name(question.queue), work.programme.queue_name(before)
    asker = await people.get(work.tx, question.asker)
    if name == known or asker is None:
        return
    stands = question.status is Status.ASKED_BACK or question.is_late(work.now)
    await reach.tell_asker(
        work,
        question,
        "told-succeeded",
        number=question.number,
        before=known,
        office=name,
        due="none" if stands else work.moment(asker.language, question.due_at),
    )
