"""What must not be told of a person in an answer that everybody hears: a gate, with its reasons.

Whom an answer names as somebody to go to may be named, and an office's number may be given. Whether
a name is a resident's is asked of the lists by whoever calls this.
"""

import re
from collections.abc import Collection, Iterator
from enum import StrEnum

from bot.domain.values import dataclass
from bot.understanding import illness, masking
from bot.understanding.folding import fold
from bot.understanding.mentions import TITLE, WORD, Named, before, is_bare, is_to_go_to, names_in


class Kind(StrEnum):
    """What is told of a person."""

    ASKER = "asker"  #: the asker's name
    NAME = "name"  #: of somebody on the ward's list
    PHONE = "phone"
    NUMBER = "number"  #: an identity or health card, an account: it was left out, a gap is there
    HOUSE = "house"  #: the number of a house where people live
    ILLNESS = "illness"


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing that is told, in the words of the answer."""

    kind: Kind
    words: str


#: Whose a mobile number is, in the same sentence: of somebody who works for people. To be told to
#: call it, or that it is a phone, says nothing about whose it is.
_OFFICE = (
    "cán bộ|công chức|chuyên viên|nhân viên|phụ trách|đồng chí|khóm trưởng|ấp trưởng|trưởng khóm"
    "|trưởng ấp|trưởng ban|trưởng phòng|trưởng trạm|tổ trưởng|chi hội trưởng|bí thư|chủ tịch"
    "|phó trưởng|giám đốc|bác sĩ|y sĩ|điều dưỡng|dược sĩ|cô giáo|thầy giáo|hiệu trưởng"
    "|đường dây nóng|hotline|tổng đài|số trực|trực ban|người trực|văn phòng|bộ phận|ubnd|ủy ban"
    "|uỷ ban|ngân hàng|bảo hiểm xã hội|bhxh|công an|trạm y tế|trạm thú y|thú y|trung tâm|điện lực"
    "|hội phụ nữ|hội nông dân|hội chữ thập đỏ|phòng lao động|phòng y tế|phòng kinh tế"
    "|phòng giáo dục"
    "|phòng giao dịch|số của phường|số của xã|zalo phường|zalo xã|zalo khóm|zalo ấp"
)
#: Before a number: it belongs to the person spoken of, or they gave it.
_PRIVATE = (
    "chủ hộ|hàng xóm|người nhà|gia đình|con trai|con gái|con dâu|con rể|con ruột|cháu nội"
    "|cháu ngoại"
    "|chồng|vợ|mẹ|cha|người xin|người hỏi|người gửi|người dân"
    rf"|(?:hộ|nhà|của|số|máy) (?:{TITLE})"
    rf"|(?:gọi|liên hệ|báo|nhắn|điện|hỏi)(?: lại| thoại| tin)?(?: cho| tới| đến| với)? (?:{TITLE})"
)
_ITS = rf"(?:(?:{TITLE}) )?(?:{WORD}[ ,–-]+){{0,4}}(?:là )?(?:{_OFFICE})\b"
#: Right behind a number: ``0987 654 321 (chị Hoa, cán bộ phường)``; or behind a comma, where it may
#: as well be what an office does next.
_ITS_OFFICE = re.compile(rf"\s*(?:\(\s*|gặp ){_ITS}")
_PERHAPS_ITS_OFFICE = re.compile(rf"\s*(?:[,–-]\s*|là ){_ITS}")
_HOUSE = r"\b(?:căn )?nhà (?:(?:ở|tại) )?số \d[\w/]*|\bsố nhà \d[\w/]*"
#: Right before such a number: it is that of an office, unless somebody goes there.
_OFFICE_BEFORE = (
    r"\b(?:trụ sở|ubnd|ủy ban|uỷ ban|ngân hàng|bảo hiểm xã hội|trạm y tế|trung tâm|văn phòng"
    r"|phòng giao dịch|công an|trường|nhà văn hóa)"
    r"(?: (?!đã |tới |đến |sẽ |vào |xuống |lại )\w+){0,4}[,:]? (?:ở |tại )?$"
)
_MOBILE = re.compile(r"(?:84|0)[35789]\d{8}")


def asker_in(text: str, name: str) -> str:
    """How the asker is named in a text: in full, or with a title; empty if they are not.

    ``Cô Lan`` where the asker is called Thạch Thị Lan; not ``gặp cô Lan``, who works there.
    """
    if len(name.split()) > 1 and (found := _in_full(text, name)):
        return found
    called = _called(name, no_marks=is_bare(text))
    for one in re.finditer(called, text, re.IGNORECASE) if called else ():
        its_own = one[0].split()[-1]
        if its_own[0].isupper() and not is_to_go_to(before(text, one.start())):
            return one[0]
    return ""


def _called(name: str, *, no_marks: bool) -> str:
    """The pattern of a title with the given name; empty for somebody without a name."""
    given = name.split()[-1] if name.split() else ""
    titles, wanted = (fold(TITLE), fold(given)) if no_marks else (TITLE, given)
    return rf"\b(?:{titles}) {re.escape(wanted)}(?!\w)" if given else ""


def _in_full(text: str, name: str) -> str:
    found = re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", fold(text))
    return name if found else ""


def in_words(text: str, known: str, asked: str) -> list[Leak]:
    """Phones of people, numbers that were left out, illnesses; by the words alone.

    ``known`` holds the numbers that are everybody's (the contact, the hotlines); ``asked`` are the
    words of the question: a phone that its asker wrote there is theirs.
    """
    found = [Leak(Kind.PHONE, one) for one in _phones(text, _digits(known), _digits(asked))]
    if masking.LEFT_OUT in text:
        found.append(Leak(Kind.NUMBER, masking.LEFT_OUT))
    found += [Leak(Kind.HOUSE, one) for one in _houses(text)]
    names = [one.name for one in names_in(text)]
    return found + [Leak(Kind.ILLNESS, one) for one in illness.told(text, names)]


def _houses(text: str) -> Iterator[str]:
    """Numbers of houses, but that of an office: *UBND phường, số nhà 12*."""
    house, office = _HOUSE, _OFFICE_BEFORE
    if is_bare(text):
        house, office = fold(_HOUSE), fold(_OFFICE_BEFORE)
    for found in re.finditer(house, text, re.IGNORECASE):
        if not re.search(office, before(text, found.start())):
            yield found[0]


def _phones(text: str, known: str, asked: str) -> Iterator[str]:
    for start, end in masking.phones(text):
        digits = _digits(text[start:end])
        if digits in known and digits not in asked:
            continue
        is_mobile = _MOBILE.fullmatch(digits) is not None
        if digits in asked or (is_mobile and not _is_an_office(text, start, end)):
            yield text[start:end]


def _is_an_office(text: str, start: int, end: int) -> bool:
    """Whether a mobile number is said to belong to an official, and to nobody else since."""
    up_to, after = before(text, start), text[end : end + 60]
    no_marks = is_bare(up_to)
    last = {False: -1, True: -1}
    for is_office, words in ((True, _OFFICE), (False, _PRIVATE)):
        pattern = fold(words) if no_marks else words
        found = [one.end() for one in re.finditer(rf"\b(?:{pattern})\b", up_to)]
        last[is_office] = max(found, default=-1)
    if last[True] > last[False] or _ITS_OFFICE.match(after):
        return True
    return last[False] < 0 and _PERHAPS_ITS_OFFICE.match(after) is not None


def _digits(text: str) -> str:
    """Its numbers; what is not part of one stands between them, so that none run together."""
    return re.sub(r"(?<=\d)[ .\-](?=\d)", "", text)


def told(names: Collection[Named], listed: Collection[str]) -> list[Leak]:
    """Names that stand on the ward's list, unless as somebody to go to."""
    return [Leak(Kind.NAME, one.name) for one in names if one.name in listed and not one.to_go_to]
