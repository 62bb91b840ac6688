"""Somebody in danger was in a head's hands and is no more: people are called again, at once."""

from bot.domain.people import Role
from bot.health import Finding, Health
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, WARD_7, official, resident
from tests.stories.test_leaving_office import ends
from tests.stories.test_urgent import CRISIS, calls

AGAIN = (
    "🚨 Câu khẩn TV-0001 giờ không còn ai giữ. "
    "Anh chị nhận giúp em liền, hoặc gọi ngay cho người đang cần."
)
AGAIN_TO_RUNNERS = (
    "🚨 Câu khẩn TV-0001 ở UBND phường 7 giờ không còn lãnh đạo nào giữ. "
    "Anh chị gọi lãnh đạo đó ngay giúp em."
)


async def taken_at_night(talk: Talk) -> tuple[Person, Person, Person, Person]:
    """The head who holds it, another head, the organiser, and who is in danger."""
    hoa = await official(talk, "hoa", Role.HEAD, WARD_7)
    tu = await official(talk, "tư", Role.HEAD, WARD_7)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    lan = await resident(talk, "lan")
    await talk.clock.move(hours=13)  # 23:00
    await lan.says(CRISIS)
    await hoa.presses("Nhận")
    await talk.later(minutes=15)
    for person in (hoa, tu, organiser, lan):
        person.news()
    return hoa, tu, organiser, lan


async def test_what_a_head_gives_back_is_called_out_at_once_and_then_as_before(talk: Talk) -> None:
    hoa, tu, organiser, _ = await taken_at_night(talk)

    await hoa.presses("Để lại hàng đợi")
    await talk.tick()

    said, card = tu.news()
    assert said == AGAIN
    assert card.startswith("🚨 Khẩn · TV-0001")
    assert calls(organiser) == [AGAIN_TO_RUNNERS]
    await talk.later(minutes=14)
    assert calls(organiser) == []
    await talk.later(minutes=1)
    assert "chờ đã 15 phút" in calls(organiser)[0]
    await tu.presses("Nhận")
    await talk.later(days=2)
    assert calls(organiser) == []


async def test_what_a_head_held_whose_role_ends_is_called_out_at_once(talk: Talk) -> None:
    _, tu, organiser, _ = await taken_at_night(talk)

    await ends(organiser, "UBND phường 7", "Hoa – lãnh đạo")
    await talk.tick()

    assert calls(tu) == [AGAIN]
    assert calls(organiser) == [AGAIN_TO_RUNNERS]


async def test_what_a_head_held_who_closed_the_chat_is_called_out_at_once(talk: Talk) -> None:
    hoa, tu, organiser, _ = await taken_at_night(talk)

    await hoa.blocks()
    await talk.tick()

    assert calls(tu) == [AGAIN]
    assert calls(organiser) == [AGAIN_TO_RUNNERS]
    await tu.presses("Nhận")
    assert tu.find("🚨 Khẩn · TV-0001").text.endswith("Tư đang giữ")


async def test_what_a_head_held_who_is_erased_is_called_out_at_once(talk: Talk) -> None:
    hoa, tu, organiser, _ = await taken_at_night(talk)

    await hoa.says("/dulieu")
    await hoa.presses("Xóa hết")
    await hoa.presses("Xóa hết giùm tôi")
    await talk.tick()

    assert calls(tu) == [AGAIN]
    assert calls(organiser) == [AGAIN_TO_RUNNERS]


async def test_an_asker_who_closes_the_chat_leaves_it_in_the_hands_of_the_head(talk: Talk) -> None:
    hoa, tu, organiser, lan = await taken_at_night(talk)
    await lan.blocks()

    await talk.tick()

    assert calls(tu) + calls(organiser) == []
    assert hoa.find("🚨 Khẩn · TV-0001").text.endswith("Hoa đang giữ")


async def test_a_head_who_takes_over_from_one_who_left_rings_no_alarm(talk: Talk) -> None:
    _, tu, organiser, _ = await taken_at_night(talk)
    await ends(organiser, "UBND phường 7", "Hoa – lãnh đạo")

    await tu.presses("Nhận")
    organiser.news()
    await talk.later(days=2)

    assert calls(organiser) == []


