"""Files beside everything else: found by a token, gone with their time or their owner."""

from datetime import timedelta

import pytest

from bot.domain.files import File
from storage import files
from storage.database import Database
from storage.portions import PORTION
from tests.doubles.clock import ManualClock

LIST = "Danh sách hộ phường 7.csv"
ROWS = "họ tên;phường\nThạch Thị Lan;7\n".encode()


async def _keep(
    database: Database, clock: ManualClock, *, days: int = 1, person: int | None = None
) -> File:
    async with database.transaction() as tx:
        return await files.keep(
            tx, LIST, ROWS, now=clock.now(), for_how_long=timedelta(days=days), person=person
        )


async def _from(database: Database, clock: ManualClock, address: str) -> File:
    file = files.named(LIST, ROWS)
    async with database.transaction() as tx:
        await files.put(
            tx, file, ROWS, now=clock.now(), for_how_long=timedelta(days=1), address=address
        )
    return file


async def _content(database: Database, clock: ManualClock, file: File) -> bytes | None:
    async with database.reading() as tx:
        return await files.content(tx, file.token, clock.now())


async def test_a_file_comes_back_as_it_was_put(database: Database, clock: ManualClock) -> None:
    every_byte = bytes(range(256)) * 40
    file = files.named("tất cả.bin", every_byte)
    async with database.transaction() as tx:
        await files.put(tx, file, every_byte, now=clock.now(), for_how_long=timedelta(days=1))

    async with database.reading() as tx:
        known = await files.get(tx, file.token, clock.now())
    assert known == File(token=file.token, name="tất cả.bin", size=10240)
    assert await _content(database, clock, file) == every_byte


async def test_two_files_of_one_name_are_two(database: Database, clock: ManualClock) -> None:
    first, second = await _keep(database, clock), await _keep(database, clock)

    assert first.token != second.token


def test_a_file_without_bytes_is_none() -> None:
    with pytest.raises(ValueError, match="empty"):
        files.named(LIST, b"")


async def test_a_file_is_there_for_its_time_and_not_longer(
    database: Database, clock: ManualClock
) -> None:
    file = await _keep(database, clock, days=1)
    await clock.move(days=1, seconds=-1)
    assert await _content(database, clock, file) == ROWS
    await clock.move(seconds=1)

    assert await _content(database, clock, file) is None
    async with database.transaction() as tx:
        assert await files.get(tx, file.token, clock.now()) is None
        assert await files.forget_expired(tx, clock.now()) == 1
        assert await files.forget_expired(tx, clock.now()) == 0


async def test_files_that_have_expired_go_a_few_at_a_time(
    database: Database, clock: ManualClock
) -> None:
    for _ in range(files.FEW + 1):
        await _keep(database, clock)
    await clock.move(days=1)

    async with database.transaction() as tx:
        gone = [await files.forget_expired(tx, clock.now()) for _ in range(3)]
    assert gone == [files.FEW, 1, 0]


async def test_a_file_that_is_needed_stays_longer_and_never_shorter(
    database: Database, clock: ManualClock
) -> None:
    file = await _keep(database, clock, days=2)
    async with database.transaction() as tx:
        await files.stay(tx, file.token, clock.now() + timedelta(days=1))
        await files.stay(tx, "unknown", clock.now() + timedelta(days=1))
    await clock.move(days=1)
    assert await _content(database, clock, file) == ROWS
    async with database.transaction() as tx:
        await files.stay(tx, file.token, clock.now() + timedelta(days=5))
    await clock.move(days=4)

    assert await _content(database, clock, file) == ROWS


async def test_files_go_with_their_person_and_with_their_chat(
    database: Database, clock: ManualClock
) -> None:
    lans, others = await _keep(database, clock, person=1), await _keep(database, clock, person=2)
    sent, elsewhere = await _from(database, clock, "web:a"), await _from(database, clock, "web:b")
    async with database.transaction() as tx:
        await files.forget_person(tx, 1)
        await files.forget_from(tx, "web:a")

    found = [await _content(database, clock, one) for one in (lans, others, sent, elsewhere)]
    assert found == [None, ROWS, None, ROWS]


async def test_how_many_files_came_from_a_chat_lately_is_known(
    database: Database, clock: ManualClock
) -> None:
    first = clock.now()
    await _from(database, clock, "web:a")
    await clock.move(hours=1)
    await _from(database, clock, "web:a")
    await _from(database, clock, "web:b")

    async with database.reading() as tx:
        told = [await files.nth_from(tx, "web:a", nth) for nth in (1, 2, 3)]
    assert told == [clock.now(), first, None]


async def _of_stranger(database: Database, clock: ManualClock, size: int) -> File:
    content = b"x" * size
    file = files.named("anh.jpg", content)
    async with database.transaction() as tx:
        await files.take_room(tx, size)
        await files.put(
            tx, file, content, now=clock.now(), for_how_long=timedelta(days=1), stranger=True
        )
    return file


async def _there(database: Database, clock: ManualClock, *known: File) -> list[bool]:
    return [await _content(database, clock, one) is not None for one in known]


async def test_the_oldest_files_of_strangers_make_room_for_newer_ones_of_theirs_alone(
    database: Database, clock: ManualClock
) -> None:
    own = await _keep(database, clock)
    first, second, third = [await _of_stranger(database, clock, 4) for _ in range(3)]

    async with database.transaction() as tx:
        fits = [await files.make_room(tx, size, 14) for size in (2, 3, 7)]
        kept = await files.held(tx)

    assert fits == [True, True, True]
    assert await _there(database, clock, own, first, second, third) == [True, False, False, True]
    assert kept == len(ROWS) + 4, "what they took is free again"


async def test_a_file_that_is_larger_than_the_room_of_strangers_is_not_taken(
    database: Database,
) -> None:
    async with database.transaction() as tx:
        assert [await files.make_room(tx, size, 14) for size in (14, 15)] == [True, False]


async def test_a_file_that_somebody_needs_for_longer_is_no_longer_a_strangers(
    database: Database, clock: ManualClock
) -> None:
    needed, other = [await _of_stranger(database, clock, 4) for _ in range(2)]
    async with database.transaction() as tx:
        await files.stay(tx, needed.token, clock.now() + timedelta(days=30))
        await files.make_room(tx, 4, 4)

    assert await _there(database, clock, needed, other) == [True, False]


async def test_strangers_have_no_more_files_than_a_portion_however_small(
    database: Database, clock: ManualClock
) -> None:
    kept = [await _of_stranger(database, clock, 1) for _ in range(PORTION)]
    async with database.transaction() as tx:
        assert await files.make_room(tx, 1, 10 * PORTION)

    assert await _there(database, clock, kept[0], kept[1], kept[-1]) == [False, True, True]
