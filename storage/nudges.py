"""What officials hear about late promises: noted until all of a morning is together, and kept with
its question's rung, so that nobody hears of one rung twice.
"""

from datetime import datetime

from bot.domain.ladder import Rung
from bot.domain.questions import Question
from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, to_ms


@dataclass(frozen=True, slots=True)
class Receiver:
    """A person, or (``person`` 0) a group that works on a queue."""

    person: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Nudge:
    """One question that a receiver is told of."""

    question: int
    rung: Rung
    due_at: datetime
    instead: bool  #: because who should have been told could not be reached


async def put(tx: Tx, receiver: Receiver, question: Question, rung: Rung, *, instead: bool) -> None:
    await tx.run(
        "nudge_put",
        person=receiver.person,
        address=receiver.address,
        question=question.id,
        rung=rung.value,
        due_at=to_ms(question.due_at),
        instead=int(instead),
    )


async def first(tx: Tx) -> Receiver | None:
    """Somebody who is to be told something."""
    row = await tx.one("nudge_first")
    return Receiver(row["person"], row["address"]) if row else None


async def take(tx: Tx, receiver: Receiver, now: datetime, most: int) -> list[Nudge]:
    """What this receiver is told now, and not again; the most urgent first."""
    rows = await tx.all(
        "nudges_take",
        person=receiver.person,
        address=receiver.address,
        now=to_ms(now),
        most=most,
    )
    return sorted(map(_nudge, rows), key=lambda one: (one.due_at, one.question))


async def told(tx: Tx, person: int, after: int, most: int) -> list[Nudge]:
    """A page of what an official was reminded of, as asked; ``after`` ends the page above."""
    return [
        _nudge(row) for row in await tx.all("nudges_told", person=person, after=after, most=most)
    ]


def _nudge(row: Row) -> Nudge:
    return Nudge(row["question"], Rung(row["rung"]), from_ms(row["due_at"]), bool(row["instead"]))


async def forget(tx: Tx, question: int) -> None:
    """Say nothing more about this question."""
    await tx.run("nudges_forget", question=question)
