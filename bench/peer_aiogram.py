"""A peer: a registration on aiogram's state machine, every step of it kept in SQLite.

python -m bench.peer_aiogram URL FILE   asks for one thing after the other, then starts over
"""

import asyncio
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.types import Message

from bench.server import TOKEN

_TABLE = "CREATE TABLE IF NOT EXISTS fsm (key TEXT PRIMARY KEY, state TEXT, data TEXT)"
_PUT = "INSERT INTO fsm (key, {0}) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET {0} = excluded.{0}"


class SqliteStorage(BaseStorage):
    """As aiogram's own storages are: a row a conversation, each change on disk when it returns."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    @classmethod
    async def open(cls, path: Path) -> "SqliteStorage":
        connection = await aiosqlite.connect(path)
        for sql in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", _TABLE):
            await connection.execute(sql)
        return cls(connection)

    async def set_state(self, key: StorageKey, state: Any = None) -> None:
        await self._put("state", key, state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        found = await self._get("state", key)
        return None if found is None else str(found)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._put("data", key, json.dumps(dict(data), ensure_ascii=False))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(await self._get("data", key) or "{}")
        return found

    async def close(self) -> None:
        await self._connection.close()

    async def _put(self, column: str, key: StorageKey, value: str | None) -> None:
        await self._connection.execute(_PUT.format(column), (_name(key), value))
        await self._connection.commit()

    async def _get(self, column: str, key: StorageKey) -> str | None:
        sql = f"SELECT {column} FROM fsm WHERE key = ?"
        rows = list(await self._connection.execute_fetchall(sql, (_name(key),)))
        return rows[0][0] if rows else None


def _name(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}"


class Registration(StatesGroup):
    """What is asked for, in this order."""

    consent = State()
    ward = State()
    hamlet = State()
    signup = State()
    category = State()
    name = State()
    phone = State()
    right = State()
    question = State()
    send = State()


_STEPS = [one.state for one in Registration.__all_states__]


def _after(step: str | None) -> str | None:
    place = _STEPS.index(step) + 1 if step else 0
    return _STEPS[place] if place < len(_STEPS) else None


async def answer(message: Message, state: FSMContext) -> None:
    """Keep what was said, ask for the next thing; the last answer ends the conversation."""
    here = await state.get_state()
    if here:
        await state.update_data({here: message.text})
    following = _after(here)
    await (state.set_state(following) if following else state.clear())
    await message.answer(message.text or "")


async def run(url: str, path: Path) -> None:
    dispatcher = Dispatcher(storage=await SqliteStorage.open(path))
    dispatcher.message.register(answer)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with Bot(TOKEN, session=session) as bot:
        await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], Path(sys.argv[2])))
