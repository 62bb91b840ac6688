"""Which questions look alike, and which have not been held against others yet."""

from collections.abc import Sequence

from bot.domain.clusters import Cluster
from bot.domain.questions import Question
from bot.domain.values import dataclass
from storage.database import Tx
from storage.questions import read

#: Behind so many questions of a cluster one looks for more: they ask the same.
_FIRST = 20


@dataclass(frozen=True, slots=True)
class Alike:
    """A question that is like another one."""

    question: Question
    cluster: int  #: to which it belongs; 0 for none


async def to_compare(tx: Tx, question_id: int) -> None:
    """Hold this question against others, soon."""
    await tx.run("to_compare_put", question=question_id)


async def next_to_compare(tx: Tx) -> int:
    """The next that has not been held against others; 0 if there is none."""
    return int(await tx.value("to_compare_next") or 0)


async def done_comparing(tx: Tx, question_id: int) -> bool:
    """It has been held against others; False if somebody else did so meanwhile."""
    return bool(await tx.run("to_compare_done", question=question_id))


async def candidates(tx: Tx, question: Question, most: int) -> list[Question]:
    """The newest open questions of its queue and topic, of other people; then those newest of its
    queue that were taken for another topic: the same thing is, in other words.
    """
    of = {
        "queue": str(question.queue),
        "id": question.id,
        "asker": question.asker,
        "most": most,
    }
    same = await tx.all("questions_alike", **of, topic=question.topic)
    beside = await tx.all("questions_beside", **of)
    return [
        read(row) for row in (*same, *(one for one in beside if one["topic"] != question.topic))
    ]


async def like(tx: Tx, pairs: Sequence[tuple[int, int, int]]) -> None:
    """Remember that these are alike, each way: (question, other, percent)."""
    both = [*pairs, *((other, one, percent) for one, other, percent in pairs)]
    await tx.many(
        "likeness_put",
        [{"question": one, "other": other, "percent": percent} for one, other, percent in both],
    )


async def forget(tx: Tx, question_id: int) -> None:
    """It is settled: nothing more is suggested for it."""
    await tx.run("likenesses_drop", question=question_id)


async def alike(tx: Tx, question_id: int, viewer: int, most: int) -> list[Alike]:
    """What is like a question now, oldest first, without what ``viewer`` asked."""
    rows = await tx.all("likenesses_of", question=question_id, viewer=viewer, most=most)
    return [Alike(read(row), row["cluster"]) for row in rows]


async def alike_to_all(tx: Tx, cluster: Cluster, viewer: int, most: int) -> list[Alike]:
    """What is like one of the first questions of a cluster and not in it, oldest first."""
    rows = await tx.all(
        "likenesses_of_cluster",
        cluster=cluster.id,
        queue=str(cluster.queue),
        viewer=viewer,
        first=_FIRST,
        most=most,
    )
    return [Alike(read(row), row["cluster"]) for row in rows]
