"""The channel: what the rest of the product sees of Telegram."""

import time
from collections.abc import Callable
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.channels.base import Limits, Store
from bot.channels.telegram.api import Api
from bot.channels.telegram.errors import (
    is_too_late,
    is_unchanged,
    takes_no_voice,
    to_send_error,
)
from bot.channels.telegram.flood import Flood
from bot.channels.telegram.introduction import Commands
from bot.channels.telegram.naming import Naming
from bot.channels.telegram.outbound import fields_of, file_of, reply_of, whole
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.request import AiohttpRequest
from bot.channels.telegram.standing import Standing
from bot.channels.telegram.timeouts import Timeouts
from bot.domain.channels import State
from bot.domain.errors import SendError, TryLater
from bot.domain.messages import Outgoing


class _NoVoice(Exception):
    """Whoever it is for takes no voice messages."""


class TelegramBot:
    """One bot on Telegram, as far as it speaks. How it hears is up to the kinds below it."""

    name = "telegram"

    def __init__(
        self,
        token: str,
        *,
        api_base_url: str = "https://api.telegram.org",
        limits: Limits | None = None,
        timeouts: Timeouts | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or Limits()
        self._timeouts = timeouts or Timeouts()
        self._api = Api(token, api_base_url, AiohttpRequest(self._timeouts))
        #: What keeps the bot listening has connections of its own: sends that hang leave it room.
        self._ear = Api(token, api_base_url, AiohttpRequest(self._timeouts, connections=2))
        self._standing = Standing(self.name, self._timeouts)
        self._flood = Flood(self._limits.per_second, now)

    @property
    def limits(self) -> Limits:
        return self._limits

    @property
    def state(self) -> State:
        """How it goes with hearing, in a word for /health."""
        return self._standing.state

    @property
    def why(self) -> str:
        return self._standing.why

    async def open(self) -> None:
        """Ready the connections. Nobody waits for Telegram here."""
        await self._api.open()
        await self._ear.open()

    async def close(self) -> None:
        await self._api.close()
        await self._ear.close()

    async def send(self, chat: str, message: Outgoing) -> str:
        return await self._send("sendMessage", chat, message, fields_of(chat, message))

    async def send_file(self, chat: str, message: Outgoing, content: bytes) -> str:
        """A file with its words as caption, to be played if it is sound.

        It has to be there within ``Timeouts``. Who takes no voice messages gets it as a document.
        """
        method, fields = file_of(chat, message, content)
        try:
            return await self._send(method, chat, message, fields)
        except _NoVoice:
            method, fields = file_of(chat, message, content, plain=True)
            return await self._send(method, chat, message, fields)

    async def _send(
        self, method: str, chat: str, message: Outgoing, fields: dict[str, object]
    ) -> str:
        self._flood.sending()
        try:
            sent = await self._api.call(method, {**fields, "reply_parameters": reply_of(message)})
        except TelegramError as error:
            if method == "sendVoice" and takes_no_voice(error):
                raise _NoVoice from None
            raise self._refusal(error, chat) from None
        self._flood.came_through()
        return _message_id(sent)

    async def edit(self, chat: str, message_id: str, message: Outgoing) -> None:
        fields = {**fields_of(chat, message), "message_id": whole(message_id)}
        try:
            await self._api.call("editMessageText", fields)
        except TelegramError as error:
            if not is_unchanged(error):
                raise self._refusal(error, chat) from None

    async def acknowledge(self, chat: str, press_id: str) -> None:
        try:
            await self._api.call("answerCallbackQuery", {"callback_query_id": press_id})
        except TelegramError as error:
            if not is_too_late(error):
                raise self._refusal(error, chat) from None

    async def fetch(self, ref: str) -> bytes:
        """The bytes of an attachment, by ``Attachment.ref``."""
        try:
            return await self._api.download(ref)
        except TelegramError as error:
            raise self._refusal(error, "") from None

    def _refusal(self, error: TelegramError, chat: str) -> SendError:
        everybody = isinstance(error, RetryAfter) and self._flood.means_all(chat)
        return to_send_error(error, whole_channel=everybody, refused_pause=self._timeouts.refused)


class Telegram(TelegramBot):
    """A bot that asks for what arrived: a Channel that Polls, Opens and Fetches."""

    def __init__(
        self,
        token: str,
        *,
        api_base_url: str = "https://api.telegram.org",
        limits: Limits | None = None,
        commands: Commands | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        super().__init__(token, api_base_url=api_base_url, limits=limits, timeouts=timeouts)
        self._poller = Poller(self.name, self._ear, self._timeouts, commands or {}, self._standing)
        self._naming = Naming(
            self._api, self.name, self._timeouts, known=lambda: self._poller.username
        )

    async def open(self) -> None:
        """Ready the connections, and learn the bot's name as soon as Telegram answers."""
        await super().open()
        self._naming.begin()

    async def close(self) -> None:
        await self._naming.end()
        await super().close()

    def link(self, code: str) -> str:
        """The link that opens a chat with the bot and hands it ``code``; empty if unknown."""
        return link_of(self._naming.username, code)

    async def poll(self, store: Store) -> None:
        await self._poller.run(store)


def _message_id(sent: Any) -> str:
    number = sent.get("message_id") if isinstance(sent, dict) else None
    if not isinstance(number, int):
        raise TryLater("the answer names no message", reached=True)
    return str(number)


def link_of(username: str, code: str) -> str:
    """A deep link; Telegram hands ``code`` over when *Start* is pressed."""
    return f"https://t.me/{username}?start={code}" if username else ""
