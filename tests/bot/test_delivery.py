"""What is said reaches its chat: in order, within limits, at least once, whatever goes wrong."""

import asyncio

import pytest

from bot.channels.base import Limits
from bot.delivery import Delivery
from bot.domain.errors import Gone, Rejected, TryLater
from bot.domain.messages import Outgoing
from bot.settling import Settling
from storage import addresses, broadcasts, outbox, pairs, people
from storage.broadcasts import Circle, To
from storage.database import Unavailable
from storage.outbox import Kind, Priority
from storage.sqlite import Sqlite
from tests.bot.test_pace import most_in_any
from tests.doubles.clock import ManualClock
from tests.doubles.spine import Line, Post, post, post_over, until, works_over

TELEGRAM = Limits(per_second=30, per_chat_second=1, per_group_minute=20)


@pytest.fixture
def line(clock: ManualClock) -> Line:
    return Line(clock)


@pytest.fixture
def desk(database: Sqlite, clock: ManualClock, line: Line) -> Post:
    """A delivery over a line without limits."""
    return post(database, clock, line)


@pytest.fixture
def strict(database: Sqlite, clock: ManualClock, line: Line) -> Post:
    """The same over a line with Telegram's limits."""
    line.limits = TELEGRAM
    return post(database, clock, line)


def restarted(before: Post) -> Post:
    """A new program over the same memory; what was in flight is forgotten by the old one."""
    return post_over(before.works, before.clock, before.line)


async def failures(desk: Post) -> list[str]:
    async with desk.works.look() as work:
        return [one.why for one in await outbox.failed(work.tx)]


async def waiting(desk: Post) -> int:
    async with desk.works.look() as work:
        return sum(one.waiting for one in await outbox.backlog(work.tx))


# --- order ---------------------------------------------------------------------------------------


async def test_promise_4_what_is_said_arrives_once_and_in_order(desk: Post, line: Line) -> None:
    for number in range(5):
        await desk.put("lan", f"{number}")
        await desk.put("minh", f"{number}")

    await desk.settle()

    assert [words for chat, words in line.said if chat == "lan"] == ["0", "1", "2", "3", "4"]
    assert [words for chat, words in line.said if chat == "minh"] == ["0", "1", "2", "3", "4"]
    assert await waiting(desk) == 0


async def test_promise_4_replies_overtake_broadcasts(desk: Post, line: Line) -> None:
    for number in range(20):
        await desk.put(f"resident {number}", "bulletin", Priority.BROADCAST)
    await desk.put("lan", "reply")

    await desk.settle()

    assert line.said[0] == ("lan", "reply")
    assert len(line.said) == 21