async def test_who_runs_the_bot_sees_it_from_the_moment_it_is_given_back(talk: Talk) -> None:
    hoa, *_ = await taken_at_night(talk)

    async def found() -> Finding:
        findings = await Health(talk.app.works, {}).findings()
        return next(one for one in findings if one.what == "danger untaken")

    assert await found() == Finding("danger untaken", 0, 0, ok=True)
    await hoa.presses("Để lại hàng đợi")
    assert await found() == Finding("danger untaken", 1, 0, ok=True)
    await talk.later(minutes=15)
    assert await found() == Finding("danger untaken", 1, 15 * 60, ok=False)


async def test_after_a_day_nobody_is_left_to_wait_in_silence(talk: Talk) -> None:
    hoa, _, organiser, _ = await taken_at_night(talk)
    await hoa.presses("Để lại hàng đợi")
    await talk.later(days=1)
    organiser.news()

    for hours in (24, 48):
        await talk.later(days=1)
        assert [text for text in calls(organiser) if f"chờ đã {hours + 24} giờ" in text]


async def test_an_answer_that_did_not_help_somebody_in_danger_rings_at_night(talk: Talk) -> None:
    hoa, tu, _, lan = await taken_at_night(talk)
    await hoa.presses("Trả lời")
    await hoa.says("Sáng mai có người tới gặp cô.")
    await hoa.presses("Gửi duyệt")
    await tu.presses("Duyệt")
    tu.news()

    await lan.presses("Chưa, hỏi lại")
    await lan.says("Ảnh lại đánh tôi nữa rồi")

    assert tu.news()[-1].startswith("🚨 Khẩn · TV-0001")
    await talk.later(minutes=15)
    assert "chờ đã 15 phút" in calls(tu)[0]


# ── what is added to it ──────────────────────────────────────────────────────────────────────

MORE = "Ảnh đang đập cửa, tôi khóa trong phòng"


async def adds(lan: Person) -> None:
    """An hour later, when whoever wrote or pressed something may be asleep."""
    await lan.talk.clock.move(hours=1)
    await lan.presses("Kể thêm chuyện này")
    await lan.says(MORE)


async def test_words_that_somebody_in_danger_adds_reach_the_head_at_night(talk: Talk) -> None:
    hoa, _, _, lan = await taken_at_night(talk)

    await adds(lan)

    assert hoa.news()[-1] == f"Người hỏi nói thêm cho câu TV-0001: “{MORE}”"


async def test_so_do_they_where_the_head_wanted_no_more_messages(talk: Talk) -> None:
    hoa, _, _, lan = await taken_at_night(talk)
    await hoa.says("/ngung")
    hoa.news()

    await adds(lan)

    assert hoa.news()[-1] == f"Người hỏi nói thêm cho câu TV-0001: “{MORE}”"


async def test_where_nobody_holds_it_every_head_reads_them(talk: Talk) -> None:
    hoa, tu, _, lan = await taken_at_night(talk)
    await hoa.presses("Để lại hàng đợi")

    await adds(lan)

    assert MORE in hoa.news()[-1]
    assert MORE in tu.news()[-1]


async def test_where_the_holder_is_gone_the_other_head_reads_them(talk: Talk) -> None:
    hoa, tu, _, lan = await taken_at_night(talk)
    await hoa.blocks()

    await adds(lan)

    assert MORE in tu.news()[-1]


async def test_where_no_head_is_left_the_organisers_hear_that_something_is_there(
    talk: Talk,
) -> None:
    hoa, tu, organiser, lan = await taken_at_night(talk)
    await hoa.blocks()
    await tu.blocks()

    await adds(lan)

    assert organiser.news() == [
        "🚨 Câu khẩn TV-0001 ở UBND phường 7 chưa tới được lãnh đạo nào. "
        "Anh chị gọi hoặc mời lãnh đạo vào giúp em ngay."
    ]


async def test_words_added_to_an_everyday_question_wait_for_the_morning(talk: Talk) -> None:
    officer = await official(talk, "minh", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    await lan.says("Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?")
    await lan.presses("Đúng rồi, gửi đi")
    await talk.clock.move(hours=13)
    officer.news()

    await lan.presses("Nói thêm")
    await lan.says("Nuôi hai con thôi")

    assert officer.news() == []
    await talk.later(hours=7)
    assert "Nuôi hai con thôi" in officer.news()[-1]
