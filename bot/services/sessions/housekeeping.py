"""What time alone brings: notices in the morning, and things that may no longer be kept."""

from datetime import timedelta

from bot.domain.messages import chat_of
from bot.domain.people import Person
from bot.domain.sessions import Phase
from bot.services.questions import cards
from bot.services.residents import onboarding, registration
from bot.work import Work
from storage import (
    audit,
    board,
    broadcasts,
    check_ins,
    deferred,
    door_keys,
    file_links,
    files,
    holding,
    inbox,
    library_reads,
    mailboxes,
    outbox,
    pairs,
    people,
    walks,
)

#: How many people are looked at each time, and how many of them are forgotten at most.
LOOKED_AT, FORGOTTEN = 500, 20

#: What browsers pressed while a session was held is kept for so long: it is closed by then.
DEVICES = timedelta(days=7)

_CONTACTS = "contacts"


async def send_deferred(work: Work) -> int:
    """Send the notices that waited for the end of quiet hours; returns how many.

    A card is sent as its question stands in the morning, not as it stood at night.
    """
    due = await deferred.take_due(work.tx, work.now)
    for one in due:
        await work.put(
            one.address, one.message, one.priority, about=one.subject, role=one.role or pairs.NOTE
        )
    for subject in sorted({one.subject for one in due if one.role == pairs.CARD}):
        kind, _, subject_id = subject.partition(":")
        if kind == "question":
            await cards.refresh_id(work, int(subject_id))
    return len(due)


async def erase_unconsented(work: Work) -> int:
    """Erase words whose writer did not consent in time; returns how many chats had some.

    What the chat's web page and files hold goes with them. Words that have not waited so long yet
    stay, and so does what was said since.
    """
    before = work.now - work.rules.unconsented
    expired = await deferred.expired_words(work.tx, before)
    for address, more_wait in expired.items():
        chat = chat_of(address)
        if more_wait:
            await mailboxes.erase_old(work.tx, chat, before)
            await files.forget_from(work.tx, address, before)
        else:
            await mailboxes.erase(work.tx, chat, work.now)
            await files.forget_from(work.tx, address)
    return len(expired)


async def forget_finished(work: Work) -> int:
    """Drop a portion of what has been kept long enough: settled messages, web chats, old readings.

    Returns how many rows; of one kind, so that nobody waits for more than a portion.
    """
    before = work.now - work.rules.messages
    return (
        await inbox.forget(work.tx, before)
        or await holding.forget_chats(work.tx, before)
        or await outbox.forget(work.tx, before)
        or await mailboxes.forget(work.tx, before)
        or await broadcasts.forget_words(work.tx)
        or await outbox.drop_old_pauses(work.tx, work.now)
        or await audit.forget(work.tx, work.now - work.rules.reading_log)
        or await check_ins.forget(work.tx, before)
        or await door_keys.forget(work.tx, before)
        or await file_links.forget(work.tx, before)
        or await library_reads.forget_words(work.tx, work.now - work.rules.unconsented)
        or await board.forget_devices(work.tx, work.now - DEVICES)
    )


async def forget_files(work: Work) -> int:
    """Drop some of the files that have been kept long enough; returns how many."""
    return await files.forget_expired(work.tx, work.now)


async def forget_contacts(
    work: Work, *, looked_at: int = LOOKED_AT, forgotten: int = FORGOTTEN
) -> int:
    """Forget who people are, ninety days after all that concerns them is settled.

    Their questions stay, without anybody behind them. It walks through the people, some of them
    each time. Returns how many were forgotten.
    """
    after = await walks.at(work.tx, _CONTACTS)
    last, many = await people.after(work.tx, after, looked_at)
    settled = await people.settled(
        work.tx, work.now - work.rules.contacts, after=after, upto=last, most=forgotten
    )
    gone = [one for one in settled if not await _goes_to_a_session(work, one)]
    for person in gone:
        await onboarding.forget(work, person)
    if len(settled) == forgotten:
        last, many = settled[-1].id, looked_at
    came_to = last if many == looked_at else 0
    if came_to != after:
        await walks.on(work.tx, _CONTACTS, came_to)
    return len(gone)


async def _goes_to_a_session(work: Work, person: Person) -> bool:
    """Whether the person has signed up for a session that is still to come."""
    signed = await registration.speaks_for(work, person)
    return any(one.session.phase(work.now) is not Phase.AFTER for one in signed)
