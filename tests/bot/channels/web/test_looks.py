"""How words look on the page."""

import html
import re

import pytest

from bot.channels.web import wording
from bot.channels.web.channel import Web
from bot.domain.messages import Choice, Outgoing
from bot.look.languages import LANGUAGES, speech
from tests.doubles.web import (
    SITE,
    TEXTS,
    Visitor,
    World,
    first_word,
    one,
)


async def test_what_people_write_is_shown_never_run(world: World, web: Web, lan: Visitor) -> None:
    evil = "<script>alert(1)</script> <b>**đậm**</b>"
    await lan.send(text=evil)
    chat = world.inbox.messages[0].address.chat
    await web.send(chat, Outgoing(text=evil, choices=((Choice(label="<i>", data='"><i>'),),)))
    await lan.visit()
    shown = re.findall(r'<p class="text"[^>]*>(.*?)</p>', lan.page, re.DOTALL)
    assert (shown[:2], "<i>" in lan.page) == ([html.escape(evil)] * 2, False)


async def test_only_addresses_of_this_site_become_links(
    world: World, web: Web, lan: Visitor
) -> None:
    evil = f"{SITE}.evil.example/x {SITE}@evil.example {SITE}:99/"
    text = f"Xem {SITE}/traloi?trang=2, đừng mở {evil}; trang chính là {SITE}."
    await web.send(await first_word(lan, world.inbox), Outgoing(text=text))
    await lan.visit()
    assert re.findall(r'<a href="(http[^"]*)">([^<]*)</a>', lan.page) == [
        (f"{SITE}/traloi?trang=2", f"{SITE}/traloi?trang=2"),
        (SITE, SITE),
    ]


async def test_a_button_may_open_a_page_but_not_run_a_script(
    world: World, web: Web, lan: Visitor
) -> None:
    row = (Choice(label="Mở", url="/traloi"), Choice(label="Ác", url="javascript:alert(1)"))
    await web.send(await first_word(lan, world.inbox), Outgoing(text="Đây", choices=(row,)))
    await lan.visit()
    assert (lan.page.count('class="choice" href="/traloi"'), "javascript:" in lan.page) == (
        1,
        False,
    )


async def test_numbers_of_questions_and_telephones_stay_on_one_line(
    world: World, web: Web, lan: Visitor
) -> None:
    text = "Câu TV-0012: gọi 0294 385 1234 trước 17:00, vay 50.000.000 đồng, sau 06/05"
    await web.send(await first_word(lan, world.inbox), Outgoing(text=text))
    await lan.visit()
    assert re.findall(r'<span class="whole">([^<]*)</span>', lan.page) == [
        "TV-0012",
        "0294 385 1234",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Dạ, em nghe", "vi"), ("សូមស្វាគមន៍", "km"), ("da em nghe", ""), ("TV-0012", "")],
)
def test_a_message_tells_readers_its_language(text: str, language: str) -> None:
    assert speech(text) == language


async def test_times_are_those_people_live_by(world: World, lan: Visitor) -> None:
    await lan.send(text="Khi nào?")
    await lan.visit()
    assert one(r"<time [^>]*>([^<]*)</time>", lan.page) == "10:00 · 29/04"


async def test_older_messages_come_page_by_page(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    for number in range(60):
        await web.send(chat, Outgoing(text=f"Tin {number}"))
    await lan.visit()
    newest, link = lan.messages(), one(r'id="older" href="([^"]*)"', lan.page)
    await lan.visit(link)
    assert (newest, lan.messages()) == (
        [f"Tin {number}" for number in range(10, 60)],
        ["Dạ chào", *(f"Tin {number}" for number in range(10))],
    )


async def test_a_command_of_the_quick_help_reads_as_its_button(lan: Visitor) -> None:
    await lan.send(text="/hoi")
    await lan.visit()
    assert lan.messages() == ["Gửi câu hỏi"]


async def test_the_page_speaks_the_language_chosen(world: World, lan: Visitor) -> None:
    await lan.visit("/tieng/en")
    english = one(r'<html lang="(\w+)"', lan.page)
    await lan.visit("/tieng/vi")
    unknown = await lan.visit("/tieng/xx")
    vietnamese = one(r'<html lang="(\w+)"', lan.page)
    assert (english, vietnamese, unknown.status_code) == ("en", "vi", 404)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_word_of_the_page_is_missing(language: str) -> None:
    spoken = {key for key in wording.read(TEXTS.say, language).values() if key.strip()}
    assert len(spoken) > 30
