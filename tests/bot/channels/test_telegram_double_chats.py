"""The double keeps chats, messages and updates as Telegram does."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_ask import Ask, asking, data, keyboard


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double


@pytest.fixture
async def ask(double: TelegramDouble) -> AsyncIterator[Ask]:
    async with asking(double) as ask:
        yield ask


async def test_whom_the_bot_may_not_write_to_is_told_as_telegram_tells_it(
    double: TelegramDouble, ask: Ask
) -> None:
    stranger, blocker, deserter = (double.user(name) for name in ("Nam", "Hoa", "Sơn"))
    await blocker.says("/start")
    await blocker.blocks()
    await deserter.leaves_telegram()
    group = double.group()
    await group.removes_bot()

    told = [
        (await ask("sendMessage", chat_id=chat, text="a"))["description"]
        for chat in (stranger.id, blocker.id, deserter.id, group.id, 31_337)
    ]

    assert told == [
        "Forbidden: bot can't initiate conversation with a user",
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot was kicked from the group chat",
        "Bad Request: chat not found",
    ]
    assert double.violations == []


async def test_unblocking_opens_the_chat_again(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user(started=True)
    await lan.blocks()
    await lan.unblocks()

    assert (await ask("sendMessage", chat_id=lan.id, text="a"))["ok"]


async def test_a_moved_group_tells_its_new_number(double: TelegramDouble, ask: Ask) -> None:
    group = double.group()
    old = group.id
    await group.becomes_supergroup()

    answer = await ask("sendMessage", chat_id=old, text="a")
    await ask("sendMessage", chat_id=group.id, text="b")

    assert answer["parameters"] == {"migrate_to_chat_id": group.id}
    assert group.heard == ["b"]


async def test_privacy_mode_keeps_a_groups_talk_from_the_bot(ask: Ask) -> None:
    async with TelegramDouble(privacy=True) as double:
        lan, group = double.user(), double.group()
        await lan.says("Ai đi họp?", in_=group)
        await lan.says("/hoi", in_=group)
        await lan.says("@LangNgheBot khi nào?", in_=group)

        assert len(double.updates) == 2


async def test_edits_are_refused_as_telegram_refuses_them(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user()
    hers = await lan.says("xin chào")
    sent = (await ask("sendMessage", chat_id=lan.id, text="a"))["result"]["message_id"]

    told = [
        (await ask("editMessageText", chat_id=lan.id, message_id=number, text="a"))["description"]
        for number in (999, hers, sent)
    ]

    assert told[:2] == [
        "Bad Request: message to edit not found",
        "Bad Request: message can't be edited",
    ]
    assert told[2].startswith("Bad Request: message is not modified")


async def test_the_screen_shows_messages_as_they_stand(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user(started=True)
    buttons = keyboard([data(1)])
    sent = await ask("sendMessage", chat_id=lan.id, text="a", reply_markup=buttons)
    number = sent["result"]["message_id"]
    await ask("sendMessage", chat_id=lan.id, text="b")

    await ask("editMessageText", chat_id=lan.id, message_id=number, text="c")

    assert lan.heard == ["a", "b"]
    assert [(bubble.text, bubble.buttons) for bubble in lan.screen] == [("c", []), ("b", [])]


async def test_a_press_can_be_acknowledged_once(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user(started=True)
    await ask("sendMessage", chat_id=lan.id, text="a", reply_markup=keyboard([data(1)]))
    press = await lan.presses("Nút")

    first = await ask("answerCallbackQuery", callback_query_id=press)
    second = await ask("answerCallbackQuery", callback_query_id=press)

    assert first["ok"]
    assert "query is too old" in second["description"]


async def test_a_press_grows_too_old(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user(started=True)
    await ask("sendMessage", chat_id=lan.id, text="a", reply_markup=keyboard([data(1)]))
    press = await lan.presses("Nút")
    double.ages_presses()

    assert not (await ask("answerCallbackQuery", callback_query_id=press))["ok"]


async def test_a_button_that_is_not_there_cannot_be_pressed(
    double: TelegramDouble, ask: Ask
) -> None:
    lan = double.user(started=True)
    await ask("sendMessage", chat_id=lan.id, text="a", reply_markup=keyboard([data(1)]))

    with pytest.raises(AssertionError, match=r"Lan sees no button 'Thôi', only \['Nút'\]"):
        await lan.presses("Thôi")


async def test_hearing_waits_and_forgets_what_came_before_one_spoke(
    double: TelegramDouble, ask: Ask
) -> None:
    lan = double.user(started=True)
    await ask("sendMessage", chat_id=lan.id, text="Chào cô")
    await lan.says("xin chào")
    waiting = asyncio.create_task(lan.hears("Chào"))
    await asyncio.sleep(0)
    assert not waiting.done()

    await ask("sendMessage", chat_id=lan.id, text="Chào cô lần nữa")

    assert (await waiting).text == "Chào cô lần nữa"
    with pytest.raises(AssertionError, match="Lan never heard 'Tạm biệt'"):
        await lan.hears("Tạm biệt", within=0)


async def polled(ask: Ask, **fields: Any) -> list[int]:
    return [update["update_id"] for update in (await ask("getUpdates", **fields))["result"]]


async def test_updates_are_held_until_the_offset_passes_them(
    double: TelegramDouble, ask: Ask
) -> None:
    lan = double.user()
    for text in "abc":
        await lan.says(text)

    first = await polled(ask, limit=2)
    again = await polled(ask, limit=2)
    rest = await polled(ask, offset=first[-1] + 1)

    assert first == again
    assert rest == [first[-1] + 1]


async def test_a_poll_waits_for_something_to_tell(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user()
    poll = asyncio.create_task(polled(ask, timeout=5))
    await double.called("getUpdates")

    await lan.says("a")

    assert len(await poll) == 1


async def test_a_second_poll_ends_the_first_with_409(double: TelegramDouble, ask: Ask) -> None:
    first = asyncio.create_task(ask("getUpdates", timeout=5))
    await double.called("getUpdates")

    await ask("getUpdates")

    assert (await first)["error_code"] == 409


async def test_a_webhook_forbids_polling(double: TelegramDouble, ask: Ask) -> None:
    await ask("setWebhook", url="https://langnghe.example.vn/telegram")
    refused = await ask("getUpdates")
    await ask("deleteWebhook")

    assert refused["error_code"] == 409
    assert (await ask("getUpdates"))["ok"]


async def test_an_acknowledgement_can_be_lost(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user()
    await lan.says("a")
    double.redelivers(times=1)
    [number] = await polled(ask)

    assert await polled(ask, offset=number + 1) == [number]
    assert await polled(ask, offset=number + 1) == []


async def test_updates_can_come_twice_and_shuffled(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user()
    for number in range(20):
        await lan.says(str(number))
    double.updates.twice, double.updates.shuffled = 1.0, True

    numbers = await polled(ask)

    assert sorted(numbers) == sorted([*set(numbers), *set(numbers)])
    assert numbers != sorted(numbers)
    assert len(numbers) == 40


async def test_raw_bytes_go_out_as_they_are(double: TelegramDouble, ask: Ask) -> None:
    number = double.injects(b'{"update_id":%d,"message":null}')

    assert (await ask("getUpdates"))["result"] == [{"update_id": number, "message": None}]
