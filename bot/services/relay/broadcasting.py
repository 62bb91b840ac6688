"""Turning one text for many into outbox rows, a page of receivers at a time."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache, partial

from bot.domain.channels import SPEECHLESS
from bot.domain.messages import Outgoing, channel_of
from bot.services.relay import about_answers, announcing
from bot.work import Work
from storage import alarms, broadcasts, duties, outbox
from storage.broadcasts import Broadcast, Copy, Receiver

#: Copies a transaction: short enough that nobody's reply waits for it.
PAGE = 500

#: Copies that may wait at once in a channel: what is left when quiet hours begin waits for morning.
WAITING = 4 * PAGE

#: A channel that has to pause for longer keeps no other waiting.
LONG = timedelta(minutes=1)


async def step(work: Work, *, size: int = PAGE, waiting: int = WAITING) -> int:
    """Queue the next page of the oldest open broadcast; returns how many people it was for.

    The cursor moves in the same transaction, so a crash repeats no page and skips none. Nothing
    happens in quiet hours, nor while enough copies wait to be sent somewhere. One that is for
    nobody, or for nobody any more, ends, and keeps the next waiting no longer.
    """
    while (many := await _page(work, size, waiting)) == 0:
        pass
    return many or 0


async def _page(work: Work, size: int, waiting: int) -> int | None:
    """How many people it was for; None where there is nothing to do now."""
    if work.end_of_quiet(work.now):
        return None
    broadcast = await broadcasts.next_open(work.tx, work.now)
    if broadcast is None or await _has_enough(work, waiting, waiting - size):
        return None
    stands = await about_answers.still_holds(work, broadcast.announcement)
    found = await broadcasts.receivers(work.tx, broadcast, size) if stands else []
    page, copies = await _fitted(work, broadcast, found, size)
    last = page[-1].person if page else int(broadcast.cursor or 0)
    is_last = len(found) < size and len(page) == len(found)
    told = sum(one.part == 0 for one in copies)
    if not await broadcasts.step(work.tx, broadcast, after=last, told=told, is_last=is_last):
        return None
    await broadcasts.put_copies(work.tx, broadcast.id, copies, work.now)
    for channel in {channel_of(one.address) for one in copies}:
        work.tx.after_commit(partial(work.wakeups.wake_sender, channel))
    if is_last and broadcast.announcement is not None:
        await announcing.part_told(work, broadcast.announcement)
    return len(page)


async def _fitted(
    work: Work, broadcast: Broadcast, found: Sequence[Receiver], most: int
) -> tuple[Sequence[Receiver], list[Copy]]:
    """The copies of a page, and how far it goes: with a long text it has fewer receivers.

    What is for one receiver is never torn: only that can make it more than ``most`` rows.
    """
    texts, copies = await broadcasts.texts(work.tx, broadcast.id), list[Copy]()

    @cache
    def parts(channel: str, text: Outgoing, first: int = 1) -> int:
        return len(work.voice.fit(channel, text, "", first))

    for index, one in enumerate(found):
        if not one.address or one.person in broadcast.circle.skip:
            continue
        text = broadcasts.in_language(texts, one.language)
        channel = channel_of(one.address)
        if copies and len(copies) + parts(channel, text) > most:
            return found[:index], copies
        first = await work.number(one.address, text)
        many = parts(channel, text, first)
        copies += [Copy(one.address, one.language, part, first) for part in range(many)]
    return found, copies


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
