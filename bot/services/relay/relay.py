"""The way back: approved answers wait for the ward's slot, are read out, and reach who asked."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.domain import access
from bot.domain.agencies import WARD_KIND, Queue, Ward
from bot.domain.answers import Answer
from bot.domain.errors import Refused
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.questions import Move, Question
from bot.domain.relay import ALONE, Among, Bulletin
from bot.domain.slots import Means, next_slot
from bot.domain.values import dataclass
from bot.i18n import HOME
from bot.services.questions import recordings
from bot.services.relay import scripts, sharing, telling, waiting
from bot.services.relay.subscriptions import hears
from bot.voice import Button
from bot.work import Work
from storage import addresses, broadcasts, pairs, people, questions, relay
from storage.broadcasts import Circle, To
from storage.relay import Release


def subject(bulletin: Bulletin) -> str:
    """What a message about a bulletin is about."""
    return f"bulletin:{bulletin.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where an approved answer goes: to its asker now, or into a bulletin."""

    question: Question
    at: datetime | None  #: the slot; None: it has gone to the asker alone


async def place(work: Work, question: Question, answer: Answer) -> Placed:
    """Put an approved answer into the next slot of the asker's ward.

    A private one goes to the asker at once and is never put on the air.
    """
    if answer.private:
        await telling.deliver(work, question, answer.text)
        return Placed(question=question, at=None)
    if share := await sharing.share(work, question, answer):
        places = [
            await _release(work, answer, one, ward, share.among) for ward, one in share.speakers
        ]
        bulletin = next(one for one in places if one.ward == question.ward)
    else:
        bulletin = await _release(work, answer, question.id, question.ward, ALONE)
    if work.programme.askers_hear == "at_approval":
        await telling.deliver(work, question, answer.text)
    else:
        await waiting.say_when(work, question)
    return Placed(question=question, at=bulletin.due_at)


async def _release(work: Work, answer: Answer, question: int, ward: str, among: Among) -> Bulletin:
    """Put an answer into the next bulletin of a ward, once."""
    bulletin = await _next_bulletin(work, ward, after=work.now)
    await relay.release(
        work.tx,
        answer=answer.id,
        question=question,
        ward=ward,
        bulletin=bulletin.id,
        now=work.now,
        among=among,
    )
    return bulletin


async def _next_bulletin(work: Work, ward: str, after: datetime, note: str = "") -> Bulletin:
    """The open bulletin of a ward's next slot; a ward without slots hears at once."""
    found = next_slot(work.programme.slots_of(ward), after, work.programme.zone)
    at = found.at if found else work.now
    means = found.slot.means if found else Means.MEETING
    chat_at = work.end_of_quiet(at) or at
    bulletin_id = await relay.bulletin_at(work.tx, ward, means, at, chat_at, note)
    bulletin = await relay.get(work.tx, bulletin_id)
    assert bulletin is not None
    return bulletin


async def tell_due(work: Work) -> int:
    """Give out a script that is due; one missed by more than its grace waits for the next slot.

    Returns how many: one a transaction, for every ward's may be due at the same time.
    """
    grace = timedelta(minutes=work.programme.slot_grace_minutes)
    bulletin = await relay.due(work.tx, work.now)
    if bulletin is None:
        return 0
    if work.now - bulletin.due_at > grace:
        await _postpone(work, bulletin)
    else:
        await _tell_script(work, bulletin)
    return 1


async def _postpone(work: Work, missed: Bulletin) -> None:
    if not await relay.missed(work.tx, missed.id):
        return
    after = await _next_bulletin(work, missed.ward, work.now, note=f"missed {missed.id}")
    if after.id == missed.id:
        return
    moved = await relay.contents(work.tx, missed.id)
    await relay.move(work.tx, missed.id, after.id)
    await waiting.say_when_again(work, missed.ward, moved)
    for reader in await readers(work, missed.ward):
        await work.tell(
            reader,
            "bulletin-missed",
            missed=work.moment(reader.language, missed.due_at),
            next=work.moment(reader.language, after.due_at),
        )


