"""Where chats can be reached, who is behind them, and which groups work on which queue."""

from datetime import datetime

from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, to_ms


@dataclass(frozen=True, slots=True)
class Place:
    """One chat."""

    address: str
    person: int | None
    title: str
    is_group: bool
    queue: str  #: the queue whose cards go here
    ward: str  #: the ward whose bulletins go here
    is_closed: bool
    seen_at: datetime  #: when somebody last wrote there
    is_shared: bool  #: somebody said that several people use this phone


async def get(tx: Tx, address: str) -> Place | None:
    row = await tx.one("address_get", address=address)
    return _place(row) if row else None


async def put(
    tx: Tx,
    address: str,
    now: datetime,
    *,
    person: int | None = None,
    title: str = "",
    is_group: bool = False,
) -> None:
    """A chat has been heard of, or heard of again."""
    await tx.run(
        "address_put",
        address=address,
        person=person,
        title=title,
        is_group=int(is_group),
        now=to_ms(now),
    )


async def close(tx: Tx, address: str, why: str, now: datetime) -> bool:
    """Close a chat: nothing is written there from now on; False if it was closed already."""
    return bool(await tx.run("address_close", address=address, why=why, now=to_ms(now)))


async def move(tx: Tx, before: str, after: str) -> None:
    """The chat goes on under another name; what was known of that name gives way."""
    if await get(tx, before):
        await tx.run("address_drop", address=after)
        await tx.run("address_move", before=before, after=after)


async def bind(tx: Tx, address: str, *, queue: str = "", ward: str = "") -> None:
    await tx.run("address_bind", address=address, queue=queue, ward=ward)


async def share(tx: Tx, address: str, *, shared: bool) -> None:
    """Several people use this phone, or no longer."""
    await tx.run("address_share", address=address, shared=int(shared))


async def of_person(tx: Tx, person_id: int) -> list[Place]:
    """The open private chats of a person, the most recently used first."""
    return [_place(row) for row in await tx.all("addresses_of_person", person=person_id)]


async def all_of_person(tx: Tx, person_id: int) -> list[str]:
    """Every private chat of a person, also those that are closed."""
    rows = await tx.all("addresses_all_of_person", person=person_id)
    return [row["address"] for row in rows]


async def of_queue(tx: Tx, queue: str) -> list[Place]:
    """The groups that work on a queue."""
    return [_place(row) for row in await tx.all("addresses_of_queue", queue=queue)]


async def of_ward(tx: Tx, ward: str) -> list[Place]:
    """The groups in which a ward's people hear its bulletins."""
    return [_place(row) for row in await tx.all("addresses_of_ward", ward=ward)]


def _place(row: Row) -> Place:
    return Place(
        row["address"],
        row["person"],
        row["title"],
        bool(row["is_group"]),
        row["queue"],
        row["ward"],
        row["closed_at"] is not None,
        from_ms(row["seen_at"]),
        bool(row["shared"]),
    )


async def drop(tx: Tx, address: str) -> None:
    """Forget a chat."""
    await tx.run("address_drop", address=address)
