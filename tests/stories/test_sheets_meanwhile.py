"""A sheet comes back after its questions were taken back, erased, handed on or answered."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.returned_sheet import CODE, Sheet
from tests.stories.bank import NOTHING_NEW, OTHER, THIRD, Bank, bank_with_sheet
from tests.stories.cast import ANSWER, BANK, INSURER, asks, official, resident
from tests.stories.test_clusters import LOAN, SAME, card
from tests.stories.test_dispatches import sent_out, sheet_of
from tests.stories.test_returned_sheets import drafts, put_in


@pytest.fixture
async def bank(talk: Talk, url: str) -> Bank:
    return await bank_with_sheet(talk, url)


# ── taken back, erased, asked back ───────────────────────────────────────────────────────────


async def erases_everything(person: Person) -> None:
    await person.says("/dulieu")
    await person.presses("Xóa hết")
    await person.presses("Xóa hết giùm tôi")


FOR_THE_SECOND = "Em ghi câu trả lời này cho câu TV-0002 cùng hỏi."


async def test_who_asked_the_same_gets_the_answer_though_its_own_asker_took_it_back(
    bank: Bank,
) -> None:
    await bank.presses(bank.asked[0], "withdrawyes:1")

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER)) == (
        f"Dòng 4: câu TV-0001 đã được người hỏi rút lại. {FOR_THE_SECOND}"
    )
    await bank.takes_in(bank.sheet)

    assert await drafts(bank.url) == [("TV-0002", "draft", ANSWER)]
    assert await bank.heard() == ["", "answer", "answer", "", ""]
    await bank.shown(bank.sheet)
    assert "1 dòng đã nhận từ trước" in bank.hoa.last.text


async def test_an_erased_asker_hears_nothing_and_those_who_asked_the_same_do(bank: Bank) -> None:
    """Row 5 asks nearly the same: the answer is not offered to those there."""
    await erases_everything(bank.asked[0])

    await bank.takes_in(bank.sheet.answer("TV-0001", ANSWER))

    assert await drafts(bank.url) == [("TV-0002", "draft", ANSWER)]
    assert await bank.heard() == ["", "answer", "answer", "", ""]


async def test_a_damaged_code_of_an_erased_question_is_asked_about_without_its_words(
    bank: Bank,
) -> None:
    await erases_everything(bank.asked[0])
    changed = bank.sheet.answer("TV-0001", ANSWER).change("TV-0001", CODE, "BT-A?")

    await bank.takes_in(changed)
    assert "hay TV-0001 (“người hỏi đã xóa lời”)?" in bank.hoa.last.text
    await bank.hoa.presses("Câu TV-0001")

    assert bank.hoa.find("Em ghi bản nháp cho câu TV-0002 rồi.").labels == ["Duyệt"]
    assert await drafts(bank.url) == [("TV-0002", "draft", ANSWER)]


async def test_while_one_is_asked_back_the_others_get_the_answer(bank: Bank) -> None:
    await bank.presses(bank.tam, "take:1")
    await bank.presses(bank.tam, "askback:1")
    await bank.tam.says("Nhà cô chú có mấy con bò?")
    await bank.talk.tick()

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER)) == (
        f"Dòng 4: câu TV-0001 đang hỏi thêm bà con. {FOR_THE_SECOND}"
    )
    await bank.takes_in(bank.sheet)

    assert await bank.heard() == ["", "answer", "answer", "", ""]


async def test_words_about_one_who_left_are_for_none_of_the_others(bank: Bank) -> None:
    await bank.presses(bank.asked[0], "withdrawyes:1")
    private = "Cô Lan bị tiểu đường nên được xét trước, mời cô tới phòng giao dịch."

    await bank.takes_in(bank.sheet.answer("TV-0001", private))

    assert bank.hoa.last.text.startswith("Dòng 4 cho câu TV-0002 ghi:")
    assert bank.hoa.last.labels == ["Để tôi sửa lại bảng"]
    assert await drafts(bank.url) == []


# ── handed on ────────────────────────────────────────────────────────────────────────────────


async def test_what_went_to_another_agency_takes_no_answer_of_this_one(bank: Bank) -> None:
    binh = await official(bank.talk, "bình", Role.HEAD, INSURER)
    await bank.presses(bank.hoa, f"transfernow:1.{INSURER}")
    told = (
        "Dòng 4: câu TV-0001 không còn ở cơ quan này, nên em không nhận. "
        "Cần thì anh chị báo ban tổ chức."
    )

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER)) == told
    assert bank.hoa.last.text.endswith(NOTHING_NEW)
    await bank.minh.sends("bảng.xlsx", bank.sheet.content)
    assert told in bank.minh.last.text
    await binh.sends("bảng.xlsx", bank.sheet.content)
    assert binh.last.text.startswith("Bảng này không phải của cơ quan anh chị.")

    assert await drafts(bank.url) == []
    assert await bank.statuses() == ["waiting"] * 5


async def test_others_do_not_wait_here_who_follow_their_head_to_another_agency_in_a_second(
    bank: Bank,
) -> None:
    await bank.joins(1, 4)
    going = bank.hoa.inbound(press=f"transfernow:1.{INSURER}", happened="pressed")
    await bank.talk.arrive(going)

    await bank.shown(bank.sheet.answer("TV-0001", ANSWER).answer("TV-0004", OTHER))

    assert bank.hoa.last.text.endswith(NOTHING_NEW)


async def test_others_do_not_wait_who_are_declined_with_their_head_in_a_second(bank: Bank) -> None:
    await bank.joins(1, 4)
    await bank.talk.arrive(bank.hoa.inbound(press="declineall:1", happened="pressed"))
    await bank.hoa.says("Việc này ngân hàng không giải quyết, cô chú hỏi Ủy ban phường.")

    await bank.shown(bank.sheet.answer("TV-0001", ANSWER).answer("TV-0004", OTHER))

    assert bank.hoa.last.text.endswith(NOTHING_NEW)


async def test_what_came_back_from_another_agency_is_answered_in_its_old_row(bank: Bank) -> None:
    binh = await official(bank.talk, "bình", Role.HEAD, INSURER)
    await bank.presses(bank.hoa, f"transfernow:1.{INSURER}")
    await bank.presses(binh, f"transfernow:1.{BANK}")

    await bank.takes_in(bank.sheet.answer("TV-0001", ANSWER))

    assert await bank.heard() == ["answer", "answer", "answer", "", ""]


async def test_what_changes_between_showing_and_taking_in_is_named_with_its_reason(
    bank: Bank,
) -> None:
    await bank.shown(bank.sheet.answer("TV-0001", ANSWER).answer("TV-0004", OTHER))
    take_in = bank.hoa.last.choices[0].data
    await bank.presses(bank.hoa, f"transfernow:4.{INSURER}")
    await bank.presses(bank.hoa, take_in)

    assert bank.hoa.last.text == (
        "Em đã nhận 1 câu thành bản nháp. Anh chị duyệt luôn chưa, hay xem từng câu?\n\n"
        "Mấy dòng này em không nhận được:\n"
        "Dòng 5: câu TV-0004 không còn ở cơ quan này, nên em không nhận. "
        "Cần thì anh chị báo ban tổ chức."
    )


# ── answered in chat ─────────────────────────────────────────────────────────────────────────


async def answers(bank: Bank, text: str) -> None:
    """Tâm answers the first card, and Hoa approves."""
    await bank.tam.replies(card(bank.tam, "TV-0001"), text)
    await bank.tam.presses("Gửi duyệt")
    await bank.talk.tick()
    await bank.hoa.presses("Duyệt")


async def test_an_answer_approved_in_chat_stays_and_the_row_says_so(bank: Bank) -> None:
    await answers(bank, THIRD)

    assert await bank.shown(bank.sheet.answer("TV-0001", ANSWER).answer("TV-0004", OTHER)) == (
        "Dòng 4: câu TV-0001 đã duyệt câu trả lời khác, em không thay được. "
        "Cần sửa thì anh chị báo ban tổ chức."
    )
    await bank.takes_in(bank.sheet)

    assert await bank.heard() == ["third", "third", "third", "other", "other"]


async def test_whose_case_is_different_is_not_answered_by_the_row_of_the_others(
    bank: Bank,
) -> None:
    await answers(bank, THIRD)
    assert await bank.heard() == ["third", "third", "third", "", ""]
    await bank.asked[1].presses("Trường hợp của tôi khác")
    await bank.asked[1].says("Bò nhà tôi chết rồi, giờ xin gia hạn nợ")
    await bank.talk.tick()

    told = await bank.shown(bank.sheet.answer("TV-0001", ANSWER))

    assert told.startswith("Dòng 4: câu TV-0001 đã duyệt câu trả lời khác")
    assert bank.hoa.last.text.endswith(NOTHING_NEW)


async def test_words_that_did_not_help_are_not_sent_to_their_asker_again(bank: Bank) -> None:
    await bank.takes_in(bank.sheet.answer("TV-0001", ANSWER))
    await bank.heard()
    await bank.asked[0].presses("Chưa, hỏi lại")
    await bank.asked[0].says("Chưa rõ lãi bao nhiêu")
    await bank.talk.tick()

    assert await bank.shown(bank.sheet) == (
        "Dòng 4: câu TV-0001 đã được nghe đúng câu này mà còn hỏi lại. "
        "Anh chị xem trên thẻ bà con hỏi gì thêm rồi viết lại giúp em."
    )
    assert bank.hoa.last.text.endswith(NOTHING_NEW)
    await bank.takes_in(bank.sheet.answer("TV-0001", THIRD))
    await bank.talk.later(hours=17)
    assert await bank.heard() == ["third", "", "", "", ""]


# ── one's own ────────────────────────────────────────────────────────────────────────────────


async def test_whoever_asked_it_answers_neither_their_own_question_nor_those_that_follow_it(
    talk: Talk, url: str
) -> None:
    for chat, text in (("hoa", LOAN), ("bảy", SAME)):
        await asks(await resident(talk, chat), text)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await talk.tick()
    await talk.arrive(tam.inbound(press="joinone:1.2", happened="pressed"))
    await sent_out(talk, await official(talk, "minh", Role.ORGANISER))
    sheet = Sheet.open(sheet_of(hoa).content).answer("TV-0001", ANSWER)

    await hoa.sends("bảng.xlsx", sheet.content)
    assert hoa.last.text.endswith(NOTHING_NEW)
    await put_in(tam, sheet)

    assert await drafts(url) == [("TV-0001", "draft", ANSWER)]


# ── one question in two rows ─────────────────────────────────────────────────────────────────


async def two_sheets(bank: Bank, second: str) -> Sheet:
    """Joined, all of it went out once more; both sheets come back in one file."""
    await bank.joins(1, 4)
    await bank.talk.later(hours=24)
    await sent_out(bank.talk, bank.minh)
    newer = Sheet.open(sheet_of(bank.hoa).content).answer("TV-0001", second)
    assert newer.rows == {"TV-0001": 4}
    older = bank.sheet.answer("TV-0001", ANSWER)
    copied = older.book.create_sheet("Bảng mới")
    for row in newer.cells.iter_rows(values_only=True):
        copied.append(row)
    return older


async def test_two_answers_to_one_question_in_two_sheets_are_asked_about(bank: Bank) -> None:
    both = await two_sheets(bank, THIRD)

    told = await bank.shown(both)

    assert told == (
        "Dòng Bảng mới, 4: câu TV-0001 đã có câu trả lời khác ở dòng Bảng tổng hợp 01-2026, 4. "
        "Em hỏi lại sau."
    )
    assert bank.hoa.last.text.startswith("Bảng 01/2026, 02/2026, Ngân hàng Chính sách: 1 câu")


async def test_the_same_answer_to_one_question_in_two_sheets_counts_once(bank: Bank) -> None:
    both = await two_sheets(bank, ANSWER)

    await bank.takes_in(both)

    assert await drafts(bank.url) == [("TV-0001", "draft", ANSWER)]
    assert bank.hoa.last.text.startswith("Em đã nhận 1 câu thành bản nháp.")
