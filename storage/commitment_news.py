"""How far people have been told what became of a promise: a row with a cursor."""

from enum import StrEnum

from bot.domain.values import dataclass
from storage.database import Tx


class To(StrEnum):
    """Who is being told."""

    ASKERS = "askers"  #: who shares the answer in which it was promised
    FOLLOWERS = "followers"  #: who follows its question
    NOBODY = ""  #: all have heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is to be told of one commitment, as it was seen."""

    commitment: int
    question: int  #: in whose answer it was promised
    to: To
    after: int  #: the last question, or person, that has been told
    stand: str
    moved: int  #: how often it has had another day


async def begin(tx: Tx, commitment: int) -> None:
    """Everybody is to hear what became of it; of what was promised to one alone nobody else."""
    await tx.run("commitment_news_begin", id=commitment)


async def next_(tx: Tx) -> Telling | None:
    row = await tx.one("commitment_news_next")
    if row is None:
        return None
    return Telling(
        commitment=row["id"],
        question=row["question"],
        to=To(row["telling"]),
        after=row["told_to"],
        stand=row["stand"],
        moved=row["moved"],
    )


async def reach(tx: Tx, seen: Telling, to: To, after: int = 0) -> bool:
    """These have been told; False if there is something newer to tell, to all of them."""
    return bool(
        await tx.run(
            "commitment_news_reach",
            id=seen.commitment,
            before=seen.to.value,
            after=seen.after,
            stand=seen.stand,
            moved=seen.moved,
            telling=to.value,
            told_to=after,
        )
    )
