"""What nobody has read out: its reader is reminded once, then the head of the hamlet goes there.

Where a hamlet has no head in chat, the organisers send somebody.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from bot.domain import access
from bot.domain.households import Household
from bot.domain.people import Person
from bot.domain.reach import LIST_AFTER, Reach, State
from bot.services.people import acting
from bot.services.reach import reach, reading_words
from bot.services.seats import on_foot
from bot.services.seats.on_foot import Visit, Walk
from bot.voice import Button, Buttons
from bot.work import Work
from storage import households, people
from storage import reach as rows


async def step(work: Work) -> int:
    """Remind, and pass on, what is due; returns how much was looked at."""
    due = await rows.due(work.tx, work.now)
    readers: dict[int, None] = {}
    homes: dict[int, None] = {}
    for one in due:
        if await reading_words.is_over(work, one):
            await rows.settle(work.tx, one, State.GONE, by=None, now=work.now)
        elif await rows.remind(work.tx, one, work.now, work.now + LIST_AFTER):
            readers[one.reader] = None
        elif await _listed(work, one):
            homes[one.household] = None
    for reader in readers:
        if person := await people.get(work.tx, reader):
            await reach.knock(work, person, again=True)
    await _list(work, list(homes))
    return len(due)


async def _listed(work: Work, one: Reach) -> bool:
    """Whether it goes onto a list; an offer stands on that of those who have not answered."""
    listed = await rows.to_list(work.tx, one, work.now)
    return listed and not await reading_words.is_offer(work, one)


async def _list(work: Work, household_ids: list[int]) -> None:
    """One list a hamlet, for its head; one for the organisers, of all hamlets without."""
    by_hamlet: dict[str, list[Visit]] = defaultdict(list)
    for home in await _in_order(work, household_ids):
        by_hamlet[home.hamlet].append((home.id, home))
    for walk in await on_foot.walks(work, by_hamlet):
        for person in walk.people:
            await _tell(work, person, walk)


async def _in_order(work: Work, household_ids: Iterable[int]) -> list[Household]:
    """Households by ward and hamlet."""
    found = [await households.get(work.tx, one) for one in household_ids]
    return sorted((one for one in found if one), key=lambda one: (one.ward, one.hamlet, one.id))


async def _tell(work: Work, person: Person, walk: Walk) -> None:
    names = walk.names(work, person.language, partial(acting.called, work, person.language))
    if walk.is_long:
        many = str(len(walk.visits))
        opens = [[Button("visits-button", "visits")]]
        await work.tell(person, "visit-list-long", opens, many=many, names=names)
    else:
        place = walk.place or "none"
        await work.tell(person, "visit-list", _buttons(walk), hamlet=place, names=names)


def _buttons(walk: Walk) -> Buttons:
    return [
        [
            Button("visit-open-button", "openlisted", household, {"letter": letter}),
            Button("visit-away-button", "listedaway", household, {"letter": letter}),
        ]
        for letter, (household, _) in zip(on_foot.LETTERS, walk.visits, strict=False)
    ]


async def unled(work: Work, person: Person) -> list[Household]:
    """Where nothing has been read out and no head of the hamlet goes, by ward and hamlet.

    Raises Refused for anybody but an organiser.
    """
    access.must_plan(person)
    homes: dict[int, None] = {}
    for one in await rows.unled(work.tx):
        if not await reading_words.is_over(work, one) and not await reading_words.is_offer(
            work, one
        ):
            homes[one.household] = None
    return await _in_order(work, homes)
