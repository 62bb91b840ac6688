"""What a cluster makes of a move: its members follow the head, or one of them goes its own way.

Rows alone, in the turn of the move and in a few statements however many belong to it; what each
member does about it is ``bot.services.relay.catching_up``, a tick later.
"""

from bot.domain.clusters import LEAVES, OWN_CASE, Cluster, Left
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Sensitive
from bot.work import Work
from storage import answers, clusters, history, likenesses
from storage.history import Event

#: After these a question waits in a queue where others may ask the same.
_ARRIVES = frozenset(
    {Move.ASK, Move.TRANSFER, Move.REOPEN, Move.TOLD_MORE, Move.GO_ON, Move.SUCCEED}
)

#: After these moves a question is no longer joined with others.
_SETTLES = frozenset({Move.APPROVE, Move.DECLINE, Move.WITHDRAW, Move.SEAL})


async def moved(
    work: Work, before: Question, kept: Question, move: Move, actor: int | None
) -> None:
    """A question has moved: its cluster follows it, or goes on without it."""
    if move in LEAVES:
        await leave(work, kept, LEAVES[move], actor)
    elif move is Move.SPEAK and not await _speaks_for_all(work, before, kept):
        await leave(work, kept, Left.SPEAK, actor)
    else:
        extra = kept.promised_days - before.promised_days if move is Move.EXTEND else 0
        await clusters.head_moved(work.tx, kept, extra)


async def _speaks_for_all(work: Work, before: Question, kept: Question) -> bool:
    """What was said in the hall serves all who ask it, if their own agency said it."""
    cluster = await clusters.of(work.tx, kept.id)
    leads = cluster is None or cluster.head == kept.id
    return leads and kept.queue == before.queue


async def recorded(work: Work, question: Question, move: Move) -> None:
    """Where it arrives it is held against others, outside of this turn; nothing sensitive is."""
    if move in _ARRIVES and question.sensitive is Sensitive.NO:
        await likenesses.to_compare(work.tx, question.id)
    elif move in _SETTLES:
        await likenesses.forget(work.tx, question.id)


async def leave(
    work: Work, question: Question, why: Left, actor: int | None, *, act: int = 0
) -> bool:
    """A question goes its own way; what is drafted stays with the others. False if it was alone.

    The oldest of the others then leads them; a single one that is left is no longer a cluster.
    """
    found = await clusters.of(work.tx, question.id)
    if found is None:
        return False
    cluster = await clusters.hold(work.tx, found.id)
    if not await clusters.leave(work.tx, question.id, why, act=act, by=actor, now=work.now):
        return False
    detail = f"{why.value} {cluster.id}"
    status = question.status.value
    await history.add(
        work.tx, question.id, Event(work.now, actor, Move.SPLIT, status, status, "", detail)
    )
    if cluster.ended_at is None:
        await go_on(work, cluster, question.id)
    return True


async def go_on(work: Work, cluster: Cluster, gone: int) -> None:
    """Questions have left it, this one among them: the oldest of the others leads if need be."""
    heir = await clusters.heir(work.tx, cluster.id, gone)
    if cluster.head == gone and heir:
        await answers.hand_on(work.tx, gone, heir)
        await clusters.lead(work.tx, cluster.id, heir)
    others = await clusters.members(work.tx, cluster.id, most=2)
    if not others:
        await clusters.end(work.tx, cluster.id, work.now)
    elif cluster.is_open and len(others) < 2:
        await clusters.behind(work.tx, cluster.id)  # the last one catches up, and it ends


async def open_cluster(work: Work, question_id: int) -> Cluster | None:
    """The cluster whose head officials work on for this question; None once it is answered."""
    cluster = await clusters.of(work.tx, question_id)
    return cluster if cluster and cluster.is_open else None


async def standing(work: Work, question_id: int) -> int:
    """The question that officials work on: the head of its cluster, or the question itself.

    Looked up before anything is locked: two who lock the same two questions could deadlock.
    """
    cluster = await open_cluster(work, question_id)
    return cluster.head if cluster else question_id


async def is_own_case(work: Work, question: Question) -> bool:
    """Whether its asker said that their case is another one than that of those who shared the
    answer: they were told that they alone hear what comes. Being asked again changes nothing."""
    return await history.ever(work.tx, question.id, Move.REOPEN, OWN_CASE)


async def is_for_asker_alone(work: Work, question: Question) -> bool:
    """Whether its answer is for nobody else, whoever writes it and however it comes."""
    return question.stays_private or await is_own_case(work, question)


async def must_be_of_others(work: Work, person: Person, head: Question) -> None:
    """Raises Refused if they asked one of the cluster's questions: nobody works on their own."""
    cluster = await open_cluster(work, head.id)
    if cluster and await clusters.asked_by(work.tx, cluster.id, person.id):
        raise Refused("cluster-own", number=head.number)


async def shared(work: Work, question_id: int) -> Cluster | None:
    """The cluster with which a question shares its approved answer."""
    cluster = await clusters.of(work.tx, question_id)
    return cluster if cluster and cluster.answer else None
