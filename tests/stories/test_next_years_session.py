"""Next year's programme has a session 1 again: nobody meets the seats of this year's."""

from datetime import timedelta

import pytest

from bot.domain import people as people_of
from bot.domain.seats import Seat, State
from bot.services.seats import seating
from storage import people, seats
from tests.doubles.chat import Person, Talk
from tests.stories.seated import Seated, applies, seated


@pytest.fixture
async def town(talk: Talk) -> Seated:
    return await seated(talk)


async def _next_year(talk: Talk, days: int = 364) -> None:
    """This year's session is over, and the programme names a day of next year under its number."""
    first = talk.app.works.programme.sessions[0]
    await talk.clock.move_to(first.ends_at + timedelta(days=14))
    by = timedelta(days=days)
    await applies(talk, starts_at=first.starts_at + by, ends_at=first.ends_at + by)
    await talk.tick()


async def _standing(talk: Talk) -> list[State]:
    """Where households stand with the session that has the number 1 now."""
    async with talk.app.works.look() as work:
        return [one.state for state in State for one in await seats.in_state(work.tx, 1, state)]


async def _known(talk: Talk, chat: Person) -> people_of.Person:
    async with talk.app.works.look() as work:
        found = await people.of_address(work.tx, str(chat.address))
    assert found
    return found


async def test_who_came_this_year_signs_up_again_next_year(talk: Talk, town: Seated) -> None:
    await _next_year(talk)
    assert await _standing(talk) == []

    await town.pha.says("Đăng ký dự đối thoại")
    await town.pha.says("Diệp Thị Bô Pha")
    await town.pha.says("0900000001")
    await town.pha.presses("Đúng rồi, đăng ký")

    assert town.pha.last.text.startswith("Dạ em đã ghi tên nhà cô chú xin dự Buổi đối thoại 1")
    assert await _standing(talk) == [State.LISTED]


async def test_nobody_is_told_that_this_years_session_is_moved_to_next_year(
    talk: Talk, town: Seated
) -> None:
    await talk.clock.move(hours=4)
    town.news()
    town.organiser.news()

    await _next_year(talk)
    await talk.later(hours=12)

    assert [words for said in town.news() for words in said if "dời" in words] == []
    assert [words for words in town.organiser.news() if "dời" in words] == []


async def test_next_years_plan_is_made_anew_and_who_came_this_year_ranks_behind(
    talk: Talk, town: Seated
) -> None:
    organiser = await _known(talk, town.organiser)
    async with talk.app.works.begin() as work:
        [came] = await seats.in_state(work.tx, 1, State.ACCEPTED)
        await seats.come(work.tx, came, came.group, at=work.now, by=None, now=work.now)
    await _next_year(talk)
    async with talk.app.works.begin() as work:
        for household in (came.household, came.household + 1):
            seat = Seat(
                id=0,
                session=1,
                household=household,
                group=came.group,
                ward=came.ward,
                state=State.LISTED,
            )
            await seats.enlist(work.tx, seat, work.now)

    async with talk.app.works.begin() as work:
        plan = await seating.propose(work, organiser, 1)
        planned = [await seats.of(work.tx, 1, came.household + one) for one in (1, 0)]

    assert (plan.version, plan.is_signed) == (1, False)
    assert [one.rank for one in planned if one] == [1, 2]


async def test_a_button_of_this_years_offer_says_that_the_session_is_not_there_any_more(
    talk: Talk, town: Seated
) -> None:
    await _next_year(talk)

    await town.di.presses("Sẽ đến")

    assert town.di.last.text == "Dạ em không thấy buổi này, cô chú vào Lịch đối thoại để xem."


async def test_a_session_that_is_moved_within_its_season_keeps_its_seats(
    talk: Talk, town: Seated
) -> None:
    before = await _standing(talk)

    await _next_year(talk, days=90)

    assert sorted(await _standing(talk)) == sorted(before)
