"""Files that go with answers: which answer has which. Their bytes stand with the other files."""

from datetime import UTC, datetime, timedelta

from bot.domain.enclosures import MOST
from bot.domain.files import File
from bot.domain.values import dataclass
from storage.database import Row, Tx, to_ms

#: How long a file waits for a head to approve its answer.
WAITS = timedelta(days=366)

#: What was approved stays as long as its answer does.
STAYS = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file of an answer; ``id`` is what its address on the page says."""

    id: int
    file: File


async def put(tx: Tx, answer: int, token: str, now: datetime) -> bool:
    """A file goes with a draft; False for one that is gone, or was not sent by its author."""
    done = await tx.run("enclosure_put", answer=answer, token=token, now=to_ms(now))
    if done:
        await tx.run("enclosure_keep", token=token, until=to_ms(now + WAITS))
    return bool(done)


async def of_answer(tx: Tx, answer: int, now: datetime) -> list[Enclosure]:
    """The files of an answer, as they came."""
    rows = await tx.all("enclosures_of", answer=answer, now=to_ms(now), most=MOST)
    return [Enclosure(row["id"], _file(row)) for row in rows]


async def approve(tx: Tx, answer: int, now: datetime) -> bool:
    """The files of an approved answer stay; False if one of them is gone."""
    if await tx.value("enclosures_lost", answer=answer, now=to_ms(now)):
        return False
    for one in await of_answer(tx, answer, now):
        await tx.run("enclosure_keep", token=one.file.token, until=to_ms(STAYS))
    return True


async def share(tx: Tx, answer: int, question: int) -> None:
    """The newest answer of a question, which is a copy of ``answer``, has the same files."""
    await tx.run("enclosures_share", answer=answer, question=question, most=MOST)


async def public(tx: Tx, number: str, enclosure: int, now: datetime) -> tuple[File, bytes] | None:
    """A file of an answer that everyone may read; None for any other."""
    row = await tx.one("enclosure_public", id=enclosure, number=number, now=to_ms(now))
    if row is None:
        return None
    content = bytes(row["content"])
    return File(token=row["token"], name=row["name"], size=len(content)), content


async def is_public(tx: Tx, token: str) -> bool:
    """Whether everyone may read an answer that a file goes with."""
    return await tx.value("enclosure_is_public", token=token) is not None


def _file(row: Row) -> File:
    return File(token=row["token"], name=row["name"], size=row["size"])
