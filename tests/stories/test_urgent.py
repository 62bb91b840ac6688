"""Somebody is in danger and no head looks: people are called, at any hour, until one takes it."""

from structlog.testing import capture_logs

from bot.domain.people import Role
from bot.health import Finding, Health
from tests.doubles.chat import Person, Talk
from tests.stories.cast import CALLS, official, resident

CRISIS = "Tôi không muốn sống nữa, chồng tôi đánh hoài, tôi ở hẻm BÍMẬT"
WARD_7 = "ubnd_phuong@p7"
STILL = "🚨 Câu khẩn TV-0001 "


UNHEARD = {
    "event": "danger_unheard",
    "question": 1,
    "queue": WARD_7,
    "log_level": "error",
}


def calls(person: Person) -> list[str]:
    """What a person was called with since they were last asked."""
    return [text for text in person.news() if text.startswith(STILL)]


async def in_danger_at_night(talk: Talk) -> tuple[Person, Person, Person]:
    """The ward's head, who runs it, and the resident who has just written."""
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    lan = await resident(talk, "lan")
    await talk.clock.move(hours=13)  # 23:00
    await lan.says(CRISIS)
    head.news()
    return head, organiser, lan


async def test_after_a_quarter_of_an_hour_head_and_organiser_are_called(talk: Talk) -> None:
    head, organiser, _ = await in_danger_at_night(talk)

    await talk.later(minutes=14)
    assert calls(head) + calls(organiser) == []
    await talk.later(minutes=1)

    assert calls(organiser) == [
        "🚨 Câu khẩn TV-0001 ở UBND phường 7 chờ đã 15 phút mà chưa lãnh đạo nào nhận. "
        "Anh chị gọi lãnh đạo đó ngay giúp em."
    ]
    said, card = head.news()
    assert said == (
        "🚨 Câu khẩn TV-0001 chờ đã 15 phút mà chưa ai nhận. "
        "Anh chị nhận giúp em liền, hoặc gọi ngay cho người đang cần."
    )
    assert "BÍMẬT" in card


async def test_each_call_comes_once_and_a_taken_question_is_quiet(talk: Talk) -> None:
    head, organiser, _ = await in_danger_at_night(talk)
    await talk.later(minutes=15)
    await talk.tick()
    assert len(calls(organiser)) == 1
    await talk.later(minutes=15)
    assert len(calls(organiser)) == 1

    await head.presses("Nhận")
    await talk.later(hours=25)

    assert calls(organiser) == []


async def test_nobody_takes_it_for_a_day(talk: Talk) -> None:
    _, organiser, _ = await in_danger_at_night(talk)

    for _ in range(30):
        await talk.later(hours=1)

    assert [text.partition("chờ đã ")[2].partition(" mà")[0] for text in calls(organiser)] == [
        *("1 giờ", "3 giờ", "8 giờ", "24 giờ")
    ]


async def test_who_hands_it_on_hands_on_the_calls(talk: Talk) -> None:
    head, organiser, _ = await in_danger_at_night(talk)
    other = await official(talk, "thu", Role.HEAD, "yte")
    await talk.later(minutes=10)
    await head.presses("Chuyển cơ quan")
    await head.presses("Phòng Y tế")
    await head.says("Cô này cần bác sĩ")
    other.news()

    await talk.later(minutes=14)
    assert calls(organiser) == []
    await talk.later(minutes=1)

    assert calls(organiser)[0].startswith("🚨 Câu khẩn TV-0001 ở Phòng Y tế chờ đã 15 phút")
    assert any(text.startswith(STILL) for text in other.news())


async def test_where_nobody_can_be_told_the_receipt_promises_nothing_but_the_numbers(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")

    with capture_logs() as logs:
        await lan.says(CRISIS)

    [receipt] = lan.news()
    assert receipt == (
        "Dạ giờ này em chưa báo được cho ai, cô chú đừng chờ em, kêu người ở gần giúp liền. "
        "Chuyện cô chú kể em giữ kín, ghi số TV-0001.\n\n"
        f"Đang nguy hiểm thì gọi liền, đừng chờ:\n{CALLS}"
    )
    assert [one for one in logs if one["event"] == "danger_unheard"] == [UNHEARD]


async def test_who_runs_the_bot_sees_danger_that_nobody_takes(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(CRISIS)

    async def found() -> Finding:
        findings = await Health(talk.app.works, {}).findings()
        return next(one for one in findings if one.what == "danger untaken")

    assert await found() == Finding("danger untaken", 1, 0, ok=True)
    with capture_logs() as logs:
        await talk.later(minutes=15)
    assert [one for one in logs if one["event"] == "danger_unheard"] == [UNHEARD]
    assert await found() == Finding("danger untaken", 1, 15 * 60, ok=False)

    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    await talk.later(minutes=15)
    await head.presses("Nhận")

    assert await found() == Finding("danger untaken", 0, 0, ok=True)
