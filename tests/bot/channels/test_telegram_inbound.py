"""Updates as Telegram sends them (invented people), and what the core sees of each."""

import copy
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from bot.channels.telegram.inbound import Me, read, to_inbound
from bot.channels.telegram.request import read_json
from bot.domain.messages import Address, Attachment, Happened, Inbound, Media, Unreadable

Json = dict[str, Any]

ME = Me(id=7000000001, username="LangNgheBot")
SENT = datetime(2026, 4, 29, 3, 0, tzinfo=UTC)
NOW = datetime(2026, 4, 29, 3, 0, 5, tzinfo=UTC)
DATE = int(SENT.timestamp())

LAN: Json = {
    "id": 4711,
    "is_bot": False,
    "first_name": "Lan",
    "last_name": "Thạch",
    "language_code": "vi",
}
BOT: Json = {"id": ME.id, "is_bot": True, "first_name": "Lắng Nghe", "username": "LangNgheBot"}
PRIVATE: Json = {"id": 4711, "type": "private", "first_name": "Lan", "last_name": "Thạch"}
GROUP: Json = {"id": -1001, "type": "supergroup", "title": "Khóm 3, Phường 1"}
BASIC: Json = {"id": -77, "type": "group", "title": "Khóm 3"}
CHANNEL: Json = {"id": -1009, "type": "channel", "title": "Tin phường"}
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group"}


def message(chat: Json = PRIVATE, sender: Json | None = LAN, **content: Any) -> Json:
    head: Json = {"message_id": 12, "chat": chat, "date": DATE}
    return {**head, **({"from": sender} if sender else {}), **content}


def private(**expected: Any) -> Inbound:
    """What Lan sent in her own chat."""
    base: Json = {
        "address": Address("telegram", "4711"),
        "id": "900",
        "sender": "4711",
        "at": SENT,
        "message_id": "12",
        "sender_name": "Lan Thạch",
    }
    return Inbound(**{**base, **expected})


def in_group(**expected: Any) -> Inbound:
    """What Lan sent in the group."""
    place = {"address": Address("telegram", "-1001"), "group": True, "title": GROUP["title"]}
    return private(**{**place, **expected})


def button_message(chat: Json = PRIVATE, **content: Any) -> Json:
    keyboard = {"inline_keyboard": [[{"text": "Đồng ý", "callback_data": "consent:yes"}]]}
    return {**message(chat, BOT, text="Cô chú đồng ý không?"), "reply_markup": keyboard, **content}


def press(**content: Any) -> Json:
    query = {"id": "5501", "from": LAN, "chat_instance": "8", "data": "consent:yes"}
    return {"callback_query": {**query, "message": button_message(), **content}}


def membership(chat: Json, old: Json, new: Json) -> Json:
    change = {"chat": chat, "from": LAN, "date": DATE}
    old, new = {"user": BOT, **old}, {"user": BOT, **new}
    return {"my_chat_member": {**change, "old_chat_member": old, "new_chat_member": new}}


MEMBER, LEFT = {"status": "member"}, {"status": "left"}
KICKED = {"status": "kicked", "until_date": 0}
_RIGHTS = [
    *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos"),
    *("can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls"),
    *("can_send_other_messages", "can_add_web_page_previews", "can_change_info"),
    *("can_invite_users", "can_pin_messages", "can_manage_topics", "can_edit_tag"),
    "can_react_to_messages",
]
MUTED = {"status": "restricted", "is_member": True, "until_date": 0} | dict.fromkeys(_RIGHTS, False)


