"""Following a ward's answers, and hearing nothing more."""

from bot.domain import access
from bot.domain.agencies import Ward
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.work import Work
from storage import broadcasts


async def is_subscribed(work: Work, person: Person) -> bool:
    """Whether the person gets the answers of their ward."""
    return await hears(work, person, person.ward)


async def hears(work: Work, person: Person, ward: str) -> bool:
    """Whether the person gets a ward's answers: they follow it, or one that it took over."""
    followed = set(await broadcasts.subscriptions(work.tx, person.id))
    return not followed.isdisjoint(work.programme.with_former(ward, work.local.date()))


async def subscribe(work: Work, person: Person) -> Ward:
    """Get the answers of their ward from now on. Needs consent and a ward."""
    access.must_consent(person)
    ward = work.programme.ward(person.ward)
    if ward is None:
        raise Refused("ward-first")
    if not await is_subscribed(work, person):
        await broadcasts.subscribe(work.tx, person.id, ward.id, work.now)
    return ward


async def unsubscribe(work: Work, person: Person) -> None:
    await broadcasts.unsubscribe(work.tx, person.id)
