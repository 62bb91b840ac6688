"""Clusters, and who belongs to them and since when."""

from datetime import datetime

from bot.domain import ladder
from bot.domain.agencies import Queue
from bot.domain.clusters import MOST, Act, Cluster, Left, Weight, heaviest
from bot.domain.ladder import Rung
from bot.domain.questions import Question, Status
from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, maybe_from_ms, to_ms
from storage.questions import read

#: In ``clusters.behind``: members have something to follow (1), and their cards name another head.
_RENAMED = 2

#: So many households are looked at behind one cluster: most people belong to one.
_HOMES = 5 * MOST


@dataclass(frozen=True, slots=True)
class Member:
    """A question in a cluster."""

    question: Question
    extra: int  #: of the cluster's extra days, those that its asker has been told of


@dataclass(frozen=True, slots=True)
class Done:
    """What an official did with a cluster."""

    id: int
    cluster: int
    act: Act
    undone_at: datetime | None


async def make(tx: Tx, head: Question, now: datetime) -> int:
    """A new cluster under this question; returns its number."""
    return int(await tx.value("cluster_make", **_standing(head), head=head.id, now=to_ms(now)))


def _standing(head: Question) -> dict[str, object]:
    return {
        "queue": str(head.queue),
        "stands": head.status.value,
        "holder": head.taken_by or 0,
    }


async def get(tx: Tx, cluster_id: int) -> Cluster | None:
    row = await tx.one("cluster_get", id=cluster_id)
    return _cluster(row) if row else None


async def hold(tx: Tx, cluster_id: int) -> Cluster:
    """The cluster, which nobody else changes until this transaction has ended.

    Whoever holds questions too has held them before: in this order nobody waits for ever.
    """
    row = await tx.one("cluster_hold", id=cluster_id)
    assert row is not None
    return _cluster(row)


async def of(tx: Tx, question_id: int) -> Cluster | None:
    """The cluster to which a question belongs, also after it was answered."""
    row = await tx.one("cluster_of", question=question_id)
    return _cluster(row) if row else None


async def head_moved(tx: Tx, head: Question, extra: int = 0) -> None:
    """The members follow this head at the next tick; nothing for one that leads no cluster.

    ``extra`` are the working days that it was given beside those promised.
    """
    await tx.run("cluster_changed", **_standing(head), head=head.id, extra=extra)


async def reach(tx: Tx, cluster: Cluster, rung: Rung) -> bool:
    """A question of it has come to this rung; False if one had before, or to a higher one."""
    if cluster.reached and not ladder.is_above(rung, cluster.reached):
        return False
    before = cluster.reached.value if cluster.reached else ""
    return bool(await tx.run("cluster_reach", id=cluster.id, rung=rung.value, before=before))


async def behind(tx: Tx, cluster_id: int) -> None:
    """Its members have something to follow."""
    await tx.run("cluster_behind", id=cluster_id)


async def next_behind(tx: Tx) -> Cluster | None:
    row = await tx.one("clusters_behind")
    return _cluster(row) if row else None


async def step(tx: Tx, cluster: Cluster, *, cursor: int, is_last: bool) -> bool:
    """How far members have followed; False if the head moved on meanwhile, and all start over."""
    return bool(
        await tx.run(
            "cluster_step",
            id=cluster.id,
            version=cluster.version,
            cursor=0 if is_last else cursor,
            behind=0 if is_last else 1 + _RENAMED * cluster.renamed,
        )
    )


async def heir(tx: Tx, cluster_id: int, question_id: int) -> int:
    """The question that leads once this one no longer does; 0 if there is no other."""
    return int(await tx.value("cluster_heir", cluster=cluster_id, question=question_id) or 0)


async def lead(tx: Tx, cluster_id: int, head: int) -> None:
    """Another question leads; it catches up with where the cluster stands, as all others do."""
    await tx.run("cluster_lead", id=cluster_id, head=head)


async def word(tx: Tx, cluster_id: int, words: str) -> bool:
    """Keep the question in an official's words; False once an answer is approved."""
    return bool(await tx.run("cluster_word", id=cluster_id, words=words))


async def answer(tx: Tx, cluster_id: int, answer_id: int, asked: int, words: str) -> bool:
    """All share this answer; False if they share one already."""
    return bool(
        await tx.run("cluster_answer", id=cluster_id, answer=answer_id, asked=asked, words=words)
    )


async def end(tx: Tx, cluster_id: int, now: datetime) -> None:
    await tx.run("cluster_end", id=cluster_id, now=to_ms(now))


async def heard(tx: Tx, bulletin_id: int) -> None:
    """A bulletin has gone out: whoever shares one of its answers hears it at the next tick."""
    await tx.run("clusters_heard", bulletin=bulletin_id)


async def ward_heard(tx: Tx, answer_id: int, ward: str) -> int:
    """The bulletin in which a ward has heard this answer; 0 if it has not."""
    return int(await tx.value("cluster_ward_heard", answer=answer_id, ward=ward) or 0)


async def answered(tx: Tx, question_id: int) -> int:
    """The cluster for which this question was answered first; 0 if it was not for one."""
    return int(await tx.value("cluster_answered", question=question_id) or 0)


async def answered_with(
    tx: Tx, question_id: int, *, after: int = 0, most: int = MOST
) -> list[Question]:
    """What shares the answer of this question and still does, beside itself; a page of it."""
    cluster = await answered(tx, question_id)
    found = await members(tx, cluster, after=after, most=most) if cluster else []
    return [one.question for one in found if one.question.id != question_id]


async def askers(tx: Tx, cluster_id: int, ward: str) -> list[int]:
    """Who asked it in one ward."""
    rows = await tx.all("cluster_askers", cluster=cluster_id, ward=ward, most=MOST)
    return [row["asker"] for row in rows]


