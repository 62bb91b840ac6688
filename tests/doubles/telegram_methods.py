"""The methods of the Bot API that the double carries out."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.doubles.telegram_rooms import Bubble, Json, Room, World
from tests.doubles.telegram_rules import Refusal, Upload
from tests.doubles.telegram_updates import Updates

MEDIA = {f"send{name}": name.lower() for name in ("Photo", "Voice", "Audio", "Video", "Document")}

#: The largest file that a bot may send, in bytes.
LARGEST = 50_000_000

#: Methods that change nothing a test looks at.
_NODS = (
    "sendChatAction",
    "setMyDescription",
    "setMyShortDescription",
    "setChatMenuButton",
    "leaveChat",
)


class Methods:
    """What stands behind the HTTP door. A method returns its ``result`` or raises Refusal."""

    def __init__(self, world: World, updates: Updates) -> None:
        self.rooms: dict[int, Room] = {}
        self.moved: dict[int, int] = {}
        self.files: dict[str, bytes] = {}
        self.open_presses: set[str] = set()
        self.commands: dict[str, list[Json]] = {}  #: by language
        self.webhook: Json = {"url": ""}
        self.webhook_failure: Json = {}  #: told for ever after the first delivery that failed
        self.allowed_updates: list[str] = []
        self._world = world
        self._updates = updates
        self._polls = 0
        self._methods: dict[str, Callable[[Json], Any]] = {
            "getMe": lambda _: {**world.bot, "can_join_groups": True},
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": lambda _: self._webhook_info(),
            "sendMessage": self._send_message,
            "editMessageText": self._edit_text,
            "editMessageCaption": self._edit_text,
            "editMessageReplyMarkup": self._edit_text,
            "deleteMessage": self._delete_message,
            "answerCallbackQuery": self._answer_press,
            "getFile": self._get_file,
            "getChat": lambda fields: self.room(fields).chat,
            "setMyCommands": self._set_commands,
            "getMyCommands": lambda f: self.commands.get(f.get("language_code", ""), []),
            "deleteMyCommands": lambda f: bool(self.commands.pop(f.get("language_code", ""), True)),
            **dict.fromkeys(_NODS, lambda _: True),
        }

    async def call(self, method: str, fields: Json) -> Any:
        """Carry out a method of the table."""
        if method in MEDIA:
            return self._send_file(fields, MEDIA[method])
        result = self._methods[method](fields)
        return await result if isinstance(result, Awaitable) else result

    def room(self, fields: Json) -> Room:
        """The chat that a call names, if the bot may write there."""
        number = int(fields["chat_id"])
        if number in self.moved:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, words, migrate_to_chat_id=self.moved[number])
        room = self.rooms.get(number)
        if room is None:
            raise Refusal(400, "Bad Request: chat not found")
        if room.closed is not None:
            raise Refusal(room.closed.status, room.closed.description)
        return room

    async def _get_updates(self, fields: Json) -> list[bytes]:
        if self.webhook["url"]:
            words = "Conflict: can't use getUpdates method while webhook is active"
            raise Refusal(409, f"{words}; use deleteWebhook to delete the webhook first")
        self._polls += 1
        mine = self._polls
        self._world.pulse.beat()  # an earlier poll that still waits is ended
        self._updates.acknowledge(fields.get("offset", 0))
        self.allowed_updates = fields.get("allowed_updates", self.allowed_updates)
        await self._world.pulse.until(
            lambda: len(self._updates) or mine != self._polls or self.webhook["url"],
            fields.get("timeout", 0),
        )
        if self.webhook["url"]:
            raise Refusal(409, "Conflict: terminated by setWebhook request")
        if mine != self._polls:
            words = "Conflict: terminated by other getUpdates request"
            raise Refusal(409, f"{words}; make sure that only one bot instance is running")
        return self._updates.batch(fields.get("limit", 100))

    def _set_webhook(self, fields: Json) -> bool:
        self.webhook = {name: fields[name] for name in fields if name != "certificate"}
        self._world.pulse.beat()
        return True

    def _delete_webhook(self, fields: Json) -> bool:
        self.webhook = {"url": ""}
        return True

    def _webhook_info(self) -> Json:
        told = {name: value for name, value in self.webhook.items() if name != "secret_token"}
        return {**told, **self.webhook_failure, "pending_update_count": len(self._updates)}

    def _set_commands(self, fields: Json) -> bool:
        self.commands[fields.get("language_code", "")] = fields["commands"]
        return True

    def _send_message(self, fields: Json) -> Json:
        return self._deliver(fields, fields["text"], "text", "")

    def _send_file(self, fields: Json, kind: str) -> Json:
        given = fields[kind]
        if isinstance(given, Upload) and len(given.content) > LARGEST:
            raise Refusal(413, "Request Entity Too Large")
        file = self._world.keeps(given.content) if isinstance(given, Upload) else str(given)
        if file not in self.files:
            raise Refusal(400, "Bad Request: wrong file identifier/HTTP URL specified")
        name = given.name if isinstance(given, Upload) else ""
        message = self._deliver(fields, fields.get("caption", ""), kind, file, name)
        shown: Json = {"file_id": file, "file_unique_id": file[-8:]}
        return {**message, kind: [shown] if kind == "photo" else shown}

    def _deliver(self, fields: Json, text: str, kind: str, file: str, name: str = "") -> Json:
        room = self.room(fields)
        bubble = Bubble(
            id=self._world.next_id(),
            text=text,
            rows=_rows(fields),
            date=self._world.now(),
            kind=kind,
            file=file,
            file_name=name,
            reply_to=self._answered(room, fields),
        )
        room.receives(bubble)
        return room.message(bubble)

    def _answered(self, room: Room, fields: Json) -> int | None:
        reply = fields.get("reply_parameters")
        if reply is None:
            return None
        number: int = reply["message_id"]
        if number in room.said or number in room.bubbles:
            return number
        if not reply.get("allow_sending_without_reply"):
            raise Refusal(400, "Bad Request: message to be replied not found")
        return None

    def _edit_text(self, fields: Json) -> Json:
        room = self.room(fields)
        bubble = self._own(room, fields, "edit", "message can't be edited")
        if "text" in fields and bubble.kind != "text":
            raise Refusal(400, "Bad Request: there is no text in the message to edit")
        text = str(fields.get("text", fields.get("caption", bubble.text)))
        if (text, _rows(fields)) == (bubble.text, bubble.rows):
            raise Refusal(
                400,
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message",
            )
        bubble.text, bubble.rows, bubble.edits = text, _rows(fields), bubble.edits + 1
        room.changes(bubble)
        return room.message(bubble)

    def _delete_message(self, fields: Json) -> bool:
        room = self.room(fields)
        bubble = self._own(room, fields, "delete", "message can't be deleted for everyone")
        del room.bubbles[bubble.id]
        return True

    def _own(self, room: Room, fields: Json, verb: str, foreign: str) -> Bubble:
        number = fields.get("message_id", 0)
        if number in room.bubbles:
            return room.bubbles[number]
        if number in room.said:
            raise Refusal(400, f"Bad Request: {foreign}")
        raise Refusal(400, f"Bad Request: message to {verb} not found")

    def _answer_press(self, fields: Json) -> bool:
        number = fields["callback_query_id"]
        if number not in self.open_presses:
            words = "Bad Request: query is too old and response timeout expired"
            raise Refusal(400, f"{words} or query ID is invalid")
        self.open_presses.discard(number)
        self._world.pulse.beat()
        return True

    def _get_file(self, fields: Json) -> Json:
        number = fields["file_id"]
        if number not in self.files:
            raise Refusal(400, "Bad Request: invalid file_id")
        if len(self.files[number]) > 20_000_000:
            raise Refusal(400, "Bad Request: file is too big")
        about = {"file_id": number, "file_unique_id": number[-8:], "file_path": f"files/{number}"}
        return {**about, "file_size": len(self.files[number])}


def _rows(fields: Json) -> list[list[Json]]:
    rows: list[list[Json]] = fields.get("reply_markup", {}).get("inline_keyboard", [])
    return rows
