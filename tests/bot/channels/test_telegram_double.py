"""The double refuses what Telegram refuses, and goes wrong as it is told."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import orjson
import pytest

from tests.doubles.telegram import RateLimit, TelegramDouble

Json = dict[str, Any]
Ask = Callable[..., Coroutine[Any, Any, Json]]


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double


@pytest.fixture
async def ask(double: TelegramDouble) -> AsyncIterator[Ask]:
    """Call a method as JSON; returns the answer."""
    async with aiohttp.ClientSession() as session:

        async def call(method: str, *, token: str = double.token, **fields: Any) -> Json:
            url = f"{double.url}/bot{token}/{method}"
            headers = {"Content-Type": "application/json"}
            async with session.post(url, data=orjson.dumps(fields), headers=headers) as response:
                answer: Json = orjson.loads(await response.read())
                assert answer["ok"] == (response.status == 200)
                return answer

        yield call


def keyboard(*rows: list[Json]) -> Json:
    return {"inline_keyboard": list(rows)}


def data(size: int) -> Json:
    return {"text": "Nút", "callback_data": "x" * size}


# --- what is refused ------------------------------------------------------------------------------


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


# --- chats ----------------------------------------------------------------------------------------


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


# --- editing and pressing -------------------------------------------------------------------------


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


# --- updates --------------------------------------------------------------------------------------


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


# --- what goes wrong on purpose -------------------------------------------------------------------


async def test_answers_go_wrong_as_often_as_told(double: TelegramDouble, ask: Ask) -> None:
    lan = double.user(started=True)
    double.answers("sendMessage", times=2, status=502)

    codes = [
        (await ask("sendMessage", chat_id=lan.id, text="a")).get("error_code") for _ in range(3)
    ]

    assert codes == [502, 502, None]
    assert lan.heard == ["a"]


async def test_a_fault_may_meet_one_chat_or_a_part_of_the_calls(
    double: TelegramDouble, ask: Ask
) -> None:
    lan, nam = double.user("Lan", started=True), double.user("Nam", started=True)
    double.answers("sendMessage", times=None, status=502, chat=lan)
    assert (await ask("sendMessage", chat_id=nam.id, text="a"))["ok"]
    assert not (await ask("sendMessage", chat_id=lan.id, text="a"))["ok"]
    double.recovers()
    double.answers("*", times=None, status=502, share=0.3)

    failed = [not (await ask("getMe"))["ok"] for _ in range(100)]

    assert 15 <= sum(failed) <= 45


@pytest.mark.parametrize("after_delivery", [False, True])
async def test_a_connection_may_be_cut_before_or_after_delivery(
    double: TelegramDouble, ask: Ask, after_delivery: bool
) -> None:
    lan = double.user(started=True)
    double.answers("sendMessage", drop=True, after_delivery=after_delivery)

    with pytest.raises(aiohttp.ClientError):
        await ask("sendMessage", chat_id=lan.id, text="a")

    assert lan.heard == (["a"] if after_delivery else [])


async def test_a_call_may_hang_until_the_server_goes_down(double: TelegramDouble, ask: Ask) -> None:
    double.answers("getMe", hang=True)
    hanging = asyncio.create_task(ask("getMe"))
    await double.called("getMe")

    await double.goes_down()

    with pytest.raises(aiohttp.ClientError):
        await hanging


async def test_it_comes_back_on_the_same_port(double: TelegramDouble, ask: Ask) -> None:
    before = double.url
    await double.goes_down()
    with pytest.raises(aiohttp.ClientConnectorError):
        await ask("getMe")
    await double.comes_back()

    assert double.url == before
    assert (await ask("getMe"))["ok"]


class Clock:
    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


async def send(ask: Ask, chat: int) -> int:
    """Returns how long Telegram asks to wait, 0 for not at all."""
    answer = await ask("sendMessage", chat_id=chat, text="a")
    return int(answer.get("parameters", {}).get("retry_after", 0))


async def test_the_bots_rate_is_guarded_and_punished(double: TelegramDouble, ask: Ask) -> None:
    people = [double.user(started=True) for _ in range(6)]
    clock = Clock()
    double.limits = RateLimit(per_second=3, now=clock)

    assert [await send(ask, person.id) for person in people[:5]] == [0, 0, 0, 3, 3]
    assert (double.limits.refused, double.limits.during_pause) == (2, 1)
    clock.at += 3.0
    assert await send(ask, people[5].id) == 0


async def test_a_chats_and_a_groups_rates_are_guarded_for_themselves(
    double: TelegramDouble, ask: Ask
) -> None:
    lan, nam, group = double.user(started=True), double.user(started=True), double.group()
    clock = Clock()
    double.limits = RateLimit(per_group_minute=2, now=clock)

    assert [await send(ask, chat) for chat in (lan.id, lan.id, nam.id)] == [0, 3, 0]
    assert [await send(ask, group.id) for _ in range(3)] == [0, 0, 3]
    clock.at += 59.0
    assert await send(ask, group.id) == 3
    clock.at += 3.0
    assert await send(ask, group.id) == 0


def test_the_busiest_second_is_found() -> None:
    double = TelegramDouble()
    double.sent_at = [0.0, 0.5, 0.9, 1.2, 1.4, 3.0]

    assert double.most_in_a_second() == 4
