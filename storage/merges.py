"""Many questions change their cluster: in a few statements, however many belong to it."""

from datetime import datetime

from bot.domain.clusters import MOST, Cluster
from bot.domain.questions import Move, Question
from storage.database import Tx, to_ms


async def has_settled(tx: Tx, cluster: Cluster) -> bool:
    """Hold its questions; whether all of them have followed a transfer and were told of more time.

    Otherwise they would hear of it in the name of another head.
    """
    rows = await tx.all("merge_hold", cluster=cluster.id, most=MOST)
    return all((row["queue"], row["extra"]) == (str(cluster.queue), cluster.extra) for row in rows)


async def join(
    tx: Tx, other: Cluster, cluster: Cluster, *, act: int, by: int, detail: str, now: datetime
) -> int:
    """All questions of ``other`` belong to ``cluster`` from now on; returns how many.

    Each has a row of history. What ``other`` was is kept, to be what it was again.
    """
    about = {"other": other.id, "act": act, "by": by, "now": to_ms(now)}
    await tx.run("merge_leave", **about)
    await _note(tx, other.id, act, Move.JOIN, by, detail, now)
    many = await tx.run("merge_join", cluster=cluster.id, extra=cluster.extra, **about)
    await tx.run("merge_grown", id=cluster.id, words=other.words)
    await tx.run("cluster_end", id=other.id, now=to_ms(now))
    return many


async def _note(
    tx: Tx, cluster: int, act: int, move: Move, by: int | None, detail: str, now: datetime
) -> None:
    await tx.run(
        "merge_note",
        cluster=cluster,
        act=act,
        move=move.value,
        by=by,
        detail=detail,
        now=to_ms(now),
    )


async def of(tx: Tx, act: int) -> list[int]:
    """The clusters that an act has put into another one."""
    return [row["cluster"] for row in await tx.all("merges_of", act=act)]


async def first(tx: Tx, cluster: int, other: int, act: int) -> int:
    """Which question would lead ``other`` again; 0 where none of its questions is there still."""
    return int(await tx.value("merge_first", cluster=cluster, other=other, act=act) or 0)


async def has_others(tx: Tx, cluster: int, act: int) -> bool:
    """Whether a question is in it that did not come with this act."""
    return bool(await tx.value("merge_rest", cluster=cluster, act=act))


async def leave(
    tx: Tx, cluster: int, other: Cluster, *, act: int, by: int, detail: str, now: datetime
) -> None:
    """What came from ``other`` and still is there leaves the cluster, with the words it brought.

    ``reopen`` has to follow: until then it belongs nowhere.
    """
    about = {"cluster": cluster, "act": act}
    await tx.run("merge_undo_leave", other=other.id, by=by, now=to_ms(now), **about)
    await tx.run("merge_undo_words", id=cluster, words=other.words)
    await _note(tx, cluster, act, Move.SPLIT, by, detail, now)


async def reopen(tx: Tx, cluster: int, other: Cluster, head: Question, *, act: int) -> None:
    """It belongs to ``other`` as before; all of it will stand where this head does."""
    await tx.run("merge_undo_join", cluster=cluster, other=other.id, act=act)
    await tx.run(
        "merge_reopen",
        id=other.id,
        head=head.id,
        queue=str(head.queue),
        stands=head.status.value,
        holder=head.taken_by or 0,
    )


async def leave_with_row(
    tx: Tx, cluster: int, row: int, *, act: int, by: int | None, detail: str, now: datetime
) -> int:
    """Those of a cluster that a row of a sheet is for leave it; returns how many those are."""
    about = {"cluster": cluster, "act": act, "by": by, "now": to_ms(now)}
    many = await tx.run("apart_leave", line=row, **about)
    await _note(tx, cluster, act, Move.SPLIT, by, detail, now)
    return many


async def found(
    tx: Tx, made: int, cluster: int, *, act: int, by: int | None, now: datetime
) -> None:
    """What this act has taken out of ``cluster`` belongs to the one that was made for it."""
    await tx.run("apart_join", made=made, cluster=cluster, act=act, by=by, now=to_ms(now))
