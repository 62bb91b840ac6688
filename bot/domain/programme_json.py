"""A programme as JSON and back: how it is kept in the memory.

The form follows the dataclasses, so a field added with a default reads old texts; a field that is
no more, or one without a default, makes an old text unreadable and needs a migration.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from types import NoneType
from typing import Any, cast, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from bot.domain.programme import Programme

#: Values that JSON has no form for, and how their text is read.
_READ: dict[object, Callable[[str], object]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    ZoneInfo: ZoneInfo,
}


def programme_to_json(programme: Programme) -> str:
    """The whole programme as one line of JSON."""
    return json.dumps(_plain(programme), ensure_ascii=False)


def programme_from_json(text: str) -> Programme:
    """The programme that ``programme_to_json`` wrote. Other text raises."""
    return cast(Programme, _rich(json.loads(text), Programme))


def _plain(value: object) -> Any:
    if is_dataclass(value):
        kept = [field.name for field in fields(value) if field.compare]  # the rest is laid over it
        return {name: _plain(getattr(value, name)) for name in kept}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, (date, time)):  # a datetime is a date
        return value.isoformat()
    return str(value) if isinstance(value, (ZoneInfo, StrEnum)) else value


def _rich(value: Any, kind: Any) -> object:
    """``value`` as the type ``kind``, which is what the field of a dataclass says."""
    if value is None:
        return None
    if NoneType in get_args(kind):
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
    if get_origin(kind) is tuple:
        return _tuple(value, get_args(kind))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return cast(type, kind)(**{name: _rich(one, hints[name]) for name, one in value.items()})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return _READ[kind](value) if kind in _READ else value


def _tuple(values: list[Any], kinds: tuple[Any, ...]) -> tuple[object, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_rich(one, kinds[0]) for one in values)
    return tuple(_rich(one, kind) for one, kind in zip(values, kinds, strict=True))
