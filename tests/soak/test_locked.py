"""Other programs at the same SQLite file: writers, a reader that never ends, one that locks it.

``make test`` tries a few hundred messages, ``make soak`` tens of thousands.
"""

import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot import app
from bot.channels.base import Channel
from bot.config import Settings
from bot.domain.messages import Unreadable
from bot.work import Works
from storage import inbox
from storage.database import Unavailable
from storage.sqlite import Sqlite
from tests.conftest import begun
from tests.doubles.chat import Talk
from tests.doubles.clock import ManualClock
from tests.doubles.journey import Ears, batches, live, of_chat, settings_of
from tests.doubles.postgres import ask
from tests.stories.cast import LOAN

#: What other programs do, until they are stopped. Each says *here* once it has begun.
_WRITES = """
for n in itertools.count():
    file.execute("BEGIN IMMEDIATE")
    file.execute("INSERT INTO other_programs VALUES (1)")
    file.execute("COMMIT")
    if not n:
        print("here", flush=True)
    time.sleep(0.002)
"""
_READS = """
file.execute("BEGIN")
file.execute("SELECT * FROM inbox").fetchall()
print("here", flush=True)
time.sleep(600)
"""
_LOCKS = """
file.execute("BEGIN IMMEDIATE")
print("here", flush=True)
time.sleep({seconds})
file.execute("COMMIT")
"""

#: Somebody asks, and signs up for nothing: seats are few.
ASKS = ("/start", "Đồng ý", "Phường 7", "Khóm 3", LOAN, "Đúng rồi, gửi đi")

SMALL = pytest.param(2, id="168 messages")
FULL = pytest.param(500, id="42000 messages", marks=pytest.mark.soak)


@contextmanager
def other_program(does: str, folder: Path) -> Iterator[None]:
    """Another process at the file, from when it has begun until the block is left."""
    script = (
        "import itertools, sqlite3, sys, time\n"
        "file = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)\n"
        f"{does}"
    )
    command = [sys.executable, "-c", script, str(folder / "langnghe.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "here\n"
            yield
        finally:
            process.terminate()


def chats(number: int) -> list[str]:
    return [f"resident {number}.{n}" for n in range(14)]


@pytest.mark.parametrize("rounds", [SMALL, FULL])
async def test_beside_four_programs_that_write_and_one_that_reads_no_message_meets_trouble(
    first: Path, rounds: int
) -> None:
    table = sqlite3.connect(first / "langnghe.db")
    table.execute("CREATE TABLE other_programs (written INTEGER)")
    table.close()
    ears = Ears()
    async with begun(settings_of(first), ManualClock(), ears) as talk:
        with ExitStack() as others, capture_logs() as logs:
            for does in (_READS, *[_WRITES] * 4):
                others.enter_context(other_program(does, first))
            for number in range(rounds):
                await live(talk, batches(chats(number), ASKS))

    assert [one for one in logs if one["log_level"] in ("warning", "error")] == []
    told = Counter((chat, "TV-" in words) for chat, words in ears.heard)
    assert {told[chat, True] for number in range(rounds) for chat in chats(number)} == {1}
    assert len({told[chat, False] for chat, _ in told}) == 1, "everybody hears the same"
    [(written,)] = await ask(url_of(first), "SELECT COUNT(*) FROM other_programs")
    assert written > 4 * rounds


async def test_a_file_that_is_locked_for_a_moment_is_waited_for(
    first: Path, undisturbed: list[str]
) -> None:
    ears = Ears()
    async with begun(settings_of(first), ManualClock(), ears) as talk:
        with capture_logs() as logs:
            for batch in batches(["lan"]):
                with other_program(_LOCKS.format(seconds=0.1), first):
                    await live(talk, [batch])

    assert [one for one in logs if one["log_level"] in ("warning", "error")] == []
    assert of_chat(ears.heard, "lan") == undisturbed


async def test_while_a_file_stays_locked_nothing_is_taken_or_said_and_then_all_of_it(
    first: Path, undisturbed: list[str]
) -> None:
    ears = Ears()
    *earlier, waits, comes_again = batches(["lan"])
    database = await Sqlite.open(first / "langnghe.db", patience=0.05)
    talk = await talk_over(database, first, ears)
    talk.hands_nothing_over()  # or its turn would have begun as it was stored
    await live(talk, earlier)
    await talk.app.intake.store(waits)
    said = len(ears.heard)

    with other_program(_LOCKS.format(seconds=600), first):
        with pytest.raises(Unavailable, match="locked"):
            await talk.app.intake.store(comes_again)
        await talk.settle()
        assert len(ears.heard) == said
    await live(talk, [comes_again])
    await database.close()

    assert of_chat(ears.heard, "lan") == undisturbed


async def talk_over(database: Sqlite, folder: Path, ears: Ears) -> Talk:
    """The product over a database that is open already."""
    clock = ManualClock()

    def only(_settings: Settings, _works: Works) -> Sequence[Channel]:
        return [ears]

    made = await app.assemble(settings_of(folder), database, clock=clock, channels=only)
    return Talk(made, ears, clock)


async def test_a_log_that_a_reader_keeps_growing_shrinks_when_the_reader_has_gone(
    first: Path,
) -> None:
    database = await Sqlite.open(first / "langnghe.db")
    log = first / "langnghe.db-wal"

    async def arrives(name: str, size: int) -> None:
        arrival = Unreadable(channel="line", id=name, raw=bytes(size), why="a test")
        async with database.transaction() as tx:
            await inbox.store(tx, [arrival], ManualClock().now())

    with other_program(_READS, first):
        for number in range(40):
            await arrives(f"large {number}", 2 * 2**20)
        assert log.stat().st_size > 80 * 2**20
    for number in range(3):
        await arrives(f"small {number}", 100)
    size = log.stat().st_size
    await database.close()

    assert size <= 64 * 2**20
    assert await ask(url_of(first), "SELECT COUNT(*) FROM inbox") == [(43,)]


def url_of(folder: Path) -> str:
    return f"sqlite:///{folder}/langnghe.db"
