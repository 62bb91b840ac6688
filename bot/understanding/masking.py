"""Numbers that must not be kept: identity cards, health cards, bank accounts and bank cards.

They are taken out before a text is stored. Money, dates, years, quantities and the numbers of
documents stay; so do phone numbers, which ``hide_phones`` takes out of what is read aloud. In
doubt a long number goes: a lost figure can be asked again, a stored identity cannot be taken back.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from bot.domain.values import dataclass
from bot.understanding.folding import fold

#: What stands where a number stood. It names nothing; the words for people are in ``locales``.
LEFT_OUT = "•••"


class Kind(StrEnum):
    """What kind of number was left out."""

    ID_CARD = "id_card"  #: căn cước (12 digits), chứng minh (9 digits), passport
    HEALTH_CARD = "health_card"  #: bảo hiểm y tế (2 letters and 13 digits, or 10 digits)
    ACCOUNT = "account"  #: a bank account or a bank card


@dataclass(frozen=True, slots=True)
class Masked:
    """A text that may be stored, and what was left out of it, in order, each kind once."""

    text: str
    left_out: tuple[Kind, ...] = ()


def mask(text: str) -> Masked:
    """``text`` without the numbers that must not be kept."""
    if _DIGIT.search(text) is None and _SAID_DIGITS.search(text) is None:
        return Masked(text)
    found = sorted(_forbidden(text))
    kinds = tuple(dict.fromkeys(kind for _, _, kind in found))
    return Masked(_without(text, [(start, end) for start, end, _ in found]), kinds)


def hide_phones(text: str) -> str:
    """``text`` without phone numbers, for bulletins; short public numbers (111, 1900…) stay."""
    return _without(text, phones(text))


def phones(text: str) -> list[tuple[int, int]]:
    """Where ``text`` has phone numbers; short public ones (111, 1900…) do not count."""
    return [(one.start, one.end) for one in _numbers(text) if one.phones]


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + LEFT_OUT + text[end:]
    return text


# ── finding ──────────────────────────────────────────────────────────────────────────────────

_DIGIT = re.compile(r"\d")
_SPACE = r"[ \t\u00a0\u200b-\u200d\ufeff]?"
_GAP = rf"(?:[.,\-]|{_SPACE}|[ \t][.,\-][ \t])"  # what people put between the digits of one number
_RUN = re.compile(rf"(?<!\d)\+?\d(?:{_GAP}\d)+")
_CHUNK = re.compile(r"\S+")
_CARD = re.compile(
    rf"(?<![^\W_])(?:[A-Z]{{2}}{_GAP}|[a-z]{{2}})\d(?:{_GAP}\d){{12}}(?!\d)"
    r"|(?<![^\W_])[A-Za-z]{2}\d{8,12}(?!\d)"
)
_PASSPORT = re.compile(r"(?<![^\W_])[A-Za-z]\d{7,8}(?!\d)")
_CITIZEN = re.compile(r"0\d\d[0-3]\d{8}")  # province, then sex and century
_SAID_DIGIT = (
    "(?:không|khong|một|mot|mốt|hai|ba|bốn|bon|tư|năm|nam|lăm|lam|sáu|sau"
    "|bảy|bẩy|bay|tám|tam|chín|chin)"
)
_SAID_DIGITS = re.compile(
    rf"(?<!\w){_SAID_DIGIT}(?:[ ,.]+{_SAID_DIGIT}){{8,}}(?!\w)", re.IGNORECASE
)
_SAID_PHONE = re.compile(r"khong[ ,.]+(?:ba|nam|bay|tam|chin)\b")
_PHONE_SIZE = 10  #: digits
_WHOLE = 9  #: so many digits without a space are a number of their own


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it stands in a text, with what is said around it (folded)."""

    text: str
    start: int
    end: int

    @property
    def typed(self) -> str:
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        return _before(self.text, self.start)

    @property
    def after(self) -> str:
        return fold(self.text[self.end : self.end + 12])

    @property
    def digits(self) -> str:
        return "".join(str(unicodedata.digit(one)) for one in self.typed if one.isdigit())

    @property
    def groups(self) -> list[str]:
        return re.findall(r"\d+", self.typed)

    @property
    def phones(self) -> bool:
        """Whether it is a phone number, or several in a row."""
        number = ""
        for group in self.groups:
            number += "".join(str(unicodedata.digit(one)) for one in group)
            if _PHONE.fullmatch(number):
                number = ""
        return not number and len(self.digits) > len("113")


def _forbidden(text: str) -> Iterator[tuple[int, int, Kind]]:
    cards = [(*found.span(), Kind.HEALTH_CARD) for found in _CARD.finditer(text)]
    cards += [
        (*found.span(), Kind.ID_CARD)
        for found in _PASSPORT.finditer(text)
        if _PASSPORT_WORD.search(_before(text, found.start()))
    ]
    for start, end, _ in cards:
        text = text[:start] + "\n" * (end - start) + text[end:]
    yield from cards
    yield from _spelled_out(text)
    for number in _numbers(text):
        if kind := _kind(number):
            yield number.start, number.end, kind


