"""Clusters are joined and split while an agency has their sheet: a row is for who stood in it."""

from pathlib import Path

import pytest

from tests.doubles import office
from tests.doubles.chat import Talk
from tests.doubles.returned_sheet import CODE, Sheet
from tests.stories.bank import OTHER, Bank, bank_with_sheet
from tests.stories.cast import ANSWER
from tests.stories.test_clusters import card
from tests.stories.test_returned_sheets import drafts


@pytest.fixture
async def bank(talk: Talk, url: str) -> Bank:
    return await bank_with_sheet(talk, url)


# ── joined ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.office
async def test_two_rows_whose_clusters_were_joined_are_still_for_those_who_stood_in_them(
    bank: Bank, tmp_path: Path
) -> None:
    """Filled in and saved in LibreOffice, as the bank does."""
    await bank.joins(1, 4)
    filled = bank.sheet.answer("TV-0001", ANSWER).answer("TV-0004", OTHER)
    saved = Sheet.open(office.saved(tmp_path, filled.content, "ods", "xlsx"))

    assert await bank.shown(saved) == (
        "Dòng 5: câu TV-0004 và 1 câu cùng dòng nay đi chung với câu TV-0001. "
        "Nhận vào thì mấy câu này tách ra, có câu trả lời riêng."
    )
    await bank.takes_in(saved)

    assert await drafts(bank.url) == [("TV-0001", "draft", ANSWER), ("TV-0004", "draft", OTHER)]
    assert "👥 Gộp chung 3 câu" in card(bank.tam, "TV-0001").text
    assert "👥 Gộp chung 2 câu" in card(bank.tam, "TV-0004").text
    assert "👥 Đi chung với câu TV-0004" in card(bank.tam, "TV-0005").text
    assert await bank.heard() == ["answer", "answer", "answer", "other", "other"]


async def test_a_row_of_a_joined_cluster_leaves_the_others_waiting(bank: Bank) -> None:
    await bank.joins(1, 4)

    await bank.takes_in(bank.sheet.answer("TV-0004", OTHER))

    assert await bank.statuses() == ["waiting"] * 3 + ["drafted"] * 2
    assert await bank.heard() == ["", "", "", "other", "other"]


async def test_the_row_of_the_one_that_leads_by_now_is_for_all_that_were_joined(bank: Bank) -> None:
    await bank.joins(1, 4)

    await bank.takes_in(bank.sheet.answer("TV-0001", ANSWER))

    assert await bank.heard() == ["answer"] * 5


async def test_who_leads_both_does_not_matter(bank: Bank) -> None:
    """The second had been taken: it leads, and the three of the first row leave it."""
    await bank.presses(bank.tam, "take:4")
    await bank.joins(1, 4)

    await bank.takes_in(bank.sheet.answer("TV-0001", ANSWER).answer("TV-0004", OTHER))

    assert await bank.heard() == ["answer", "answer", "answer", "other", "other"]


async def test_joined_rows_with_the_same_words_are_one_answer_for_all(bank: Bank) -> None:
    await bank.joins(1, 4)

    await bank.takes_in(bank.sheet.answer("TV-0004", ANSWER).answer("TV-0001", ANSWER))

    assert await drafts(bank.url) == [("TV-0001", "draft", ANSWER)]
    assert await bank.heard() == ["answer"] * 5


async def test_joined_and_taken_back_each_row_is_what_it_was(bank: Bank) -> None:
    await bank.joins(1, 4)
    await bank.tam.presses("Hoàn tác")
    await bank.talk.tick()

    await bank.takes_in(bank.sheet.answer("TV-0001", ANSWER).answer("TV-0004", OTHER))

    assert await bank.heard() == ["answer", "answer", "answer", "other", "other"]


async def test_a_joined_row_goes_by_those_who_are_left_of_it(bank: Bank) -> None:
    await bank.joins(1, 4)
    await bank.presses(bank.asked[3], "withdrawyes:4")

    assert await bank.shown(bank.sheet.answer("TV-0004", OTHER)) == (
        "Dòng 5: câu TV-0005 đang đi chung với câu TV-0001. "
        "Nhận vào thì câu này tách ra, có câu trả lời riêng."
    )
    await bank.takes_in(bank.sheet)

    assert await bank.heard() == ["", "", "", "", "other"]


async def test_the_same_sheet_again_changes_nothing_and_approved_it_is_done(bank: Bank) -> None:
    await bank.joins(1, 4)
    filled = bank.sheet.answer("TV-0001", ANSWER).answer("TV-0004", OTHER)
    await bank.takes_in(filled)

    await bank.shown(filled)
    assert "2 dòng đã nhận từ trước" in bank.hoa.last.text
    await bank.hoa.presses("Hàng đợi")
    for number in ("TV-0001", "TV-0004"):
        await bank.presses(bank.hoa, bank.hoa.find(number).choices[0].data)
    await bank.shown(filled)
    assert "2 dòng đã nhận từ trước" in bank.hoa.last.text

    assert await bank.heard() == ["answer", "answer", "answer", "other", "other"]


