"""Inviting officials from chat, their first words, the holding pen, and officials who ask."""

from bot.domain.people import Role
from tests.doubles.chat import Message, Person, Talk
from tests.stories.cast import ANSWER, BANK, LOAN, asks, official, resident


def code_in(message: Message) -> str:
    return message.text.partition(": ")[2].split()[0]


async def test_an_official_is_greeted_asked_for_a_name_and_shown_their_own_menu(
    talk: Talk,
) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)

    assert tam.heard == [
        "Chào anh chị, từ giờ anh chị là chuyên viên – Ngân hàng Chính sách.",
        "Anh chị tên gì, để đồng nghiệp biết ai đang lo việc này?",
        "Dạ em nghe anh chị. Có câu hỏi mới là em gửi thẻ vào đây, "
        "còn bây giờ anh chị bấm một nút bên dưới.",
    ]
    assert tam.last.labels == [
        *("Hàng đợi", "Việc đã hứa"),
        *("Hỏi giúp bà con", "Các câu trả lời"),
        "Việc của tôi",
    ]


async def test_who_has_no_queue_is_promised_no_cards(talk: Talk) -> None:
    chi = await official(talk, "chi", Role.ORGANISER)

    await chi.says("xin chào")

    assert chi.last.text == (
        "Dạ em nghe anh chị. Có việc cần anh chị là em nhắn vào đây, "
        "còn bây giờ anh chị bấm một nút bên dưới."
    )
    assert chi.last.labels == [
        *("Các buổi", "Chờ xếp", "Thông báo", "Mời cán bộ"),
        *("Hỏi giúp bà con", "Các câu trả lời"),
        "Việc của tôi",
    ]


async def test_help_names_the_commands_that_are_open_to_one_s_roles(talk: Talk) -> None:
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    hoa = await official(talk, "hoa", Role.HEAD, BANK)

    await khom.says("/giup")
    await hoa.says("/giup")

    everybody_s = ["/traloi", "/hoigiup", "/nhom", "/ngung", "/dulieu"]
    assert _commands(khom.last) == everybody_s
    assert _commands(hoa.last) == ["/hangdoi", "/hua", "/moi", *everybody_s]


def _commands(message: Message) -> list[str]:
    return [line.split()[0] for line in message.text.splitlines() if line.startswith("/")]


async def test_what_an_official_does_as_anybody_does_is_one_press_away(talk: Talk) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await tam.says("/giup")

    await tam.presses("Việc của tôi")
    assert tam.last.labels == [
        *("Gửi câu hỏi", "Câu hỏi của tôi"),
        *("Đăng ký dự đối thoại", "Lịch đối thoại", "Quay lại"),
    ]
    await tam.presses("Quay lại")

    assert tam.last.labels[0] == "Hàng đợi"


async def test_words_of_an_official_without_a_queue_are_asked_about_not_held(talk: Talk) -> None:
    thu = await official(talk, "thư", Role.CLERK, "2")

    await thu.says("Phường đã có vốn, tháng sau làm đường")
    assert thu.news() == [
        "“Phường đã có vốn, tháng sau làm đường”\n\n"
        "Anh chị muốn gửi câu này cho cơ quan trả lời không? "
        "Không phải thì anh chị bấm một nút bên dưới."
    ]
    assert thu.last.labels[:2] == ["Câu hỏi mới", "Các buổi"]
    await thu.presses("Câu hỏi mới")

    assert thu.last.labels[:2] == ["Đồng ý", "Không đồng ý"]


async def test_a_head_invites_officers_of_the_own_queue(talk: Talk) -> None:
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    minh = talk.person("minh")

    await hoa.presses("Mời cán bộ")
    assert hoa.last.labels == ["chuyên viên – Ngân hàng Chính sách", "Ai đang giữ việc", "Thôi"]
    await hoa.presses("chuyên viên – Ngân hàng Chính sách")
    assert hoa.last.text.endswith("hoặc nhắn mã này cho em, dùng một lần trong 14 ngày.")
    await minh.says(code_in(hoa.last).lower())

    assert minh.heard[0] == "Chào anh chị, từ giờ anh chị là chuyên viên – Ngân hàng Chính sách."


async def test_a_code_is_good_once(talk: Talk) -> None:
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await hoa.presses("Mời cán bộ")
    await hoa.presses("chuyên viên – Ngân hàng Chính sách")
    code = code_in(hoa.last)
    await talk.person("minh").opens(code)

    other = talk.person("khách")
    await other.opens(code)

    assert other.last.text == (
        "Mã này không đúng, đã dùng hoặc quá hạn. Anh chị xin người mời một mã mới giúp em."
    )


async def test_a_code_is_good_for_two_weeks(talk: Talk) -> None:
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await hoa.presses("Mời cán bộ")
    await hoa.presses("chuyên viên – Ngân hàng Chính sách")
    code = code_in(hoa.last)
    await talk.clock.move(days=14, minutes=1)

    minh = talk.person("minh")
    await minh.opens(code)

    assert minh.last.text.startswith("Mã này không đúng")


