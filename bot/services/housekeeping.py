"""What time alone brings: notices in the morning, words that may no longer be kept."""

from datetime import timedelta

from bot.domain.messages import Address
from bot.work import Work
from storage import deferred, inbox, mailboxes, outbox

#: Words written before consent are kept this long.
HELD_FOR = timedelta(hours=24)

#: A second delivery of a message is recognised this long.
REMEMBERED = timedelta(days=7)


async def send_deferred(work: Work) -> int:
    """Send the notices that waited for the end of quiet hours; returns how many."""
    due = await deferred.take_due(work.tx, work.now)
    for one in due:
        await work.put(
            one.address, one.message, one.priority, about=one.subject, role=one.role or "note"
        )
    return len(due)


async def erase_unconsented(work: Work) -> int:
    """Erase words whose writer did not consent within a day; returns how many chats had some."""
    addresses = await deferred.expired_words(work.tx, work.now - HELD_FOR)
    for address in addresses:
        await mailboxes.erase(work.tx, Address.parse(address).chat)
    return len(addresses)


async def forget_finished(work: Work) -> None:
    """Drop the rows of messages that were worked on, sent or given up a week ago."""
    await inbox.forget(work.tx, work.now - REMEMBERED)
    await outbox.forget(work.tx, work.now - REMEMBERED)
    await outbox.drop_old_pauses(work.tx, work.now)
