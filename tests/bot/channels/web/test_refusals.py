"""What the web chat does not take, and what becomes of the words."""

import html
from datetime import timedelta
from typing import Any

import pytest
from starlette.applications import Starlette

from tests.doubles.web import TEXTS, Visitor, World, browser


async def test_a_form_that_is_not_of_our_page_is_refused(world: World, lan: Visitor) -> None:
    status = await lan.send(text="Khi nào?", csrf="made up")
    assert (status, world.inbox.messages) == (403, [])


async def test_the_token_of_another_chat_does_not_help(
    world: World, app: Starlette, lan: Visitor
) -> None:
    async with browser(app) as other:
        await other.visit()
        status = await lan.send(text="Khi nào?", csrf=other.csrf)
    assert (status, world.inbox.messages) == (403, [])


async def test_a_browser_without_its_key_gets_a_new_page_with_its_words(
    world: World, lan: Visitor
) -> None:
    token = lan.csrf
    lan.client.cookies.clear()
    answer = await lan.answer(live=False, text="Khi nào?", reply_to="", csrf=token)
    lan.page = answer.text
    again = await lan.send(text="Khi nào?")
    assert (answer.status_code, "\nKhi nào?</textarea>" in answer.text) == (403, True)
    assert (again, world.inbox.texts) == (204, ["Khi nào?"])


async def test_too_many_words_stay_in_the_box_with_a_kind_sentence(
    world: World, lan: Visitor
) -> None:
    words = "ộ" * 8001
    answer = await lan.answer(live=False, text=words, reply_to="")
    sentence = html.escape(TEXTS.say("vi", "web-too-long"))
    assert (answer.status_code, world.inbox.messages) == (413, [])
    assert (f"\n{words}</textarea>" in answer.text, sentence in answer.text) == (True, True)


async def test_eight_thousand_letters_are_taken(world: World, lan: Visitor) -> None:
    assert (await lan.send(text="ộ" * 8000), len(world.inbox.texts[0])) == (204, 8000)


async def test_a_flood_is_cut_off_early(world: World, lan: Visitor) -> None:
    assert (await lan.send(text="x" * 300_000), world.inbox.messages) == (413, [])


async def test_who_sends_too_much_waits_a_minute(world: World, lan: Visitor) -> None:
    for number in range(30):
        assert await lan.send(f"nonce-of-{number}", text=f"Câu {number}") == 204
    answer = await lan.answer("nonce-of-30", text="Câu 30")
    repeat = await lan.send("nonce-of-29", text="Câu 29")
    world.now += timedelta(seconds=61)
    later = await lan.send("nonce-of-30", text="Câu 30")
    assert (answer.status_code, answer.headers["retry-after"], answer.json()) == (
        429,
        "30",
        {"words": TEXTS.say("vi", "web-too-fast")},
    )
    assert (repeat, later, len(world.inbox.texts)) == (204, 204, 31)


@pytest.mark.parametrize("nonce", ["", "short", "has spaces in it", "x" * 65])
async def test_a_form_without_a_proper_number_is_refused(
    world: World, lan: Visitor, nonce: str
) -> None:
    assert (await lan.send(nonce, text="Khi nào?"), world.inbox.messages) == (403, [])


async def test_letters_that_no_eye_can_see_are_left_out(world: World, lan: Visitor) -> None:
    await lan.send(text="Khi\x00 nào\x1b?")
    assert world.inbox.texts == ["Khi nào?"]


async def test_a_form_with_a_hundred_fields_is_none_of_ours(world: World, lan: Visitor) -> None:
    many: dict[str, Any] = {f"field{number}": "x" for number in range(100)}
    assert (await lan.send(text="Khi nào?", **many), world.inbox.messages) == (400, [])
