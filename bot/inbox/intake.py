"""The way in: what arrives is made safe to keep, and is on disk before anybody works on it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.channels.base import Arrival
from bot.domain.messages import Attachment, Happened, Inbound, Unreadable
from bot.understanding import masking, private_signs
from bot.work import Work, Works
from storage import inbox
from storage.database import Unavailable
from storage.inbox import Claimed


class Intake:
    """Keeps what arrives. Every channel is handed ``store``."""

    def __init__(self, works: Works) -> None:
        self._works = works

    async def store(self, arrivals: Sequence[Arrival]) -> None:
        """Keep a batch in one transaction; it is on disk when this returns. Raises Unavailable.

        Numbers of ID cards, cards and accounts are left out before anything is stored. What is in
        a file is not looked at.
        """
        try:
            await self._keep([_safe(arrival) for arrival in arrivals])
        except Unavailable:
            self._works.unstored.refused(self._works.clock.now())
            raise

    async def _keep(self, arrivals: Sequence[Arrival]) -> None:
        async with self._works.begin() as work:
            left = await self._hand_over(work, arrivals)
            if left:
                await inbox.store(work.tx, left, work.now)
                work.tx.after_commit(self._works.wakeups.incoming.set)

    async def _hand_over(self, work: Work, arrivals: Sequence[Arrival]) -> Sequence[Arrival]:
        """Claim as many messages as can be worked on at once; returns those that are not stored."""
        dispatcher = self._works.handoff.dispatcher
        if dispatcher is None or not self._works.database.serial:
            return arrivals
        room, claimed = dispatcher.reserve(len(arrivals)), list[Claimed]()
        begin = dispatcher.begin
        work.tx.after_commit(partial(begin, room, claimed), partial(begin, room))
        for one in arrivals[:room]:
            if isinstance(one, Unreadable):
                await inbox.store(work.tx, [one], work.now)
            elif mine := await inbox.store_claimed(work.tx, one, work.now):
                claimed.append(mine)
        return arrivals[room:]


def _safe(arrival: Arrival) -> Arrival:
    """Without numbers that nobody may keep. That a job is done can be told by no channel."""
    if isinstance(arrival, Unreadable):
        raw = masking.mask(arrival.raw.decode("utf-8", "replace")).text
        return replace(arrival, raw=raw.encode())
    if arrival.happened is Happened.DONE:
        where = arrival.address
        return Unreadable(
            channel=where.channel, id=arrival.id, raw=b"", why="told of a job", chat=where.chat
        )
    return _without_numbers(_without_private_signs(arrival))


def _without_private_signs(message: Inbound) -> Inbound:
    """First, so that no number hides behind them."""
    said = (message.text, message.title, message.sender_name)
    text, title, sender_name = map(private_signs.without, said)
    if (text, title, sender_name) == said:
        return message
    return replace(message, text=text, title=title, sender_name=sender_name)


def _without_numbers(message: Inbound) -> Inbound:
    masked = masking.mask(message.text)
    attachments = tuple(_named_safely(one) for one in message.attachments)
    if not masked.left_out and attachments == message.attachments:
        return message
    found = (*message.left_out, *(kind.value for kind in masked.left_out))
    return replace(
        message,
        text=masked.text,
        left_out=tuple(dict.fromkeys(found)),
        attachments=attachments,
    )


def _named_safely(attachment: Attachment) -> Attachment:
    """Phones write the strangest things into the names of files."""
    return replace(attachment, name=masking.mask(attachment.name).text)
