"""What nobody has read out: its reader is reminded once, then the head of the hamlet goes there."""

from collections import defaultdict

from bot.domain.households import Household
from bot.domain.people import Person
from bot.domain.reach import LIST_AFTER, Reach, State
from bot.services.people import acting, hamlets
from bot.services.reach import reach, reading_words
from bot.voice import Button
from bot.work import Work
from storage import households, people
from storage import reach as rows

#: The households of one list, as many as a screen can show with their buttons. No numbers: a typed
#: number means a button.
_LETTERS = "ABCDEFGHIJ"


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
    """One list a hamlet, for whoever goes there."""
    lists: dict[tuple[str, str], list[Household]] = defaultdict(list)
    for household in household_ids:
        if home := await households.get(work.tx, household):
            lists[home.ward, home.hamlet].append(home)
    for (_, hamlet), homes in sorted(lists.items()):
        for person in await hamlets.who_goes(work, hamlet):
            for start in range(0, len(homes), len(_LETTERS)):
                await _tell(work, person, homes[start : start + len(_LETTERS)])


async def _tell(work: Work, person: Person, homes: list[Household]) -> None:
    lettered = list(zip(_LETTERS, homes, strict=False))
    called = [(letter, acting.called(work, person.language, home)) for letter, home in lettered]
    names = [
        work.say(person.language, "visit-line", letter=letter, who=who) for letter, who in called
    ]
    await work.tell(
        person,
        "visit-list",
        [
            [
                Button("visit-open-button", "openlisted", home.id, {"letter": letter}),
                Button("visit-away-button", "listedaway", home.id, {"letter": letter}),
            ]
            for letter, home in lettered
        ],
        hamlet=hamlets.place(work, homes[0]) or "none",
        names="\n".join(names),
    )
