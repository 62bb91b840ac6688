"""Limits hold in whatever second or minute one looks, and leave no time unused."""

import math
import pickle
import random
from collections.abc import Sequence

import pytest

from bot.channels.base import Limits
from bot.outbox.pace import Pace

TELEGRAM = Limits(per_second=30, per_chat_second=1, per_group_minute=20)


def most_in_any(times: Sequence[float], seconds: float) -> int:
    """The most that fell into one window, wherever it begins."""
    return max(
        sum(start <= at < start + seconds for at in times[index:])
        for index, start in enumerate(times)
    )


def goes(pace: Pace, at: float, *, reply: bool = False) -> None:
    """A message that is answered the moment it leaves."""
    pace.leaves(at, reply=reply)
    pace.answered(at, took=0.0)


def broadcast(
    pace: Pace, until: float, grain: float = 0.001, late: float = 0.0, since: float = 0.0
) -> list[float]:
    """When messages that can wait go, by a loop that sleeps as long as it is told to."""
    now, times, chance = since, [], random.Random(7)
    while now < until:
        for _ in range(pace.spare(now)):
            goes(pace, now)
            times.append(now)
        now += max(grain, pace.wait(now)) + chance.random() * late
    return times


def test_a_broadcast_uses_nearly_all_of_the_limit_and_never_more() -> None:
    times = broadcast(Pace(TELEGRAM), until=20)

    assert most_in_any(times, 1.0) <= 30
    assert len(times) / 20 >= 0.965 * 30


def test_a_loop_that_is_always_a_little_late_still_uses_nearly_all_of_it() -> None:
    times = broadcast(Pace(TELEGRAM), until=20, late=0.005)

    assert most_in_any(times, 1.0) <= 30
    assert len(times) / 20 >= 0.96 * 30


def test_a_rate_that_no_timer_can_follow_is_reached_by_catching_up() -> None:
    times = broadcast(Pace(Limits(per_second=1000)), until=3, grain=0.002, late=0.003)

    assert most_in_any(times, 1.0) <= 1000
    assert len(times) / 3 >= 0.97 * 1000


def test_a_long_silence_is_not_saved_up() -> None:
    pace = Pace(TELEGRAM)

    assert pace.spare(1e6) <= 2


def test_replies_use_what_a_broadcast_leaves_and_the_broadcast_pays_for_it() -> None:
    pace = Pace(TELEGRAM)
    now, both, replies = 0.0, [], 0
    while now < 10:
        if round(now * 1000) % 200 == 0 and pace.room(now):
            goes(pace, now)
            both.append(now)
            replies += 1
        for _ in range(pace.spare(now)):
            goes(pace, now)
            both.append(now)
        now = round(now + 0.001, 3)

    assert replies >= 49, "one every 200 ms: each found room at once"
    assert most_in_any(both, 1.0) <= 30
    assert len(both) / 10 >= 0.96 * 30


def beside_replies(pace: Pace, rate: float, seconds: float, seed: int) -> tuple[list[float], int]:
    """How long each reply waits, at ``rate`` a second by chance; and what else left meanwhile."""
    chance, waits, others = random.Random(seed), [], 0
    now, comes = 0.0, chance.expovariate(rate)
    while now < seconds:
        while comes <= now and pace.room(now):
            goes(pace, now, reply=True)
            waits.append(now - comes)
            comes += chance.expovariate(rate)
        if comes > now:
            for _ in range(pace.spare(now)):
                goes(pace, now)
                others += 1
        now = round(now + 0.002, 3)
    return waits, others


@pytest.mark.parametrize("rate", [1, 2, 5, 8])
def test_replies_that_come_by_chance_hardly_ever_wait_beside_a_broadcast(rate: float) -> None:
    waits, others = beside_replies(Pace(TELEGRAM), rate, seconds=120, seed=7)

    at_once = sum(wait <= 0.002 for wait in waits)
    assert at_once >= 0.99 * len(waits)
    assert others / 120 >= 30 - rate - 4, "the broadcast leaves a little room, and no more"


def test_when_nobody_writes_any_more_the_broadcast_has_it_all_again() -> None:
    pace = Pace(TELEGRAM)
    beside_replies(pace, 5, seconds=20, seed=7)

    times = broadcast(pace, until=140.0, since=120.0)

    assert len(times) / 20 >= 0.965 * 30


def test_a_burst_of_replies_goes_at_once_up_to_the_limit_and_then_waits_its_second() -> None:
    pace = Pace(TELEGRAM)
    for _ in range(30):
        assert pace.room(5.0) > 0
        goes(pace, 5.0)

    assert pace.room(5.0) == 0
    assert pace.wait(5.0) == pytest.approx(1.001)
    assert pace.room(6.002) == 30


@pytest.mark.parametrize("seed", range(20))
def test_no_second_ever_holds_more_than_the_limit(seed: int) -> None:
    chance = random.Random(seed)
    pace, now, times = Pace(TELEGRAM), 0.0, []
    for _ in range(2000):
        now += chance.choice([0.0, 0.0, 0.001, 0.03, 0.5]) * chance.random()
        if (pace.room if chance.random() < 0.5 else pace.spare)(now):
            goes(pace, now)
            times.append(now)

    assert most_in_any(times, 1.0) <= 30


