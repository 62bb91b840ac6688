"""Chats as such: who is behind one, that it closed, that it goes on under another name."""

from datetime import datetime
from functools import partial

from bot.domain.messages import Address, Happened, Inbound
from bot.domain.people import Person
from bot.i18n import HOME
from bot.work import Work
from storage import addresses, calls, conversations, deferred, ladders, outbox, pairs, people
from storage.database import Tx
from storage.outbox import Kind, Priority

#: Somebody in a group whom we have never met in private.
STRANGER = Person(id=0)


async def who(work: Work, address: str) -> Person | None:
    """The person who writes from a private chat; None in a group or before the first word."""
    return await people.of_address(work.tx, address)


async def person_behind(work: Work, message: Inbound) -> Person:
    """Who sent this. The first word of a private chat makes a person; nothing is known of them."""
    if message.group:
        await addresses.put(
            work.tx, str(message.address), work.now, title=message.title, is_group=True
        )
        private = str(Address(message.address.channel, message.sender))
        return await people.of_address(work.tx, private) or STRANGER
    address = str(message.address)
    if message.happened is Happened.DONE:  # nobody wrote, so nobody has woken up
        return await people.of_address(work.tx, address) or STRANGER
    person = await people.of_address(work.tx, address) or await people.make(work.tx, HOME, work.now)
    await addresses.put(work.tx, address, work.now, person=person.id)
    return person


async def was_all(work: Work, message: Inbound) -> bool:
    """See to what happened to a chat rather than in it; True if it needs no answer."""
    address = str(message.address)
    if message.happened is Happened.CLOSED:
        await close(work, address, "the person closed the chat")
    elif message.happened is Happened.MOVED:
        await move(work, address, str(Address(message.address.channel, message.moved_to)))
    elif message.happened is Happened.DONE:  # and whoever waited for it has had all erased
        return await who(work, address) is None
    else:
        return False
    return True


async def acknowledge(work: Work, message: Inbound) -> None:
    """Let the platform stop its waiting sign on a pressed button."""
    if message.press_id:
        await outbox.put(
            work.tx,
            address=str(message.address),
            kind=Kind.ACK,
            payload=message.press_id,
            now=work.now,
            priority=Priority.REPLY,
        )
        work.tx.after_commit(partial(work.wakeups.wake_sender, message.address.channel))


async def close(work: Work, address: str, why: str) -> None:
    """The chat wants nothing more from us, or is gone."""
    await close_everything(work.tx, address, why, work.now)


async def close_everything(tx: Tx, address: str, why: str, now: datetime) -> None:
    """Stop writing there, and give up what waits for it."""
    if await addresses.close(tx, address, why, now):
        await _was_the_last(tx, address, now)
    await outbox.fail_address(tx, address, why, now)
    await deferred.forget(tx, address)


async def _was_the_last(tx: Tx, address: str, now: datetime) -> None:
    """An official without any chat hears of nothing: the next in line hears of what is late, and
    whoever wrote in danger gets somebody else.
    """
    person = await people.of_address(tx, address)
    if person and person.is_official and not await addresses.of_person(tx, person.id):
        await ladders.look_again(tx, person.id, now)
        await calls.look_again(tx, person.id, now)


async def move(work: Work, before: str, after: str) -> None:
    """The chat goes on under another name, with all that waits for it."""
    await move_everything(work.tx, before, after)


async def move_everything(tx: Tx, before: str, after: str) -> None:
    """A platform may tell of a move twice; the second time only what still waits is moved."""
    if before == after:
        return
    await outbox.move(tx, before, after)
    if await addresses.get(tx, before) is None:
        return
    await addresses.move(tx, before, after)
    await pairs.move(tx, before, after)
    await deferred.move(tx, before, after)
    await conversations.move(tx, before, after)
