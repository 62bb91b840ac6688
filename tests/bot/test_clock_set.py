"""Somebody sets the clock on the wall, forward or back: no limit is exceeded, nothing waits longer.

Limits, pauses, leases and waits are spans of time. Only what is due at an hour follows the wall.
"""

import asyncio
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Limits
from bot.domain.errors import TryLater
from storage import outbox
from storage.database import Database
from storage.outbox import Priority
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.spine import Line, Post, post, put

LIMITS = Limits(per_second=10, per_chat_second=1, per_group_minute=20)

#: By how many seconds people set clocks.
STEPS = [-86400, -3600, -61, -5, 5, 61, 3600, 86400]

Event = tuple[str, float]

EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("passes"), st.floats(0.0, 1.5)),
        st.tuples(st.just("is set"), st.sampled_from(STEPS)),
        st.tuples(st.just("replies"), st.integers(1, 12)),
        st.tuples(st.just("copies"), st.integers(1, 12)),
    ),
    min_size=1,
    max_size=10,
)


async def happen(events: list[Event], file: Path) -> Line:
    """A delivery lives through it and then through what it takes to say all; what was said."""
    clock = ManualClock()
    line = Line(clock, LIMITS)
    database = await Sqlite.open(file)
    sending = post(database, clock, line)
    for what, many in events:
        match what:
            case "passes":
                await sending.run_for(many)
            case "is set":
                clock.set(seconds=many)
            case _:
                priority = Priority.REPLY if what == "replies" else Priority.BROADCAST
                async with sending.works.begin() as work:
                    for chat in range(int(many)):
                        await put(work, f"line:chat {chat}", what, priority)
    for _ in range(30):
        if await is_said(sending):
            break
        await sending.run_for(1)
    await database.close()
    return line


async def is_said(sending: Post) -> bool:
    async with sending.works.database.reading() as tx:
        return not await outbox.backlog(tx)


def most_in_any_second(times: list[float]) -> int:
    return max((sum(start <= at < start + 1 for at in times) for start in times), default=0)


@pytest.mark.parametrize("examples", [25, pytest.param(500, id="500 days", marks=pytest.mark.soak)])
def test_limits_hold_and_all_is_said_in_time_however_the_clock_is_set(
    migrated: Path, examples: int
) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(events=EVENTS)
    def holds(events: list[Event]) -> None:
        with TemporaryDirectory() as folder:
            line = asyncio.run(happen(events, Path(shutil.copy(migrated, folder))))

        assert most_in_any_second(line.times) <= LIMITS.per_second
        for chat in {chat for chat, _ in line.said}:
            own = [at for (one, _), at in zip(line.said, line.times, strict=True) if one == chat]
            assert most_in_any_second(own) <= 1
        asked = [many for what, many in events if what in ("replies", "copies")]
        assert len(line.said) == sum(asked)

    holds()


@pytest.fixture
def sending(database: Database, clock: ManualClock) -> Post:
    return post(database, clock, Line(clock, LIMITS))


@pytest.mark.parametrize("step", STEPS)
async def test_a_pause_that_a_platform_asks_for_lasts_as_long_as_it_said(
    sending: Post, step: float
) -> None:
    sending.line.fails("lan", TryLater("flood", after=30, whole_channel=True))
    await sending.put("lan", "một")
    await sending.settle()

    sending.clock.set(seconds=step)
    await sending.put("minh", "hai")
    await sending.run_for(29)
    assert sending.line.said == []
    await sending.run_for(2)

    assert sorted(sending.line.said) == [("lan", "một"), ("minh", "hai")]


@pytest.mark.parametrize("step", STEPS)
async def test_what_is_on_its_way_when_the_clock_is_set_is_not_sent_again(
    sending: Post, step: float
) -> None:
    sending.line.holds = asyncio.Event()
    await sending.put("lan", "một")
    await sending.delivery.step()

    sending.clock.set(seconds=step)
    for _ in range(10):
        await sending.delivery.step()
        await sending.clock.move(seconds=1)
    sending.line.holds.set()
    await sending.run_for(70)

    assert sending.line.said == [("lan", "một")]


@pytest.mark.parametrize("step", STEPS)
async def test_what_is_tried_again_waits_as_long_as_before(sending: Post, step: float) -> None:
    sending.line.fails("lan", TryLater("down"), TryLater("down"), TryLater("down"))
    await sending.put("lan", "một")
    await sending.settle()

    sending.clock.set(seconds=step)
    await sending.run_for(6)

    assert sending.line.said == [("lan", "một")]
