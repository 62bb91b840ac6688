"""*Hỏi thêm*: the clock stands still until the asker replies, or the officer need not wait."""

from datetime import UTC, datetime, timedelta

from bot.config import Settings
from bot.domain.people import Role
from tests.conftest import begun
from tests.doubles.chat import Person, Platform, Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import ANSWER, BANK, LOAN, asks, official
from tests.stories.test_queue import office


async def test_asking_back_stops_the_clock_and_the_reply_starts_it_again(talk: Talk) -> None:
    lan, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")
    assert lan.last.text == (
        "Dạ, Ngân hàng Chính sách cần hỏi thêm về câu TV-0001: “Cô chú vay ở phường nào?”\n"
        "Cô chú trả lời thẳng vào tin này, hoặc bấm Nói thêm giúp em nghen?"
    )
    assert tam.find("TV-0001 ·").text.endswith("chưa tính vào ngày hẹn")

    await talk.clock.move(days=7)
    await lan.replies(lan.last, "Dạ phường 7")

    assert lan.last.text == (
        "Dạ em đã ghi thêm vào câu TV-0001 và báo Ngân hàng Chính sách. "
        "Cô chú vẫn được trả lời trước 17:00 thứ Sáu 15/05."
    )
    assert tam.last.text == (
        "Người hỏi đã trả lời điều anh chị hỏi ở câu TV-0001, "
        "từ giờ tính tiếp ngày hẹn: “Dạ phường 7”"
    )


async def test_what_was_asked_back_can_be_answered_without_a_reply(talk: Talk) -> None:
    lan, tam, _ = await office(talk)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")

    await lan.says("Dạ phường 7")
    assert lan.last.text == (
        "“Dạ phường 7”\n\nĐây là lời cô chú trả lời điều cơ quan hỏi thêm, hay là câu hỏi mới?"
    )
    assert lan.last.labels == ["Trả lời câu TV-0001", "Câu hỏi mới"]
    await lan.presses("Trả lời câu TV-0001")

    assert tam.last.text.endswith("từ giờ tính tiếp ngày hẹn: “Dạ phường 7”")


async def test_an_officer_need_not_wait_for_ever_for_what_was_asked_back(talk: Talk) -> None:
    _, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")
    await talk.clock.move(days=7)

    await tam.presses("Không chờ nữa")

    assert tam.last.text == (
        "Câu TV-0001 làm tiếp, không chờ nữa. Hẹn trả lời là 17:00 thứ Sáu 15/05."
    )


async def test_a_word_is_still_for_what_was_asked_back_after_many_new_questions(
    talk: Talk,
) -> None:
    lan, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")
    for alley in range(6):
        await lan.says(f"{LOAN} Hẻm {alley}")
        await lan.presses("Câu hỏi mới")
        await lan.presses("Đúng rồi, gửi đi")

    await lan.says("Dạ phường 7")
    assert lan.last.labels == ["Trả lời câu TV-0001", "Câu hỏi mới"]
    await lan.presses("Trả lời câu TV-0001")

    assert tam.last.text.endswith("từ giờ tính tiếp ngày hẹn: “Dạ phường 7”")


async def test_what_is_no_longer_asked_back_takes_no_word(talk: Talk) -> None:
    lan, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")
    await tam.presses("Không chờ nữa")

    number = await asks(lan, f"{LOAN} Hẻm 7")

    assert number == "TV-0002"


# ── an asker who does not answer ─────────────────────────────────────────────────────────────

AGAIN = (
    "Dạ, Ngân hàng Chính sách còn chờ cô chú nói thêm về câu TV-0001: “Cô chú vay ở phường nào?” "
    "Cô chú trả lời thẳng vào tin này giúp em; chỗ nào không rõ thì nhắn “không biết” cũng được "
    "nghen?"
)
UNANSWERED = (
    "⏳ Đã hỏi thêm ở câu TV-0001 từ thứ Tư 29/04 mà người hỏi chưa trả lời, em có nhắc rồi. "
    "Anh chị chờ tiếp, hay bấm Không chờ nữa để trả lời phần đã biết?"
)

#: The opening of the offices three, six and nine working days after Wednesday 29 April, and when
#: that is: (days, hours) from ten in the morning.
WEDNESDAY, MONDAY, THURSDAY = (7, -3), (12, -3), (15, -3)


