"""One try to send what a row says: its words, its file, the call to the channel.

Never raises what a channel or a database may throw: an error is an outcome, which somebody writes
down (``bot.outbox.settling``).
"""

import asyncio
from dataclasses import replace
from datetime import timedelta

import structlog

from bot.channels.base import Carries, Channel
from bot.domain.errors import Rejected, SendError, TryLater
from bot.domain.messages import Outgoing, chat_of
from bot.duties import Held
from bot.outbox.copies import Copies
from bot.outbox.settling import DutyLost, Sent
from bot.services.files import going_out
from bot.work import Works
from storage import outbox, pairs
from storage.broadcasts import Copy
from storage.database import Unavailable
from storage.outbox import Kind, Parcel

log = structlog.get_logger()

#: How long an acknowledged press is worth telling the platform about.
_ACK_AGE = timedelta(seconds=10)


class Attempts:
    """What is sent through one channel, as long as the duty to send there is ``held``."""

    def __init__(self, works: Works, channel: Channel) -> None:
        self._works = works
        self._channel = channel
        self._copies = Copies(works, channel.name)

    async def make(self, parcel: Parcel, held: Held) -> Sent:
        """Try once; cancelled, it may have reached the platform or not."""
        try:
            return Sent(parcel, await self._send(parcel, held))
        except SendError as error:
            return Sent(parcel, error=error)
        except Unavailable as error:
            return Sent(parcel, error=TryLater(str(error)))
        except asyncio.CancelledError:
            return Sent(parcel, error=TryLater("no answer in time", reached=True))
        except Exception as error:
            log.exception("channel_broken", row=parcel.id, channel=self._channel.name)
            return Sent(parcel, error=Rejected(f"{type(error).__name__} in the channel"))

    async def _send(self, parcel: Parcel, held: Held) -> str:
        """Read all there is to read, then leave at once: nothing may come in between."""
        chat = chat_of(parcel.address)
        ack, edit = parcel.kind is Kind.ACK, parcel.kind is Kind.EDIT
        words = Outgoing(text="") if ack else await self._words(parcel)
        message = replace(words, told=parcel.created_at)
        target = await self._target(parcel) if edit else ""
        message, content = await self._enclosed(parcel, message)
        if not held():
            raise DutyLost("the duty is another's")
        if edit:
            await self._channel.edit(chat, target, message)
        elif content and isinstance(self._channel, Carries):
            return await self._channel.send_file(chat, message, content)
        elif not ack:
            return await self._channel.send(chat, message)
        elif self._works.clock.now() - parcel.created_at < _ACK_AGE:
            await self._channel.acknowledge(chat, parcel.payload)
        return ""

    async def _words(self, parcel: Parcel) -> Outgoing:
        """The parcel's own words, or its part of those of its broadcast."""
        if parcel.broadcast is not None:
            return await self._copies.words(parcel.broadcast, Copy.of(parcel))
        return outbox.outgoing_from_json(parcel.payload)

    async def _enclosed(self, parcel: Parcel, message: Outgoing) -> tuple[Outgoing, bytes]:
        """The bytes of its file too, where the channel carries them."""
        if message.file is None or not isinstance(self._channel, Carries):
            return message, b""
        return await going_out.enclosed(self._works, parcel.address, message)

    async def _target(self, parcel: Parcel) -> str:
        async with self._works.database.reading() as tx:
            pair = await pairs.get(tx, parcel.pair or 0)
        if pair is None or not pair.external_id:
            raise Rejected("the message to change was never sent")
        return pair.external_id
