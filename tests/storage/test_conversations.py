"""Where each conversation stands: one a chat and sender, kept over restarts."""

from bot.domain.conversation import Conversation
from bot.domain.messages import Choice
from storage import conversations
from storage.database import Database
from tests.doubles.clock import ManualClock

ASKED = Conversation(
    address="line:lan",
    sender="lan",
    step="name",
    data={"back": "ward"},
    choices=(Choice(label="Thôi", data="stop:"),),
)


async def test_a_conversation_is_found_as_it_was_left(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await conversations.put(tx, ASKED, clock.now())

        assert await conversations.get(tx, "line:lan", "lan") == ASKED
        fresh = Conversation(address="line:lan", sender="minh")
        assert await conversations.get(tx, "line:lan", "minh") == fresh


async def test_buttons_that_arrive_by_themselves_leave_the_step(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await conversations.put(tx, ASKED, clock.now())
        shown = [Choice(label="Nhận", data="take:1"), Choice(label="Trang", url="https://x")]
        await conversations.show(tx, "line:lan", "lan", shown, clock.now())

        kept = await conversations.get(tx, "line:lan", "lan")
    assert (kept.step, kept.choices) == ("name", (Choice(label="Nhận", data="take:1"),))


async def test_buttons_shown_are_read_by_who_adds_to_them(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await conversations.put(tx, ASKED, clock.now())

        shown = await conversations.choices(tx, "line:lan", "lan", clock.now())
        assert shown == list(ASKED.choices)
        assert await conversations.get(tx, "line:lan", "lan") == ASKED
        assert await conversations.choices(tx, "line:minh", "minh", clock.now()) == []


async def test_a_group_that_moved_goes_on_where_it_was(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        for address in ("line:lan", "line:-100"):
            kept = Conversation(address=address, sender="lan", step=address)
            await conversations.put(tx, kept, clock.now())
        await conversations.move(tx, "line:lan", "line:-100")

        assert (await conversations.get(tx, "line:-100", "lan")).step == "line:lan"
        assert (await conversations.get(tx, "line:lan", "lan")).step == ""
        await conversations.forget(tx, "line:-100")
        assert (await conversations.get(tx, "line:-100", "lan")).step == ""
