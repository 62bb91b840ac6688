"""Getting to know a person: language, consent, place; and letting go of them again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from bot.domain import access
from bot.domain.agencies import Hamlet, Ward
from bot.domain.errors import Refused
from bot.domain.messages import Inbound, chat_of
from bot.domain.people import Person
from bot.services.asking import asking, drafting
from bot.services.questions import public_words
from bot.services.residents import erasing, registration
from bot.understanding.folding import fold, matches
from bot.work import Work
from storage import (
    addresses,
    audit,
    broadcasts,
    calls,
    conversations,
    deferred,
    drafts,
    file_links,
    files,
    followers,
    holding,
    ladders,
    library_reads,
    mailboxes,
    outbox,
    pairs,
    people,
    questions,
)
from storage.people import Facts

T = TypeVar("T")

#: The version of the words people agree to (text key ``consent-ask``). Raise it when they change.
CONSENT_VERSION = 2


async def choose_language(work: Work, person: Person, language: str) -> Person:
    """Speak another language with this person from now on."""
    if language not in work.voice.offered:
        raise Refused("language-unknown")
    changed = replace(person, language=language)
    await people.save(work.tx, changed)
    return changed


async def hold(work: Work, message: Inbound) -> None:
    """Keep words until their writer has consented; erased after a day if that never comes.

    Raises Refused for more than may be asked at once.
    """
    drafting.measured(work, message.text)
    await deferred.hold_words(work.tx, message, work.now)


async def mend(work: Work, message: Inbound) -> bool:
    """Words were changed while they wait for consent; False if none wait that came so.

    Raises Refused for more than may be asked at once: those before stay.
    """
    changed = bool(message.text.strip()) and await deferred.change_words(work.tx, message)
    if changed:
        drafting.measured(work, message.text)
    return changed


async def consent(work: Work, person: Person, address: str) -> tuple[Person, list[int]]:
    """The person agrees. What was asked so far becomes drafts; returns their ids."""
    if not person.consents:
        await people.consent(work.tx, person.id, CONSENT_VERSION, work.now)
        await audit.note(work.tx, work.now, person.id, "consented", f"person:{person.id}")
        person = replace(person, consented_at=work.now)
    held = await deferred.held_words(work.tx, address)
    asked = [one for one in held if one.text.strip() and not asking.small_talk(work, one.text)]
    return person, [await drafting.keep(work, person, message) for message in asked]


async def decline_consent(work: Work, address: str) -> None:
    """The person does not agree: what was held is erased at once."""
    await deferred.forget(work.tx, address)
    await mailboxes.erase(work.tx, chat_of(address), work.now)
    await files.forget_from(work.tx, address)
    asking.forget_texts(work)


async def live_in(work: Work, person: Person, ward_id: str, hamlet_id: str = "") -> Person:
    """Remember where the person lives. Raises Refused for a place that is not in the programme."""
    access.must_consent(person)
    ward = work.programme.ward(ward_id)
    if ward is None or not ward.valid.on(work.local.date()):
        raise Refused("ward-unknown")
    if hamlet_id and ward.hamlet(hamlet_id) is None:
        raise Refused("hamlet-unknown")
    kept = hamlet_id or (person.hamlet if person.ward == ward_id else "")
    changed = replace(person, ward=ward_id, hamlet=kept)
    await people.save(work.tx, changed)
    await _follow_on(work, changed)
    return changed


async def _follow_on(work: Work, person: Person) -> None:
    """Who followed a ward that has ended follows the one in which they live now."""
    ended = {one.id for one in work.programme.wards_ended_before(work.local.date())}
    left = ended.intersection(await broadcasts.subscriptions(work.tx, person.id))
    for ward in sorted(left):
        await broadcasts.unsubscribe(work.tx, person.id, ward)
    if left:
        await broadcasts.subscribe(work.tx, person.id, person.ward, work.now)


def find_ward(work: Work, typed: str) -> Ward | None:
    """The ward that typed words mean, by name or alias, without diacritics and with slips."""
    wards = work.programme.wards_on(work.local.date())
    return _find(typed, [(ward, (ward.name, *ward.aliases)) for ward in wards])


def find_hamlet(work: Work, ward_id: str, typed: str) -> Hamlet | None:
    """The hamlet of a ward that typed words mean."""
    ward = work.programme.ward(ward_id)
    hamlets = ward.hamlets if ward else ()
    return _find(typed, [(one, (one.name, *one.aliases)) for one in hamlets])


#: Words around a place that say no more than that somebody is not sure, or lives there.
_AROUND = """
    chac hinh nhu o la thi thuoc ben nha dau dang toi tui minh co chu ba da hay sao do phai khong
    hong ta a con em oi cho
