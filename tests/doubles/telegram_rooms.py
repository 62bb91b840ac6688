"""The chats of the double: what stands on a screen, and whether the bot may write there."""

from dataclasses import dataclass
from typing import Any, Protocol

from tests.doubles.telegram_rules import Refusal
from tests.doubles.telegram_updates import Pulse

Json = dict[str, Any]


@dataclass(slots=True)
class Bubble:
    """A message of the bot's, as it stands on the screen after all edits."""

    id: int
    text: str
    rows: list[list[Json]]
    date: int
    kind: str = "text"  #: or photo, voice …: then ``text`` is the caption
    file: str = ""
    file_name: str = ""
    reply_to: int | None = None
    edits: int = 0

    @property
    def buttons(self) -> list[str]:
        """The labels, row by row, in one list."""
        return [button["text"] for row in self.rows for button in row]

    def button(self, label: str) -> Json | None:
        """The button with this label, or else the only one whose label holds it."""
        flat = [button for row in self.rows for button in row]
        exact = [button for button in flat if button["text"] == label]
        holding = [button for button in flat if label in button["text"]]
        if not exact and len(holding) != 1:
            return None
        return (exact or holding)[0]


class World(Protocol):
    """What chats and people need of the double they live in."""

    pulse: Pulse
    bot: Json
    privacy: bool

    def now(self) -> int: ...
    def next_id(self) -> int: ...
    def happens(self, kind: str, content: Json) -> int: ...
    def keeps(self, content: bytes) -> str: ...
    def pressed(self, query: Json) -> None: ...
    def moves(self, room: "Room", new_id: int) -> None: ...


class Room:
    """A chat with the bot in it."""

    def __init__(self, world: World, chat: Json, name: str) -> None:
        self.world = world
        self.chat = chat
        self.name = name
        self.heard: list[str] = []  #: every text as it was first sent
        self.bubbles: dict[int, Bubble] = {}
        self.said: dict[int, Json] = {}  #: what people wrote here
        self.closed: Refusal | None = None  #: what the bot is answered when it writes here
        self._events: list[tuple[Bubble, str]] = []
        self._seen = 0

    @property
    def id(self) -> int:
        number: int = self.chat["id"]
        return number

    @property
    def screen(self) -> list[Bubble]:
        """The bot's messages as they stand, oldest first."""
        return list(self.bubbles.values())

    @property
    def buttons(self) -> list[str]:
        """The labels on the newest message that has any."""
        return next((b.buttons for b in reversed(self.bubbles.values()) if b.rows), [])

    async def hears(self, text: str, within: float = 5.0) -> Bubble:
        """Wait for words, sent or edited, since somebody last did something here."""
        found = await self.world.pulse.until(lambda: self._find(text), within)
        fresh = [said for _, said in self._events[self._seen :]]
        assert found is not None, f"{self.name} never heard {text!r}, only {fresh!r}"
        return found

    def receives(self, bubble: Bubble) -> None:
        """A new message of the bot's."""
        self.bubbles[bubble.id] = bubble
        self.heard.append(bubble.text)
        self.changes(bubble)

    def changes(self, bubble: Bubble) -> None:
        """A message of the bot's is new or edited."""
        self._events.append((bubble, bubble.text))
        self.world.pulse.beat()

    def looks_up(self) -> None:
        """From here on, ``hears`` means what comes after."""
        self._seen = len(self._events)

    def bubble(self, to: "Bubble | str") -> Bubble:
        """A message of the bot's, by itself or by words in it."""
        if isinstance(to, Bubble):
            return to
        found = next((b for b in reversed(self.bubbles.values()) if to in b.text), None)
        assert found is not None, f"{self.name} sees no message with {to!r}, only {self.heard!r}"
        return found

    def message(self, bubble: Bubble) -> Json:
        """A message of the bot's as the API shows it."""
        words = {"text": bubble.text} if bubble.kind == "text" else {"caption": bubble.text}
        shown = {"message_id": bubble.id, "from": self.world.bot, "chat": self.chat, **words}
        shown["date"] = bubble.date
        if bubble.rows:
            shown["reply_markup"] = {"inline_keyboard": bubble.rows}
        if bubble.edits:
            shown["edit_date"] = self.world.now()
        return shown

    def _find(self, text: str) -> Bubble | None:
        return next((b for b, said in self._events[self._seen :] if text in said), None)


class Group(Room):
    """A group that the bot is in."""

    async def becomes_supergroup(self) -> None:
        """The group gets a new number; both chats are told."""
        old = dict(self.chat)
        new_id = self.id - 1_000_000_000_000
        sender = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
        self._tells(old, sender, {"migrate_to_chat_id": new_id})
        self.world.moves(self, new_id)
        self.chat = {**old, "id": new_id, "type": "supergroup"}
        self._tells(self.chat, sender, {"migrate_from_chat_id": old["id"]})

    async def removes_bot(self) -> None:
        words = f"Forbidden: bot was kicked from the {self.chat['type']} chat"
        self._membership("member", "kicked", Refusal(403, words))

    async def adds_bot(self) -> None:
        self._membership("kicked" if self.closed else "left", "member", None)

    async def mutes_bot(self) -> None:
        """The bot stays, but may no longer write. It learns so from Telegram's refusals."""
        words = "Bad Request: not enough rights to send text messages to the chat"
        self.closed = Refusal(400, words)

    def _tells(self, chat: Json, sender: Json, content: Json) -> None:
        now, number = self.world.now(), self.world.next_id()
        service = {"message_id": number, "from": sender, "chat": chat, "date": now, **content}
        self.world.happens("message", {**service, "sender_chat": chat})

    def _membership(self, old: str, new: str, closed: Refusal | None) -> None:
        admin = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
        self.closed = closed
        self.looks_up()
        self.world.happens("my_chat_member", membership(self, admin, old, new))


def membership(room: Room, by: Json, old: str, new: str) -> Json:
    """The bot's standing in a chat changed."""

    def member(status: str) -> Json:
        standing = {"user": room.world.bot, "status": status}
        return {**standing, "until_date": 0} if status == "kicked" else standing

    return {
        "chat": room.chat,
        "from": by,
        "date": room.world.now(),
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    }
