"""What the papers of a session say of questions that nobody else reads an answer to."""

import pytest

from bot.domain.people import Role
from bot.services.sessions import papers
from bot.services.sessions.papers import Paper
from tests.bot.documents.reading import paragraphs, tables
from tests.doubles.chat import Talk
from tests.stories.cast import ANSWER, BANK, LOAN, asks, official, resident
from tests.stories.test_holding_a_session import to_the_hall

STUDENT = "Con tôi đi học đại học thì vay vốn sinh viên cần giấy tờ gì?"
HOUSE = "Tôi muốn vay tiền xây nhà ở xã hội thì nộp đơn ở đâu?"
REASON = "khoản này không cho vay, gọi 0900000001 để hỏi thêm."  # an invented number
LENDER = "Phòng giao dịch Ngân hàng Chính sách xã hội thành phố Trà Vinh"
OFFICE = "Phòng Lao động - Thương binh và Xã hội thành phố Trà Vinh"


@pytest.fixture
async def held(talk: Talk) -> Talk:
    """Before the session one question was answered privately, one declined; one is open."""
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    first = await asks(await resident(talk, "lan"), LOAN)
    await asks(await resident(talk, "bảy"), STUDENT)
    await tam.replies(tam.find(first), ANSWER)
    await tam.presses("Gửi duyệt riêng người hỏi")
    await hoa.presses("Duyệt")
    await hoa.says("/hangdoi")
    await hoa.presses("Không trả lời")
    await hoa.says(REASON)
    await asks(await resident(talk, "ren"), HOUSE)
    clerk = await official(talk, "thu", Role.CLERK, "2")
    await to_the_hall(talk, clerk)
    await clerk.says("/phien")
    await clerk.presses("Điều hành buổi 2")
    await clerk.presses("Kết thúc buổi")
    await clerk.presses("Kết thúc luôn")
    await talk.tick()
    return talk


async def _paper(talk: Talk, paper: Paper) -> bytes:
    return (await papers.make(talk.app.works, 2, paper, reader=None)).content


async def test_the_notice_board_promises_no_answer_that_was_given_or_refused(held: Talk) -> None:
    """Whose answer is theirs alone is not on it; why another got none was told to them alone."""
    said = paragraphs(await _paper(held, Paper.RESULTS))

    counted = next(at for at, one in enumerate(said) if one.startswith("Bà con đã nêu"))
    assert said[counted : counted + 7] == [
        "Bà con đã nêu 2 ý kiến: 0 ý kiến đã có trả lời, 1 ý kiến các cơ quan đang trả lời."
        " Còn lại: 1 ý kiến cơ quan không trả lời, người hỏi đã được báo lý do.",
        OFFICE,
        f"1. Bà con hỏi: {HOUSE}",
        f"Chưa có trả lời: {OFFICE} sẽ trả lời trước ngày 12/05/2026.",
        LENDER,
        f"2. Bà con hỏi: {STUDENT}",
        f"Không trả lời: {LENDER} đã báo lý do cho người hỏi.",
    ]


async def test_the_minutes_say_who_was_answered_privately_and_why_another_was_not(
    held: Talk,
) -> None:
    said = paragraphs(await _paper(held, Paper.MINUTES))

    course = said.index("II. NỘI DUNG ĐỐI THOẠI")
    assert said[course + 1 : course + 8] == [
        "Có 3 ý kiến: 0 ý kiến được trả lời tại chỗ, 1 ý kiến được ghi nhận để chuyển cơ quan trả"
        " lời. Còn lại: 1 ý kiến đã trả lời riêng người hỏi; 1 ý kiến cơ quan không trả lời, người"
        " hỏi đã được báo lý do.",
        f"1. Hộ dân Khóm 3, Phường 7 (TV-0001): {LOAN}",
        f"Ghi nhận: {LENDER} đã trả lời riêng người hỏi.",
        f"2. Hộ dân Khóm 3, Phường 7 (TV-0002): {STUDENT}",
        f"Ghi nhận: {LENDER} không trả lời, vì: khoản này không cho vay, gọi ••• để hỏi thêm.",
        f"3. Hộ dân Khóm 3, Phường 7 (TV-0003): {HOUSE}",
        f"Ghi nhận: chuyển {OFFICE} trả lời bằng văn bản.",
    ]


async def test_the_report_counts_them_apart_and_its_appendix_gives_them_no_date(
    held: Talk,
) -> None:
    counted, _, appendix = tables(await _paper(held, Paper.REPORT))

    assert counted[1:] == [
        ["1", OFFICE, "1", "0", "1", "0"],
        ["2", LENDER, "2", "0", "0", "2"],
        ["", "Tổng cộng", "3", "0", "1", "2"],
    ]
    assert [row[-4:-1] for row in appendix[1:] if len(row) > 1] == [
        ["", "Văn bản", "12/05/2026"],
        ["Đã trả lời riêng người hỏi.", "Văn bản", ""],
        ["Không trả lời, vì: khoản này không cho vay, gọi ••• để hỏi thêm.", "", ""],
    ]
