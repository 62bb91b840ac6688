"""The outcome of each try to send, written down: sent, tried again, given up, left in doubt.

The platform may have accepted a message although its answer was lost, and so may one that was on
its way when the program died. Sending it again may say it twice, leaving it may lose it: which of
the two is worse is a setting.
"""

import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import structlog

from bot.domain.errors import Gone, SendError, TryLater
from bot.domain.messages import Address
from bot.domain.values import dataclass
from bot.services.people import chats
from bot.work import Work
from storage import outbox, pairs
from storage.database import Tx, Unavailable
from storage.outbox import Kind, Parcel, Priority

log = structlog.get_logger()

#: Longest wait between two tries, in seconds, by who is waiting.
_LONGEST = {Priority.REPLY: 5.0, Priority.NOTICE: 30.0, Priority.BROADCAST: 60.0}

#: How many tries a message gets before it is given up: an outage of three days loses no reply.
TRIES = 50_000

#: Why a message was left that may have arrived; ``langnghe doctor`` shows it.
IN_DOUBT = "unknown whether it arrived"


class DutyLost(TryLater):
    """The duty is no longer ours: not tried, and left to whoever has it now."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The outcome of a try: the channel's id of the message, or the error."""

    parcel: Parcel
    external_id: str = ""
    error: SendError | None = None


class Settling:
    """Writes down what became of the messages of one channel.

    ``again``: what may have arrived is sent again, so nothing is lost and some is said twice;
    without it, nothing is said twice, and what is in doubt is left for people to look at.
    """

    def __init__(
        self,
        channel: str,
        *,
        again: bool = True,
        tries: int = TRIES,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._channel = channel
        self._sends_again = again
        self._tries = tries
        self._chance = chance

    async def take_over(self, work: Work) -> list[tuple[str, bool]]:
        """Take back what the last sender held; (address, is it a group) of what may have gone."""
        doubtful = []
        if not self._sends_again:
            doubtful = await outbox.leave_in_doubt(work.tx, self._channel, IN_DOUBT, work.now)
            if doubtful:
                log.warning("messages_in_doubt", channel=self._channel, many=len(doubtful))
        return [*doubtful, *await outbox.take_over(work.tx, self._channel)]

    async def settle(self, work: Work, back: Sequence[Sent]) -> None:
        """Write down what became of rows; before that, nothing else goes to their chats."""
        went = [one for one in back if one.error is None]
        if went:
            await outbox.sent(work.tx, [one.parcel for one in went], work.now)
            for one in went:
                if one.parcel.pair and one.parcel.kind is Kind.SEND:
                    await pairs.named(work.tx, one.parcel.pair, one.external_id)
        for one in back:
            if one.error:
                await self._write_down(work, one.parcel, one.error)

    async def _write_down(self, work: Work, parcel: Parcel, error: SendError) -> None:
        """Record one failed send; an error while recording it must not affect the others."""
        try:
            async with work.tx.savepoint():
                await self._decide(work.tx, parcel, error, work.now)
        except Unavailable:
            raise
        except Exception as broken:
            log.exception("settle_broken", row=parcel.id)
            await outbox.fail(work.tx, parcel, type(broken).__name__, work.now)

    async def _decide(self, tx: Tx, parcel: Parcel, error: SendError, now: datetime) -> None:
        match error:
            case DutyLost():
                await outbox.wait(tx, [(parcel, now)])
            case Gone():
                await self._closed(tx, parcel, error, now)
            case TryLater() if self._leaves(parcel, error):
                log.warning("message_in_doubt", row=parcel.id, why=error.why)
                await outbox.fail(tx, parcel, f"{IN_DOUBT}: {error.why}", now)
            case TryLater() if parcel.kind is not Kind.ACK and parcel.attempts < self._tries:
                await self._again(tx, parcel, error, now)
            case _:
                log.warning("message_failed", row=parcel.id, kind=parcel.kind, why=error.why)
                await outbox.fail(tx, parcel, error.why, now)

    async def _closed(self, tx: Tx, parcel: Parcel, gone: Gone, now: datetime) -> None:
        """A closed chat gets nothing more; one that moved is followed, with all that waits."""
        await outbox.later(tx, parcel, now, gone.why, counts=False)
        if gone.moved_to:
            after = str(Address(self._channel, gone.moved_to))
            await chats.move_everything(tx, parcel.address, after)
        else:
            log.info("chat_closed", row=parcel.id, why=gone.why)
            await chats.close_everything(tx, parcel.address, gone.why, now)

    async def _again(self, tx: Tx, parcel: Parcel, trouble: TryLater, now: datetime) -> None:
        """Wait as the platform says, and remember that across restarts; otherwise back off."""
        if trouble.after is not None:
            until = now + timedelta(seconds=trouble.after)
            where = f"{self._channel}:" if trouble.whole_channel else parcel.address
            await outbox.pause(tx, where, until, trouble.why)
            await outbox.later(tx, parcel, until, trouble.why, counts=False)
        else:
            wait = self._back_off(parcel)
            await outbox.later(tx, parcel, now + timedelta(seconds=wait), trouble.why)
        await self._catch_up(tx, parcel)

    async def _catch_up(self, tx: Tx, parcel: Parcel) -> None:
        """What changed while it was on its way is said at once, where it waits to be sent again."""
        if parcel.pair and parcel.kind is Kind.SEND:
            newest = await outbox.take_change(tx, parcel.pair)
            if newest:
                await outbox.replace_waiting(tx, parcel.pair, Kind.SEND, newest)

    def _back_off(self, parcel: Parcel) -> float:
        """Seconds: doubling from one half, up to what people can bear; a quarter is random."""
        longest = _LONGEST[parcel.priority]
        wait = min(longest, 0.5 * 2 ** min(parcel.attempts - 1, 12))
        return float(wait * (0.75 + 0.25 * self._chance()))

    def _leaves(self, parcel: Parcel, error: TryLater) -> bool:
        """Whether the message is left although it could be tried again: it may have arrived."""
        return error.reached and parcel.kind is Kind.SEND and not self._sends_again
