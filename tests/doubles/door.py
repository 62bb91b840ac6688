"""At the door of session 1 of the sample roster, half an hour before it begins: clerks, devices."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from bot.domain.check_ins import CheckIn, What
from bot.domain.households import Household
from bot.domain.people import Grant, Person, Role
from bot.services.hall import check_ins, door_keys, door_list
from bot.services.hall.door_keys import Clerk
from bot.services.hall.door_list import DoorList
from bot.services.seats import seat_codes
from storage import people
from storage.check_ins import Told
from storage.database import Database
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.signed_off import SignedOff, signed_off

_MARKS = count(1)


@dataclass
class Device:
    """A phone in the hand of a clerk. Its clock may be wrong."""

    door: "Door"
    key: str
    clock_is_off: timedelta = timedelta(0)
    kept: list[CheckIn] = field(default_factory=list)  #: while there is no network

    async def who(self) -> Clerk:
        async with self.door.session.works.look() as work:
            return await door_keys.clerk(work, self.key, 1)

    def thing(self, what: What, seat: int = 0, **more: str) -> CheckIn:
        at = self.door.session.clock.now() + self.clock_is_off
        return CheckIn(mark=f"mark-{next(_MARKS)}", what=what, at=at, seat=seat, **more)

    async def tells(self, told: CheckIn) -> Told:
        who = await self.who()
        async with self.door.session.works.begin() as work:
            return await check_ins.take(work, who, told)

    async def checks_in(self, home: Household, name: str = "") -> Told:
        seat = await self.door.session.seat(home)
        return await self.tells(self.thing(What.CAME, seat.id, name=name))

    async def seats(self, home: Household, name: str = "") -> Told:
        """A household without a seat walks in."""
        seat = await self.door.session.seat(home)
        return await self.tells(self.thing(What.WALKED_IN, seat.id, name=name))

    async def takes_back(self, told: Told | CheckIn) -> Told:
        about = self.thing(What.UNDO, told.seat or 0, about=told.mark)
        return await self.tells(replace(about, mark=check_ins.undo_of(told.mark)))

    async def reads(self) -> DoorList:
        who = await self.who()
        async with self.door.session.works.look() as work:
            return await door_list.read(work, who)


@dataclass
class Door:
    """The hall's door, with everybody invited on paper."""

    session: SignedOff

    async def device(self, person: Person | None = None) -> Device:
        """The clerk opens the link of the bot on a phone."""
        async with self.session.works.begin() as work:
            url = await door_keys.link(work, person or self.session.clerk, 1)
            key, _ = await door_keys.open_door(work, url.rpartition("/")[2])
        return Device(self, key)

    async def clerk(self, chat: str) -> Person:
        async with self.session.works.begin() as work:
            return await roster.official(work, chat, Role.CLERK, "1")

    async def dismiss(self, person: Person) -> None:
        async with self.session.works.begin() as work:
            await people.end_role(work.tx, person.id, Grant(Role.CLERK, "1"), work.now)

    async def code(self, home: Household) -> str:
        """What stands on the household's paper."""
        seat = await self.session.seat(home)
        async with self.session.works.begin() as work:
            return (await seat_codes.code_of(work, seat)).text

    async def move_to(self, **before_the_start: float) -> None:
        start: datetime = self.session.works.programme.sessions[0].starts_at
        await self.session.clock.move_to(start - timedelta(**before_the_start))


async def door(database: Database, clock: ManualClock, url: str, *, chats: int = 0) -> Door:
    made = Door(await signed_off(database, clock, url, chats=chats))
    await made.move_to(minutes=30)
    return made
