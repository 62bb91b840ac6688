"""Phones that several use: nothing that concerns one of them is shown before somebody chose whom.

A phone is shared where it speaks for more than one household, or where somebody said so.
"""

from dataclasses import replace

from bot.domain.people import Person
from bot.domain.reach import OWN
from bot.domain.values import dataclass
from bot.services.people import acting
from bot.voice import Button
from bot.work import Work
from storage import addresses, households

#: How many households one screen offers.
PAGE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Somebody whose news a phone can open: a household, or (``OWN``) the person themselves."""

    household: int
    label: str


async def is_shared(work: Work, person: Person) -> bool:
    """Whether news to this person is announced without content."""
    places = await addresses.of_person(work.tx, person.id)
    said_so = bool(places) and places[0].is_shared
    return said_so or len(await acting.bonds(work, person)) > 1


async def has_several(work: Work, person: Person) -> bool:
    """Whether it has to be chosen whose questions are shown: somebody helps, or others look on."""
    helps = any(one.is_help for one in (await acting.bonds(work, person)).values())
    return helps or await is_shared(work, person)


async def share(work: Work, address: str) -> bool:
    """Turn *máy dùng chung* on or off for one phone; returns how it is now."""
    place = await addresses.get(work.tx, address)
    now = not (place and place.is_shared)
    await addresses.share(work.tx, address, shared=now)
    return now


async def said_so(work: Work, address: str) -> bool:
    """Whether somebody said that several use this phone."""
    place = await addresses.get(work.tx, address)
    return bool(place and place.is_shared)


async def whom(work: Work, person: Person) -> list[Whom]:
    """Everybody whose news this phone can open, the person first, then by household.

    Always all of them: which one has news is not to be seen.
    """
    own = work.say(person.language, "own-matters", name=person.name or "none")
    found = [Whom(household=OWN, label=own)]
    homes = await households.of_person(work.tx, person.id)
    lives_in = [home.id for bond, home in homes if not bond.is_help]
    for _bond, home in homes:
        if [home.id] == lives_in:  # by its name it would look like the person themselves
            label = work.say(person.language, "own-home")
        else:
            label = acting.called(work, person.language, home)
        found.append(Whom(household=home.id, label=label[:1].upper() + label[1:]))
    return found


async def buttons(
    work: Work, person: Person, action: str, more: Button, start: int = 0
) -> list[list[Button]]:
    """A button for each of them that leads to ``action``, a page of them from ``start``.

    ``more`` leads to the next page.
    """
    everybody = await whom(work, person)
    rows = [
        [Button("plain", action, one.household, {"words": one.label})]
        for one in everybody[start : start + PAGE]
    ]
    if len(everybody) > start + PAGE:
        rows.append([replace(more, argument=start + PAGE)])
    return rows
