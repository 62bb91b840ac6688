"""A peer: python-telegram-bot behind Starlette and uvicorn, as its own example of a webhook has it.

python -m bench.peer_webhook URL PORT   echoes; an update is answered 200 as soon as it is in memory
"""

import asyncio
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update
from telegram.ext import Application

from bench.peer import answering
from bench.server import TOKEN


async def serve(url: str, port: int) -> None:
    application = Application.builder().token(TOKEN).base_url(f"{url}/bot").updater(None).build()
    answering(application)

    async def arrive(request: Request) -> Response:
        update = Update.de_json(await request.json(), application.bot)
        await application.update_queue.put(update)
        return Response()

    app = Starlette(routes=[Route("/telegram", arrive, methods=["POST"])])
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)
    async with application:
        await application.bot.set_webhook("https://bench.example/telegram")
        await application.start()
        await uvicorn.Server(config).serve()
        await application.stop()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], int(sys.argv[2])))
