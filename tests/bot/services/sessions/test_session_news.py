"""News of a session over several processes and people at once; who is told on foot."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.errors import Refused
from bot.domain.households import Bond, Consent, Relation
from bot.domain.people import Person, Role
from bot.domain.seats import State
from bot.services.hall import closing
from bot.services.seats import offers, phases, seating
from bot.services.sessions import news_by_hand, programme_changes, session_news
from bot.work import Works
from storage import households, people
from storage import session_news as kept
from storage.database import Database
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.signed_off import SignedOff, signed_off
from tests.doubles.spine import works_over


@pytest.fixture
async def session(database: Database, clock: ManualClock, url: str) -> SignedOff:
    """Of 110 households the first hundred have a chat."""
    return await signed_off(database, clock, url, chats=100)


async def _apply(works: Works, **changes: Any) -> None:
    """The programme makes session 1 a different one."""
    async with works.begin() as work:
        first, *others = work.programme.sessions
        sessions = (replace(first, **changes), *others)
        await programme_changes.put(work, replace(work.programme, sessions=sessions), by=None)


async def _moved(session: SignedOff) -> None:
    """By a week; the organiser was asked."""
    first = session.works.programme.sessions[0]
    week = timedelta(days=7)
    await _apply(session.works, starts_at=first.starts_at + week, ends_at=first.ends_at + week)
    await session.tick()


async def _asked(session: SignedOff) -> int:
    """How often the organiser was asked whether people are told."""
    rows = await ask(session.url, "SELECT payload FROM outbox WHERE address = 'line:tổ'")
    return sum("bàn trả lời nghen" in payload for (payload,) in rows)


async def _told(session: SignedOff) -> list[str]:
    """The chats to which a copy went, in order."""
    rows = await ask(
        session.url, "SELECT address FROM outbox WHERE broadcast IS NOT NULL ORDER BY id"
    )
    return [address for (address,) in rows]


async def _yes(session: SignedOff, who: Person) -> int:
    """*Báo*, on the card of the change that is in force."""
    version = session.works.programme.version
    async with session.works.begin() as work:
        return await session_news.tell(work, who, 1, version)


async def _mute(session: SignedOff, person: Person) -> None:
    """*Ngưng*: no messages any more."""
    muted = replace(person, muted_at=session.clock.now())
    await session.do(lambda work: people.save(work.tx, muted))


# ── several processes ────────────────────────────────────────────────────────────────────────


async def test_a_process_with_an_older_programme_neither_asks_again_nor_takes_it_back(
    session: SignedOff, database: Database
) -> None:
    other = works_over(database, session.clock)
    await _moved(session)
    assert await _asked(session) == 1

    async with other.begin() as work:
        assert await session_news.look(work) == 0
    async with session.works.begin() as work:
        assert await session_news.look(work) == 0

    assert await _asked(session) == 1
    async with session.works.look() as work:
        news = await kept.get(work.tx, 1)
    assert news
    assert news.asked == news.followed != news.told


async def test_whoever_changes_a_programme_starts_from_the_newest_also_in_another_process(
    session: SignedOff, database: Database
) -> None:
    other = works_over(database, session.clock)
    await _apply(session.works, place="Nhà văn hóa")
    start = session.works.programme.sessions[0].starts_at + timedelta(days=1)

    async with other.begin() as work:
        moved = await programme_changes.move(work, session.organiser, 1, start)

    assert (moved.place, moved.starts_at) == ("Nhà văn hóa", start)
    assert other.cache.programme.sessions[0] == moved


async def test_of_two_organisers_who_say_yes_at_once_one_tells_and_everybody_hears_it_once(
    session: SignedOff,
) -> None:
    async with session.works.begin() as work:
        second = await roster.official(work, "hai", Role.ORGANISER)
    await _moved(session)

    came_to = await asyncio.gather(
        _yes(session, session.organiser), _yes(session, second), return_exceptions=True
    )
    await session.tick()

    assert sorted(str(one) for one in came_to if isinstance(one, int)) == ["110"]
    assert [one.key for one in came_to if isinstance(one, Refused)] == ["news-settled"]
    told = await _told(session)
    assert len(told) == len(set(told)) == 100


async def test_where_no_organiser_can_be_reached_the_first_who_can_is_asked(
    session: SignedOff,
) -> None:
    await _mute(session, session.organiser)
    await _moved(session)
    assert await _asked(session) == 0

    async with session.works.begin() as work:
        await roster.official(work, "hai", Role.ORGANISER)
    await session.tick()

    rows = await ask(session.url, "SELECT payload FROM outbox WHERE address = 'line:hai'")
    assert len(rows) == 1


async def test_a_place_that_is_corrected_afterwards_is_told_to_nobody(session: SignedOff) -> None:
    await session.later(days=15)

    await _apply(session.works, place="Nhà văn hóa")
    await session.tick()

    assert await _asked(session) == 0
    async with session.works.look() as work:
        news = await kept.get(work.tx, 1)
    assert news
    assert (news.told.place, news.asked) == ("Nhà văn hóa", None)


# ── people ───────────────────────────────────────────────────────────────────────────────────


async def test_who_comes_hears_it_before_who_is_invited_and_they_before_who_waits(
    session: SignedOff,
) -> None:
    coming = (await session.standing(State.OFFERED))[3:6]
    for home in coming:
        await session.accept(home)
    reached = session.speakers.keys()
    offered = [one.id for one in await session.standing(State.OFFERED) if one.id in reached]
    waiting = [one.id for one in await session.standing(State.WAITING) if one.id in reached]
    await _moved(session)

    await _yes(session, session.organiser)
    await session.tick()

    in_turn = [sorted(one.id for one in coming), sorted(offered), sorted(waiting)]
    assert await _told(session) == [f"line:c{home}" for circle in in_turn for home in circle]


async def test_who_speaks_for_several_households_hears_it_once(session: SignedOff) -> None:
    comes, waits = session.homes[0], (await session.standing(State.WAITING))[0]
    await session.accept(comes)
    helper = session.speakers[comes.id]
    bond = Bond(
        household=waits.id,
        person=helper.id,
        relation=Relation.ASSOCIATION,
        consent=Consent.SPOKEN,
    )
    await session.do(lambda work: households.bind(work.tx, bond, None, work.now))
    await _moved(session)

    await _yes(session, session.organiser)
    await session.tick()

    assert (await _told(session)).count(f"line:c{comes.id}") == 1
    async with session.works.look() as work:
        own = await session_news.own_seats(work, helper, 1, comes=False)
    assert [one.household for one in own] == [comes.id, waits.id]


# ── on foot ──────────────────────────────────────────────────────────────────────────────────


async def _lists(session: SignedOff, chat: str) -> list[str]:
    rows = await ask(
        session.url, f"SELECT payload FROM outbox WHERE address = 'line:{chat}' ORDER BY id"
    )
    return [payload for (payload,) in rows if "ghé báo giúp em" in payload]


async def test_whom_no_message_reaches_stands_on_the_list_of_the_head_of_its_hamlet_once(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=1)
    async with session.works.begin() as work:
        await roster.official(work, "khóm", Role.HAMLET, "p1-k7")
    theirs = [one for one in await session.standing(State.OFFERED) if one.hamlet == "p1-k7"]
    theirs.remove(session.homes[0])  # has a chat
    await _moved(session)
    assert await _lists(session, "khóm") == []

    await _yes(session, session.organiser)
    await session.tick()
    await session.tick()

    [told] = await _lists(session, "khóm")
    assert all(home.name in told for home in theirs)
    assert "07:30–11:00 thứ Tư 20/05" in told
    assert told.count(". Không đến") == len(theirs)
    assert all(session.homes[0].name not in one for one in await _lists(session, "tổ"))


async def test_who_wants_no_messages_is_told_on_foot_too(session: SignedOff) -> None:
    home = (await session.standing(State.OFFERED))[0]
    await _mute(session, session.speakers[home.id])
    await _moved(session)

    await _yes(session, session.organiser)
    await session.tick()

    assert f"line:c{home.id}" not in await _told(session)
    assert sum(home.name in one for one in await _lists(session, "tổ")) == 1


async def test_of_a_session_that_is_off_the_list_asks_for_no_answer(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=1)
    await _apply(session.works, cancelled=True, reason="bão số 5")
    await session.tick()

    await _yes(session, session.organiser)
    await session.tick()

    [told] = await _lists(session, "tổ")
    assert ("đã hủy: bão số 5" in told, "Không đến" in told) == (True, False)
    assert told.count("• ") == len({one.hamlet for one in await session.standing(State.OFFERED)})


async def test_nobody_is_sent_before_the_process_knows_what_is_told(
    session: SignedOff, database: Database
) -> None:
    other = works_over(database, session.clock)
    await _moved(session)
    await _yes(session, session.organiser)

    async with other.begin() as work:
        assert await news_by_hand.ask(work) == 0
    async with session.works.begin() as work:
        assert await news_by_hand.ask(work) == 1


async def test_what_is_over_is_told_to_nobody(session: SignedOff) -> None:
    """The organiser said *Chưa*, and the day went by."""
    await _moved(session)
    moved = session.works.programme.sessions[0]
    await session.clock.move_to(moved.starts_at)
    await session.do(lambda work: phases.open_(work, session.clerk, 1))
    await session.do(lambda work: closing.close(work, session.clerk, 1))

    with pytest.raises(Refused, match="news-over"):
        await _yes(session, session.organiser)
    async with session.works.look() as work:
        with pytest.raises(Refused, match="news-over"):
            await session_news.asked(work, session.organiser, 1)
    assert await _told(session) == []


# ── what is none ─────────────────────────────────────────────────────────────────────────────


async def test_another_session_under_the_number_of_one_that_was_held_is_no_move_of_it(
    session: SignedOff,
) -> None:
    first = session.works.programme.sessions[0]
    await session.clock.move_to(first.starts_at)
    await session.do(lambda work: phases.open_(work, session.clerk, 1))
    await session.later(days=300)

    year = timedelta(days=365)
    await _apply(session.works, starts_at=first.starts_at + year, ends_at=first.ends_at + year)
    await session.tick()

    assert await _asked(session) == 0
    async with session.works.look() as work:
        news = await kept.get(work.tx, 1)
    assert news
    assert news.told.starts_at == first.starts_at + year


async def test_who_leaves_altogether_while_it_is_off_has_no_seat_when_it_is_on_again(
    session: SignedOff,
) -> None:
    home = (await session.standing(State.OFFERED))[0]
    await _apply(session.works, cancelled=True)
    await session.tick()

    seat = await session.seat(home)
    with pytest.raises(Refused) as refused:
        await session.do(lambda work: offers.comes_not(work, seat, None))
    await session.do(lambda work: offers.comes_not(work, seat, None, also_off=True))

    assert refused.value.key == "session-cancelled"
    assert (await session.seat(home)).state is State.DECLINED
    assert await session.states() == {"offered": 79, "declined": 1, "waiting": 30}


async def test_a_plan_that_was_signed_a_moment_before_it_was_called_off_invites_nobody(
    database: Database, clock: ManualClock
) -> None:
    works = works_over(database, clock)
    async with works.begin() as work:
        await roster.enlist_sample(work, 1)
        organiser = await roster.official(work, "tổ", Role.ORGANISER)
        plan = await seating.propose(work, organiser, 1)
        await seating.sign_off(work, organiser, 1, plan.version)
    await _apply(works, cancelled=True)

    async with works.begin() as work:
        assert await offers.offer_planned(work) == 0
    await _apply(works, cancelled=False)
    async with works.begin() as work:
        assert await offers.offer_planned(work) == 20