async def _tell_script(work: Work, bulletin: Bulletin) -> None:
    if not await relay.told(work.tx, bulletin.id, work.now):
        return
    found = [one for one in await relay.contents(work.tx, bulletin.id) if one.recordings]
    for reader in await readers(work, bulletin.ward):
        await _show_script(work, bulletin, reader)
        for one in found:
            await _hand_recording(work, bulletin, reader, one)


async def _hand_recording(work: Work, bulletin: Bulletin, reader: Person, release: Release) -> None:
    """What was spoken in Khmer is played, in place of being read out by somebody who cannot."""
    for file in await recordings.of_answer(work, release.answer_id):
        await work.tell(
            reader,
            "answer-recording",
            about=subject(bulletin),
            urgent=True,
            enclosed=file,
            number=release.number,
        )


async def readers(work: Work, ward: str) -> list[Person]:
    """Who reads a ward's bulletin out; where nobody is named, the ward's heads see to it.

    Of a ward that ended, those of the ward that took over, or, where it has nobody yet, its own.
    """
    for one in _served_as(work, ward):
        queue = str(Queue.of(WARD_KIND, one))
        found = await people.holding(work.tx, Role.RELAY, one)
        if found := found or await people.holding(work.tx, Role.HEAD, queue):
            return found
    return []


def _served_as(work: Work, ward: str) -> tuple[str, ...]:
    """The ward that it belongs to today, and the ward itself."""
    today = work.programme.ward_serving(ward, work.local.date())
    return tuple(dict.fromkeys((today.id if today else ward, ward)))


async def _show_script(work: Work, bulletin: Bulletin, reader: Person) -> None:
    """The script is due at its slot, also in quiet hours: the reader is at work."""
    text = await scripts.to_read(work, bulletin, reader.language)
    await work.tell(
        reader,
        "bulletin-script",
        [[Button("aired-button", "aired", bulletin.id)]],
        about=subject(bulletin),
        card=True,
        urgent=True,
        script=text,
        **_heading(work, reader.language, bulletin, text),
    )


def _heading(work: Work, language: str, bulletin: Bulletin, text: str) -> dict[str, Any]:
    return {
        "at": work.moment(language, bulletin.due_at),
        "minutes": str(max(1, round(scripts.how_long(text) / timedelta(minutes=1)))),
        "means": bulletin.means.value,
    }


async def tell_heard(work: Work) -> int:
    """Send the chat copies of a bulletin that are due: askers, followers, groups, subscribers.

    Returns how many bulletins: one a transaction.
    """
    bulletin = await relay.unheard(work.tx, work.now)
    if bulletin is None:
        return 0
    if await relay.heard(work.tx, bulletin.id, work.now):
        await _send_copies(work, bulletin)
    return 1


async def _send_copies(work: Work, bulletin: Bulletin) -> None:
    contents = await scripts.contents(work, bulletin)
    if not contents:
        return
    for one in contents:
        await _reach_release(work, one)
    await relay.make_public(work.tx, bulletin.id, work.now)
    await sharing.heard(work, bulletin.id)
    for group in await addresses.of_ward(work.tx, bulletin.ward):
        copy = _copy(work, bulletin, HOME, contents)
        await work.send(group.address, copy, about=subject(bulletin))
    await _send_to_subscribers(work, bulletin, contents)


async def _send_to_subscribers(work: Work, bulletin: Bulletin, contents: Sequence[Release]) -> None:
    """Everybody who follows the ward, or one that it took over; who asked gets only what others
    asked."""
    askers = {one.asker for one in contents}
    for asker in sorted(askers):
        await _tell_others(work, bulletin, asker, contents)
    for cluster in {one.cluster for one in contents} if not _at_once(work) else ():
        askers |= set(await sharing.askers(work, cluster, bulletin.ward))  # theirs comes with it
    texts = {one: _copy(work, bulletin, one, contents) for one in work.voice.offered}
    ward, *former = work.programme.with_former(bulletin.ward, work.local.date())
    skip = tuple(sorted(askers))
    circle = Circle(to=To.FOLLOWERS, ward=ward, also=tuple(former), skip=skip)
    await broadcasts.make(work.tx, circle, texts=texts, now=work.now)


