"""The board of a session: what was called and answered in the hall, and who asks the same."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.agencies import Queue
from bot.domain.board import Item, ItemMove, ItemState
from bot.domain.households import Household, Source
from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, to_ms
from storage.json import keys
from storage.portions import PORTION
from storage.questions import read

#: How many questions are looked at at once, and how far those who ask the same are counted.
PAGE, COUNTED = 500, 10_000

#: Behind every question: nothing was asked for this session yet.
NONE_YET = 2**62


@dataclass(frozen=True, slots=True)
class Event:
    """One row of an item's history."""

    at: datetime
    actor: int | None  #: person id
    move: ItemMove
    before: str
    after: str
    words: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A household on a session's list."""

    household: Household
    position: int  #: in the roster's order
    state: str  #: of its seat
    since: datetime  #: when anything happened to its seat last


async def earlier(tx: Tx, session: int, since: datetime) -> int:
    """The last question of earlier sessions of this number: those behind it belong to this one."""
    first = await tx.value("board_begins", session=session, since=to_ms(since))
    return NONE_YET if first is None else int(first) - 1


async def open_items(tx: Tx, session: int, after: int = 0, most: int = PAGE) -> list[Item]:
    """What waits or is called: all that was moved, and a page of what stands as it was asked."""
    states = (ItemState.CALLED, ItemState.LISTED)
    moved = [one for state in states for one in await touched(tx, session, state, after, most)]
    return moved + await untouched(tx, session, after, most)


async def touched(
    tx: Tx, session: int, state: ItemState, after: int = 0, most: int = PAGE
) -> list[Item]:
    """Open questions at one state, a page of them as asked."""
    rows = await tx.all(
        "board_touched",
        session=session,
        state=state.value,
        after=after,
        most=most,
        counted=COUNTED,
    )
    return [_item(row) for row in rows]


async def untouched(tx: Tx, session: int, after: int = 0, most: int = PAGE) -> list[Item]:
    """Open questions to which nothing has happened in the hall, a page of them as asked."""
    rows = await tx.all("board_untouched", session=session, after=after, most=most, counted=COUNTED)
    return [_item(row) for row in rows]


async def recorded(tx: Tx, session: int, after: int = 0) -> list[Item]:
    """All that papers name: what was asked before it and during it, whatever became of it."""
    found: list[Item] = []
    while True:
        after = found[-1].question.id if found else after
        rows = await tx.all(
            "board_recorded", session=session, after=after, most=PAGE, counted=COUNTED
        )
        found += [_item(row) for row in rows]
        if len(rows) < PAGE:
            return found


async def get(tx: Tx, question: int) -> Item | None:
    """A question to which something has happened in the hall."""
    row = await tx.one("board_item_get", question=question, counted=COUNTED)
    return _item(row) if row else None


async def put(tx: Tx, session: int, question: int, *, from_floor: bool = False) -> None:
    """From now on it has a row of its own; nothing if it has one."""
    await tx.run("board_item_put", question=question, session=session, floor=int(from_floor))


async def end_call(tx: Tx, session: int, question: int, now: datetime) -> list[int]:
    """What else is called comes again, last; returns those questions."""
    rows = await tx.all("board_called_end", session=session, question=question, place=to_ms(now))
    return [row["question"] for row in rows]


async def call(tx: Tx, question: int, now: datetime) -> bool:
    """False if it is no longer listed."""
    return bool(await tx.run("board_item_call", question=question, now=to_ms(now)))


async def place(tx: Tx, question: int, now: datetime, *, sooner: bool) -> bool:
    """To the beginning, or to the end, of what waits; False if it is answered."""
    moment = -to_ms(now) if sooner else to_ms(now)
    return bool(await tx.run("board_item_place", question=question, place=moment))


async def answer(
    tx: Tx, question: int, answered_for: Queue, words: str, *, by: int, now: datetime
) -> bool:
    """It was answered orally; False if that is written down already."""
    kept = await tx.run(
        "board_item_answer",
        question=question,
        answered_for=str(answered_for),
        words=words,
        by=by,
        now=to_ms(now),
    )
    return bool(kept)


