"""Cutting long text where a reader would pause, without splitting a letter from its marks."""

import re
import unicodedata
from itertools import accumulate, takewhile

from bot.understanding.folding import words

#: Where a text may be cut, best first: paragraph, line, sentence, clause, word.
_BREAKS = (
    re.compile(r"\n\n+"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…។])\s+"),
    re.compile(r"(?<=[,;:])\s+"),
    re.compile(r"\s+|\u200b"),
)

_LEFT_OUT = " … "
_JOINS = "\u17d2\u200d"  # what binds the next letter: Khmer coeng, zero-width joiner


def utf16_length(text: str) -> int:
    """The length of a text as chat platforms count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split_text(text: str, limit: int) -> list[str]:
    """Cut ``text`` into parts of at most ``limit`` UTF-16 units, each cut at the best pause.

    Joined again without the white space at the cuts, the parts are the text. No part is empty,
    unless the text is. ``limit`` is 2 at least, the size of an emoji. No more than a part is looked
    at for a cut: twice the text takes twice the time.
    """
    parts, start = list[str](), 0
    ahead = text[: limit + 1]
    while (room := _fits(ahead, limit)) < len(ahead):
        cut = _best_cut(ahead, room)
        parts.append(ahead[:cut].rstrip())
        start = _after_space(text, start + cut)
        ahead = text[start : start + limit + 1]
    return [part for part in (*parts, ahead) if part] or [""]


def _after_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def without_middle(text: str, limit: int) -> str:
    """The beginning and the end of a text, in at most ``limit`` UTF-16 units; "…" for the rest.

    Most of the room is the end's: a fifth shows what the text is about. Words stay whole where
    there are any. A text that fits is left as it is. ``limit`` is 20 at least.
    """
    if utf16_length(text) <= limit:
        return text
    opening = text[: _best_cut(text, _fits(text, limit // 5))].rstrip()
    room = limit - utf16_length(opening) - len(_LEFT_OUT)
    first = len(text) - _fits(text[::-1], room)
    pause = _BREAKS[-1].search(text, first, first + room // 3)
    return f"{opening}{_LEFT_OUT}{text[pause.end() if pause else _after_marks(text, first) :]}"


def unended(text: str) -> str:
    """The text as it stands inside a sentence, which brings a full stop of its own."""
    return text.rstrip(" \n.។")


def _fits(text: str, limit: int) -> int:
    """How many characters from the start stay within ``limit``."""
    if utf16_length(text) <= limit:
        return len(text)
    used = accumulate(2 if one > "\uffff" else 1 for one in text)
    return sum(1 for _ in takewhile(limit.__ge__, used))


def _best_cut(text: str, room: int) -> int:
    for pattern in _BREAKS:
        ends = [m.end() for m in pattern.finditer(text[: room + 1]) if 0 < m.start() <= room]
        if ends and ends[-1] > room // 3:
            return min(ends[-1], room) if ends[-1] > room else ends[-1]
    return _before_marks(text, room)


def _before_marks(text: str, room: int) -> int:
    """Step back so that no mark (Khmer vowels, Vietnamese tones) and no foot loses its letter."""
    for cut in range(room, 0, -1):
        if unicodedata.category(text[cut])[0] != "M" and text[cut - 1] not in _JOINS:
            return cut
    return room


def _after_marks(text: str, first: int) -> int:
    """Step on so that no mark and no foot stands at the beginning without its letter."""
    for cut in range(first, len(text)):
        if unicodedata.category(text[cut])[0] != "M" and text[cut - 1] not in _JOINS:
            return cut
    return len(text)


#: Folded words that a short answer (a name, a phone, a ward) does not hold.
_ASKING = frozenset(
    [
        "sao",
        "khi",
        "nao",
        "bao",
        "gio",
        "lau",
        "nhieu",
        "may",
        "gi",
        "dau",
        "the",
        "lam",
        "xin",
        "hoi",
        "duoc",
        "khong",
        "ko",
        "cho",
        "can",
        "muon",
    ]
)
#: The same in Khmer script, which has no spaces to tell words by.
_ASKING_IN_KHMER = ("តើ", "សូម", "សុំ", "ហេតុអ្វី", "ប៉ុន្មាន")


def looks_like_a_question(text: str) -> bool:
    """Whether words typed where a name or a number was asked for are rather something to ask."""
    said = words(text)
    if any(asking in text for asking in _ASKING_IN_KHMER):
        return True
    return len(said) >= 3 and ("?" in text or len(said) >= 7 or len(_ASKING & set(said)) >= 2)
