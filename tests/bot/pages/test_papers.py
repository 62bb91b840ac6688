"""Papers that came with public answers can be saved from their page; no other file ever can."""

from typing import Any

import httpx
import pytest

from bot.domain.questions import Sensitive
from storage import answers, enclosures, files, questions
from tests.doubles.answers import Board

FORM = b"%PDF-1.4 a form"


async def test_a_paper_stands_under_its_answer_and_is_saved_under_its_name(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0001")
    paper = await town.encloses("TV-0001", "đơn vay.pdf")

    page = (await lan.get("/traloi/TV-0001")).text
    assert f'<a class="on" href="/traloi/TV-0001/giay/{paper}" rel="nofollow">' in page
    assert "Tải đơn vay.pdf (1 KB)" in page
    saved = await lan.get(f"/traloi/TV-0001/giay/{paper}")

    assert (saved.status_code, saved.content) == (200, FORM)
    assert saved.headers["content-disposition"].startswith("attachment; ")
    assert saved.headers["content-type"] == "application/pdf"


async def test_it_stays_as_long_as_its_answer(town: Board, lan: httpx.AsyncClient) -> None:
    await town.put("TV-0001")
    paper = await town.encloses("TV-0001", "đơn vay.pdf")
    await town.clock.move(days=4000)

    assert (await lan.get(f"/traloi/TV-0001/giay/{paper}")).content == FORM


@pytest.mark.parametrize(
    "kept_back",
    [
        {"private": True},
        {"sensitive": Sensitive.PRIVATE},
        {"sensitive": Sensitive.ACCUSATION},
        {"sensitive": Sensitive.CRISIS},
        {"public": False},
    ],
    ids=["private answer", "private", "accusation", "crisis", "not aired yet"],
)
async def test_a_paper_of_an_answer_that_is_not_for_everyone_cannot_be_had_by_any_address(
    town: Board, lan: httpx.AsyncClient, kept_back: dict[str, Any]
) -> None:
    await town.put("TV-0001", **kept_back)
    await town.put("TV-0002")
    secret = await town.encloses("TV-0001", "zqmật.pdf", b"%PDF zqsecret")
    await town.encloses("TV-0002", "đơn vay.pdf")

    addresses = ["/traloi", "/traloi/TV-0001", "/traloi/TV-0002"]
    for number in ("TV-0001", "TV-0002", "TV-0003"):
        addresses += [f"/traloi/{number}/giay/{paper}" for paper in (0, secret, 10**30)]
    for one in addresses:
        shown = (await lan.get(one)).text
        assert "zqsecret" not in shown, one
        assert "zqmật" not in shown, one


async def test_a_paper_disappears_once_its_question_is_sealed(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0001")
    paper = await town.encloses("TV-0001", "đơn vay.pdf")
    assert (await lan.get(f"/traloi/TV-0001/giay/{paper}")).status_code == 200

    await town.seal("TV-0001", Sensitive.ACCUSATION)

    assert (await lan.get(f"/traloi/TV-0001/giay/{paper}")).status_code == 404


async def test_a_file_that_an_asker_sent_goes_with_no_answer(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0001")
    async with town.made.works.begin() as work:
        asked = await questions.numbered(work.tx, "TV-0001")
        assert asked is not None
        theirs = await files.keep(
            work.tx,
            "hồ sơ.pdf",
            FORM,
            now=work.now,
            for_how_long=enclosures.WAITS,
            person=asked.asker + 1,
        )
        answer = await answers.newest(work.tx, asked.id)
        assert answer is not None
        assert not await enclosures.put(work.tx, answer.id, theirs.token, work.now)

    assert "hồ sơ" not in (await lan.get("/traloi/TV-0001")).text
