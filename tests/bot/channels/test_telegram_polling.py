"""How the Telegram channel listens: kept first, acknowledged after, and stopped by nothing."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import orjson
import pytest
from structlog.testing import capture_logs

from bot.channels.telegram import Telegram
from bot.domain.channels import State
from bot.domain.messages import Happened, Inbound, Unreadable
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_channel import CONSENT, QUICK, Kept, opened, polling


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double
    assert double.violations == []


@pytest.fixture
async def telegram(double: TelegramDouble) -> AsyncIterator[Telegram]:
    async with opened(double) as channel:
        yield channel


async def test_what_people_write_is_stored_and_then_acknowledged(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, store = double.user(), Kept()

    async with polling(telegram, store):
        await lan.says("Khi nào cầu mở lại?")
        await double.acknowledged()
        await lan.says("Và đường nữa?")
        await double.acknowledged()

    assert store.texts == ["Khi nào cầu mở lại?", "Và đường nữa?"]


async def test_links_are_made_where_nobody_polls_too(double: TelegramDouble) -> None:
    quick = replace(QUICK, naming=0.01)
    double.answers("getMe", times=3, status=502)
    async with opened(double, timeouts=quick) as other:
        assert other.link("W1-9f") == ""
        await double.called("getMe", times=4)
        for _ in range(500):
            if other.link("W1-9f"):
                break
            await asyncio.sleep(0.01)

        assert other.link("W1-9f") == "https://t.me/LangNgheBot?start=W1-9f"
        assert double.counts["getUpdates"] == 0


async def test_a_link_outlasts_a_conflict(double: TelegramDouble, telegram: Telegram) -> None:
    async with polling(telegram, Kept()):
        await double.called("getUpdates")
        assert telegram.link("W1-9f") == "https://t.me/LangNgheBot?start=W1-9f"
        double.answers("getUpdates", times=5, status=409)
        double.answers("getMe", times=100, status=502)
        await double.called("getMe", times=2)  # it asks who it is once more
        assert telegram.link("W1-9f") == "https://t.me/LangNgheBot?start=W1-9f"


async def test_a_journey_of_words_and_presses(double: TelegramDouble, telegram: Telegram) -> None:
    lan, store = double.user(), Kept()

    async with polling(telegram, store):
        await lan.opens("https://t.me/LangNgheBot?start=W1-9f")
        await double.acknowledged()
        await telegram.send(str(lan.id), CONSENT)
        await lan.hears("đồng ý")
        press = await lan.presses("Đồng ý")
        await double.acknowledged()
        await telegram.acknowledge(str(lan.id), press)

    started, pressed = store.arrivals
    assert isinstance(started, Inbound)
    assert isinstance(pressed, Inbound)
    assert (started.start, started.text) == ("W1-9f", "")
    assert (pressed.happened, pressed.press, pressed.press_id) == (
        Happened.PRESSED,
        "consent:yes",
        press,
    )
    assert pressed.reply_to == str(lan.screen[0].id)


async def test_nothing_is_acknowledged_that_was_not_stored(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, store = double.user(), Kept(fails=3)
    await lan.says("Khi nào cầu mở lại?")

    with capture_logs() as logs:
        async with polling(telegram, store):
            await double.called("getUpdates", 3)
            assert len(double.updates) == 1
            assert telegram.state == State.NOT_STORED
            await double.acknowledged()

    assert store.texts == ["Khi nào cầu mở lại?"]
    assert [log["event"] for log in logs].count("arrivals_not_stored") == 1


async def test_a_poison_update_is_set_aside_and_the_others_are_stored(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, store = double.user(), Kept()
    poison = {"message_id": 1, "date": "hôm qua", "chat": lan.room.chat, "from": lan.profile}
    for number in range(5):
        await lan.says(f"câu {number}")
    bad = double.injects({"message": {**poison, "text": "hỏng"}})
    for number in range(5, 9):
        await lan.says(f"câu {number}")

    async with polling(telegram, store):
        await double.acknowledged()

    assert store.texts == [f"câu {number}" for number in range(9)]
    [kept] = [found for found in store.arrivals if isinstance(found, Unreadable)]
    assert (kept.id, kept.chat) == (str(bad), str(lan.id))
    assert orjson.loads(kept.raw)["message"]["text"] == "hỏng"


async def test_half_a_letter_stops_nobody(double: TelegramDouble, telegram: Telegram) -> None:
    lan, store = double.user(), Kept()
    profile, chat = orjson.dumps(lan.profile), orjson.dumps(lan.room.chat)
    head = b'{"update_id":%d,"message":{"message_id":1,"date":1,"from":' + profile
    double.injects(head + b',"chat":' + chat + b',"text":"h\\u1ecfi \\ud83d"}}')
    await lan.says("xin chào")

    async with polling(telegram, store):
        await double.acknowledged()

    assert store.texts == ["hỏi ?", "xin chào"]


async def test_updates_without_numbers_are_kept_and_asked_for_slowly(
    double: TelegramDouble, telegram: Telegram
) -> None:
    store = Kept()
    double.injects(b'{"message":{}}')

    async with polling(telegram, store):
        await double.called("getUpdates", 3)

    assert len({found.id for found in store.arrivals}) == 1
    assert telegram.state == State.IDLE


async def test_a_lost_acknowledgement_brings_the_same_message_under_the_same_id(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, store = double.user(), Kept()
    double.redelivers(times=1)
    await lan.says("Khi nào cầu mở lại?")

    async with polling(telegram, store):
        await double.acknowledged()

    assert store.texts == ["Khi nào cầu mở lại?"] * 2
    assert len({found.id for found in store.arrivals}) == 1


async def test_a_shuffled_batch_is_acknowledged_as_a_whole(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, store = double.user(), Kept()
    double.updates.shuffled = True
    for number in range(30):
        await lan.says(f"câu {number}")

    async with polling(telegram, store):
        await double.acknowledged()

    assert sorted(store.texts) == sorted(f"câu {number}" for number in range(30))


async def test_what_was_stored_but_not_acknowledged_comes_again_after_a_restart(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, store = double.user(), Kept()
    await lan.says("Khi nào cầu mở lại?")

    async with polling(telegram, store.stores_and_hangs):
        await store.reached.wait()
    async with polling(telegram, store):
        await double.acknowledged()

    assert store.texts == ["Khi nào cầu mở lại?"] * 2
    assert len({found.id for found in store.arrivals}) == 1


async def test_a_group_that_moves_is_told_once(double: TelegramDouble, telegram: Telegram) -> None:
    group, store = double.group("Khóm 3"), Kept()
    old = group.id

    async with polling(telegram, store):
        await group.becomes_supergroup()
        await double.acknowledged()

    assert {found.id for found in store.arrivals} == {f"moved:{old}:{group.id}"}


async def test_blocking_and_unblocking_are_told(double: TelegramDouble, telegram: Telegram) -> None:
    lan, store = double.user(started=True), Kept()

    async with polling(telegram, store):
        await lan.blocks()
        await lan.unblocks()
        await double.acknowledged()

    assert [f.happened for f in store.arrivals if isinstance(f, Inbound)] == [
        Happened.CLOSED,
        Happened.OPENED,
    ]


async def test_only_what_is_wanted_is_asked_for_and_the_commands_are_shown(
    double: TelegramDouble, telegram: Telegram
) -> None:
    async with polling(telegram, Kept()):
        await double.called("getUpdates", 2)

    assert double.methods.allowed_updates == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    ]
    assert double.methods.commands == {
        "": [{"command": "hoi", "description": "Gửi câu hỏi"}],
        "en": [{"command": "hoi", "description": "Ask a question"}],
    }


async def test_a_menu_that_telegram_refuses_does_not_keep_people_from_writing(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, store = double.user(), Kept()
    double.answers("setMyCommands", times=2, status=400)
    await lan.says("xin chào")

    async with polling(telegram, store):
        await double.acknowledged()

    assert store.texts == ["xin chào"]


async def test_a_webhook_left_over_is_ended(double: TelegramDouble, telegram: Telegram) -> None:
    lan, store = double.user(), Kept()
    double.methods.webhook = {"url": "https://old.example.vn"}
    await lan.says("xin chào")

    async with polling(telegram, store):
        await double.acknowledged()
        double.methods.webhook = {"url": "https://old.example.vn"}
        await lan.says("còn đó không?")
        await double.acknowledged()

    assert store.texts == ["xin chào", "còn đó không?"]


async def test_a_flood_wait_on_polling_is_obeyed(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, store = double.user(), Kept()
    double.answers("getUpdates", retry_after=1)
    await lan.says("xin chào")

    async with polling(telegram, store):
        await double.acknowledged()

    polls = [call.at for call in double.calls if call.method == "getUpdates"]
    assert polls[1] - polls[0] >= 1.0


async def test_it_comes_back_after_an_outage(double: TelegramDouble, telegram: Telegram) -> None:
    lan, store = double.user(), Kept()

    async with polling(telegram, store):
        await double.called("getUpdates", 2)
        await double.goes_down()
        await lan.says("xin chào")
        await double.comes_back()
        await double.acknowledged()

    assert store.texts == ["xin chào"]


async def test_it_is_idle_before_and_after_polling(
    double: TelegramDouble, telegram: Telegram
) -> None:
    states = [telegram.state]
    async with polling(telegram, Kept()):
        await double.called("getUpdates", 2)
        states.append(telegram.state)
    states.append(telegram.state)

    assert states == [State.IDLE, State.POLLING, State.IDLE]


async def test_a_bot_that_does_not_tell_its_name_is_asked_again(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, store = double.user(), Kept()
    double.answers("getMe", json={"ok": True, "result": {"id": "nobody"}})
    await lan.says("xin chào")

    async with polling(telegram, store):
        await double.acknowledged()

    assert store.texts == ["xin chào"]
