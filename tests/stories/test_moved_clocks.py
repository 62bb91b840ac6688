"""A moved session takes its clocks along: offers, reminders, the cut-off, the door."""

from datetime import timedelta

import pytest

from bot.config import Settings
from bot.domain.seats import State
from bot.services.seats import offers
from storage import seat_plans, seats
from tests.conftest import begun
from tests.doubles.chat import Platform, Talk
from tests.doubles.clock import ManualClock
from tests.stories.seated import NEW, OLD, Seated, applies, seated


@pytest.fixture
async def town(talk: Talk) -> Seated:
    return await seated(talk)


async def _held_until(talk: Talk) -> set[object]:
    """Until when the offers in chat are held."""
    async with talk.app.works.look() as work:
        found = [seat.held_until for seat in await seats.in_state(work.tx, 1, State.OFFERED)]
    return {one for one in found if one}


async def test_an_open_offer_is_held_as_if_it_were_made_now_and_then_lapses(
    talk: Talk, town: Seated
) -> None:
    await talk.later(hours=26)

    await town.moves()

    now = talk.clock.now()
    assert await _held_until(talk) == {now + timedelta(hours=48)}
    await talk.later(hours=47)
    assert town.news()[1] == []
    await talk.later(hours=1)
    assert town.news()[1][-1].startswith("Dạ em chưa nghe cô chú trả lời")


async def test_a_session_that_is_brought_forward_leaves_no_offer_longer_than_the_rules(
    talk: Talk, town: Seated
) -> None:
    """Tomorrow afternoon: past the cut-off, so three hours awake are left to answer."""
    await town.moves("30/4 16h")

    assert await _held_until(talk) == {talk.clock.now() + timedelta(hours=3)}


async def test_another_place_alone_touches_no_clock(talk: Talk, town: Seated) -> None:
    before = await _held_until(talk)
    await talk.later(hours=5)

    await applies(talk, place="Nhà văn hóa")
    await talk.tick()

    assert await _held_until(talk) == before
    assert town.organiser.last.text.startswith(
        f"Buổi đối thoại 1 dời từ {OLD}, tại Hội trường UBND phường 1 sang {OLD}, tại Nhà văn hóa."
    )


async def test_who_was_reminded_of_the_old_day_is_reminded_of_the_new_one_and_not_of_the_old(
    talk: Talk, town: Seated
) -> None:
    await talk.clock.move(days=11)
    await talk.later(hours=7)
    assert "còn ba ngày nữa là Buổi đối thoại 1, 07:30 thứ Tư 13/05" in town.pha.news()[-1]
    await town.moves()
    await town.tells()
    town.news()

    heard = []
    for _ in range(5 * 24 + 3):
        await talk.later(hours=2)
        local = talk.clock.now().astimezone(talk.app.works.programme.zone)
        heard += [f"{local:%d/%m %H:%M} {one.partition(': ')[2][:15]}" for one in town.pha.news()]

    assert heard == ["17/05 17:00 còn ba ngày nữa", "20/05 07:00 hôm nay là Buổi"]


async def test_a_later_hour_of_the_same_day_reminds_nobody_twice(talk: Talk, town: Seated) -> None:
    await talk.clock.move(days=11)
    await talk.later(hours=7)
    town.news()

    await town.moves("13/5 9h")
    await talk.later(minutes=5)

    assert town.news() == [[], [], []]


async def test_seats_that_were_released_at_the_old_cut_off_are_the_groups_own_again(
    talk: Talk, town: Seated
) -> None:
    await talk.later(days=12)
    assert await _released(talk)

    await town.moves()
    assert not await _released(talk)
    await talk.later(days=4)
    assert not await _released(talk)

    await talk.later(days=3)
    assert await _released(talk)


async def _released(talk: Talk) -> bool:
    async with talk.app.works.look() as work:
        plan = await seat_plans.get(work.tx, 1)
    return bool(plan and plan.released_at)


async def test_the_minutes_that_a_seat_is_held_in_the_hall_count_from_the_new_start(
    talk: Talk, town: Seated
) -> None:
    await town.moves()
    async with talk.app.works.look() as work:
        session = work.programme.session(1)
        assert session
        clock = offers.times(work, session)

    assert not clock.seat_is_free_again(session.starts_at + timedelta(minutes=29))
    assert clock.seat_is_free_again(session.starts_at + timedelta(minutes=30))
    assert f"{session.starts_at:%d/%m %H:%M}" == "20/05 08:00"


async def test_moved_to_today_it_can_be_opened_at_once(talk: Talk, town: Seated) -> None:
    """How somebody tries the hall."""
    await town.moves("hôm nay 14h")
    await town.organiser.says("/phien")
    await town.organiser.presses("Điều hành buổi 1")

    await town.organiser.presses("Mở buổi")

    assert "Buổi đối thoại 1 đã mở" in town.organiser.find("đã mở").text


async def test_it_does_not_matter_who_moved_it_nor_that_the_program_stood_still(
    settings: Settings, clock: ManualClock
) -> None:
    """A changed file is applied; each step after it is done by a program that was just started."""
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        town = await seated(talk)
    async with begun(settings, clock, platform) as talk:
        town.goes_on(talk)
        session = talk.app.works.programme.session(1)
        assert session
        later = timedelta(days=7, minutes=30)
        await applies(talk, starts_at=session.starts_at + later, ends_at=session.ends_at + later)

    for _ in range(2):
        async with begun(settings, clock, platform) as talk:
            town.goes_on(talk)
            await talk.tick()
    async with begun(settings, clock, platform) as talk:
        town.goes_on(talk)
        assert [one for one in town.organiser.news() if "dời từ" in one] == [
            f"Buổi đối thoại 1 dời từ {OLD} sang {NEW}.\n"
            "Em báo cho 110 hộ và bàn trả lời nghen anh chị?"
        ]
        await town.organiser.presses("Báo")
    for _ in range(3):
        async with begun(settings, clock, platform) as talk:
            town.goes_on(talk)
            await talk.tick()
    assert [len(one) for one in town.news()] == [1, 1, 1]
