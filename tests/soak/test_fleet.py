"""Several programs on one PostgreSQL while one after the other is killed, frozen or cut off.

People write all the time, on Telegram and on the web, and a broadcast goes out as fast as the
limit allows. ``make test`` plays three mishaps of the program that sends and two of others beside
them, ``make soak`` one every ten seconds for ten minutes. A run prints its seed and for how long
nothing was said around each kind of mishap; ``LANGNGHE_SEED`` repeats one.
"""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from tests.doubles.postgres import Server
from tests.doubles.telegram import TelegramDouble, User
from tests.soak import crashes
from tests.soak.crashes import Heard
from tests.soak.crowd import Deliveries, asks, comes
from tests.soak.doors import Doors
from tests.soak.fleet import (
    CUT_OFF,
    DELIVERED,
    ENDED,
    FROZEN,
    KILLED,
    UNHEARD,
    Fleet,
    Mishap,
    fleet,
)
from tests.soak.ward import all_was_heard, broadcast, calm, move_in, nothing_is_missing, places

pytestmark = pytest.mark.postgres

#: What the settings allow to be on its way at once, and in one second.
IN_FLIGHT, LIMIT = 32, 30

#: As the platform counts it: by when it has read a message, whichever program sent it.
SECOND = 1.0

#: Until all is said after the last mishap, in seconds: far more than it should take.
PATIENCE = 900.0

TEXTS = ("Bản tin thứ nhất", "Bản tin thứ hai")


async def _mishaps(town: Fleet, kinds: Sequence[Sequence[str]]) -> None:
    """The first of each to the program that sends at that moment, the second to another one."""
    for what, *beside in kinds:
        victim = await town.a_sender()
        others = [await town.another(than=victim) for _ in beside]
        await asyncio.sleep(1)
        await town.strikes(what, victim)
        for more, other in zip(beside, others, strict=True):
            await town.strikes(more, other)
        await asyncio.sleep(1)
    await town.a_sender()


async def _mishap_every(town: Fleet, seconds: float, times: int, kinds: Sequence[str]) -> None:
    """One kind after the other, half of them to the one that sends; somebody is always there."""
    loop = asyncio.get_running_loop()
    for number in range(times):
        end = loop.time() + seconds
        open_ones = [one for one in town.programs if one.open]
        sender = await town.sender()
        victim = sender if sender in open_ones and town.chance.random() < 0.5 else None
        if len(open_ones) > 1:
            await town.strikes(kinds[number % len(kinds)], victim or town.chance.choice(open_ones))
        await asyncio.sleep(max(0.0, end - loop.time()))


async def _write(
    residents: Sequence[User], newcomers: int, doors: Doors, pause: float
) -> list[Counter[str]]:
    """One after the other people begin to write; returns the newcomers' pages at the end."""
    async with asyncio.TaskGroup() as tasks:
        pages = []
        for number, resident in enumerate(residents):
            tasks.create_task(asks(resident))
            if number < newcomers:
                pages.append(tasks.create_task(comes(doors)))
            await asyncio.sleep(pause)
    return [Counter(page.result()) for page in pages]


