"""The peer: python-telegram-bot as its own examples use it.

python -m bench.peer echo URL AT_ONCE      answers every message and press with one message
python -m bench.peer broadcast URL COUNT   eight workers send COUNT messages; nothing is durable
python -m bench.peer limited URL COUNT     both, within its rate limiter (needs aiolimiter)
"""

import asyncio
import sys
from contextlib import suppress
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bench.server import TOKEN

_WORKERS = 8

#: As many as keep a limiter busy, how often it tries a message that was refused, and how many
#: people are answered at once: one at a time, each would wait for all who wrote before.
_LIMITED_WORKERS, _RETRIES, _AT_ONCE = 16, 5, 32

#: Where the receivers of a broadcast begin; ``bench.seed`` gives the product the same ones.
FIRST_CHAT = 50_000_000

WORDS = "Bản tin của phường: các câu trả lời tuần này đã có, mời cô bác nghe loa hoặc đọc ở đây."


async def _answer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


async def _press(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query is not None and query.message is not None:
        await query.answer()
        await query.message.chat.send_message(query.data or "")


def _builder(url: str) -> ApplicationBuilder[Any, Any, Any, Any, Any, Any]:
    return Application.builder().token(TOKEN).base_url(f"{url}/bot")


def answering(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Have it echo what it hears."""
    application.add_handler(MessageHandler(filters.TEXT, _answer))
    application.add_handler(CallbackQueryHandler(_press))


def echo(url: str, at_once: int) -> None:
    builder = _builder(url)
    application = (builder.concurrent_updates(at_once) if at_once > 1 else builder).build()
    answering(application)
    application.run_polling(poll_interval=0)


async def broadcast(url: str, receivers: int) -> None:
    async with _builder(url).build().bot as bot:
        await _send_to_all(bot, receivers, _WORKERS)


def limited(url: str, receivers: int) -> None:
    """An echo with a broadcast beside it, 30 messages a second in all."""

    async def begin(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        work = _send_to_all(application.bot, receivers, _LIMITED_WORKERS)
        sending.append(asyncio.create_task(work))

    sending: list[asyncio.Task[None]] = []
    builder = _builder(url).rate_limiter(AIORateLimiter(max_retries=_RETRIES))
    application = builder.concurrent_updates(_AT_ONCE).post_init(begin).build()
    answering(application)
    application.run_polling(poll_interval=0)


async def _send_to_all(bot: Bot, receivers: int, workers: int) -> None:
    chats = iter(range(FIRST_CHAT, FIRST_CHAT + receivers))

    async def work() -> None:
        for chat in chats:
            with suppress(TelegramError):  # given up: one receiver less
                await bot.send_message(chat, WORDS)

    await asyncio.gather(*(work() for _ in range(workers)))


if __name__ == "__main__":
    what, to, number = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if what == "broadcast":
        asyncio.run(broadcast(to, number))
    else:
        {"echo": echo, "limited": limited}[what](to, number)
