"""Rounds of dispatches: an agency a transaction, each exactly once, whatever dies in between."""

import pytest

from bot.domain.dispatches import Dispatch
from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.services.dispatches import dispatches
from storage import dispatches as sheets
from storage import people
from tests.doubles.chat import Person, Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import INSURANCE, LOAN, asks, official, resident


@pytest.fixture
async def lan(talk: Talk) -> Person:
    """Somebody who asked two agencies."""
    made = await resident(talk, "lan")
    await asks(made, LOAN)
    await asks(made, INSURANCE)
    return made


async def made(talk: Talk) -> list[Dispatch]:
    """Every sheet there is, in the order of its number."""
    async with talk.app.works.look() as work:
        return list(reversed(await sheets.newest(work.tx)))


async def step(talk: Talk) -> int:
    async with talk.app.works.begin() as work:
        return await dispatches.step(work)


class Dies(Exception):
    """The power fails."""


async def _step_and_die(talk: Talk) -> None:
    async with talk.app.works.begin() as work:
        await dispatches.step(work)
        raise Dies


async def begin(talk: Talk, session: int = 0) -> None:
    async with talk.app.works.begin() as work:
        name = f"test {session} {work.now}"
        await sheets.begin_round(work.tx, name, session=session, by=None, now=work.now)


async def test_a_round_goes_on_where_it_was_and_makes_each_sheet_once(
    talk: Talk, lan: Person
) -> None:
    await begin(talk)
    assert await step(talk) == 1
    assert [str(one.queue) for one in await made(talk)] == ["bhxh"]

    with pytest.raises(Dies):
        await _step_and_die(talk)
    while await step(talk):
        pass

    assert [(one.label, str(one.queue)) for one in await made(talk)] == [
        ("01/2026", "bhxh"),
        ("02/2026", "nhcsxh"),
    ]


async def test_two_who_begin_the_same_round_begin_one(talk: Talk, lan: Person) -> None:
    await begin(talk)
    await begin(talk)

    while await step(talk):
        pass

    assert len(await made(talk)) == 2


async def test_numbers_begin_anew_with_a_year(talk: Talk, clock: ManualClock, lan: Person) -> None:
    await begin(talk)
    while await step(talk):
        pass
    await clock.move(days=300)
    await begin(talk)
    while await step(talk):
        pass

    assert [one.label for one in await made(talk)] == ["01/2026", "02/2026", "01/2027", "02/2027"]


async def test_a_dialogue_is_summed_up_some_working_days_after_its_end(
    talk: Talk, clock: ManualClock, lan: Person
) -> None:
    """Asked before session 2, of Friday; nobody opened it, so the clock tells its end."""
    session = talk.app.works.programme.session_of_ward("p7", clock.now())
    assert session
    assert f"{session.ends_at:%a %d/%m}" == "Fri 15/05"
    await clock.move_to(session.ends_at.replace(day=19, hour=7, minute=59))
    assert await begun(talk) == 1, "session 1 of Wednesday: nobody of its wards asked"

    await clock.move(minutes=1)
    assert (await begun(talk), await begun(talk)) == (1, 0)
    while await step(talk):
        pass

    assert [(one.session, str(one.queue)) for one in await made(talk)] == [
        (session.number, "bhxh"),
        (session.number, "nhcsxh"),
    ]


async def test_what_was_asked_after_a_dialogue_is_no_part_of_its_sum(
    talk: Talk, clock: ManualClock, lan: Person
) -> None:
    await clock.move(days=20)
    await asks(lan, "Vay vốn ngân hàng chính sách cho con đi học cần giấy tờ gì?")
    await begin(talk, 2)
    while await step(talk):
        pass

    async with talk.app.works.look() as work:
        rows = [await sheets.rows(work.tx, one.id) for one in await made(talk)]
    assert [[row.number for row in one] for one in rows] == [["TV-0002"], ["TV-0001"]]


async def begun(talk: Talk) -> int:
    async with talk.app.works.begin() as work:
        return await dispatches.begin_due(work)


async def test_a_dialogue_long_over_is_not_summed_up_by_itself(
    talk: Talk, clock: ManualClock, lan: Person
) -> None:
    await clock.move(days=59, hours=22)
    assert f"{clock.now().astimezone(talk.app.works.programme.zone):%a %H:%M}" == "Sun 08:00"

    assert await begun(talk) == 0


async def test_only_an_organiser_has_them_made_and_not_twice_at_once(
    talk: Talk, lan: Person
) -> None:
    await official(talk, "minh", Role.ORGANISER)
    hoa = await official(talk, "hoa", Role.HEAD, "nhcsxh")

    async with talk.app.works.begin() as work:
        organiser = await people.of_address(work.tx, "chat:minh")
        head = await people.of_address(work.tx, str(hoa.address))
        assert organiser
        assert head
        with pytest.raises(Refused, match="not-for-you"):
            await dispatches.order(work, head, 0)
        await dispatches.order(work, organiser, 0)
        with pytest.raises(Refused, match="dispatch-being-made"):
            await dispatches.order(work, organiser, 0)
