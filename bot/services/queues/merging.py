"""Two clusters made one, and apart again: whoever asked in either keeps what is theirs.

In a few statements however many they are, in the turn of the official; what each of them does about
it is ``bot.services.relay.catching_up``, a tick later.
"""

from bot.domain.clusters import Act, Cluster, Left
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Status
from bot.services.questions import belonging, moves
from bot.work import Work
from storage import answers, clusters, history, merges, questions
from storage.clusters import Done


async def into(
    work: Work, person: Person, other: Cluster, cluster: Cluster, act: int, detail: str
) -> int:
    """All questions of ``other`` join ``cluster``; returns how many. Numbers, dates stay theirs.

    Raises Refused while they still follow their own head, for a second or two.
    """
    head = await questions.get(work.tx, other.head)
    number = head.number if head else ""
    is_settled = await merges.has_settled(work.tx, other)
    now = await clusters.hold(work.tx, other.id)
    if not now.is_open or now.head != other.head:
        raise Refused("cluster-joined-already", number=number)
    if not is_settled:
        raise Refused("cluster-moving", number=number)
    return await merges.join(
        work.tx, now, cluster, act=act, by=person.id, detail=detail, now=work.now
    )


async def parts(work: Work, done: Done) -> tuple[list[int], dict[int, int]]:
    """What an act has put into a cluster and still is there: questions that stood alone, and for
    each cluster the question that would lead it again.

    Raises Refused where nothing else is left: they would leave nobody behind.
    """
    merged: dict[int, int] = {}
    for other in await merges.of(work.tx, done.id):
        if first := await merges.first(work.tx, done.cluster, other, done.id):
            merged[other] = first
    if merged and not await merges.has_others(work.tx, done.cluster, done.id):
        raise Refused("cluster-undone-already")
    return await clusters.joined_by(work.tx, done), merged


async def apart(
    work: Work, person: Person, cluster: int, other: int, head: Question, act: int
) -> None:
    """What came from ``other`` leaves the cluster and is a cluster of its own, under this head.

    It stands where it stood, unless it was given back since; all others of it follow.
    """
    before = await clusters.hold(work.tx, other)
    detail = f"undone {cluster}"
    await merges.leave(work.tx, cluster, before, act=act, by=person.id, detail=detail, now=work.now)
    await belonging.go_on(work, await clusters.hold(work.tx, cluster), head.id)
    waits = before.stands is Status.WAITING
    alone = await stand_alone(work, person, head, waits=waits)
    await merges.reopen(work.tx, cluster, before, alone, act=act)


async def stand_alone(work: Work, person: Person, question: Question, *, waits: bool) -> Question:
    """What followed a draft has none of its own: it is taken, or waits; its holder hears so.

    Where nobody else was left to go on with the draft, it stays with this one.
    """
    is_drafted = question.status is Status.DRAFTED
    if is_drafted and await answers.has_draft(work.tx, question.id):
        return question
    if is_drafted:
        question = await moves.alone(work, question, Move.RETURN, person.id)
    if question.status is Status.TAKEN and (waits or question.taken_by is None):
        return await moves.alone(work, question, Move.GIVE_BACK, person.id, taken_by=None)
    if is_drafted and question.taken_by != person.id:
        await work.tell_id(
            question.taken_by,
            "cluster-split-told",
            about=question.subject,
            number=question.number,
        )
    return question


async def waited(work: Work, question: Question) -> bool:
    """Whether nobody had it in hand when it was joined."""
    joined = await history.last(work.tx, question.id, Move.JOIN)
    return joined is not None and joined.before == Status.WAITING.value


async def with_row(
    work: Work, actor: int | None, joined: Cluster, row: int, question: Question
) -> None:
    """Those of a cluster that a row of a sheet is for go their own way, under this one of them.

    Whoever calls holds this question and the head of the cluster: what that does waits.
    """
    cluster = await clusters.hold(work.tx, joined.id)
    act = await clusters.act(work.tx, cluster.id, Act.SPLIT, actor, work.now)
    detail = f"{Left.SPLIT.value} {cluster.id}"
    many = await merges.leave_with_row(
        work.tx, cluster.id, row, act=act, by=actor, detail=detail, now=work.now
    )
    await belonging.go_on(work, cluster, question.id)
    if many > 1:
        made = await clusters.make(work.tx, question, work.now)
        await merges.found(work.tx, made, cluster.id, act=act, by=actor, now=work.now)
        await clusters.lead(work.tx, made, question.id)  # their cards name it
