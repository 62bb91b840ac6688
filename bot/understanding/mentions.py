"""Who is named in an answer, and whether as somebody to go to: an official, a doctor, a contact.

What carries the name of somebody (a street, a school, a pond) is nobody.
"""

import re
from collections.abc import Iterator
from itertools import chain

from bot.domain.patterns import Pattern
from bot.domain.values import dataclass
from bot.understanding.folding import fold
from bot.understanding.illness import CAPITALS

TITLE = "cô|chú|anh|chị|bà|ông|em|dì|cậu|cháu|bác|thím|mợ|dượng|cụ|má|ba"
WORD = rf"[{CAPITALS}][^\W\d_]*"

#: The family names of nearly everybody in the Mekong delta: Việt, Khmer and Hoa.
_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương"
    "|Mai|Đào|Tô|Tạ|Hà|Cao|Lưu|Lương|Thái|Châu|Tăng|Quách|Văn|Diệp|Kim|Thạch|Sơn|Danh|Kiên|Lâm|Trầm"
    "|Ong|Liêu|Mã|Tiêu|Từ|Phùng|Vương|Bành|Hứa|Giang|Nhan|Triệu|Thân|Tống|Nghiêm|Chung|Chau|Neáng"
)
_NAME = Pattern(rf"(?<!\w)(?:{_FAMILY})(?: {WORD}){{1,4}}(?!\w)")
#: Without marks a family's name is often another word: what stands in the middle tells it is one.
_UNMARKED = Pattern(
    rf"(?<!\w)(?:{fold(_FAMILY)}) (?:thi|van)(?: [a-z]+)(?: (?-i:[A-Z])[a-z]*){{0,2}}(?!\w)",
    re.IGNORECASE,
)
#: A family, *Thị* or *Văn*, and what is given: surely a name, with capitals and without. Without
#: marks only of families that are no other word; without capitals one word is given, two where
#: Khmer families give two.
_WITH_MIDDLE = Pattern(
    rf"(?<!\w)(?:{_FAMILY}|{'|'.join(fold(one).capitalize() for one in _FAMILY.split('|'))})"
    rf" (?:Thị|Thi|Văn|Van)(?: {WORD}){{1,3}}(?!\w)"
)
_OVER = (
    "ở|khóm|ấp|nhà|xin|hỏi|muốn|phường|xã|có|cho|được|bị|tại|là|với|và|đang|ạ|vay"
    "|o|khom|ap|nha|hoi|muon|phuong|xa|co|duoc|bi|tai|la|voi|va|dang|thi|thì"
)
_GIVEN = rf" (?!(?:{_OVER})\b)[^\W\d_]+"
_MIDDLE_SMALL = Pattern(
    rf"(?<!\w)(?:(?:thạch|sơn|kim|kiên|danh|lâm|thach) (?:thị|văn|thi|van){_GIVEN}(?:{_GIVEN})?"
    rf"|(?:{_FAMILY}) (?:thị|văn){_GIVEN}"
    rf"|(?:nguyen|tran|pham|huynh|phan|bui|dinh|trinh|luu|ngo|quach|diep) (?:thi|van){_GIVEN})"
    r"(?!\w)",
    re.IGNORECASE,
)
#: A title and a name of two words or more, which need not be a family's: ``bà Tư Lành``. One word
#: (``chị Sáu``) is said of too many. A title with a capital inside a sentence is part of a name.
_TITLED = Pattern(
    rf"(?<!\w)(?:{TITLE}|{'|'.join(one.capitalize() for one in TITLE.split('|'))})"
    rf" (?!(?:Hội|Đoàn|Phòng|Ban|Tổ|Chi|Ủy|Uỷ|UBND|Trạm|Trung Tâm|Ngân|Bảo|Công An|Mặt)\b)"
    rf"(?:{WORD} )?{WORD}(?: {WORD})+"
)
#: What carries the name of somebody without being them, right before the name.
_PLACE = Pattern(
    r"\b(?:đường|phố|hẻm|chợ|cầu|chùa|trường|tiểu học|trung học|trung học cơ sở|trung học phổ thông"
    r"|thcs|thpt|mầm non|mẫu giáo|phường|xã|ấp|khóm|bệnh viện|công ty|tiệm|quỹ|giải|ao|miếu|đền|vía"
    r"|rạch|kinh|kênh|số \d[\d/a-z-]*,?)(?: tên)? $"
)
#: Before a name or a number: it is somebody to go to, or a number to call.
_GO_TO = (
    "gặp|liên hệ|gọi|hỏi|nhờ|cán bộ|khóm trưởng|trưởng|tổ trưởng|chủ tịch|phó|giám đốc|bác sĩ|y sĩ"
    "|cô giáo|thầy|đồng chí|nhân viên|phụ trách|đường dây nóng|zalo|trực|sđt|điện thoại|tổng đài"
    "|văn phòng|số máy|thú y"
)
#: Before a name: of somebody in office, whom nobody is sent to.
_IN_OFFICE = Pattern(r"\b(?:thủ tướng|bộ trưởng|bí thư|công an(?: viên)?|đại biểu)(?: \w+)? $")
_POST = (
    r"[ ,(\-]*(?:là )?(?:cán bộ|trưởng|phó|tổ trưởng|khóm trưởng|chủ tịch|bác sĩ|y sĩ|phụ trách)\b"
)
#: Behind a name: what somebody does who works for people.
_SERVES = Pattern(
    r" (?:sẽ )?(?:tiếp dân|tiếp bà con|trực|hướng dẫn|thu|giải thích|khám|dạy"
    r"|(?:nhận|giữ|ghi|phát)(?: \w+)? (?:hồ sơ|đơn|giấy|danh sách|đăng ký|tên))\b"
)
_SENTENCE = Pattern(r"[.!?…]\s|\n")


