"""*Gộp*, *Tách ra*, *Hoàn tác*: an official says which questions ask the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import access
from bot.domain.clusters import MOST, Act, Cluster, Left, may_join, may_lead
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Status
from bot.services.questions import belonging, cards, cluster_cards, moves
from bot.services.queues import queues
from bot.understanding import alike, masking
from bot.work import Work
from storage import clusters, questions

#: How many questions one message lists.
PAGE = 8

#: The longest wording of a question for all, in letters.
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that seems to ask the same, and why."""

    question: Question
    why: tuple[str, ...]  #: what both ask about, in the words of the one it is like


@dataclass(frozen=True, slots=True)
class Joined:
    """What an official has put together, or taken apart; ``act`` takes it back."""

    head: Question
    moved: tuple[Question, ...]
    act: int
    all: int  #: how many the cluster holds now


async def suggested(
    work: Work, person: Person, question_id: int
) -> tuple[Question, list[Suggestion]]:
    """What may be put to a question, oldest first, each with a reason. Raises Refused for none."""
    question = await queues.work_on(work, person, question_id)
    cluster = await belonging.open_cluster(work, question.id)
    if cluster and cluster.head != question.id:
        raise Refused("cluster-joined-already", number=question.number)
    found = await cluster_cards.suggestions(work, question, person, cluster)
    if not found:
        raise Refused("cluster-nothing-alike", number=question.number)
    return question, [
        Suggestion(one.question, tuple(alike.why(question.text, one.question.text)))
        for one in found[:PAGE]
    ]


async def join(work: Work, person: Person, question_id: int, others: Sequence[int]) -> Joined:
    """Let questions share one answer. Of two officials at once one joins, the other is told.

    Raises Refused for what is private, settled, in another queue, or joined elsewhere already.
    """
    head_id, adding = await _who_leads(work, question_id, others)
    held = await _held(work, person, [head_id, *adding])
    head = held[head_id]
    if not may_lead(head):
        raise head.moved_on()
    cluster = await _cluster_under(work, person, head)
    act = await clusters.act(work.tx, cluster.id, Act.JOIN, person.id, work.now)
    joined = [
        held[one] for one in adding if await _put(work, person, cluster, head, held[one], act)
    ]
    if not joined:
        raise Refused("cluster-joined-already", number=held[adding[0]].number)
    await clusters.behind(work.tx, cluster.id)
    return await _told(work, cluster, joined, act)


async def _who_leads(work: Work, question_id: int, others: Sequence[int]) -> tuple[int, list[int]]:
    """The head of a cluster that is there; otherwise what is taken; otherwise the oldest."""
    ids = sorted({question_id, *others})
    for one in ids:
        if cluster := await belonging.open_cluster(work, one):
            where = {two: await clusters.of(work.tx, two) for two in ids}
            return cluster.head, [two for two in ids if where[two] != cluster] or [one]
    known = [await questions.get(work.tx, one) for one in ids]
    busy = [one.id for one in known if one and one.status is not Status.WAITING]
    head = min(busy or ids)
    return head, [one for one in ids if one != head]


async def _held(work: Work, person: Person, ids: Sequence[int]) -> dict[int, Question]:
    """The questions, held in the order of their ids, so that nobody waits for ever."""
    held = {}
    for one in sorted(set(ids)):
        question = await questions.to_move(work.tx, one)
        if question is None:
            raise Refused("not-your-queue")
        access.must_work_on(person, question)
        held[one] = question
    return held


async def _cluster_under(work: Work, person: Person, head: Question) -> Cluster:
    """The head's cluster, held; made now if there is none."""
    found = await clusters.of(work.tx, head.id)
    if found is None:
        made = await clusters.make(work.tx, head, work.now)
        cluster = await clusters.hold(work.tx, made)
        await clusters.join(work.tx, cluster, head.id, by=person.id, now=work.now)
        return cluster
    cluster = await clusters.hold(work.tx, found.id)
    if not cluster.is_open or cluster.head != head.id:
        raise Refused("cluster-settled", number=head.number)
    if await _size(work, cluster) >= MOST:
        raise Refused("cluster-full", number=head.number, most=str(MOST))
    return cluster


async def _put(
    work: Work, person: Person, cluster: Cluster, head: Question, question: Question, act: int
) -> bool:
    if not may_join(question) or question.queue != head.queue:
        raise question.moved_on()
    if question.taken_by not in (None, head.taken_by):
        raise Refused("cluster-held", number=question.number)
    if not await clusters.join(work.tx, cluster, question.id, act=act, by=person.id, now=work.now):
        return False
    await moves.follow(work, question, Move.JOIN, person.id, detail=f"{cluster.id} {head.number}")
    return True


