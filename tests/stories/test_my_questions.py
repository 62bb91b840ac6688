"""*Câu hỏi của tôi*: how each stands, adding to it, taking it back, judging the answer."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, INSURANCE, LOAN, answers, asks, official, resident


async def answered(talk: Talk) -> tuple[Person, Person]:
    """Lan has asked and heard the answer; Tâm is the officer."""
    lan = await resident(talk, "lan")
    officer = await official(talk, "tâm", Role.OFFICER, BANK)
    head = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await answers(officer, officer.find("TV-0001"))
    await head.presses("Duyệt")
    await talk.later(hours=7, minutes=1)
    officer.news()
    return lan, officer


async def test_somebody_who_asked_nothing_is_shown_how(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.presses("Câu hỏi của tôi")

    assert lan.last.text == (
        "Dạ cô chú chưa gửi câu hỏi nào. Cô chú muốn hỏi thì bấm nút, hoặc nhắn thẳng vào đây."
    )
    assert lan.last.labels == ["Gửi câu hỏi"]


async def test_the_newest_questions_stand_first_and_older_ones_follow(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    for _ in range(6):
        await asks(lan, INSURANCE)

    await lan.says("/cauhoi")
    assert lan.last.labels[:5] == [
        "Xem câu TV-0006",
        "Xem câu TV-0005",
        "Xem câu TV-0004",
        "Xem câu TV-0003",
        "Xem câu TV-0002",
    ]
    await lan.presses("Xem câu cũ hơn")

    assert lan.last.labels == ["Xem câu TV-0001"]


async def test_the_list_tells_numbers_states_and_words_and_each_button_one_number(
    talk: Talk,
) -> None:
    """Whole lines on buttons are cut on a small phone, and then look alike."""
    lan = await resident(talk, "lan")
    await asks(lan)
    await asks(lan, INSURANCE)

    await lan.says("/cauhoi")

    assert lan.last.text == (
        "Dạ đây là câu hỏi của cô chú:\n\n"
        f"TV-0002 · đang chờ · “{INSURANCE}”\n"
        f"TV-0001 · đang chờ · “{LOAN}”\n\n"
        "Cô chú muốn xem câu nào?"
    )
    assert lan.last.labels == ["Xem câu TV-0002", "Xem câu TV-0001"]


async def test_one_question_tells_where_it_is_and_what_can_be_done(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)
    await lan.says("câu hỏi của tôi")

    await lan.says("1")

    assert lan.last.text == (
        f"TV-0001 · đang chờ\n“{LOAN}”\nNgân hàng Chính sách: hẹn trả lời trước 17:00 thứ Ba 12/05."
    )
    assert lan.last.labels == ["Nói thêm", "Rút lại", "Câu hỏi của tôi"]


async def test_a_typed_number_shows_the_question_to_who_may_read_it(talk: Talk) -> None:
    lan, bay = await resident(talk, "lan"), await resident(talk, "bảy")
    officer = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)

    for one in (lan, bay, officer):
        await one.says("tv-0001")

    assert lan.last.text.startswith(f"TV-0001 · đang chờ\n“{LOAN}”")
    assert officer.last.text.startswith("TV-0001 · vay vốn · Khóm 3, Phường 7")
    assert LOAN not in bay.last.text


async def test_a_reply_to_the_receipt_adds_words_for_the_officer(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    officer = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    officer.news()

    await lan.replies(lan.find("số TV-0001. Trả lời trước"), "Nhà tôi có sổ hộ cận nghèo năm nay")

    assert lan.last.text == (
        "Dạ em đã ghi thêm vào câu TV-0001 và báo Ngân hàng Chính sách. "
        "Cô chú vẫn được trả lời trước 17:00 thứ Ba 12/05."
    )
    assert officer.last.text == (
        "Người hỏi nói thêm cho câu TV-0001: “Nhà tôi có sổ hộ cận nghèo năm nay”"
    )
    card = officer.find("chờ người nhận")
    assert "➕ Nói thêm: “Nhà tôi có sổ hộ cận nghèo năm nay”" in card.text


async def test_a_question_is_taken_back_only_after_asking_once_more(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    officer = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)

    await lan.presses("Rút lại")
    assert lan.last.labels == ["Rút câu này", "Giữ lại"]
    await lan.presses("Rút câu này")

    assert lan.last.text == "Dạ em đã rút câu TV-0001. Khi nào cần cô chú cứ hỏi lại."
    assert officer.last.text.endswith("người hỏi đã rút")
    assert officer.last.labels == []


async def test_a_question_that_is_taken_back_cannot_be_taken_back_again(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)
    await lan.presses("Rút lại")
    await lan.presses("Rút câu này")

    await lan.presses("Rút câu này")

    assert lan.last.text == (
        "Dạ câu TV-0001 đã được người hỏi rút lại, nên em không làm việc này được nữa. "
        "Cô chú bấm Câu hỏi của tôi để xem."
    )
    assert lan.last.labels == ["Câu hỏi của tôi"]


async def test_an_answer_that_helped_closes_the_question(talk: Talk) -> None:
    lan, _ = await answered(talk)
    assert lan.last.text == (
        f"Dạ, Ngân hàng Chính sách trả lời câu TV-0001 của cô chú:\n\n{ANSWER}\n\n"
        "Câu trả lời này có giúp được cô chú không?"
    )

    await lan.presses("Có, cảm ơn")

    assert lan.last.text == "Dạ em mừng quá. Em xin khép câu TV-0001 lại."


async def test_thanks_in_reply_to_an_answer_say_that_it_helped(talk: Talk) -> None:
    lan, _ = await answered(talk)

    await lan.replies(lan.last, "Cảm ơn em nhiều")

    assert lan.last.text == "Dạ em mừng quá. Em xin khép câu TV-0001 lại."


async def test_an_answer_that_did_not_help_goes_back_with_the_reason(talk: Talk) -> None:
    lan, officer = await answered(talk)

    await lan.presses("Chưa, hỏi lại")
    assert lan.last.text == (
        "Dạ, câu TV-0001 còn chỗ nào chưa rõ hay chưa được, cô chú nhắn cho em để em chuyển lại."
    )
    await lan.says("Chưa nói lãi bao nhiêu")

    assert lan.last.text == (
        "Dạ em đã gửi lại câu TV-0001 cho Ngân hàng Chính sách kèm lời cô chú. "
        "Cô chú sẽ được trả lời trước 17:00 thứ Tư 13/05, đã trừ 30/4, 1/5 và cuối tuần."
    )
    assert "🔁 Hỏi lại vì: “Chưa nói lãi bao nhiêu”" in officer.last.text
    assert officer.last.labels == ["Nhận", "Trả lời", "Chuyển cơ quan"]


async def test_a_reply_to_the_answer_asks_again(talk: Talk) -> None:
    lan, officer = await answered(talk)

    await lan.replies(lan.last, "Vậy chứ lãi bao nhiêu một tháng?")

    assert lan.last.text.startswith("Dạ em đã gửi lại câu TV-0001")
    assert "Vậy chứ lãi bao nhiêu một tháng?" in officer.last.text


async def test_asking_again_twice_is_politely_refused(talk: Talk) -> None:
    lan, _ = await answered(talk)
    await lan.presses("Chưa, hỏi lại")
    await lan.says("Chưa nói lãi bao nhiêu")

    await lan.presses("Chưa, hỏi lại")

    assert lan.last.text.startswith("Dạ câu TV-0001 đang chờ cơ quan nhận")


async def test_a_reply_about_a_declined_question_becomes_a_new_question(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    head = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await head.presses("Không trả lời")
    await head.says("Chuyện này đã trả lời ở buổi họp dân")
    assert lan.last.text == (
        "Dạ, Ngân hàng Chính sách không trả lời được câu TV-0001, "
        "vì: Chuyện này đã trả lời ở buổi họp dân. Cô chú còn điều muốn hỏi thì cứ nhắn cho em, "
        "hoặc nhắn /giup để xem số gọi."
    )

    await lan.replies(lan.last, "Vậy vay 80 triệu được không?")

    assert lan.last.text.startswith("“Vậy vay 80 triệu được không?”")
    assert lan.last.labels[0] == "Đúng rồi, gửi đi"


async def test_nobody_reaches_the_question_of_another_person(talk: Talk) -> None:
    lan, bay = await resident(talk, "lan"), await resident(talk, "bảy")
    await asks(lan)

    await talk.arrive(bay.inbound(press="mineone:1", happened="pressed"))

    assert bay.last.text == (
        "Dạ em không thấy câu hỏi này của cô chú, cô chú vào Câu hỏi của tôi để xem giúp em."
    )