# ── split ────────────────────────────────────────────────────────────────────────────────────


async def test_who_was_split_off_waits_and_the_agency_reads_so(bank: Bank) -> None:
    await bank.presses(bank.tam, "splitone:2")

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER)) == (
        "Dòng 4: người cùng hỏi câu TV-0001 nay ở câu TV-0002, còn chờ anh chị trả lời riêng."
    )
    await bank.takes_in(bank.sheet)

    assert await bank.heard() == ["answer", "", "answer", "", ""]


async def test_a_row_whose_own_question_was_split_off_is_for_that_one(bank: Bank) -> None:
    await bank.presses(bank.tam, "splitone:1")

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER)) == (
        "Dòng 4: người cùng hỏi câu TV-0001 nay ở câu TV-0002, còn chờ anh chị trả lời riêng."
    )
    await bank.takes_in(bank.sheet)

    assert await bank.heard() == ["answer", "", "", "", ""]


async def test_nobody_is_said_to_wait_who_is_answered_in_another_row(bank: Bank) -> None:
    await bank.presses(bank.tam, "splitone:2")
    await bank.joins(4, 2)

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER).answer("TV-0004", OTHER)) == ""
    await bank.takes_in(bank.sheet)

    assert await bank.heard() == ["answer", "other", "answer", "other", "other"]


async def test_nobody_is_said_to_wait_who_was_answered_in_chat(bank: Bank) -> None:
    await bank.presses(bank.tam, "splitone:2")
    await bank.tam.replies(card(bank.tam, "TV-0002"), OTHER)
    await bank.tam.presses("Gửi duyệt")

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER)) == ""


async def test_split_off_and_put_back_it_is_answered_with_the_others(bank: Bank) -> None:
    await bank.presses(bank.tam, "splitone:1")
    await bank.tam.presses("Hoàn tác")
    await bank.talk.tick()

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER)) == (
        "Dòng 4: câu TV-0001 nay đi chung với câu TV-0002, "
        "em ghi câu trả lời ở đó cho mọi người cùng hỏi."
    )
    await bank.takes_in(bank.sheet)

    assert await drafts(bank.url) == [("TV-0002", "draft", ANSWER)]
    assert await bank.heard() == ["answer", "answer", "answer", "", ""]


async def test_put_back_under_another_an_answer_for_its_asker_alone_is_for_no_other(
    bank: Bank,
) -> None:
    await bank.presses(bank.tam, "splitone:1")
    await bank.tam.presses("Hoàn tác")
    await bank.talk.tick()
    private = "Cô Lan bị tiểu đường nên được xét trước, mời cô tới phòng giao dịch."
    await bank.takes_in(bank.sheet.answer("TV-0001", private))

    await bank.hoa.presses("Gửi riêng")

    assert await drafts(bank.url) == [("TV-0001", "draft", private)]
    await bank.talk.tick()
    assert await bank.statuses() == ["drafted"] + ["waiting"] * 4


async def test_where_those_who_are_left_went_different_ways_a_person_says_whom_it_is_for(
    bank: Bank,
) -> None:
    await bank.presses(bank.tam, "splitone:2")
    await bank.presses(bank.asked[0], "withdrawyes:1")

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER)) == (
        "Dòng 4: câu TV-0001 không nhận trả lời nữa, còn những người cùng hỏi nay ở nhiều câu "
        "khác nhau nên em không rõ câu nào."
    )
    await bank.takes_in(bank.sheet)

    assert await drafts(bank.url) == []
    await bank.minh.presses("Chờ xếp")
    assert f"“Dòng 4 của một bảng gửi về, ghi câu TV-0001: {ANSWER}”" in bank.minh.last.text


async def test_a_line_that_was_asked_about_goes_the_same_way_if_that_happens_meanwhile(
    bank: Bank,
) -> None:
    filled = bank.sheet.answer("TV-0001", ANSWER).change("TV-0001", CODE, "BT-A?")
    await bank.takes_in(filled)
    asked = bank.hoa.last
    await bank.presses(bank.tam, "splitone:2")
    await bank.presses(bank.asked[0], "withdrawyes:1")

    await bank.presses(bank.hoa, asked.choices[0].data)

    assert bank.hoa.find("Chờ xếp").text == "Em đưa dòng này vào Chờ xếp cho ban tổ chức xem."
    await bank.minh.presses("Chờ xếp")
    assert ANSWER in bank.minh.last.text