ASKED_FOR: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Who is there, and how many mishaps there are; without a number each kind once."""

    told: Mapping[str, str]  #: how the programs hear of what people write on Telegram
    programs: int
    askers: int
    newcomers: int
    followers: int
    mishaps: int = 0
    kinds: Sequence[str] = (KILLED, KILLED, ENDED, FROZEN, CUT_OFF, UNHEARD)


SMALL = Load(told=ASKED_FOR, programs=3, askers=8, newcomers=4, followers=110)
FULL = Load(told=DELIVERED, programs=4, askers=240, newcomers=120, followers=4000, mishaps=60)


@pytest.mark.parametrize(
    "load",
    [
        pytest.param(SMALL, id="5 mishaps"),
        pytest.param(FULL, id="60 mishaps, delivered", marks=pytest.mark.soak),
        pytest.param(
            replace(FULL, told=ASKED_FOR), id="60 mishaps, asked for", marks=pytest.mark.soak
        ),
        pytest.param(
            replace(FULL, kinds=(KILLED,)), id="60 kills, delivered", marks=pytest.mark.soak
        ),
    ],
)
async def test_several_programs_lose_nothing_and_keep_the_limit_whatever_befalls_them(
    server: Server,
    tmp_path: Path,
    chance: random.Random,
    capsys: pytest.CaptureFixture[str],
    load: Load,
) -> None:
    async with (
        TelegramDouble() as double,
        fleet(server, double, tmp_path, load.programs, chance, load.told) as town,
    ):
        known = [double.user(f"Resident {n}", started=True) for n in range(load.followers)]
        await move_in(town.url, places(known), datetime.now(UTC), follow=True)
        pages = await _live(town, double, known, load)
        questions, copies = load.askers + load.newcomers, len(TEXTS) * load.followers
        await nothing_is_missing(town.url, questions=questions, copies=copies)

    said = crashes.heard(double.calls)
    with capsys.disabled():
        print(_report(town, said))  # noqa: T201 - figures, asserted nowhere
    assert double.violations == []
    assert crashes.most_in(said, SECOND) <= LIMIT
    assert len(crashes.senders(said)) <= len(town.mishaps) + 1, "two sent at the same time"
    all_was_heard(said, known, TEXTS, known[: load.askers])
    _little_comes_again(said, pages, [one.at for one in town.mishaps if one.surprises])


async def _live(
    town: Fleet, double: TelegramDouble, known: Sequence[User], load: Load
) -> list[Counter[str]]:
    """People write and hear, programs come and go, until all is said.

    Returns what stands on the newcomers' pages.
    """
    doors, pause = Doors(town.programs), 2.0 if load.mishaps else 1.0
    double.hooks.held_back = True  # ``Deliveries`` knows the doors
    async with asyncio.TaskGroup() as tasks:
        bringing = Deliveries(double, doors).run(delivers=load.told is DELIVERED)
        delivering = tasks.create_task(bringing)
        await broadcast(town.url, *TEXTS)
        writing = tasks.create_task(_write(known[: load.askers], load.newcomers, doors, pause))
        if load.mishaps:
            await _mishap_every(town, 10.0, load.mishaps, load.kinds)
        else:
            await _mishaps(town, [(KILLED, CUT_OFF), (FROZEN, UNHEARD), (ENDED,)])
        await town.calms()
        await writing
        await calm(town.url, PATIENCE)
        delivering.cancel()
    return writing.result()


def _little_comes_again(
    said: Sequence[Heard], pages: Sequence[Counter[str]], surprises: Sequence[float]
) -> None:
    """What was on its way at a crash, one message a chat; on pages, which know no platform, too."""
    for repeated in crashes.repeats(said, surprises).values():
        assert sum(repeated.values()) <= IN_FLIGHT, "more came again than was on its way"
        assert max(repeated.values()) <= 1, "a chat heard two things again"
    again = [page.total() - len(page) for page in pages]
    assert sum(again) <= IN_FLIGHT * len(surprises)
    assert max(again) <= len(surprises)


def _report(town: Fleet, said: Sequence[Heard]) -> str:
    """For how long nothing was said around each mishap, and how much came again."""
    silences = defaultdict(list)
    for one in town.mishaps:
        silences[one.what, one.to_sender].append(_silence(one, said))
    lines = [
        f"  {what:<8} {'the sender' if to_sender else 'another':<11} {len(found):>3} times, "
        f"silence {median(found):5.1f} s, at most {max(found):5.1f} s"
        for (what, to_sender), found in sorted(silences.items())
    ]
    again = len(said) - len({(one.chat, one.words) for one in said})
    begins = [took for one in town.programs for took in one.begins_in]
    ends = [took for one in town.programs for took in one.ends_in]
    return "\n".join(
        [
            f"\n{len(said)} messages, {again} of them again, at most "
            f"{crashes.most_in(said, 1.0)} in a second; "
            f"a start took {median(begins):.1f} s, SIGTERM at most {max(ends):.1f} s",
            *lines,
        ]
    )


def _silence(mishap: Mishap, said: Sequence[Heard]) -> float:
    """The longest time without a message around a mishap."""
    times = [one.at for one in said if mishap.at - 2 < one.at < mishap.at + 40]
    begun = [(b - a) for a, b in pairwise(times) if a < mishap.at + 8]
    return max(begun, default=0.0)