SAID: dict[str, tuple[Json, Inbound | None]] = {
    "words": (message(text="Khi nào cầu mở lại?"), private(text="Khi nào cầu mở lại?")),
    "a command": (message(text="/hoi"), private(text="/hoi")),
    "a command for this bot": (
        message(GROUP, text="/hoi@LangNgheBot Khi nào?"),
        in_group(text="/hoi Khi nào?", to_bot=True),
    ),
    "a command for another bot": (message(GROUP, text="/hoi@ThoiTietBot"), None),
    "an invitation": (message(text="/start TV-8fX_2"), private(start="TV-8fX_2")),
    "no invitation": (message(text="/start"), private(text="/start")),
    "words after start": (
        message(text="/start xin chào cả nhà"),
        private(text="/start xin chào cả nhà"),
    ),
    "an invitation into a group": (
        message(GROUP, text="/start@langnghebot w12"),
        in_group(start="w12", to_bot=True),
    ),
    "words in a group": (message(GROUP, text="Ai đi họp?"), in_group(text="Ai đi họp?")),
    "words in a basic group": (
        message(BASIC, text="Ai đi họp?"),
        private(text="Ai đi họp?", address=Address("telegram", "-77"), group=True, title="Khóm 3"),
    ),
    "a mention": (
        message(GROUP, text="@LangNgheBot, khi nào cầu mở lại?"),
        in_group(text="khi nào cầu mở lại?", to_bot=True),
    ),
    "only a mention": (
        message(GROUP, text="@LangNgheBot"),
        in_group(text="@LangNgheBot", to_bot=True),
    ),
    "somebody else mentioned": (message(GROUP, text="@Nam ơi"), in_group(text="@Nam ơi")),
    "a reply": (
        message(text="Phường 1", reply_to_message={**button_message(), "message_id": 11}),
        private(text="Phường 1", reply_to="11", to_bot=True),
    ),
    "a reply to a neighbour": (
        message(GROUP, text="Tui đi", reply_to_message=message(GROUP, text="Ai đi họp?")),
        in_group(text="Tui đi", reply_to="12"),
    ),
    "the bot's name further on": (
        message(GROUP, text="Hỏi @langnghebot coi"),
        in_group(text="Hỏi @langnghebot coi", to_bot=True),
    ),
    "a topic's message": (
        message(
            GROUP,
            text="Ai đi họp?",
            is_topic_message=True,
            message_thread_id=5,
            reply_to_message=message(GROUP, forum_topic_created={"name": "Họp", "icon_color": 1}),
        ),
        in_group(text="Ai đi họp?"),
    ),
    "an anonymous administrator": (
        message(GROUP, ANONYMOUS, sender_chat=GROUP, text="Mời bà con"),
        in_group(text="Mời bà con", sender="-1001", sender_name=GROUP["title"]),
    ),
    "a channel that the group repeats": (
        message(GROUP, ANONYMOUS, sender_chat=CHANNEL, text="Tin"),
        None,
    ),
    "another bot": (message(GROUP, {**BOT, "id": 1, "username": "x"}, text="Mưa"), None),
    "a shared phone number": (
        message(contact={"phone_number": "+84900000001", "first_name": "Lan", "user_id": 4711}),
        private(text="+84900000001"),
    ),
    "a NUL": (message(text="Khi\0 nào?"), private(text="Khi nào?")),
    "a location": (message(location={"latitude": 9.93, "longitude": 106.34}), None),
    "a sticker": (
        message(
            sticker={
                "file_id": "s",
                "file_unique_id": "s",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
                "type": "regular",
            }
        ),
        None,
    ),
    "a new member": (message(GROUP, new_chat_members=[LAN]), None),
    "a group that became a supergroup": (
        message(BASIC, migrate_to_chat_id=-1001),
        Inbound(
            address=Address("telegram", "-77"),
            id="moved:-77:-1001",
            sender="-77",
            at=SENT,
            happened=Happened.MOVED,
            group=True,
            title="Khóm 3",
            moved_to="-1001",
        ),
    ),
}

