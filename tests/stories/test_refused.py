"""What cannot be done says what can, and the button that it names is there to be pressed."""

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, LOAN, asks, official, resident
from tests.stories.test_signing_up import signs_up


async def test_a_draft_that_is_gone_leads_to_ones_questions(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    await lan.presses("Bỏ câu này")

    await lan.presses("Đúng rồi, gửi đi")

    assert lan.last.text.endswith("cô chú vào Câu hỏi của tôi để xem.")
    assert lan.last.labels == ["Câu hỏi của tôi"]
    await lan.presses("Câu hỏi của tôi")
    assert lan.last.text.startswith("Dạ cô chú chưa gửi câu hỏi nào.")


async def test_who_looks_for_a_draft_that_went_by_itself_is_told_so(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    await lan.says("/cauhoi")
    await talk.later(minutes=31)
    assert lan.last.text.startswith("Dạ em đã gửi câu hỏi của cô chú")

    await lan.presses("Xem câu chưa gửi")

    assert lan.last.text == ("Dạ câu này đã gửi hoặc đã bỏ rồi, cô chú vào Câu hỏi của tôi để xem.")
    assert lan.last.labels == ["Câu hỏi của tôi"]


async def test_who_has_not_agreed_finds_the_button_to_agree_below(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)
    await lan.says("/dulieu")
    await lan.presses("Rút lại đồng ý")

    await lan.presses("Nói thêm")
    await lan.says("Tôi vay để nuôi bò.")

    assert lan.last.text == "Dạ em cần cô chú đồng ý trước đã, cô chú bấm Đồng ý bên dưới giúp em."
    assert lan.last.labels == ["Đồng ý"]


async def test_a_ward_that_is_no_longer_there_is_changed_by_the_button_below(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("/dulieu")
    await lan.presses("Sửa nơi ở")
    await talk.arrive(lan.inbound(press="ward:merged", happened="pressed"))

    assert lan.last.text == (
        "Dạ phường này không còn trong danh sách, "
        "cô chú bấm Sửa nơi ở bên dưới để chọn lại giúp em."
    )
    assert lan.last.labels == ["Sửa nơi ở"]


async def test_who_is_on_the_list_already_is_led_to_the_schedule(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await signs_up(lan)

    await lan.says("Đăng ký dự đối thoại")

    assert lan.last.text.endswith("cô chú vào Lịch đối thoại để xem.")
    assert lan.last.labels == ["Lịch đối thoại"]
    await lan.presses("Lịch đối thoại")
    assert "Cô chú đã đăng ký Buổi đối thoại 2, đang chờ xếp chỗ." in lan.last.text


async def test_where_no_session_is_held_its_day_and_a_question_are_a_press_away(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("/phien")

    assert lan.last.text == (
        "Bây giờ phường, xã mình chưa có buổi đối thoại nào đang họp. "
        "Cô chú bấm Lịch đối thoại để xem ngày, muốn hỏi thì cứ nhắn cho em."
    )
    assert lan.last.labels == ["Lịch đối thoại", "Gửi câu hỏi"]


async def test_a_resident_reads_nothing_of_drafts_that_wait_or_of_queues(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, "Hộ cận nghèo được vay tối đa 100 triệu đồng.")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")

    await lan.presses("Rút lại")

    assert lan.last.text == (
        "Dạ câu TV-0001 có trả lời rồi, chờ giờ phát, nên em không làm việc này được nữa. "
        "Cô chú bấm Câu hỏi của tôi để xem."
    )


async def test_what_is_taken_back_is_said_so_and_how_to_ask_again(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)
    await lan.presses("Rút lại")
    await lan.presses("Rút câu này")

    await lan.says("TV-0001")

    assert lan.last.text.endswith(
        "Ngân hàng Chính sách: không lo câu này nữa, vì cô chú đã rút. "
        "Muốn hỏi lại thì cô chú nhắn câu mới."
    )


async def test_an_official_without_a_queue_is_sent_to_none(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)
    await lan.presses("Rút lại")
    await lan.presses("Rút câu này")
    await official(talk, "lan", Role.ADMIN)

    await lan.presses("Rút câu này")

    assert lan.last.text == (
        "Câu TV-0001 đã được người hỏi rút lại, nên em không làm việc này được nữa. "
        "Câu anh chị hỏi cho mình thì xem ở /cauhoi."
    )
    assert lan.last.labels == []


async def test_an_official_with_a_queue_is_led_there(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)
    await lan.presses("Rút lại")
    await lan.presses("Rút câu này")
    await official(talk, "lan", Role.OFFICER, BANK)

    await lan.presses("Rút câu này")

    assert lan.last.text.endswith(
        "Anh chị mở Hàng đợi (/hangdoi) để xem; câu của mình hỏi thì ở /cauhoi."
    )
    assert lan.last.labels == ["Hàng đợi"]
