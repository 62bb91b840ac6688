"""Turning one text for many into outbox rows, a page of receivers at a time."""

from datetime import timedelta
from functools import partial

from bot.domain.channels import SPEECHLESS
from bot.services.relay import announcing
from bot.work import Work
from storage import alarms, broadcasts, duties, outbox

#: Receivers a transaction: short enough that nobody's reply waits for it.
PAGE = 500

#: Copies that may wait at once in a channel: what is left when quiet hours begin waits for morning.
WAITING = 4 * PAGE

#: A channel that has to pause for longer keeps no other waiting.
LONG = timedelta(minutes=1)


async def step(work: Work, *, size: int = PAGE, waiting: int = WAITING) -> int:
    """Queue the next page of the oldest open broadcast; returns how many people it reached.

    The cursor moves in the same transaction, so a crash repeats no page and skips none. Nothing
    happens in quiet hours, nor while enough copies wait to be sent somewhere.
    """
    if work.end_of_quiet(work.now):
        return 0
    broadcast = await broadcasts.next_open(work.tx, work.now)
    if broadcast is None or await _has_enough(work, waiting, waiting - size):
        return 0
    page = await broadcasts.receivers(work.tx, broadcast, size)
    told = [
        (one.address, one.language)
        for one in page
        if one.address and one.person not in broadcast.circle.skip
    ]
    last = page[-1].person if page else int(broadcast.cursor or 0)
    is_last = len(page) < size
    if not await broadcasts.step(work.tx, broadcast, after=last, told=len(told), is_last=is_last):
        return 0
    await outbox.put_copies(work.tx, broadcast.id, told, work.now)
    for channel in {address.partition(":")[0] for address, _ in told}:
        work.tx.after_commit(partial(work.bells.call, channel))
    if is_last and broadcast.announcement is not None:
        await announcing.part_told(work, broadcast.announcement)
    return len(page)


async def _has_enough(work: Work, waiting: int, most: int) -> bool:
    """Whether some channel has no room for another page.

    One that is silent, or on which nobody sends any more, keeps no other waiting: what is meant for
    it waits there. Where there is no other, it has no more room than any.
    """
    for channel in sorted(await _speaking(work) or await outbox.channels(work.tx)):
        if await outbox.copies(work.tx, channel, waiting) > most:
            return True
    return False


async def _speaking(work: Work) -> set[str]:
    """The channels that get through: neither cut off nor told to wait for long."""
    trouble = await alarms.everything(work.tx)
    cut_off = {one.channel for one in trouble if one.state in SPEECHLESS}
    found = await duties.sent_on(work.tx) - cut_off
    soon = work.now + LONG
    return {one for one in found if not await outbox.paused(work.tx, f"{one}:", soon)}
