"""Whether an answer tells that somebody in particular is ill: who it is, and what they have.

Told of somebody: *con chị bị bại não*, *bà Sáu khóm 3 mắc lao*, *bệnh tim của cháu*. Of nobody:
*người bị lao*, *hộ có người bệnh nặng*, *nếu cháu bị sốt*. What the words leave open is taken for
somebody: the gate asks for other words, a leak cannot be taken back.
"""

import re
from collections.abc import Collection, Iterator

from bot.domain.patterns import Pattern
from bot.domain.values import dataclass
from bot.understanding import unmarked

_TITLE = "cô|chú|anh|chị|bà|ông|em|dì|cậu|cháu|bé|bác|thím|mợ|dượng|cụ|má|ba|mẹ|cha"
_KIN = (
    "con trai|con gái|con út|con cả|con đầu|con dâu|con rể|con nuôi|con ruột|con nhỏ|con|chồng|vợ"
    "|mẹ già|mẹ ruột|cha già|mẹ|cha|má|ba|bố|tía|cháu nội|cháu ngoại"
    "|em trai|em gái|anh trai|chị gái|ông nội|bà nội"
    "|ông ngoại|bà ngoại|người nhà|thân nhân|hộ|gia đình|nhà|chủ hộ|người hỏi|người gửi"
)
#: Letters in a row do not stand in a row of numbers: Đ lies among the small ones.
CAPITALS = "A-Z" + "".join(
    chr(one) for one in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(one).isupper()
)
_CAPITAL = rf"(?-i:[{CAPITALS}])"
_EVERYBODY = (
    rf"(?:cô|chú|anh|chị|ông|bà)(?:\s*[,/]\s*|\s+|\s*\(\s*)(?:cô|chú|anh|chị|ông|bà)"
    rf"\b(?!\s+{_CAPITAL})\)?"
)
#: What begins like a title and is none, or speaks to everybody who hears it.
_NOBODY = (
    r"bác sĩ|bác sỹ|bà con|bà mẹ|bà bầu|cô giáo|cô đỡ|cô nuôi|cụ thể|cô bác|chú bác|chị em|anh em"
    r"|em nhỏ|trẻ em|con em(?= (?:bà|của|các|hộ|người|gia đình|nhân dân|đồng bào|trong))"
    r"|ba mẹ|cha mẹ|ông bà|cha hoặc|mẹ hoặc|mẹ mang thai|mẹ và|ba bệnh"
    r"|ba (?:tháng|năm|ngày|lần|ca|loại|người|hộ|giờ|mức|con|buổi)"
    rf"|(?:các|những|mọi|mỗi|nhiều|số) (?:{_TITLE}|hộ|gia đình|nhà|con)"
    rf"|{_EVERYBODY}"
)
#: Somebody: ``chị Sáu``, ``con trai của chú``, ``cháu``; one with a name is never *if*.
_SOMEBODY = Pattern(
    rf"(?P<nobody>(?<!\w)(?:(?:{_NOBODY})\b\)?))"
    rf"|(?<!\w)(?P<named>(?:(?:{_KIN})\s+(?:của\s+|nhà\s+)?){{0,3}}(?:{_TITLE})\s+{_CAPITAL}\w*)"
    rf"|(?<!\w)(?P<perhaps>(?:{_KIN})\s+(?:của\s+)?{_EVERYBODY})"
    rf"|(?<!\w)(?P<place>(?:hộ|nhà|gia đình)\s+(?:số\s+\d+|này|đó))"
    rf"|(?<!\w)(?P<kin>(?:(?:{_KIN})\s+(?:(?:út|cả|đầu|lớn|nhỏ)\s+)?(?:của\s+|nhà\s+|con\s+){{0,2}}){{1,3}}"
    rf"(?:{_TITLE}|mình)(?!\w))"
    rf"|(?<!\w)(?P<alone>{_TITLE}|con)(?!\w)",
    re.IGNORECASE,
)

