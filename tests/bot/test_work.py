"""What a turn may ask for: words at the right hour, in the right chat, changed where they stand."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.messages import Choice, Outgoing
from bot.domain.people import Person
from bot.services.sessions import housekeeping
from bot.voice import Button
from bot.wakeups import WakeUp
from bot.work import Works
from storage import addresses, conversations, outbox, pairs, people
from storage.database import Database
from storage.outbox import Kind
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
EVENING = datetime(2026, 4, 29, 21, 0, tzinfo=CITY)
MORNING = datetime(2026, 4, 30, 6, 0, tzinfo=CITY)
HELLO = Outgoing(text="Xin chào", choices=((Choice(label="Nhận", data="take:1"),),))


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def somebody(works: Works, *chats: str, **changes: object) -> Person:
    async with works.begin() as work:
        person = await people.make(work.tx, "vi", work.now)
        person = replace(person, **changes)  # type: ignore[arg-type]
        await people.save(work.tx, person)
        for chat in chats:
            await addresses.put(work.tx, f"line:{chat}", work.now, person=person.id)
    return person


async def queued(works: Works) -> list[tuple[str, str]]:
    """(chat, words) of everything in the outbox, as it would go."""
    found: list[tuple[str, str]] = []
    async with works.begin() as work:
        while parcels := await outbox.claim(work.tx, "line", work.now, 10):
            words = [outbox.outgoing_from_json(one.payload).text for one in parcels]
            found += zip((one.address for one in parcels), words, strict=True)
            await outbox.sent(work.tx, parcels, work.now)
    return found


async def say(works: Works, how: str = "") -> None:
    async with works.begin() as work:
        await work.send("line:lan", HELLO, reply=how == "reply", urgent=how == "urgent")


async def morning(works: Works, clock: ManualClock) -> list[tuple[str, str]]:
    await clock.move_to(MORNING)
    async with works.begin() as work:
        await housekeeping.send_deferred(work)
    return await queued(works)


async def test_promise_8_a_notice_at_night_waits_for_the_morning(
    works: Works, clock: ManualClock
) -> None:
    await clock.move_to(EVENING)
    await say(works)

    assert await queued(works) == []
    assert await morning(works, clock) == [("line:lan", "Xin chào")]


async def test_promise_8_before_quiet_hours_a_notice_goes_at_once(
    works: Works, clock: ManualClock
) -> None:
    await clock.move_to(EVENING - timedelta(seconds=1))
    await say(works)

    assert await queued(works) == [("line:lan", "Xin chào")]


@pytest.mark.parametrize("how", ["reply", "urgent"])
async def test_promise_8_who_just_wrote_is_answered_at_night_and_so_is_what_cannot_wait(
    works: Works, clock: ManualClock, how: str
) -> None:
    await clock.move_to(EVENING)
    await say(works, how)

    assert await queued(works) == [("line:lan", "Xin chào")]


async def test_what_cannot_wait_for_the_morning_overtakes_what_can(works: Works) -> None:
    async with works.begin() as work:
        await work.send("line:lan", HELLO)
        await work.send("line:lan", Outgoing(text="Có người cần gấp"), urgent=True)

    assert await queued(works) == [("line:lan", "Có người cần gấp"), ("line:lan", "Xin chào")]


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (EVENING - timedelta(minutes=1), None),
        (EVENING, MORNING),
        (EVENING + timedelta(hours=4), MORNING),
        (MORNING - timedelta(seconds=1), MORNING),
        (MORNING, None),
    ],
)
async def test_quiet_hours_end_in_the_morning_of_the_same_night(
    works: Works, now: datetime, end: datetime | None
) -> None:
    async with works.look() as work:
        assert work.end_of_quiet(now) == end


async def test_a_person_is_told_where_they_were_last(works: Works, clock: ManualClock) -> None:
    person = await somebody(works, "old")
    await clock.move(minutes=1)
    async with works.begin() as work:
        await addresses.put(work.tx, "line:new", work.now, person=person.id)
        assert await work.tell(person, "question-kept") is True

    assert [chat for chat, _ in await queued(works)] == ["line:new"]


async def test_who_wants_no_messages_or_cannot_be_reached_is_not_told(
    works: Works, clock: ManualClock
) -> None:
    muted = await somebody(works, "lan", muted_at=clock.now())
    nowhere = await somebody(works)
    async with works.begin() as work:
        assert await work.tell(muted, "question-kept") is False
        assert await work.tell(nowhere, "question-kept") is False
        assert await work.tell_id(None, "question-kept") is False
        assert await work.tell(muted, "question-kept", urgent=True) is True

    assert [chat for chat, _ in await queued(works)] == ["line:lan"]


async def test_a_long_text_goes_in_parts_and_its_last_part_knows_what_it_is_about(
    works: Works,
) -> None:
    async with works.begin() as work:
        long = Outgoing(text="Một câu rất dài. " * 400)
        await work.send("line:lan", long, about="question:7", reply=True)
        claimed = await outbox.claim(work.tx, "line", work.now, 10)
        await outbox.sent(work.tx, claimed[:1], work.now)
        claimed += await outbox.claim(work.tx, "line", work.now, 10)

    assert [one.pair for one in claimed] == [None, 1]


async def test_a_card_that_was_sent_is_edited_and_a_second_change_replaces_the_first(
    works: Works,
) -> None:
    async with works.begin() as work:
        await work.send("line:lan", HELLO, about="question:7", card=True)
    await queued(works)
    for words in ("đã nhận", "đã trả lời"):
        async with works.begin() as work:
            [card] = await pairs.live_cards(work.tx, "question:7")
            await work.change(card, Outgoing(text=words))

    async with works.begin() as work:
        claimed = await outbox.claim(work.tx, "line", work.now, 10)
    assert [(one.kind, outbox.outgoing_from_json(one.payload).text) for one in claimed] == [
        (Kind.EDIT, "đã trả lời")
    ]


async def test_buttons_that_arrive_by_themselves_can_be_pressed_by_number(works: Works) -> None:
    await say(works)

    async with works.look() as work:
        kept = await conversations.get(work.tx, "line:lan", "lan")
    assert [choice.data for choice in kept.choices] == ["take:1"]


async def test_promise_2_words_of_a_turn_that_failed_are_never_said(works: Works) -> None:
    async def fails() -> None:
        async with works.begin() as work:
            await work.send("line:lan", HELLO, reply=True)
            raise KeyError("afterwards")

    with pytest.raises(KeyError):
        await fails()

    assert await queued(works) == []


async def test_looking_changes_nothing(works: Works) -> None:
    async with works.look() as work:
        assert work.local.tzinfo == CITY
        assert work.say("vi", "my-questions-button") == "Câu hỏi của tôi"
        assert work.voice.link("CODE").endswith("/vao?start=CODE")


def test_a_button_that_opens_a_page_carries_no_action() -> None:
    assert Button("x", "take", 7).data == "take:7"
    assert Button("x", "take", 7, url="https://example.org").data == ""


async def test_a_wake_up_set_before_the_wait_is_not_lost(clock: ManualClock) -> None:
    wakeup = WakeUp()
    wakeup.set()
    wakeup.set()

    await wakeup.wait(clock, at_most=3600)

    assert clock.sleepers == 0, "nobody goes on waiting"
