"""*Căn cứ* of a sheet: an answer that came on paper rests on it, and ends with it."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.returned_sheet import Sheet
from tests.stories.cast import ANSWER, BANK, official, resident
from tests.stories.test_bases import DECREE, ended
from tests.stories.test_dispatches import FIRST, PAPERS, SECOND, asked, sent_out, sheet_of


@pytest.fixture
async def hoa(talk: Talk) -> Person:
    """The head of the bank, with a sheet of two questions."""
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    minh = await official(talk, "minh", Role.ORGANISER)
    await asked(talk, FIRST, SECOND)
    await sent_out(talk, minh)
    return hoa


async def comes_back(hoa: Person, basis: str) -> None:
    filled = Sheet.open(sheet_of(hoa).content)
    await hoa.sends("bảng.xlsx", filled.answer("TV-0001", ANSWER, basis=basis).content)


async def test_an_answer_from_paper_is_offered_no_more_once_its_law_has_ended(
    talk: Talk, hoa: Person
) -> None:
    await comes_back(hoa, "Nghị định số 28/2015/NĐ-CP")
    assert "Căn cứ" not in hoa.last.text, "nothing is the matter with it"
    await hoa.presses("Nhận vào")
    await hoa.presses("Duyệt cả bảng (1 câu)")
    await talk.later(hours=7)
    tam = await resident(talk, "tám")
    await tam.says("can ngheo vay nuoi bo thi lai bn mot thang")
    assert tam.last.labels[0] == "Xem câu 1"

    chi = await ended(talk)

    assert chi.last.text.endswith("1 người đã nhận câu trả lời theo văn bản này.")
    await tam.says("can ngheo vay nuoi bo thi lai bn mot thang")
    assert tam.last.labels[0] == "Đúng rồi, gửi đi"


async def test_what_is_no_document_is_told_before_it_is_put_in_and_the_answer_is_taken(
    hoa: Person,
) -> None:
    await comes_back(hoa, "theo quy định")

    assert (
        "Dòng 4: câu TV-0001 em nhận, mà ô Căn cứ ghi “theo quy định” em chưa đọc ra văn bản nào. "
        "Anh chị sửa ô đó, như NĐ 28/2015/NĐ-CP, rồi gửi lại bảng; nhận vào bây giờ thì câu này "
        "chưa có căn cứ."
    ) in hoa.last.text
    await hoa.presses("Nhận vào")
    assert hoa.last.text.startswith("Em đã nhận 1 câu thành bản nháp.")


async def test_a_law_that_has_ended_is_told_before_it_is_put_in_and_on_the_card(
    talk: Talk, hoa: Person
) -> None:
    await comes_back(hoa, DECREE)
    await hoa.presses("Nhận vào")
    await hoa.presses("Duyệt cả bảng (1 câu)")
    await talk.later(hours=7)
    await ended(talk)
    filled = Sheet.open(sheet_of(hoa).content).answer("TV-0002", PAPERS, basis=DECREE)

    await hoa.sends("bảng.xlsx", filled.content)

    assert f"Dòng 5: câu TV-0002 dựa vào {DECREE} đã hết hiệu lực." in hoa.last.text
    await hoa.presses("Nhận vào")
    await hoa.presses("Xem từng câu")
    assert f"Dựa vào: {DECREE} (đã hết hiệu lực)" in hoa.find("TV-0002 ·").text
