"""What is read out of a bulletin, and what chats show of it: no name, no phone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain import clusters
from bot.domain.relay import Bulletin, khmer_reading_time, reading_time
from bot.domain.slots import lasting
from bot.i18n import HOME
from bot.services.questions import public_words
from bot.work import Work
from storage import relay
from storage.relay import Release

_KHMER = "km"


async def contents(work: Work, bulletin: Bulletin) -> list[Release]:
    """What is in a bulletin, as everyone may hear it."""
    found = await relay.contents(work.tx, bulletin.id)
    texts = await public_words.of(work, [(one.asker, one.text) for one in found])
    return [replace(one, text=text) for one, text in zip(found, texts, strict=True)]


async def to_read(work: Work, bulletin: Bulletin, language: str = HOME) -> str:
    """What the reader reads out; under it the same in Khmer, as far as the slot has time for it."""
    found = await contents(work, bulletin)
    script = _words(work, bulletin, language, [_item(work, language, one) for one in found])
    spoken = [_item(work, _KHMER, one, one.khmer) for one in found if one.khmer]
    if not spoken:
        return script
    slots = work.programme.slots_of(bulletin.ward)
    room = lasting(slots, bulletin.due_at, work.programme.zone)
    khmer = "\n\n".join(spoken)
    if how_long(f"{script}\n{khmer}") > room:
        minutes = str(round(room / timedelta(minutes=1)))
        return f"{script}\n\n{work.say(language, 'khmer-no-time', minutes=minutes)}"
    return f"{script}\n\n{work.say(language, 'khmer-script', script=khmer)}"


def how_long(script: str) -> timedelta:
    """How long a script takes to read aloud, in both languages."""
    return reading_time(script) + khmer_reading_time(script)


def to_send(work: Work, bulletin: Bulletin, language: str, found: Sequence[Release]) -> str:
    """A bulletin for a chat: readers of Khmer get that text first, files are named by address."""
    return _words(work, bulletin, language, [_sent(work, language, one) for one in found])


def _sent(work: Work, language: str, one: Release) -> str:
    both = language == _KHMER and one.khmer
    answer = f"{one.khmer}\n\n{one.answer}" if both else one.answer
    return _item(work, language, one, answer, f"{work.voice.public_url}/traloi/{one.number}")


def _words(work: Work, bulletin: Bulletin, language: str, items: Sequence[str]) -> str:
    day = bulletin.due_at.astimezone(work.programme.zone).date()
    ward = work.programme.ward_serving(bulletin.ward, day) or work.programme.ward(bulletin.ward)
    opening = work.say(language, "script-opening", ward=ward.name if ward else "")
    return "\n\n".join([opening, *items, work.say(language, "script-closing")])


def _item(
    work: Work, language: str, release: Release, answer: str = "", address: str = "none"
) -> str:
    asked = clusters.shown(release.asked)
    said = work.say(
        language,
        "script-item-shared" if asked else "script-item",
        asked=str(asked),
        question=release.text or "none",
        answer=answer or release.answer,
        office=work.programme.queue_name(release.queue),
    )
    told = [work.say(language, "script-papers", address=address)] if release.papers else []
    if release.recordings and (address == "none" or language == _KHMER):
        told.append(work.say(language, "script-recording", address=address))
    return "\n".join([said, *told])
