"""What Telegram refuses: names, required fields and types by the official table, and its limits."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

_TABLE = orjson.loads(Path(__file__).with_name("telegram_api.json").read_bytes())
_METHODS: Mapping[str, Mapping[str, str]] = _TABLE["methods"]
_TYPES: Mapping[str, Any] = _TABLE["types"]

_SIMPLE: Mapping[str, type | tuple[type, ...]] = {
    "String": str,
    "Integer": int,
    "Float": (int, float),
    "Boolean": bool,
    "True": bool,
}
_PUBLIC_PAGE = re.compile(r"(https?://[^/?#:]*\.[^/?#:]+|tg://)", re.IGNORECASE)
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


class Refusal(Exception):
    """An answer with ``ok: false``."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, object]:
        answer: dict[str, object] = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        return {**answer, "parameters": self.parameters} if self.parameters else answer


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Violation:
    """A call that Telegram would refuse, or silently misunderstand."""

    method: str
    what: str
    refusal: str = ""  #: Telegram's words; empty where it would ignore the mistake

    def __str__(self) -> str:
        return f"{self.method}: {self.what}"


def is_known(method: str) -> bool:
    return method in _METHODS


def decoded(method: str, form: Mapping[str, str | Upload]) -> dict[str, Any]:
    """A form's fields as the JSON they stand for: everything but plain text is written as JSON."""
    kinds = _kinds(_METHODS.get(method, {}))
    return {name: _decoded(value, kinds.get(name, "String")) for name, value in form.items()}


def violations(method: str, fields: Mapping[str, Any]) -> list[Violation]:
    """Everything that is wrong with a call, form first, then limits."""
    wrong = [
        Violation(method, what, "" if "unknown" in what else f"Bad Request: {what}")
        for what in _form(_METHODS[method], fields, "")
    ]
    if any(violation.refusal for violation in wrong):
        return wrong
    return [*wrong, *(Violation(method, *found) for found in _limits(method, fields))]


def text_length(text: str) -> int:
    """As Telegram counts: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _kinds(described: Mapping[str, str]) -> dict[str, str]:
    return {name.removesuffix("?"): kind for name, kind in described.items()}


def _decoded(value: str | Upload, kind: str) -> Any:
    if isinstance(value, Upload) or kind == "String":
        return value
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        return value


def _form(described: Mapping[str, str], fields: Mapping[str, Any], path: str) -> Iterator[str]:
    kinds = _kinds(described)
    for name in described:
        if not name.endswith("?") and name not in fields:
            yield f"{path}{name} is missing"
    for name, value in fields.items():
        if name not in kinds:
            yield f"{path}{name} is unknown"
        else:
            yield from _typed(kinds[name], value, f"{path}{name}")


def _typed(kind: str, value: Any, path: str) -> Iterator[str]:
    choices = kind.split(" | ")
    problems = [list(_one_type(choice, value, path)) for choice in choices]
    if all(problems):
        yield from min(problems, key=len) if len(choices) == 1 else [f"{path} is no {kind}"]


def _one_type(kind: str, value: Any, path: str) -> Iterator[str]:
    if kind.startswith("Array of "):
        yield from _array(kind.removeprefix("Array of "), value, path)
    elif kind in _SIMPLE:
        right = isinstance(value, _SIMPLE[kind])
        if not right or isinstance(value, bool) != (_SIMPLE[kind] is bool):
            yield f"{path} is no {kind}"
    elif kind == "InputFile":
        if not isinstance(value, Upload):
            yield f"{path} is no {kind}"
    else:
        yield from _object(kind, value, path)


def _array(kind: str, value: Any, path: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{path} is no array"
        return
    for index, item in enumerate(value):
        yield from _typed(kind, item, f"{path}[{index}]")


def _object(kind: str, value: Any, path: str) -> Iterator[str]:
    described = _TYPES.get(kind, {})
    if not isinstance(value, dict):
        yield f"{path} is no {kind}"
    elif isinstance(described, list):
        yield from _typed(" | ".join(described), value, path)
    elif described:
        yield from _form(described, value, f"{path}.")


def _limits(method: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if method in ("sendMessage", "editMessageText"):
        yield from _text(fields)
    yield from _caption(fields)
    for value in fields.values():
        if isinstance(value, Upload):
            yield from _upload(value)
    if "callback_query_id" in fields and text_length(fields.get("text", "")) > 200:
        yield "the notice is longer than 200", "Bad Request: MESSAGE_TOO_LONG"
    for index, command in enumerate(fields.get("commands", ())):
        yield from _command(index, command)
    markup = fields.get("reply_markup")
    if isinstance(markup, dict) and "inline_keyboard" in markup:
        yield from _keyboard(markup["inline_keyboard"])


def _text(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    text = _parsed(fields.get("text", ""), fields.get("parse_mode"))
    if not text.strip():
        yield "the text is empty", "Bad Request: message text is empty"
    if (length := text_length(text)) > 4096:
        yield f"the text is longer than 4096: {length}", "Bad Request: message is too long"


def _caption(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    caption = _parsed(fields.get("caption", ""), fields.get("parse_mode"))
    if (length := text_length(caption)) > 1024:
        yield (
            f"the caption is longer than 1024: {length}",
            "Bad Request: message caption is too long",
        )


def _upload(file: Upload) -> Iterator[tuple[str, str]]:
    if not file.content:
        yield "the file is empty", "Bad Request: file must be non-empty"
    if re.search(r"%[0-9A-F]{2}", file.name):
        yield f"people would read the name as {file.name}", ""


def _parsed(text: str, mode: str | None) -> str:
    """What is left to count when the markup is taken out."""
    return html.unescape(re.sub(r"<[^<>]+>", "", text)) if (mode or "").upper() == "HTML" else text


def _command(index: int, command: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not _COMMAND.fullmatch(command["command"]):
        yield f"commands[{index}] has a bad name", "Bad Request: BOT_COMMAND_INVALID"
    if not 1 <= text_length(command["description"]) <= 256:
        yield (
            f"commands[{index}] is described in 0 or over 256",
            "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
        )


def _keyboard(rows: list[list[dict[str, Any]]]) -> Iterator[tuple[str, str]]:
    if sum(len(row) for row in rows) > 100:
        yield "more than 100 buttons", "Bad Request: reply markup is too long"
    for row in rows:
        if len(row) > 8:
            yield "more than 8 buttons in a row", ""
        for button in row:
            yield from _button(button)


def _button(button: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    does = [name for name in button if name not in ("text", "icon_custom_emoji_id", "style")]
    if not button["text"].strip():
        yield "a button without a label", "Bad Request: inline keyboard button text is empty"
    if len(does) != 1:
        yield (
            f"a button that does {len(does)} things",
            "Bad Request: text buttons are unallowed in the inline keyboard",
        )
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        yield (
            f"callback_data of {len(button['callback_data'].encode())} bytes",
            "Bad Request: BUTTON_DATA_INVALID",
        )
    if "url" in button and not _PUBLIC_PAGE.match(button["url"]):
        yield (
            "a button to a page that is not public",
            f"Bad Request: inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL",
        )
