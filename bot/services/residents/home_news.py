"""How one household stands with the sessions, for whoever lives there or acts for it."""

from bot.domain.people import Person
from bot.services.people import acting
from bot.services.reach import reading_words
from bot.work import Work
from storage import seats


async def seats_of(work: Work, person: Person, household: int) -> list[str]:
    """A sentence for each coming session.

    Raises Refused where the household has not given consent.
    """
    await acting.home_to_hear(work, person, household)
    return [
        spoken.words
        for seat in await seats.of_household(work.tx, household)
        if (spoken := await reading_words.of_seat(work, person, seat))
    ]
