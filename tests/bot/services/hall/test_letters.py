"""An invitation on paper that comes back by its code: answered, or tied to a chat."""

import pytest

from bot.domain.errors import Refused
from bot.domain.households import Household
from bot.domain.seat_codes import SeatCode, read_code
from bot.domain.seats import State
from bot.services.hall import letters
from storage import households
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.door import Door, door
from tests.doubles.postgres import ask


@pytest.fixture
async def paper(database: Database, clock: ManualClock, url: str) -> Door:
    return await door(database, clock, url)


async def _code(made: Door, home: Household) -> SeatCode:
    code = read_code(await made.code(home))
    assert code
    return code


async def _offered(made: Door, many: int) -> list[Household]:
    return (await made.session.standing(State.OFFERED))[:many]


async def _first(made: Door) -> tuple[Household, SeatCode]:
    home = (await made.session.standing(State.OFFERED))[0]
    return home, await _code(made, home)


async def test_every_household_s_code_opens_its_own_invitation(paper: Door) -> None:
    homes = await paper.session.standing(State.OFFERED)
    codes = [await _code(paper, home) for home in homes]

    async with paper.session.works.look() as work:
        opened = [(await letters.open_letter(work, one)).home.id for one in codes]

    assert opened == [home.id for home in homes]
    assert len(set(codes)) == 80


async def test_a_code_printed_yesterday_works_in_another_process(
    paper: Door, database: Database
) -> None:
    home, code = await _first(paper)

    later = Door(paper.session)  # nothing is kept at hand: the secret is in the database
    assert await _code(later, home) == code
    assert await ask(paper.session.url, "SELECT COUNT(*) FROM seals") == [(1,)]


async def test_a_code_that_is_written_well_and_is_nobody_s_opens_nothing(paper: Door) -> None:
    _, code = await _first(paper)
    other = await _code(paper, (await paper.session.standing(State.OFFERED))[1])
    head, tail = code.text.split("-", 1)[0], other.text.split("-", 1)[1]
    forged = [
        one
        for sign in "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
        if (one := read_code(f"{head}-{tail[:-1]}{sign}"))
    ]

    assert len(forged) == 1
    with pytest.raises(Refused) as refused:
        async with paper.session.works.look() as work:
            await letters.open_letter(work, forged[0])
    assert refused.value.key == "code-unknown"


async def test_yes_no_and_somebody_else_are_written_down_as_said_by_paper(paper: Door) -> None:
    first, second = [await _code(paper, one) for one in await _offered(paper, 2)]

    async with paper.session.works.begin() as work:
        yes = (await letters.comes(work, first)).seat
        guest = (await letters.sends(work, first, "Sơn Thị Hoa")).seat
        no = (await letters.comes_not(work, second)).seat

    assert (yes.state, guest.state, no.state) == (
        State.ACCEPTED,
        State.ACCEPTED,
        State.DECLINED,
    )
    assert guest.guest == "Sơn Thị Hoa"
    said = "SELECT move, why FROM seat_moves WHERE move IN ('accept', 'decline') ORDER BY id"
    assert await ask(paper.session.url, said) == [("accept", "letter"), ("decline", "letter")]


async def test_a_paper_s_yes_takes_back_whom_it_had_sent(paper: Door) -> None:
    _, code = await _first(paper)

    async with paper.session.works.begin() as work:
        sent = (await letters.sends(work, code, "Sơn Thị Hoa")).seat
        comes = (await letters.comes(work, code)).seat

    assert (sent.guest, comes.guest) == ("Sơn Thị Hoa", "")
    assert comes.state is State.ACCEPTED


async def test_a_paper_whose_seat_went_on_says_so_and_gives_no_seat(paper: Door) -> None:
    """The household of the next in line has its own code; the old one never opens theirs."""
    home, code = await _first(paper)
    async with paper.session.works.begin() as work:
        await letters.comes_not(work, code)
        shown = await letters.open_letter(work, code)

    told = await (await paper.device()).checks_in(home)

    assert (shown.home.id, shown.seat.state) == (home.id, State.DECLINED)
    assert told.why == "no-seat-yet"


async def test_a_household_that_is_erased_has_no_code(paper: Door) -> None:
    home, code = await _first(paper)
    async with paper.session.works.begin() as work:
        await households.erase(work.tx, home.id, work.now)

    with pytest.raises(Refused):
        async with paper.session.works.look() as work:
            await letters.open_letter(work, code)