async def names(tx: Tx, cluster_id: int) -> list[str]:
    """The names of all who asked in it."""
    rows = await tx.all("cluster_names", cluster=cluster_id, most=MOST)
    return [row["name"] for row in rows]


async def homes(tx: Tx, cluster_id: int) -> list[str]:
    """The names of the households in which they live, or which they help."""
    rows = await tx.all("cluster_homes", cluster=cluster_id, most=_HOMES)
    return [row["name"] for row in rows]


async def unanswered(tx: Tx, cluster_id: int) -> bool:
    """Whether somebody still has to hear its answer."""
    return bool(await tx.value("cluster_unanswered", cluster=cluster_id))


async def act(tx: Tx, cluster_id: int, kind: Act, by: int | None, now: datetime) -> int:
    """Write down what an official does; returns its number."""
    return int(
        await tx.value(
            "cluster_act_make", cluster=cluster_id, kind=kind.value, by=by, now=to_ms(now)
        )
    )


async def done(tx: Tx, act_id: int) -> Done | None:
    row = await tx.one("cluster_act_get", id=act_id)
    if row is None:
        return None
    return Done(row["id"], row["cluster"], Act(row["kind"]), maybe_from_ms(row["undone_at"]))


async def undo(tx: Tx, act_id: int, by: int, now: datetime) -> bool:
    """Take it back; False if somebody did."""
    return bool(await tx.run("cluster_act_undo", id=act_id, by=by, now=to_ms(now)))


async def join(
    tx: Tx, cluster: Cluster, question_id: int, *, act: int = 0, by: int | None, now: datetime
) -> bool:
    """A question belongs to the cluster; False if it belongs to one already."""
    return bool(
        await tx.run(
            "cluster_member_join",
            cluster=cluster.id,
            question=question_id,
            extra=cluster.extra,
            act=act,
            by=by,
            now=to_ms(now),
        )
    )


async def leave(
    tx: Tx,
    question_id: int,
    why: Left,
    *,
    act: int = 0,
    by: int | None,
    now: datetime,
) -> bool:
    """It no longer belongs to its cluster; False if it had none."""
    return bool(
        await tx.run(
            "cluster_member_leave",
            question=question_id,
            why=why.value,
            act=act,
            by=by,
            now=to_ms(now),
        )
    )


async def extended(tx: Tx, question_id: int, extra: int) -> None:
    await tx.run("cluster_member_extend", question=question_id, extra=extra)


async def members(tx: Tx, cluster_id: int, *, after: int = 0, most: int = MOST) -> list[Member]:
    """A page of its questions, as asked; ``most`` is all of them by default."""
    rows = await tx.all("cluster_members_page", cluster=cluster_id, after=after, most=most)
    return [Member(read(row), row["member_extra"]) for row in rows]


async def weights(tx: Tx, cluster_id: int) -> tuple[list[Weight], datetime]:
    """How many ask where, most first, and the earliest date that one of them was promised."""
    rows = await tx.all("cluster_weights", cluster=cluster_id)
    found = [Weight(row["ward"], row["hamlet"], row["many"]) for row in rows]
    return heaviest(found), from_ms(min((row["due_at"] for row in rows), default=0))


async def speakers(tx: Tx, cluster_id: int) -> dict[str, int]:
    """For each ward in which somebody asks: the question that represents all in its bulletin."""
    rows = await tx.all("cluster_speakers", cluster=cluster_id)
    return {row["ward"]: row["question"] for row in rows}


async def joined_by(tx: Tx, done: Done) -> list[int]:
    """What this act put into the cluster and still is there."""
    rows = await tx.all("cluster_members_joined", cluster=done.cluster, act=done.id, most=MOST)
    return [row["question"] for row in rows]


async def split_by(tx: Tx, done: Done) -> list[int]:
    """What this act took out of it."""
    rows = await tx.all("cluster_members_split", act=done.id, most=MOST)
    return [row["question"] for row in rows]


async def asked_by(tx: Tx, cluster_id: int, person: int) -> bool:
    """Whether somebody asked one of its questions."""
    return bool(await tx.value("cluster_asked_by", cluster=cluster_id, asker=person))


async def same_asker(tx: Tx, cluster_id: int, question: Question) -> list[Question]:
    """What else its asker asked there, for themselves or for the same household, as asked."""
    rows = await tx.all(
        "cluster_same_asker",
        cluster=cluster_id,
        question=question.id,
        asker=question.asker,
        household=question.household,
        most=MOST,
    )
    return [read(row) for row in rows]


async def people(tx: Tx, cluster_id: int) -> int:
    """How many people and households ask; fewer than its questions where some asked twice."""
    return int(await tx.value("cluster_people", cluster=cluster_id))


async def hears(tx: Tx, cluster_id: int, person: int, question: int) -> bool:
    """Whether somebody who follows ``question`` hears the same by another one."""
    about = {"cluster": cluster_id, "person": person, "question": question}
    return bool(await tx.value("cluster_hears", **about))


def _cluster(row: Row) -> Cluster:
    return Cluster(
        id=row["id"],
        queue=Queue.parse(row["queue"]),
        head=row["head"],
        stands=Status(row["stands"]),
        holder=row["holder"] or None,
        answer=row["answer"],
        asked=row["asked"],
        words=row["words"],
        extra=row["extra"],
        renamed=bool(row["behind"] & _RENAMED),
        reached=Rung(row["reached"]) if row["reached"] else None,
        version=row["version"],
        cursor=row["cursor"],
        ended_at=maybe_from_ms(row["ended_at"]),
    )
