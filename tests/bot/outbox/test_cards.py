"""Cards change where they stand, presses are acknowledged, replies find what they are about."""

import asyncio

import pytest

from bot.channels.base import Limits
from bot.domain.errors import Rejected, TryLater
from bot.domain.messages import Outgoing
from storage import pairs
from storage.outbox import Kind, Priority
from tests.doubles.delivering import failures, waiting
from tests.doubles.spine import Line, Post


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


async def _card(desk: Post, chat: str = "lan", words: str = "waiting") -> pairs.Pair:
    async with desk.works.begin() as work:
        address = f"line:{chat}"
        await work.put(address, Outgoing(text=words), Priority.NOTICE, about="question:1",
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


LONG = "TV-0001. " + "Câu hỏi dài. " * 150 + "Trả lời dài. " * 250 + "Chờ duyệt."


async def test_a_card_that_grows_beyond_one_message_keeps_its_beginning_and_its_end(
    desk: Post, line: Line
) -> None:
    card = await _card(desk)
    await desk.settle()

    await _change(desk, card, LONG)
    await desk.settle()

    [(_, _, shown)] = line.changed
    assert shown.startswith("TV-0001. Câu hỏi dài.")
    assert shown.endswith("Trả lời dài. Chờ duyệt.")
    assert shown.count("Trả lời dài.") == 250, "what it ends with is there in full"
    assert len(shown) <= Limits().text
    assert [words for _, words in line.said] == ["waiting"], "nobody is disturbed"


async def test_a_card_that_waits_and_grows_is_sent_with_its_beginning(
    desk: Post, line: Line
) -> None:
    card = await _card(desk)

    await _change(desk, card, LONG)
    await desk.settle()

    [(_, words)] = line.said
    assert words.startswith("TV-0001.")
    assert words.endswith("Chờ duyệt.")


async def test_a_card_that_a_longer_one_takes_over_keeps_its_beginning(
    desk: Post, line: Line
) -> None:
    await _card(desk)
    await desk.settle()

    await _card(desk, words=LONG)
    await desk.settle()

    [(_, message, shown)] = line.changed
    assert (message, shown[:8]) == ("m1", "TV-0001.")
    assert "".join(words for _, words in line.said[1:]).replace(" ", "") == LONG.replace(" ", "")


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
