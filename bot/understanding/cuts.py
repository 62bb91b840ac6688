"""Where a sentence that is long to hear could be two.

Best where both halves stand alone as they are. Where there is no such place, before a word that
joins: said as a suggestion, with the word that the second half then begins with.
"""

from collections.abc import Iterator

from bot.domain.patterns import Pattern
from bot.domain.values import dataclass

#: The fewest words on either side of a proposed cut.
_LEAST = 5

#: A sentence of more characters is a whole page: where to cut it once is not its trouble.
_LONGEST = 1_500

#: Where one sentence may end and another begin; whether both stand alone is looked at by itself.
_PAUSE = Pattern(r"[;,]\s+|\s+(?=(?:rồi|nhưng)\s)")

_SUBJECT = (
    "cô chú|bà con|anh chị|anh/chị|anh|chị|cô|chú|em|cháu|ai|mọi người|người|gia đình|hộ|học sinh"
    "|phụ huynh|học viên|phường|xã|khóm|ấp|phòng|thành phố|tỉnh|nhà nước|ngân hàng|bảo hiểm|hội|tổ"
    "|trường|trạm|cán bộ|bác sĩ|ủy ban|cơ sở|cơ quan|công ty|danh sách|kết quả|lịch|thời gian|mức"
    "|lãi suất|lãi|tiền|hồ sơ|đơn|quỹ|chương trình|lớp|quy định|thẻ|việc|đường|cống|điện|nước|xe"
    "|nhà"
)
_VERB = (
    "sẽ|đã|đang|vẫn|được|phải|cần|có|là|không|chưa|nên|đều|cũng|chỉ|mang|nộp|gặp|gọi|liên hệ|làm"
    "|nhận|trả|giúp|cho|lo|giữ|dán|đóng|đóng góp|đăng ký|xin|gửi|tới|đến|xem|báo|viết|ghi|còn|thu"
    "|giao dịch|tra cứu|xét|cấp|hỗ trợ|mở|sửa|thì"
)
#: Somebody or something, and what is done: so a sentence begins that needs none before it.
_BEGINS = Pattern(
    r"(?:(?:rồi|nhưng|còn|vì vậy|do đó|sau đó|tuy nhiên|lúc đó) )?"
    rf"(?P<subject>{_SUBJECT})\b(?: [\w/%.]+){{0,4}}? (?:{_VERB})\b"
)
#: What is said on a condition stands alone with what follows from it.
_IF = Pattern(r"(?:nếu|khi) [^;]* thì \w+ \w+")
_SAYS_SO = Pattern(rf"\b(?:{_VERB})\b")
#: A beginning that waits for the rest, unless the rest has come.
_WAITS = Pattern(
    r"(?:nếu|khi|để|vì|do|tuy|trong|từ|theo|về|riêng|sau|trước|trường hợp|đối với|ngoài|căn cứ|với"
    r"|ý kiến|kiến nghị|phản ánh|câu hỏi)\b"
)
_HAS_COME = Pattern(rf"(?:,| thì) (?!từ |trong |tại |ở |theo )(?:[\w/%.]+ ){{0,5}}(?:{_VERB})\b")
_LEFT_OPEN = Pattern(
    r"\b(?:là|và|hoặc|của|cho|với|tại|ở|để|các|những|gồm|như|theo|được|bị|không|nếu|khi|từ|đến"
    r"|về|trong|thì|mà|bằng|vì|do|nên|cùng|mỗi|một|thuộc)$"
)
_PLACES = frozenset({"phường", "xã", "khóm", "ấp", "đường", "tỉnh", "thành phố"})

