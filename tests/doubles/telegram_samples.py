"""Updates as Telegram sends them (of invented people), and what the core should see of each."""

from datetime import UTC, datetime
from typing import Any

from bot.channels.telegram.inbound import Me
from bot.domain.messages import Address, Attachment, Happened, Inbound, Media

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

PLACE: Json = {"latitude": 9.93, "longitude": 106.34}
STICKER: Json = {
    "file_id": "CAACAgIAAxkBAAIB",
    "file_unique_id": "AgADAQAD",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}

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
    "a channel": (message(CHANNEL, None, sender_chat=CHANNEL, text="Tin"), None),
    "another bot": (message(GROUP, {**BOT, "id": 1, "username": "x"}, text="Mưa"), None),
    "a shared phone number": (
        message(contact={"phone_number": "+84900000001", "first_name": "Lan", "user_id": 4711}),
        private(text="+84900000001"),
    ),
    "a NUL": (message(text="Khi\0 nào?"), private(text="Khi nào?")),
    "a location": (message(location=PLACE), private()),
    "a sticker": (message(sticker=STICKER), private()),
    "a location in a group": (message(GROUP, location=PLACE), None),
    "a sticker in a group": (message(GROUP, sticker=STICKER), None),
    "a pinned message": (message(pinned_message=message(text="Lịch họp")), None),
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
