"""Inbox to handler: stored first, one at a time in each chat, all or nothing, nobody held up."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.dispatch import Dispatch
from bot.domain.errors import Refused
from bot.domain.messages import Address, Happened, Inbound, Unreadable
from bot.intake import Intake
from bot.routes import Routes
from bot.turn import Turn
from bot.work import Button, Works
from handlers import ROUTES
from storage import addresses, conversations, deferred, holding, inbox, outbox, pairs, people
from storage.database import Unavailable
from storage.outbox import Kind, Priority
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.spine import said, until, works_over

Handler = Callable[[Turn], Awaitable[None]]


class Office:
    """A conversation of one handler, which repeats what it is told, and the desk it works at."""

    def __init__(self, works: Works, *, at_once: int = 32) -> None:
        self.works = works
        self.heard: list[str] = []
        self.holds: asyncio.Event | None = None
        self.intake = Intake(works)
        self.dispatch = Dispatch(works, self.routes(), at_once=at_once)

    def routes(self) -> Routes:
        async def press(turn: Turn, argument: str) -> None:
            await self.note(turn, f"press {argument}")

        def noting(name: str) -> Handler:
            async def handle(turn: Turn) -> None:
                await self.note(turn, f"{name}: {turn.text}")

            return handle

        async def start(turn: Turn, code: str) -> None:
            await self.note(turn, f"start {code}")

        return replace(
            ROUTES,
            commands={"/hoi": noting("command")},
            labels={"my-questions-button": noting("label")},
            presses={"send": press},
            steps={"name": noting("step"), "phone": noting("step")},
            prompts={"name": noting("prompt")},
            replies={"question": press},
            short_steps=frozenset({"name"}),
            start=start,
            opened=noting("opened"),
            edited=noting("edited"),
            unmatched=noting("unmatched"),
            which=noting("which"),
            lost=noting("lost"),
            group=noting("group"),
            fallback=self.free,
        )

    async def note(self, turn: Turn, what: str) -> None:
        self.heard.append(what)

    async def free(self, turn: Turn) -> None:
        """Free words; some of them break things."""
        self.heard.append(turn.text)
        await turn.say("question-kept")
        match turn.text:
            case "poison":
                raise KeyError("id")
            case "refused":
                turn.wait_for("name")
                raise Refused("holding-gone")
            case "wait":
                assert self.holds
                await self.holds.wait()
            case "ask":
                turn.wait_for("name", typed="x")
                await turn.say("question-kept", [[Button("send-button", "send", 12)]])
            case _:
                pass

    async def arrive(self, *arrivals: Inbound | Unreadable) -> None:
        await self.intake.store(arrivals)
        await self.settle()

    async def settle(self) -> None:
        while await self.dispatch.step() or not self.dispatch.idle:
            await self.dispatch.drain()
            if await self.waiting() == 0:
                return

    async def waiting(self) -> int:
        async with self.works.look() as work:
            return (await inbox.waiting(work.tx))[0]

    async def outgoing(self) -> list[tuple[str, str, str]]:
        """(chat, kind, words) of what is to be said, as the delivery would take it."""
        found: list[tuple[str, str, str]] = []
        async with self.works.begin() as work:
            while parcels := await outbox.claim(work.tx, "line", work.now, 100):
                for one in parcels:
                    plain = one.kind is Kind.ACK
                    text = one.payload if plain else outbox.outgoing_from_json(one.payload).text
                    found.append((one.address, one.kind.value, text))
                await outbox.sent(work.tx, parcels, work.now)
        return found

    async def held(self) -> list[tuple[str, str]]:
        async with self.works.look() as work:
            return [(one.kind, one.why) for one in await holding.waiting(work.tx)]


@pytest.fixture
def office(database: Sqlite, clock: ManualClock) -> Office:
    return Office(works_over(database, clock))


def _words(works: Works, key: str) -> str:
    return works.voice.texts.say("vi", key)


# --- inbox first ---------------------------------------------------------------------------------


async def test_promise_1_a_message_is_stored_before_it_is_acknowledged_or_worked_on(
    office: Office,
) -> None:
    await office.intake.store([said("một"), said("hai")])

    assert (office.heard, await office.waiting()) == ([], 2)
    await office.settle()
    assert (office.heard, await office.waiting()) == (["một", "hai"], 0)


async def test_promise_1_a_message_that_comes_twice_is_worked_on_once(office: Office) -> None:
    await office.arrive(said("một"), said("một"))
    await office.arrive(said("một"))

    assert office.heard == ["một"]


async def test_promise_9_a_message_that_another_process_has_settled_is_not_worked_on_again(
    office: Office, clock: ManualClock
) -> None:
    await office.intake.store([said("một")])
    async with office.works.begin() as work:
        [claimed] = await inbox.claim(work.tx, work.now, 1)
    await clock.move(minutes=1)
    await office.settle()  # our lease ran out, and somebody else took it

    await office.dispatch._work_on(claimed)

    assert office.heard == ["một"]
    assert len(await office.outgoing()) == 1


async def test_promise_1_what_arrives_while_the_disk_is_full_is_not_acknowledged(
    office: Office, database: Sqlite
) -> None:
    await database._writer.execute("PRAGMA query_only=ON")
    with pytest.raises(Unavailable):
        await office.intake.store([said("một")])

    await database._writer.execute("PRAGMA query_only=OFF")
    await office.arrive(said("một"))
    assert office.heard == ["một"]


async def test_promise_1_a_chat_is_worked_on_one_at_a_time_and_in_order(office: Office) -> None:
    office.holds = asyncio.Event()
    await office.intake.store([said("wait"), said("sau"), said("khác", chat="minh")])
    while await office.dispatch.step():
        pass
    await until(lambda: office.heard == ["wait"])
    office.holds.set()

    await office.settle()

    assert [one for one in office.heard if one != "khác"] == ["wait", "sau"]


async def test_a_number_that_must_not_be_kept_is_not_even_in_the_inbox(
    office: Office, database: Sqlite
) -> None:
    raw = b'{"text": "CCCD 084095001234"}'
    await office.intake.store(
        [
            said("CCCD của tôi là 084095001234", id="1"),
            Unreadable(channel="line", id="x", raw=raw, why="no date", chat="lan"),
        ]
    )

    rows = await database._writer.execute_fetchall(
        "SELECT payload FROM inbox UNION ALL SELECT CAST(raw AS TEXT) FROM holding"
    )
    assert [str(row[0]) for row in rows if "084095001234" in str(row[0])] == []


# --- poison --------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", range(10))
async def test_promise_1_poison_anywhere_in_a_batch_leaves_the_others_answered_at_once(
    office: Office, place: int
) -> None:
    batch = [said(f"{n}", chat=f"chat {n}") for n in range(10)]
    batch[place] = said("poison", chat=f"chat {place}")

    await office.arrive(*batch)

    kept, broke = (_words(office.works, key) for key in ("question-kept", "something-broke"))
    assert sorted(await office.outgoing()) == [
        (f"line:chat {n}", "send", broke if n == place else kept) for n in range(10)
    ]
    assert await office.held() == [("broken", "KeyError")]


@pytest.mark.parametrize("place", range(5))
async def test_promise_1_what_cannot_be_read_is_kept_and_shown_and_the_others_are_answered(
    office: Office, place: int
) -> None:
    batch: list[Inbound | Unreadable] = [said(f"{n}", chat=f"chat {n}") for n in range(4)]
    batch.insert(place, Unreadable(channel="line", id="bad", raw=b"{", why="no JSON"))

    await office.arrive(*batch)

    assert sorted(office.heard) == ["0", "1", "2", "3"]
    assert await office.held() == [("unreadable", "no JSON")]


async def test_promise_1_a_message_that_breaks_is_undone_and_its_sender_is_told_once(
    office: Office,
) -> None:
    await office.arrive(said("poison"))
    await office.settle()

    assert await office.outgoing() == [
        ("line:lan", "send", _words(office.works, "something-broke"))
    ]
    async with office.works.look() as work:
        [held] = await holding.waiting(work.tx)
    assert inbox.inbound_from_json(held.payload).text == "poison"


async def test_promise_1_the_messages_behind_a_broken_one_go_on(office: Office) -> None:
    await office.arrive(said("một"), said("poison"), said("hai"))

    assert office.heard == ["một", "poison", "hai"]
    assert await office.waiting() == 0


async def test_nobody_is_told_in_a_group_where_it_may_have_been_meant_for_nobody(
    office: Office,
) -> None:
    office.dispatch = Dispatch(office.works, replace(office.routes(), group=office.free))
    await office.arrive(said("poison", chat="-100", sender="lan", group=True))

    assert await office.outgoing() == []
    assert await office.held() == [("broken", "KeyError")]


async def test_a_row_that_cannot_be_read_back_is_set_aside_and_the_next_goes_on(
    office: Office, database: Sqlite
) -> None:
    await office.intake.store([said("một"), said("hai")])
    await database._writer.execute("UPDATE inbox SET payload = '{' WHERE id = 1")
    await office.settle()

    assert office.heard == ["hai"]
    assert await office.held() == [("broken", "JSONDecodeError")]


async def test_a_message_that_killed_the_program_too_often_is_worked_on_no_more(
    office: Office,
) -> None:
    await office.intake.store([said("deadly"), said("sau")])
    for _ in range(10):
        async with office.works.begin() as work:
            await inbox.claim(work.tx, work.now, 1)
        async with office.works.begin() as work:
            await inbox.free(work.tx)

    await office.settle()

    assert office.heard == ["sau"]
    assert await office.held() == [("broken", "ManyCrashes")]


# --- all or nothing ------------------------------------------------------------------------------


async def test_promise_2_a_turn_is_kept_whole_or_not_at_all(office: Office) -> None:
    await office.arrive(said("poison"))

    async with office.works.look() as work:
        kept = await conversations.get(work.tx, "line:lan", "lan")
        assert (kept.step, kept.choices) == ("", ())
        assert await people.of_address(work.tx, "line:lan") is None


async def test_promise_2_a_refusal_undoes_half_done_work_and_still_answers(
    office: Office,
) -> None:
    await office.arrive(said("refused"))

    assert await office.outgoing() == [("line:lan", "send", _words(office.works, "holding-gone"))]
    async with office.works.look() as work:
        assert (await conversations.get(work.tx, "line:lan", "lan")).step == ""
    assert await office.held() == []


@pytest.mark.parametrize("seconds", [1, 6], ids=["at once", "after some tries to write it down"])
async def test_promise_2_a_message_is_worked_on_again_when_the_disk_has_room(
    office: Office, database: Sqlite, clock: ManualClock, seconds: int
) -> None:
    office.holds = asyncio.Event()
    await office.intake.store([said("wait")])
    await office.dispatch.step()
    await until(lambda: office.heard == ["wait"])
    await database._writer.execute("PRAGMA query_only=ON")
    office.holds.set()
    for _ in range(seconds - 1):
        await until(lambda: bool(clock.sleepers))
        await clock.move(seconds=1)
    await until(lambda: bool(clock.sleepers))
    await database._writer.execute("PRAGMA query_only=OFF")
    await clock.move(seconds=1)
    await office.dispatch.drain()

    await office.settle()

    assert await office.waiting() == 0
    assert await office.outgoing() == [("line:lan", "send", _words(office.works, "question-kept"))]
    assert await office.held() == []


async def test_promise_3_nothing_is_sent_while_a_turn_is_taken(office: Office) -> None:
    office.holds = asyncio.Event()
    await office.intake.store([said("wait")])
    await office.dispatch.step()
    await until(lambda: office.heard == ["wait"])

    async with office.works.look() as work:
        assert await outbox.backlog(work.tx) == []
    office.holds.set()
    await office.settle()
    async with office.works.look() as work:
        assert [one.waiting for one in await outbox.backlog(work.tx)] == [1]


async def test_a_restart_in_the_middle_of_a_turn_takes_it_again_from_the_beginning(
    office: Office, database: Sqlite, clock: ManualClock
) -> None:
    office.holds = asyncio.Event()
    await office.intake.store([said("wait")])
    await office.dispatch.step()
    await until(lambda: office.heard == ["wait"])
    for turn in office.dispatch._turns:
        turn.cancel()
    await office.dispatch.drain()

    async with database.transaction() as tx:
        await inbox.free(tx)
    after = Office(works_over(database, clock))
    after.holds = asyncio.Event()
    after.holds.set()
    await after.settle()

    assert after.heard == ["wait"]
    assert len(await after.outgoing()) == 1


# --- the loop ------------------------------------------------------------------------------------


async def _stop(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_the_loop_wakes_for_what_arrives_and_for_what_waits_behind_it(
    office: Office,
) -> None:
    running = asyncio.create_task(office.dispatch.run())
    await asyncio.sleep(0.01)

    await office.intake.store([said(f"{n}") for n in range(5)])
    await until(lambda: len(office.heard) == 5)
    await _stop(running)

    assert office.heard == ["0", "1", "2", "3", "4"]


async def test_more_chats_than_fit_at_once_are_all_worked_on(
    database: Sqlite, clock: ManualClock
) -> None:
    office = Office(works_over(database, clock), at_once=2)
    running = asyncio.create_task(office.dispatch.run())
    await office.intake.store([said("một", chat=f"chat {n}") for n in range(9)])
    await until(lambda: len(office.heard) == 9)
    await _stop(running)

    assert await office.waiting() == 0


async def test_a_broken_message_does_not_stop_the_loop(office: Office) -> None:
    running = asyncio.create_task(office.dispatch.run())
    await office.intake.store([said("poison"), said("sau")])
    await until(lambda: office.heard == ["poison", "sau"])
    await _stop(running)

    assert await office.waiting() == 0


async def test_stopping_lets_a_turn_that_has_begun_finish(office: Office) -> None:
    office.holds = asyncio.Event()
    running = asyncio.create_task(office.dispatch.run())
    await office.intake.store([said("wait")])
    await until(lambda: office.heard == ["wait"])

    running.cancel()
    await asyncio.sleep(0.01)
    assert not running.done()
    office.holds.set()
    await asyncio.gather(running, return_exceptions=True)

    assert await office.waiting() == 0
    assert len(await office.outgoing()) == 1


async def test_stopping_undoes_a_turn_that_does_not_end(office: Office, clock: ManualClock) -> None:
    office.holds = asyncio.Event()
    running = asyncio.create_task(office.dispatch.run())
    await office.intake.store([said("wait")])
    await until(lambda: office.heard == ["wait"])

    running.cancel()
    await asyncio.sleep(0.01)
    await clock.move(seconds=4)
    await asyncio.wait_for(asyncio.gather(running, return_exceptions=True), 5)

    assert await office.waiting() == 1
    assert await office.outgoing() == []


# --- which handler -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "handler"),
    [
        (said("/hoi khi nào"), "command: /hoi khi nào"),
        (said("Câu hỏi của tôi"), "label: Câu hỏi của tôi"),
        (said("cau hoi cua toi"), "label: cau hoi cua toi"),
        (said("", press="send:12"), "press 12"),
        (said("", press="gone:12"), "lost: "),
        (said("", press="back:"), "lost: "),
        (said("", start="CODE"), "start CODE"),
        (said("", happened=Happened.OPENED), "opened: "),
        (said("sửa", happened=Happened.EDITED), "edited: sửa"),
        (said("chuyện khác", group=True, sender="minh", chat="-1"), "group: chuyện khác"),
    ],
)  # fmt: skip
async def test_what_happened_leads_to_its_handler(
    office: Office, message: Inbound, handler: str
) -> None:
    await office.arrive(message)

    assert office.heard == [handler]


async def test_words_fill_the_step_that_waits_for_them(office: Office) -> None:
    await office.arrive(said("ask"), said("Lê Thị Lan"))

    assert office.heard == ["ask", "step: Lê Thị Lan"]


async def test_a_typed_number_means_the_last_buttons_shown(office: Office) -> None:
    await office.arrive(said("ask"), said("1"))

    assert office.heard == ["ask", "press 12"]


async def test_a_reply_to_a_message_of_ours_leads_to_what_it_is_about(office: Office) -> None:
    await office.arrive(said("chào"))
    async with office.works.begin() as work:
        pair = await pairs.put(work.tx, "line:lan", "question:7", pairs.NOTE, work.now)
        await pairs.named(work.tx, pair, "m7")

    await office.arrive(said("trả lời", reply_to="m7", to_bot=True))

    assert office.heard[1:] == ["press 7"]


async def test_a_press_is_acknowledged_whatever_comes_of_it(office: Office) -> None:
    await office.arrive(said("", press="send:12", press_id="p1"))

    assert ("line:lan", "ack", "p1") in await office.outgoing()


# --- what happens to a chat ----------------------------------------------------------------------


async def test_who_blocks_the_bot_gets_nothing_of_what_waited(office: Office) -> None:
    await office.arrive(said("chào"))
    async with office.works.begin() as work:
        for _ in range(2):
            message = work.voice.render("vi", "question-kept")
            await work.put("line:lan", message, Priority.BROADCAST)
            await deferred.put(work.tx, address="line:lan", message=message, due_at=work.now,
                               priority=Priority.NOTICE)  # fmt: skip

    await office.arrive(said("", happened=Happened.CLOSED))

    async with office.works.begin() as work:
        assert await deferred.take_due(work.tx, work.now) == []
        place = await addresses.get(work.tx, "line:lan")
        assert place is not None
        assert place.is_closed
    assert await office.outgoing() == []


async def test_who_comes_back_is_written_to_again(office: Office) -> None:
    await office.arrive(said("chào"), said("", happened=Happened.CLOSED), said("lại đây"))

    async with office.works.look() as work:
        place = await addresses.get(work.tx, "line:lan")
    assert place is not None
    assert not place.is_closed


@pytest.mark.parametrize("first", ["the move", "a message under the new name"])
async def test_a_group_that_becomes_a_supergroup_keeps_its_queue_and_its_cards(
    office: Office, first: str
) -> None:
    async with office.works.begin() as work:
        await addresses.put(work.tx, "line:-1", work.now, title="Tổ 4", is_group=True)
        await addresses.bind(work.tx, "line:-1", queue="nhcsxh")
        pair = await pairs.put(work.tx, "line:-1", "question:7", pairs.CARD, work.now)
        await pairs.named(work.tx, pair, "m7")
    before = said("chuyện", chat="-1", sender="lan", group=True, title="Tổ 4")
    after = said("chuyện", chat="-100", sender="lan", group=True, title="Tổ 4")
    move = said("", chat="-1", happened=Happened.MOVED, moved_to="-100")
    await office.arrive(before)
    if first == "the move":
        await office.arrive(move)
        await office.arrive(after)
    else:
        await office.arrive(after)
        await office.arrive(move)

    assert await office.held() == []
    async with office.works.look() as work:
        [place] = await addresses.of_queue(work.tx, "nhcsxh")
        assert place.address == "line:-100"
        assert await pairs.of_message(work.tx, "line:-100", "m7") is not None


def test_an_address_is_read_back_as_it_was_written() -> None:
    assert Address.parse("line:a:b") == Address("line", "a:b")