#: What people have. A word that also means something else stands with what makes it an illness.
_ILL = (
    r"ung thư|hiv|aids|sida|arv|methadone|bệnh xã hội|tâm thần|loạn thần"
    r"|suy (?:thận|tim|gan|hô hấp|dinh dưỡng|tủy|tuỷ|nhược)"
    r"|rối loạn(?! trật)|hoang tưởng|trầm cảm|thần kinh|(?<!cù )lao(?! động| vào| xuống| công)"
    r"|(?<!niêm )(?<!tiên )phong(?! trào| tục| cảnh| tỏa)|cùi|động kinh|viêm \w+|tai biến|đột quỵ"
    r"|tiểu đường|đái tháo đường|giang mai|bệnh lậu|xơ gan|bướu|u não|u nang|khối u|u xơ|nghiện"
    r"|ma túy|ma tuý|tự kỷ|tăng động|down|bệnh đao|sảy thai|sẩy thai|phá thai|bại não|bại liệt"
    r"|(?<!quyết )liệt(?! kê| sĩ)|(?<!sương )mù(?! chữ)|điếc|câm|khiếm thị|khiếm thính|khuyết tật"
    r"|tàn tật|cụt (?:tay|chân|ngón|một|hai|cả)|chậm phát triển|chậm nói|thiểu năng"
    r"|tim(?! đường| hẻm| cống)|huyết áp|gút|gout|thoát vị|loãng xương|parkinson|alzheimer|lú lẫn"
    r"|(?<=bị )lẫn(?! lộn| với| tên| hồ)|mất trí|sa sút trí tuệ|thalassemia|tan máu|máu trắng"
    r"|bạch cầu|não|sứt môi|hở hàm ếch|hen suyễn|suyễn|copd|sốt xuất huyết|sốt rét"
    r"|tay chân miệng|sởi|(?<!cỏ )(?<!khờ )dại|covid|chấn thương|gãy (?:tay|chân|xương|cổ|đùi|sườn)"
    r"|(?<=bị )(?:bỏng|phỏng)(?! vấn)|vẩy nến|vảy nến|lupus|xương thủy tinh|xương khớp|thấp khớp"
    r"|đau khớp|bệnh khớp|khớp nặng|dạ dày|gan|(?<!cẩn )thận|phổi|bao tử|cột sống|nan y|hiểm nghèo"
    r"|mãn tính|mạn tính|bẩm sinh|ốm nặng|(?<!khám )(?<!chữa )(?<!dịch )bệnh(?! viện| nhân| án| xá)"
)
#: Kept to themselves even where no *bị* stands before them.
_TREATED = (
    r"chạy thận|lọc máu|lọc thận|hóa trị|hoá trị|xạ trị|truyền máu|cai nghiện|nằm liệt"
    r"|liệt giường|nằm viện|mổ(?! xẻ) \w+"
)
_PLAINLY = (
    r"(?:khuyết tật|tàn tật|tâm thần|bại não|bại liệt|câm điếc|điếc|mù|tự kỷ|liệt|ung thư|nghiện"
    r"|lú lẫn|mất trí|trầm cảm)(?= (?:nặng|đặc biệt|bẩm sinh|hai|nửa|giai đoạn|ma túy|ma tuý|rượu"
    r"|nên|được|đã))|tăng động|chậm phát triển|chậm nói|thiểu năng"
)
_SEEN_TO = (
    r"(?:đang|phải|đã|từng|còn|vừa|mới|hiện)(?: được| phải| đi)?"
    r" (?:điều trị|chữa|uống thuốc|mổ|cai|theo dõi)"
)
_HAS = (
    r"bị|mắc|nhiễm|mang bệnh|phát bệnh|có bệnh|vướng bệnh|bệnh(?! viện| nhân| án| xá)"
    r"|(?<!phải )là người|(?<!phải )là bệnh nhân|thuộc (?:diện|dạng)"
)
#: How an illness is said to be somebody's.
_ILLNESS = Pattern(
    rf"(?<!\w)(?:(?:{_HAS}|{_SEEN_TO})(?: [\w.]+){{0,2}}? (?:{_ILL})(?: (?:{_ILL}))?"
    rf"|(?:vì|do) (?:{_ILL})"
    rf"|(?:đang|phải|đã|hiện|còn|mới|vừa)(?: đi| được)? (?:{_TREATED}|{_PLAINLY}))(?!\w)",
    re.IGNORECASE,
)
#: The same right behind whoever it is.
_NEXT = Pattern(
    rf"(?: (?-i:[{CAPITALS}]\w*))*(?: (?:bị )?(?:{_TREATED}|{_PLAINLY})"
    rf"|,? (?:là )?bệnh nhân (?:\w+ )?(?:{_ILL}))(?!\w)",
    re.IGNORECASE,
)
#: The other way round: what somebody has, then whose it is.
_OF = Pattern(
    r"(?<!\w)(?:bệnh(?: \w+){1,4}?|di chứng(?: \w+){0,3}?|khuyết tật|thương tật|(?:thuốc|trợ cấp"
    rf"|hồ sơ|giấy) (?:{_ILL}))(?: \w+)?? (?:của|cho) $",
    re.IGNORECASE,
)

