"""Files together take no more room than they may; the words of who sends one more stay."""

import html
from dataclasses import replace

from starlette.applications import Starlette

from bot.channels.web.uploads import Uploads
from tests.doubles.web import TEXTS, World, browser

NAME, LIST = "Danh sách hộ.csv", b"ho ten;phuong\n"


async def test_one_file_more_than_there_is_room_for_waits_and_its_words_stay(world: World) -> None:
    world.pace = replace(world.pace, uploads=Uploads(total=len(LIST)))
    app = Starlette(routes=list(world.web().routes(world.inbox.store)))
    async with browser(app) as lan:
        await lan.visit()
        assert (await lan.encloses(NAME, LIST)).status_code == 204
        answer = await lan.encloses(NAME, LIST, "nonce-of-2", live=False, text="Chữ em đã viết")
        words = await lan.send("nonce-of-3", text="Chữ thì được")

    assert (answer.status_code, words, len(world.inbox.messages)) == (409, 204, 2)
    assert html.escape(TEXTS.say("vi", "web-files-full")) in answer.text
    assert "\nChữ em đã viết</textarea>" in answer.text
