"""Hamlets: who knows the people there, and what a place is called."""

from bot.domain.households import Household
from bot.domain.people import Person, Role
from bot.work import Work
from storage import people


async def who_goes(work: Work, hamlet: str) -> list[Person]:
    """Who knows the people of a hamlet: its head, or the organisers."""
    heads = await people.holding(work.tx, Role.HAMLET, hamlet) if hamlet else []
    return heads or await people.holding(work.tx, Role.ORGANISER, "")


def place(work: Work, home: Household) -> str:
    """Where a household lives, as people say it; empty while unknown."""
    return work.programme.place_name(home.ward, home.hamlet)
