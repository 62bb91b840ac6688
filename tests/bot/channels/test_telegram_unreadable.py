"""What cannot be read is kept as it came, and stops nothing."""

import random
from datetime import datetime
from types import NoneType
from typing import Any

import orjson
import pytest

from bot.channels.telegram.inbound import read
from bot.channels.telegram.request import read_json
from bot.domain.messages import Address, Inbound, Unreadable
from tests.doubles.telegram_poison import mutated
from tests.doubles.telegram_samples import (
    ME,
    MEMBER,
    NOW,
    PRIVATE,
    membership,
    message,
)

#: What came, why it cannot be read, and the chat that could be made out.
UNREADABLE: dict[str, tuple[Any, str, str]] = {
    "a date in words": (
        {"update_id": 900, "message": {**message(text="a"), "date": "hôm qua"}},
        "TypeError in message",
        "4711",
    ),
    "no chat": (
        {"update_id": 900, "message": {k: v for k, v in message().items() if k != "chat"}},
        "TypeError in message",
        "",
    ),
    "no message": ({"update_id": 900, "message": None}, "TypeError in message", ""),
    "words that are none": (
        {"update_id": 900, "message": message(text=["Khi nào?"])},
        "TypeError in message",
        "4711",
    ),
    "a chat of next year": (
        {"update_id": 900, "message": message({**PRIVATE, "type": "hologram"}, text="a")},
        "ValueError in message",
        "4711",
    ),
    "a membership of next year": (
        {"update_id": 900, **membership(PRIVATE, MEMBER, {"status": "asleep"})},
        "ValueError in my_chat_member",
        "4711",
    ),
    "a press by nobody": (
        {"update_id": 900, "callback_query": {"message": message()}},
        "TypeError in callback_query",
        "4711",
    ),
    "no number": ({"message": message(text="a")}, "TypeError in message", "4711"),
    "no object": ("xin chào", "TypeError in update", ""),
}


@pytest.mark.parametrize(("raw", "why", "chat"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_kept_as_it_came(raw: Any, why: str, chat: str) -> None:
    found = read(raw, ME, NOW)

    assert isinstance(found, Unreadable)
    assert (found.channel, found.why, found.chat) == ("telegram", why, chat)
    assert orjson.loads(found.raw) == raw


def test_an_unreadable_update_has_the_same_name_each_time_it_comes() -> None:
    numbered = [read({"update_id": 900, "message": None}, ME, NOW) for _ in range(2)]
    nameless = [read({"message": None}, ME, NOW) for _ in range(2)]
    other = read({"message": 1}, ME, NOW)

    assert [getattr(found, "id", "") for found in numbered] == ["900", "900"]
    assert nameless[0] == nameless[1] != other


def test_half_a_letter_does_not_spoil_the_batch() -> None:
    """A lone half of a surrogate pair is no Unicode; stores and orjson refuse it."""
    payload = b'{"ok":true,"result":[{"text":"\\ud83d h\\u1ecfi"},{"text":"\\ud83d\\ude00"}]}'

    assert read_json(payload) == {"ok": True, "result": [{"text": "? hỏi"}, {"text": "😀"}]}


@pytest.mark.parametrize("seed", range(4))
def test_no_malformed_update_raises_or_yields_a_malformed_message(seed: int) -> None:
    dice, kinds = random.Random(seed), set[type]()
    for _ in range(1500):
        found = read(orjson.loads(orjson.dumps(mutated(dice))), ME, NOW)

        kinds.add(type(found))
        if isinstance(found, Inbound):
            assert_whole(found)

    assert kinds == {Inbound, Unreadable, NoneType}, "the dice reach each way it can end"


_TYPES: dict[str, type] = {
    "address": Address,
    "at": datetime,
    "group": bool,
    "to_bot": bool,
    "left_out": tuple,
    "attachments": tuple,
}


def assert_whole(found: Inbound) -> None:
    """Every field has its type, so that every store can keep it."""
    for name in Inbound.__slots__:
        value = getattr(found, name)
        assert isinstance(value, _TYPES.get(name, str)), (name, value)
        assert not isinstance(value, str) or "\0" not in value
    assert found.at.tzinfo is not None
    for file in found.attachments:
        assert isinstance(file.ref, str)
        assert isinstance(file.name, str)
        for count in (file.size, file.seconds):
            assert type(count) in (int, type(None))
            assert (count or 0) < 2**53
