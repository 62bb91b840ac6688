"""What a device tells from the door, read from a form or from what it had kept."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.domain.check_ins import CheckIn, What
from bot.look.fields import Unreadable
from bot.services.hall.check_ins import undo_of

_MARK = re.compile(r"[\w-]{8,64}", re.ASCII)

#: What the number of a row may be; no database holds a longer one.
_SEAT = re.compile(r"[0-9]{1,18}")

#: How many things are taken at once; the device sends the others after them.
MOST = 200

#: No clock of a device tells a later time than this (the year 2200).
_LATEST = 7_258_118_400_000


def one_of(form: Mapping[str, str], now: datetime) -> CheckIn:
    """What a form tells, now. Raises Unreadable."""
    return _read({**form, "at": int(now.timestamp() * 1000)})


def many_of(sent: Mapping[str, Any]) -> Iterator[CheckIn]:
    """What a device had kept, in its order; what cannot be read is left out, and stays there."""
    entries = sent.get("entries")
    for one in entries[:MOST] if isinstance(entries, list) else ():
        try:
            yield _read(one)
        except Unreadable:
            continue


def _read(given: Any) -> CheckIn:
    if not isinstance(given, Mapping):
        raise Unreadable
    mark, about, at = _text(given, "mark"), _text(given, "about"), given.get("at")
    seat, what = given.get("seat") or 0, _text(given, "what")
    known = what in {one.value for one in What}
    if not known or not isinstance(at, int) or not 0 <= at < _LATEST:
        raise Unreadable
    if not _SEAT.fullmatch(str(seat)):
        raise Unreadable
    undoes = what == What.UNDO.value
    if not _MARK.fullmatch(about if undoes else mark):
        raise Unreadable
    return CheckIn(
        mark=undo_of(about) if undoes else mark,
        what=What(what),
        at=datetime.fromtimestamp(at / 1000, UTC),
        seat=int(seat),
        name=_text(given, "name"),
        hamlet=_text(given, "hamlet"),
        category=_text(given, "category"),
        about=about,
    )


def _text(given: Mapping[str, Any], name: str) -> str:
    found = given.get(name, "")
    return " ".join(found.split())[:100] if isinstance(found, str) else ""