_FILE = {"file_id": "AgAC", "file_unique_id": "u", "file_size": 2000}
FILES: dict[str, tuple[Json, Attachment]] = {
    "a photo": (
        {
            "photo": [
                {**_FILE, "file_id": "small", "width": 90, "height": 60},
                {**_FILE, "width": 1280, "height": 960},
                {**_FILE, "file_id": "middle", "width": 320, "height": 240},
            ],
            "caption": "Hố ga trước nhà",
        },
        Attachment(media=Media.PHOTO, ref="AgAC", size=2000),
    ),
    "a voice message": (
        {"voice": {**_FILE, "duration": 7, "mime_type": "audio/ogg"}},
        Attachment(media=Media.VOICE, ref="AgAC", size=2000, seconds=7),
    ),
    "a recording": (
        {"audio": {**_FILE, "duration": 7, "file_name": "loa.mp3"}},
        Attachment(media=Media.VOICE, ref="AgAC", size=2000, seconds=7, name="loa.mp3"),
    ),
    "a video": (
        {"video": {**_FILE, "duration": 7, "width": 1, "height": 1}},
        Attachment(media=Media.VIDEO, ref="AgAC", size=2000, seconds=7),
    ),
    "a round video": (
        {"video_note": {**_FILE, "duration": 7, "length": 240}},
        Attachment(media=Media.VIDEO, ref="AgAC", size=2000, seconds=7),
    ),
    "an animation": (
        {
            "animation": {**_FILE, "duration": 7, "width": 1, "height": 1},
            "document": {**_FILE, "file_id": "copy"},
        },
        Attachment(media=Media.VIDEO, ref="AgAC", size=2000, seconds=7),
    ),
    "a document": (
        {"document": {**_FILE, "file_name": "danh sách.xlsx"}},
        Attachment(media=Media.FILE, ref="AgAC", size=2000, name="danh sách.xlsx"),
    ),
    "a file of unknown size": (
        {"document": {"file_id": "AgAC", "file_unique_id": "u"}},
        Attachment(media=Media.FILE, ref="AgAC"),
    ),
}


@pytest.mark.parametrize(("content", "expected"), SAID.values(), ids=SAID)
def test_a_message_is_read(content: Json, expected: Inbound | None) -> None:
    assert read({"update_id": 900, "message": content}, ME, NOW) == expected


@pytest.mark.parametrize(("content", "expected"), FILES.values(), ids=FILES)
def test_a_file_is_named_and_its_caption_is_the_text(content: Json, expected: Attachment) -> None:
    raw = {"update_id": 900, "message": message(**content)}

    assert read(raw, ME, NOW) == private(text=content.get("caption", ""), attachments=(expected,))


def test_the_pictures_of_an_album_arrive_one_by_one() -> None:
    photo = FILES["a photo"][0]["photo"]
    first = message(media_group_id="5", photo=photo, caption="Hố ga")
    second = {**message(media_group_id="5", photo=photo), "message_id": 13}

    found = [read({"update_id": 900, "message": m}, ME, NOW) for m in (first, second)]

    picture = (FILES["a photo"][1],)
    assert found == [
        private(text="Hố ga", attachments=picture),
        private(message_id="13", attachments=picture),
    ]


def test_an_edited_message_keeps_its_name() -> None:
    edited = {**message(text="Khi nào cầu mở?"), "edit_date": DATE + 60}

    assert read({"update_id": 900, "edited_message": edited}, ME, NOW) == private(
        text="Khi nào cầu mở?", happened=Happened.EDITED
    )


def pressed(**expected: Any) -> Inbound:
    base: Json = {
        "at": NOW,
        "happened": Happened.PRESSED,
        "press": "consent:yes",
        "press_id": "5501",
        "message_id": "",
        "reply_to": "12",
    }
    return private(**{**base, **expected})


PRESSES: dict[str, tuple[Json, Inbound | None]] = {
    "in a private chat": (press(), pressed()),
    "in a group": (
        press(message=button_message(GROUP)),
        pressed(address=Address("telegram", "-1001"), group=True, title=GROUP["title"]),
    ),
    "on a message too old to be shown": (
        press(message={"chat": PRIVATE, "message_id": 3, "date": 0}),
        pressed(reply_to="3"),
    ),
    "on a game": ({"callback_query": {**press()["callback_query"], "data": None}}, None),
}


@pytest.mark.parametrize(("raw", "expected"), PRESSES.values(), ids=PRESSES)
def test_a_press_carries_the_button_and_its_message(raw: Json, expected: Inbound | None) -> None:
    assert read({"update_id": 900, **raw}, ME, NOW) == expected


