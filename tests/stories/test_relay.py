"""The way back: the bulletin at its slot, quiet hours, a missed slot, *Phát ngay*, *Đã phát*."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, INSURANCE, LOAN, WARD_7, asks, official, resident

SCRIPT = (
    "Đây là Đài Truyền thanh Phường 7. Kính thưa bà con, "
    "sau đây là phần trả lời ý kiến của bà con.\n\n"
    f"Có bà con hỏi: {LOAN}\nNgân hàng Chính sách trả lời: {ANSWER}\n\n"
    "Cảm ơn bà con đã lắng nghe."
)


async def approved(talk: Talk, *askers: Person, text: str = LOAN) -> None:
    """Each of them asked, and has an approved answer."""
    officer = await official(talk, "tâm", Role.OFFICER, BANK)
    head = await official(talk, "hoa", Role.HEAD, BANK)
    for asker in askers:
        number = await asks(asker, text)
        await officer.replies(officer.find(number), ANSWER)
        await officer.presses("Gửi duyệt")
        await head.presses("Duyệt")


async def test_at_the_slot_reader_asker_and_followers_hear(talk: Talk) -> None:
    lan, bay = await resident(talk, "lan"), await resident(talk, "bảy")
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await bay.says("/traloi")
    await bay.presses("Nhận trả lời của phường")
    await approved(talk, lan)
    for one in (lan, bay, reader):
        one.news()

    await talk.later(hours=6, minutes=59)
    assert (lan.news(), bay.news(), reader.news()) == ([], [], [])
    await talk.later(minutes=1)

    assert reader.news() == [
        f"📢 Loa 17:00 thứ Tư 29/04, đọc khoảng 1 phút. Đọc xong anh chị bấm Đã phát.\n\n{SCRIPT}"
    ]
    assert bay.news() == [SCRIPT]
    assert lan.news() == [
        f"Dạ, Ngân hàng Chính sách trả lời câu TV-0001 của cô chú:\n\n{ANSWER}\n\n"
        "Câu trả lời này có giúp được cô chú không?"
    ]


async def test_every_ward_whose_slot_it_is_hears_at_once(talk: Talk) -> None:
    askers = [await resident(talk, f"ở {ward}", ward) for ward in ("Phường 7", "Phường 6")]
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    other = await official(talk, "út", Role.RELAY, "p6")
    await approved(talk, *askers)
    for one in (*askers, reader, other):
        one.news()

    await talk.later(hours=7)

    heard = [one.news() for one in (*askers, reader, other)]
    assert [len(news) for news in heard] == [1, 1, 1, 1]
    assert [ANSWER in news[0] for news in heard] == [True] * 4


async def test_who_asked_and_follows_gets_only_what_others_asked(talk: Talk) -> None:
    lan, bay = await resident(talk, "lan"), await resident(talk, "bảy")
    await lan.says("/traloi")
    await lan.presses("Nhận trả lời của phường")
    await approved(talk, lan)
    await talk.later(hours=7)
    assert [one for one in lan.news() if "Đài Truyền thanh" in one] == []

    better = LOAN.replace("50", "80")
    await approved(talk, lan, bay, text=better)
    lan.news()
    await talk.later(hours=13)

    (answer, copy) = lan.news()
    assert answer.startswith("Dạ, Ngân hàng Chính sách trả lời câu TV-0002")
    assert copy.count("Có bà con hỏi") == 1


async def test_before_dawn_the_reader_gets_the_script_and_chats_wait_for_six(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await talk.clock.move(hours=8)  # 18:00, the evening slot is over
    await approved(talk, lan)
    lan.news()

    await talk.later(hours=11, minutes=30)
    assert reader.last.text.startswith("📢 Loa 05:30 thứ Năm 30/04")
    assert lan.news() == []
    await lan.says("/cauhoi")
    assert "TV-0001 · sắp trả lời" in lan.last.text
    await talk.later(minutes=30)

    assert ANSWER in lan.last.text


async def test_a_slot_missed_by_more_than_its_grace_goes_to_the_next_and_says_so(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await approved(talk, lan)
    lan.news()

    await talk.clock.move(hours=7, minutes=40)  # nobody ticked at 17:00
    await talk.tick()

    assert reader.news() == [
        "Bản tin 17:00 thứ Tư 29/04 bị lỡ giờ, em đã dời sang 05:30 thứ Năm 30/04. "
        "Anh chị không cần làm gì thêm."
    ]
    assert lan.news() == []
    await talk.later(hours=11, minutes=50)
    assert reader.last.text.startswith("📢 Loa 05:30 thứ Năm 30/04")


async def test_a_slot_missed_within_its_grace_is_still_told(talk: Talk) -> None:
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await approved(talk, await resident(talk, "lan"))

    await talk.clock.move(hours=7, minutes=30)
    await talk.tick()

    assert reader.last.text.startswith("📢 Loa 17:00 thứ Tư 29/04")


async def test_aired_now_everybody_hears_at_once_and_only_once(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await approved(talk, lan)
    lan.news()

    await reader.presses("Bản tin")
    assert reader.last.text == "Bản tin Phường 7 17:00 thứ Tư 29/04: 1 câu, chờ phát."
    await reader.presses("Phát ngay")
    assert reader.last.labels == ["Phát luôn", "Thôi"]
    await reader.presses("Phát luôn")
    assert len(lan.news()) == 1
    await reader.presses("Phát luôn")
    assert reader.last.text == "Bản tin này đã giao rồi, anh chị mở /bantin để xem."
    await talk.later(hours=8)

    assert lan.news() == []


async def test_aired_is_reported_once_and_every_script_says_so(talk: Talk) -> None:
    son = await official(talk, "sơn", Role.RELAY, "p7")
    ut = await official(talk, "út", Role.RELAY, "p7")
    await approved(talk, await resident(talk, "lan"))
    await talk.later(hours=7)
    script = ut.last

    await son.presses("Đã phát")
    assert son.last.text == "Đã ghi: phát lúc 17:00 thứ Tư 29/04. Cảm ơn anh chị."
    assert ut.last.id == script.id
    assert ut.last.text == f"✅ Đã phát lúc 17:00 thứ Tư 29/04, Sơn báo.\n\n{SCRIPT}"
    assert ut.last.labels == []
    await talk.arrive(ut.inbound(press=script.choices[0].data, happened="pressed"))

    assert ut.last.text == "Bản tin này đã được báo phát rồi, anh chị không cần bấm nữa."


async def test_a_bulletin_that_was_not_given_out_cannot_be_reported_as_aired(talk: Talk) -> None:
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await approved(talk, await resident(talk, "lan"))

    await talk.arrive(reader.inbound(press="aired:1", happened="pressed"))

    assert reader.last.text == (
        "Bản tin này chưa tới giờ giao. Anh chị chờ tới giờ, hoặc bấm Phát ngay trong /bantin."
    )


async def test_the_words_can_be_read_before(talk: Talk) -> None:
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await approved(talk, await resident(talk, "lan"))

    await reader.presses("Bản tin")
    await reader.presses("Xem lời đọc")

    assert reader.last.text == SCRIPT


async def test_a_phone_in_a_question_is_not_read_out(talk: Talk) -> None:
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await approved(talk, await resident(talk, "lan"), text=f"{LOAN} Gọi số 0901234567")

    await talk.later(hours=7)

    assert f"Có bà con hỏi: {LOAN} Gọi số •••\n" in reader.last.text


async def test_a_reader_of_another_ward_reads_nothing(talk: Talk) -> None:
    reader = await official(talk, "sơn", Role.RELAY, "p1")
    await approved(talk, await resident(talk, "lan"))

    await talk.arrive(reader.inbound(press="script:1", happened="pressed"))

    assert reader.last.text == (
        "Bản tin này không thuộc phường của anh chị. Anh chị mở /bantin để xem bản tin của mình."
    )


async def test_where_no_reader_is_named_the_ward_s_head_gets_the_script(talk: Talk) -> None:
    head = await official(talk, "bình", Role.HEAD, WARD_7)
    await approved(talk, await resident(talk, "lan"))

    await talk.later(hours=7)

    assert head.last.text.endswith(SCRIPT)


async def test_an_empty_ward_says_so(talk: Talk) -> None:
    reader = await official(talk, "sơn", Role.RELAY, "p7")

    await reader.says("/bantin")

    assert reader.last.text == "Phường 7 chưa có câu trả lời nào chờ phát. Có câu mới em báo."


async def test_released_answers_are_there_for_everybody_of_the_ward(talk: Talk) -> None:
    lan, bay = await resident(talk, "lan"), await resident(talk, "bảy")
    await approved(talk, lan, text=f"{LOAN} Gọi số 0901234567 nghen")
    await bay.says("/traloi")
    assert bay.last.text == (
        "Dạ chưa có câu trả lời nào được phát. Cô chú có điều gì muốn hỏi không?"
    )
    await talk.later(hours=7)

    await bay.presses("Các câu trả lời")

    assert bay.last.text == (
        "Dạ đây là các câu trả lời mới của Phường 7:\n\n"
        f"TV-0001 · Bà con hỏi: {LOAN} Gọi số ••• nghen\nNgân hàng Chính sách trả lời: {ANSWER}"
    )


async def test_following_can_be_stopped(talk: Talk) -> None:
    lan, bay = await resident(talk, "lan"), await resident(talk, "bảy")
    await bay.says("/traloi")
    await bay.presses("Nhận trả lời của phường")
    await bay.says("/traloi")
    await bay.presses("Thôi nhận trả lời")
    await approved(talk, lan)
    bay.news()

    await talk.later(hours=7)

    assert bay.news() == []


async def test_who_wants_no_messages_finds_the_answer_under_my_questions(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says("/ngung")
    await approved(talk, lan)
    lan.news()

    await talk.later(hours=7)
    assert lan.news() == []
    await lan.says("/cauhoi")
    await lan.says("1")

    assert lan.last.text == (f"TV-0001 · đã trả lời\n“{LOAN}”\nNgân hàng Chính sách: {ANSWER}")


async def test_questions_of_two_wards_are_heard_in_their_own(talk: Talk) -> None:
    lan, ba = await resident(talk, "lan"), await resident(talk, "ba", "Phường 1")
    seven = await official(talk, "sơn", Role.RELAY, "p7")
    one = await official(talk, "út", Role.RELAY, "p1")
    await approved(talk, lan)
    await approved(talk, ba, text=INSURANCE.replace("bảo hiểm y tế", "vay vốn ngân hàng"))

    await talk.later(hours=7)

    assert LOAN in seven.last.text
    assert LOAN not in one.last.text
