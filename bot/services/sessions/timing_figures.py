"""How long each office took for its answers to a session's questions, for the report."""

from collections import defaultdict

from bot.domain.timing import Timing, in_days
from bot.services.sessions.paper_reading import Reading, in_letters, recorded
from storage import timings


async def by_office(reading: Reading) -> tuple[str, ...]:
    """A sentence an office that has answered: how many, how many in time, how long on average."""
    found: dict[str, list[Timing]] = defaultdict(list)
    for one in await recorded(reading):
        if timing := await timings.newest(reading.work.tx, one.question.id):
            found[in_letters(reading, timing.queue)].append(timing)
    return tuple(_sentence(reading, office, found[office]) for office in sorted(found))


def _sentence(reading: Reading, office: str, took: list[Timing]) -> str:
    calendar = reading.work.programme.calendar_of(took[0].queue)
    days = in_days(sum(one.used for one in took) // len(took), calendar)
    return reading.say(
        "figures-timing",
        agency=office,
        count=str(len(took)),
        kept=str(sum(one.over <= 0 for one in took)),
        days=f"{days:g}".replace(".", ","),
    )
