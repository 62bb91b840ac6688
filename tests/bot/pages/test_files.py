"""The link to a file, for chats on platforms that carry none: its token is the key."""

from datetime import timedelta

import httpx

from bot.pages.files import path
from storage import files
from tests.doubles.answers import Board
from tests.doubles.clock import ManualClock


async def test_who_has_the_link_gets_the_file_for_as_long_as_it_is_kept(
    town: Board, lan: httpx.AsyncClient, clock: ManualClock
) -> None:
    async with town.made.works.begin() as work:
        file = await files.keep(
            work.tx, "giấy mời.pdf", b"%PDF-1.7", now=work.now, for_how_long=timedelta(days=1)
        )

    answer = await lan.get(path(file))
    assert (answer.status_code, answer.content) == (200, b"%PDF-1.7")
    assert answer.headers["content-disposition"].startswith("attachment; ")

    await clock.move(days=1)
    gone = await lan.get(path(file))
    assert (gone.status_code, gone.text.split(".")[0]) == (
        404,
        "Tệp quá ngày giữ nên em xóa rồi",
    )


async def test_nobody_guesses_a_file(lan: httpx.AsyncClient) -> None:
    assert (await lan.get("/lay-tep/anything")).status_code == 404
