"""Is an answer plain enough to be heard once? Advice with its reasons; nobody is kept from sending.

The measures are those of the ward's loudspeaker: one thing a sentence, at most ninety words, whom
to see, where, with which papers, when, and a number to call.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files

from bot.domain.values import dataclass
from bot.understanding import cuts
from bot.understanding.folding import fold
from bot.understanding.mentions import is_bare

#: Words that an answer, and one of its sentences, is advised to stay under.
WORDS, SENTENCE = 90, 20

#: How many words of the office are told at once.
_TOLD = 3


_CAPITALS = re.compile(r"(?<![\w/\-])[A-ZĐ]{2,}(?:[&\-][A-ZĐ]+)*(?![\w/\-])")
_ROMAN = re.compile(r"[IVX]+$")
#: Short forms that everybody reads out as what they stand for.
_READ_ALOUD = frozenset({"UBND", "TP", "HIV", "ATM", "SMS", "OTP", "SIM", "TV"})


class Point(StrEnum):
    """What the listener to an answer needs in order to act on it."""

    WHO = "who"
    WHERE = "where"
    PAPERS = "papers"
    WHEN = "when"
    PHONE = "phone"


#: With their marks, for *bảo hiểm* is not *báo* and *xã hội* not *hỏi*.
_SAYS = {
    Point.WHO: (
        r"\b(?:gặp|liên hệ|(?<!câu )hỏi|(?<!thông )báo(?! cáo)|nộp cho|nhờ|gọi cho|tổng đài"
        r"|cán bộ|công chức|trưởng khóm|trưởng ấp|khóm trưởng|trưởng ban|tổ trưởng|chủ tịch"
        r"|nhân viên|chi hội|hội đồng|bác sĩ|y sĩ|công an|bộ phận một cửa|đăng ký với"
        r"|(?:qua|vào|gia nhập) tổ)\b|\bnộp (?:[\w,]+ ){0,12}?cho \w|\b11[1-5]\b"
    ),
    Point.WHERE: (
        r"\b(?:tại|ở|đến|tới|qua|ra|lên|bộ phận một cửa|trạm y tế|trụ sở|nhà văn hóa|hội trường)\b"
        r" (?:\w+ ){0,3}?(?:phường|xã|khóm|ấp|cửa|trạm|trường|ngân hàng|phòng|bảo hiểm|bệnh viện"
        r"|trung tâm|nhà|tổ|ban|hội|ủy ban|ubnd|điểm giao dịch|chùa)\b"
    ),
    Point.PAPERS: (
        r"\b(?:giấy|đơn(?! vị| giản| giá| thân)|tờ khai|bản sao|căn cước|hồ sơ|mẫu(?! giáo)"
        r"|hợp đồng|biên bản|sổ hộ|khai sinh|chứng từ|(?:mang|đem|cầm)(?: theo)? (?:sổ|thẻ))\b"
    ),
    Point.WHEN: (
        r"\b(?:ngày|tháng|quý(?! vị)|năm(?! (?:triệu|trăm|nghìn|ngàn|người|hộ))|tuần|giờ|buổi"
        r"|sáng|trưa|chiều|tối(?! đa| thiểu)|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|ngày mai"
        r"|trước(?! đây)|bất cứ lúc nào|hôm nay|khi nào|lần)\b"
    ),
    Point.PHONE: r"\b0\d[\d .]{7,11}\d\b|\b11[1-5]\b|\b1[89]00(?:[ .]?\d{2,4}){0,3}\b",
}
_WITH_MARKS = {point: re.compile(says) for point, says in _SAYS.items()}
_WITHOUT = {point: re.compile(fold(says)) for point, says in _SAYS.items()}

#: A sum a month says nothing of when.
_RATE = re.compile(
    r"(?:đồng|đ|%|nghìn|ngàn|triệu|dong|nghin|ngan|trieu) ?(?:/|một|mỗi|mot|moi) ?"
    r"(?:tháng|năm|ngày|thang|nam|ngay)\b"
)

_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LongSentence:
    """A sentence that is long to hear, and where it could be two, if anywhere."""

    words: int
    first: str
    rest: str = ""
    is_sure: bool = False  #: both halves stand alone as they are; otherwise it is a suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What could be plainer in an answer."""

    words: int
    missing: tuple[Point, ...]
    long: tuple[LongSentence, ...]
    jargon: tuple[tuple[str, str], ...]  #: a word of the office, and a plain one for it
    short: tuple[str, ...] = ()  #: short forms of which no long one is known here

    @property
    def is_long(self) -> bool:
        """Whether it takes a reader, or a listener, more than a minute."""
        return self.words > WORDS


def advice(text: str) -> Advice:
    """Everything that could be plainer, in the order of the text."""
    return Advice(
        words=len(text.split()),
        missing=tuple(_missing(unicodedata.normalize("NFC", text).lower())),
        long=tuple(_long(text)),
        jargon=tuple(_of_the_office(text))[:_TOLD],
        short=tuple(dict.fromkeys(_short(text)))[:_TOLD],
    )


def _missing(text: str) -> Iterator[Point]:
    """What is not said; marks count, unless the writer used none."""
    said = _RATE.sub(" ", text)
    says = _WITHOUT if is_bare(text) else _WITH_MARKS
    return (point for point, pattern in says.items() if not pattern.search(said))


def _long(text: str) -> Iterator[LongSentence]:
    for sentence in _ENDS.split(text.strip()):
        many = len(sentence.split())
        if many > SENTENCE:
            yield _cut(sentence.rstrip(".!?… "), many)


def _cut(sentence: str, many: int) -> LongSentence:
    cut = cuts.cut(sentence)
    if cut is None:
        return LongSentence(words=many, first=sentence)
    return LongSentence(words=many, first=cut.first, rest=cut.rest, is_sure=cut.is_sure)


def _of_the_office(text: str) -> Iterator[tuple[str, str]]:
    """The longest first; what is part of one that was told is not told again."""
    for find, plain in _jargon().values():
        if found := find.search(text):
            text = find.sub(" ", text)
            yield found[0], plain


def _short(text: str) -> Iterator[str]:
    """Words of capitals alone; a text in capitals has none that stand out."""
    if text.isupper():
        return
    for found in _CAPITALS.findall(text):
        if found.lower() not in _jargon() and found not in _READ_ALOUD and not _ROMAN.match(found):
            yield found


@cache
def _jargon() -> dict[str, tuple[re.Pattern[str], str]]:
    """The office's words with plain ones, from ``jargon.tsv``."""
    table = files("bot.understanding").joinpath("jargon.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]
    lines.sort(key=lambda line: -len(line[0]))
    return {
        term: (re.compile(rf"\b{re.escape(term)}\b", re.IGNORECASE), plain) for term, plain in lines
    }
