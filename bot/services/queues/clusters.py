"""*Gộp*, *Tách ra*, *Hoàn tác*: an official says which questions ask the same."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain import access
from bot.domain import clusters as counting
from bot.domain.clusters import MOST, Act, Cluster, Left, may_join, may_lead
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question, Status
from bot.domain.values import dataclass
from bot.services.questions import belonging, cards, cluster_cards, moves
from bot.services.queues import merging, queues
from bot.understanding import alike, masking
from bot.work import Work
from storage import clusters, questions
from storage.clusters import Done
from storage.likenesses import Alike

#: How many questions one message lists.
PAGE = 8

#: Of what is joined the first of these leads. What is settled comes before: nothing joins it.
_FAR = (Status.DRAFTED, Status.TAKEN, Status.WAITING)

#: The longest wording of a question for all, in letters.
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that seems to ask the same, and why."""

    question: Question
    why: tuple[str, ...]  #: what both ask about, in the words of the one it is like
    many: int = 0  #: how many are answered together with it; 0: it stands alone


@dataclass(frozen=True, slots=True)
class Joined:
    """What an official has put together, or taken apart; ``act`` takes it back."""

    head: Question
    moved: tuple[Question, ...]
    act: int
    all: int  #: how many the cluster holds now
    along: int = 0  #: how many came along, because they were answered together with these


async def suggested(
    work: Work, person: Person, question_id: int
) -> tuple[Question, list[Suggestion]]:
    """What may be put to a question, oldest first, each with a reason; of a cluster its head.

    May be none: an official can name others by their numbers.
    """
    question = await queues.work_on(work, person, question_id)
    cluster = await belonging.open_cluster(work, question.id)
    if cluster and cluster.head != question.id:
        raise Refused("cluster-joined-already", number=question.number)
    alike_ = await cluster_cards.suggestions(work, question, person, cluster)
    found: dict[int, Suggestion] = {}
    for one in alike_:
        why = tuple(alike.why(question.text, one.question.text))
        suggestion = await _suggestion(work, person, one, why)
        if suggestion and suggestion.question.id not in found:
            found[suggestion.question.id] = suggestion
    return question, sorted(found.values(), key=lambda one: one.question.id)[:PAGE]


async def _suggestion(
    work: Work, person: Person, one: Alike, why: tuple[str, ...]
) -> Suggestion | None:
    """Of one in a cluster its head, with whom all others come along."""
    if not one.cluster:
        return Suggestion(one.question, why)
    head = await questions.get(work.tx, await belonging.standing(work, one.question.id))
    if head is None or not access.may_work_on(person, head):
        return None
    return Suggestion(head, why, await how_many(work, head.id))


async def named(work: Work, person: Person, text: str, shown: Mapping[int, int]) -> list[int]:
    """The questions that an official names: by their numbers, or by the places of buttons shown.

    Raises Refused for none, and for one they may not work on, as for one that is not there.
    """
    found = []
    for one in counting.named(text, shown, work.programme.number_prefix):
        if isinstance(one, int):
            found.append(shown[one])
            continue
        question = await questions.numbered(work.tx, one)
        if question is None or not access.may_work_on(person, question):
            raise Refused("cluster-unknown", number=one)
        found.append(question.id)
    if not found:
        raise Refused("cluster-numbers-missing", example=f"{work.programme.number_prefix}-0012")
    return found


async def join(work: Work, person: Person, question_id: int, others: Sequence[int]) -> Joined:
    """Let questions share one answer; of one in a cluster, all that are in it come along.

    Of two officials at once one joins, the other is told. Raises Refused for what is private,
    settled, drafted twice, in another queue, or in the hands of two.
    """
    heads = await _heads(work, person, question_id, others)
    head, *adding = await _by_lead(work, heads)
    if not may_lead(head):
        raise _why_closed(head)
    cluster = await _cluster_under(work, person, head)
    act = await clusters.act(work.tx, cluster.id, Act.JOIN, person.id, work.now)
    put = [await _put(work, person, cluster, head, one, act) for one in adding]
    joined = [one for one, many in zip(adding, put, strict=True) if many]
    if not joined:
        raise Refused("cluster-joined-already", number=adding[0].number)
    await clusters.behind(work.tx, cluster.id)
    along = sum(put) - len(joined)
    return replace(await _told(work, cluster, joined, act), along=along)


