"""Session 1 of the sample roster, signed off, and its households with and without a chat."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.domain.households import Household
from bot.domain.people import Person, Role
from bot.domain.seats import TAKING, Seat, State
from bot.scheduler import TABLE, perform
from bot.services.seats import offers, seating
from bot.work import Work, Works
from storage import seats
from storage.database import Database
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over


@dataclass(frozen=True)
class SignedOff:
    """What a story of seats plays with. The first households of the list have a chat."""

    works: Works
    clock: ManualClock
    url: str
    organiser: Person
    clerk: Person
    homes: list[Household]
    speakers: dict[int, Person]  #: by household

    async def do(self, step: Callable[[Work], Awaitable[object]]) -> None:
        async with self.works.begin() as work:
            await step(work)

    async def tick(self) -> None:
        """Everything that is due happens."""
        for tick in TABLE:
            await perform(self.works, tick)

    async def later(self, **by: float) -> None:
        await self.clock.move(**by)
        await self.tick()

    async def accept(self, home: Household) -> None:
        seat, who = await self.seat(home), self.speakers[home.id]
        await self.do(lambda work: offers.accept(work, who, seat.id))

    async def decline(self, home: Household) -> None:
        seat, who = await self.seat(home), self.speakers[home.id]
        await self.do(lambda work: offers.decline(work, who, seat.id))

    async def seat(self, home: Household) -> Seat:
        async with self.works.look() as work:
            found = await seats.of(work.tx, 1, home.id)
        assert found
        return found

    async def standing(self, state: State, group: str = "", ward: str = "") -> list[Household]:
        """The households that stand so, best rank first."""
        found = [(await self.seat(home), home) for home in self.homes]
        wanted = [
            (seat.rank, home.id, home)
            for seat, home in found
            if seat.state is state and group in ("", seat.group) and ward in ("", seat.ward)
        ]
        return [home for _, _, home in sorted(wanted, key=lambda one: one[:2])]

    async def states(self) -> Counter[str]:
        return Counter(one for (one,) in await ask(self.url, "SELECT state FROM seats"))

    async def taken(self) -> Counter[tuple[str, str]]:
        """How many seats are taken, by group and ward."""
        rows = await ask(self.url, "SELECT seat_group, ward, state FROM seats")
        return Counter((group, ward) for group, ward, state in rows if State(state) in TAKING)

    async def told(self, home: Household) -> list[str]:
        """What the household was told, as it stands in the outbox."""
        chat = f"line:c{home.id}"
        rows = await ask(
            self.url, f"SELECT payload FROM outbox WHERE address = '{chat}' ORDER BY id"
        )
        return [payload for (payload,) in rows]


async def signed_off(
    database: Database, clock: ManualClock, url: str, *, chats: int = 110
) -> SignedOff:
    """The plan of session 1 is signed, and everybody in it is invited."""
    works = works_over(database, clock)
    async with works.begin() as work:
        homes = await roster.enlist_sample(work, 1)
        speakers = {
            home.id: await roster.chats(work, home, f"c{home.id}") for home in homes[:chats]
        }
        organiser = await roster.official(work, "tổ", Role.ORGANISER)
        clerk = await roster.official(work, "thư", Role.CLERK, "1")
        made = await seating.propose(work, organiser, 1)
        await seating.sign_off(work, organiser, 1, made.version)
    session = SignedOff(works, clock, url, organiser, clerk, homes, speakers)
    await session.tick()
    return session
