"""Files that people sent or are to get. None stays for long."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.files import File, safe_name
from storage.database import Tx, from_ms, to_ms
from storage.portions import PORTION

#: More bytes than any installation has: what we make ourselves always has room.
ANY = 2**62

#: How many expired files go in one transaction: a quarter of a second where each is as large as
#: may be.
FEW = 5


def named(name: str, content: bytes, *, otherwise: str = "tep") -> File:
    """A file that is about to be put: a token, a safe name (``otherwise`` where none is left)."""
    if not content:
        raise ValueError("a file that is empty")  # no platform carries one
    return File(token=secrets.token_urlsafe(24), name=safe_name(name, otherwise), size=len(content))


async def take_room(tx: Tx, size: int, most: int = ANY) -> bool:
    """Count so many bytes in; False if all files together would be more than ``most`` bytes."""
    return await tx.value("files_grow", size=size, most=most) is not None


async def make_room(tx: Tx, size: int, most: int) -> bool:
    """Drop the oldest files of strangers until theirs, with one of ``size``, are ``most`` bytes.

    Nor are they more than a portion. False if this one alone is larger.
    """
    sizes = [row["size"] for row in await tx.all("files_of_strangers", most=PORTION)]
    if drop := _too_many(sizes, size, most):
        await _drop(tx, "files_drop_strangers", most=drop)
    return size <= most


async def make_room_from(tx: Tx, address: str, size: int, most: int) -> None:
    """The same among the files that came from one chat."""
    sizes = [row["size"] for row in await tx.all("files_from", address=address, most=PORTION)]
    if drop := _too_many(sizes, size, most):
        await _drop(tx, "files_drop_from", address=address, most=drop)


def _too_many(sizes: Sequence[int], size: int, most: int) -> int:
    """How many of the oldest have to go for one of ``size``."""
    kept, drop = sum(sizes), 0
    while sizes[drop:] and (kept + size > most or len(sizes) - drop >= PORTION):
        kept -= sizes[drop]
        drop += 1
    return drop


async def put(
    tx: Tx,
    file: File,
    content: bytes,
    *,
    now: datetime,
    for_how_long: timedelta,
    address: str = "",
    stranger: bool = False,
) -> None:
    """Keep the bytes of a ``named`` file. It goes when the chat it came from does.

    Its room is what ``take_room`` has given; that of a ``stranger``, what ``make_room`` allows.
    """
    whose = {"person": None, "address": address, "stranger": int(stranger)}
    await _put(tx, file, content, (now, now + for_how_long), **whose)


async def keep(
    tx: Tx,
    name: str,
    content: bytes,
    *,
    now: datetime,
    for_how_long: timedelta,
    person: int | None = None,
    address: str = "",
) -> File:
    """Keep a file that is somebody's to get; what to give ``Outgoing.file``.

    It goes when its person does, or the chat it came from; ``address`` may also name what it was
    drawn from (``bot/services/files/drawn.py``).
    """
    file = named(name, content)
    await take_room(tx, file.size)
    whose = {"person": person, "address": address, "stranger": 0}
    await _put(tx, file, content, (now, now + for_how_long), **whose)
    return file


async def _put(
    tx: Tx, file: File, content: bytes, time: tuple[datetime, datetime], **whose: object
) -> None:
    """``time``: since when, and until when."""
    await tx.run(
        "file_put",
        token=file.token,
        name=file.name,
        content=content,
        size=len(content),
        now=to_ms(time[0]),
        expires_at=to_ms(time[1]),
        **whose,
    )


async def get(tx: Tx, token: str, now: datetime) -> File | None:
    """What is known of a file; None once it has expired or was erased."""
    row = await tx.one("file_known", token=token, now=to_ms(now))
    return File(token=row["token"], name=row["name"], size=row["size"]) if row else None


async def content(tx: Tx, token: str, now: datetime) -> bytes | None:
    """The bytes of a file; None once it has expired or was erased."""
    row = await tx.one("file_content", token=token, now=to_ms(now))
    return bytes(row["content"]) if row else None


async def stay(tx: Tx, token: str, until: datetime) -> None:
    """Keep a file for longer; one that is not here stays away."""
    await tx.run("file_stay", token=token, until=to_ms(until))


async def nth_from(tx: Tx, address: str, nth: int) -> datetime | None:
    """When the ``nth`` newest file from a chat came (1: the newest); None if there are fewer."""
    found = await tx.value("file_nth_from", address=address, nth=nth)
    return None if found is None else from_ms(found)


async def forget_expired(tx: Tx, now: datetime) -> int:
    """Drop some of what has been kept long enough; returns how many."""
    return await _drop(tx, "files_expired", now=to_ms(now), most=FEW)


async def forget_person(tx: Tx, person: int) -> None:
    await _drop_all(tx, "files_forget_person", person=person)


async def forget_from(tx: Tx, address: str, before: datetime | None = None) -> None:
    """Drop what came from a chat, or only what came before a moment."""
    until = to_ms(before) if before else 2**62
    await _drop_all(tx, "files_forget_from", address=address, before=until)


async def forget_of_answers(tx: Tx, asker: int, household: int = 0) -> None:
    """Drop the files of answers that were for this asker alone; what a ward hears stays."""
    await _drop_all(tx, "files_forget_of_answers", asker=asker, household=household)


async def held(tx: Tx) -> int:
    """How many bytes all files are together."""
    return int(await tx.value("files_held") or 0)


async def _drop_all(tx: Tx, statement: str, **values: object) -> None:
    while await _drop(tx, statement, **values, most=PORTION) == PORTION:
        pass


async def _drop(tx: Tx, statement: str, **values: object) -> int:
    """Drop files, and make the room they took free again; returns how many."""
    sizes = [row["size"] for row in await tx.all(statement, **values)]
    if sizes:
        await tx.run("files_shrink", size=sum(sizes))
    return len(sizes)
