"""The questions of a cluster follow its head, a portion a transaction, whoever restarts when.

Where a cluster stands is its row; each question is brought there by moves of its own, with a row
of history each. One that is there already is left alone, so a portion that is done twice does
nothing twice.
"""

from bot.domain.agencies import Queue
from bot.domain.clusters import Cluster, Left, path
from bot.domain.questions import Move, Question, Status
from bot.services.asking import asking, receipts
from bot.services.questions import belonging, cards, moves, promises
from bot.services.queues import queues
from bot.services.relay import relay, telling, waiting
from bot.work import Work
from storage import answers, clusters, enclosures, history, questions
from storage.clusters import Member

#: Where an official holds a question.
_IN_HANDS = (Status.TAKEN, Status.DRAFTED)

#: How many questions follow in one transaction.
PORTION = 50


async def step(work: Work) -> int:
    """Let the next portion of a cluster follow; 0 where all have.

    The cursor moves in the same transaction, unless the head moved on meanwhile.
    """
    cluster = await clusters.next_behind(work.tx)
    if cluster is None:
        return 0
    page = await clusters.members(work.tx, cluster.id, after=cluster.cursor, most=PORTION)
    for member in page:
        await _bring(work, cluster, member)
    is_last = len(page) < PORTION
    cursor = page[-1].question.id if page else cluster.cursor
    if await clusters.step(work.tx, cluster, cursor=cursor, is_last=is_last) and is_last:
        await _finish(work, cluster)
    return 1


async def _bring(work: Work, cluster: Cluster, member: Member) -> None:
    """One question to where the cluster stands."""
    question = await questions.to_move(work.tx, member.question.id)
    assert question is not None
    if cluster.answer:
        await _answer(work, cluster, question)
    elif question.allows(Move.WITHDRAW):
        question = await _hand_over(work, cluster, question)
        question = await _extend(work, cluster, question, cluster.extra - member.extra)
        if cluster.stands is Status.DECLINED:
            await _decline(work, cluster, question)
        else:
            question = await _catch_up(work, cluster, question, cluster.stands)
        if cluster.renamed:
            await cards.refresh(work, question)


async def _catch_up(work: Work, cluster: Cluster, question: Question, status: Status) -> Question:
    for move in _way(cluster, question, status):
        holder = {Move.TAKE: cluster.holder, Move.GIVE_BACK: None}.get(move, question.taken_by)
        question = await moves.alone(work, question, move, cluster.holder, taken_by=holder)
    return question


def _way(cluster: Cluster, question: Question, status: Status) -> tuple[Move, ...]:
    """Its moves to there. The head may have changed hands since: then this one does as well."""
    has_hands = status is cluster.stands and status in _IN_HANDS and question.status in _IN_HANDS
    if has_hands and cluster.holder and question.taken_by != cluster.holder:
        return (*path(question.status, Status.WAITING), *path(Status.WAITING, status))
    return path(question.status, status)


async def _hand_over(work: Work, cluster: Cluster, question: Question) -> Question:
    """The head was transferred: each goes to the same agency with a new promise, and hears it."""
    queue = Queue.of(cluster.queue.agency, question.ward)
    own = asking.queue_for(work, question.queue.agency, question.ward)
    if queue in (question.queue, own):  # its own office took over: ``succession`` brings it there
        return question
    reason = await history.last_note(work.tx, cluster.head, Move.TRANSFER)
    question = await _catch_up(work, cluster, question, Status.TAKEN)
    deadline = await promises.handed_on(work, question, queue)
    moved = await moves.alone(
        work,
        question,
        Move.TRANSFER,
        cluster.holder,
        words=reason,
        **promises.elsewhere(question, queue, deadline),
    )
    await receipts.tell_transferred(work, moved, deadline, before=question.queue, reason=reason)
    if queue != cluster.queue:  # the committee of another ward: the others cannot take it along
        await belonging.leave(work, moved, Left.MOVED, None)
        await cards.announce(work, moved)
    await cards.refresh(work, moved)
    return moved


async def _extend(work: Work, cluster: Cluster, question: Question, asked: int) -> Question:
    """More time was asked for: each gets as much, up to the hard line, and hears why.

    One that was due before the head gets the days that bring its date to come. Where the line of
    the law leaves none, it is late and keeps the date that it has.
    """
    await clusters.extended(work.tx, question.id, cluster.extra)
    if question.id == cluster.head or asked < 1:
        return question
    reason = await history.last_note(work.tx, cluster.head, Move.EXTEND)
    days = queues.days_for_all(work, question, asked)
    if not days:
        if question.is_late(work.now):
            await receipts.tell_extended(work, question, reason)
        return question
    question = await _catch_up(work, cluster, question, Status.TAKEN)
    longer = promises.longer(work, question, days)
    holder = cluster.holder
    moved = await moves.alone(work, question, Move.EXTEND, holder, words=reason, **longer)
    await receipts.tell_extended(work, moved, reason)
    return moved


async def _decline(work: Work, cluster: Cluster, question: Question) -> None:
    """A head of the agency declined all of them, with one reason."""
    event = await history.last(work.tx, cluster.head, Move.DECLINE)
    question = await _catch_up(work, cluster, question, Status.TAKEN)
    reason, actor = (event.note, event.actor) if event else ("", None)
    declined = await moves.alone(work, question, Move.DECLINE, actor, words=reason)
    await receipts.tell_declined(work, declined, reason)
    await cards.refresh(work, declined)


async def _answer(work: Work, cluster: Cluster, question: Question) -> None:
    """One answer for all: each has it as its own, and hears it with its own ward."""
    answer = await answers.get(work.tx, cluster.answer)
    assert answer is not None
    if is_new := question.allows(Move.WITHDRAW):
        question = await _catch_up(work, cluster, question, Status.DRAFTED)
        question = await moves.alone(work, question, Move.APPROVE, answer.approver)
        await answers.share(work.tx, answer.id, question.id)
        await enclosures.share(work.tx, answer.id, question.id)
    if question.allows(Move.ANSWER) and await relay.is_heard(work, answer, question.ward):
        await telling.deliver(work, question, answer.text)
        await relay.tell_rest(work, question, answer)
    elif is_new:
        await waiting.say_when(work, question)


async def _finish(work: Work, cluster: Cluster) -> None:
    """All have followed: a cluster is over when all have heard, or one alone is left of it."""
    if cluster.answer:
        is_over = not await clusters.unanswered(work.tx, cluster.id)
    else:
        left = await clusters.members(work.tx, cluster.id, most=2)
        is_over = cluster.stands is Status.DECLINED or len(left) < 2
        for one in left if is_over and len(left) < 2 else ():
            await belonging.leave(work, one.question, Left.ALONE, None)
    if is_over:
        await clusters.end(work.tx, cluster.id, work.now)
    head = await questions.get(work.tx, cluster.head)
    if head:
        await cards.refresh(work, head)
