"""The disk is full, or broken, or read-only, from any one access on: nothing is promised in vain.

Somebody signs up and asks. Each message is worked on again and again, and each time the trouble
begins one access to the disk later, and lasts for a while. Nothing is acknowledged that is not
stored, and when the trouble is over the same program brings everything to its end. ``make test``
does this to the message that files the question, ``make soak`` to all ten.
"""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import app
from bot.duties import LEASE
from storage import duties
from storage.database import Unavailable
from storage.duties import Lease
from tests.conftest import begun
from tests.doubles.chat import Talk
from tests.doubles.clock import ManualClock
from tests.doubles.disk import Disk, Flushed, Read, Shortened, Written
from tests.doubles.journey import WORDS, Batch, Ears, batches, live, of_chat, settings_of
from tests.soak import rounds

Access = Read | Written | Shortened | Flushed


@dataclass
class Trouble:
    """An error code for some kinds of access, from the ``begins``th on, ``lasts`` times."""

    code: int = sqlite3.SQLITE_OK
    kind: type[Access] = Written
    begins: int = 0
    lasts: int = 0
    seen: int = 0
    told: int = 0

    def __call__(self, access: Access) -> int:
        if not isinstance(access, self.kind):
            return sqlite3.SQLITE_OK
        self.seen += 1
        if self.seen < self.begins or self.told >= self.lasts:
            return sqlite3.SQLITE_OK
        self.told += 1
        return self.code


TROUBLES = [
    pytest.param(sqlite3.SQLITE_FULL, Written, id="full"),
    pytest.param(sqlite3.SQLITE_IOERR_WRITE, Written, id="cannot be written"),
    pytest.param(sqlite3.SQLITE_READONLY, Written, id="read-only"),
    pytest.param(sqlite3.SQLITE_IOERR_FSYNC, Flushed, id="cannot be flushed"),
    pytest.param(sqlite3.SQLITE_IOERR_READ, Read, id="cannot be read"),
]

#: Which message, and with how many different beginnings of the trouble (0: every one).
STEPS = [
    pytest.param(len(WORDS) - 1, 6, id="the question is filed"),
    *(pytest.param(n, 0, id=f"message {n}", marks=pytest.mark.soak) for n in range(len(WORDS))),
]


