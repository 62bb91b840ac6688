"""What a job came to arrives as a message of our own: nobody else can say so, nobody is woken."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.channels.telegram.inbound import Me, read
from bot.domain.messages import Happened, Inbound
from bot.inbox.dispatch import Dispatch
from bot.inbox.intake import Intake
from bot.turn import Turn
from bot.work import Works
from handlers import ROUTES
from storage import addresses, holding, inbox, people
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.spine import said, works_over

DONE = said("", id="job:1", happened=Happened.DONE, press="read:12.3")


class Desk:
    """A conversation that notes which table led to a handler, and with what."""

    def __init__(self, works: Works) -> None:
        self.works = works
        self.heard: list[tuple[str, str]] = []
        self.steps: list[str] = []
        routes = replace(
            ROUTES,
            presses={"send": self._noting("press")},
            done={"read": self._noting("done")},
            lost=self._lost,
        )
        self.dispatch = Dispatch(works, routes)

    def _noting(self, name: str) -> Callable[[Turn, str], Awaitable[None]]:
        async def note(turn: Turn, argument: str) -> None:
            self.heard.append((name, argument))
            self.steps.append(turn.conversation.step)

        return note

    async def _lost(self, turn: Turn) -> None:
        self.heard.append(("lost", turn.message.press))

    async def meets(self) -> None:
        """Lan has written once, an hour ago."""
        async with self.works.begin() as work:
            lan = await people.make(work.tx, "vi", work.now)
            await addresses.put(work.tx, "line:lan", work.now, person=lan.id)

    async def inside(self, message: Inbound) -> None:
        """Our own jobs put it there."""
        async with self.works.begin() as work:
            await inbox.store(work.tx, [message], work.now)
        await self.settle()

    async def settle(self) -> None:
        while await self.dispatch.step() or not self.dispatch.idle:
            await self.dispatch.drain()


@pytest.fixture
def desk(database: Sqlite, clock: ManualClock) -> Desk:
    return Desk(works_over(database, clock))


async def test_what_a_job_came_to_reaches_its_handler(desk: Desk) -> None:
    await desk.meets()
    await desk.inside(DONE)
    await desk.inside(DONE)

    assert desk.heard == [("done", "12.3")]


async def test_no_channel_can_say_that_a_job_is_done(desk: Desk) -> None:
    await desk.meets()
    await Intake(desk.works).store([DONE])
    await desk.settle()

    assert desk.heard == []
    async with desk.works.look() as work:
        assert [one.why for one in await holding.waiting(work.tx)] == ["told of a job"]


async def test_no_button_does_what_only_a_job_may(desk: Desk) -> None:
    """A forged client can press anything."""
    await desk.meets()
    pressed = replace(DONE, id="1", happened=Happened.PRESSED)
    await Intake(desk.works).store([pressed])
    await desk.settle()

    assert desk.heard == [("lost", "read:12.3")]


async def test_a_job_does_not_press_buttons(desk: Desk) -> None:
    """What only a person may do takes a person; a job that tries is a broken one."""
    await desk.meets()
    await desk.inside(replace(DONE, press="send:12"))

    assert desk.heard == []
    async with desk.works.look() as work:
        assert [one.why for one in await holding.waiting(work.tx)] == ["KeyError"]


def test_telegram_never_speaks_of_a_job(clock: ManualClock) -> None:
    query = {
        "id": "1",
        "from": {"id": 7, "is_bot": False, "first_name": "Lan"},
        "message": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}},
        "chat_instance": "1",
        "data": "read:12.3",
        "happened": "done",
    }
    update = {"update_id": 1, "callback_query": query, "happened": "done"}

    found = read(update, Me(id=1, username="LangNgheBot"), clock.now())

    assert isinstance(found, Inbound)
    assert (found.happened, found.press) == (Happened.PRESSED, "read:12.3")


async def test_it_wakes_nobody(desk: Desk, clock: ManualClock) -> None:
    await desk.meets()
    before = clock.now()
    await clock.move(hours=1)
    await desk.inside(DONE)

    async with desk.works.look() as work:
        place = await addresses.get(work.tx, "line:lan")
    assert place is not None
    assert place.seen_at == before


async def test_whoever_had_everything_erased_meanwhile_is_not_made_anew(desk: Desk) -> None:
    await desk.inside(DONE)

    async with desk.works.look() as work:
        assert (desk.heard, await addresses.get(work.tx, "line:lan")) == ([], None)
