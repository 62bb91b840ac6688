"""Danger is heard wherever it is written: beside a question, in a form, in corrected words."""

from bot.domain.messages import Happened
from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, CALLS, WARD_7, answers, asks, official, resident

DANGER = "Chồng tôi đánh tôi hoài, tôi sợ lắm, cứu tôi với"


async def with_an_open_question(talk: Talk) -> tuple[Person, Person, Person]:
    """A resident who has asked the bank, its officer, and the head of the ward."""
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    officer = await official(talk, "tâm", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    await asks(lan)
    for one in (head, officer, lan):
        one.news()
    return lan, officer, head


async def asked_back(talk: Talk) -> tuple[Person, Person, Person]:
    """The same, and the officer has asked something back."""
    lan, officer, head = await with_an_open_question(talk)
    await officer.presses("Nhận")
    await officer.presses("Hỏi thêm")
    await officer.says("Cô chú ở khóm nào?")
    officer.news()
    return lan, officer, head


def is_helped(lan: Person, head: Person) -> bool:
    """Whether all she reads is one message that ends with whom to call, and a head reads hers."""
    [heard] = lan.news()
    return heard.endswith(CALLS) and any(DANGER in text for text in head.news())


async def test_danger_added_to_a_question_goes_to_the_head_and_not_to_its_office(
    talk: Talk,
) -> None:
    lan, officer, head = await with_an_open_question(talk)
    await lan.presses("Nói thêm")
    lan.news()

    await lan.says(DANGER)

    assert is_helped(lan, head)
    assert officer.news() == []
    assert lan.last.labels == ["Kể thêm chuyện này", "Rút lại", "Nói thêm cho TV-0001"]


async def test_what_only_sounded_like_danger_can_still_be_added(talk: Talk) -> None:
    lan, officer, _ = await with_an_open_question(talk)
    await lan.presses("Nói thêm")
    await lan.says(DANGER)

    await lan.presses("Nói thêm cho TV-0001")
    assert lan.last.text == (
        f"Còn nếu lời hồi nãy, “{DANGER}”, là cho chỗ này thì cô chú bấm nút dưới đây."
    )
    await lan.presses("Dùng lời hồi nãy")

    assert officer.last.text.endswith(f"“{DANGER}”")


async def test_what_was_being_added_can_be_gone_on_with(talk: Talk) -> None:
    lan, officer, _ = await with_an_open_question(talk)
    await lan.presses("Nói thêm")
    await lan.says(DANGER)

    await lan.presses("Nói thêm cho TV-0001")
    await lan.says("Tôi vay hồi tháng 3")

    assert officer.last.text.endswith("“Tôi vay hồi tháng 3”")


async def test_danger_in_a_reply_goes_to_the_head(talk: Talk) -> None:
    lan, officer, head = await asked_back(talk)
    asked = lan.last
    lan.news()

    await lan.replies(asked, DANGER)

    assert is_helped(lan, head)
    assert officer.news() == []
    assert lan.last.labels == ["Kể thêm chuyện này", "Rút lại", "Trả lời về TV-0001"]


async def test_danger_is_not_asked_whether_it_answers_what_was_asked_back(talk: Talk) -> None:
    lan, officer, head = await asked_back(talk)
    lan.news()

    await lan.says(DANGER)

    assert is_helped(lan, head)
    await lan.presses("Trả lời về TV-0001")
    await lan.presses("Dùng lời hồi nãy")
    assert officer.last.text.endswith(f"từ giờ tính tiếp ngày hẹn: “{DANGER}”")


async def test_danger_as_the_reason_why_an_answer_did_not_help(talk: Talk) -> None:
    lan, officer, head = await with_an_open_question(talk)
    bank_head = await official(talk, "lý", Role.HEAD, BANK)
    await answers(officer, officer.find("TV-0001"))
    await bank_head.presses("Duyệt")
    await talk.later(hours=7)
    await lan.presses("Chưa, hỏi lại")
    lan.news()

    await lan.says(DANGER)

    assert is_helped(lan, head)
    assert lan.last.labels == ["Kể thêm chuyện này", "Rút lại", "Hỏi lại TV-0001"]


async def test_an_accusation_beside_a_question_is_kept_from_its_office(talk: Talk) -> None:
    lan, officer, _ = await with_an_open_question(talk)
    await lan.presses("Nói thêm")

    await lan.says("Ông Bảy tổ trưởng bắt tôi đưa hai triệu mới chịu ký cho vay")

    assert officer.news() == []
    assert lan.last.labels == ["Nói thêm cho TV-0001"]
    await lan.presses("Đúng rồi, gửi đi")
    assert lan.last.text.startswith("Dạ chuyện này chỉ lãnh đạo ")


async def test_more_about_a_question_in_danger_goes_to_who_reads_it_and_the_numbers_come_again(
    talk: Talk,
) -> None:
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    lan = await resident(talk, "lan")
    await lan.says(DANGER)
    await lan.presses("Kể thêm chuyện này")
    for one in (head, lan):
        one.news()

    await lan.says("Chồng tôi đang cầm dao ngoài cửa, cứu tôi với")

    assert lan.last.text.endswith(CALLS)
    assert head.last.text.endswith("“Chồng tôi đang cầm dao ngoài cửa, cứu tôi với”")


async def test_a_short_cry_in_a_form_is_no_name(talk: Talk) -> None:
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    lan = await resident(talk, "lan")
    await lan.presses("Đăng ký dự đối thoại")
    await lan.presses("Hộ nghèo")
    assert lan.last.text == "Cô chú tên họ là gì?"
    lan.news()

    await lan.says("Chồng tôi đánh tôi")

    assert lan.last.text.endswith(CALLS)
    assert any("Chồng tôi đánh tôi" in text for text in head.news())
    lan.news()
    await lan.presses("Điền tiếp họ tên")
    assert lan.news()[0] == "Cô chú tên họ là gì?"


async def test_words_changed_into_danger_wait_for_no_press(talk: Talk) -> None:
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    lan = await resident(talk, "lan")
    await lan.says("Cho hỏi vay vốn ở đâu?", message_id="m1")
    lan.news()

    await talk.arrive(lan.inbound(text=DANGER, message_id="m1", happened=Happened.EDITED))

    assert is_helped(lan, head)


async def test_words_changed_into_danger_after_they_were_sent_are_heard(talk: Talk) -> None:
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    lan = await resident(talk, "lan")
    await lan.says("Cho hỏi vay vốn ở đâu?", message_id="m1")
    await lan.presses("Đúng rồi, gửi đi")
    lan.news()

    await talk.arrive(lan.inbound(text=DANGER, message_id="m1", happened=Happened.EDITED))
    assert is_helped(lan, head)
    again = f"{DANGER} ở hẻm 5"
    await talk.arrive(lan.inbound(text=again, message_id="m1", happened=Happened.EDITED))

    assert lan.last.text.endswith(CALLS)
    assert head.last.text.endswith(f"“{again}”")


async def test_who_is_in_danger_is_found_however_much_else_they_asked_since(talk: Talk) -> None:
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    lan = await resident(talk, "lan")
    await lan.says(DANGER, message_id="m1")
    for animal in ("bò", "heo", "gà", "vịt", "cá", "dê"):
        await asks(lan, f"Hộ cận nghèo vay vốn nuôi {animal} thì lãi bao nhiêu một tháng?")
    head.news()

    again = f"{DANGER} ở hẻm 5"
    await talk.arrive(lan.inbound(text=again, message_id="m1", happened=Happened.EDITED))

    assert head.find("TV-0001").text.endswith(f"“{again}”")


async def test_an_official_writes_about_danger_as_their_work(talk: Talk) -> None:
    lan, officer, _ = await with_an_open_question(talk)

    await officer.replies(officer.find("TV-0001"), "Nếu bị đánh, cô chú gọi 113, cứu tôi với!")

    assert not any(text.endswith(CALLS) for text in officer.news())
    assert lan.news() == []
