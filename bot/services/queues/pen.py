"""The holding pen (chờ xếp), as the organiser sees it: what nobody could place."""

from collections.abc import Sequence

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.messages import Address, Inbound
from bot.domain.people import Person, Role
from bot.domain.values import dataclass
from bot.voice import Button
from bot.work import Work
from storage import audit, holding, people
from storage.holding import UNMATCHED, Held
from storage.inbox import inbound_from_json, inbound_to_json

#: How many things one look shows.
PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing in the pen, as the organiser reads it."""

    held: Held
    words: str
    name: str  #: of the official who wrote it; a resident's name is not shown


async def keep_unmatched(work: Work, message: Inbound, why: str) -> None:
    """Keep an official's reply that belongs to nothing we know; the runners hear of it."""
    await keep_lines(work, [message], why)


async def keep_lines(work: Work, messages: Sequence[Inbound], why: str) -> None:
    """The same for several at once; the runners hear of them once."""
    for one in messages:
        await holding.put(work.tx, UNMATCHED, str(one.address), inbound_to_json(one), why, work.now)
    if messages:
        await _tell_unmatched(work)


async def _tell_unmatched(work: Work) -> None:
    for organiser in await people.holding(work.tx, Role.ORGANISER, ""):
        await work.tell(organiser, "pen-news", [[Button("pen-button", "pen")]])


async def tell_waiting(work: Work) -> None:
    """The runners hear that something could not be read, or broke what worked on it.

    Once until the pen has been emptied of such things, however many come.
    """
    receivers = await people.holding(work.tx, Role.ORGANISER, "")
    receivers = receivers or await people.holding(work.tx, Role.ADMIN, "")
    if receivers and await holding.tell(work.tx):
        for person in receivers:
            await work.tell(person, "pen-waiting", [[Button("pen-button", "pen")]])


async def look(work: Work, person: Person, after: int = 0) -> tuple[list[Found], bool]:
    """A page of what waits, with the words that came, for organisers and admins; and whether there
    is more. ``after`` ended the page before. The look is recorded.
    """
    access.must_run_programme(person)
    waiting = await holding.waiting(work.tx, after, PAGE + 1)
    shown = waiting[:PAGE]
    await audit.note(work.tx, work.now, person.id, "read_holding", f"rows:{len(shown)}")
    return [await _found(work, one) for one in shown], len(waiting) > PAGE


async def _found(work: Work, held: Held) -> Found:
    if not held.payload:
        return Found(held=held, words="", name="")
    message = inbound_from_json(held.payload)
    private = str(Address(message.address.channel, message.sender))
    writer = await people.of_address(work.tx, private)
    return Found(
        held=held,
        words=message.text,
        name=writer.name if writer and writer.is_official else "",
    )


async def settle(work: Work, person: Person, held_id: int) -> None:
    """A person has dealt with it."""
    access.must_run_programme(person)
    if not await holding.settle(work.tx, held_id, person.id, "seen", work.now):
        raise Refused("holding-gone")
