"""A disk that was full: whoever runs the bot reads from when to when nothing could be stored."""

import asyncio
from dataclasses import dataclass

import pytest

from bot.domain.people import Role
from bot.lookout import EVERY, Lookout
from storage.database import Unavailable
from storage.sqlite import Sqlite
from tests.doubles.chat import Talk
from tests.doubles.moving import tell
from tests.stories.cast import official

TOLD = (
    "⚠️ Từ 10:00 thứ Tư 29/04 đến 10:05 thứ Tư 29/04 em không ghi được vào cơ sở dữ liệu nên "
    "không nhận được tin mới: tin nào đã nhận thì còn đủ, còn bà con nhắn lúc đó được mời gửi lại. "
    "Nay em ghi lại được rồi; anh chị xem giúp ổ đĩa của máy chủ còn đủ chỗ không."
)


@dataclass
class Disk:
    """The disk of the database, which is full at times."""

    talk: Talk
    lookout: Lookout
    url: str

    async def is_full(self, seconds: float, *, written_to: bool = True) -> None:
        """For so long; somebody writes at its beginning, if at all."""
        await self._fills(full=True)
        if written_to:
            with pytest.raises(Unavailable):
                await self.talk.app.intake.store(
                    [self.talk.person("lan").inbound(text="Sao lâu quá?")]
                )
        await self._passes(seconds)
        await self._fills(full=False)

    async def _fills(self, *, full: bool) -> None:
        database = self.talk.app.works.database
        if isinstance(database, Sqlite):
            await database.tune(f"PRAGMA query_only={'ON' if full else 'OFF'}")
            return
        for table in ("inbox", "alarms"):
            on = f"ON {table} EXECUTE FUNCTION no_room()"
            fills = f"CREATE TRIGGER no_room BEFORE INSERT OR UPDATE {on}"
            await tell(self.url, fills if full else f"DROP TRIGGER no_room ON {table}")

    async def has_room(self, seconds: float) -> None:
        await self._passes(seconds)
        await self.talk.settle()

    async def _passes(self, seconds: float) -> None:
        for _ in range(round(seconds / EVERY)):
            await self.talk.clock.move(seconds=EVERY)
            await self.lookout.look()


@pytest.fixture
async def disk(talk: Talk, url: str) -> Disk:
    if not url.startswith("sqlite:"):
        body = "$$BEGIN RAISE 'no room' USING ERRCODE = 'disk_full'; END$$"
        await tell(url, f"CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS {body}")
    return Disk(talk, Lookout(talk.app.works, []), url)


async def test_what_could_not_be_stored_is_told_once_it_can(disk: Disk) -> None:
    an = await official(disk.talk, "an", Role.ADMIN)

    await disk.is_full(298)
    await disk.has_room(60)
    assert an.news() == []
    await disk.has_room(EVERY)
    assert an.news() == [TOLD]
    await disk.has_room(7200)
    assert an.news() == []


async def test_a_program_that_starts_meanwhile_tells_it(disk: Disk) -> None:
    an = await official(disk.talk, "an", Role.ADMIN)

    await disk.is_full(298)
    await disk.has_room(30)
    disk.lookout = Lookout(disk.talk.app.works, [])
    await disk.has_room(60)

    assert an.news() == [TOLD]


@pytest.mark.parametrize(("seconds", "written_to"), [(6, True), (600, False)])
async def test_where_nobody_was_sent_away_or_only_for_a_moment_nothing_is_told(
    disk: Disk, seconds: float, written_to: bool
) -> None:
    an = await official(disk.talk, "an", Role.ADMIN)

    await disk.is_full(seconds, written_to=written_to)
    await disk.has_room(120)

    assert an.news() == []


async def test_a_disk_that_is_full_again_and_again_is_told_once_an_hour(disk: Disk) -> None:
    an = await official(disk.talk, "an", Role.ADMIN)

    told = []
    for _ in range(30):
        await disk.is_full(118)
        await disk.has_room(182)
        told += an.news()

    assert [words[:12] for words in told] == ["⚠️ Từ 10:00 ", "⚠️ Từ 10:05 ", "⚠️ Từ 11:05 "]


async def test_several_programs_tell_it_once(disk: Disk) -> None:
    an = await official(disk.talk, "an", Role.ADMIN)
    others = [Lookout(disk.talk.app.works, []) for _ in range(3)]

    await disk.is_full(298)
    await disk.has_room(90)
    await asyncio.gather(*(one.look() for one in others))
    await disk.talk.settle()

    assert an.news() == [TOLD]