async def _asked_back(talk: Talk) -> tuple[Person, Person, Person]:
    lan, tam, _ = await office(talk)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")
    for one in (lan, tam, hoa):
        one.news()
    return lan, tam, hoa


def _how_often(*officials: Person) -> list[int]:
    """How often each has read since the last look that nothing came."""
    return [one.news().count(UNANSWERED) for one in officials]


async def _on(talk: Talk, day: tuple[int, int]) -> None:
    """An hour before the offices open nothing comes yet; a minute after they did, once."""
    days, hours = day
    opens = datetime(2026, 4, 29, 3, tzinfo=UTC) + timedelta(days=days, hours=hours)
    await talk.later(seconds=(opens - talk.clock.now()).total_seconds() - 3600)
    await talk.later(hours=1, minutes=1)
    await talk.later(minutes=30)


async def test_an_asker_who_does_not_answer_is_reminded_once_as_the_offices_open(
    talk: Talk,
) -> None:
    lan, tam, _ = await _asked_back(talk)

    await talk.later(days=6, hours=20)
    assert lan.news() == []
    await _on(talk, WEDNESDAY)

    assert lan.news() == [AGAIN]
    assert tam.news() == []
    await lan.presses("Nói thêm")
    await lan.says("Dạ phường 7")
    assert tam.last.text.endswith("từ giờ tính tiếp ngày hẹn: “Dạ phường 7”")
    tam.news()
    await _on(talk, MONDAY)
    assert _how_often(tam) == [0]


async def test_later_its_officer_hears_and_goes_on_with_what_is_known(talk: Talk) -> None:
    lan, tam, hoa = await _asked_back(talk)
    await _on(talk, WEDNESDAY)
    lan.news()

    await _on(talk, MONDAY)

    assert (lan.news(), _how_often(tam, hoa)) == ([], [1, 0])
    await tam.presses("Không chờ nữa")
    assert tam.last.labels == ["Trả lời"]
    await tam.presses("Trả lời")
    await tam.says(ANSWER)
    await tam.presses("Gửi duyệt")
    assert hoa.find("TV-0001 ·").labels == ["Duyệt", "Trả lại"]


async def test_at_last_the_head_hears_and_may_end_it_with_a_reason(talk: Talk) -> None:
    lan, tam, hoa = await _asked_back(talk)
    for day in (WEDNESDAY, MONDAY):
        await _on(talk, day)
    _how_often(tam, hoa)

    await _on(talk, THURSDAY)

    assert _how_often(tam, hoa) == [0, 1]
    await hoa.presses("Không chờ nữa")
    await hoa.presses("Không trả lời")
    await hoa.says("Chưa rõ vay ở đâu nên chưa trả lời được")
    assert "Chưa rõ vay ở đâu" in lan.last.text
    for _ in range(3):
        await talk.later(days=3)
    assert _how_often(tam, hoa) == [0, 0]


async def test_where_its_officer_cannot_be_reached_the_head_hears_in_their_place(
    talk: Talk,
) -> None:
    _, tam, hoa = await _asked_back(talk)
    await tam.blocks()

    await _on(talk, WEDNESDAY)
    await _on(talk, MONDAY)

    assert _how_often(hoa) == [1]


async def test_what_is_asked_back_once_more_is_waited_for_anew(talk: Talk) -> None:
    lan, tam, _ = await _asked_back(talk)
    await _on(talk, WEDNESDAY)
    await lan.replies(lan.find("cần hỏi thêm"), "Dạ phường 7")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay năm nào?")
    lan.news()

    await _on(talk, MONDAY)

    assert [text.partition("“")[2].partition("”")[0] for text in lan.news()] == [
        "Cô chú vay năm nào?"
    ]


async def test_nobody_is_reminded_where_the_settings_say_so(
    settings: Settings, clock: ManualClock
) -> None:
    never = settings.relay.model_copy(update={"asked_back_days": 0})
    changed = settings.model_copy(update={"relay": never})
    async with begun(changed, clock, Platform()) as talk:
        lan, tam, hoa = await _asked_back(talk)
        for day in (WEDNESDAY, MONDAY, THURSDAY):
            await _on(talk, day)

        assert _how_often(tam, hoa) == [0, 0]
        assert AGAIN not in lan.news()
