"""The peer: python-telegram-bot as its own examples use it.

python -m bench.peer echo URL              answers every message and press with one message
python -m bench.peer broadcast URL COUNT   eight workers send COUNT messages; nothing is durable
"""

import asyncio
import sys
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bench.server import TOKEN

_WORKERS = 8

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


def echo(url: str) -> None:
    application = _builder(url).build()
    application.add_handler(MessageHandler(filters.TEXT, _answer))
    application.add_handler(CallbackQueryHandler(_press))
    application.run_polling(poll_interval=0)


async def broadcast(url: str, receivers: int) -> None:
    async with _builder(url).build().bot as bot:
        chats = iter(range(FIRST_CHAT, FIRST_CHAT + receivers))

        async def work() -> None:
            for chat in chats:
                await bot.send_message(chat, WORDS)

        await asyncio.gather(*(work() for _ in range(_WORKERS)))


if __name__ == "__main__":
    if sys.argv[1] == "echo":
        echo(sys.argv[2])
    else:
        asyncio.run(broadcast(sys.argv[2], int(sys.argv[3])))
