"""The people on the other side: what they do, and what they hear in their own chat."""

from typing import Any

from tests.doubles.telegram_rooms import Bubble, Group, Json, Room, World, membership
from tests.doubles.telegram_rules import Refusal

_NOT_STARTED = Refusal(403, "Forbidden: bot can't initiate conversation with a user")
_BLOCKED = Refusal(403, "Forbidden: bot was blocked by the user")
_DEACTIVATED = Refusal(403, "Forbidden: user is deactivated")


class User:
    """Somebody with Telegram on the phone. Whatever they do is a coroutine; ``in_`` is a group."""

    def __init__(self, world: World, profile: Json, *, started: bool) -> None:
        self.profile = profile
        self.name: str = profile["first_name"]
        chat = {k: v for k, v in profile.items() if k not in ("is_bot", "language_code")}
        self.room = Room(world, {**chat, "type": "private"}, self.name)
        self.room.closed = None if started else _NOT_STARTED
        self._world = world

    @property
    def id(self) -> int:
        return self.room.id

    @property
    def heard(self) -> list[str]:
        """Every text the bot wrote to this person, as it was first sent."""
        return self.room.heard

    @property
    def screen(self) -> list[Bubble]:
        """The bot's messages as they stand after all edits, oldest first."""
        return self.room.screen

    @property
    def buttons(self) -> list[str]:
        """The labels on the newest message that has any."""
        return self.room.buttons

    async def hears(self, text: str, within: float = 5.0) -> Bubble:
        """Wait for words, sent or edited, since this person last did something."""
        return await self.room.hears(text, within)

    async def says(
        self, text: str, *, in_: Group | None = None, reply_to: Json | None = None
    ) -> int:
        """Write; returns the number of the message."""
        return self._sends({"text": text}, in_, reply_to)

    async def opens(self, link: str) -> int:
        """Follow an invitation: a link that ends in ``start=CODE``, or the code itself."""
        return await self.says(f"/start {link.rsplit('start=', 1)[-1]}")

    async def replies(self, to: Bubble | str, text: str, *, in_: Group | None = None) -> int:
        """Answer a message of the bot's, named by itself or by words in it."""
        room = in_ or self.room
        return await self.says(text, in_=in_, reply_to=room.message(room.bubble(to)))

    async def presses(
        self, label: str, *, on: Bubble | str | None = None, in_: Group | None = None
    ) -> str:
        """Press the newest button with this label; returns the number of the press."""
        room = in_ or self.room
        bubble, button = self._button(room, label, on)
        assert "callback_data" in button, f"{label!r} opens a page: {button!r}"
        room.looks_up()
        number = str(self._world.next_id())
        query = {
            "id": number,
            "from": self.profile,
            "message": room.message(bubble),
            "chat_instance": str(room.id),
            "data": button["callback_data"],
        }
        self._world.pressed(query)
        return number

    def link(self, label: str, *, in_: Group | None = None) -> str:
        """The page that a button opens."""
        _, button = self._button(in_ or self.room, label, None)
        assert "url" in button, f"{label!r} opens no page: {button!r}"
        return str(button["url"])

    async def edits(self, message_id: int, text: str, *, in_: Group | None = None) -> None:
        """Change words written before."""
        room = in_ or self.room
        message = room.said[message_id]
        message["caption" if "caption" in message else "text"] = text
        room.looks_up()
        self._world.happens("edited_message", {**message, "edit_date": self._world.now()})

    async def sends(
        self,
        kind: str,
        content: bytes,
        *,
        caption: str = "",
        in_: Group | None = None,
        **about: Any,
    ) -> int:
        """Send a photo, voice, audio, video, video_note, animation or document."""
        file = {"file_id": self._world.keeps(content), "file_size": len(content), **about}
        file["file_unique_id"] = file["file_id"][-8:]
        body: Json = {kind: _sized(file) if kind == "photo" else {**_SHAPE.get(kind, {}), **file}}
        if caption:
            body["caption"] = caption
        return self._sends(body, in_, None)

    async def sends_album(self, photos: list[bytes], *, caption: str = "") -> list[int]:
        """Several photos at once; Telegram tells of each by itself."""
        numbers = []
        for index, photo in enumerate(photos):
            words = caption if index == 0 else ""
            numbers.append(await self.sends("photo", photo, caption=words))
        return numbers

    async def shares_contact(self, phone: str) -> int:
        contact = {"phone_number": phone, "first_name": self.name, "user_id": self.id}
        return self._sends({"contact": contact}, None, None)

    async def shares_location(self, latitude: float = 9.93, longitude: float = 106.34) -> int:
        place = {"latitude": latitude, "longitude": longitude}
        return self._sends({"location": place}, None, None)

    async def blocks(self) -> None:
        """Block the bot."""
        self.room.closed = _BLOCKED
        self._world.happens(
            "my_chat_member", membership(self.room, self.profile, "member", "kicked")
        )

    async def unblocks(self) -> None:
        """Let the bot in again."""
        self.room.closed = None
        self.room.looks_up()
        self._world.happens(
            "my_chat_member", membership(self.room, self.profile, "kicked", "member")
        )

    async def leaves_telegram(self) -> None:
        """Delete the account; the bot is not told."""
        self.room.closed = _DEACTIVATED

    def _button(self, room: Room, label: str, on: Bubble | str | None) -> tuple[Bubble, Json]:
        candidates = list(reversed(room.screen)) if on is None else [room.bubble(on)]
        for bubble in candidates:
            button = bubble.button(label)
            if button is not None:
                return bubble, button
        shown = [label for bubble in candidates for label in bubble.buttons]
        raise AssertionError(f"{self.name} sees no button {label!r}, only {shown!r}")

    def _sends(self, content: Json, in_: Group | None, reply_to: Json | None) -> int:
        room = in_ or self.room
        assert room.closed is not _BLOCKED, f"{self.name} has blocked the bot"
        if room.closed is _NOT_STARTED:
            room.closed = None
        room.looks_up()
        number = self._world.next_id()
        head = {"message_id": number, "from": self.profile, "chat": room.chat}
        message = {**head, "date": self._world.now(), **content}
        if reply_to is not None:
            message["reply_to_message"] = reply_to
        room.said[number] = message
        if in_ is None or not self._world.privacy or self._concerns_bot(message):
            self._world.happens("message", message)
        return number

    def _concerns_bot(self, message: Json) -> bool:
        """What a bot with privacy mode hears of a group."""
        text, answered = message.get("text", ""), message.get("reply_to_message", {})
        return (
            text.startswith("/")
            or f"@{self._world.bot['username']}" in text
            or answered.get("from") == self._world.bot
        )


#: What the API always tells of a file, besides its name and size.
_SHAPE: dict[str, Json] = {
    "voice": {"duration": 3, "mime_type": "audio/ogg"},
    "audio": {"duration": 3, "mime_type": "audio/mpeg"},
    "video": {"duration": 3, "width": 640, "height": 360, "mime_type": "video/mp4"},
    "animation": {"duration": 3, "width": 640, "height": 360, "mime_type": "video/mp4"},
    "video_note": {"duration": 3, "length": 240},
    "document": {},
}


def _sized(file: Json) -> list[Json]:
    """A photo comes in several sizes, the largest last."""
    small = {**file, "file_id": f"small-{file['file_id']}", "file_size": 900}
    small["file_unique_id"] = small["file_id"][:14]
    return [{**small, "width": 90, "height": 67}, {**file, "width": 1280, "height": 960}]
