"""Phone numbers as lists have them: +84, dots, a zero that a spreadsheet took, "không có"."""

import re
import unicodedata

from bot.roster.cells import holds_an_id, plain, shown
from bot.roster.columns import Column
from bot.roster.notes import Notes, Why
from bot.understanding.folding import fold

#: Words in place of a number: "không có", "ko", "-", "mất máy"; or nothing but zeros.
_NONE = re.compile(r"\D*|0+")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?\s*e\s*\+?0*(\d{1,2})", re.IGNORECASE)
_MOBILE = re.compile(r"0[35789]\d{8}")
_FIXED = re.compile(r"02\d{9}")
_RUN = re.compile(r"(?:\(?\s*\+\s*84\s*\)?|\+)?[\d(][\d\s.()\-\u2013]*")
#: A letter O typed for a zero.
_WITH_O = re.compile(r"(?<![^\W\d_])[\doO][\doO .\-]{7,}[\doO](?![^\W\d_])")
_GROUPED = re.compile(r"\d{1,4}(?:,\d{2,4}){2,3}")  # 0900,000,301: one number, not three
_BETWEEN = re.compile(r"[,;/|\n]|\s[-–]\s|\bva\b|\bhoac\b")

#: Mobile numbers had eleven digits until 2018; then these beginnings were changed.
_OLD = {
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0126": "076",
    "0128": "078",
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0127": "081",
    "0129": "082",
    **{f"016{n}": f"03{n}" for n in range(2, 10)},
    "0186": "056",
    "0188": "058",
    "0199": "059",
}


def read_phone(cell: str, notes: Notes) -> str:
    """The number in a cell, ten digits or eleven of a landline; notes what was mended."""
    text = _spelt(cell)
    if not text:
        notes.add(Why.PHONE_EMPTY)
        return ""
    if _NONE.fullmatch(fold(text)):
        notes.mend(Column.PHONE, "", Why.PHONE_NONE, shown(cell))
        return ""
    if found := _SCIENTIFIC.fullmatch(text):
        return _scientific(cell, found, notes)
    parts = _parts(text)
    numbers = [one for part in parts if (one := _number(part))]
    if not numbers:
        notes.add(Why.ID_NUMBER if _is_an_id(text) else Why.PHONE_UNCLEAR, Column.PHONE)
        return ""
    if any(holds_an_id(part) and not _number(part) for part in parts):
        notes.add(Why.NUMBER_LEFT_OUT, Column.PHONE)
    number, why = numbers[0]
    if number != cell:
        notes.mend(Column.PHONE, number, Why.PHONE_SEVERAL if len(numbers) > 1 else why)
    return number


def _spelt(cell: str) -> str:
    """The cell without what a program or a slip put in place of digits."""
    text = re.sub(r"(?<=\d{8})\.0+$", "", unicodedata.normalize("NFKC", plain(cell)))
    if "o" in text.lower():
        text = _WITH_O.sub(lambda found: re.sub("[oO]", "0", found[0]), text)
    return text.replace(",", "") if _GROUPED.fullmatch(text) else text


def _scientific(cell: str, found: re.Match[str], notes: Notes) -> str:
    """9.00000306E+08 has all its digits; 9E+08 has lost them for good."""
    digits = found[1] + (found[2] or "")
    whole = len(digits) == int(found[3]) + 1
    number = _number(digits) if whole else None
    if number is None:
        notes.add(Why.PHONE_LOST, Column.PHONE, plain(cell))
        return ""
    notes.mend(Column.PHONE, number[0], Why.PHONE_SCIENTIFIC, plain(cell))
    return number[0]


def _is_an_id(text: str) -> bool:
    """In this column a number with a zero in front is a phone, until it is as long as a card's."""
    return holds_an_id(text) and not re.fullmatch(r"0\d{7,10}", re.sub(r"\D", "", text))


def _parts(text: str) -> list[str]:
    """The numbers in a cell, one after the other."""
    found = []
    for part in _BETWEEN.split(fold(text)):
        for run in _RUN.findall(part):
            found += _twins(run)
    return found


def _twins(run: str) -> list[str]:
    """Two numbers with nothing but a space, or a stroke, between them."""
    digits = re.sub(r"\D", "", run)
    cuts = ((digits[:at], digits[at:]) for at in (10, 11) if len(digits) in (at + 10, at + 11))
    both = (two for two in cuts if all(one[0] == "0" and _number(one) for one in two))
    return [*next(both, (run,))]


def _number(text: str) -> tuple[str, Why] | None:
    """A number as it is dialled here, and what had to be done for it."""
    digits = re.sub(r"\D", "", text)
    why = Why.PHONE_WRITTEN
    for abroad in ("0084", "84"):
        if digits.startswith(abroad) and len(digits) - len(abroad) in (9, 10, 11):
            digits, why = digits.removeprefix(abroad), Why.PHONE_ABROAD
            break
    if not digits.startswith("0"):
        digits, why = f"0{digits}", why if why is Why.PHONE_ABROAD else Why.PHONE_ZERO
    if len(digits) == 11 and digits[:4] in _OLD:
        digits, why = _OLD[digits[:4]] + digits[4:], Why.PHONE_OLD
    return (digits, why) if _MOBILE.fullmatch(digits) or _FIXED.fullmatch(digits) else None
