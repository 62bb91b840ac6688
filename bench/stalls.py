"""How long the event loop stands still: nobody is answered, nothing is sent, no page is shown."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

from bench import households
from bench.archive import FOLLOWED, Archive
from bench.rig import pin
from bot import app
from bot.clock import Clock
from bot.domain.messages import Outgoing
from bot.domain.people import Grant, Role
from bot.running import App
from bot.scheduler import TABLE, perform
from bot.services.dispatches import dispatch_papers, dispatches
from bot.services.residents import onboarding
from bot.services.roster import roster_files
from bot.services.slow import Task
from storage import broadcasts, files, people, programmes, schema
from storage.broadcasts import Circle, To


@dataclass(frozen=True, slots=True)
class Later:
    """A clock that is ahead: what was stored is old enough to be forgotten."""

    clock: Clock
    by: timedelta

    def now(self) -> datetime:
        return self.clock.now() + self.by

    def steady(self) -> float:
        return self.clock.steady()

    def worked(self) -> float:
        return self.clock.worked()

    async def sleep(self, seconds: float) -> None:
        await self.clock.sleep(seconds)


async def _watched(work: Callable[[], Awaitable[object]]) -> float:
    """The longest stall while something is done, in milliseconds."""
    longest, last = 0.0, perf_counter()

    async def watch() -> None:
        nonlocal longest, last
        while True:
            await asyncio.sleep(0)
            now = perf_counter()
            longest, last = max(longest, now - last), now

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.05)
    longest = 0.0
    try:
        await work()
        await asyncio.sleep(0)  # a block that never yielded is noticed now
    finally:
        watching.cancel()
    return 1000 * longest


@dataclass(frozen=True, slots=True)
class Strain:
    """What goes on while the loop is watched, each for at most so many ``seconds``."""

    made: App
    config: Path
    archive: Archive
    seconds: float

    @property
    def path(self) -> Path:
        return app.sqlite_path(self.made.settings)

    async def nothing(self) -> None:
        await asyncio.sleep(self.seconds)

    async def refresh(self) -> None:
        """A new version of the programme is put in force."""
        async with self.made.works.begin() as work:
            found = await programmes.newest(work.tx)
            assert found is not None
            await programmes.put(work.tx, found[0] + 1, found[1], by=None, now=work.now)
        await self.made.refresh()

    async def migration(self) -> None:
        """Whether there is something to migrate."""
        await schema.ensure_sqlite(self.path)

    async def backup(self) -> None:
        """By a program of its own, while people come."""
        copy = self.path.with_suffix(".copy")
        await asyncio.to_thread(copy.unlink, missing_ok=True)
        command = (sys.executable, "-m", "bot", "backup", str(copy), "--config", str(self.config))
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL)
        pin(process.pid, aside=True)
        while process.returncode is None:
            async with self.made.works.begin() as work:
                await people.make(work.tx, "vi", work.now)
            await asyncio.sleep(0.01)
        await asyncio.to_thread(copy.unlink, missing_ok=True)

    async def dispatch(self) -> None:
        """Every office gets its sheet of all that is unanswered, and the letter with it."""
        async with self.made.works.look() as work:
            queues = dispatches.queues(work)
        for queue in queues:
            async with self.made.works.begin() as work:
                made = await dispatches.make(work, queue, 0, by=None)
            if made:
                await dispatch_papers.draw(self.made.works, made.id)

    async def roster(self) -> None:
        """The longest list that a chat takes is looked through, shown and put in."""
        works = self.made.works
        content = await asyncio.to_thread(households.written, works.programme, roster_files.LONGEST)
        async with works.begin() as work:
            organiser = await people.make(work.tx, "vi", work.now)
            await people.give_role(work.tx, organiser.id, Grant(Role.ORGANISER), None, work.now)
            listed = await files.keep(
                work.tx, "danh sach.csv", content, now=work.now, for_how_long=timedelta(days=1)
            )
        given = {"person": organiser.id, "name": "danh sach.csv", "token": listed.token}
        task = Task(
            id=0,
            works=works,
            address="telegram:organiser",
            given={**given, "update": False},
            fetch=_from_nowhere,
        )
        for ending in (await roster_files.show(task, content), await roster_files.write(task)):
            async with works.begin() as work:
                await ending(work)

    async def erasure(self) -> None:
        """Somebody with a long history has everything erased."""
        async with self.made.works.begin() as work:
            person = await people.get(work.tx, self.archive.old_hand)
            assert person is not None
            await onboarding.erase(work, person)

    async def housekeeping(self) -> None:
        """Every tick, with much that is due; and a broadcast to everybody."""
        async with self.made.works.begin() as work:
            texts = {"vi": Outgoing(text="Bản tin")}
            await broadcasts.make(
                work.tx, Circle(to=To.FOLLOWERS, ward=FOLLOWED), texts=texts, now=work.now
            )
        for tick in TABLE:
            with suppress(TimeoutError):
                await asyncio.wait_for(perform(self.made.works, tick), self.seconds)


async def _from_nowhere(_channel: str, _name: str) -> bytes:
    """No channel: what is fetched is there already."""
    return b""


async def longest(strain: Strain) -> dict[str, float]:
    """Milliseconds by what went on. It leaves the archive smaller."""
    works = {
        "nothing": strain.nothing,
        "refresh": strain.refresh,
        "migration": strain.migration,
        "backup": strain.backup,
        "dispatch": strain.dispatch,
        "roster": strain.roster,
        "erasure": strain.erasure,
        "housekeeping": strain.housekeeping,
    }
    return {name: await _watched(work) for name, work in works.items()}
