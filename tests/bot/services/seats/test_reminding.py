"""Who comes is reminded twice, each time once; who has not answered is asked at home, once."""

import re

import pytest

from bot.domain.errors import Refused
from bot.domain.households import Household
from bot.domain.people import Role
from bot.domain.seats import State
from bot.services.seats import reminding, short_lists
from storage.database import Database
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.signed_off import SignedOff, signed_off


async def _heard(session: SignedOff, chat: str, words: str) -> list[str]:
    """What a chat was told that has these words in it, at night or by day."""
    said = await ask(
        session.url, f"SELECT payload FROM outbox WHERE address = 'line:{chat}' ORDER BY id"
    )
    return [payload for (payload,) in said if words in payload]


# ── reminders ────────────────────────────────────────────────────────────────────────────────


async def _comes_alone(database: Database, clock: ManualClock, url: str) -> SignedOff:
    """The first household has accepted; all others are invited on paper."""
    session = await signed_off(database, clock, url, chats=1)
    await session.accept(session.homes[0])
    return session


async def test_who_comes_is_reminded_three_days_before_and_on_the_morning_each_once(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await _comes_alone(database, clock, url)
    home = session.homes[0]
    heard: list[str] = []

    await clock.move(days=11)
    for _ in range(4 * 24):
        await session.later(hours=1)
        if len(await _heard(session, f"c{home.id}", "Dạ em nhắc cô chú")) > len(heard):
            local = clock.now().astimezone(session.works.programme.zone)
            heard.append(f"{local:%d/%m %H:%M}")

    assert heard == ["10/05 17:00", "13/05 07:00"]
    assert await ask(url, "SELECT COUNT(*) FROM seat_reminders") == [(2,)]


async def test_who_has_not_said_yes_is_not_reminded(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=0)
    start = session.works.programme.sessions[0].starts_at
    await clock.move_to(start)
    await clock.move(minutes=-10)

    async with session.works.begin() as work:
        assert await reminding.remind(work) == 0


# ── short lists ──────────────────────────────────────────────────────────────────────────────


async def _hamlet(session: SignedOff, hamlet: str) -> list[Household]:
    return [one for one in await session.standing(State.OFFERED) if one.hamlet == hamlet]


async def test_halfway_the_head_of_the_hamlet_gets_one_list_of_who_has_not_answered(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=0)
    async with session.works.begin() as work:
        await roster.official(work, "khóm", Role.HAMLET, "p1-k7")
    unanswered = await _hamlet(session, "p1-k7")
    assert len(unanswered) >= 2

    await session.later(hours=23, minutes=59)
    assert await _heard(session, "khóm", "chưa trả lời") == []
    await session.later(minutes=1)
    await session.later(days=2)

    [told] = await _heard(session, "khóm", "chưa trả lời")
    assert all(home.name in told for home in unanswered)
    assert told.count("Chưa gặp") == len(unanswered)


async def test_where_hamlets_have_no_head_the_organiser_gets_one_message_for_all_of_them(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=0)
    async with session.works.begin() as work:
        await roster.official(work, "khóm", Role.HAMLET, "p1-k7")

    await session.later(days=1)

    [told] = await _heard(session, "tổ", "chưa trả lời")
    unled = [one for one in await session.standing(State.OFFERED) if one.hamlet != "p1-k7"]
    assert all(home.name in told for home in unled)
    assert f"{len(unled)} hộ chưa trả lời giấy mời" in told
    assert told.count("• ") == len({home.hamlet for home in unled})
    assert "Chưa gặp" not in told  # thirty lists of buttons would bury the chat


async def test_a_few_households_of_hamlets_without_a_head_stand_together_with_their_buttons(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=0)
    offered = await session.standing(State.OFFERED)
    some = sorted({one.hamlet for one in offered})[:2]
    async with session.works.begin() as work:
        for hamlet in {one.hamlet for one in offered} - set(some):
            await roster.official(work, f"khóm {hamlet}", Role.HAMLET, hamlet)

    await session.later(days=1)

    [told] = await _heard(session, "tổ", "chưa trả lời")
    few = [one for one in offered if one.hamlet in some]
    assert told.count("Chưa gặp") == len(few) <= 10
    assert len(re.findall(r"\\n[A-J]\. [^(]+ \(.+?, .+?\)", told)) == len(few)


async def test_what_the_head_of_the_hamlet_hears_counts_as_the_household_s_answer(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=0)
    async with session.works.begin() as work:
        head = await roster.official(work, "khóm", Role.HAMLET, "p1-k7")
    comes, stays = (await _hamlet(session, "p1-k7"))[:2]
    seats = [(await session.seat(home)).id for home in (comes, stays)]

    await session.do(lambda work: short_lists.comes(work, head, seats[0]))
    await session.do(lambda work: short_lists.comes_not(work, head, seats[1]))

    assert (await session.seat(comes)).state is State.ACCEPTED
    assert (await session.seat(stays)).state is State.DECLINED
    assert await session.states() == {
        "accepted": 1, "declined": 1, "offered": 79, "waiting": 29
    }  # fmt: skip


async def test_who_was_not_met_stands_on_the_list_again_tomorrow(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=0)
    async with session.works.begin() as work:
        head = await roster.official(work, "khóm", Role.HAMLET, "p1-k7")
    home = (await _hamlet(session, "p1-k7"))[0]
    await session.later(days=1)

    seat = await session.seat(home)
    await session.do(lambda work: short_lists.not_met(work, head, seat.id))
    await session.later(days=1)

    told = await _heard(session, "khóm", "chưa trả lời")
    assert len(told) == 2
    assert told[1].count("Chưa gặp") == 1
    assert home.name in told[1]


async def test_the_head_of_another_hamlet_answers_for_nobody_there(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=0)
    seat = await session.seat((await _hamlet(session, "p1-k7"))[0])
    async with session.works.begin() as work:
        other = await roster.official(work, "khác", Role.HAMLET, "p1-k3")
        for answer in (short_lists.comes, short_lists.comes_not, short_lists.not_met):
            with pytest.raises(Refused) as refused:
                await answer(work, other, seat.id)
            assert refused.value.key == "not-your-hamlet"


async def test_who_answered_meanwhile_is_not_asked_at_home(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url)
    async with session.works.begin() as work:
        await roster.official(work, "khóm", Role.HAMLET, "p1-k7")
    for home in await _hamlet(session, "p1-k7"):
        await session.accept(home)

    await session.later(days=1)

    assert await _heard(session, "khóm", "chưa trả lời") == []
