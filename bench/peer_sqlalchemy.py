"""A peer: the unit of work of ``bench.store`` in SQLAlchemy's Core, async, as its tutorial has it.

python -m bench.peer_sqlalchemy URL SECONDS   on the product's tables; the last line is JSON
"""

import asyncio
import json
import sys
import time

from sqlalchemy import MetaData, Table, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bench.hammer import WORKERS, hammered

_TABLES = ("conversations", "inbox", "outbox", "people", "questions")
_TEXT = "Đường vào hẻm nhà tui ngập mỗi khi mưa, khi nào phường sửa?"
_WORDS = '{"text":"Phường đã nhận câu hỏi của cô chú.","choices":[],"reply_to":""}'


class Store:
    """The tables as they are found in the database."""

    def __init__(self, engine: AsyncEngine, tables: dict[str, Table]) -> None:
        self._engine = engine
        self._tables = tables

    @classmethod
    async def open(cls, url: str) -> "Store":
        engine = create_async_engine(url, pool_size=WORKERS, max_overflow=0)
        metadata = MetaData()
        async with engine.connect() as connection:
            await connection.run_sync(metadata.reflect, only=_TABLES)
        return cls(engine, dict(metadata.tables))

    async def asker(self) -> int:
        people = self._tables["people"]
        async with self._engine.begin() as connection:
            made = insert(people).values(language="vi", made_at=_now()).returning(people.c.id)
            return int((await connection.execute(made)).scalar_one())

    async def unit(self, asker: int, name: str) -> None:
        """Inbox, conversation, question and outbox in one transaction."""
        address, now = f"telegram:{asker}", _now()
        async with self._engine.begin() as connection:
            await self._keep(connection, address, name, now)
            await self._conversation(connection, address)
            await self._file(connection, asker, address, name, now)
            await self._go_on(connection, address, name, now)
            await self._say(connection, address, now)

    async def _keep(self, on: AsyncConnection, address: str, name: str, now: int) -> None:
        row = {"channel": "telegram", "external_id": name, "address": address, "payload": _TEXT}
        new = upsert(self._tables["inbox"]).values(**row, state="new", why="", received_at=now)
        await on.execute(new.on_conflict_do_nothing(index_elements=["channel", "external_id"]))

    async def _conversation(self, on: AsyncConnection, address: str) -> None:
        talks = self._tables["conversations"]
        found = select(talks).where(talks.c.address == address, talks.c.sender == address)
        (await on.execute(found)).one_or_none()

    async def _file(
        self, on: AsyncConnection, asker: int, address: str, number: str, now: int
    ) -> None:
        questions = self._tables["questions"]
        row = {"number": number, "asker": asker, "address": address, "ward": "p7", "text": _TEXT}
        row |= {"topic": "duong", "queue": "qldt", "kind": "question", "status": "waiting"}
        new = insert(questions).values(**row, asked_at=now, due_at=now, promised_days=7)
        made = (await on.execute(new.returning(questions.c.id))).scalar_one()
        (await on.execute(select(questions).where(questions.c.id == made))).one()

    async def _go_on(self, on: AsyncConnection, address: str, number: str, now: int) -> None:
        row = {"step": "ask.more", "data": json.dumps({"number": number}), "changed_at": now}
        new = upsert(self._tables["conversations"]).values(address=address, sender=address, **row)
        changed = new.on_conflict_do_update(index_elements=["address", "sender"], set_=row)
        await on.execute(changed)

    async def _say(self, on: AsyncConnection, address: str, now: int) -> None:
        outbox = self._tables["outbox"]
        row = {"channel": "telegram", "address": address, "kind": "send", "payload": _WORDS}
        new = insert(outbox).values(**row, state="queued", due_at=now, created_at=now)
        (await on.execute(new.returning(outbox.c.id))).scalar_one()


def _now() -> int:
    return int(time.time() * 1000)


async def run(url: str, seconds: float) -> dict[str, float]:
    store = await Store.open(url.replace("postgresql://", "postgresql+asyncpg://", 1))
    askers = [await store.asker() for _ in range(WORKERS)]

    async def unit(worker: int, number: int) -> None:
        await store.unit(askers[worker], f"{worker}:{number}")

    return await hammered(unit, seconds)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(sys.argv[1], float(sys.argv[2])))))