async def test_an_organiser_chooses_role_and_place_and_can_go_back(talk: Talk) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await organiser.says("/moi")
    await organiser.presses("người đọc loa")
    assert organiser.last.labels[-2:] == ["Quay lại", "Thôi"]
    await organiser.presses("Quay lại")
    assert organiser.last.text == "Anh chị mời ai?"
    await organiser.presses("người đọc loa")

    await organiser.says("phuong 7")

    assert organiser.last.text.startswith("Mã mời người đọc loa – Phường 7: ")


async def test_an_officer_may_not_invite(talk: Talk) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)

    await tam.says("/moi")

    assert tam.last.text == (
        "Anh chị chưa được quyền mời vai trò này. "
        "Anh chị nhờ lãnh đạo hoặc ban tổ chức mời giúp em."
    )


async def test_a_reply_that_matches_nothing_waits_in_the_pen_for_the_organiser(
    talk: Talk,
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)

    await tam.replies(Message("999", "", ()), "Tuần sau có tiền nghen bà con")

    assert tam.last.text == (
        "Em không rõ tin này trả lời câu nào, nên đã giữ cho ban tổ chức xem. "
        "Anh chị mở Hàng đợi rồi trả lời vào đúng thẻ giúp em."
    )
    await organiser.presses("Chờ xếp")
    assert organiser.last.text == (
        "10:00 thứ Tư 29/04 · trả lời không rõ cho câu nào · Tâm\n“Tuần sau có tiền nghen bà con”"
    )
    await organiser.presses("Đã xem xong")
    await organiser.presses("Chờ xếp")

    assert organiser.last.text == "Chờ xếp đang trống."


async def test_an_answer_that_lost_its_card_is_not_taken_for_a_question(talk: Talk) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)

    await tam.says(ANSWER)

    assert tam.last.text == (
        f"“{ANSWER}”\n\nTin này là câu hỏi mới của anh chị, hay câu trả lời cho một thẻ trong "
        "Hàng đợi? Nếu là câu trả lời, anh chị mở Hàng đợi rồi trả lời thẳng vào thẻ."
    )
    assert tam.last.labels == ["Câu hỏi mới", "Hàng đợi"]


async def resident_official(talk: Talk) -> Person:
    """Tâm works at the bank and lives in ward 7."""
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await tam.says(LOAN)
    await tam.presses("Câu hỏi mới")
    await tam.presses("Đồng ý")
    await tam.presses("Phường 7")
    await tam.presses("Khóm 3")
    await tam.presses("Đúng rồi, gửi đi")
    return tam


async def test_an_official_asks_as_a_resident_and_does_not_work_on_it(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    tam = await resident_official(talk)

    assert tam.last.text.startswith("Dạ em đã gửi câu hỏi của cô chú")
    assert "số TV-0001. Trả lời trước" in tam.last.text
    assert minh.last.text.startswith("TV-0001 · vay vốn")
    tam.news()
    await tam.says("/hangdoi")
    assert tam.news() == ["Hàng đợi Ngân hàng Chính sách đang trống. Có câu mới em báo liền."]
    await tam.says("/cauhoi")

    assert "TV-0001 · đang chờ" in tam.last.text
    assert tam.last.labels[0] == "Xem câu TV-0001"


async def test_an_official_cannot_answer_their_own_question(talk: Talk) -> None:
    tam = await resident_official(talk)

    await talk.arrive(tam.inbound(press="take:1", happened="pressed"))

    assert tam.last.text == (
        "Câu này không thuộc hàng đợi của anh chị. Anh chị mở /hangdoi để xem câu của mình."
    )


async def test_the_figures_of_the_sessions_are_for_who_runs_them(talk: Talk) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)

    await organiser.says("/phien")
    await tam.says("/phien")

    assert "Buổi đối thoại 1: 07:30 thứ Tư 13/05" in organiser.last.text
    assert "chỗ" in organiser.last.text
    assert tam.last.text == (
        "Việc này dành cho ban tổ chức. Anh chị mở /giup để xem việc của mình."
    )


async def test_help_speaks_to_each_in_their_own_way(talk: Talk) -> None:
    lan, tam = await resident(talk, "lan"), await official(talk, "tâm", Role.OFFICER, BANK)

    await lan.says("/giup")
    await tam.says("/giup")

    assert lan.heard[-2].startswith("Cô chú cứ nhắn câu hỏi vào đây như nhắn cho con cháu")
    assert tam.heard[-2].startswith("Có câu hỏi mới là em gửi thẻ vào đây")


async def test_an_official_who_wants_no_messages_still_finds_the_queue(talk: Talk) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await tam.says("/ngung")
    tam.news()

    await asks(await resident(talk, "lan"))
    assert tam.news() == []
    await tam.says("/hangdoi")

    assert LOAN in tam.last.text
