"""Killed without warning, at any moment: nothing is lost, and what repeats was on its way.

``make test`` runs a few kills. ``make soak`` kills two hundred times while 100,000 messages go out
at three speeds, and two hundred times while 25,000 come in. Each run prints its seed, and how long
it took after a kill until something was heard again; ``LANGNGHE_SEED`` repeats one.
"""

import json
import math
import multiprocessing
import os
import random
import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest

from bot.domain.messages import Outgoing
from storage import addresses, broadcasts, people
from storage.broadcasts import Circle, To
from storage.database import Tx
from storage.sqlite import Sqlite
from tests.soak.loopback import MORNING, Road, Town, live

#: How often it is asked, in seconds, whether all is done where nothing is heard any more.
LOOK_AGAIN = 1.0

#: What the settings allow to be on its way at once.
IN_FLIGHT = 32

#: Until an answer is written down, in seconds: others are waited for, then the disk.
WRITING = 0.02

#: How long one life may take to do something, in seconds, and the last one to do all the rest.
PATIENCE, ALL_THE_REST = 60.0, 900.0

#: The road to the platform, how long lives are, how many deaths, how many people to be told.
SPEEDS = [
    pytest.param(Road(math.inf, 0.02), 0.15, 3, 1_000, id="3 kills"),
    pytest.param(
        Road(29, 0.05), 2.0, 40, 2_400, id="40 kills at 29 a second", marks=pytest.mark.soak
    ),
    pytest.param(
        Road(200, 0.02), 1.4, 60, 17_600, id="60 kills at 200 a second", marks=pytest.mark.soak
    ),
    pytest.param(
        Road(math.inf, 0.005),
        0.8,
        100,
        80_000,
        id="100 kills at full speed",
        marks=pytest.mark.soak,
    ),
]

Context = multiprocessing.context.ForkServerContext


@dataclass
class Killing:
    """A town whose product dies again and again."""

    town: Town
    context: Context
    chance: random.Random
    road: Road = field(default_factory=Road)
    life: float = 0.15  #: at most so many seconds between a sign of life and the death
    begun: datetime = field(default_factory=lambda: datetime.now(UTC))
    deaths: list[int] = field(default_factory=list)  #: how much had been heard at each
    silences: list[float] = field(
        default_factory=list
    )  #: seconds from each start to a sign of life

    def until(self, done: Callable[[], bool], kills: int) -> None:
        """Let the product live and die ``kills`` times, then live until ``done``."""
        for _ in range(kills):
            self._live(self._moment(done), every=0.001)
            self.deaths.append(len(self.town.heard_lines()))
        end = time.monotonic() + ALL_THE_REST
        self._live(lambda: done() or time.monotonic() > end, every=0.2)
        assert done(), f"not done after {ALL_THE_REST} s"

    def _moment(self, done: Callable[[], bool]) -> Callable[[], bool]:
        """A moment shortly after something was heard, or every other time also taken in.

        A machine may be so quick that a life has nothing left to do: it dies idle.
        """
        sign = self.chance.choice((self._heard, self._progress))
        before, wait = sign(), self.chance.uniform(0.0, self.life)
        start = time.monotonic()
        seen, end, look = 0.0, start + PATIENCE, start + LOOK_AGAIN

        def come() -> bool:
            nonlocal seen, look
            now = time.monotonic()
            if not seen and sign() != before:
                seen = now
                self.silences.append(seen - start)
            if not seen and now >= look:
                look = now + LOOK_AGAIN
                return done()
            assert now < end, "nothing happens any more, and not all is done"
            return bool(seen) and now >= seen + wait

        return come

    def _heard(self) -> tuple[int, str]:
        heard = self.town.heard
        return heard.stat().st_size if heard.exists() else 0, ""

    def _progress(self) -> tuple[int, str]:
        taken = self.town.acknowledged
        return self._heard()[0], taken.read_text() if taken.exists() else ""

    def _live(self, over: Callable[[], bool], every: float) -> None:
        arguments = (str(self.town.folder), self.begun.isoformat(), self.road)
        process = self.context.Process(target=live, args=arguments)
        process.start()
        try:
            while process.is_alive() and not over():
                time.sleep(every)
            assert process.is_alive(), "the product died by itself"
        finally:
            process.kill()
            process.join()

    def repeats(self) -> list[Counter[str]]:
        """For each death: which chats heard something again that was on its way then, how often.

        A life may be too short to say all of it again: the next ones do.
        """
        heard = self.town.heard_lines()
        found, last, start = [Counter[str]() for _ in self.deaths], dict[tuple[str, str], int](), 0
        for life, end in enumerate((*self.deaths, len(heard))):
            said = heard[start:end]
            assert len(set(said)) == len(said), "something was said twice without a death"
            for one in said:
                if one in last:
                    found[last[one]][one[0]] += 1
                last[one] = life
            start = end
        return found

    def look(self, question: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.town.database)) as connection:
            return connection.execute(question).fetchall()


