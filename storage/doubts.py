"""Lines of returned sheets that somebody is asked about, or that went into the holding pen."""

from datetime import datetime

from bot.domain.values import dataclass
from storage.database import Row, Tx, to_ms
from storage.dispatches import Beside
from storage.json import dump, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A line of a returned sheet that somebody is asked about."""

    id: int
    place: str  #: its row in the file, as people count
    why: str
    candidates: tuple[int, ...]  #: rows it may belong to
    answer: str
    beside: Beside
    person: int | None  #: who is asked; None: nobody, it went into the pen
    is_open: bool


async def put(tx: Tx, doubt: Doubt, digest: str, now: datetime) -> bool:
    """Keep a line to be asked about, or (not open) one for the pen; False if it was before."""
    made = await tx.run(
        "doubt_put",
        digest=digest,
        place=doubt.place,
        why=doubt.why,
        candidates=dump(list(doubt.candidates)),
        answer=doubt.answer if doubt.is_open else "",
        basis=doubt.beside.basis,
        who=doubt.beside.who,
        day=doubt.beside.day,
        person=doubt.person,
        state="open" if doubt.is_open else "pen",
        now=to_ms(now),
    )
    return bool(made)


async def is_settled(tx: Tx, digest: str) -> bool:
    """Whether this very line was asked about, or put into the pen, and is done with."""
    state = await tx.value("doubt_known", digest=digest)
    return state is not None and state != "open"


async def get(tx: Tx, doubt_id: int) -> Doubt | None:
    row = await tx.one("doubt_get", id=doubt_id)
    return _doubt(row) if row else None


async def next_for(tx: Tx, person: int) -> Doubt | None:
    """The next line that this person is asked about."""
    row = await tx.one("doubt_next", person=person)
    return _doubt(row) if row else None


async def settle(tx: Tx, doubt_id: int, state: str, now: datetime) -> bool:
    """It is done with; False if somebody already did."""
    values = {"id": doubt_id, "state": state, "now": to_ms(now)}
    return bool(await tx.run("doubt_settle", **values))


async def narrow(tx: Tx, doubt_id: int, row: int, why: str) -> bool:
    """It is for this row, and asked about for another reason; False if somebody settled it."""
    values = {"id": doubt_id, "candidates": dump([row]), "why": why}
    return bool(await tx.run("doubt_narrow", **values))


async def drop(tx: Tx, doubt_id: int) -> bool:
    """Its sheet will be mended and sent again; False if somebody settled it."""
    return bool(await tx.run("doubt_drop", id=doubt_id))


def _doubt(row: Row) -> Doubt:
    return Doubt(
        id=row["id"],
        place=row["place"],
        why=row["why"],
        candidates=tuple(load(row["candidates"])),
        answer=row["answer"],
        beside=Beside(basis=row["basis"], who=row["who"], day=row["day"]),
        person=row["person"],
        is_open=row["state"] == "open",
    )