async def _tell_others(
    work: Work, bulletin: Bulletin, asker: int, contents: Sequence[Release]
) -> None:
    rest = [one for one in contents if one.asker != asker]
    person = await people.get(work.tx, asker)
    if rest and person and person.consents and await hears(work, person, bulletin.ward):
        text = scripts.to_send(work, bulletin, person.language, rest)
        await work.tell(person, "bulletin-copy", script=text)


def _copy(work: Work, bulletin: Bulletin, language: str, contents: Sequence[Release]) -> Outgoing:
    text = scripts.to_send(work, bulletin, language, contents)
    return work.voice.render(language, "bulletin-copy", script=text)


async def _reach_release(work: Work, release: Release) -> None:
    question = await questions.get(work.tx, release.question)
    if question and question.allows(Move.ANSWER):
        await telling.deliver(work, question, release.answer)


async def is_heard(work: Work, answer: Answer, ward: str) -> bool:
    """Whether askers of a ward may hear an approved answer now."""
    return _at_once(work) or bool(await sharing.heard_in(work, answer, ward))


def _at_once(work: Work) -> bool:
    return work.programme.askers_hear == "at_approval"


async def tell_rest(work: Work, question: Question, answer: Answer) -> None:
    """What else stood in the bulletin, to who follows the ward and shares one of its answers.

    The bulletin has left them out; an answer that was heard before it has not.
    """
    heard_in = 0 if _at_once(work) else await sharing.heard_in(work, answer, question.ward)
    bulletin = await relay.get(work.tx, heard_in) if heard_in else None
    if bulletin:
        contents = await relay.contents(work.tx, bulletin.id)
        others = [one for one in contents if one.answer_id != answer.id]
        await _tell_others(work, bulletin, question.asker, others)


async def of_ward(work: Work, person: Person, ward: str) -> list[tuple[Bulletin, int]]:
    """The coming bulletin and the last told ones of a ward, each with how many answers it holds."""
    access.must_air(person, *_served_as(work, ward))
    found = await relay.of_ward(work.tx, ward)
    return [(one, await relay.count(work.tx, one.id)) for one in found]


def former_wards(work: Work, person: Person) -> list[Ward]:
    """The wards that ended and are read out by this person today."""
    today, mine = work.local.date(), set(person.air_wards)
    ended = work.programme.wards_ended_before(today)
    after = [(one, work.programme.ward_serving(one.id, today)) for one in ended]
    return [one for one, now in after if now and now.id in mine and one.id not in mine]


async def bulletin(work: Work, person: Person, bulletin_id: int) -> Bulletin:
    """A bulletin of a ward the person reads or leads, or of one that was merged into it.

    Raises Refused otherwise.
    """
    found = await relay.get(work.tx, bulletin_id)
    if found is None:
        raise Refused("bulletin-gone")
    access.must_air(person, *_served_as(work, found.ward))
    return found


async def air_now(work: Work, person: Person, bulletin_id: int) -> Bulletin:
    """Bring a bulletin forward: its script and its chat copies go out now."""
    found = await bulletin(work, person, bulletin_id)
    if not await relay.due_now(work.tx, found.id, work.now):
        raise Refused("bulletin-told-already")
    brought = await relay.get(work.tx, found.id)
    assert brought is not None
    await _tell_script(work, brought)
    if await relay.heard(work.tx, brought.id, work.now):
        await _send_copies(work, brought)
    return brought


async def report_aired(work: Work, person: Person, bulletin_id: int) -> Bulletin:
    """The reader reports that the bulletin was read out; every reader's script says so at once."""
    found = await bulletin(work, person, bulletin_id)
    if found.told_at is None:
        raise Refused("bulletin-not-told")
    if not await relay.aired(work.tx, found.id, person.id, work.now):
        raise Refused("bulletin-aired-already")
    for pair in await pairs.live_cards(work.tx, subject(found)):
        reader = await people.of_address(work.tx, pair.address)
        if reader:
            await work.change(pair, await _aired_card(work, found, reader, by=person))
    return found


async def _aired_card(work: Work, bulletin: Bulletin, reader: Person, *, by: Person) -> Outgoing:
    return work.voice.render(
        reader.language,
        "bulletin-script-aired",
        at=work.moment(reader.language, work.now),
        name=by.name or work.say(reader.language, "a-colleague"),
        script=await scripts.to_read(work, bulletin, reader.language),
    )