@pytest.fixture(scope="module")
def context() -> Context:
    """Processes start from one that has imported the product already."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["tests.soak.loopback"])
    return made


@pytest.fixture
def killing(tmp_path: Path, migrated: Path, context: Context) -> Killing:
    seed = os.environ.get("LANGNGHE_SEED") or str(random.SystemRandom().randrange(10**6))
    print(f"LANGNGHE_SEED={seed}")  # noqa: T201 - shown when the test fails
    town = Town(tmp_path)
    shutil.copy(migrated, town.database)
    town.arrivals.touch()
    return Killing(town, context, random.Random(seed))


async def _residents(tx: Tx, many: int, ward: str) -> list[int]:
    """People who have consented and live in a ward, each with a chat."""
    made = []
    for number in range(many):
        person = await people.make(tx, "vi", MORNING)
        await people.save(tx, replace(person, ward=ward))
        await people.consent(tx, person.id, 1, MORNING)
        await addresses.put(tx, f"loop:{number}", MORNING, person=person.id)
        made.append(person.id)
    return made


def _tell(killing: Killing, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures, asserted nowhere: from a start to a sign of life is the time of this machine.

    How long a start takes is measured by ``make bench`` (P21). That a new life waits for nothing
    else, no lease and no pause, is held on a clock that stands still
    (``tests/bot/outbox/test_order.py``).
    """
    waits, again = killing.silences, [one.total() for one in killing.repeats()]
    with capsys.disabled():
        print(  # noqa: T201
            f"\n{len(waits)} kills: {sum(again)} messages came again, at most {max(again)} a kill; "
            f"from a start to a sign of life {median(waits):.2f} s, at most {max(waits):.2f} s"
        )


def _held_within_bounds(killing: Killing) -> None:
    for repeated in killing.repeats():
        assert sum(repeated.values()) <= IN_FLIGHT, "more repeated than was on its way"
        assert max(repeated.values(), default=0) <= 1, "a chat heard two things again"


@pytest.mark.parametrize(("road", "life", "kills", "many"), SPEEDS)
async def test_promise_4_a_broadcast_survives_kills(
    killing: Killing,
    capsys: pytest.CaptureFixture[str],
    road: Road,
    life: float,
    kills: int,
    many: int,
) -> None:
    killing.road, killing.life = road, life
    database = await Sqlite.open(killing.town.database)
    async with database.transaction() as tx:
        for person in await _residents(tx, many, "p1"):
            await broadcasts.subscribe(tx, person, "p1", MORNING)
        texts = {"vi": Outgoing(text="Bản tin")}
        await broadcasts.make(tx, Circle(to=To.FOLLOWERS, ward="p1"), texts=texts, now=MORNING)
    await database.close()

    def done() -> bool:
        open_rows = "SELECT COUNT(*) FROM outbox WHERE state <> 'sent'"
        said = "SELECT COUNT(*) FROM outbox WHERE state = 'sent'"
        return killing.look(open_rows) == [(0,)] and killing.look(said) == [(many,)]

    killing.until(done, kills)

    _tell(killing, capsys)
    assert {chat for chat, _ in killing.town.heard_lines()} == {str(n) for n in range(many)}
    _held_within_bounds(killing)
    if road.rate == 29:
        again = [one.total() for one in killing.repeats()]
        assert max(again) <= math.ceil(road.rate * (road.round_trip + WRITING)) + 1
        assert sum(again) <= 2 * kills


@pytest.mark.parametrize(
    ("road", "life", "kills", "many"),
    [
        pytest.param(Road(math.inf, 0.02), 0.15, 3, 400, id="3 kills"),
        pytest.param(
            Road(math.inf, 0.02), 0.5, 200, 12_500, id="200 kills", marks=pytest.mark.soak
        ),
    ],
)
async def test_promise_1_an_intake_survives_kills(
    killing: Killing,
    capsys: pytest.CaptureFixture[str],
    road: Road,
    life: float,
    kills: int,
    many: int,
) -> None:
    killing.road, killing.life = road, life
    database = await Sqlite.open(killing.town.database)
    async with database.transaction() as tx:
        await _residents(tx, many, "p1")
    await database.close()
    words = [
        {"id": f"{step}/{n}", "chat": str(n), "text": text}
        for step, text in (
            ("ask", "Tôi xin vay vốn hộ nghèo để nuôi bò được không?"),
            ("send", "1"),
        )
        for n in range(many)
    ]
    again = killing.chance.sample(words, many // 5)  # the platform says some things twice
    lines = [json.dumps(one) + "\n" for one in (*words[:many], *words[many:], *again)]
    killing.town.arrivals.write_text("".join(lines))

    def done() -> bool:
        taken = killing.town.acknowledged
        return (
            taken.exists()
            and int(taken.read_text()) == len(lines)
            and killing.look("SELECT COUNT(*) FROM inbox WHERE state <> 'done'") == [(0,)]
            and killing.look("SELECT COUNT(*) FROM outbox WHERE state <> 'sent'") == [(0,)]
        )

    killing.until(done, kills)

    _tell(killing, capsys)
    _each_asked_once(killing, many, len(words))
    _held_within_bounds(killing)


def _each_asked_once(killing: Killing, many: int, messages: int) -> None:
    """Every message is worked on once, every question is filed once and answered once."""
    look = killing.look
    assert look("SELECT COUNT(*), COUNT(DISTINCT external_id) FROM inbox") == [(messages,) * 2]
    numbers = sorted(f"TV-{number:04}" for number in range(1, many + 1))
    assert look("SELECT number FROM questions ORDER BY number") == [(one,) for one in numbers]
    assert look("SELECT COUNT(DISTINCT asker) FROM questions") == [(many,)]
    assert (
        look("SELECT question, COUNT(*) FROM history GROUP BY question HAVING COUNT(*) > 1") == []
    )
    assert look("SELECT COUNT(*) FROM history") == [(many,)]
    assert look("SELECT id FROM drafts") == [], "no half-filed question"
    assert look("SELECT id FROM holding") == []
    said = look("SELECT address, COUNT(*) FROM outbox GROUP BY address")
    assert {count for _, count in said} == {2}, "each of the two messages is answered once"
    answers = Counter(chat for chat, _ in set(killing.town.heard_lines()))
    assert answers == Counter({str(n): 2 for n in range(many)})