def as_counted(
    pace: Pace, seed: int, quick: float, slow: float, late: float
) -> tuple[list[float], float]:
    """When the other end counts what leaves as fast as it may, in ten seconds: out and back a road
    takes from ``quick`` to ``slow`` each, and now and then this program stands still, up to
    ``late``. And how many a second.
    """
    chance, counted, back = random.Random(seed), [], list[tuple[float, float]]()
    now = 0.0
    while now < 10:
        for answered, left in sorted(one for one in back if one[0] <= now):
            pace.answered(now, now - left)
            back.remove((answered, left))
        for _ in range(pace.room(now)):
            pace.leaves(now)
            arrives = now + chance.uniform(quick, slow)
            counted.append(arrives)
            back.append((arrives + chance.uniform(quick, slow), now))
        now += 0.001 + (late * chance.random() if chance.random() < 0.01 else 0.0)
    return sorted(counted), len(counted) / 10


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(
    ("quick", "slow", "late", "least"),
    [
        pytest.param(0.001, 0.002, 0.0, 29, id="near"),
        pytest.param(0.1, 0.102, 0.0, 29, id="far"),
        pytest.param(0.02, 0.3, 0.0, 20, id="over a road that is now quick and now slow"),
        pytest.param(0.001, 0.002, 0.7, 20, id="by a program that stands still now and then"),
        pytest.param(0.02, 0.3, 0.7, 15, id="both"),
    ],
)
def test_the_other_end_never_counts_more_than_the_limit(
    seed: int, quick: float, slow: float, late: float, least: float
) -> None:
    counted, rate = as_counted(Pace(TELEGRAM), seed, quick, slow, late)

    assert most_in_any(counted, 1.0) <= 30
    assert rate >= least


def test_what_is_not_answered_yet_keeps_its_place() -> None:
    pace = Pace(TELEGRAM)
    for _ in range(30):
        pace.leaves(5.0)

    assert pace.room(60.0) == 0
    assert pace.wait(60.0) == math.inf, "until one of them is answered"

    pace.answered(60.0, took=55.0)

    assert pace.wait(60.0) < 1.1


def answers_after(pace: Pace, took: float, since: float) -> float:
    """Two hundred messages over a road as long; returns the moment of the last answer."""
    for number in range(200):
        pace.leaves(since + number)
        pace.answered(since + number + took, took)
    return since + 199 + took


def test_a_place_is_free_a_second_after_the_answer_less_nearly_all_of_the_road() -> None:
    pace = Pace(TELEGRAM)
    last = answers_after(pace, 0.2, since=5)

    assert pace.room(last + 0.81) == 29
    assert pace.room(last + 0.83) == 30


def test_a_road_of_which_little_is_known_does_not_count() -> None:
    pace = Pace(TELEGRAM)
    pace.leaves(5)
    pace.answered(5.2, took=0.2)

    assert pace.room(6.19) == 29


def test_a_failure_that_reached_nobody_says_nothing_of_the_road() -> None:
    pace = Pace(TELEGRAM)
    last = answers_after(pace, 0.2, since=5)
    pace.leaves(last - 0.01)
    pace.answered(last - 0.01)

    assert pace.room(last + 0.83) == 30


def test_a_road_that_has_become_longer_is_believed_after_a_while() -> None:
    pace = Pace(TELEGRAM)
    last = answers_after(pace, 0.01, since=5)
    last = answers_after(pace, 0.4, since=last + 1)

    assert pace.room(last + 0.7) == 30


def test_a_chat_is_written_to_once_a_second_counted_from_the_answer() -> None:
    pace = Pace(TELEGRAM)
    assert pace.free_at("lan", 5.0, group=False) == 5.0

    pace.arrived("lan", 5.2, group=False)

    assert pace.free_at("lan", 5.3, group=False) == 6.2
    assert pace.free_at("minh", 5.3, group=False) == 5.3


def test_a_group_is_written_to_twenty_times_in_any_minute() -> None:
    pace, now, times = Pace(TELEGRAM), 0.0, []
    while now < 200:
        now = pace.free_at("-100", now, group=True)
        pace.arrived("-100", now, group=True)
        times.append(now)

    assert most_in_any(times, 60.0) == 20
    assert most_in_any(times, 1.0) == 1


def test_a_limit_below_one_is_one_in_a_longer_time() -> None:
    times = broadcast(Pace(Limits(per_second=0.5)), until=21)

    assert most_in_any(times, 2.0) == 1
    assert len(times) >= 9


def test_without_limits_nothing_waits() -> None:
    pace = Pace(Limits(per_second=math.inf, per_chat_second=math.inf, per_group_minute=math.inf))
    for _ in range(1000):
        goes(pace, 5.0)
        pace.arrived("-100", 5.0, group=True)

    assert (pace.room(5.0) > 1000, pace.spare(5.0) > 1000, pace.wait(5.0)) == (True, True, 0.0)
    assert pace.free_at("-100", 5.0, group=True) == 5.0


def test_chats_that_may_be_written_to_again_are_not_remembered_for_ever() -> None:
    def remembered(chats: int) -> int:
        """How many bytes, once so many chats were written to, one a second."""
        pace = Pace(TELEGRAM)
        for number in range(chats):
            pace.arrived(f"chat {number}", float(number), group=number % 2 == 0)
        return len(pickle.dumps(pace))

    assert remembered(10_001) < remembered(200)
