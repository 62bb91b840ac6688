"""The program dies in the middle of a job, on both engines: what it comes to is kept once.

First before any one of its moves, as in ``test_deaths``; then a real process by SIGKILL and another
by SIGTERM, while Telegram keeps it waiting for the bytes of a file.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.messages import Address, Attachment, Inbound, Media
from bot.domain.people import Grant, Role
from storage import addresses, people
from tests.conftest import writing
from tests.doubles.clock import ManualClock
from tests.doubles.death import everything
from tests.doubles.journey import Ears, Heard, allowed, of_chat
from tests.doubles.moving import tell
from tests.doubles.postgres import BOTH, Server, ask
from tests.doubles.telegram import TelegramDouble, User
from tests.soak.programs import Program, around, settings
from tests.soak.test_deaths import Databases, Files, Ground, program, sizes
from tests.stories.cast import official

LIST = "họ tên;phường\nThạch Thị Lan;7\n".encode()

SENT = Inbound(
    address=Address("chat", "mai"),
    id="mai/file",
    sender="mai",
    at=ManualClock().now(),
    attachments=(Attachment(media=Media.FILE, ref="file-1", name="Biên bản.pdf"),),
)


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def ground(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Ground]:
    if engine == "sqlite":
        yield Files(tmp_path)
        return
    server: Server = request.getfixturevalue("server")
    databases = Databases(server)
    yield databases
    for name in databases.made:
        server.drop(name)


def _ears() -> Ears:
    ears = Ears()
    ears.files["file-1"] = LIST
    return ears


async def _whole(url: str, *arriving: Inbound, later: float = 0) -> tuple[list[Heard], int]:
    """A program that works until nothing is left to do; what it says, and in how many moves."""
    ears, clock = _ears(), ManualClock()
    await clock.move(seconds=later)
    async with program(url, ears, clock) as (talk, mortal):
        await talk.app.intake.store(arriving)
        await talk.settle()
        return ears.heard, mortal.moves


async def _dies(url: str, at: int, ground: Ground) -> tuple[str, list[Heard], bool]:
    """What a program leaves that dies before that move, and whether the file was stored."""
    ears, stored = _ears(), asyncio.Event()
    async with program(url, ears, ManualClock()) as (talk, mortal):
        mortal.dies_at = at

        async def lives() -> None:
            await talk.app.intake.store([SENT])
            stored.set()
            await talk.settle()

        life = asyncio.ensure_future(lives())
        dead = asyncio.ensure_future(mortal.dead.wait())
        await asyncio.wait((life, dead), return_when=asyncio.FIRST_COMPLETED)
        left = await ground.remains(url)
        await mortal.bury()
    return left, ears.heard, stored.is_set()


@pytest.mark.parametrize(
    "every", [pytest.param(4, id="some"), pytest.param(1, id="all", marks=pytest.mark.soak)]
)
async def test_a_job_is_done_once_in_effect_whenever_the_program_dies(
    url: str, ground: Ground, every: int
) -> None:
    async with program(url, _ears(), ManualClock()) as (talk, _):
        await official(talk, "mai", Role.ORGANISER)
    undisturbed, moves = await _whole(end := ground.copy(url), SENT)
    in_the_end = sizes(await everything(end))
    assert (in_the_end["files"], in_the_end["jobs"]) == (1, 0)

    for move in range(1, moves + 1, every):
        left, before, stored = await _dies(ground.copy(url), move, ground)
        after, _ = await _whole(left, *([] if stored else [SENT]), later=61)

        told = of_chat([*before, *after], "mai")
        assert told in allowed(of_chat(before, "mai"), of_chat(undisturbed, "mai")), move
        assert sizes(await everything(left)) == in_the_end, f"died before move {move}"


# --- real processes ------------------------------------------------------------------------------


async def _organiser(double: TelegramDouble, url: str) -> User:
    """Somebody who holds the role already, and has written once."""
    mai = double.user("Mai", started=True)
    async with writing(url) as tx:
        now = ManualClock().now()
        person = await people.make(tx, "vi", now)
        await addresses.put(tx, f"telegram:{mai.id}", now, person=person.id)
        await people.give_role(tx, person.id, Grant(Role.ORGANISER), None, now)
    return mai


@pytest.mark.parametrize("how", ["SIGKILL", "SIGTERM"])
async def test_a_process_that_ends_while_it_waits_for_a_file_leaves_it_to_the_next(
    url: str, tmp_path: Path, how: str
) -> None:
    async with TelegramDouble() as double:
        settings(tmp_path)
        one, two = (Program(n, tmp_path, around(double, n, url)) for n in ("one", "two"))
        mai = await _organiser(double, url)
        await one.begins()
        double.answers("getFile", times=None, hang=True)
        await mai.sends("document", LIST, file_name="Biên bản.pdf")
        await double.called("getFile", within=20)
        await (one.dies() if how == "SIGKILL" else one.ends())
        await tell(url, "UPDATE jobs SET lease_until = $1", [(0,)])  # twenty seconds later
        double.recovers("getFile")
        await two.begins()
        await mai.hears("Dạ em nhận tệp Biên bản.pdf (1 KB)", within=90)
        await two.ends()
        told = [words for words in mai.heard if words.startswith("Dạ em nhận tệp")]

    assert len(told) == 1
    assert await ask(url, "SELECT COUNT(*) FROM files") == [(1,)]
    assert await ask(url, "SELECT COUNT(*) FROM jobs") == [(0,)]
