"""The Telegram channel against the double: what it sends, edits, acknowledges and fetches."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.channels.base import Channel, Fetches, Limits, Opens, Polls, Serves
from bot.channels.telegram import Telegram, Timeouts
from bot.channels.telegram.request import AiohttpRequest
from bot.domain.errors import Rejected, TryLater
from bot.domain.messages import Choice, Inbound, Outgoing
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


def test_it_can_what_the_product_asks_of_a_polled_channel(double: TelegramDouble) -> None:
    channel: Channel = Telegram(double.token)

    assert channel.name == "telegram"
    assert channel.limits == Limits()
    assert isinstance(channel, Polls | Opens | Fetches)
    assert not isinstance(channel, Serves)


async def test_a_message_arrives_with_its_buttons(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user("Lan", started=True)

    number = await telegram.send(str(lan.id), CONSENT)

    assert lan.heard == ["Cô chú đồng ý không?"]
    assert lan.buttons == ["Đồng ý", "Thôi", "Xem trên mạng"]
    assert lan.link("Xem trên mạng") == "https://langnghe.example.vn/traloi"
    assert number == str(lan.screen[0].id)
    assert double.calls[-1].fields["link_preview_options"] == {"is_disabled": True}


async def test_a_page_that_cannot_be_a_button_is_written_out(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    choice = Choice(label="Mở trang", url="http://localhost:8080/traloi")

    await telegram.send(str(lan.id), Outgoing(text="Mời cô chú xem.", choices=((choice,),)))

    assert lan.heard == ["Mời cô chú xem.\nMở trang: http://localhost:8080/traloi"]
    assert lan.buttons == []


async def test_an_answer_points_at_its_question(double: TelegramDouble, telegram: Telegram) -> None:
    lan = double.user()
    asked = await lan.says("Khi nào cầu mở lại?")

    await telegram.send(str(lan.id), Outgoing(text="Tháng 6.", reply_to=str(asked)))

    assert lan.screen[0].reply_to == asked


async def test_an_answer_to_a_deleted_question_arrives_all_the_same(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)

    await telegram.send(str(lan.id), Outgoing(text="Tháng 6.", reply_to="999"))

    assert lan.heard == ["Tháng 6."]


async def test_an_edit_changes_words_and_buttons(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    number = await telegram.send(str(lan.id), CONSENT)

    await telegram.edit(str(lan.id), number, Outgoing(text="Cô chú đã đồng ý."))

    assert [(b.text, b.buttons) for b in lan.screen] == [("Cô chú đã đồng ý.", [])]


async def test_an_edit_that_changes_nothing_is_a_success(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    number = await telegram.send(str(lan.id), CONSENT)

    await telegram.edit(str(lan.id), number, CONSENT)

    assert lan.screen[0].edits == 0


async def test_an_edit_of_a_message_that_is_gone_is_rejected(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user()
    hers = await lan.says("xin chào")

    for number in ("999", str(hers)):
        with pytest.raises(Rejected):
            await telegram.edit(str(lan.id), number, CONSENT)


async def test_a_press_is_acknowledged_and_too_late_is_no_error(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    await telegram.send(str(lan.id), CONSENT)
    press = await lan.presses("Đồng ý")

    await telegram.acknowledge(str(lan.id), press)
    await telegram.acknowledge(str(lan.id), press)

    await double.presses_answered()


async def test_two_hundred_messages_at_once_all_arrive(double: TelegramDouble) -> None:
    people = [double.user(started=True) for _ in range(200)]
    message = Outgoing(text="Mời họp")

    async with opened(double, timeouts=Timeouts()) as telegram:  # two hundred take their time
        await asyncio.gather(*(telegram.send(str(one.id), message) for one in people))

    assert [person.heard for person in people] == [["Mời họp"]] * 200


async def test_a_file_is_fetched(double: TelegramDouble, telegram: Telegram) -> None:
    lan, store = double.user(), Kept()
    await lan.sends("voice", b"OggS...", seconds=7)
    async with polling(telegram, store):
        await double.acknowledged()
    found = store.arrivals[0]
    assert isinstance(found, Inbound)

    assert await telegram.fetch(found.attachments[0].ref) == b"OggS..."


async def test_a_file_that_telegram_does_not_know_is_rejected(telegram: Telegram) -> None:
    with pytest.raises(Rejected):
        await telegram.fetch("forgotten")


async def test_an_acknowledgement_that_fails_may_be_tried_again(
    double: TelegramDouble, telegram: Telegram
) -> None:
    double.answers("answerCallbackQuery", status=502)

    with pytest.raises(TryLater):
        await telegram.acknowledge("1", "press")


@pytest.mark.parametrize("result", [None, {}, {"file_path": 7}])
async def test_a_file_that_is_not_named_is_tried_later(
    double: TelegramDouble, telegram: Telegram, result: object
) -> None:
    double.answers("getFile", json={"ok": True, "result": result})

    with pytest.raises(TryLater):
        await telegram.fetch("file")


async def test_the_librarys_own_bot_can_upload_over_the_same_door(double: TelegramDouble) -> None:
    lan, request = double.user(started=True), AiohttpRequest(QUICK)
    bot = Bot(double.token, f"{double.url}/bot", request=request, get_updates_request=request)

    async with bot:
        await bot.send_document(lan.id, b"PK...", caption="Danh sách", filename="hộ.xlsx")
        await bot.send_message(lan.id, "Xin chào", read_timeout=None)

    assert lan.heard == ["Danh sách", "Xin chào"]
    assert double.methods.files[lan.screen[0].file] == b"PK..."
