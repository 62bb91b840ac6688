"""The seat plan in the database: proposed, changed by hand, signed off, with what is private."""

from collections import Counter

import pytest

from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.seats import Edit, Move, Seat, State
from bot.services.seats import seat_lists, seating
from bot.work import Work, Works
from storage import audit, seat_plans, seats
from storage.database import Database
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def _organiser(works: Works, session: int = 1) -> Person:
    """The sample roster is there, and somebody to plan with it."""
    async with works.begin() as work:
        await roster.enlist_sample(work, session)
        return await roster.official(work, "tổ", Role.ORGANISER)


async def _list(work: Work, who: Person, ward: str = "p1") -> list[seat_lists.Entry]:
    """Everybody of a ward among the poor, page after page."""
    found: list[seat_lists.Entry] = []
    more = True
    while more:
        after = found[-1].seat.rank if found else 0
        page, more = await seat_lists.page(work, who, 1, "ngheo", ward, after)
        found += page
    return found


@pytest.mark.parametrize("number", [1, 2])
async def test_the_sample_roster_becomes_sixty_and_twenty_seats_twelve_and_four_a_ward(
    works: Works, number: int
) -> None:
    organiser = await _organiser(works, number)

    async with works.begin() as work:
        await seating.propose(work, organiser, number)
        taken = await seats.taken(work.tx, number)
        session = seating.session_of(work, number)

    assert taken == {
        (group, ward): many
        for ward in session.wards
        for group, many in (("ngheo", 12), ("khac", 4))
    }


async def test_every_name_has_its_reason_in_plain_words(works: Works) -> None:
    organiser = await _organiser(works)

    async with works.begin() as work:
        await seating.propose(work, organiser, 1)
        listed = await _list(work, organiser)

    assert [(one.name, one.seat.state.value, one.reason) for one in listed][:2] == [
        (
            "Diệp Thị Bô Pha",
            "planned",
            "Phụ nữ chủ hộ, dân tộc Khmer, hộ nghèo; thứ 1 trong 12 chỗ của Phường 1",
        ),
        (
            "Trì Thị Khêm",
            "planned",
            "Phụ nữ chủ hộ, dân tộc Khmer, hộ nghèo; thứ 2 trong 12 chỗ của Phường 1",
        ),
    ]
    waiting = [one.reason for one in listed if one.seat.state is State.WAITING]
    assert waiting[0].split("; ")[1].startswith("thứ 1 chờ của Phường 1: ")
    assert Counter(one.seat.state for one in listed)[State.PLANNED] == 12


async def test_what_is_private_is_read_once_for_a_plan_and_written_down(
    works: Works, url: str
) -> None:
    organiser = await _organiser(works)

    async with works.begin() as work:
        await seating.propose(work, organiser, 1)
        notes = await audit.of(work.tx, "households")

    assert [(one.actor, one.detail) for one in notes] == [
        (organiser.id, "seat plan of session 1: 110")
    ]
    kept = await ask(url, "SELECT reasons FROM seats")
    assert all("Khmer" not in reasons and "Hộ" not in reasons for (reasons,) in kept)


async def test_the_same_list_makes_the_same_plan_and_no_new_version(works: Works, url: str) -> None:
    organiser = await _organiser(works)
    async with works.begin() as work:
        first = await seating.propose(work, organiser, 1)
    before = await ask(url, "SELECT id, state, rank, reasons FROM seats ORDER BY id")

    async with works.begin() as work:
        second = await seating.propose(work, organiser, 1)

    assert second == first
    assert await ask(url, "SELECT id, state, rank, reasons FROM seats ORDER BY id") == before


async def _seat(work: Work, who: Person, state: State) -> Seat:
    """The last one in the list of ward 1 that stands so."""
    return [one.seat for one in await _list(work, who) if one.seat.state is state][-1]


async def test_what_was_changed_by_hand_survives_a_new_proposal_with_who_and_why(
    works: Works,
) -> None:
    organiser = await _organiser(works)
    async with works.begin() as work:
        await seating.propose(work, organiser, 1)
        last = await _seat(work, organiser, State.PLANNED)
        waits = await _seat(work, organiser, State.WAITING)
        await seating.change(work, organiser, waits.id, Edit.IN, "  hộ đang  có người bệnh nặng ")
        await seating.propose(work, organiser, 1)
        changed = await seat_lists.one(work, organiser, waits.id)
        behind = await seats.get(work.tx, last.id)
        history = await seats.history(work.tx, waits.id)

    assert changed.seat.state is State.PLANNED
    assert "; một đồng nghiệp đưa vào vì “hộ đang có người bệnh nặng”; " in changed.reason
    assert behind is not None
    assert behind.state is State.WAITING
    assert [(one.actor, one.move, one.after, one.why) for one in history] == [
        (organiser.id, Move.PLAN, State.WAITING, ""),
        (organiser.id, Move.EDIT, State.WAITING, "in: hộ đang có người bệnh nặng"),
        (organiser.id, Move.PLAN, State.PLANNED, ""),
    ]


