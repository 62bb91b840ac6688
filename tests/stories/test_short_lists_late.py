"""Somebody goes to see a household when its seat has gone on, or soon will."""

from bot.domain.households import Household
from bot.domain.people import Role
from bot.domain.seats import State
from storage import seats
from tests.doubles import roster
from tests.doubles.chat import Person, Talk
from tests.stories.cast import official, resident
from tests.stories.test_offered_seats import lives_in, next_in_line, signed_off

WAITS = (
    "Em ghi {name} muốn đến mà chỗ đã mời hộ khác, nên hộ này vào danh sách chờ. "
    "Anh chị nói lại giúp em: có chỗ trống em báo liền."
)


async def silent(talk: Talk) -> tuple[Person, Household]:
    """The last household of the plan reads its chat and says nothing; the head of its hamlet."""
    reader = await resident(talk, "dì", "Phường 1")
    await signed_off(talk)
    async with talk.app.works.look() as work:
        home = await roster.last_planned(work, 1)
    await lives_in(talk, reader, home)
    khom = await official(talk, "khóm", Role.HAMLET, home.hamlet)
    await talk.tick()
    await talk.later(hours=24)
    return khom, home


def _button(khom: Person, home: Household, what: str) -> str:
    """The label of a household's button on the list."""
    listed = khom.find("chưa trả lời giấy mời").text
    [line] = [one for one in listed.splitlines() if home.name in one]
    return f"{line.partition('.')[0]}. {what}"


async def _state(talk: Talk, home: Household) -> State:
    async with talk.app.works.look() as work:
        seat = await seats.of(work.tx, 1, home.id)
    assert seat
    return seat.state


async def test_who_went_there_too_late_hears_that_the_household_only_waits(talk: Talk) -> None:
    khom, home = await silent(talk)
    await talk.later(hours=24)
    assert await _state(talk, home) is State.LAPSED

    await khom.presses(_button(khom, home, "Sẽ đến"))
    assert khom.last.text == WAITS.format(name=home.name)
    assert await _state(talk, home) is State.WAITING

    await khom.presses(_button(khom, home, "Sẽ đến"))
    assert khom.last.text == WAITS.format(name=home.name)


async def test_the_organiser_s_list_too_says_that_a_household_only_waits(talk: Talk) -> None:
    homes = await signed_off(talk)
    follower = await next_in_line(talk, homes)
    await official(talk, "khóm", Role.HAMLET, follower.hamlet)
    await talk.tick()
    organiser = talk.person("tổ")
    await organiser.says("/phien")
    await organiser.presses("Chỗ ngồi Buổi đối thoại 1")
    await organiser.presses("Xem danh sách")
    await organiser.presses("Phường 1 · Hộ nghèo, cận nghèo, mới thoát nghèo")
    await organiser.presses("1")
    await organiser.presses("Hộ này không đến")
    await organiser.presses("1")

    await organiser.presses("Hộ này sẽ đến")

    assert organiser.last.text == WAITS.format(name="Diệp Thị Bô Pha")


async def test_where_an_offer_ends_before_tomorrow_nobody_is_promised_a_reminder(
    talk: Talk,
) -> None:
    khom, home = await silent(talk)

    await khom.presses(_button(khom, home, "Chưa gặp"))

    assert khom.last.text == (
        f"Em ghi chưa gặp {home.name}. "
        "Chỗ này em giữ tới 10:00 thứ Sáu 01/05, anh chị ghé lại trước giờ đó giúp em."
    )


async def test_not_met_once_the_seat_has_gone_on_is_no_reason_to_go_again(talk: Talk) -> None:
    khom, home = await silent(talk)
    await talk.later(hours=24)

    await khom.presses(_button(khom, home, "Chưa gặp"))
    assert khom.last.text == (
        f"Em ghi chưa gặp {home.name}. Hết hạn trả lời nên em đã mời hộ khác, anh chị khỏi ghé lại."
    )
    lists = len([one for one in khom.heard if "chưa trả lời giấy mời" in one])
    await talk.later(hours=24)

    assert len([one for one in khom.heard if "chưa trả lời giấy mời" in one]) == lists


async def test_not_met_after_the_session_has_begun_is_refused(talk: Talk) -> None:
    khom, home = await silent(talk)
    await talk.clock.move(days=13)

    await khom.presses(_button(khom, home, "Chưa gặp"))

    assert khom.last.text.startswith("Buổi đối thoại 1 đã bắt đầu")
