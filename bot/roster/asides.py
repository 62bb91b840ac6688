"""Rows that are no households: totals, place and date, who signs, notes."""

import re
from collections.abc import Sequence

from bot.roster.columns import tidy
from bot.understanding.folding import fold

#: Folded. A name may begin with a word of these, never with such a row's whole beginning.
_END = re.compile(
    r"(?:tong (?:cong|so)|cong|tong)\s*(?:[:(\-]|\d|$).*|tong (?:cong|so)\b.*"
    r"|cong (?:(?:khom|ap|phuong|xa|trang|muc)\b|[pk]\.?\s?\d).*|bang chu\b.*"
    r"|cong hoa xa hoi.*|doc lap.*"
    r"|(?:danh sach (?:nay )?(?:co|gom)|an dinh)\b.*"
    r"|(?:nguoi (?:lap|tong hop|kiem tra|duyet)|lap (?:bang|bieu|danh sach)|xac nhan|phe duyet"
    r"|can bo (?:lap|phu trach|theo doi|tong hop|giam ngheo)|(?:ky )?duyet$"
    r"|\(?ky[,)]|\(?ky (?:ten|ghi|va|dong)|t ?/? ?m\b|kt\b"
    r"|q?\.? ?chu tich|pho chu tich|thu truong|lanh dao|noi nhan|thu ky$"
    r"|ke toan|uy ban|ubnd|dai dien (?:uy ban|ubnd|don vi|lanh dao|khom|ap)"
    r"|truong (?:khom|ap|ban nhan dan|phong)\b|ban nhan dan (?:khom|ap)).*"
    r"|.*\bngay\b.*\bthang\b.*|.*\bngay\s*(?:\d{1,2}\s*[/.\-]|\.\.|…).*"
)
_NUMBER = re.compile(r"[\d.,\s%]+(?:hộ|người|khẩu)?", re.IGNORECASE)
_REMARK = re.compile(
    r"(?:ghi chu|luu y|chu thich|chu y|nguon|can cu|kem theo|trang \d)\b.*|\*.+|\(.*\)"
)


def is_end(cells: Sequence[str], name: str, *, has_facts: bool) -> bool:
    """Whether a list is counted or signed here; ``has_facts``: a phone or a category is given."""
    filled = [cell for cell in cells if cell.strip()]
    words = (cell for cell in filled if not _NUMBER.fullmatch(cell))
    first = next(words, "")
    if _ends(first) and all(map(_ends, words)):
        return True
    return not has_facts and (_ends(filled[0]) or _ends(name))


def _ends(cell: str) -> bool:
    return _END.fullmatch(fold(tidy(cell))) is not None


def is_remark(cells: Sequence[str]) -> bool:
    """Whether a row is a note on the list, or the number of a page, and nothing else."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) == 1 and _REMARK.fullmatch(fold(tidy(filled[0]))) is not None
