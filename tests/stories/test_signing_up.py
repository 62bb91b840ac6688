"""*Đăng ký dự đối thoại*: what is known is not asked again, and every step can be left."""

from dataclasses import replace

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import CALLS, LOAN, official, resident

PLACE = "07:30 thứ Sáu 15/05 tại Hội trường UBND phường 7"


async def signs_up(person: Person, name: str = "Thạch Thị Lan", phone: str = "0900000001") -> None:
    await person.says("Đăng ký dự đối thoại")
    await person.presses("Hộ cận nghèo")
    await person.says(name)
    await person.says(phone)
    await person.presses("Đúng rồi, đăng ký")


def with_seats(talk: Talk, seats: int) -> None:
    """Every seat group of every session shrinks."""
    cache = talk.app.works.cache
    sessions = tuple(
        replace(
            session, seat_groups=tuple(replace(one, seats=seats) for one in session.seat_groups)
        )
        for session in cache.programme.sessions
    )
    cache.put(replace(cache.programme, sessions=sessions))


async def test_category_name_and_phone_are_asked_and_confirmed(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.presses("Đăng ký dự đối thoại")
    await lan.presses("Hộ cận nghèo")
    await lan.says("Thạch Thị Lan")
    await lan.says("0900 000 001")
    await lan.presses("Đúng rồi, đăng ký")

    assert lan.news() == [
        f"Buổi đối thoại 2 lúc {PLACE}.\nNhà mình thuộc diện nào, thưa cô chú?",
        "Cô chú tên họ là gì?",
        "Cô chú cho em xin số điện thoại để báo khi có thay đổi, được không?",
        "Em ghi vậy nghen: Thạch Thị Lan, Khóm 3, Phường 7, Hộ cận nghèo, "
        "điện thoại 0900000001, dự Buổi đối thoại 2.\nĐúng chưa cô chú?",
        "Dạ em đã ghi tên nhà cô chú xin dự Buổi đối thoại 2 (07:30 thứ Sáu 15/05, Hội trường UBND "
        "phường 7). Chưa chắc có chỗ: phường xem rồi mới xếp, có chỗ là em nhắn mời liền, "
        "cô chú chưa phải làm gì.",
    ]


async def test_a_stranger_is_led_through_consent_and_ward_to_the_list(talk: Talk) -> None:
    lan = talk.person("lan")

    await lan.says("đăng ký dự đối thoại")
    await lan.presses("Đồng ý")
    await lan.presses("Phường 7")
    await lan.presses("Khóm 3")

    assert lan.last.text.endswith("Nhà mình thuộc diện nào, thưa cô chú?")


async def test_what_is_known_is_not_asked_again(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await signs_up(lan)
    await lan.presses("Lịch đối thoại")
    await lan.presses("Không đi Buổi đối thoại 2")
    lan.news()

    await lan.presses("Đăng ký dự đối thoại")

    assert lan.last.text.startswith("Em ghi vậy nghen: Thạch Thị Lan, Khóm 3, Phường 7")


async def test_a_phone_is_not_demanded(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Đăng ký dự đối thoại")
    await lan.presses("Hộ nghèo")
    await lan.says("Thạch Thị Lan")

    await lan.presses("Không có số")

    assert "Hộ nghèo, không có điện thoại, dự Buổi đối thoại 2." in lan.last.text


async def test_a_phone_that_cannot_be_one_is_asked_again_and_nothing_is_lost(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Đăng ký dự đối thoại")
    await lan.presses("Hộ nghèo")
    await lan.says("Thạch Thị Lan")

    await lan.says("12345")
    assert lan.last.text == (
        "Dạ số này chưa đúng, số điện thoại có 10 số và bắt đầu bằng số 0. "
        "Cô chú ghi lại giúp em, hoặc bấm Không có số."
    )
    await lan.says("0900000001")

    assert lan.last.text.startswith("Em ghi vậy nghen: Thạch Thị Lan")


async def test_back_leads_one_step_back_each_time(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Đăng ký dự đối thoại")
    await lan.presses("Hộ nghèo")
    await lan.says("Thạch Thị Lan")
    await lan.says("0900000001")
    lan.news()

    for _ in range(3):
        await lan.says("quay lại")

    assert lan.news() == [
        "Cô chú cho em xin số điện thoại để báo khi có thay đổi, được không?",
        "Cô chú tên họ là gì?",
        f"Buổi đối thoại 2 lúc {PLACE}.\nNhà mình thuộc diện nào, thưa cô chú?",
    ]


async def test_it_can_be_left_at_every_step(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    steps = ["Đăng ký dự đối thoại", "Hộ nghèo", "Thạch Thị Lan", "0900000001"]
    for reached in range(1, len(steps) + 1):
        for words in steps[:reached]:
            await lan.says(words)
        await lan.says("thôi")

        assert lan.last.text == "Dạ em dừng ở đây, không mất gì hết. Cô chú muốn làm gì tiếp?"


async def test_a_question_asked_in_between_is_sent_and_the_list_goes_on(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Đăng ký dự đối thoại")
    await lan.presses("Hộ nghèo")

    await lan.says(LOAN)
    assert lan.last.labels == ["Câu hỏi mới", "Trả lời cho em"]
    await lan.presses("Câu hỏi mới")
    assert lan.last.text == "Dạ hồi nãy mình đang làm dở. Cô chú muốn làm tiếp không?"
    await lan.presses("Đúng rồi, gửi đi")
    await lan.presses("Làm tiếp")
    assert lan.last.text == "Cô chú tên họ là gì?"
    await lan.says("Thạch Thị Lan")
    await lan.presses("Không có số")

    assert "Hộ nghèo" in lan.last.text


async def test_who_is_in_danger_reads_the_numbers_at_once_also_in_the_middle_of_something(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Đăng ký dự đối thoại")
    await lan.presses("Hộ nghèo")
    before = len(lan.heard)

    await lan.says("Chồng tui đang cầm dao rượt hai mẹ con, cứu với")

    [receipt] = lan.heard[before:]
    assert "TV-0001" in receipt
    assert receipt.endswith(CALLS)
    assert lan.last.labels[-1] == "Điền tiếp họ tên"


async def test_words_that_look_like_a_question_can_be_the_answer_after_all(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Đăng ký dự đối thoại")
    await lan.presses("Hộ nghèo")

    await lan.says("Dạ tên tui là Thạch Thị Lan nghen em")
    await lan.presses("Trả lời cho em")

    assert lan.last.text.startswith("Cô chú cho em xin số điện thoại")


async def test_signing_up_twice_is_politely_refused(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await signs_up(lan)

    await lan.presses("Đăng ký dự đối thoại")

    assert lan.last.text == (
        "Dạ cô chú đã đăng ký Buổi đối thoại 2 rồi, cô chú vào Lịch đối thoại để xem."
    )


async def plans_and_signs(talk: Talk) -> None:
    """The organiser plans the seats of session 2 and signs off; offers go out."""
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await organiser.says("/phien")
    await organiser.presses("Chỗ ngồi Buổi đối thoại 2")
    await organiser.presses("Xếp chỗ")
    await organiser.presses("Ký duyệt")
    await organiser.presses(organiser.last.labels[0])
    await talk.tick()


async def test_who_signed_up_before_the_plan_is_invited_when_it_is_signed(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await signs_up(lan)
    await lan.presses("Lịch đối thoại")
    assert "Cô chú đã đăng ký Buổi đối thoại 2, đang chờ xếp chỗ." in lan.last.text

    await plans_and_signs(talk)

    assert lan.last.text.startswith("Dạ em mời nhà cô chú Thạch Thị Lan dự Buổi đối thoại 2")
    await lan.presses("Lịch đối thoại")
    assert "Em đã mời nhà cô chú dự Buổi đối thoại 2" in lan.last.text
    await lan.presses("Sẽ đến")
    await lan.presses("Lịch đối thoại")
    assert "Cô chú đã có chỗ ở Buổi đối thoại 2." in lan.last.text


async def test_a_proposal_that_nobody_has_signed_is_told_to_nobody(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await signs_up(lan)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await organiser.says("/phien")
    await organiser.presses("Chỗ ngồi Buổi đối thoại 2")
    await organiser.presses("Xếp chỗ")
    await talk.tick()

    await lan.presses("Lịch đối thoại")

    assert "Cô chú đã đăng ký Buổi đối thoại 2, đang chờ xếp chỗ." in lan.last.text


async def test_who_signs_up_after_the_plan_sits_at_once_if_a_seat_is_left(talk: Talk) -> None:
    await plans_and_signs(talk)
    lan = await resident(talk, "lan")

    await signs_up(lan)

    assert lan.last.text == (
        f"Dạ còn chỗ nên em giữ luôn cho nhà cô chú ở Buổi đối thoại 2 lúc {PLACE}. "
        "Gần tới ngày em nhắc lại."
    )


async def test_who_comes_to_a_full_group_waits_and_is_offered_a_free_seat(talk: Talk) -> None:
    with_seats(talk, 1)
    lan, bay = await resident(talk, "lan"), await resident(talk, "bảy")
    await signs_up(lan)
    await plans_and_signs(talk)
    await lan.presses("Sẽ đến")

    await signs_up(bay, "Nguyễn Văn Bảy", "0900000002")
    assert bay.last.text == (
        "Dạ nhóm này hết chỗ, em đã ghi cô chú vào danh sách chờ của Buổi đối thoại 2 "
        "(07:30 thứ Sáu 15/05, Hội trường UBND phường 7). Có chỗ trống em báo liền."
    )
    await bay.presses("Lịch đối thoại")
    assert "Cô chú đang chờ chỗ ở Buổi đối thoại 2." in bay.last.text
    await lan.presses("Lịch đối thoại")
    await lan.presses("Không đi Buổi đối thoại 2")

    assert bay.last.text.startswith("Dạ em mời nhà cô chú Nguyễn Văn Bảy dự Buổi đối thoại 2")


async def test_who_left_can_sign_up_again(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await signs_up(lan)
    await lan.presses("Lịch đối thoại")
    await lan.presses("Không đi Buổi đối thoại 2")
    await lan.presses("Đăng ký dự đối thoại")
    await lan.presses("Đúng rồi, đăng ký")

    await plans_and_signs(talk)

    assert lan.last.text.startswith("Dạ em mời nhà cô chú Thạch Thị Lan dự Buổi đối thoại 2")


async def test_a_seat_is_passed_on_when_its_holder_has_everything_erased(talk: Talk) -> None:
    with_seats(talk, 1)
    lan, bay = await resident(talk, "lan"), await resident(talk, "bảy")
    await signs_up(lan)
    await plans_and_signs(talk)
    await lan.presses("Sẽ đến")
    await signs_up(bay, "Nguyễn Văn Bảy", "0900000002")

    await lan.says("/dulieu")
    await lan.presses("Xóa hết")
    await lan.presses("Xóa hết giùm tôi")

    assert bay.last.text.startswith("Dạ em mời nhà cô chú Nguyễn Văn Bảy")


async def test_a_ward_without_a_coming_session_is_told_to_ask_at_once(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await talk.clock.move(days=30)

    await lan.says("đăng ký dự đối thoại")

    assert lan.last.text == (
        "Dạ phường mình chưa có buổi đối thoại nào sắp tới. "
        "Cô chú cứ nhắn câu hỏi, em chuyển cho cơ quan liền."
    )