async def test_promise_4_no_more_are_on_their_way_than_the_setting_says(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    for number in range(20):
        await desk.put(f"resident {number}", "bulletin", Priority.BROADCAST)

    while await desk.delivery.step():
        pass
    await asyncio.sleep(0)

    assert len(line.under_way) == 8
    line.holds.set()
    await desk.settle()
    assert (line.crowd, len(line.said)) == (8, 20)


async def test_promise_4_two_messages_to_one_chat_are_never_on_their_way_at_once(
    desk: Post, line: Line
) -> None:
    for number in range(3):
        await desk.put("lan", f"{number}")
        await desk.put("lan", f"bulletin {number}", Priority.BROADCAST)

    await desk.settle()  # the line itself refuses two at once

    assert [words for _, words in line.said] == [
        "0", "1", "2", "bulletin 0", "bulletin 1", "bulletin 2",
    ]  # fmt: skip


async def test_promise_4_after_a_crash_only_what_was_on_its_way_repeats(
    desk: Post, line: Line
) -> None:
    for number in range(20):
        await desk.put(f"resident {number}", "bulletin", Priority.BROADCAST)
    line.holds = asyncio.Event()
    await desk.delivery.step()
    await asyncio.sleep(0)
    line.holds.set()
    await asyncio.sleep(0.01)  # they arrive, and the program dies before it writes that down
    assert len(line.said) == 8

    after = restarted(desk)
    await after.delivery.take_over()
    await after.settle()

    times = [line.said.count((f"resident {number}", "bulletin")) for number in range(20)]
    assert sorted(times) == [1] * 12 + [2] * 8


@pytest.mark.parametrize("checks", range(8))
async def test_promise_7_who_was_frozen_longer_than_its_lease_sends_nothing_more(
    desk: Post, line: Line, checks: int
) -> None:
    for number in range(3):
        await desk.put(f"resident {number}", "reply")
    good = iter([True] * checks)

    def held() -> bool:
        return next(good, False)

    frozen = asyncio.create_task(desk.delivery.run(held))
    await asyncio.sleep(0.01)
    frozen.cancel()
    await asyncio.gather(frozen, return_exceptions=True)
    by_the_frozen = len(line.said)

    after = restarted(desk)
    await after.delivery.take_over()
    await after.settle()

    assert by_the_frozen <= max(0, checks - 2), "one look at the lease before each message"
    assert sorted(line.said) == [(f"resident {number}", "reply") for number in range(3)]


async def test_promise_7_who_wakes_up_without_its_lease_leaves_the_next_sender_alone(
    desk: Post, line: Line
) -> None:
    await desk.put("lan", "hello")
    line.holds = asyncio.Event()
    after = restarted(desk)
    await after.delivery.step()

    woken = asyncio.create_task(desk.delivery.run(lambda: False))
    await asyncio.sleep(0.01)
    line.holds.set()
    await after.settle()
    woken.cancel()
    await asyncio.gather(woken, return_exceptions=True)

    await after.settle()
    assert line.said == [("lan", "hello")]
    assert await waiting(desk) == 0


# --- limits --------------------------------------------------------------------------------------


async def test_a_broadcast_keeps_to_the_limit_in_any_second_and_uses_it(
    strict: Post, line: Line
) -> None:
    for number in range(120):
        await strict.put(f"resident {number}", "bulletin", Priority.BROADCAST)

    await strict.run_for(3)

    assert most_in_any(line.times, 1.0) <= 30
    assert 0.96 * 90 <= len(line.said) <= 91


async def test_a_reply_finds_room_at_once_while_a_broadcast_uses_the_limit(
    strict: Post, line: Line, clock: ManualClock
) -> None:
    for number in range(120):
        await strict.put(f"resident {number}", "bulletin", Priority.BROADCAST)
    await strict.run_for(1.5)

    for number in range(5):
        await strict.run_for(0.2)
        await strict.put(f"asker {number}", "reply")
        await strict.settle()
        assert (line.said[-1], line.times[-1]) == (
            (f"asker {number}", "reply"),
            clock.steady(),
        )

    assert most_in_any(line.times, 1.0) <= 30


async def test_a_chat_hears_one_message_a_second(strict: Post, line: Line) -> None:
    for number in range(4):
        await strict.put("lan", f"{number}")

    await strict.run_for(3.5)

    start = line.times[0]
    assert [round(at - start, 3) for at in line.times] == [0, 1, 2, 3]


async def test_a_chat_that_must_wait_keeps_nobody_else_waiting(strict: Post, line: Line) -> None:
    for number in range(4):
        await strict.put("lan", f"{number}")
    await strict.put("minh", "hello")

    await strict.run_for(0.5)

    assert line.said == [("lan", "0"), ("minh", "hello")]


async def test_a_group_hears_twenty_messages_in_any_minute_and_each_of_them_once(
    strict: Post, line: Line, clock: ManualClock
) -> None:
    async with strict.works.begin() as work:
        await addresses.put(work.tx, "line:-100", clock.now(), is_group=True)
    for number in range(23):
        await strict.put("-100", f"{number}", Priority.NOTICE)

    await strict.run_for(59)
    assert [words for _, words in line.said] == [f"{number}" for number in range(20)]

    await strict.run_for(61)  # longer than any lease: what waited was not sent twice
    assert [words for _, words in line.said] == [f"{number}" for number in range(23)]
    assert most_in_any(line.times, 60.0) == 20


async def test_limits_hold_over_a_restart(strict: Post, line: Line, clock: ManualClock) -> None:
    async with strict.works.begin() as work:
        await addresses.put(work.tx, "line:-100", clock.now(), is_group=True)
    for number in range(25):
        await strict.put("-100", f"{number}", Priority.NOTICE)
    await strict.run_for(30)
    assert len(line.said) == 20

    after = restarted(strict)
    await after.delivery.take_over()
    await after.run_for(20)
    assert len(line.said) == 20

    await after.run_for(20)
    assert [words for _, words in line.said] == [f"{number}" for number in range(25)]
    assert most_in_any(line.times, 60.0) == 20


async def test_what_was_on_its_way_at_a_crash_counts_for_the_limits(
    strict: Post, line: Line
) -> None:
    for number in range(60):
        await strict.put(f"resident {number}", "reply")
    line.holds = asyncio.Event()
    await strict.delivery.step()
    await asyncio.sleep(0)
    line.holds.set()
    await asyncio.sleep(0.01)  # eight arrive, and the program dies before it writes that down

    after = restarted(strict)
    await after.delivery.take_over()
    await after.run_for(0.9)

    assert len(line.said) == 30
    await after.run_for(5)
    assert most_in_any(line.times, 1.0) == 30
    assert {chat for chat, _ in line.said} == {f"resident {number}" for number in range(60)}


async def test_a_sender_that_lost_its_duty_for_a_moment_counts_each_message_once(
    strict: Post, line: Line
) -> None:
    for number in range(120):
        await strict.put(f"resident {number}", "bulletin", Priority.BROADCAST)
    await strict.run_for(2)

    await strict.delivery.take_over()
    await strict.run_for(2)

    assert len(line.said) == pytest.approx(120, abs=5), "the limit was used all the time"
    assert most_in_any(line.times, 1.0) <= 30


async def test_nobody_is_asked_again_and_again_while_the_first_of_a_chat_waits(
    strict: Post, clock: ManualClock
) -> None:
    for number in range(50):
        await strict.put("lan", f"{number}")
    await strict.settle()

    assert await strict.delivery.step() is False
    assert 0.9 < strict.delivery.patience() <= 1.0


# --- trouble -------------------------------------------------------------------------------------


async def test_a_temporary_trouble_is_tried_again_after_doubling_waits(
    desk: Post, line: Line
) -> None:
    line.fails("lan", *[TryLater("502")] * 5)
    await desk.put("lan", "hello")
    start = desk.clock.steady()

    await desk.run_for(14)

    # 0.5 + 1 + 2 + 4, then never longer than five seconds for a reply; looked for every second
    assert [at - start for at in line.times] == [pytest.approx(0.5 + 1 + 2 + 4 + 5, abs=1)]


@pytest.mark.parametrize(
    ("priority", "longest"),
    [(Priority.REPLY, 5), (Priority.NOTICE, 30), (Priority.BROADCAST, 60)],
    ids=["reply", "notice", "broadcast"],
)
async def test_nobody_waits_longer_between_two_tries_than_they_can_bear(
    desk: Post, line: Line, priority: Priority, longest: int
) -> None:
    line.fails("lan", *[TryLater("502")] * 12)
    row = await desk.put("lan", "hello", priority)
    for _ in range(12):
        await desk.settle()
        async with desk.works.look() as work:
            [trouble] = await outbox.stuck(work.tx)
        assert trouble.id == row
        await desk.clock.move(seconds=longest)

    await desk.settle()
    assert line.said == [("lan", "hello")]


@pytest.mark.parametrize(("chance", "wait"), [(0.0, 0.375), (1.0, 0.5)])
async def test_a_quarter_of_each_wait_is_chance(
    database: Sqlite, clock: ManualClock, line: Line, chance: float, wait: float
) -> None:
    settling = Settling(line.name, chance=lambda: chance)
    works = works_over(database, clock)
    desk = Post(works, clock, line, Delivery(works, line, settling=settling))
    line.fails("lan", TryLater("502"))
    await desk.put("lan", "hello")
    await desk.settle()

    await clock.move(seconds=wait - 0.001)
    await desk.settle()
    assert line.said == []
    await clock.move(seconds=0.001)
    await desk.settle()
    assert line.said == [("lan", "hello")]


async def test_nothing_overtakes_a_message_that_is_tried_again(desk: Post, line: Line) -> None:
    line.fails("lan", TryLater("502"))
    await desk.put("lan", "first")
    await desk.put("lan", "second")

    await desk.settle()
    assert line.said == []
    await desk.run_for(1)
    assert line.said == [("lan", "first"), ("lan", "second")]


@pytest.mark.parametrize("after", [1, 35, 1386, 86400])
async def test_a_chat_that_asks_for_a_pause_gets_it_and_the_others_go_on(
    desk: Post, line: Line, after: int
) -> None:
    line.fails("lan", TryLater("429", after=after))
    await desk.put("lan", "hello")
    await desk.put("minh", "hello")

    await desk.settle()
    await desk.put("lan", "and again")
    await desk.clock.move(seconds=after - 0.001)
    await desk.settle()
    assert line.said == [("minh", "hello")]

    await desk.clock.move(seconds=0.001)
    await desk.settle()
    assert line.said[1:] == [("lan", "hello"), ("lan", "and again")]


async def test_a_channel_that_asks_for_a_pause_is_left_alone(desk: Post, line: Line) -> None:
    line.fails("lan", TryLater("429", after=35, whole_channel=True))
    await desk.put("lan", "hello")
    await desk.settle()
    await desk.put("minh", "hello")

    await desk.run_for(34)
    assert line.said == []

    await desk.run_for(2)
    assert sorted(line.said) == [("lan", "hello"), ("minh", "hello")]


@pytest.mark.parametrize("whole", [False, True], ids=["one chat", "the whole channel"])
async def test_a_pause_outlives_a_restart_and_costs_no_try(
    desk: Post, line: Line, whole: bool
) -> None:
    line.fails("lan", TryLater("429", after=600, whole_channel=whole))
    await desk.put("lan", "hello")
    await desk.settle()

    after = restarted(desk)
    await after.clock.move(seconds=599)
    await after.settle()
    assert line.said == []
    async with after.works.look() as work:
        assert [one.attempts for one in await outbox.stuck(work.tx)] == []

    await after.clock.move(seconds=1)
    await after.settle()
    assert line.said == [("lan", "hello")]


async def test_what_will_never_go_is_given_up_with_its_reason_and_the_next_goes(
    desk: Post, line: Line
) -> None:
    line.fails("lan", Rejected("message is too long"))
    await desk.put("lan", "too long")
    await desk.put("lan", "short")

    await desk.settle()

    assert line.said == [("lan", "short")]
    assert await failures(desk) == ["message is too long"]


async def test_a_channel_that_breaks_costs_one_message_and_not_the_delivery(
    desk: Post, line: Line
) -> None:
    line.fails("lan", KeyError("result"))
    await desk.put("lan", "first")
    await desk.put("lan", "second")

    await desk.settle()

    assert line.said == [("lan", "second")]
    assert await failures(desk) == ["KeyError in the channel"]


async def test_a_message_is_not_tried_for_ever(
    desk: Post, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.settling.TRIES", 3)
    line.fails("lan", *[TryLater("502")] * 3)
    await desk.put("lan", "hello")

    await desk.run_for(10)

    assert (line.said, await failures(desk)) == ([], ["502"])


async def test_a_channel_that_never_answers_is_waited_for_less_than_a_lease(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    await desk.put("lan", "hello")
    await desk.delivery.step()
    await desk.clock.move(seconds=44)
    await desk.delivery.step()
    await asyncio.sleep(0)
    assert line.under_way == ["lan"]

    await desk.clock.move(seconds=1)
    await desk.delivery.step()
    await asyncio.sleep(0)
    assert line.under_way == []

    line.holds = None
    await desk.run_for(1)
    assert line.said == [("lan", "hello")]


async def test_who_blocked_the_bot_is_written_to_no_more(desk: Post, line: Line) -> None:
    async with desk.works.begin() as work:
        person = await people.make(work.tx, "vi", work.now)
        await addresses.put(work.tx, "line:lan", work.now, person=person.id)
    line.fails("lan", Gone("blocked by the person"))
    for number in range(3):
        await desk.put("lan", f"{number}")

    await desk.settle()

    assert line.said == []
    assert await failures(desk) == ["blocked by the person"] * 3
    async with desk.works.look() as work:
        assert await addresses.of_person(work.tx, person.id) == []


async def test_a_group_that_became_a_supergroup_is_followed_with_all_that_waits(
    desk: Post, line: Line
) -> None:
    async with desk.works.begin() as work:
        await addresses.put(work.tx, "line:-1", work.now, is_group=True, title="Tổ 4")
        await addresses.bind(work.tx, "line:-1", queue="nhcsxh")
    line.fails("-1", Gone("moved", moved_to="-100"))
    for number in range(3):
        await desk.put("-1", f"{number}")

    await desk.settle()

    assert line.said == [("-100", "0"), ("-100", "1"), ("-100", "2")]
    async with desk.works.look() as work:
        [place] = await addresses.of_queue(work.tx, "nhcsxh")
    assert (place.address, place.title, place.is_group) == ("line:-100", "Tổ 4", True)


async def test_a_chat_that_closes_under_its_old_name_while_it_moves_loses_nothing(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    line.fails("-1", Gone("chat not found"))
    await desk.put("-1", "hello")
    await desk.delivery.step()
    async with desk.works.begin() as work:
        await outbox.move(work.tx, "line:-1", "line:-100")
    line.holds.set()

    await desk.settle()

    assert line.said == [("-100", "hello")]


# --- presses and changes -------------------------------------------------------------------------


async def test_a_press_is_acknowledged(desk: Post, line: Line) -> None:
    await desk.put("lan", "press 1", kind=Kind.ACK)

    await desk.settle()

    assert line.acknowledged == ["press 1"]


@pytest.mark.parametrize(("seconds", "told"), [(9.9, ["press 1"]), (10, [])])
async def test_a_late_acknowledgement_is_dropped(
    desk: Post, line: Line, seconds: float, told: list[str]
) -> None:
    await desk.put("lan", "press 1", kind=Kind.ACK)
    await desk.clock.move(seconds=seconds)

    await desk.settle()

    assert line.acknowledged == told
    assert (await waiting(desk), await failures(desk)) == (0, [])


async def test_an_acknowledgement_is_tried_once(desk: Post, line: Line) -> None:
    line.fails("press 1", TryLater("502"))
    await desk.put("lan", "press 1", kind=Kind.ACK)

    await desk.run_for(9)

    assert (line.acknowledged, await failures(desk)) == ([], ["502"])


async def _card(desk: Post, chat: str = "lan") -> pairs.Pair:
    async with desk.works.begin() as work:
        address = f"line:{chat}"
        await work.put(address, Outgoing(text="waiting"), Priority.NOTICE, about="question:1",
                       role=pairs.CARD)  # fmt: skip
        [card] = await pairs.live_cards(work.tx, "question:1")
        return card


async def _change(desk: Post, card: pairs.Pair, words: str) -> None:
    async with desk.works.begin() as work:
        await work.change(card, Outgoing(text=words))


async def test_a_card_is_changed_where_it_stands(desk: Post, line: Line) -> None:
    card = await _card(desk)
    await desk.settle()

    await _change(desk, card, "taken")
    await desk.settle()

    assert line.said == [("lan", "waiting")]
    assert line.changed == [("lan", "m1", "taken")]


async def test_a_card_that_waits_to_be_sent_is_sent_as_it_stands_now(
    desk: Post, line: Line
) -> None:
    card = await _card(desk)
    await _change(desk, card, "taken")

    await desk.settle()

    assert (line.said, line.changed) == ([("lan", "taken")], [])


async def test_a_change_never_overtakes_the_card_and_only_the_newest_is_sent(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    card = await _card(desk)
    await desk.delivery.step()
    for words in ("taken", "drafted", "approved"):
        await _change(desk, card, words)
    line.holds.set()

    await desk.settle()

    assert line.said == [("lan", "waiting")]
    assert line.changed == [("lan", "m1", "approved")]


async def test_a_change_of_a_card_that_was_never_sent_is_given_up(desk: Post, line: Line) -> None:
    line.holds = asyncio.Event()
    line.fails("lan", Rejected("no"))
    card = await _card(desk)
    await desk.delivery.step()
    await _change(desk, card, "taken")
    line.holds.set()

    await desk.settle()

    assert line.changed == []
    assert await failures(desk) == ["the message to change was never sent", "no"]


async def test_a_reply_to_a_message_of_ours_finds_what_it_is_about(desk: Post, line: Line) -> None:
    await _card(desk)
    await desk.settle()

    async with desk.works.look() as work:
        found = await pairs.of_message(work.tx, "line:lan", "m1")
    assert found is not None
    assert (found.kind, found.subject_id) == ("question", 1)


# --- broadcasts ----------------------------------------------------------------------------------


async def test_each_receiver_of_a_broadcast_reads_it_in_their_language(
    desk: Post, line: Line
) -> None:
    async with desk.works.begin() as work:
        texts = {"vi": Outgoing(text="Bản tin"), "en": Outgoing(text="Bulletin")}
        made = await broadcasts.make(
            work.tx, Circle(to=To.FOLLOWERS, ward="p1"), texts=texts, now=work.now
        )
        other = await broadcasts.make(
            work.tx,
            Circle(to=To.FOLLOWERS, ward="p2"),
            texts={"vi": Outgoing(text="Khác")},
            now=work.now,
        )
        copies = [("line:a", "vi"), ("line:b", "en"), ("line:c", "km")]
        await outbox.put_copies(work.tx, made, copies, work.now)
        await outbox.put_copies(work.tx, other, [("line:a", "vi")], work.now)

    await desk.settle()

    assert sorted(line.said) == [
        ("a", "Bản tin"), ("a", "Khác"), ("b", "Bulletin"), ("c", "Bản tin"),
    ]  # fmt: skip


# --- the disk, and the end -----------------------------------------------------------------------


class Full:
    """Lets the database's disk be full for a while."""

    def __init__(self, database: Sqlite) -> None:
        self._database = database

    async def __aenter__(self) -> None:
        await self._database._writer.execute("PRAGMA max_page_count=1")
        await self._database._writer.execute("PRAGMA query_only=ON")

    async def __aexit__(self, *_error: object) -> None:
        await self._database._writer.execute("PRAGMA query_only=OFF")
        await self._database._writer.execute("PRAGMA max_page_count=1000000")


async def test_what_was_sent_while_the_disk_was_full_is_written_down_later_and_not_sent_again(
    desk: Post, line: Line, database: Sqlite
) -> None:
    line.holds = asyncio.Event()
    await desk.put("lan", "hello")
    await desk.delivery.step()
    async with Full(database):
        line.holds.set()
        await asyncio.sleep(0.01)
        assert await desk.delivery.step() is False
        assert await waiting(desk) == 1

    await desk.settle()

    assert line.said == [("lan", "hello")]
    assert await waiting(desk) == 0


async def test_who_takes_the_duty_up_again_sends_nothing_twice(
    desk: Post, line: Line, database: Sqlite
) -> None:
    line.holds = asyncio.Event()
    await desk.put("lan", "hello")
    running = await _running(desk)
    async with Full(database):
        line.holds.set()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        assert await waiting(desk) == 1, "it could not be written down"

    await desk.delivery.take_over()
    await desk.settle()

    assert line.said == [("lan", "hello")]
    assert await waiting(desk) == 0


async def test_words_that_cannot_be_read_for_a_moment_are_not_lost(desk: Post, line: Line) -> None:
    line.fails("lan", Unavailable("disk I/O error"))
    await desk.put("lan", "hello")

    await desk.run_for(1)

    assert (line.said, await failures(desk)) == ([("lan", "hello")], [])


async def _running(desk: Post) -> "asyncio.Task[None]":
    task = asyncio.create_task(desk.delivery.run())
    await until(lambda: bool(desk.line.under_way))
    return task


async def test_stopping_settles_what_is_on_its_way_and_leaves_the_rest(
    desk: Post, line: Line
) -> None:
    line.holds = asyncio.Event()
    for number in range(3):
        await desk.put("lan", f"{number}")
    running = await _running(desk)

    running.cancel()
    line.holds.set()
    await asyncio.gather(running, return_exceptions=True)

    assert line.said == [("lan", "0")]
    assert await waiting(desk) == 2
    await restarted(desk).settle()
    assert line.said == [("lan", "0"), ("lan", "1"), ("lan", "2")]


async def test_stopping_does_not_wait_for_ever_for_an_answer(
    desk: Post, line: Line, clock: ManualClock
) -> None:
    line.holds = asyncio.Event()
    await desk.put("lan", "hello")
    running = await _running(desk)

    running.cancel()
    await asyncio.sleep(0.01)
    assert not running.done()
    await clock.move(seconds=4)
    await asyncio.wait_for(asyncio.gather(running, return_exceptions=True), 5)

    line.holds = None
    after = restarted(desk)
    await after.run_for(1)
    assert line.said == [("lan", "hello")]


async def test_what_is_put_while_nothing_waits_is_sent_when_the_bell_rings(
    desk: Post, line: Line
) -> None:
    running = asyncio.create_task(desk.delivery.run())
    await asyncio.sleep(0.01)
    async with desk.works.begin() as work:
        await work.send("line:lan", Outgoing(text="hello"), reply=True)
    await until(lambda: bool(line.said))
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert line.said == [("lan", "hello")]
