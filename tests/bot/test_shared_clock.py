"""A clock on another's wall is read by asking: what is known of it, and for how long that holds."""

from datetime import datetime, timedelta

import pytest

from bot.clock import SharedClock
from tests.doubles.clock import Machine, ManualClock


def shown(clock: ManualClock, **later: float) -> datetime:
    """What the other wall shows now, or so much later."""
    return clock.now() + timedelta(**later)


@pytest.fixture
def shared(clock: ManualClock) -> SharedClock:
    """A machine whose own clock is a minute ahead of that one."""
    return SharedClock(Machine(clock, timedelta(seconds=60)))


def test_the_middle_of_the_asking_is_the_first_guess(
    shared: SharedClock, clock: ManualClock
) -> None:
    shared.read(shown(clock), asked=-0.4, answered=0.0)

    assert shared.now() == shown(clock, seconds=0.2)


async def test_between_two_readings_it_goes_by_the_steady_clock(
    shared: SharedClock, clock: ManualClock
) -> None:
    shared.read(shown(clock), asked=0.0, answered=0.0)

    await clock.move(seconds=90)

    assert shared.now() == clock.now()
    assert shared.machine_ahead == timedelta(seconds=60)


@pytest.mark.parametrize("late", [(-3.0, 0.0), (0.0, 3.0), (-1.5, 1.5)])
async def test_an_answer_that_took_long_does_not_move_it(
    shared: SharedClock, clock: ManualClock, late: tuple[float, float]
) -> None:
    shared.read(shown(clock), asked=0.0, answered=0.0)

    shared.read(shown(clock), *late)

    assert shared.now() == clock.now()


def test_a_quicker_answer_corrects_a_guess(shared: SharedClock, clock: ManualClock) -> None:
    shared.read(shown(clock), asked=-3.0, answered=0.0)

    shared.read(shown(clock), asked=-0.002, answered=0.0)

    assert shared.now() == shown(clock, milliseconds=1)


@pytest.mark.parametrize("step", [-86400, -5, 5, 86400])
def test_when_that_clock_is_set_it_steps_with_it_however_long_the_answer_took(
    shared: SharedClock, clock: ManualClock, step: float
) -> None:
    shared.read(shown(clock), asked=0.0, answered=0.0)

    shared.read(shown(clock, seconds=step), asked=-1.0, answered=1.0)

    assert shared.now() == shown(clock, seconds=step)