#: Between the two: somebody else is spoken of now, or something that is not ill with them.
_BEASTS = "bò|heo|lợn|gà|vịt|trâu|dê|chó|mèo|tôm|cá(?! nhân)|lúa|dừa|cây(?! số)|ruộng|vườn|ao"
_ANOTHER = Pattern(
    r"(?<!\w)(?:(?<!có )(?<!nuôi )(?<!dưỡng )(?<!sóc )(?<!là )(?<!diện )(?<!hai )(?<!mọi )người"
    r"(?! nhà| con)|ai|những|các|trẻ|học sinh|bệnh nhân|bà con|nếu|khi|trường hợp|đối tượng"
    r"|danh sách|hội(?! đồng)|để|chương trình|quy định|nạn nhân|hộ có|gia đình có|thuốc điều trị"
    rf"|{_BEASTS})(?!\w)"
)
_NOT = Pattern(r"(?<!\w)(?:không|chưa|chẳng)(?: hề| phải| có)? $")
_BEAST = Pattern(rf"(?<!\w)(?:{_BEASTS})(?: \w+){{0,2}} $")
#: Whoever heals others is not ill themselves, and whom one goes to see neither.
_HEALS = Pattern(
    r"(?<!\w)(?:gặp|liên hệ|gọi|hỏi|nhờ|bác sĩ|y sĩ|cán bộ|phụ trách|điều dưỡng|chuyên)(?!\w)"
)
_SUFFERS = Pattern(r"(?:bị|mắc|nhiễm)(?!\w)", re.IGNORECASE)
_IF = Pattern(r"(?<!\w)(?:nếu|khi|hễ|lỡ|chẳng may|giả sử|muốn)(?!\w)")
_IN_CASE = Pattern(r"(?<!\w)trường hợp(?!\w)")
_THEN = Pattern(r"(?<!\w)thì(?!\w)")
_IS_SO = Pattern(r"(?<!\w)(?:nên|đã|hiện|đang|vì vậy|do đó)(?!\w)")
_MANY = Pattern(r"(?<!\w)(?:các|những|mọi|trẻ|con của|hội|khoa|người)\s+$")
_SENTENCE = Pattern(r"(?<=[.!?…;])\s+|\n+")

#: Of a family, and nobody says whose.
_BARE = frozenset({"con", "cha", "mẹ", "ba", "má"})

#: How far apart the two may stand, in words; how far to look, in letters.
_FAR, _REACH = 14, 160


@dataclass(frozen=True, slots=True)
class _Somebody:
    start: int
    end: int
    kind: str


def told(text: str, names: Collection[str] = ()) -> Iterator[str]:
    """Each place where somebody's illness is told, in the words of the text.

    ``names`` are the full names that were found in it.
    """
    for typed in _SENTENCE.split(text):
        sentence = unmarked.read(typed, names)
        if place := _told_in(sentence.text, names):
            yield sentence.as_typed(*place)


def _told_in(sentence: str, names: Collection[str]) -> tuple[int, int] | None:
    for one in _people(sentence, names):
        if whose := _OF.search(sentence[: one.start]):
            return whose.start(), one.end
        following = _NEXT.match(sentence, one.end)
        for ill in [following] if following else _ILLNESS.finditer(sentence, *_near(one)):
            if _is_theirs(sentence, one, ill):
                return one.start, ill.end()
    return None


def _near(one: _Somebody) -> tuple[int, int]:
    return one.end, one.end + _REACH


def _people(sentence: str, names: Collection[str]) -> Iterator[_Somebody]:
    for name in names:
        if (start := sentence.find(name)) >= 0:
            yield _Somebody(start, start + len(name), "named")
    for found in _SOMEBODY.finditer(sentence):
        kind = found.lastgroup or "nobody"
        if kind != "nobody" and not _MANY.search(sentence[: found.start()].lower()):
            yield _Somebody(found.start(), found.end(), kind)


def _is_theirs(sentence: str, one: _Somebody, ill: re.Match[str]) -> bool:
    before, between = sentence[: one.start].lower(), sentence[one.end : ill.start()].lower()
    if len(between.split()) > _FAR or _ANOTHER.search(between) or _NOT.search(between):
        return False
    if not _SUFFERS.match(ill[0].strip()) and _HEALS.search(before + between):
        return False
    if _BEAST.search(before):
        return False
    return one.kind == "named" or not _is_perhaps(sentence.lower(), one, ill)


def _is_perhaps(sentence: str, one: _Somebody, ill: re.Match[str]) -> bool:
    """Whether it is said for the case that it should be so."""
    before, after = sentence[: one.start], sentence[one.end :]
    then = _THEN.search(sentence, ill.end()) is not None
    if _IF.search(before) or (then and _IN_CASE.search(before)):
        return True
    is_so = _IS_SO.search(after) is not None
    if one.kind == "perhaps" or sentence[one.start : one.end] in _BARE:
        return then or not is_so
    return one.kind == "alone" and then and not is_so
