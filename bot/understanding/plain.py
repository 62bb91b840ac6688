"""Is an answer plain enough to be heard once? Advice with its reasons; nobody is kept from sending.

The measures are those of the ward's loudspeaker: one thing a sentence, at most ninety words, whom
to see, where, with which papers, when, and a number to call.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from bot.understanding.folding import fold

#: Words that an answer, and one of its sentences, is advised to stay under.
WORDS, SENTENCE = 90, 20

#: How many long sentences, and how many words of the office, are told at once.
_TOLD = 3

#: The fewest words on either side of a proposed cut.
_LEAST = 5


class Point(StrEnum):
    """What the listener to an answer needs in order to act on it."""

    WHO = "who"
    WHERE = "where"
    PAPERS = "papers"
    WHEN = "when"
    PHONE = "phone"


_SAYS: dict[Point, re.Pattern[str]] = {
    Point.WHO: re.compile(
        r"\b(?:gap|lien he|hoi|bao|nop cho|nho|goi cho|can bo|truong khom|truong ban|to truong"
        r"|nhan vien|chi hoi|hoi dong|bac si|y si|cong an)\b"
    ),
    Point.WHERE: re.compile(
        r"\b(?:tai|o|den|toi|qua|bo phan mot cua|tram y te|tru so|nha van hoa)\b"
        r" (?:\w+ ){0,3}?(?:phuong|xa|khom|ap|cua|tram|truong|ngan hang|phong|bao hiem|benh vien"
        r"|trung tam|nha|to|ban|hoi|uy ban)\b"
    ),
    Point.PAPERS: re.compile(
        r"\b(?:giay|don|to khai|ban sao|can cuoc|ho so|mau|hop dong|bien ban|so ho|khai sinh"
        r"|chung tu|khong can giay|(?:mang|dem|cam)(?: theo)? (?:so|the))\b"
    ),
    Point.WHEN: re.compile(
        r"\b(?:ngay|thang|quy|nam|tuan|gio|buoi|truoc|bat cu luc nao|hom nay|khi nao|lan)\b"
    ),
    Point.PHONE: re.compile(r"\b0\d[\d .]{7,11}\d\b|\b11[1-5]\b|\b1[89]00\b"),
}

_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")

#: Where one sentence may end and another begin; whether both stand alone is looked at by itself.
_PAUSE = re.compile(r"[;,]\s+|\s+(?=(?:rồi|nhưng)\s)")

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
_BEGINS = re.compile(
    r"(?:(?:rồi|nhưng|còn|vì vậy|do đó|sau đó|tuy nhiên|lúc đó) )?"
    rf"(?P<subject>{_SUBJECT})\b(?: [\w/%.]+){{0,4}}? (?:{_VERB})\b"
)
#: What is said on a condition stands alone with what follows from it.
_IF = re.compile(r"(?:nếu|khi) [^;]* thì \w+ \w+")
_SAYS_SO = re.compile(rf"\b(?:{_VERB})\b")
#: A beginning that waits for the rest, unless the rest has come.
_WAITS = re.compile(
    r"(?:nếu|khi|để|vì|do|tuy|trong|từ|theo|về|riêng|sau|trước|trường hợp|đối với|ngoài|căn cứ|với"
    r"|ý kiến|kiến nghị|phản ánh|câu hỏi)\b"
)
_HAS_COME = re.compile(rf"(?:,| thì) (?!từ |trong |tại |ở |theo )(?:[\w/%.]+ ){{0,5}}(?:{_VERB})\b")
_LEFT_OPEN = re.compile(
    r"\b(?:là|và|hoặc|của|cho|với|tại|ở|để|các|những|gồm|như|theo|được|bị|không|nếu|khi|từ|đến"
    r"|về|trong|thì|mà|bằng|vì|do|nên|cùng|mỗi|một|thuộc)$"
)
_PLACES = frozenset({"phường", "xã", "khóm", "ấp", "đường", "tỉnh", "thành phố"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LongSentence:
    """A sentence that is long to hear, and where it could be two: without a pause it stays one."""

    words: int
    first: str
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What could be plainer in an answer."""

    words: int
    missing: tuple[Point, ...]
    long: tuple[LongSentence, ...]
    jargon: tuple[tuple[str, str], ...]  #: a word of the office, and a plain one for it

    @property
    def is_long(self) -> bool:
        """Whether it takes a reader, or a listener, more than a minute."""
        return self.words > WORDS


def advice(text: str) -> Advice:
    """Everything that could be plainer, in the order of the text."""
    folded = fold(text)
    return Advice(
        words=len(text.split()),
        missing=tuple(one for one, says in _SAYS.items() if not says.search(folded)),
        long=tuple(_long(text))[:_TOLD],
        jargon=tuple(_of_the_office(text.lower()))[:_TOLD],
    )


def _long(text: str) -> Iterator[LongSentence]:
    for sentence in _ENDS.split(text.strip()):
        many = len(sentence.split())
        if many > SENTENCE:
            yield LongSentence(words=many, **_cut(sentence.rstrip(".!?… ")))


def _cut(sentence: str) -> dict[str, str]:
    """Two sentences that each stand alone, cut near the middle; one where there is no such place:
    a bad cut is worse than a long sentence."""
    whole = len(sentence.split())
    halves = [(sentence[: at.start()], sentence[at.end() :]) for at in _PAUSE.finditer(sentence)]
    found = [one for one in halves if _both_stand(*one)]
    if not found:
        return {"first": sentence}
    first, rest = min(found, key=lambda one: abs(2 * len(one[0].split()) - whole))
    return {"first": first.strip(" ,;:"), "rest": rest[0].upper() + rest[1:]}


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


def _of_the_office(text: str) -> Iterator[tuple[str, str]]:
    """The longest first; what is part of one that was told is not told again."""
    for term, (find, plain) in _jargon().items():
        text, many = find.subn("", text)
        if many:
            yield term, plain


@cache
def _jargon() -> dict[str, tuple[re.Pattern[str], str]]:
    """The office's words with plain ones, from ``jargon.tsv``."""
    table = files("bot.understanding").joinpath("jargon.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]
    lines.sort(key=lambda line: -len(line[0]))
    return {term: (re.compile(rf"\b{re.escape(term)}\b"), plain) for term, plain in lines}
