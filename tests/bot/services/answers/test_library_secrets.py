"""What is not for everyone is never found, whatever is looked for: planted, then asked for."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.questions import Sensitive
from bot.services.answers import library
from bot.understanding.similar import Entry, Similar
from bot.work import Works
from tests.doubles.answers import Board
from tests.doubles.chat import Talk

#: A word of its own for each secret; no public text has one of them.
SECRETS = ("xaluon", "kirong", "bophat", "muclan", "tengoc", "sulamo", "vinhco", "dakhua")

PUBLIC = "Hộ cận nghèo vay vốn nuôi bò thì lãi bao nhiêu?"


async def town(talk: Talk) -> Board:
    """One answer for everyone, and a secret in every place where one can be."""
    board = Board(talk.app, talk.clock)
    private, accusation, crisis, unheard, late_seal, erased, asked, answered = SECRETS
    await board.put("TV-0001", PUBLIC)
    await board.put("TV-0002", f"Má tôi bệnh {asked}", f"Trả lời {private}", private=True)
    await board.put("TV-0003", f"Ông {accusation} lấy tiền", sensitive=Sensitive.ACCUSATION)
    await board.put("TV-0004", f"Tôi bị {crisis} đánh", sensitive=Sensitive.CRISIS)
    await board.put("TV-0005", f"Chưa phát {unheard}", public=False)
    await board.put("TV-0006", f"Sau này mới kín {late_seal}")
    await board.put("TV-0007", f"Sẽ xóa {erased} nghen", "Phường đã sửa cầu.")
    await board.put("TV-0008", f"Riêng {answered}", answered * 3, sensitive=Sensitive.PRIVATE)
    await library.refresh(talk.app.works)
    await board.seal("TV-0006", Sensitive.PRIVATE)
    await board.erase_words("TV-0007")
    return board


def searches(seed: int) -> Sequence[str]:
    """Secrets alone, in public company, cut, doubled, in any order."""
    dice = random.Random(seed)
    words = [*SECRETS, *PUBLIC.split(), "phuong", "sua", "cau"]
    mixed = [" ".join(dice.choices(words, k=dice.randint(1, 12))) for _ in range(60)]
    return [*SECRETS, *(one[:4] for one in SECRETS), *mixed]


@pytest.mark.parametrize("seed", range(3))
async def test_no_search_brings_out_a_secret(talk: Talk, seed: int) -> None:
    await town(talk)
    shown = [one for asked in searches(seed) for one in await found(talk.app.works, asked)]

    assert {one for one in SECRETS if any(one in text for text in shown)} == set()
    assert any(PUBLIC in text for text in shown), "something is found at all"


async def test_even_if_memory_holds_a_secret_it_is_not_shown(talk: Talk) -> None:
    """As if another program had held rows by mistake: SQL has the last word."""
    await town(talk)
    at = talk.clock.now()
    rows = [
        Entry(id=id_, at=at, ward="p1", question=one, answer=one)
        for id_, one in enumerate(SECRETS, 2)
    ]
    works = replace(talk.app.works, similar=Similar())
    works.similar.put(rows)

    assert [await found(works, one) for one in SECRETS] == [[]] * len(SECRETS)


@pytest.mark.parametrize("secret", [SECRETS[4], SECRETS[5]], ids=["sealed", "erased"])
async def test_words_that_are_gone_do_not_point_at_the_answer_that_is_left(
    talk: Talk, secret: str
) -> None:
    await town(talk)

    assert await found(talk.app.works, secret) == []


async def test_a_hidden_phone_finds_nobody(talk: Talk) -> None:
    board = await town(talk)
    await board.put("TV-0010", "Gọi con tôi số 0912345678 giùm, nhà dột", "Phường sẽ tới coi.")
    await library.refresh(talk.app.works)

    assert (
        await found(talk.app.works, "0912345678"),
        len(await found(talk.app.works, "nhà dột")),
    ) == ([], 1)


async def test_a_number_that_is_typed_finds_only_what_is_public(talk: Talk) -> None:
    await town(talk)
    numbers = [f"TV-{one:04}" for one in range(1, 9)]

    seen = [number for number in numbers if await found(talk.app.works, number)]

    assert seen == ["TV-0001", "TV-0007"]


async def found(works: Works, asked: str) -> list[str]:
    """Everything that a search tells, on all its pages."""
    told: list[str] = []
    async with works.look() as work:
        for page in range(3):
            came = await library.search(work, asked, page=page)
            told += [f"{one.number} {one.question} {one.answer}" for one in came.answers]
    return told
