"""The peoples of Việt Nam, as lists write them. The names are those of the statistics office."""

import re
from functools import lru_cache

from bot.roster.cells import plain, shown
from bot.roster.columns import Column
from bot.roster.notes import Notes, Why
from bot.understanding.folding import fold

_PEOPLES = re.split(
    ", ",
    "Kinh, Khmer, Hoa, Chăm, Tày, Thái, Mường, Nùng, Mông, Dao, Gia Rai, Ê Đê, Ba Na, Sán Chay, "
    "Cơ Ho, Xơ Đăng, Sán Dìu, Hrê, Ra Glai, Mnông, Thổ, Xtiêng, Khơ Mú, Bru - Vân Kiều, Cơ Tu, "
    "Giáy, Tà Ôi, Mạ, Gié Triêng, Co, Chơ Ro, Xinh Mun, Hà Nhì, Chu Ru, Lào, La Chí, Kháng, "
    "Phù Lá, La Hủ, La Ha, Pà Thẻn, Lự, Ngái, Chứt, Lô Lô, Mảng, Cơ Lao, Bố Y, Cống, Si La, "
    "Pu Péo, Rơ Măm, Brâu, Ơ Đu",
)
_BEFORE = re.compile(r"^(?:dan toc|dtoc|dt|nguoi)\s+")
#: Other names of the two that live in the delta, and of the majority.
_OTHERWISE = (
    (re.compile(r"kh?o?me?r?e?(?:krom|crom|nambo)?|kh?|mien|khmeer"), "Khmer"),
    (re.compile(r"viet|nguoikinh|kinhviet"), "Kinh"),
    (re.compile(r"han|tau|trieuchau|tieu|hoakieu|trunghoa|goc?hoa"), "Hoa"),
    (re.compile(r"cham|champa|chiem"), "Chăm"),
)


def read_ethnicity(cell: str, notes: Notes) -> str:
    """The people in a cell, as the statistics office writes it; empty where nobody wrote it."""
    text = plain(cell)
    if not text:
        return ""
    found = people_in(text)
    if not found:
        notes.add(Why.ETHNICITY_UNKNOWN, Column.ETHNICITY, shown(cell))
    elif text != found:
        notes.respell(Column.ETHNICITY, cell, found)
    return found


@lru_cache(maxsize=1 << 10)
def people_in(text: str) -> str:
    letters = re.sub(r"[^a-z]", "", _BEFORE.sub("", fold(text)))
    same = (one for one in _PEOPLES if re.sub(r"[^a-z]", "", fold(one)) == letters)
    other = (name for pattern, name in _OTHERWISE if pattern.fullmatch(letters))
    return next(same, "") or next(other, "")
