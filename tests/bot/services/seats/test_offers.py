"""Offers: answered, lapsed, moved on; on both engines, with forty who answer at once."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.domain.seat_reasons import Code, Reason
from bot.domain.seats import Move, State
from bot.services.seats import offers
from storage import people, seats
from storage.database import Database
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.signed_off import SignedOff, signed_off

WHOLE = {
    (group, ward): many
    for group, many in (("ngheo", 12), ("khac", 4))
    for ward in ("p1", "p2", "p3", "p4", "long-duc")
}


@pytest.fixture
async def session(database: Database, clock: ManualClock, url: str) -> SignedOff:
    """Every household has a chat."""
    return await signed_off(database, clock, url)


# ── made ─────────────────────────────────────────────────────────────────────────────────────


async def test_everybody_in_a_signed_plan_is_offered_a_seat_and_told_until_when(
    session: SignedOff,
) -> None:
    home = session.homes[0]

    assert await session.states() == {"offered": 80, "waiting": 30}
    assert await session.taken() == WHOLE
    [offer] = await session.told(home)
    assert "Diệp Thị Bô Pha" in offer
    assert "trước 10:00 thứ Sáu 01/05" in offer
    assert (await session.seat(home)).held_until == session.clock.now() + timedelta(hours=48)


async def test_whoever_has_no_chat_is_invited_on_paper_and_that_does_not_lapse(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=1)
    on_paper = (await session.standing(State.OFFERED))[1]

    await session.later(days=13)

    assert await session.states() == {"offered": 80, "lapsed": 1, "waiting": 29}
    assert (await session.seat(on_paper)).held_until is None
    async with session.works.look() as work:
        history = await seats.history(work.tx, (await session.seat(on_paper)).id)
    assert [(one.actor, one.move, one.after, one.why) for one in history] == [
        (session.organiser.id, Move.PLAN, State.PLANNED, ""),
        (None, Move.OFFER, State.OFFERED, "paper"),
    ]


async def test_who_asked_for_no_messages_is_invited_on_paper(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url)
    home = (await session.standing(State.WAITING, "ngheo", "p1"))[0]
    async with session.works.begin() as work:
        await work.tx.run(
            "person_save",
            id=session.speakers[home.id].id,
            name="",
            language="vi",
            ward="",
            hamlet="",
            muted_at=1,
        )
    await session.decline((await session.standing(State.OFFERED, "ngheo", "p1"))[0])

    seat = await session.seat(home)
    assert (seat.state, seat.held_until) == (State.OFFERED, None)


# ── answered ─────────────────────────────────────────────────────────────────────────────────


async def test_a_declined_seat_goes_to_the_next_of_the_same_group_and_ward(
    session: SignedOff,
) -> None:
    first = (await session.standing(State.WAITING, "ngheo", "p3"))[0]

    await session.decline((await session.standing(State.OFFERED, "ngheo", "p3"))[4])

    assert (await session.seat(first)).state is State.OFFERED
    assert await session.taken() == WHOLE
    assert len(await session.told(first)) == 1


async def test_where_nobody_waits_in_the_ward_it_goes_to_another_with_that_as_reason(
    session: SignedOff,
) -> None:
    waiting = len(await session.standing(State.WAITING, "ngheo", "p1"))
    for _ in range(waiting + 1):
        await session.decline((await session.standing(State.OFFERED, "ngheo", "p1"))[0])

    taken = await session.taken()
    assert (taken["ngheo", "p1"], taken["ngheo", "p2"]) == (11, 13)
    guest = (await session.standing(State.OFFERED, "ngheo", "p2"))[-1]
    assert (await session.seat(guest)).reasons[-1] == Reason(Code.MOVED, what="p1")


async def test_who_had_accepted_can_still_give_the_seat_up(session: SignedOff) -> None:
    home = session.homes[0]
    await session.accept(home)
    assert (await session.seat(home)).state is State.ACCEPTED

    await session.decline(home)
    await session.decline(home)

    assert await session.states() == {"offered": 80, "waiting": 29, "declined": 1}


async def test_a_late_yes_waits_again_at_its_rank_if_others_have_the_seats(
    session: SignedOff,
) -> None:
    home = session.homes[0]
    await session.decline(home)

    await session.accept(home)

    assert (await session.seat(home)).state is State.WAITING
    assert (await session.standing(State.WAITING, "ngheo", "p1"))[0] == home


async def test_a_late_yes_sits_if_a_seat_is_left(session: SignedOff) -> None:
    home = session.homes[0]
    for waiting in await session.standing(State.WAITING):
        await session.decline(waiting)
    await session.decline(home)

    await session.accept(home)

    assert (await session.seat(home)).state is State.ACCEPTED
    assert await session.taken() == WHOLE


async def test_nobody_answers_for_a_household_that_is_not_theirs(session: SignedOff) -> None:
    seat, other = await session.seat(session.homes[0]), session.speakers[session.homes[1].id]

    async with session.works.begin() as work:
        with pytest.raises(Refused) as refused:
            await offers.accept(work, other, seat.id)

    assert refused.value.key == "not-your-seat"
    assert (await session.seat(session.homes[0])).state is State.OFFERED


async def test_who_only_waits_has_nothing_to_accept(session: SignedOff) -> None:
    home = (await session.standing(State.WAITING))[0]

    with pytest.raises(Refused) as refused:
        await session.accept(home)

    assert refused.value.key == "seat-waits"


# ── what time brings ─────────────────────────────────────────────────────────────────────────


async def test_an_offer_that_is_not_answered_lapses_kindly_and_the_seat_goes_on(
    session: SignedOff,
) -> None:
    silent = session.homes[0]
    for home in await session.standing(State.OFFERED):
        if home != silent:
            await session.accept(home)

    await session.later(hours=48)

    assert await session.states() == {"accepted": 79, "lapsed": 1, "offered": 1, "waiting": 29}
    assert "em chưa nghe cô chú trả lời" in (await session.told(silent))[-1]


async def test_at_the_cut_off_a_group_s_unused_seats_go_to_the_others_once(
    session: SignedOff,
) -> None:
    for home in await session.standing(State.WAITING, "khac"):
        await session.decline(home)
    for home in await session.standing(State.OFFERED):
        await session.accept(home)
    [given_up, *_] = await session.standing(State.ACCEPTED, "khac")
    await session.decline(given_up)
    assert sum((await session.taken()).values()) == 79

    await session.later(days=11, hours=21, minutes=30)

    taken = await session.taken()
    assert sum(taken.values()) == 80
    assert sum(many for (group, _), many in taken.items() if group == "ngheo") == 61
    [moved] = await session.standing(State.OFFERED)
    seat = await session.seat(moved)
    assert seat.reasons[-1] == Reason(Code.RELEASED, what="khac")
    async with session.works.look() as work:
        assert (await seats.history(work.tx, seat.id))[-1].why == "chat released:khac"


async def test_in_the_last_hours_nobody_is_offered_a_seat_that_cannot_be_answered(
    session: SignedOff,
) -> None:
    for home in await session.standing(State.OFFERED):
        await session.accept(home)
    await session.clock.move(days=13, hours=20)

    await session.decline(session.homes[0])

    assert await session.states() == {"accepted": 79, "declined": 1, "waiting": 30}


# ── all at once ──────────────────────────────────────────────────────────────────────────────


async def test_forty_who_answer_at_once_leave_every_cap_exact_and_no_seat_lost_or_doubled(
    session: SignedOff,
) -> None:
    """Twenty say yes, twenty no, while offers lapse: every seat is then held once."""
    offered = await session.standing(State.OFFERED)
    await session.clock.move(hours=48)
    answers = [
        session.accept(home) if number % 2 else session.decline(home)
        for number, home in enumerate(offered[:40])
    ]
    lapses = [session.do(offers.lapse) for _ in range(8)]

    await asyncio.gather(*answers, *lapses)
    await session.tick()

    await _no_seat_is_lost(session)
    moves = await ask(
        session.url, "SELECT seat, COUNT(*) FROM seat_moves WHERE move = 'offer' GROUP BY seat"
    )
    assert {many for _, many in moves} == {1}, "nobody was offered a seat twice"


async def _no_seat_is_lost(session: SignedOff) -> None:
    """Everybody stands somewhere; caps hold; nobody waits while the group has a seat."""
    assert sum((await session.states()).values()) == 110
    taken = await session.taken()
    for group, cap in (("ngheo", 60), ("khac", 20)):
        seated = sum(many for (one, _), many in taken.items() if one == group)
        waiting = len(await session.standing(State.WAITING, group))
        assert seated == min(cap, seated + waiting)


async def test_forty_who_decline_at_once_pass_on_as_many_seats_as_are_waited_for(
    session: SignedOff,
) -> None:
    offered = await session.standing(State.OFFERED)

    await asyncio.gather(*(session.decline(home) for home in offered[:40]))

    await _no_seat_is_lost(session)
    states = await session.states()
    offers_made = await ask(session.url, "SELECT COUNT(*) FROM seat_moves WHERE move = 'offer'")
    assert states["declined"] == 40
    assert offers_made == [(states["offered"] + 40,)], "each free seat went to one household"


async def test_of_two_who_answer_for_one_household_the_later_word_stands(
    session: SignedOff,
) -> None:
    home = session.homes[0]
    await asyncio.gather(*(session.accept(home) for _ in range(5)))

    async with session.works.look() as work:
        history = await seats.history(work.tx, (await session.seat(home)).id)

    assert [one.move for one in history] == [Move.PLAN, Move.OFFER, Move.ACCEPT]
    await session.decline(home)
    assert (await session.seat(home)).state is State.DECLINED


async def test_a_yes_and_a_no_at_once_are_both_heard_one_after_the_other(
    session: SignedOff,
) -> None:
    """Whoever is second answers to what the first has made of it; neither word is lost."""
    homes = (await session.standing(State.OFFERED))[:20]

    await asyncio.gather(
        *(session.accept(home) for home in homes), *(session.decline(home) for home in homes)
    )

    for home in homes:
        async with session.works.look() as work:
            history = await seats.history(work.tx, (await session.seat(home)).id)
        said = {one.move for one in history if one.actor == session.speakers[home.id].id}
        assert said == {Move.ACCEPT, Move.DECLINE}
    await _no_seat_is_lost(session)


async def test_a_head_of_a_hamlet_is_no_reason_to_speak_for_its_households(
    session: SignedOff,
) -> None:
    """Who goes and asks writes down answers on the short list, not by a resident's button."""
    async with session.works.begin() as work:
        head = await roster.official(work, "khóm", Role.HAMLET, session.homes[0].hamlet)
        found = await people.get(work.tx, head.id)
        assert found
        with pytest.raises(Refused):
            await offers.accept(work, found, (await session.seat(session.homes[0])).id)
