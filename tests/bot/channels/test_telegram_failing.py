"""How the Telegram channel fails: what each of Telegram's answers means for the message."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.telegram import Telegram
from bot.domain.errors import Gone, Rejected, TryLater
from bot.domain.messages import Outgoing
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_channel import HELLO, QUICK, failure, opened


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double
    assert double.violations == []


@pytest.fixture
async def telegram(double: TelegramDouble) -> AsyncIterator[Telegram]:
    async with opened(double) as channel:
        yield channel


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


async def test_a_closed_channel_sends_nothing(double: TelegramDouble) -> None:
    channel = Telegram(double.token, api_base_url=double.url, timeouts=QUICK)

    assert isinstance(await failure(channel, 1), TryLater)
    await channel.close()
