"""Laws and decrees (căn cứ) that answers rest on, and whether they still are in force."""

from datetime import datetime

from bot.domain.values import dataclass
from storage.database import Row, Tx, maybe_from_ms, maybe_ms, to_ms

#: How far the answers that rest on one are counted.
COUNTED = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One law or decree."""

    id: int
    name: str  #: as it is written in a list, such as ``NĐ 28/2015/NĐ-CP``
    ended_at: datetime | None = None  #: may be to come
    replaced_by: str = ""
    answers: int = 0  #: that rest on it, where they were counted

    def is_over(self, now: datetime) -> bool:
        """Whether it is no longer law."""
        return self.ended_at is not None and self.ended_at <= now


async def put(tx: Tx, mark: str, name: str, now: datetime) -> int:
    """The id of a document; ``mark`` is its normalised key."""
    return int(await tx.value("basis_put", mark=mark, name=name, now=to_ms(now)))


async def get(tx: Tx, basis_id: int) -> Basis | None:
    row = await tx.one("basis_get", id=basis_id, most=COUNTED)
    return _basis(row) if row else None


async def by_mark(tx: Tx, after: str, most: int) -> list[Basis]:
    """A page of all of them; ``after`` is the mark that ended the page before."""
    return [_basis(row) for row in await tx.all("bases_by_mark", after=after, most=most)]


async def over(tx: Tx, mark: str) -> Basis | None:
    """The document of this mark, if it is no longer law, or is known to end on a day to come."""
    row = await tx.one("basis_over", mark=mark)
    return _basis(row) if row else None


async def end(tx: Tx, basis_id: int, replaced_by: str, by: int, at: datetime) -> bool:
    """From this moment on it is no longer law; False if that was said already."""
    return bool(
        await tx.run("basis_end", id=basis_id, replaced_by=replaced_by, by=by, at=to_ms(at))
    )


async def in_force_again(tx: Tx, basis_id: int) -> bool:
    """It has not ended after all; False if nobody said so."""
    return bool(await tx.run("basis_in_force_again", id=basis_id))


async def lay_under(tx: Tx, answer: int, basis: int) -> None:
    await tx.run("answer_basis_put", answer=answer, basis=basis)


async def hold(tx: Tx, answer: int, since: datetime | None, ends: datetime | None) -> None:
    """From when to when an answer holds."""
    await tx.run("answer_holds", id=answer, since=maybe_ms(since), ends=maybe_ms(ends))


async def spread(tx: Tx, answer: int, cluster: int) -> None:
    """Whoever shares an approved answer in this cluster rests on the same, as long as it does."""
    await tx.run("answer_bases_spread", answer=answer, cluster=cluster)
    await tx.run("answer_holds_alike", answer=answer, cluster=cluster)


async def of_answer(tx: Tx, answer: int) -> list[Basis]:
    return [_basis(row) for row in await tx.all("bases_of_answer", answer=answer)]


async def hearers(tx: Tx, basis: int = 0, *, family: int = 0) -> int:
    """How many people can be told that were given an answer that rests on a document, or one that
    is shared by this family."""
    return int(await tx.value("people_given_count", basis=basis, family=family))


def _basis(row: Row) -> Basis:
    return Basis(
        id=row["id"],
        name=row["name"],
        ended_at=maybe_from_ms(row["ended_at"]),
        replaced_by=row["replaced_by"],
        answers=row["answers"],
    )
