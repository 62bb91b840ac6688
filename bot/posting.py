"""What one transaction puts in the outbox: at once or in the morning, fitted to its channel.

Nothing here touches a network: the words leave when the transaction is on disk, by
``bot.outbox.delivery``.
"""

import secrets
from dataclasses import field, replace
from datetime import datetime, timedelta
from functools import partial

from bot.domain import numbering
from bot.domain.messages import Choice, Outgoing, channel_of, chat_of
from bot.domain.programme import Programme
from bot.domain.values import dataclass
from bot.handoff import Handoff
from bot.voice import Voice
from bot.wakeups import WakeUps
from storage import addresses, conversations, deferred, file_links, outbox, pairs, people
from storage.database import Tx
from storage.outbox import Kind, Priority

#: Whoever wrote so recently is awake: quiet hours are not for them.
AWAKE = timedelta(minutes=30)

#: How long the link to a file opens, for chats on platforms that carry none.
FILE_LINK = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Writes to chats, which it knows by their addresses alone. ``Work`` knows people as well."""

    tx: Tx
    now: datetime
    programme: Programme
    voice: Voice
    wakeups: WakeUps
    handoff: Handoff
    #: Chats that have numbers for buttons → what those mean, where this work has shown any.
    shown: dict[str, list[Choice]] = field(default_factory=dict)

    async def send(
        self,
        address: str,
        message: Outgoing,
        *,
        about: str = "",
        card: bool = False,
        urgent: bool = False,
        reply: bool = False,
    ) -> None:
        """Say something in one chat: at once as a reply, otherwise outside quiet hours."""
        if card and message.file:
            raise ValueError("a card changes in place, and a file cannot")
        role = pairs.CARD if card else pairs.NOTE
        wakes = None if reply or urgent else await self.wakes(address)
        priority = Priority.REPLY if reply or urgent else Priority.NOTICE
        if wakes:
            await deferred.put(
                self.tx,
                address=address,
                message=message,
                due_at=wakes,
                priority=priority,
                subject=about,
                role=role,
            )
        else:
            await self.put(address, message, priority, about=about, role=role)
            if not reply:
                await self._remember_choices(address, message)

    async def put(
        self,
        address: str,
        message: Outgoing,
        priority: Priority,
        *,
        about: str = "",
        role: str = pairs.NOTE,
    ) -> None:
        """Put a message into the outbox, fitted to its channel; its last part carries the pair."""
        channel = channel_of(address)
        link, first = await self._link(address, message), await self.number(address, message)
        *before, last = self.voice.fit(channel, message, link, first)
        for part in before:
            await self._queue(address, part, priority, None)
        if role == pairs.CARD:
            await self._retire(address, about, replace(message, choices=()))
        pair = await pairs.put(self.tx, address, about, role, self.now) if about else None
        await self._queue(address, last, priority, pair)

    async def _link(self, address: str, message: Outgoing) -> str:
        """A link to a message's file, where its channel carries none: of this chat's person, for a
        day. Empty where there is nothing to link to."""
        if message.file is None or self.voice.carries(channel_of(address)):
            return ""
        code, person = secrets.token_urlsafe(24), await people.of_address(self.tx, address)
        await file_links.make(
            self.tx,
            code,
            token=message.file.token,
            address=address,
            person=person.id if person else None,
            now=self.now,
            expires_at=self.now + FILE_LINK,
        )
        return self.voice.file_link(code)

    async def _retire(self, address: str, about: str, without_buttons: Outgoing) -> None:
        """A newer card takes over: the older one in the same chat keeps its words alone.

        Where it has numbers it is left as it is: changed, it would only be read once more.
        """
        if self.voice.numbers(channel_of(address)):
            return
        for older in await pairs.live_cards(self.tx, about):
            if older.address == address:
                await self.change(older, without_buttons)

    async def change(self, pair: pairs.Pair, message: Outgoing) -> None:
        """Change a card in place. Words that still wait to be sent are simply replaced.

        Where it has numbers it stands below what was said before, and is said in that order. It
        stays one message: of words that have become too long, the beginning and the end.
        """
        channel = channel_of(pair.address)
        first = await self.number(pair.address, message)
        payload = outbox.outgoing_to_json(self.voice.fit_one(channel, message, first))
        if await outbox.replace_waiting(self.tx, pair.id, Kind.SEND, payload):
            await outbox.take_change(self.tx, pair.id)  # one from before it was tried in vain
            return
        if not await outbox.replace_waiting(self.tx, pair.id, Kind.EDIT, payload):
            await outbox.put(
                self.tx,
                address=pair.address,
                kind=Kind.EDIT,
                payload=payload,
                now=self.now,
                priority=Priority.REPLY if self.voice.numbers(channel) else Priority.NOTICE,
                pair=pair.id,
            )
        self.tx.after_commit(partial(self.wakeups.wake_sender, channel))

    async def wakes(self, address: str) -> datetime | None:
        """When a chat may be disturbed again; None if now. Whoever wrote a moment ago is awake."""
        end = self.end_of_quiet(self.now)
        if end is None:
            return None
        place = await addresses.get(self.tx, address)
        return None if place and self.now - place.seen_at < AWAKE else end

    def end_of_quiet(self, moment: datetime) -> datetime | None:
        """When the quiet hours that hold at ``moment`` end; None outside of them."""
        local = moment.astimezone(self.programme.zone)
        end = self.programme.quiet.over(local)
        return end if end > local else None

    async def _queue(
        self, address: str, message: Outgoing, priority: Priority, pair: int | None
    ) -> None:
        """A reply is handed to its sender where that has room; all else waits to be claimed."""
        channel, payload = channel_of(address), outbox.outgoing_to_json(message)
        sender = self.handoff.senders.get(channel) if priority is Priority.REPLY else None
        if sender and (reserved := sender.reserve(address)):
            self.tx.after_commit(partial(sender.send, reserved), partial(sender.cancel, reserved))
            reserved.parcel = await outbox.put_claimed(
                self.tx, address=address, payload=payload, now=self.now, pair=pair
            )
            if reserved.parcel is None:
                sender.cancel(reserved)
            return
        await outbox.put(
            self.tx,
            address=address,
            kind=Kind.SEND,
            payload=payload,
            now=self.now,
            priority=priority,
            pair=pair,
        )
        self.tx.after_commit(partial(self.wakeups.wake_sender, channel))

    async def number(self, address: str, message: Outgoing) -> int:
        """The number of the first button of a message, in a chat that has numbers for buttons.

        They go on behind those shown before: on one screen, a number means one thing.
        """
        channel, chat = channel_of(address), chat_of(address)
        added = [choice for row in message.choices for choice in row if choice.data]
        if not added or not self.voice.numbers(channel):
            return 1
        if (before := self.shown.get(address)) is None:
            before = await conversations.choices(self.tx, address, chat, self.now)
        first, self.shown[address] = numbering.go_on(before, added)
        await conversations.show(self.tx, address, chat, self.shown[address], self.now)
        return first

    async def _remember_choices(self, address: str, message: Outgoing) -> None:
        channel, chat = channel_of(address), chat_of(address)
        if message.choices and not self.voice.numbers(channel):
            flat = [choice for row in message.choices for choice in row]
            await conversations.show(self.tx, address, chat, flat, self.now)
