"""Files take no more room together than they may; who sends one more hears what to do."""

from datetime import timedelta

import pytest

from bot.domain.errors import Refused
from bot.domain.messages import Address, Attachment, Media
from bot.domain.rules import Rules
from bot.health import Finding, Health
from bot.services.files import fetching
from bot.services.slow import Task
from bot.work import Works
from storage import files
from storage.database import Database
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over

MB = 1024 * 1024
ADDRESS = Address("line", "tổ")
LIST = Attachment(media=Media.FILE, ref="r", name="danh sách.xlsx", size=10)


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    made = works_over(database, clock)
    return Works(
        database=database,
        clock=clock,
        voice=made.voice,
        cache=made.cache,
        rules=Rules(files_bytes=20 * MB),
    )


async def _keeps(works: Works, size: int, address: str = "") -> None:
    day = timedelta(days=1)
    async with works.begin() as work:
        await files.keep(
            work.tx, "a.pdf", bytes(size), now=work.now, for_how_long=day, address=address
        )


async def _sends(works: Works) -> Refused | None:
    """What an organiser hears who sends a list: nothing, where it is fetched."""
    try:
        async with works.begin() as work:
            person = await roster.somebody(work, "tổ")
            await fetching.bring(work, person, ADDRESS, LIST)
    except Refused as refused:
        return refused
    return None


async def _is_fetched(works: Works) -> None:
    """The job that an organiser's file has caused does its work."""

    async def one_byte(_channel: str, _ref: str) -> bytes:
        return b"1"

    async with works.begin() as work:
        person = await roster.somebody(work, "tổ")
    given = {"channel": "line", "ref": "r", "name": "a.pdf", "person": person.id, "most": MB}
    task = Task(id=1, works=works, address=str(ADDRESS), given=given, fetch=one_byte)
    ending = await fetching.fetch(task)
    async with works.begin() as work:
        await ending(work)


async def _held(works: Works) -> int:
    async with works.look() as work:
        return await files.held(work.tx)


async def test_where_all_files_take_what_they_may_no_more_are_fetched_until_some_have_gone(
    works: Works, clock: ManualClock
) -> None:
    await _keeps(works, 20 * MB)
    full = await _sends(works)
    await clock.move(days=1)
    async with works.begin() as work:
        await files.forget_expired(work.tx, work.now)

    assert full is not None
    assert full.key == "files-full"
    assert await _sends(works) is None


async def test_a_chat_has_twenty_files_a_day_fetched(works: Works, clock: ManualClock) -> None:
    for _ in range(fetching.A_DAY):
        await _is_fetched(works)

    many = await _sends(works)
    await clock.move(days=1)

    assert many is not None
    assert (many.key, many.args_for_text) == ("files-many", {"most": "20"})
    assert await _sends(works) is None


async def test_room_is_counted_in_and_out_to_the_byte(works: Works, clock: ManualClock) -> None:
    for size, address in ((3, "line:a"), (5, "line:b")):
        await _keeps(works, size, address)
    assert await _held(works) == 8

    async with works.begin() as work:
        await files.forget_from(work.tx, "line:b")
        fits = [await files.take_room(work.tx, size, 10) for size in (8, 7)]
    await clock.move(days=1)
    async with works.begin() as work:
        await files.forget_expired(work.tx, work.now)

    assert fits == [False, True]
    assert await _held(works) == 7


async def test_files_that_take_nearly_all_of_their_room_are_told_to_the_operator(
    works: Works,
) -> None:
    async def told() -> list[Finding]:
        return [one for one in await Health(works, {}).findings() if one.what == "files"]

    await _keeps(works, 18 * MB - 1)
    assert await told() == []
    await _keeps(works, 1)

    why = "18 of 20 MB; more room: [limits] files_total_mb"
    assert await told() == [Finding("files", 18, 0, ok=False, why=why)]
