"""Sealed questions that are called out until somebody takes them: a row each."""

from datetime import datetime

from bot.domain.counts import COUNTED
from bot.domain.values import dataclass
from storage.database import Tx, from_ms, maybe_from_ms, maybe_ms, to_ms

#: How many of one holder are looked at; those who hold more than that work for a whole city.
_PORTION = 100


@dataclass(frozen=True, slots=True)
class Call:
    """One that is due."""

    question: int
    came_at: datetime  #: into the queue where it waits, or back into it
    due_at: datetime

    @property
    def is_the_first(self) -> bool:
        """It has just lost whoever had it in hand: that is said at once."""
        return self.due_at == self.came_at


async def begin(tx: Tx, question: int, next_at: datetime | None, now: datetime) -> None:
    """It waits from now on."""
    await tx.run("call_begin", question=question, next_at=maybe_ms(next_at), now=to_ms(now))


async def due(tx: Tx, now: datetime, most: int) -> list[Call]:
    """What is to be called out now."""
    rows = await tx.all("calls_due", now=to_ms(now), most=most)
    return [Call(row["question"], from_ms(row["came_at"]), from_ms(row["next_at"])) for row in rows]


async def again(tx: Tx, call: Call, next_at: datetime | None) -> bool:
    """Take this call; False if somebody else has. ``next_at``: None for the last one."""
    changed = await tx.run(
        "call_again",
        question=call.question,
        before=to_ms(call.due_at),
        next_at=maybe_ms(next_at),
    )
    return bool(changed)


async def end(tx: Tx, question: int) -> None:
    """Somebody has taken it, or nobody has to now."""
    await tx.run("call_end", question=question)


async def look_again(tx: Tx, person: int, now: datetime) -> None:
    """Somebody holds a role or a chat no longer: is what they had in hand still looked after?"""
    await tx.run("calls_of_holder", person=person, now=to_ms(now), most=_PORTION)


async def untaken(tx: Tx) -> tuple[int, datetime | None]:
    """How many people in danger wait for somebody to take it, at most ``COUNTED``, and since when
    the first of these.
    """
    row = await tx.one("calls_untaken", most=COUNTED)
    assert row is not None
    return row["many"], maybe_from_ms(row["oldest"])
