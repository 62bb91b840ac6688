"""What was to be said by day and could not be: when quiet hours begin, it waits for their end.

A platform or a program that is away until two in the morning wakes nobody. Replies go out all the
same, and what cannot wait; so do changes of what is said already, which make no sound. Copies of
broadcasts are not even claimed.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.work import Work
from storage import deferred, outbox, pairs
from storage.outbox import Kind, Parcel, Priority


async def may_go(work: Work, claimed: Sequence[Parcel]) -> list[Parcel]:
    """Those of the claimed that may leave now. The others are in the outbox no longer."""
    if work.end_of_quiet(work.now) is None:
        return list(claimed)
    return [one for one in claimed if not await _put_off(work, one)]


def lowest(work: Work) -> Priority:
    """What may go now: copies of a broadcast that an outage held back wait for the morning."""
    return Priority.NOTICE if work.end_of_quiet(work.now) else Priority.BROADCAST


async def _put_off(work: Work, parcel: Parcel) -> bool:
    """Whether it waits for the morning now."""
    if parcel.kind is not Kind.SEND or parcel.priority is Priority.REPLY:
        return False
    wakes = await work.wakes(parcel.address)
    if wakes:
        await _defer(work, parcel, wakes)
    return wakes is not None


async def _defer(work: Work, parcel: Parcel, wakes: datetime) -> None:
    """In the outbox it would hold up what cannot wait in its chat: it goes where notices wait."""
    pair = await pairs.get(work.tx, parcel.pair) if parcel.pair else None
    words = await outbox.take_back(work.tx, parcel)
    await deferred.put(
        work.tx,
        address=parcel.address,
        message=outbox.outgoing_from_json(words),
        due_at=wakes,
        priority=parcel.priority,
        subject=pair.subject if pair else "",
        role=pair.role if pair and pair.live else pairs.NOTE,
    )
    if pair:
        await pairs.drop(work.tx, pair.id)