async def test_a_change_by_hand_needs_a_reason(works: Works) -> None:
    organiser = await _organiser(works)
    async with works.begin() as work:
        await seating.propose(work, organiser, 1)
        seat = await _seat(work, organiser, State.WAITING)

        with pytest.raises(Refused) as refused:
            await seating.change(work, organiser, seat.id, Edit.OUT, " ")

    assert refused.value.key == "seat-why-missing"


async def test_only_what_was_looked_at_can_be_signed(works: Works) -> None:
    organiser = await _organiser(works)
    async with works.begin() as work:
        shown = await seating.propose(work, organiser, 1)
        seat = await _seat(work, organiser, State.PLANNED)
        newer = await seating.change(work, organiser, seat.id, Edit.OUT, "đã chuyển đi")

        with pytest.raises(Refused) as refused:
            await seating.sign_off(work, organiser, 1, shown.version)
        assert refused.value.key == "seat-plan-changed"

        assert await seating.sign_off(work, organiser, 1, newer.version) == 80

        with pytest.raises(Refused) as refused:
            await seating.sign_off(work, organiser, 1, newer.version)
        assert refused.value.key == "seat-plan-signed"
        with pytest.raises(Refused) as refused:
            await seating.propose(work, organiser, 1)
        assert refused.value.key == "seat-plan-signed"


@pytest.mark.parametrize(
    ("role", "scope"),
    [(Role.ADMIN, ""), (Role.CLERK, "1"), (Role.HEAD, "ubnd_phuong@p1"), (Role.HAMLET, "p1-k1")],
)
async def test_only_an_organiser_gives_seats(works: Works, role: Role, scope: str) -> None:
    organiser = await _organiser(works)
    async with works.begin() as work:
        made = await seating.propose(work, organiser, 1)
        other = await roster.official(work, "khác", role, scope)

        with pytest.raises(Refused) as refused:
            await seating.propose(work, other, 1)
        assert refused.value.key == "not-for-you"
        with pytest.raises(Refused) as refused:
            await seating.sign_off(work, other, 1, made.version)
        assert refused.value.key == "not-for-you"


async def test_the_head_of_a_ward_reads_the_names_of_that_ward_alone(works: Works) -> None:
    organiser = await _organiser(works)
    async with works.begin() as work:
        await seating.propose(work, organiser, 1)
        head = await roster.official(work, "hoa", Role.HEAD, "ubnd_phuong@p1")
        assert len(await _list(work, head)) == len(await _list(work, organiser))

        for who, ward in ((head, "p2"), (await roster.official(work, "ba", Role.CLERK, "1"), "p1")):
            with pytest.raises(Refused) as refused:
                await _list(work, who, ward)
            assert refused.value.key == "not-for-you"


async def test_who_signs_up_between_the_proposal_and_the_signature_waits_at_their_rank(
    works: Works,
) -> None:
    organiser = await _organiser(works)
    async with works.begin() as work:
        made = await seating.propose(work, organiser, 1)
        row = next(one for one in roster.sample(work.programme) if one.ward == "p1")
        [late] = await roster.enlist(work, [row])
        await seating.sign_off(work, organiser, 1, made.version)

        assert await seating.join_late(work) == 1
        assert await seating.join_late(work) == 0
        listed = await _list(work, organiser)

    waiting = [one for one in listed if one.seat.state is State.WAITING]
    assert waiting[0].seat.household == late.id, "Khmer, a woman, poor, and first on a list"
    assert waiting[0].reason.endswith("; đăng ký sau khi đã ký duyệt: thứ 1 chờ của Phường 1")
    assert [one.seat.rank for one in listed] == list(range(1, len(listed) + 1))
    assert (await _plan_version(works)) == made.version


async def _plan_version(works: Works) -> int:
    async with works.begin() as work:
        plan = await seat_plans.get(work.tx, 1)
    assert plan
    return plan.version
