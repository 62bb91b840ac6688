"""Bulletins and releases: which answer goes to which ward in which slot."""

from datetime import datetime

from bot.domain.agencies import Queue
from bot.domain.counts import COUNTED
from bot.domain.relay import ALONE, Among, Bulletin
from bot.domain.slots import Means
from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, maybe_from_ms, to_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One answer in one bulletin."""

    id: int
    question: int
    number: str
    text: str
    queue: Queue
    asker: int
    answer: str
    answer_id: int
    cluster: int = 0  #: of all who share the answer; 0: one asked
    asked: int = 1  #: how many
    khmer: str = ""  #: the answer in Khmer, typed by a person
    papers: int = 0  #: how many files go with it
    recordings: int = 0  #: and how many of it spoken in Khmer: at most one


async def bulletin_at(
    tx: Tx, ward: str, means: Means, due_at: datetime, chat_at: datetime, note: str = ""
) -> int:
    """The open bulletin of a ward for this slot, made if need be; returns its id."""
    return int(
        await tx.value(
            "bulletin_at",
            ward=ward,
            means=means.value,
            due_at=to_ms(due_at),
            chat_at=to_ms(chat_at),
            note=note,
        )
    )


async def get(tx: Tx, bulletin_id: int) -> Bulletin | None:
    row = await tx.one("bulletin_get", id=bulletin_id)
    return _bulletin(row) if row else None


async def with_answer(tx: Tx, answer: int, ward: str) -> Bulletin | None:
    """The bulletin in which a ward hears an answer; None if it is not for the air."""
    row = await tx.one("bulletin_with_answer", answer=answer, ward=ward)
    return _bulletin(row) if row else None


async def due(tx: Tx, now: datetime) -> Bulletin | None:
    """One whose script is due to go out, the first that was."""
    row = await tx.one("bulletins_due", now=to_ms(now))
    return _bulletin(row) if row else None


async def unheard(tx: Tx, now: datetime) -> Bulletin | None:
    """One whose chat copies are due to go out, the first that was."""
    row = await tx.one("bulletins_unheard", now=to_ms(now))
    return _bulletin(row) if row else None


async def of_ward(tx: Tx, ward: str, most: int = 3) -> list[Bulletin]:
    return [_bulletin(row) for row in await tx.all("bulletins_of_ward", ward=ward, most=most)]


async def told(tx: Tx, bulletin_id: int, now: datetime) -> bool:
    """The script goes out; False if it already did, or if its slot was missed."""
    return bool(await tx.run("bulletin_told", id=bulletin_id, now=to_ms(now)))


async def missed(tx: Tx, bulletin_id: int) -> bool:
    """Its slot is over; False if it was given out in the last moment."""
    return bool(await tx.run("bulletin_missed", id=bulletin_id))


async def heard(tx: Tx, bulletin_id: int, now: datetime) -> bool:
    """Chat copies go out; False if they already did."""
    return bool(await tx.run("bulletin_heard", id=bulletin_id, now=to_ms(now)))


async def aired(tx: Tx, bulletin_id: int, by: int, now: datetime) -> bool:
    """It was read out; False if that was already reported."""
    return bool(await tx.run("bulletin_aired", id=bulletin_id, by=by, now=to_ms(now)))


async def due_now(tx: Tx, bulletin_id: int, now: datetime) -> bool:
    """Bring an untold bulletin forward; False if it was told already, or missed."""
    return bool(await tx.run("bulletin_due_now", id=bulletin_id, now=to_ms(now)))


async def move(tx: Tx, before: int, after: int) -> None:
    """Everything of a missed bulletin waits in another one."""
    await tx.run("releases_move", before=before, after=after)
    await tx.run("bulletin_empty", id=before)


async def release(
    tx: Tx,
    *,
    answer: int,
    question: int,
    ward: str,
    bulletin: int,
    now: datetime,
    among: Among = ALONE,
) -> bool:
    """Put an answer in a bulletin, for all ``among`` whom it is; False if the ward has it."""
    return bool(
        await tx.run(
            "release_make",
            answer=answer,
            question=question,
            ward=ward,
            bulletin=bulletin,
            now=to_ms(now),
            cluster=among.cluster,
            asked=among.asked,
            words=among.words,
        )
    )


async def contents(tx: Tx, bulletin_id: int) -> list[Release]:
    """What is in a bulletin, in the order of approval."""
    return [
        Release(
            id=row["id"],
            question=row["question"],
            number=row["number"],
            text=row["text"],
            queue=Queue.parse(row["queue"]),
            asker=row["asker"],
            answer=row["answer"],
            answer_id=row["answer_id"],
            cluster=row["cluster"],
            asked=row["asked"],
            khmer=row["khmer"],
            papers=row["papers"],
            recordings=row["recordings"],
        )
        for row in await tx.all("releases_of", bulletin=bulletin_id)
    ]


async def count(tx: Tx, bulletin_id: int) -> int:
    return int(await tx.value("releases_count", bulletin=bulletin_id))


async def moved(tx: Tx, question: int, now: datetime) -> None:
    """A question has gone to another office, and with it what was released of it."""
    await tx.run("releases_moved", question=question, now=to_ms(now))


async def make_public(tx: Tx, bulletin_id: int, now: datetime) -> None:
    await tx.run("releases_public", bulletin=bulletin_id, now=to_ms(now))


async def late(tx: Tx, now: datetime) -> tuple[int, datetime | None]:
    """How many scripts should have gone out and did not, up to ``COUNTED``, and since when."""
    row = await tx.one("bulletins_late", now=to_ms(now), most=COUNTED)
    assert row is not None
    return row["waiting"], maybe_from_ms(row["oldest"])


def _bulletin(row: Row) -> Bulletin:
    return Bulletin(
        id=row["id"],
        ward=row["ward"],
        means=Means(row["means"]),
        due_at=from_ms(row["due_at"]),
        chat_at=from_ms(row["chat_at"]),
        told_at=maybe_from_ms(row["told_at"]),
        heard_at=maybe_from_ms(row["heard_at"]),
        aired_at=maybe_from_ms(row["aired_at"]),
        aired_by=row["aired_by"],
    )
