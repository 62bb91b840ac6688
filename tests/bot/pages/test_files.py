"""The link to a file, for chats on platforms that carry none: of one person, on one device."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from bot.channels.base import Limits, degrade
from bot.domain.files import File
from bot.domain.messages import Outgoing
from bot.domain.people import Grant, Role
from storage import addresses, answers, audit, enclosures, files, outbox, people, questions
from tests.doubles.answers import Board
from tests.doubles.clock import ManualClock

CHAT = "plain:ba-sau"
HEAD = Grant(Role.HEAD, "nhcsxh")
SHEET = b"PK a sheet"
SOUND = b"\0\0\0\x18ftypM4A sound"

OLD = "Đường dẫn này không còn mở được nữa"
TAKEN = "Tệp này đã được tải trên một máy khác, nên ở đây không mở được"
EXPIRED = "Tệp quá ngày giữ nên em xóa rồi, hoặc lời trong tệp đã được xóa"


class Linked:
    """Somebody on a platform that carries no files, and what they are sent."""

    def __init__(self, town: Board) -> None:
        voice = replace(
            town.made.works.voice,
            carries=lambda _channel: False,
            fit=lambda _channel, message, link="", _first=1: degrade(
                message, Limits(files=False), link
            ),
        )
        self.town, self.works = town, replace(town.made.works, voice=voice)
        self.person = 0

    async def settles(self) -> None:
        async with self.works.begin() as work:
            self.person = (await people.make(work.tx, "vi", work.now)).id
            await people.give_role(work.tx, self.person, HEAD, None, work.now)
            await addresses.put(work.tx, CHAT, work.now, person=self.person)

    async def gets(self, file: File | None = None, chat: str = CHAT, **days: int) -> str:
        """Have a file sent to the chat; the path of its link, as it stands in the words."""
        async with self.works.begin() as work:
            kept = timedelta(**days or {"days": 9})
            file = file or await files.keep(
                work.tx, "bảng.xlsx", SHEET, now=work.now, for_how_long=kept
            )
            await work.send(chat, Outgoing(text="Dạ em gửi bảng.", file=file), reply=True)
            [parcel] = await outbox.claim(work.tx, "plain", work.now, 1)
        named = rf"{re.escape(file.name)} \(1 KB\): https?://[^/]+(/lay-tep/[\w-]{{32}})"
        found = re.search(named, parcel.payload)
        assert found, parcel.payload
        return found[1]


@pytest.fixture
async def linked(town: Board) -> Linked:
    made = Linked(town)
    await made.settles()
    return made


@asynccontextmanager
async def browser(linked: Linked) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(linked.town.site)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        yield client


def _said(answer: httpx.Response) -> tuple[int, str]:
    """The status, and the sentence under the title."""
    found = re.search(r"</h1>\s*<p>(.*?)\.? ?(?:Cô chú.*)?</p>", answer.text)
    return answer.status_code, found[1] if found else answer.text


async def test_one_press_brings_the_file_and_the_same_browser_gets_it_again(
    linked: Linked, lan: httpx.AsyncClient
) -> None:
    link = await linked.gets()

    saved = await lan.post(link)
    assert (saved.status_code, saved.content) == (200, SHEET)
    assert saved.headers["content-disposition"].startswith("attachment; ")
    assert (await lan.get(link)).status_code == 200
    assert (await lan.post(link)).content == SHEET


async def test_looking_uses_nothing_up_and_tells_nothing_about_the_file(
    linked: Linked, lan: httpx.AsyncClient
) -> None:
    """Chat platforms look at every link before anybody presses it."""
    link = await linked.gets()
    async with browser(linked) as platform:
        looked = await platform.get(link)

    assert (looked.status_code, "bảng" in looked.text) == (200, False)
    assert (await lan.post(link)).content == SHEET


async def test_a_link_that_was_opened_opens_on_no_other_device(
    linked: Linked, lan: httpx.AsyncClient
) -> None:
    link = await linked.gets()
    await lan.post(link)

    async with browser(linked) as other:
        assert _said(await other.get(link)) == (404, TAKEN)
        assert _said(await other.post(link)) == (404, TAKEN)


async def test_a_link_lapses_after_a_day_also_where_it_was_opened(
    linked: Linked, lan: httpx.AsyncClient, clock: ManualClock
) -> None:
    link = await linked.gets()
    await lan.post(link)
    await clock.move(hours=24)

    assert _said(await lan.get(link)) == (404, OLD)
    assert _said(await lan.post(link)) == (404, OLD)


async def test_a_file_that_is_gone_is_told_kindly(
    linked: Linked, lan: httpx.AsyncClient, clock: ManualClock
) -> None:
    link = await linked.gets(hours=1)
    await clock.move(hours=2)

    assert _said(await lan.post(link)) == (404, EXPIRED)


async def test_who_has_lost_a_role_since_opens_it_no_more(
    linked: Linked, lan: httpx.AsyncClient, clock: ManualClock
) -> None:
    link = await linked.gets()
    await lan.post(link)
    await clock.move(minutes=1)
    async with linked.works.begin() as work:
        await people.end_role(work.tx, linked.person, HEAD, work.now)

    assert _said(await lan.post(link)) == (404, OLD)


async def test_a_chat_that_belongs_to_somebody_else_by_now_opens_nothing(
    linked: Linked, lan: httpx.AsyncClient
) -> None:
    link = await linked.gets()
    async with linked.works.begin() as work:
        await people.erase(work.tx, linked.person, work.now)
        await addresses.move(work.tx, CHAT, "plain:another")

    assert _said(await lan.post(link)) == (404, OLD)


async def test_a_link_in_a_group_is_nobodys(linked: Linked, lan: httpx.AsyncClient) -> None:
    async with linked.works.begin() as work:
        await addresses.put(work.tx, "plain:group", work.now, is_group=True)
    link = await linked.gets(chat="plain:group")

    assert _said(await lan.post(link)) == (404, OLD)


async def test_what_goes_with_a_public_answer_is_everyones_from_a_link_too(
    linked: Linked, lan: httpx.AsyncClient
) -> None:
    link = await linked.gets(await _public(linked))
    await lan.post(link)

    async with browser(linked) as neighbour:
        assert (await neighbour.post(link)).content == b"%PDF a form"


async def _public(linked: Linked, name: str = "bảng.xlsx") -> File:
    """A file that came with an answer which wards have heard."""
    await linked.town.put("TV-0001")
    async with linked.works.begin() as work:
        asked = await questions.numbered(work.tx, "TV-0001")
        answer = await answers.newest(work.tx, asked.id) if asked else None
        assert answer
        kept = {"now": work.now, "for_how_long": enclosures.WAITS, "person": answer.author}
        file = await files.keep(work.tx, name, b"%PDF a form", **kept)  # type: ignore[arg-type]
        assert await enclosures.put(work.tx, answer.id, file.token, work.now)
    return file


async def _recording(linked: Linked) -> File:
    async with linked.works.begin() as work:
        name, kept = "Bản tiếng Khmer 0.42.m4a", timedelta(days=9)
        return await files.keep(work.tx, name, SOUND, now=work.now, for_how_long=kept)


async def test_a_recording_is_played_in_the_page_of_whoever_opened_it_and_in_no_other(
    linked: Linked, lan: httpx.AsyncClient
) -> None:
    link = await linked.gets(await _recording(linked))
    assert (await lan.get(f"{link}/nghe")).status_code == 404, "looking opens nothing"

    page = await lan.post(link)
    assert (page.status_code, f'<audio controls preload="none" src="{link}/nghe"' in page.text) == (
        200,
        True,
    )
    part = await lan.get(f"{link}/nghe", headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, SOUND[:4])
    assert "<audio" in (await lan.get(link)).text, "when the page is opened again"

    async with browser(linked) as other:
        assert _said(await other.get(f"{link}/nghe")) == (404, TAKEN)


async def test_the_recording_of_a_public_answer_is_there_to_be_played_at_once(
    linked: Linked, lan: httpx.AsyncClient
) -> None:
    link = await linked.gets(await _public(linked, "Bản tiếng Khmer 0.42.m4a"))

    assert "<audio" in (await lan.get(link)).text
    assert (await lan.get(f"{link}/nghe")).content == b"%PDF a form"


async def test_who_opened_a_file_is_written_down(linked: Linked, lan: httpx.AsyncClient) -> None:
    await lan.post(await linked.gets())

    async with linked.works.look() as work:
        noted = await audit.of(work.tx, "file_link:1")
    assert [(one.actor, one.action) for one in noted] == [(linked.person, "opened_file")]


async def test_the_secret_name_of_a_file_opens_nothing(
    linked: Linked, lan: httpx.AsyncClient
) -> None:
    async with linked.works.begin() as work:
        file = await files.keep(
            work.tx, "bảng.xlsx", SHEET, now=work.now, for_how_long=timedelta(days=1)
        )

    assert _said(await lan.post(f"/lay-tep/{file.token}")) == (404, OLD)
    assert _said(await lan.get("/lay-tep/anything")) == (404, OLD)