MEMBERSHIPS: dict[str, tuple[Json, Happened | None]] = {
    "blocked": (membership(PRIVATE, MEMBER, KICKED), Happened.CLOSED),
    "unblocked": (membership(PRIVATE, KICKED, MEMBER), Happened.OPENED),
    "added to a group": (membership(GROUP, LEFT, MEMBER), Happened.OPENED),
    "removed from a group": (membership(GROUP, MEMBER, KICKED), Happened.CLOSED),
    "left a group": (membership(GROUP, MEMBER, LEFT), Happened.CLOSED),
    "muted": (membership(GROUP, MEMBER, MUTED), Happened.CLOSED),
    "allowed to speak again": (membership(GROUP, MUTED, MEMBER), Happened.OPENED),
    "added muted": (membership(GROUP, LEFT, MUTED), None),
    "added to a channel": (membership(CHANNEL, LEFT, MEMBER), None),
}


@pytest.mark.parametrize(("raw", "happened"), MEMBERSHIPS.values(), ids=MEMBERSHIPS)
def test_a_chat_closes_and_opens(raw: Json, happened: Happened | None) -> None:
    found = read({"update_id": 900, **raw}, ME, NOW)

    assert isinstance(found, Inbound) == (happened is not None)
    assert getattr(found, "happened", None) == happened


def test_both_tellings_of_a_move_are_the_same_message() -> None:
    old = message(BASIC, ANONYMOUS, sender_chat=BASIC, migrate_to_chat_id=-1001)
    new = message(GROUP, ANONYMOUS, sender_chat=GROUP, migrate_from_chat_id=-77)

    found = [read({"update_id": 900 + i, "message": m}, ME, NOW) for i, m in enumerate([old, new])]

    assert {(f.id, f.address.chat, f.moved_to) for f in found if isinstance(f, Inbound)} == {
        ("moved:-77:-1001", "-77", "-1001")
    }


@pytest.mark.parametrize("kind", ["channel_post", "inline_query", "poll_answer", "of_next_year"])
def test_what_the_bot_did_not_ask_for_is_passed_over(kind: str) -> None:
    raw = {"update_id": 900, kind: message(CHANNEL, None, text="Tin") if "post" in kind else None}

    assert to_inbound(raw, ME, NOW) is None


#: What came, why it cannot be read, and the chat that could be made out.
UNREADABLE: dict[str, tuple[Any, str, str]] = {
    "a date in words": (
        {"update_id": 900, "message": {**message(text="a"), "date": "hôm qua"}},
        "TypeError in message",
        "4711",
    ),
    "no chat": (
        {"update_id": 900, "message": {k: v for k, v in message().items() if k != "chat"}},
        "AttributeError in message",
        "",
    ),
    "no message": ({"update_id": 900, "message": None}, "ValueError in message", ""),
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


SAMPLES: list[Json] = [
    *({"update_id": 900, "message": content} for content, _ in SAID.values()),
    *({"update_id": 900, "message": message(**content)} for content, _ in FILES.values()),
    *({"update_id": 900, **raw} for raw, _ in PRESSES.values()),
    *({"update_id": 900, **raw} for raw, _ in MEMBERSHIPS.values()),
]
_ODD: list[Any] = [None, True, -1, 0, 2**63, 1e300, "", "x", "\0", [], [1], {}, {"id": 1}, [[]]]


def paths(value: Any, prefix: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield (*prefix, key)
        if isinstance(inner, dict | list):
            yield from paths(inner, (*prefix, key))


def mutated(dice: random.Random) -> Json:
    raw = copy.deepcopy(dice.choice(SAMPLES))
    path = dice.choice(list(paths(raw)))
    target: Any = raw
    for step in path[:-1]:
        target = target[step]
    if dice.random() < 0.3:
        del target[path[-1]]
    else:
        target[path[-1]] = dice.choice(_ODD)
    return raw


@pytest.mark.parametrize("seed", range(4))
def test_no_malformed_update_raises_or_yields_a_malformed_message(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(1500):
        raw = mutated(dice)

        found = read(orjson.loads(orjson.dumps(raw)), ME, NOW)

        assert found is None or isinstance(found, Inbound | Unreadable), raw
        if isinstance(found, Inbound):
            assert_whole(found)


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
        assert all(
            isinstance(n, int | None) and (n or 0) < 2**53 for n in (file.size, file.seconds)
        )