def _spelled_out(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Long numbers said digit by digit (``không tám bốn …``), as a voice transcript has them."""
    for run in _SAID_DIGITS.finditer(text):
        size = len(run[0].split())
        if not _SAID_PHONE.match(fold(run[0])) or size != _PHONE_SIZE:
            yield *run.span(), Kind.ID_CARD if size in (9, 12) else Kind.ACCOUNT


def _numbers(text: str) -> Iterator[_Number]:
    for run in _RUN.finditer(text):
        for start, end in _pieces(run[0], run.start()):
            yield _Number(text, start, end)


def _pieces(run: str, offset: int) -> Iterator[tuple[int, int]]:
    """Where the numbers of a run begin and end: a long one stands for itself, short ones join."""
    if _CITIZEN.fullmatch(re.sub(r"\D", "", run)):
        yield offset, offset + len(run)
        return
    begun: tuple[int, int] | None = None
    for chunk in _CHUNK.finditer(run):
        start, end = chunk.start() + offset, chunk.end() + offset
        if sum(map(str.isdigit, chunk[0])) < _WHOLE:
            begun = (begun[0] if begun else start, end)
            continue
        if begun:
            yield begun
            begun = None
        yield start, end
    if begun:
        yield begun


def _before(text: str, start: int) -> str:
    """The words before a place, of the same line."""
    return fold(text[max(0, start - 40) : start].rpartition("\n")[2])


# ── judging ──────────────────────────────────────────────────────────────────────────────────

_PHONE = re.compile(r"(?:84|0)(?:[35789]\d{8}|2\d{8,9}|1[2689]\d{8})")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_DATES = tuple(
    re.compile(rf"{one}(?!\d)")
    for one in (rf"{_DAY}[.\-]?{_MONTH}[.\-]?{_YEAR}", rf"{_YEAR}-{_MONTH}-{_DAY}", _YEAR)
)
_BETWEEN_DATES = re.compile(r"[ .,\-]+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[., ]\d{3})+(?:[.,]\d\d?)?")
_UNIT = re.compile(r"\s?(?:dong|d|vnd|k|tr|trieu|ngan|nghin|ty|ti|chai|usd)\b")
_PASSPORT_WORD = re.compile(r"\b(?:ho chieu|passport)\b")
_SAID = re.compile(
    r"\b(?:(?P<id_card>cccd|can cuoc|cmnd|cmt|chung minh|dinh danh)"
    r"|(?P<account>s?tk|tai khoan|atm|chuyen khoan|visa|ck)"
    r"|(?P<health_card>bhyt|bhxh|bao hiem|(?:so|ma) the|ma so)"
    r"|(?P<phone>s?dt|dien thoai|goi|lien he|lh|zalo|ib|inbox|so may))\b"
)
_LINK = re.compile(r"(?:\W|\b(?:so|ma|la|cua|toi|tui|em|con|minh|nay|the|y te|xa hoi|cong dan)\b)*")
#: How few digits make a number of this kind when the words before it say so.
_LEAST = {Kind.ID_CARD: 8, Kind.HEALTH_CARD: 10, Kind.ACCOUNT: 6}


def _kind(number: _Number) -> Kind | None:
    """What must be left out, or None for a number that may stay."""
    size = len(number.digits)
    if size < min(_LEAST.values()) or _are_dates(number.typed) or _is_money(number):
        return None
    if said := _said(number):
        return said
    if size < _WHOLE or number.phones or _is_list(number):
        return None
    return Kind.ID_CARD if size in (9, 12) else Kind.ACCOUNT


def _are_dates(typed: str) -> bool:
    """Dates and years one after the other: *2019-2020*, *1.1.2020 - 31.12.2020*.

    Each place is looked at once: ``2020-01-01-2020`` reads in two ways, and one pattern for a
    whole row of them would try all combinations.
    """
    places, seen = [0], set[int]()
    while places:
        place = places.pop()
        for end in {found.end() for date in _DATES if (found := date.match(typed, place))}:
            if end == len(typed):
                return True
            next_one = _BETWEEN_DATES.match(typed, end)
            if next_one and next_one.end() not in seen:
                seen.add(next_one.end())
                places.append(next_one.end())
    return False


def _said(number: _Number) -> Kind | None:
    """The kind that the words right before the number name, if it is long enough for it."""
    for label in list(_SAID.finditer(number.before))[-1:]:
        named = label.lastgroup or "phone"
        close = _LINK.fullmatch(number.before, label.end())
        if close and named != "phone" and len(number.digits) >= _LEAST[Kind(named)]:
            return Kind(named)
    return None


def _is_money(number: _Number) -> bool:
    digits, size = number.digits, len(number.digits)
    if digits.startswith("0"):
        return False
    grouped = _GROUPED.fullmatch(number.typed) is not None
    if _UNIT.match(number.after):
        return grouped or size < 12
    if "-" in number.typed:
        return all(map(_GROUPED.fullmatch, number.typed.split("-")))
    zeros = size - len(digits.rstrip("0"))
    return zeros >= (3 if grouped or size < _WHOLE else 5) and (grouped or size < 12)


def _is_list(number: _Number) -> bool:
    """``lớp 7 8 9 10 11 12``: small numbers one after the other."""
    sizes = {len(group) for group in number.groups}
    return max(sizes) == 2 and not number.digits.startswith("0")