async def _heads(
    work: Work, person: Person, question_id: int, others: Sequence[int]
) -> list[Question]:
    """What is worked on for these questions, held. Raises Refused where it is one already."""
    ids = {one: await belonging.standing(work, one) for one in (question_id, *others)}
    held = await _held(work, person, list(ids.values()))
    if len(held) < 2:
        known = await questions.get(work.tx, next(iter(others), question_id))
        raise Refused("cluster-joined-already", number=known.number if known else "")
    for one in held.values():
        if await belonging.standing(work, one.id) != one.id:  # joined a moment ago
            raise Refused("cluster-joined-already", number=one.number)
        await belonging.must_be_of_others(work, person, one)
    return list(held.values())


async def _by_lead(work: Work, heads: Sequence[Question]) -> list[Question]:
    """Who leads comes first: what is furthest, then the head of a cluster, then the oldest."""
    in_cluster = {one.id for one in heads if await belonging.open_cluster(work, one.id)}

    def order(one: Question) -> tuple[int, bool, int]:
        far = _FAR.index(one.status) if one.status in _FAR else -1
        return far, one.id not in in_cluster, one.id

    return sorted(heads, key=order)


def _why_closed(question: Question) -> Refused:
    """Why nothing can be put to a question any more, and what to do instead."""
    is_answered = question.status in (Status.APPROVED, Status.ANSWERED, Status.CLOSED)
    if is_answered and not question.stays_private:
        return Refused("cluster-answered-one", number=question.number)
    return question.moved_on()


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
    return cluster


async def _put(
    work: Work, person: Person, cluster: Cluster, head: Question, question: Question, act: int
) -> int:
    """Put a question to a cluster, or all of its own; returns how many that were."""
    _must_fit(question, head)
    other = await belonging.open_cluster(work, question.id)
    if await _asked_by_holder(work, head, question, other):
        raise Refused("cluster-own-held", number=question.number, head=head.number)
    coming = await _size(work, other) if other else 1
    if await _size(work, cluster) + coming > MOST:
        raise Refused("cluster-full", number=head.number, most=str(MOST))
    detail = f"{cluster.id} {head.number}"
    if other:
        return await merging.into(work, person, other, cluster, act, detail)
    if not await clusters.join(work.tx, cluster, question.id, act=act, by=person.id, now=work.now):
        return 0
    await moves.alone(work, question, Move.JOIN, person.id, detail=detail)
    return 1


def _must_fit(question: Question, head: Question) -> None:
    """Raises Refused for what cannot be put to this head, and says what to do."""
    if question.queue != head.queue:
        raise Refused("cluster-elsewhere", number=question.number, head=head.number)
    if question.status is Status.DRAFTED:
        raise Refused("cluster-two-drafts", number=question.number, head=head.number)
    if not may_join(question):
        raise _why_closed(question)
    if question.taken_by not in (None, head.taken_by):
        raise Refused("cluster-held", number=question.number)


async def _asked_by_holder(
    work: Work, head: Question, question: Question, other: Cluster | None
) -> bool:
    """Whether who holds the head asked what would be put to it: nobody works on their own."""
    holder = head.taken_by
    if holder is None or question.asker == holder:
        return holder is not None
    return other is not None and await clusters.asked_by(work.tx, other.id, holder)


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
    waits = why is Left.UNDONE and await merging.waited(work, question)
    await merging.stand_alone(work, person, question, waits=waits)
    return True


async def undo(work: Work, person: Person, act_id: int) -> Joined:
    """*Hoàn tác*: what was joined is apart again, what was split belongs together again; once.

    Of a cluster that was joined all go back that still are there, under their old head; what has
    joined since stays. Raises Refused once an answer is approved for all.
    """
    done = await clusters.done(work.tx, act_id)
    cluster = await clusters.get(work.tx, done.cluster) if done else None
    if done is None or cluster is None:
        raise Refused("cluster-undone-already")
    if done.act is Act.SPLIT:
        return await _rejoin(work, person, done, cluster)
    singles, merged = await merging.parts(work, done)
    if not singles and not merged:
        raise Refused("cluster-undone-already")
    held = await _held(work, person, [*singles, *merged.values()])
    if not (await clusters.hold(work.tx, cluster.id)).is_open:
        raise Refused("cluster-answered")
    if not await clusters.undo(work.tx, act_id, person.id, work.now):
        raise Refused("cluster-undone-already")
    for other, first in merged.items():
        await merging.apart(work, person, cluster.id, other, held[first], act_id)
    for one in singles:
        await _let_go(work, person, held[one], Left.UNDONE)
    return await _told(work, cluster, tuple(held.values()), act_id)


async def _rejoin(work: Work, person: Person, done: Done, cluster: Cluster) -> Joined:
    """What was split off belongs to the others again."""
    ids = await clusters.split_by(work.tx, done)
    if not ids or not await clusters.undo(work.tx, done.id, person.id, work.now):
        raise Refused("cluster-undone-already")
    return await join(work, person, cluster.head, ids)


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
