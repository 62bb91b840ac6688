"""Who of a household a row is: lists of poor households often hold everybody who lives there."""

import re

from bot.understanding.folding import fold

#: What is written beside them where the list has crosses instead.
HEAD, MEMBER = "Chủ hộ", "Thành viên"

#: Beside whoever heads the household. Forms of the yearly review have numbers: 1 is the head.
_MEMBER = re.compile(
    r"(?:vo|chong|con|chau|cha|ba|bo|me|ma|ong|anh|chi|em|dau|re|cu|chat|di|cau|co|chu|bac|thim"
    r"|duong|nguoi|thanh vien|khac|o nho|o cung)(?: .*)?|[2-9]|\d\d"
)
_HEAD = re.compile(r"(?:la )?(?:chu(?: ho)?|ch|dai dien.*|ban than|1)")


def is_member(relation: str) -> bool:
    """Whether somebody lives in the household of whoever stands above them."""
    text = re.sub(r"[^a-z0-9]+", " ", fold(relation)).strip()
    return _HEAD.fullmatch(text) is None and _MEMBER.fullmatch(text) is not None
