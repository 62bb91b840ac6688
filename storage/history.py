"""A question's history: a row for every move, with the words that went with it."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.questions import Move
from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, to_ms
from storage.portions import in_portions


@dataclass(frozen=True, slots=True)
class Event:
    """One row of a question's history."""

    at: datetime
    actor: int | None  #: person id; None: the program itself
    move: Move
    before: str
    after: str
    note: str  #: what a person wrote: a reason, a question back, more details
    detail: str  #: what the program adds: the other queue, the other date


async def add(tx: Tx, question_id: int, event: Event) -> None:
    """Add a row to the history."""
    await tx.run(
        "history_add",
        question=question_id,
        at=to_ms(event.at),
        actor=event.actor,
        move=event.move.value,
        before=event.before,
        after=event.after,
        note=event.note,
        detail=event.detail,
    )


async def words(tx: Tx, question_id: int, moves: Collection[Move], most: int) -> list[Event]:
    """The newest moves of these kinds that came with words, in the order they were made."""
    names = "".join(f",{move.value}" for move in sorted(moves)) + ","
    rows = await tx.all("history_words", question=question_id, moves=names, most=most)
    return [_event(row) for row in reversed(rows)]


async def last(tx: Tx, question_id: int, move: Move) -> Event | None:
    row = await tx.one("history_last", question=question_id, move=move.value)
    return _event(row) if row else None


async def ever(tx: Tx, question_id: int, move: Move, begins: str) -> bool:
    """Whether any such move was noted with a detail that begins so, however long ago."""
    found = await tx.value("history_began", question=question_id, move=move.value, begins=begins)
    return bool(found)


async def last_note(tx: Tx, question_id: int, move: Move) -> str:
    """The words that went with the last such move; empty without one."""
    event = await last(tx, question_id, move)
    return event.note if event else ""


async def forget_words(tx: Tx, asker: int, household: int) -> None:
    """Drop the words that went with moves of what this person asked for a household.

    0: for themselves.
    """
    await in_portions(tx, "history_forget", asker=asker, household=household)


def _event(row: Row) -> Event:
    return Event(
        from_ms(row["at"]),
        row["actor"],
        Move(row["move"]),
        row["before"],
        row["after"],
        row["note"],
        row["detail"],
    )
