"""The power fails, or the program is killed, between any two writes to the disk.

While residents sign up and ask, every write and flush is written down. From that the files are put
together as they could lie there after a cut: what was flushed, and any part of what was not, torn,
missing or as noise. The product starts on them and goes on. ``make test`` tries some cuts,
``make soak`` a thousand.
"""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.config import Settings
from tests.conftest import begun
from tests.doubles.clock import ManualClock
from tests.doubles.disk import Disk, Event, Flushed, Noted
from tests.doubles.journey import (
    WORDS,
    Batch,
    Ears,
    Heard,
    allowed,
    batches,
    live,
    number_told,
    of_chat,
    settings_of,
)
from tests.doubles.platter import KEPT, Fate, Platter
from tests.doubles.postgres import ask

CHATS = tuple(f"resident {n}" for n in range(14))

#: How many cuts one run of everybody's journey is tried with: some, or a thousand in twenty runs.
RUNS = (
    pytest.param(15, id="15 cuts"),
    *(pytest.param(50, id=f"50 cuts, run {n}", marks=pytest.mark.soak) for n in range(20)),
)


@dataclass(frozen=True)
class Cut:
    """What lies on the disk after it, and what had been promised before."""

    folder: Path
    acknowledged: list[Batch]
    heard: list[Heard]
    ears: Ears = field(default_factory=Ears)  #: who hears what is said afterwards

    @property
    def settings(self) -> Settings:
        return settings_of(self.folder)

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'langnghe.db'}"

    async def lost(self) -> set[str]:
        """The acknowledged messages that are gone."""
        promised = {message.id for batch in self.acknowledged for message in batch}
        return promised - {row[0] for row in await ask(self.url, "SELECT external_id FROM inbox")}

    async def is_sound(self) -> bool:
        integrity = await ask(self.url, "PRAGMA integrity_check")
        return (integrity, await ask(self.url, "PRAGMA foreign_key_check")) == ([("ok",)], [])

    async def goes_on(self) -> None:
        """The program starts again, and the platform repeats what it has no receipt for."""
        async with begun(self.settings, ManualClock(), self.ears) as talk:
            await live(talk, batches(CHATS)[len(self.acknowledged) :])


async def everybody_asks(folder: Path) -> tuple[Platter, list[Event]]:
    """The platter as it was, and what happened to it while everybody signed up and asked.

    The program is stopped and started once in between, when half of it has arrived.
    """
    before, disk = Platter.of(folder), Disk(folder)
    ears, arriving = Ears(disk.note), batches(CHATS)

    def acknowledged(batch: Batch) -> None:
        disk.note(batch)
        _move_the_log(folder)

    with disk.plugged_in():
        for half in (arriving[:5], arriving[5:]):
            async with begun(settings_of(folder), ManualClock(), ears) as talk:
                await live(talk, half, acknowledged)
    return before, disk.events


def _move_the_log(folder: Path) -> None:
    """What SQLite does by itself once its log is a thousand pages long."""
    with closing(sqlite3.connect(folder / "langnghe.db")) as other:
        other.execute("PRAGMA wal_checkpoint(PASSIVE)")


def cuts(
    platter: Platter,
    events: Sequence[Event],
    moments: Sequence[int],
    fate: Callable[[], Fate],
    folder: Path,
) -> Iterator[Cut]:
    """What each of these moments would have left, one after the other."""
    done = 0
    for moment in sorted(moments):
        platter.follow(events[done:moment])
        done = moment
        notes = [event.what for event in events[:moment] if isinstance(event, Noted)]
        left = platter.cut(fate(), folder / f"cut {moment}")
        yield Cut(left, *promised(notes))
        shutil.rmtree(left)


def promised(notes: Sequence[object]) -> tuple[list[Batch], list[Heard]]:
    """The batches that were acknowledged, and what was said."""
    return (
        [one for one in notes if isinstance(one, list)],
        [one for one in notes if isinstance(one, tuple)],
    )


async def survives(cut: Cut, undisturbed: list[str]) -> None:
    """Nothing promised is lost, nothing is half done, and all of it comes to its end."""
    await cut.goes_on()

    assert await cut.lost() == set()
    assert await cut.is_sound()
    told = [*cut.heard, *cut.ears.heard]
    for chat in CHATS:
        assert of_chat(told, chat) in allowed(of_chat(cut.heard, chat), undisturbed)
    asked = await ask(cut.url, "SELECT address, number FROM questions ORDER BY number")
    assert [number for _, number in asked] == [f"TV-{n:04}" for n in range(1, len(CHATS) + 1)]
    assert {(f"chat:{chat}", *number_told(told, chat)) for chat in CHATS} == set(asked)
    seats = "SELECT COUNT(*), COUNT(DISTINCT household) FROM seats"
    assert await ask(cut.url, seats) == [(len(CHATS), len(CHATS))]
    assert await ask(cut.url, "SELECT COUNT(*) FROM history") == [(len(CHATS),)]
    assert await ask(cut.url, "SELECT id FROM holding UNION SELECT id FROM drafts") == []


@pytest.mark.parametrize("many", RUNS)
async def test_a_power_cut_loses_nothing_that_was_acknowledged(
    first: Path, chance: random.Random, undisturbed: list[str], many: int
) -> None:
    platter, events = await everybody_asks(first)
    moments = chance.sample(range(len(events)), many)
    for cut in cuts(platter, events, moments, lambda: Fate.power_cut(chance), first):
        await survives(cut, undisturbed)


@pytest.mark.parametrize("many", RUNS)
async def test_a_kill_between_any_two_writes_loses_nothing_that_was_acknowledged(
    first: Path, chance: random.Random, undisturbed: list[str], many: int
) -> None:
    platter, events = await everybody_asks(first)
    moments = chance.sample(range(len(events)), many)
    for cut in cuts(platter, events, moments, lambda: KEPT, first):
        await survives(cut, undisturbed)


async def test_on_a_disk_that_only_says_it_has_flushed_acknowledged_messages_are_lost(
    first: Path, chance: random.Random
) -> None:
    """The control: these tests can see a loss."""
    platter, events = await everybody_asks(first)
    nothing = Fate(chance, luck=0.0)
    lies = [event for event in events if not isinstance(event, Flushed)]

    for cut in cuts(platter, lies, [len(lies)], lambda: nothing, first):
        assert len(await cut.lost()) == len(CHATS) * len(WORDS)


@pytest.mark.parametrize(
    "many", [pytest.param(6, id="6 cuts"), pytest.param(150, id="150 cuts", marks=pytest.mark.soak)]
)
async def test_a_first_start_that_is_cut_off_is_simply_begun_again(
    tmp_path: Path, chance: random.Random, undisturbed: list[str], many: int
) -> None:
    disk = Disk(tmp_path)
    with disk.plugged_in():
        async with begun(settings_of(tmp_path), ManualClock(), Ears()):
            pass
    moments = chance.sample(range(len(disk.events)), many)
    for fate in (lambda: Fate.power_cut(chance), lambda: KEPT):
        for cut in cuts(Platter({}), disk.events, moments, fate, tmp_path):
            async with begun(cut.settings, ManualClock(), cut.ears) as talk:
                await live(talk, batches(CHATS[:1]))
            assert of_chat(cut.ears.heard, CHATS[0]) == undisturbed