async def _told(work: Work, cluster: Cluster, moved: Sequence[Question], act: int) -> Joined:
    """The cards of those that moved, and of the head, say so."""
    now = await clusters.get(work.tx, cluster.id)
    assert now is not None
    head = await questions.get(work.tx, now.head)
    assert head is not None
    for question_id in {head.id, *(one.id for one in moved)}:
        await cards.refresh_id(work, question_id)
    return Joined(head, tuple(moved), act, await _size(work, cluster))


async def _size(work: Work, cluster: Cluster) -> int:
    """How many questions belong to it."""
    return sum(one.many for one in (await clusters.weights(work.tx, cluster.id))[0])


async def members(
    work: Work, person: Person, question_id: int, after: int = 0
) -> tuple[list[Question], bool]:
    """A page of the questions of a cluster, to choose which to split off; and whether more follow.

    ``after`` is the last question of the page above.
    """
    head = await queues.work_on(work, person, await belonging.standing(work, question_id))
    cluster = await _open(work, head)
    found = await clusters.members(work.tx, cluster.id, after=after, most=PAGE + 1)
    return [one.question for one in found[:PAGE]], len(found) > PAGE


async def _open(work: Work, question: Question) -> Cluster:
    """The cluster of a question, held. Raises Refused once an answer is approved for all."""
    found = await belonging.open_cluster(work, question.id)
    cluster = await clusters.hold(work.tx, found.id) if found else None
    if cluster is None or not cluster.is_open:
        raise Refused("cluster-settled", number=question.number)
    return cluster


async def split(work: Work, person: Person, question_id: int) -> Joined:
    """It asks something else after all: it goes its own way, with its own number and date.

    What is drafted stays with the others. Raises Refused once an answer is approved for all.
    """
    question = await queues.work_on(work, person, question_id)
    cluster = await _open(work, question)
    act = await clusters.act(work.tx, cluster.id, Act.SPLIT, person.id, work.now)
    if not await _let_go(work, person, question, Left.SPLIT, act):
        raise Refused("cluster-settled", number=question.number)
    return await _told(work, cluster, [question], act)


async def _let_go(work: Work, person: Person, question: Question, why: Left, act: int = 0) -> bool:
    """It leaves; one that followed a draft has none of its own, and is taken or waits.

    Undone, it waits if it did before: nobody has taken it for itself. Whoever holds it hears so.
    """
    if not await belonging.leave(work, question, why, person.id, act=act):
        return False
    is_drafted = question.status is Status.DRAFTED
    if is_drafted:
        question = await moves.follow(work, question, Move.RETURN, person.id)
    waits = why is Left.UNDONE and await _waited(work, question)
    if question.status is Status.TAKEN and (waits or question.taken_by is None):
        await moves.follow(work, question, Move.GIVE_BACK, person.id, taken_by=None)
    elif is_drafted and question.taken_by != person.id:
        await work.tell_id(
            question.taken_by,
            "cluster-split-told",
            about=cards.subject(question),
            number=question.number,
        )
    return True


async def _waited(work: Work, question: Question) -> bool:
    """Whether nobody had it in hand when it was joined."""
    joined = await questions.last_event(work.tx, question.id, Move.JOIN)
    return joined is not None and joined.before == Status.WAITING.value


async def undo(work: Work, person: Person, act_id: int) -> Joined:
    """*Hoàn tác*: what was joined is apart again, what was split belongs together again; once."""
    done = await clusters.done(work.tx, act_id)
    cluster = await clusters.get(work.tx, done.cluster) if done else None
    if done is None or cluster is None:
        raise Refused("cluster-undone-already")
    ids = await (clusters.joined_by if done.act is Act.JOIN else clusters.split_by)(work.tx, done)
    if not ids or not await clusters.undo(work.tx, act_id, person.id, work.now):
        raise Refused("cluster-undone-already")
    if done.act is Act.SPLIT:
        return await join(work, person, cluster.head, ids)
    held = await _held(work, person, ids)
    if not (await clusters.hold(work.tx, cluster.id)).is_open:
        raise Refused("cluster-answered")
    for question in held.values():
        await _let_go(work, person, question, Left.UNDONE)
    return await _told(work, cluster, tuple(held.values()), act_id)


async def word(work: Work, person: Person, question_id: int, text: str) -> Question:
    """The question in words of an official: what everybody reads and hears instead of anybody's."""
    head = await queues.work_on(work, person, await belonging.standing(work, question_id))
    cluster = await _open(work, head)
    words = masking.mask(text.strip()).text
    if not words:
        raise Refused("cluster-words-missing")
    if len(words) > LONGEST:
        raise Refused("cluster-words-too-long", most=str(LONGEST))
    if not await clusters.word(work.tx, cluster.id, words):
        raise Refused("cluster-settled", number=head.number)
    await cards.refresh(work, head)
    return head


async def how_many(work: Work, question_id: int) -> int:
    """How many are answered together with a question; 0 for one alone."""
    cluster = await belonging.open_cluster(work, question_id)
    many = await _size(work, cluster) if cluster else 0
    return many if many > 1 else 0