#: What joins two halves, and with what the second begins once they are apart.
_JOINS = {
    "thì": "Lúc đó",
    "để": "Việc này để",
    "nên": "Vì vậy",
    "và": "",
    "hoặc": "Hoặc",
    "nếu": "Nếu",
    "khi": "Khi",
    "vì": "Vì",
    "nhưng": "Nhưng",
    "rồi": "Sau đó",
    ",": "",
    ";": "",
    ":": "",
}
_JOINT = Pattern(
    r"[,;]?\s+(?P<word>thì|để|nên|và|hoặc|nếu|khi|vì|nhưng|rồi)\s+|(?P<comma>[,;:])\s+"
)
#: What else is done, and what may be said without it: *mức tối đa 4 triệu đồng*.
_MORE = (
    "bị|kèm|mang theo|lấy|bảo đảm|giới thiệu|trả lời|khảo sát|lập|hẹn|kiểm tra|hướng dẫn|giải thích"
    "|tính|chuyển|khám|tự|vay|mua|tham gia|thông báo|biết|kết hợp|dọn|lật|đem|đưa|đứng tên|xuống"
    "|phát|dạy|mời|hỏi"
)
_NEARLY_SAYS = Pattern(rf"\b(?:{_VERB}|{_MORE})\b")
#: What a half begins with of which it is clear who does it.
_DOES = Pattern(
    rf"(?:{_VERB}|bị|kèm|mang theo|liên hệ|lấy|bảo đảm|giới thiệu|trả lời|khảo sát|lập|hẹn|kiểm tra"
    r"|hướng dẫn|giải thích|tính|chuyển|khám|ra|tự|vay|mua|tham gia|thông báo|biết|mức"
    r"|lãi suất|thời hạn|thời gian|kết hợp|dọn|lật)\b(?! (?:nhất|cả))"
)
_SO = Pattern(r"(?:được|bị|không|chưa|xét)\b")
_THEN = Pattern(r"\bthì\b")
_A_PAPER = Pattern(r"(?:đơn|giấy|bản|tờ|hồ sơ|căn cước|sổ|thẻ|việc làm)\b")
#: Behind these not even a suggestion makes a sentence: *là hộ nghèo nếu*, *từ … đến khi*.
_HELD = Pattern(
    r"\b(?:là|của|cho|với|tại|ở|các|những|gồm|như|theo|được|bị|từ|đến|tới|trong|mà|bằng"
    r"|mỗi|một|thuộc|kể|hơn|phải|cần|muốn|sẽ|đã|chỉ|còn|không|chưa|kể cả|nhất là|là để|và|hoặc)$"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """One sentence as two; ``is_sure`` if both stand alone as they are."""

    first: str
    rest: str
    is_sure: bool


def cut(sentence: str) -> Cut | None:
    """Where to cut it, near its middle; None where nothing can be proposed."""
    if len(sentence) > _LONGEST:
        return None
    return _nearest(sentence, _sure(sentence)) or _nearest(sentence, _perhaps(sentence))


def _nearest(sentence: str, found: Iterator[Cut]) -> Cut | None:
    whole = len(sentence.split())
    return min(found, key=lambda one: abs(2 * len(one.first.split()) - whole), default=None)


def _sure(sentence: str) -> Iterator[Cut]:
    for at in _PAUSE.finditer(sentence):
        first, rest = sentence[: at.start()], sentence[at.end() :]
        if _both_stand(first, rest):
            yield Cut(first.strip(" ,;:"), rest[0].upper() + rest[1:], is_sure=True)


def _perhaps(sentence: str) -> Iterator[Cut]:
    for at in _JOINT.finditer(sentence):
        first, rest = sentence[: at.start()], sentence[at.end() :]
        join = at["comma"] or at["word"]
        if _is_nearly_whole(first) and _may_follow(join, first.lower(), rest.lower()):
            begun = f"{_JOINS[join]} {rest}".strip()
            yield Cut(first.strip(" ,;:"), begun[0].upper() + begun[1:], is_sure=False)


def _is_nearly_whole(first: str) -> bool:
    """Something is said in it, and it is no condition that waits for what follows."""
    last = first.lower().rpartition(": ")[2]
    if len(first.split()) < _LEAST or first.count("(") > first.count(")") or _HELD.search(last):
        return False
    is_whole = _HAS_COME if _WAITS.match(last) else _NEARLY_SAYS
    return is_whole.search(last) is not None


def _may_follow(join: str, first: str, rest: str) -> bool:
    if len(rest.split()) < _LEAST:
        return False
    match join:
        case ";" | "vì":
            return True
        case ":":
            return _A_PAPER.match(rest) is None
        case "nếu" | "khi" | "nhưng" | "rồi":
            return _SAYS_SO.search(rest) is not None
        case "nên":  # not *nên mang*, which is advice
            return _begins(first, rest) or _SO.match(rest) is not None
        case "và" | "hoặc" | "," if _THEN.search(rest) and not _begins(first, rest):
            return False  # one more condition of what then follows
        case _:
            return _begins(first, rest) or _DOES.match(rest) is not None


def _both_stand(first: str, rest: str) -> bool:
    if min(len(first.split()), len(rest.split())) < _LEAST or first.count("(") > first.count(")"):
        return False
    return _stands(first.lower()) and _begins(first.lower(), rest.lower())


def _stands(first: str) -> bool:
    """Whether nothing is missing behind it."""
    last = first.rpartition(": ")[2]
    is_whole = _HAS_COME if _WAITS.match(last) else _SAYS_SO
    return is_whole.search(last) is not None and not _LEFT_OPEN.search(last)


def _begins(first: str, rest: str) -> bool:
    """Whether nothing is missing before it: it is no next member of a list, and no other half of a
    place."""
    if _IF.match(rest):
        return True
    begins, last = _BEGINS.match(rest), first.split()[-3:]
    if begins is None:
        return False
    subject = begins["subject"]
    if subject in _PLACES and not _PLACES.isdisjoint(last):
        return False
    return subject.split()[0] not in last
