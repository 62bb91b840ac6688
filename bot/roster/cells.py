"""Cells: what cannot be seen, formulas, and numbers that must not be kept."""

import re
import unicodedata
from functools import lru_cache

from bot.domain.unseen import UNSEEN
from bot.understanding.masking import LEFT_OUT, mask

_LETTERS = {ord("ð"): "đ", ord("Ð"): "Đ"}  # looks the same, is another letter
_BEFORE = " \t\r\n'\"`\u00a0"
_SIGNS = "=+-@\u2212"
#: A phone number, a sum, or a stroke for "none" begins with such a sign and is no formula.
_NUMBER = re.compile(r"[+\-\u2212]?[\d\s.()\-\u2212]*")
_CALL = re.compile(r"\|.*!")  # DDE: a program is called by what stands before the stroke

_LONGEST = 40
_ENOUGH = 8  #: digits that may be the number of a card
_LABEL = re.compile(
    r"[\s,;:()\-]*(?:\b(?:cccd|cmnd|cmt|cc|bhyt|số|so|mã|ma|thẻ|the|căn cước)\b[\s:.]*)*$",
    re.IGNORECASE,
)
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})


@lru_cache(maxsize=1 << 14)  # wards, categories and peoples repeat
def plain(cell: str) -> str:
    """``cell`` composed (NFC), without what cannot be seen, white space collapsed."""
    text = unicodedata.normalize("NFC", cell.translate(UNSEEN | _LETTERS))
    return " ".join(text.split()).removeprefix("'")


@lru_cache(maxsize=1 << 14)
def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would work something out, or call a program, instead of showing it."""
    text = unicodedata.normalize("NFKC", cell.translate(UNSEEN)).lstrip(_BEFORE)
    if text[:1] in tuple(_SIGNS):
        return not _NUMBER.fullmatch(text)
    return _CALL.search(text) is not None


def is_error(cell: str) -> bool:
    """Whether a spreadsheet says that it could not work something out."""
    return cell.strip().upper() in _ERRORS


def holds_an_id(cell: str) -> bool:
    """Whether the number of an identity card, health card or account stands in ``cell``."""
    return sum(map(str.isdigit, cell)) >= _ENOUGH and bool(mask(cell).left_out)


def without_ids(cell: str) -> str:
    """``cell`` without such numbers, and without the words that announce them."""
    kept = [_LABEL.sub("", part) for part in mask(cell).text.split(LEFT_OUT)]
    return plain(" ".join(filter(None, (one.strip(" ,;:()-") for one in kept))))


def shown(cell: str) -> str:
    """What of a cell may be repeated to people: no formula, no such number, not too much."""
    if is_formula(cell):
        return ""
    text = plain(mask(cell).text if holds_an_id(cell) else cell)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
