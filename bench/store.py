"""One question's work on PostgreSQL, as fast as it goes, and the outbox's claim.

python -m bench.store unit URL SECONDS       through the product's storage
python -m bench.store numbered URL SECONDS   the same, with the next number of one series
python -m bench.store claims URL ROWS        claim and settle ROWS of the outbox, 100 at a time
The last line of each is what was found, as JSON.
"""

import asyncio
import json
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bench.hammer import WORKERS, hammered
from bot.domain.agencies import Queue
from bot.domain.conversation import Conversation
from bot.domain.messages import Address, Inbound, Outgoing
from bot.domain.questions import Question
from storage import broadcasts, conversations, inbox, outbox, people, questions
from storage.broadcasts import Copy
from storage.database import Database
from storage.outbox import Kind, Priority
from storage.postgres import Postgres

BATCH = 100  #: rows a claim

_TEXT = "Đường vào hẻm nhà tui ngập mỗi khi mưa, khi nào phường sửa?"
_WORDS = outbox.outgoing_to_json(Outgoing(text="Phường đã nhận câu hỏi của cô chú."))


async def units(url: str, seconds: float, *, numbered: bool) -> dict[str, float]:
    """Inbox, conversation, question and outbox in a transaction each.

    ``numbered``: each question gets the next number of all, so that one waits for the other.
    """
    database = await Postgres.open(url)
    try:
        now = datetime.now(UTC)
        async with database.transaction() as tx:
            askers = [(await people.make(tx, "vi", now)).id for _ in range(WORKERS)]

        async def unit(worker: int, number: int) -> None:
            name = f"{worker}:{number}"
            await _unit(database, askers[worker], name, number="" if numbered else name)

        return await hammered(unit, seconds)
    finally:
        await database.close()


async def _unit(database: Database, asker: int, name: str, *, number: str) -> None:
    now, address = datetime.now(UTC), Address("telegram", str(asker))
    message = Inbound(address=address, id=name, sender=str(asker), at=now, text=_TEXT)
    async with database.transaction() as tx:
        await inbox.store(tx, [message], now)
        talk = await conversations.get(tx, str(address), message.sender)
        number = number or await questions.next_number(tx, "TV")
        await questions.file(tx, _question(asker, str(address), number, now))
        await conversations.put(tx, _further(talk, number), now)
        await outbox.put(tx, address=str(address), kind=Kind.SEND, payload=_WORDS, now=now)


def _question(asker: int, address: str, number: str, now: datetime) -> Question:
    return Question(
        id=0,
        number=number,
        asker=asker,
        address=address,
        ward="p7",
        text=_TEXT,
        topic="duong",
        queue=Queue("qldt"),
        asked_at=now,
        due_at=now + timedelta(days=7),
        promised_days=7,
    )


def _further(talk: Conversation, number: str) -> Conversation:
    return replace(talk, step="ask.more", data={**talk.data, "number": number})


async def claims(url: str, rows: int) -> dict[str, float]:
    """Rows a second, claimed and settled in one transaction a batch; and of the claim alone."""
    database = await Postgres.open(url)
    try:
        await _queue(database, rows)
        since = time.perf_counter()
        claiming = await _claim_all(database, rows)
        return {"settled": rows / (time.perf_counter() - since), "claimed": rows / claiming}
    finally:
        await database.close()


async def _queue(database: Database, rows: int) -> None:
    now = datetime.now(UTC)
    receivers = [Copy(f"telegram:{number}", "vi") for number in range(rows)]
    async with database.transaction() as tx:
        await broadcasts.put_copies(tx, 1, receivers, now)


async def _claim_all(database: Database, rows: int) -> float:
    """The seconds of it that claiming took."""
    claiming, done = 0.0, 0
    while done < rows:
        now = datetime.now(UTC)
        async with database.transaction() as tx:
            since = time.perf_counter()
            found = await outbox.claim(tx, "telegram", now, BATCH, Priority.BROADCAST)
            claiming += time.perf_counter() - since
            await outbox.sent(tx, found, now)
        if not found:
            raise SystemExit(f"{done} of {rows} rows could be claimed")
        done += len(found)
    return claiming


if __name__ == "__main__":
    what, url, size = sys.argv[1:]
    if what == "claims":
        work = claims(url, int(size))
    else:
        work = units(url, float(size), numbered=what == "numbered")
    print(json.dumps(asyncio.run(work)))
