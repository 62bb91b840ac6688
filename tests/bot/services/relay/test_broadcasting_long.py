"""A broadcast that is longer than a message: everybody gets all of it, as channels take it."""

from dataclasses import replace

import pytest

from bot.channels.base import Limits, degrade
from bot.domain.messages import Choice, Outgoing
from bot.services.relay import broadcasting
from bot.work import Works
from storage import addresses, broadcasts, conversations, outbox, people
from storage.broadcasts import Circle, To
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.spine import Line, Post, post_over, works_over

SENTENCES = [f"Câu thứ {number}." for number in range(1, 10)]
LONG = Outgoing(
    text=" ".join(SENTENCES),
    choices=((Choice(label="Tôi tới", data="comes:1"), Choice(label="Thôi", data="no:1")),),
)

#: Short messages with buttons, long ones with none.
LIMITS = {"line": Limits(text=40), "plain": Limits(buttons=False)}


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    made = works_over(database, clock)

    def fit(
        channel: str, message: Outgoing, link: str = "", first: int = 1
    ) -> tuple[Outgoing, ...]:
        return degrade(message, LIMITS[channel], link, first)

    voice = replace(made.voice, fit=fit, numbers=lambda channel: not LIMITS[channel].buttons)
    return replace(made, voice=voice)


@pytest.fixture
def desk(works: Works, clock: ManualClock) -> Post:
    return post_over(works, clock, Line(clock))


async def begins(works: Works, *chats: str, text: Outgoing = LONG) -> None:
    """The text is to go to people with these chats, in this order."""
    async with works.begin() as work:
        for chat in chats:
            person = await people.make(work.tx, "vi", work.now)
            await people.consent(work.tx, person.id, 1, work.now)
            await addresses.put(work.tx, chat, work.now, person=person.id)
        await broadcasts.make(work.tx, Circle(to=To.EVERYONE), texts={"vi": text}, now=work.now)


async def steps(works: Works, size: int = broadcasting.PAGE) -> list[int]:
    """How many each step reaches, until one reaches nobody."""
    found = [1]
    while found[-1]:
        async with works.begin() as work:
            found.append(await broadcasting.step(work, size=size, waiting=100))
    return found[1:]


async def test_a_text_that_is_longer_than_a_message_arrives_whole_and_in_order(
    works: Works, desk: Post
) -> None:
    await begins(works, "line:lan", "line:minh")
    await steps(works)

    await desk.settle()

    for chat in ("lan", "minh"):
        heard = [words for one, words in desk.line.said if one == chat]
        assert " ".join(heard) == LONG.text
        assert [len(words) <= 40 for words in heard] == [True] * 3


async def test_each_channel_gets_the_text_as_it_can_take_it(
    works: Works, clock: ManualClock
) -> None:
    await begins(works, "plain:ba", "line:lan")
    plain = post_over(works, clock, Line(clock, name="plain"))
    await steps(works)

    await plain.settle()

    assert plain.line.said == [("ba", f"{LONG.text}\n\n1. Tôi tới\n2. Thôi")]


async def test_numbers_of_buttons_go_on_behind_those_that_were_shown_before(
    works: Works, clock: ManualClock
) -> None:
    take = Choice(label="Nhận", data="take:7")
    async with works.begin() as work:
        await conversations.show(work.tx, "plain:ba", "ba", [take], work.now)
    await begins(works, "plain:ba", "plain:tư")
    plain = post_over(works, clock, Line(clock, name="plain"))
    await steps(works)

    await plain.settle()

    said = {chat: words.partition("\n\n")[2] for chat, words in plain.line.said}
    assert said == {"ba": "2. Tôi tới\n3. Thôi", "tư": "1. Tôi tới\n2. Thôi"}
    async with works.begin() as work:
        shown = await conversations.choices(work.tx, "plain:ba", "ba", work.now)
    assert [one.data for one in shown] == ["take:7", "comes:1", "no:1"]


@pytest.mark.parametrize(
    ("size", "reached"), [(6, [2, 1, 0]), (8, [2, 1, 0]), (9, [3, 0]), (3, [1, 1, 1, 0])]
)
async def test_promise_6_a_page_has_no_more_messages_for_being_long(
    works: Works, desk: Post, size: int, reached: list[int]
) -> None:
    await begins(works, "line:a", "line:b", "line:c")

    assert await steps(works, size) == reached
    await desk.settle()
    assert sorted(chat for chat, _ in desk.line.said) == sorted("abc" * 3)


async def test_what_is_for_one_receiver_is_never_torn(works: Works, desk: Post) -> None:
    await begins(works, "line:a", "line:b")

    assert await steps(works, size=1) == [1, 1, 0]
    await desk.settle()
    assert [chat for chat, _ in desk.line.said].count("b") == 3


async def test_promise_6_the_text_is_stored_once_however_many_messages_it_takes(
    works: Works, clock: ManualClock
) -> None:
    await begins(works, "line:lan")
    await steps(works)

    payloads = []
    async with works.begin() as work:
        while claimed := await outbox.claim(work.tx, "line", work.now, 10):
            payloads += [one.payload for one in claimed]
            await outbox.sent(work.tx, claimed, work.now)

    assert len(payloads) == 3
    assert max(len(one) for one in payloads) <= len("99/99")


async def test_a_channel_that_takes_longer_messages_after_a_restart_is_sent_nothing_twice(
    works: Works, clock: ManualClock
) -> None:
    await begins(works, "line:lan")
    await steps(works)

    def whole(_channel: str, message: Outgoing, *_: object) -> tuple[Outgoing, ...]:
        return (message,)

    after = replace(works, voice=replace(works.voice, fit=whole))
    desk = post_over(after, clock, Line(clock))
    await desk.settle()

    assert desk.line.said == [("lan", LONG.text)]
