"""A list of households sent to the bot: shown with what it would change, put in, never twice."""

from pathlib import Path

import pytest

from bot.documents.incoming import reading
from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import official, resident

DATA = Path(__file__).parent.parent / "data"
ROSTER = (DATA / "roster.csv").read_bytes()
DIRTY = (DATA / "roster_dirty.csv").read_bytes()

PUT_IN = "Ghi vào danh sách"
NEWER = "Danh sách mới, ghi đè"


@pytest.fixture
async def hoa(talk: Talk) -> Person:
    return await official(talk, "hoa", Role.ORGANISER)


async def _listed(url: str) -> list[tuple[int, int]]:
    """(session, how many households stand on its list)."""
    sql = "SELECT session, COUNT(*) FROM seats GROUP BY session ORDER BY session"
    return [tuple(row) for row in await ask(url, sql)]


async def test_a_list_is_shown_first_and_put_in_when_the_organiser_says_so(
    talk: Talk, hoa: Person, url: str
) -> None:
    await hoa.sends("Danh sách hộ.csv", ROSTER)

    assert hoa.last.text.startswith(
        "Danh sách hộ.csv: 220 dòng: thêm 220 hộ, cập nhật 0, đã có sẵn 0, cần anh chị xem 0."
    )
    assert hoa.last.labels == [PUT_IN, "Thôi"]
    assert await _listed(url) == [], "nothing is put in before"
    await hoa.presses(PUT_IN)

    assert hoa.last.text.startswith("Em ghi xong. 220 dòng: thêm 220 hộ")
    assert "Mọi dòng trong tệp đều đã có trong danh sách." in hoa.last.text
    assert await _listed(url) == [(1, 110), (2, 110)]


async def test_the_same_list_again_changes_nothing_and_asks_nothing(
    talk: Talk, hoa: Person, url: str
) -> None:
    await hoa.sends("Danh sách hộ.csv", ROSTER)
    await hoa.presses(PUT_IN)
    await hoa.presses(PUT_IN)
    assert "thêm 0 hộ, cập nhật 0, đã có sẵn 220" in hoa.last.text

    await hoa.sends("Danh sách hộ.csv", ROSTER)

    assert hoa.last.labels == []
    assert await _listed(url) == [(1, 110), (2, 110)]


async def test_what_was_mended_and_what_needs_a_look_comes_back_as_a_sheet(
    talk: Talk, hoa: Person, url: str
) -> None:
    await hoa.sends("Danh sách hộ.csv", ROSTER)
    await hoa.presses(PUT_IN)
    await hoa.sends("thêm.csv", DIRTY)

    shown = hoa.last
    assert "13 dòng: thêm 8 hộ, cập nhật 0, đã có sẵn 1, cần anh chị xem 4." in shown.text
    assert shown.file == "Danh sách đã xem.xlsx"
    (sheet,) = reading.read(shown.content)
    assert any("Vì sao" in str(cell) for cell in sheet.rows[0].cells)
    assert shown.labels == [PUT_IN, NEWER, "Thôi"]
    await hoa.presses(PUT_IN)

    assert "Còn 4 dòng em chưa ghi" in hoa.last.text
    assert sum(many for _, many in await _listed(url)) == 228


async def test_a_file_that_is_no_list_says_what_to_do(talk: Talk, hoa: Person, url: str) -> None:
    await hoa.sends("Danh sách.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    assert ".xlsx" in hoa.last.text
    assert await _listed(url) == []


async def test_a_resident_puts_nothing_in(talk: Talk, url: str) -> None:
    lan = await resident(talk, "lan")

    await lan.sends("Danh sách hộ.csv", ROSTER)

    assert PUT_IN not in lan.last.labels
    assert await _listed(url) == []


async def test_a_list_too_long_for_a_chat_is_not_looked_through(
    talk: Talk, hoa: Person, url: str
) -> None:
    head, _, rows = ROSTER.decode("utf-8-sig").partition("\n")

    await hoa.sends("Danh sách hộ.csv", f"{head}\n{rows * 14}".encode())

    assert hoa.last.text.startswith("Danh sách có 3080 dòng, nhiều hơn 3000")