@dataclass(frozen=True, slots=True)
class Named:
    """A full name that stands in a text; ``to_go_to``: as somebody whom one sees or calls."""

    name: str
    to_go_to: bool


def names_in(text: str) -> tuple[Named, ...]:
    """The full names of people in a text; streets, schools and markets are not people."""
    return tuple(
        Named(found[0], _is_in_office(text, found))
        for found in chain(_NAME.finditer(text), _UNMARKED.finditer(text))
        if not _PLACE.search(before(text, found.start()))
    )


def told_of(text: str) -> list[str]:
    """People who are named and seem to be nobody to go to, by title or by a full name.

    Advice, not a gate: the words do not say whether somebody agreed to be named, such as the farmer
    from whom others may learn, or works for an office that is not written beside the name.
    """
    found = sorted(
        chain(_TITLED.finditer(text), _NAME.finditer(text), _UNMARKED.finditer(text)),
        key=lambda one: one.start(),
    )
    return list(dict.fromkeys(_apart(text, found)))


def people_in(text: str) -> list[str]:
    """People who are named for sure, without their titles: whoever is called *bà*, *ông*, *chị* by
    two words or more, or in full. Not who is in office, nor streets and schools.
    """
    titled = [one for one in told_of(text) if re.match(rf"(?:{TITLE}) ", one, re.IGNORECASE)]
    return [*(one.partition(" ")[2] for one in titled), *_in_full(text)]


def _in_full(text: str) -> Iterator[str]:
    """Names with *Thị* or *Văn* in the midst, however they are typed."""
    typed = list(_WITH_MIDDLE.finditer(text))
    ends = {place for one in typed for place in range(*one.span())}
    small = (one for one in _MIDDLE_SMALL.finditer(text) if one.start() not in ends)
    for found in chain(typed, small):
        if not (_PLACE.search(before(text, found.start())) or _is_in_office(text, found)):
            yield found[0]


def _apart(text: str, found: list[re.Match[str]]) -> Iterator[str]:
    """Each of them once: a full name behind a title is part of what was found already."""
    end = 0
    for one in found:
        if one.start() < end:
            continue
        end = one.end()
        up_to = before(text, one.start())
        is_inside = one[0][0].isupper() and up_to.strip() and _TITLED.has_found(one)
        if not (is_inside or _PLACE.search(up_to) or _is_in_office(text, one)):
            yield one[0]


def _is_in_office(text: str, found: re.Match[str]) -> bool:
    up_to, after = before(text, found.start()), text[found.end() : found.end() + 30].lower()
    if is_to_go_to(up_to) or _IN_OFFICE.search(up_to):
        return True
    return bool(re.match(_POST, after) or _SERVES.match(after))


def before(text: str, start: int) -> str:
    """The sentence up to a place, in lower case; ends with a blank."""
    return f"{' '.join(_SENTENCE.split(text[:start])[-1].lower().split())} "


def is_to_go_to(words: str) -> bool:
    """Whether the words before a name send people there.

    Read with marks, for nhờ is not nhỏ; without where the writer used none.
    """
    wanted = fold(_GO_TO) if is_bare(words) else _GO_TO
    return re.search(rf"\b(?:{wanted})\b", words) is not None


def is_bare(text: str) -> bool:
    """Whether nothing in it bears a mark."""
    return fold(text) == " ".join(text.lower().split())