async def share(tx: Tx, session: int, after: int) -> None:
    """What was said to those who lead clusters was said to all who ask the same, from now on."""
    await tx.run("board_shared", session=session, after=after)


async def shared_count(tx: Tx, session: int, after: int) -> int:
    """To how many others it will have been said once the session closes."""
    return int(await tx.value("board_shared_count", session=session, after=after))


async def undo(tx: Tx, question: int, now: datetime) -> bool:
    """It was not answered after all, and comes next; False if it was handed over already."""
    return bool(await tx.run("board_item_undo", question=question, place=-to_ms(now)))


async def unsettled(tx: Tx, session: int, most: int) -> list[int]:
    """Questions with a row of their own that were not handed over."""
    rows = await tx.all("board_unsettled", session=session, most=most)
    return [row["question"] for row in rows]


async def settle(tx: Tx, question: int, state: ItemState, now: datetime) -> bool:
    """It has been handed over; False if that was done already."""
    return bool(
        await tx.run("board_item_settle", question=question, state=state.value, now=to_ms(now))
    )


async def counts(tx: Tx, session: int, after: int = 0) -> dict[ItemState, int]:
    """How many with a row of their own stand where."""
    rows = await tx.all("board_counts", session=session, after=after)
    return {ItemState(row["state"]): row["many"] for row in rows}


async def untouched_count(tx: Tx, session: int, after: int = 0) -> int:
    return int(await tx.value("board_untouched_count", session=session, after=after, most=COUNTED))


async def note(tx: Tx, question: int, event: Event) -> None:
    """Add a row to an item's history."""
    await tx.run(
        "board_move_add",
        question=question,
        at=to_ms(event.at),
        actor=event.actor,
        move=event.move.value,
        before=event.before,
        after=event.after,
        words=event.words,
    )


async def history(tx: Tx, question: int) -> list[Event]:
    """All that happened to a question in the hall, oldest first."""
    rows = await tx.all("board_moves_of", question=question)
    return [
        Event(
            from_ms(row["at"]),
            row["actor"],
            ItemMove(row["move"]),
            row["before"],
            row["after"],
            row["words"],
        )
        for row in rows
    ]


async def also_ask(tx: Tx, question: int, who: str, now: datetime) -> bool:
    """Somebody asks the same; False if they said so before."""
    return bool(await tx.run("also_ask", question=question, who=who, now=to_ms(now)))


async def also_ask_not(tx: Tx, question: int, who: str) -> bool:
    """They take it back; False if they never said so."""
    return bool(await tx.run("also_ask_not", question=question, who=who))


async def also_asked(tx: Tx, who: str, questions: Sequence[int]) -> frozenset[int]:
    """Which of these questions they ask as well."""
    rows = await tx.all("also_asked_by", who=who, questions=keys(questions))
    return frozenset(row["question"] for row in rows)


async def forget_devices(tx: Tx, before: datetime) -> int:
    """Drop a portion of what browsers pressed before a moment; returns how much."""
    return await tx.run("also_asks_forget", before=to_ms(before), most=PORTION)


async def households(tx: Tx, session: int) -> list[Listed]:
    """The households on a session's list."""
    found: list[Listed] = []
    while True:
        after = found[-1].household.id if found else 0
        rows = await tx.all("hall_people", session=session, after=after, most=PAGE)
        found += [_listed(row) for row in rows]
        if len(rows) < PAGE:
            return found


def _listed(row: Row) -> Listed:
    home = Household(
        id=row["id"],
        name=row["name"],
        ward=row["ward"],
        hamlet=row["hamlet"],
        source=Source(row["source"]),
    )
    return Listed(home, row["position"], row["state"], from_ms(row["changed_at"]))


def _item(row: Row) -> Item:
    return Item(
        question=read(row),
        state=ItemState(row["item_state"]),
        place=row["place"],
        from_floor=bool(row["floor"]),
        answered_for=Queue.parse(row["answered_for"]) if row["answered_for"] else None,
        words=row["words"],
        also=row["also"],
    )
