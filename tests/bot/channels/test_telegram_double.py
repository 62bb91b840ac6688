"""The double refuses what Telegram refuses."""

from collections.abc import AsyncIterator

import aiohttp
import orjson
import pytest

from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_ask import Ask, Json, asking, data, keyboard


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double


@pytest.fixture
async def ask(double: TelegramDouble) -> AsyncIterator[Ask]:
    async with asking(double) as ask:
        yield ask


WRONG: dict[str, tuple[str, Json, str]] = {
    "no text": ("sendMessage", {}, "text is missing"),
    "text of a wrong type": ("sendMessage", {"text": 5}, "text is no String"),
    "an empty text": ("sendMessage", {"text": " \n"}, "the text is empty"),
    "a text too long": (
        "sendMessage",
        {"text": "x" * 4097},
        "the text is longer than 4096: 4097",
    ),
    "letters that count twice": (
        "sendMessage",
        {"text": "😀" * 2049},
        "the text is longer than 4096: 4098",
    ),
    "a field in a wrong place": (
        "sendMessage",
        {"text": "a", "reply_parameters": {}},
        "reply_parameters.message_id is missing",
    ),
    "a number as text": (
        "sendMessage",
        {"text": "a", "reply_parameters": {"message_id": "7"}},
        "reply_parameters.message_id is no Integer",
    ),
    "yes as a number": (
        "sendMessage",
        {"text": "a", "link_preview_options": {"is_disabled": 1}},
        "link_preview_options.is_disabled is no Boolean",
    ),
    "a number as yes": (
        "sendMessage",
        {"text": "a", "reply_parameters": {"message_id": True}},
        "reply_parameters.message_id is no Integer",
    ),
    "a keyboard that is none": (
        "sendMessage",
        {"text": "a", "reply_markup": {"buttons": []}},
        "reply_markup is no InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | "
        "ForceReply",
    ),
    "button data too long": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard([data(65)])},
        "callback_data of 65 bytes",
    ),
    "button data that is empty": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard([data(0)])},
        "callback_data of 0 bytes",
    ),
    "a button that does nothing": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard([{"text": "Nút"}])},
        "a button that does 0 things",
    ),
    "a button that does two things": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard([{**data(1), "url": "https://a.vn"}])},
        "a button that does 2 things",
    ),
    "a button without a label": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard([{"text": " ", "callback_data": "x"}])},
        "a button without a label",
    ),
    "a button to one's own machine": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard([{"text": "a", "url": "http://localhost:1/"}])},
        "a button to a page that is not public",
    ),
    "too many buttons": (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard(*[[data(1)]] * 101)},
        "more than 100 buttons",
    ),
    "a caption too long": (
        "sendDocument",
        {"document": "file-000000", "caption": "x" * 1025},
        "the caption is longer than 1024: 1025",
    ),
}


@pytest.mark.parametrize(("method", "fields", "wrong"), WRONG.values(), ids=WRONG)
async def test_a_call_against_the_rules_is_refused_and_remembered(
    double: TelegramDouble, ask: Ask, method: str, fields: Json, wrong: str
) -> None:
    lan = double.user(started=True)
    double.keeps(b"a file")

    answer = await ask(method, chat_id=lan.id, **fields)

    assert answer["error_code"] == 400
    assert double.violations == [f"{method}: {wrong}"]
    assert lan.heard == []


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"parsemode": "HTML"}, "sendMessage: parsemode is unknown"),
        ({"reply_markup": keyboard([data(1)] * 9)}, "sendMessage: more than 8 buttons in a row"),
    ],
    ids=["a mistyped name", "a row too wide"],
)
async def test_what_telegram_would_overlook_is_carried_out_and_remembered(
    double: TelegramDouble, ask: Ask, fields: Json, wrong: str
) -> None:
    lan = double.user(started=True)

    await ask("sendMessage", chat_id=lan.id, text="a", **fields)

    assert double.violations == [wrong]
    assert lan.heard == ["a"]


async def test_an_unknown_method_is_refused_and_remembered(
    double: TelegramDouble, ask: Ask
) -> None:
    assert (await ask("sendRing"))["error_code"] == 404
    assert double.violations == ["sendRing is not in the double's table of methods"]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "x" * 4096},
        {"text": "<b>" + "x" * 4096 + "</b>", "parse_mode": "HTML"},
        {"text": "a", "reply_markup": keyboard(*[[data(64)] * 5] * 20)},
    ],
    ids=["a full text", "markup that does not count", "a full keyboard"],
)
async def test_what_just_fits_is_taken(double: TelegramDouble, ask: Ask, fields: Json) -> None:
    lan = double.user(started=True)

    assert (await ask("sendMessage", chat_id=lan.id, **fields))["ok"]
    assert double.violations == []


@pytest.mark.parametrize(
    ("command", "described", "right"),
    [
        ("hoi", "Gửi câu hỏi", True),
        ("/hoi", "Gửi", False),
        ("Hỏi", "Gửi", False),
        ("hoi", "", False),
    ],
)
async def test_commands_are_checked(
    double: TelegramDouble, ask: Ask, command: str, described: str, right: bool
) -> None:
    commands = [{"command": command, "description": described}]

    assert (await ask("setMyCommands", commands=commands))["ok"] == right
    assert (double.violations == []) == right


async def test_a_wrong_token_is_refused(double: TelegramDouble, ask: Ask) -> None:
    assert (await ask("getMe", token="1:wrong"))["error_code"] == 401
    assert (await ask("getMe", token="malformed"))["error_code"] == 404
    assert (await ask("getMe"))["result"]["username"] == "LangNgheBot"


async def test_forms_are_read_as_the_library_writes_them(double: TelegramDouble) -> None:
    lan = double.user(started=True)
    form = {
        "chat_id": str(lan.id),
        "text": "12",
        "reply_markup": orjson.dumps(keyboard([data(1)])).decode(),
    }

    async with aiohttp.ClientSession() as session:
        await session.post(f"{double.url}/bot{double.token}/sendMessage", data=form)

    assert double.violations == []
    assert (lan.heard, lan.buttons) == (["12"], ["Nút"])


async def test_a_file_can_be_sent_and_fetched(double: TelegramDouble) -> None:
    lan = double.user(started=True)
    form = aiohttp.FormData({"chat_id": str(lan.id), "caption": "Bản tin"})
    form.add_field("voice", b"OggS", filename="bantin.ogg", content_type="audio/ogg")

    async with aiohttp.ClientSession() as session:
        await session.post(f"{double.url}/bot{double.token}/sendVoice", data=form)

    assert double.violations == []
    assert [(b.kind, b.text, double.methods.files[b.file]) for b in lan.screen] == [
        ("voice", "Bản tin", b"OggS")
    ]
