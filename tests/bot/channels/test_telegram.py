"""The Telegram channel against the double: what it sends, what it keeps, how it fails."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import orjson
import pytest
from structlog.testing import capture_logs
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    PassportDecryptionError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.base import Arrival, Channel, Fetches, Limits, Opens, Polls, Serves, Store
from bot.channels.telegram import Patience, Telegram
from bot.channels.telegram.errors import to_send_error
from bot.channels.telegram.polling import PollState, _NotStored
from bot.channels.telegram.request import AnswerLost, NotSent
from bot.domain.errors import Gone, Rejected, SendError, TryLater
from bot.domain.messages import Choice, Happened, Inbound, Outgoing, Unreadable
from tests.doubles.telegram import TelegramDouble

QUICK = Patience(
    connect=1.0,
    write=0.1,
    read=0.2,
    poll=1.0,
    poll_grace=0.2,
    first_pause=0.01,
    longest_pause=0.02,
    not_stored=0.02,
    refused=0.02,
)
COMMANDS = {"": [("hoi", "Gửi câu hỏi")], "en": [("hoi", "Ask a question")]}


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double
    assert double.violations == []


@pytest.fixture
async def telegram(double: TelegramDouble) -> AsyncIterator[Telegram]:
    async with opened(double) as channel:
        yield channel


@asynccontextmanager
async def opened(double: TelegramDouble, **settings: Any) -> AsyncIterator[Telegram]:
    settings = {"api_base_url": double.url, "commands": COMMANDS, "patience": QUICK, **settings}
    channel = Telegram(double.token, **settings)
    await channel.open()
    yield channel
    await channel.close()


class Kept:
    """A store in memory that fails where a test asks for it."""

    def __init__(self, fails: int = 0) -> None:
        self.arrivals: list[Arrival] = []
        self.fails = fails
        self.reached = asyncio.Event()

    async def __call__(self, batch: Sequence[Arrival]) -> None:
        if self.fails:
            self.fails -= 1
            raise OSError("the disk is full")
        self.arrivals.extend(batch)

    async def stores_and_hangs(self, batch: Sequence[Arrival]) -> None:
        """Keep the batch, and be killed before anybody hears of it."""
        await self(batch)
        self.reached.set()
        await asyncio.Event().wait()

    @property
    def texts(self) -> list[str]:
        return [found.text for found in self.arrivals if isinstance(found, Inbound)]


@asynccontextmanager
async def polling(channel: Telegram, store: Store) -> AsyncIterator[None]:
    task = asyncio.create_task(channel.poll(store))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


CONSENT = Outgoing(
    text="Cô chú đồng ý không?",
    choices=(
        (Choice(label="Đồng ý", data="consent:yes"), Choice(label="Thôi", data="consent:no")),
        (Choice(label="Xem trên mạng", url="https://langnghe.example.vn/traloi"),),
    ),
)


def test_it_can_what_the_product_asks_of_a_polled_channel(double: TelegramDouble) -> None:
    channel: Channel = Telegram(double.token)

    assert channel.name == "telegram"
    assert channel.limits == Limits()
    assert isinstance(channel, Polls | Opens | Fetches)
    assert not isinstance(channel, Serves)


# --- sending --------------------------------------------------------------------------------------


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


async def test_two_hundred_messages_at_once_all_arrive(
    double: TelegramDouble, telegram: Telegram
) -> None:
    people = [double.user(started=True) for _ in range(200)]

    await asyncio.gather(*(telegram.send(str(p.id), Outgoing(text="Mời họp")) for p in people))

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


# --- failing --------------------------------------------------------------------------------------


HELLO = Outgoing(text="Xin chào cô Thạch Thị Lan")


async def failure(telegram: Telegram, chat: int | str, message: Outgoing = HELLO) -> SendError:
    with pytest.raises(SendError) as caught:
        await telegram.send(str(chat), message)
    return caught.value


async def test_a_person_who_blocked_the_bot_is_gone(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    await lan.blocks()

    assert isinstance(await failure(telegram, lan.id), Gone)


async def test_a_person_who_never_wrote_or_left_telegram_is_gone(
    double: TelegramDouble, telegram: Telegram
) -> None:
    stranger, deserter = double.user("Nam"), double.user("Hoa", started=True)
    await deserter.leaves_telegram()

    for chat in (stranger.id, deserter.id, 31_337):
        assert isinstance(await failure(telegram, chat), Gone)


async def test_a_group_without_the_bot_or_where_it_is_muted_is_gone(
    double: TelegramDouble, telegram: Telegram
) -> None:
    removed, muted = double.group("Khóm 1"), double.group("Khóm 2")
    await removed.removes_bot()
    await muted.mutes_bot()

    for group in (removed, muted):
        assert isinstance(await failure(telegram, group.id), Gone)


async def test_a_group_that_became_a_supergroup_says_where_it_went(
    double: TelegramDouble, telegram: Telegram
) -> None:
    group = double.group("Khóm 3")
    old = group.id
    await group.becomes_supergroup()

    error = await failure(telegram, old)

    assert isinstance(error, Gone)
    assert error.moved_to == str(group.id)
    assert await telegram.send(error.moved_to, HELLO)


async def test_a_message_too_long_is_rejected(double: TelegramDouble, telegram: Telegram) -> None:
    lan = double.user(started=True)

    error = await failure(telegram, lan.id, Outgoing(text="😀" * 2049))

    assert isinstance(error, Rejected)
    assert double.violations == ["sendMessage: the text is longer than 4096: 4098"]
    double.violations.clear()


@pytest.mark.parametrize(
    ("chat", "text"), [("lan", "xin chào"), ("100001", "nửa chữ \ud83d")], ids=["name", "text"]
)
async def test_what_cannot_even_be_asked_of_telegram_is_rejected(
    double: TelegramDouble, telegram: Telegram, chat: str, text: str
) -> None:
    assert isinstance(await failure(telegram, chat, Outgoing(text=text)), Rejected)
    assert double.counts["sendMessage"] == 0


async def test_an_error_of_telegrams_own_is_tried_later_and_reached_nobody(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    double.answers("sendMessage", status=502)

    error = await failure(telegram, lan.id)

    assert isinstance(error, TryLater)
    assert (error.after, error.whole_channel, error.reached) == (None, False, False)


LOST_ANSWERS: dict[str, dict[str, Any]] = {
    "cut off": {"drop": True},
    "cut off after delivery": {"drop": True, "after_delivery": True},
    "silent": {"hang": True},
    "silent after delivery": {"hang": True, "after_delivery": True},
    "not JSON": {"body": b"<html>", "after_delivery": True},
    "no object": {"body": b"[]", "after_delivery": True},
    "no result": {"body": b"{}", "after_delivery": True},
    "a result without a number": {"json": {"ok": True, "result": True}, "after_delivery": True},
    "odd parameters": {"json": {"parameters": "x"}, "status": 400, "after_delivery": True},
}


@pytest.mark.parametrize("fault", LOST_ANSWERS.values(), ids=LOST_ANSWERS)
async def test_a_lost_answer_says_that_the_message_may_have_arrived(
    double: TelegramDouble, telegram: Telegram, fault: dict[str, Any]
) -> None:
    lan = double.user(started=True)
    await telegram.send(str(lan.id), HELLO)  # so that a used connection is cut, too
    double.answers("sendMessage", **fault)

    error = await failure(telegram, lan.id)

    if fault.get("status") == 400:
        assert isinstance(error, Rejected)
    else:
        assert isinstance(error, TryLater)
        assert error.reached
    assert double.counts["sendMessage"] == 2


async def test_nobody_at_the_other_end_reached_nobody(
    double: TelegramDouble, telegram: Telegram
) -> None:
    await double.goes_down()

    error = await failure(telegram, 1)

    assert isinstance(error, TryLater)
    assert not error.reached


async def test_a_revoked_token_stops_the_channel_and_tells_what_to_do(
    double: TelegramDouble, telegram: Telegram
) -> None:
    double.revokes_token()

    error = await failure(telegram, 1)

    assert isinstance(error, TryLater)
    assert error.whole_channel
    assert error.after == QUICK.refused
    assert "LANGNGHE_TELEGRAM__TOKEN" in error.why


async def test_no_failure_tells_the_token_or_the_words(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan = double.user(started=True)
    faults: list[dict[str, Any]] = [
        {"status": 401},
        {"status": 404},
        {"status": 400, "description": 'Bad Request: cannot say "cô Thạch Thị Lan"'},
        {"status": 302},
        {"retry_after": 5},
        *LOST_ANSWERS.values(),
    ]
    errors: list[BaseException | None] = []
    for fault in faults:
        double.answers("sendMessage", **fault)
        errors.append(await failure(telegram, lan.id))
    await double.goes_down()
    errors.append(await failure(telegram, lan.id))

    told = [str(error) + repr(error) for error in chains(errors)]

    assert [words for words in told if "double-of-telegram" in words or "Lan" in words] == []


def chains(errors: list[BaseException | None]) -> list[BaseException]:
    """The errors and everything that hangs on them."""
    found: list[BaseException] = []
    while errors:
        error = errors.pop()
        if error is not None:
            found.append(error)
            errors += [error.__cause__, error.__context__]
    return found


async def test_a_badly_written_address_names_no_token(double: TelegramDouble) -> None:
    async with opened(double, api_base_url="http://[::telegram") as channel:
        error = await failure(channel, 1)

    assert isinstance(error, TryLater)
    assert all(double.token not in str(link) for link in chains([error]))


@pytest.mark.parametrize("ending", ["", "/", "/bot", "/bot/"])
async def test_the_address_may_be_written_as_the_library_writes_it(
    double: TelegramDouble, ending: str
) -> None:
    lan = double.user(started=True)

    async with opened(double, api_base_url=double.url + ending) as channel:
        await channel.send(str(lan.id), HELLO)

    assert lan.heard == [HELLO.text]


# --- the rate's limit -----------------------------------------------------------------------------


async def too_many(double: TelegramDouble, telegram: Telegram, chat: int) -> tuple[float, bool]:
    """Let one message be answered 429."""
    double.answers("sendMessage", retry_after=35)
    error = await failure(telegram, chat)
    assert isinstance(error, TryLater)
    return error.after or 0.0, error.whole_channel


async def test_a_429_to_a_quiet_bot_means_this_chat(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, nam = double.user("Lan", started=True), double.user("Nam", started=True)

    assert await too_many(double, telegram, lan.id) == (35.0, False)
    await telegram.send(str(nam.id), HELLO)
    assert await too_many(double, telegram, nam.id) == (35.0, False)


async def test_a_second_chat_refused_means_the_whole_bot(
    double: TelegramDouble, telegram: Telegram
) -> None:
    lan, nam = double.user("Lan", started=True), double.user("Nam", started=True)

    assert await too_many(double, telegram, lan.id) == (35.0, False)
    assert await too_many(double, telegram, nam.id) == (35.0, True)


async def test_a_429_in_the_middle_of_a_broadcast_means_the_whole_bot_unless_it_is_a_group(
    double: TelegramDouble, telegram: Telegram
) -> None:
    people, group = [double.user(started=True) for _ in range(20)], double.group()
    for person in people:
        await telegram.send(str(person.id), HELLO)

    assert await too_many(double, telegram, group.id) == (35.0, False)
    await telegram.send(str(people[0].id), HELLO)
    assert await too_many(double, telegram, people[1].id) == (35.0, True)


# --- every error of the library -------------------------------------------------------------------

LATER, REACHED = (TryLater, None, False, False), (TryLater, None, False, True)
ERRORS: dict[TelegramError, tuple[Any, ...]] = {
    BadRequest("Bad Request: BUTTON_DATA_INVALID"): (Rejected,),
    BadRequest("Bad Request: chat not found"): (Gone, None),
    ChatMigrated(-1001): (Gone, "-1001"),
    Conflict("terminated by other getUpdates request"): LATER,
    EndPointNotFound("sendRing"): (Rejected,),
    Forbidden("Forbidden: bot was blocked by the user"): (Gone, None),
    InvalidToken(): (TryLater, 60.0, True, False),
    NetworkError("Bad Gateway (502)"): LATER,
    PassportDecryptionError("no key"): (Rejected,),
    RetryAfter(1386): (TryLater, 1386.0, False, False),
    TelegramError("Invalid server response"): REACHED,
    TimedOut(): REACHED,
    NotSent("ClientConnectorError"): LATER,
    AnswerLost("ServerDisconnectedError"): REACHED,
    _NotStored("OSError"): REACHED,
}


def kinds(error: type[TelegramError]) -> set[type[TelegramError]]:
    return {error}.union(*(kinds(kind) for kind in error.__subclasses__()))


def test_every_error_of_the_library_is_in_the_table() -> None:
    assert {type(error) for error in ERRORS} == kinds(TelegramError)


@pytest.mark.parametrize(("error", "expected"), ERRORS.items(), ids=repr)
def test_every_error_says_what_now(error: TelegramError, expected: tuple[Any, ...]) -> None:
    found = to_send_error(error)

    match found:
        case Gone():
            assert (Gone, found.moved_to) == expected
        case TryLater():
            assert (TryLater, found.after, found.whole_channel, found.reached) == expected
        case _:
            assert (type(found),) == expected


# --- polling --------------------------------------------------------------------------------------


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
            assert telegram.state == PollState.NOT_STORED
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
    assert telegram.state == PollState.IDLE


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


STATES: dict[str, tuple[dict[str, Any], PollState]] = {
    "another poller": ({"status": 409}, PollState.CONFLICT),
    "a revoked token": ({"status": 401}, PollState.REFUSED),
    "an outage": ({"status": 502}, PollState.UNREACHABLE),
    "a half-open connection": ({"hang": True}, PollState.UNREACHABLE),
    "a cut connection": ({"drop": True}, PollState.UNREACHABLE),
    "a captive portal": ({"body": b"<html>"}, PollState.UNREACHABLE),
    "no list": ({"json": {"ok": True, "result": {}}}, PollState.UNREACHABLE),
}


@pytest.mark.parametrize(("fault", "state"), STATES.values(), ids=STATES)
async def test_a_failing_poll_shows_in_the_state_is_logged_once_and_heals(
    double: TelegramDouble, fault: dict[str, Any], state: PollState
) -> None:
    lan, store = double.user(), Kept()
    async with opened(double, patience=Patience(**_IMPATIENT)) as telegram:
        with capture_logs() as logs:
            async with polling(telegram, store):
                await double.called("getUpdates")
                double.answers("getUpdates", times=4, **fault)
                await double.called("getUpdates", 6)
                seen = {log["state"] for log in logs if log["event"] == "poll_state"}
                await lan.says("xin chào")
                await double.acknowledged()
                healed = telegram.state

    assert str(state) in seen
    assert [log.get("state") for log in logs].count(str(state)) == 1
    assert healed == PollState.POLLING
    assert store.texts == ["xin chào"]


_IMPATIENT: dict[str, Any] = {
    "connect": 1.0,
    "write": 0.1,
    "read": 0.2,
    "poll": 0.0,
    "poll_grace": 0.1,
    "first_pause": 0.01,
    "longest_pause": 0.02,
    "refused": 0.02,
}


async def test_two_pollers_the_second_ends_the_first(
    double: TelegramDouble, telegram: Telegram
) -> None:
    with capture_logs() as logs:
        async with polling(telegram, Kept()):
            await double.called("getUpdates", 2)
            async with opened(double) as second, polling(second, Kept()):
                await double.called("getUpdates", 6)

    assert "conflict" in [log.get("state") for log in logs]


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
        before = telegram.last_poll_at
        await double.goes_down()
        await lan.says("xin chào")
        await double.comes_back()
        await double.acknowledged()

    assert store.texts == ["xin chào"]
    assert before is not None
    assert telegram.last_poll_at is not None
    assert telegram.last_poll_at > before


async def test_it_is_idle_before_and_after_polling(
    double: TelegramDouble, telegram: Telegram
) -> None:
    states = [telegram.state]
    async with polling(telegram, Kept()):
        await double.called("getUpdates", 2)
        states.append(telegram.state)
    states.append(telegram.state)

    assert states == [PollState.IDLE, PollState.POLLING, PollState.IDLE]


async def test_a_closed_channel_sends_nothing(double: TelegramDouble) -> None:
    channel = Telegram(double.token, api_base_url=double.url, patience=QUICK)

    assert isinstance(await failure(channel, 1), TryLater)
    await channel.close()