@dataclass
class Town:
    """A program at work over a disk, and what it has promised."""

    folder: Path
    ears: Ears = field(default_factory=Ears)

    @classmethod
    def copy(cls, source: Path, name: str) -> "Town":
        return cls(Path(shutil.copytree(source, source.with_name(name))))

    async def lives_through(self, batch: Batch, trouble: Trouble) -> None:
        """Time passes whenever somebody waits for it; the platform repeats what was not taken."""
        disk = Disk(self.folder)
        with disk.plugged_in():
            async with begun(settings_of(self.folder), ManualClock(), self.ears) as talk:
                disk.judge = trouble
                await rounds.until_taken(talk, batch)
                assert {one.id for one in batch} <= self.kept("SELECT external_id FROM inbox")
                await rounds.until_done(talk)
                disk.judge = Trouble()

    def kept(self, sql: str) -> set[Any]:
        """What lies in the file, read past the disk and its troubles."""
        file = f"file:{self.folder}/langnghe.db?vfs=unix"
        with closing(sqlite3.connect(file, uri=True)) as other:
            return {row[0] for row in other.execute(sql)}

    def sizes(self) -> dict[str, set[int]]:
        """How many rows there are of everything."""
        tables = self.kept("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {one: self.kept(f"SELECT COUNT(*) FROM {one}") for one in tables}


@pytest.mark.parametrize(("code", "kind"), TROUBLES)
@pytest.mark.parametrize(("step", "many"), STEPS)
async def test_trouble_with_the_disk_loses_nothing_and_all_goes_on_without_a_restart(
    first: Path, step: int, many: int, code: int, kind: type[Access]
) -> None:
    *earlier, batch = batches(["lan"])[: step + 1]
    async with begun(settings_of(first), ManualClock(), Ears()) as talk:
        await live(talk, earlier)
    calm = Town.copy(first, "calm")
    await calm.lives_through(batch, nothing := Trouble(code, kind))
    every = max(1, nothing.seen // many) if many else 1

    for begins in range(1, nothing.seen + 1, every):
        town = Town.copy(first, f"trouble {begins}")
        trouble = Trouble(code, kind, begins, lasts=begins % 5 + 1)
        await town.lives_through(batch, trouble)

        assert trouble.told
        assert town.ears.heard == calm.ears.heard, trouble
        assert town.sizes() == calm.sizes(), trouble
        assert town.kept("PRAGMA integrity_check") == {"ok"}


@pytest.mark.parametrize("away", [3, 17, 90])
@pytest.mark.parametrize("begins", [1, 4, 12, 30])
async def test_five_seconds_after_the_disk_has_room_again_everything_is_said(
    first: Path, undisturbed: list[str], begins: int, away: int
) -> None:
    """``away`` so many seconds, from the ``begins``th access on; the platform tries each second."""
    *earlier, last = batches(["lan"])
    disk, ears = Disk(first), Ears()
    with disk.plugged_in():
        async with begun(settings_of(first), ManualClock(), ears) as talk, asyncio.timeout(60):
            await live(talk, earlier)
            async with rounds.at_work(talk):
                disk.judge = trouble = Trouble(sqlite3.SQLITE_FULL, Written, begins, lasts=10**6)
                taken = False
                for second in range(away + rounds.RECOVERS):
                    if second == away:
                        disk.judge = Trouble()
                    taken = taken or await rounds.taken(talk, last)
                    await rounds.a_second_passes(talk)

    assert trouble.told
    assert of_chat(ears.heard, "lan") == undisturbed


async def test_a_program_does_not_start_on_a_disk_that_cannot_be_written(first: Path) -> None:
    disk, threads = Disk(first), threading.enumerate()
    disk.judge = Trouble(sqlite3.SQLITE_READONLY, Written, begins=1, lasts=1000)

    with disk.plugged_in(), pytest.raises(Unavailable, match="readonly"):
        async with app.opened(settings_of(first)):
            pytest.fail("it started")

    assert set(threading.enumerate()) <= set(threads), "one more would keep the program from ending"


async def test_a_disk_that_cannot_be_written_shows_in_health_within_a_minute(first: Path) -> None:
    disk = Disk(first)
    with disk.plugged_in():
        async with begun(settings_of(first), ManualClock(), Ears()) as talk:
            assert await renewed(talk)
            disk.judge = Trouble(sqlite3.SQLITE_FULL, Written, begins=1, lasts=1000)
            await talk.clock.move(seconds=45)

            assert not await renewed(talk)
            found = [one for one in await talk.app.health.findings() if not one.ok]
            disk.judge = Trouble()

    assert [(one.what, one.why) for one in found] == [("duty tick", "nobody does it")]


async def renewed(talk: Talk) -> bool:
    """What whoever ticks does every two seconds."""
    try:
        async with talk.app.works.begin() as work:
            ends = work.now + timedelta(seconds=LEASE)
            return await duties.take(work.tx, "tick", Lease("somebody", ends))
    except Unavailable:
        return False


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of eight megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk of its own needs the right to mount one")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


async def test_a_real_disk_that_is_full_takes_nothing_in_until_there_is_room(
    small_disk: Path, migrated: Path, undisturbed: list[str]
) -> None:
    shutil.copy(migrated, small_disk / "langnghe.db")
    ears, filling = Ears(), small_disk / "filling"
    *earlier, last = batches(["lan"])
    async with begun(settings_of(small_disk), ManualClock(), ears) as talk:
        await live(talk, earlier)
        rounds.fill_up(filling)

        for _ in range(3):
            assert not await rounds.taken(talk, last)
        filling.unlink()
        await live(talk, [last])

    assert of_chat(ears.heard, "lan") == undisturbed
