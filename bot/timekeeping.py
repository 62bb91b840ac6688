"""Keeping to the clock of the database's server, where several machines share one.

Each connection reads it when it is made; here it is read again now and then, for somebody may set
it. Machines whose own clocks are wrong do no harm; their operators are told all the same.
"""

from datetime import timedelta

import structlog

from bot.clock import SharedClock, Steps
from bot.work import Works
from storage.database import KeepsTime, Unavailable

log = structlog.get_logger()

#: How often it is read, in seconds: so long may programs disagree after it was set.
EVERY = 5.0

#: A machine whose clock is wrong by more is worth a word.
_FAR = timedelta(seconds=3)


async def keep_time(works: Works) -> None:
    """Read it for ever; return at once where a database has no clock of its own."""
    database = works.database
    if not isinstance(database, KeepsTime):
        return
    told, steps = False, Steps(database.clock)
    while True:
        told = _tell(database.clock, told)
        if step := steps.since():
            log.warning("clock_of_database_set", by=round(step.total_seconds(), 1))
            steps.forget(step)
        await works.clock.sleep(EVERY)
        try:
            await database.read_clock()
        except Unavailable as error:
            log.warning("clock_unavailable", why=str(error))


def _tell(clock: SharedClock, told: bool) -> bool:
    """Tell once that the two clocks differ, and once that they agree again."""
    said = remark(clock)
    if said and not told:
        log.warning("clock_differs", why=said)
    elif told and not said:
        log.info("clock_agrees")
    return bool(said)


def remark(clock: SharedClock) -> str:
    """One sentence for the operator of a machine whose clock is wrong; empty where it is right."""
    ahead = clock.machine_ahead
    if abs(ahead) <= _FAR:
        return ""
    far = f"{abs(ahead).total_seconds():.0f} s {'ahead of' if ahead > _FAR else 'behind'}"
    return (
        f"The clock of this machine is {far} the database's, by which everything goes: "
        "set the wrong one of the two right, and keep both so (NTP: timedatectl set-ntp true)."
    )
