"""Climbing: a promise that comes near or passes is brought up with those who can keep it.

A tick looks which rungs have come, notes who is to hear of each, and only when all of them are
noted tells one receiver after the other: a card a question, or, where they are many, one message
with the figures and the most urgent. A rung is climbed once, in the transaction that notes it.
"""

from bot.domain import access, ladder
from bot.domain.agencies import WARD_KIND
from bot.domain.ladder import Level, Reminder, Rung, Told
from bot.domain.people import Person, Role
from bot.domain.questions import Move, Question
from bot.services.questions import belonging, cards, holders, moves
from bot.services.queues import asked_back, nudging
from bot.work import Work
from storage import addresses, clusters, history, ladders, nudges, people, questions
from storage.ladders import Step
from storage.nudges import Receiver

#: How many promises are looked at in one transaction.
PORTION = 20


async def step(work: Work) -> int:
    """Climb what has come, then tell one receiver; 0 once there is nothing of either."""
    return await climb(work) or await nudging.tell_next(work)


async def climb(work: Work) -> int:
    """Note for a portion of the rungs that have come who is to hear of them."""
    due = await ladders.due(work.tx, work.now, PORTION)
    for one in due:
        await _climb(work, one)
    return len(due)


async def _climb(work: Work, one: Step) -> None:
    question = await questions.to_move(work.tx, one.question)
    if question and ladder.waits_for_asker(question):
        await asked_back.climb(work, one, question)
        return
    if question is None or not ladder.climbs(question):
        await ladders.end(work.tx, one.question)
        await nudges.forget(work.tx, one.question)
        return
    calendar = work.programme.calendar_of(question.queue)
    stands = ladder.standing(question.due_at, calendar, work.now, already=one.reached)
    if not await ladders.climb(work.tx, one, stands, work.now):
        return
    missed = question.is_late(work.now) and stands.reached is not Rung.LATE
    if stands.reached and stands.reached is not one.reached and not missed:
        await _bring_up(work, question, stands.reached)
    elif one.again and (rung := await _told_of(work, question, one)):
        told = await _who(work, question, await _note(work, question, rung))
        if rung is one.reached and told is not one.told:
            await _write_down(work, question, told)


async def _told_of(work: Work, question: Question, one: Step) -> Rung | None:
    """The rung of which officials were told under this question: its own, or a higher one that
    another question of its cluster has reached.
    """
    cluster = await belonging.open_cluster(work, question.id)
    if cluster and cluster.head == question.id and cluster.reached:
        return cluster.reached
    return one.reached


async def _bring_up(work: Work, question: Question, rung: Rung) -> None:
    """Everybody whom the rung concerns hears of it, its asker too once it is late."""
    knows = await _knows(work, question)
    told = await _who(work, question, await _note_anew(work, question, rung))
    await _write_down(work, question, told)
    await moves.record(
        work, question, Move.REMIND, before=question.status.value, actor=None, detail=rung.value
    )
    if rung is Rung.LATE and not knows:
        await nudging.tell_asker(work, question, told)


async def _write_down(work: Work, question: Question, told: Told) -> None:
    """Its asker reads it where they look; a reminder that reached nobody hides none before it."""
    if told is not Told.NOBODY:
        await ladders.remind(work.tx, question.id, Reminder(told=told, at=work.now))


async def _knows(work: Work, question: Question) -> bool:
    """Whether its asker has heard that this date has passed: another office may have it since."""
    event = await history.last(work.tx, question.id, Move.REMIND)
    return event is not None and event.detail == Rung.LATE and event.at >= question.due_at


async def _note_anew(work: Work, question: Question, rung: Rung) -> set[Level]:
    """Note it in place of the rung before. Of questions that share an answer officials hear once,
    at the first that comes there, under the one that they work on: its card says how many ask.
    """
    cluster = await belonging.open_cluster(work, question.id)
    if cluster is None:
        await nudges.forget(work.tx, question.id)
        return await _note(work, question, rung)
    head = await questions.get(work.tx, cluster.head)
    assert head is not None
    is_first = await clusters.reach(work.tx, cluster, rung)
    if is_first:
        await nudges.forget(work.tx, head.id)
    return await _note(work, head, rung, quietly=not is_first)


async def _note(work: Work, question: Question, rung: Rung, *, quietly: bool = False) -> set[Level]:
    """Note who is to hear: everybody up to the rung's level, and for each level of which nobody can
    be reached the next one. Whoever has heard of this rung already is left alone.

    ``quietly`` only looks who they are.
    """
    told: set[Level] = set()
    missing = False
    for level in Level:
        if level not in ladder.levels(rung) and not missing:
            break
        receivers = await _receivers(work, question, level)
        for receiver in () if quietly else receivers:
            await nudges.put(work.tx, receiver, question, rung, instead=missing)
        missing = not receivers
        if receivers:
            told.add(level)
    return told


async def _who(work: Work, question: Question, told: set[Level]) -> Told:
    """Who the asker hears was told."""
    runners = Level.ABOVE in told and not await _above_is_the_ward(work, question)
    heads = Level.HEAD in told or (Level.ABOVE in told and not runners)
    if heads:
        return Told.BOTH if runners else Told.HEADS
    if runners:
        return Told.ORGANISERS
    return Told.OFFICERS if told else Told.NOBODY


async def _receivers(work: Work, question: Question, level: Level) -> list[Receiver]:
    """Who of a level can be reached now."""
    match level:
        case Level.OFFICER:
            return await _who_has_it(work, question)
        case Level.HEAD:
            return await _reached(work, await cards.heads(work, question))
        case Level.ABOVE:
            return await _reached(work, await _above(work, question))


async def _who_has_it(work: Work, question: Question) -> list[Receiver]:
    """Who holds it; its heads once it is drafted; while nobody does, its groups or its officers.

    Whoever works in a group alone hears of it there.
    """
    if question.allows(Move.APPROVE):
        return await _reached(work, await cards.heads(work, question))
    holder = await holders.of(work, question)
    if holder and (alone := await _reached(work, [holder])):
        return alone
    if groups := await _groups(work, question):
        return groups
    return [] if holder else await _reached(work, await cards.workers(work, question))


async def _groups(work: Work, question: Question) -> list[Receiver]:
    found = await addresses.of_queue(work.tx, str(question.queue))
    openly = [one for one in found if access.may_stand_in(one.queue, question)]
    return [Receiver(address=one.address) for one in openly]


async def _above(work: Work, question: Question) -> list[Person]:
    """The ward's head, if the ward has it and its head can be reached; otherwise the organisers.

    Of what is sealed always the organisers: it may be about that very head.
    """
    if await _above_is_the_ward(work, question):
        return await cards.heads(work, question)
    runners = await people.holding(work.tx, Role.ORGANISER, "")
    return [one for one in runners if access.may_hear_that_it_is_late(one, question)]


async def _above_is_the_ward(work: Work, question: Question) -> bool:
    if question.queue.agency != WARD_KIND or question.is_sealed:
        return False
    return bool(await _reached(work, await cards.heads(work, question)))


async def _reached(work: Work, found: list[Person]) -> list[Receiver]:
    """Drop those without an open chat and those who muted the bot."""
    return [
        Receiver(person=one.id)
        for one in found
        if not one.muted_at and await addresses.of_person(work.tx, one.id)
    ]
