"""Turning one text for many into outbox rows, a page of receivers at a time."""

from functools import partial

from bot.services.relay import announcing
from bot.work import Work
from storage import broadcasts, outbox

#: Receivers a transaction: short enough that nobody's reply waits for it.
PAGE = 500

#: Copies that may wait at once. More would be said in quiet hours that began in the meantime.
WAITING = 4 * PAGE


async def step(work: Work) -> int:
    """Queue the next page of the oldest open broadcast; returns how many people it reached.

    The cursor moves in the same transaction, so a crash repeats no page and skips none. Nothing
    happens in quiet hours, nor while enough copies wait to be sent.
    """
    if work.end_of_quiet(work.now):
        return 0
    broadcast = await broadcasts.next_open(work.tx, work.now)
    if broadcast is None or await outbox.copies(work.tx, WAITING) > WAITING - PAGE:
        return 0
    page = await broadcasts.receivers(work.tx, broadcast, PAGE)
    told = [
        (one.address, one.language)
        for one in page
        if one.address and one.person not in broadcast.circle.skip
    ]
    last = page[-1].person if page else int(broadcast.cursor or 0)
    is_last = len(page) < PAGE
    if not await broadcasts.step(work.tx, broadcast, after=last, told=len(told), is_last=is_last):
        return 0
    await outbox.put_copies(work.tx, broadcast.id, told, work.now)
    for channel in {address.partition(":")[0] for address, _ in told}:
        work.tx.after_commit(partial(work.bells.call, channel))
    if is_last and broadcast.announcement is not None:
        await announcing.part_told(work, broadcast.announcement)
    return len(page)