"""


def _sure(typed: str) -> str:
    """*chắc khóm 2*, *hình như ở khóm 2 đó con*: the place alone; empty if there is none."""
    said = fold(typed).replace(",", " ").replace(".", " ").split()
    inside = [at for at, word in enumerate(said) if word not in _AROUND.split()]
    return " ".join(said[inside[0] : inside[-1] + 1]) if inside else ""


def _find(typed: str, named: Sequence[tuple[T, tuple[str, ...]]]) -> T | None:
    """The one that is meant as it was typed, or else without the words around it."""
    return _named(typed, named) or _named(_sure(typed), named)


def _named(typed: str, named: Sequence[tuple[T, tuple[str, ...]]]) -> T | None:
    exact = [one for one, names in named if any(fold(typed) == fold(name) for name in names)]
    near = [one for one, names in named if any(matches(typed, name) for name in names)]
    found = exact or near
    return found[0] if len(found) == 1 else None


def place_of(work: Work, person: Person) -> str:
    """Where the person lives, as people say it: hamlet and ward; empty while unknown."""
    return work.programme.place_name(person.ward, person.hamlet)


async def again(work: Work, person: Person) -> Person:
    """The person as now kept, with roles given or taken meanwhile."""
    return await people.get(work.tx, person.id) or person


async def try_name(work: Work, person: Person, name: str) -> Person:
    """Take the name the channel knows, if it can be one; the person can change it."""
    try:
        return await call(work, person, name)
    except Refused:
        return person


async def call(work: Work, person: Person, name: str) -> Person:
    """Remember the person's name. Raises Refused for one that cannot be a name.

    Officials are known to their colleagues by it; of residents it is kept with consent only.
    """
    access.must_be_known(person)
    name = " ".join(name.split())
    if not 2 <= len(name) <= 80 or any(letter.isdigit() for letter in name):
        raise Refused("name-unclear")
    changed = replace(person, name=name)
    await people.save(work.tx, changed)
    return changed


async def mute(work: Work, person: Person, *, muted: bool) -> Person:
    """Stop, or start again, sending what the person did not cause."""
    changed = replace(person, muted_at=work.now if muted else None)
    await people.save(work.tx, changed)
    if muted and person.is_official:  # what they were told of goes to the next in line
        await ladders.look_again(work.tx, person.id, work.now)
    return changed


async def kept_facts(work: Work, person: Person) -> Facts:
    """What is private about the person, for themselves to see."""
    return await people.facts(work.tx, person.id, reader=person.id, why="own data", now=work.now)


async def withdraw_consent(work: Work, person: Person) -> None:
    """Take consent back: nothing new is kept, and what was not sent yet is dropped.

    Open questions stay until they are answered or erased.
    """
    await people.consent(work.tx, person.id, CONSENT_VERSION, None)
    await drafts.forget(work.tx, person.id)
    await library_reads.forget(work.tx, person.id)
    await broadcasts.unsubscribe(work.tx, person.id)
    await audit.note(work.tx, work.now, person.id, "withdrew_consent", f"person:{person.id}")


async def erase(work: Work, person: Person) -> None:
    """Erase a person at their own wish (Law 91/2025/QH15): name, place, phone, words, files, chats.

    What stays: that a question with this number was asked and how it ended; answers that are public
    already, without the words of the question; the record that the erasure was asked for; and what
    they asked for other households, which is those households'.
    """
    await erasing.erase_asked(work, person.id)
    await followers.forget_person(work.tx, person.id)
    await forget(work, person)
    await audit.note(work.tx, work.now, person.id, "erased", f"person:{person.id}")


async def forget(work: Work, person: Person) -> None:
    """Drop who the person is and how to reach them; what they asked stays, with nobody behind."""
    await drafts.forget(work.tx, person.id)
    await library_reads.forget(work.tx, person.id)
    await public_words.forget_person(work, person)
    await registration.forget(work, person)
    await broadcasts.unsubscribe(work.tx, person.id)
    await questions.forget_address(work.tx, person.id)
    await files.forget_person(work.tx, person.id)
    await file_links.forget_person(work.tx, person.id)
    for address in await addresses.all_of_person(work.tx, person.id):
        await _forget_chat(work, address)
    await calls.look_again(work.tx, person.id, work.now)
    await people.erase(work.tx, person.id, work.now)


async def _forget_chat(work: Work, address: str) -> None:
    await conversations.forget(work.tx, address)
    await deferred.forget(work.tx, address)
    await holding.forget(work.tx, address, work.now)
    await pairs.forget(work.tx, address)
    await outbox.erase(work.tx, address, work.now)
    await mailboxes.erase(work.tx, chat_of(address), work.now)
    await files.forget_from(work.tx, address)
    await addresses.drop(work.tx, address)
