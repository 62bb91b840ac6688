"""Wishes that are one word away from danger, said as a whole and in their order.

*Gọi cho tôi* is a wish and *gọi cho mẹ con* a cry; *cán bộ gọi cho tôi* tells of somebody. So who
is to be called or left alone is the speaker and never kin, the verb stands before the official, and
no helping or pressing word (*giúp, giùm, gấp*) stands beside a call.
"""

from functools import cache
from itertools import product

from bot.understanding.wholly import InOrder, in_order, said_in


def _times(*tables: str) -> str:
    """Every phrase of the first with every phrase of the next, one behind the other."""
    return "|".join(map(" ".join, product(*(one.split("|") for one in tables))))


_ME = "tôi|tui|tao|mình"
_ELDER = "cô|chú|bác|dì"  #: who is older says this of themselves
_OLD = "=bà|ông|ngoại|nội"  #: so do these, but a child calls for them; *ba* is a father
_I = f"{_ME}|{_ELDER}|{_OLD}"

#: What may open a message; a bare *con* only where no *tôi* follows: *con tôi* is somebody else.
_GREETING = "dạ|con ơi|em ơi|cháu ơi|dạ con ơi|dạ em ơi|alo|a lô|alo con ơi|thôi|dạ thôi"
_OPEN = f"{_GREETING}|thưa|dạ thưa|làm ơn|vui lòng|"
_CALMLY = f"{_GREETING}|"
_YOU = "con|em|cháu|"

_SOFT = "đi|nha|nhé|nhe|nghen|nghe|hen|hén|ạ|à|vậy|nè|được không|được hông|được hong|được hôn"
_CALLED = "con ơi|em ơi|cháu ơi|ơi|ui"
#: What may close one. Behind *tôi* a bare *con* is the bot; behind *cô* it may be whose aunt.
_END = (f"{_SOFT}|", f"con|em|cháu|{_CALLED}|", f"{_SOFT}|")
_END_OF_ELDER = (f"{_SOFT}|{_times(_SOFT, f'con|em|cháu|{_CALLED}')}|{_CALLED}|",)
_PLEASE = ("với|giùm|dùm|", *_END)

_CALL_BACK = "gọi lại|gọi điện lại|gọi điện thoại lại|điện lại|điện thoại lại"
_CALL = f"{_CALL_BACK}|gọi|gọi điện|gọi điện thoại|gọi qua"
_ANY_CALL = f"{_CALL}|điện|điện thoại|phone"  #: with *cho* only: *điện thoại tôi* is a thing

_OFFICE = (
    "phường|xã|ủy ban|ủy ban phường|ủy ban xã|ủy ban nhân dân|ủy ban nhân dân phường|tổng đài"
    "|cơ quan"
)
_OFFICIAL = (
    "cán bộ|cán bộ phường|cán bộ xã|cán bộ ấp|cán bộ khóm|nhân viên|người thật|người thiệt"
    "|lãnh đạo|lãnh đạo phường|lãnh đạo xã|chủ tịch|chủ tịch phường|chủ tịch xã|người phụ trách"
    "|cán bộ phụ trách|tổng đài viên|mấy cán bộ|mấy anh cán bộ|người của phường|người trực"
)
_SOMEBODY = "người|con người|ai đó"
_ONE = "một|1|"
_SPEAK = (
    "nói chuyện|nói|nói chuyện điện thoại|nói chuyện trực tiếp|trò chuyện|nói trực tiếp"
    "|gọi điện nói chuyện"
)
_MEET = f"gặp|gặp mặt|gặp trực tiếp|liên hệ|liên lạc|hỏi trực tiếp|{_times(_SPEAK, 'với')}"
_HOW = "trực tiếp|bằng điện thoại|qua điện thoại|"
_WHERE = "ở đâu|chỗ nào|đâu|"
_LET = _times("cho|xin cho", _I)
_I_WANT = _times(_I, "muốn|cần|muốn được|cần được|xin|xin được")
_BY_ME = f"{_LET}|{_I_WANT}|cho|muốn|cần|xin"

_NUMBER = "số điện thoại|số máy|số liên hệ|số liên lạc|số tổng đài|số hotline|số đường dây nóng"
_LINE = "hotline|đường dây nóng"
_HOW_MUCH = "là mấy|số mấy|là số mấy|là gì|là bao nhiêu|mấy|bao nhiêu|ở đâu"
_TO_CALL = "để gọi|để liên hệ|gọi|liên hệ|"

_STOP = (
    "đừng nhắn|đừng nhắn tin|đừng gửi tin|đừng gởi tin|đừng có nhắn|thôi nhắn|ngưng nhắn"
    "|ngừng nhắn|ngưng nhắn tin|ngừng nhắn tin|ngưng gửi tin|ngừng gửi tin|ngưng gởi tin"
    "|ngừng gởi tin|đừng gửi tin nhắn|đừng gởi tin nhắn"
)
#: Of these only with *nữa* or the like: *đừng gửi* alone is about a question, *đừng gọi* a fear.
_STOP_IT = "đừng gửi|đừng gởi|đừng gọi|đừng có gửi|đừng có gởi|đừng có gọi"
_WRITE_NO_MORE = (
    f"{_STOP}|không cần nhắn|khỏi nhắn|không nhắn nữa|khỏi gửi tin|đừng gửi thông báo"
    "|đừng làm phiền|bớt nhắn"
)
_NO_NEWS = (
    "ngưng nhận tin|ngừng nhận tin|không nhận tin nữa|không muốn nhận tin|không muốn nhận tin nhắn"
    "|tắt tin nhắn|tắt thông báo|hủy nhận tin|ngưng tin|ngưng báo tin|thôi nhận tin"
    "|hổng muốn nhận tin|muốn ngưng nhận tin|muốn ngừng nhận tin|muốn tắt thông báo"
)
_MORE = (
    "nữa|hoài|luôn|lại|hoài nữa|nữa hết|gì nữa|gì nữa hết|gì hết|gì|mấy tin này|tin nữa|tin gì nữa"
)
_HERE = "vô đây|vô máy này|vào máy này|máy này|"
_TIRED = "phiền quá|mệt quá|"
_TO_ME = f"{_ME}|{_times('cho', _ME)}"

_VIETNAMESE = "tiếng việt"
_LANGUAGE = (
    "tiếng khmer|tiếng khơ me|tiếng khơme|tiếng khme|tiếng miên|tiếng campuchia|khmer|tiếng anh"
    f"|english|tiếng nước ngoài|{_VIETNAMESE}"
)
_IN_KHMER = "ខ្មែរ|ភាសាខ្មែរ|និយាយភាសាខ្មែរ|ខ្ញុំចង់និយាយភាសាខ្មែរ"
_SPEAK_IN = (
    "nói|nói bằng|nói chuyện bằng|bằng|xài|dùng|đổi|đổi qua|đổi sang|chuyển|chuyển qua|chuyển sang"
    "|trả lời bằng|nhắn bằng|chọn|qua|sang|nghe|nghe bằng|viết bằng"
)


@cache
def mute() -> tuple[InOrder, ...]:
    """The speaker wants no more messages here; of others nothing is said."""
    elder = _times("cho", f"{_ELDER}|{_OLD}")
    stop = (_OPEN, _YOU, _WRITE_NO_MORE)
    return (
        in_order(*stop, f"{_TO_ME}|", f"{_MORE}|", _HERE, f"{_MORE}|", _TIRED, *_END),
        in_order(_OPEN, _YOU, _STOP_IT, f"{_TO_ME}|", _HERE, _MORE, _TIRED, *_END),
        in_order(*stop, elder, _MORE, *_END),
        in_order(*stop, elder, *_END_OF_ELDER),
        in_order(_OPEN, f"{_I}|", _NO_NEWS, f"{_MORE}|", _times("giùm", _I) + "|giùm|", *_END),
        in_order(_OPEN, "ngưng|ngừng|ngưng lại|stop", "giùm|", *_END),
    )


@cache
def person() -> tuple[InOrder, ...]:
    """The speaker wants to be called, or to talk with an official or anybody who is real."""
    return (
        in_order(_OPEN, _YOU, _CALL, _ME, *_END),
        in_order(_OPEN, _YOU, _ANY_CALL, _times("cho|qua cho", _ME), *_END),
        in_order(_OPEN, _YOU, _ANY_CALL, _times("cho", f"{_ELDER}|{_OLD}"), *_END_OF_ELDER),
        in_order(
            *(_OPEN, _YOU, f"{_BY_ME}|cho hỏi|hỏi|", _MEET, _ONE, f"{_OFFICIAL}|{_OFFICE}"),
            *(_HOW, _WHERE, *_PLEASE),
        ),
        in_order(_OPEN, f"{_BY_ME}|", _times(_SPEAK, "với"), _ONE, _SOMEBODY, _HOW, *_PLEASE),
        in_order(_OPEN, f"{_LET}|{_times(_I, 'muốn')}|muốn", "gặp", _ONE, _SOMEBODY, *_PLEASE),
        in_order(_OPEN, _BY_ME, "gọi cho|gọi điện cho", f"{_OFFICIAL}|{_OFFICE}", *_END),
        in_order(_OPEN, f"{_BY_ME}|", "nói chuyện|nói", "qua điện thoại|bằng điện thoại", *_END),
        in_order(_OPEN, f"{_BY_ME}|có|", "nói chuyện điện thoại", *_END),
        *_numbers(),
    )


def _numbers() -> tuple[InOrder, ...]:
    """Which number to call: that of an office, never one's own or that of somebody else."""
    asked = f"{_times('cho|xin|cho xin', f'{_I}|con|em')}|{_times(_times('cho', _I), 'xin')}"
    ask = f"{asked}|cho|xin|cho xin|cho hỏi|cho biết|hỏi|cần|{_times(_I, 'xin|cần|hỏi|muốn xin')}"
    of = f"{_OFFICIAL}|{_OFFICE}"
    office = f"{of}|{_times('của', of)}"
    number = f"{_NUMBER}|{_LINE}"
    return (
        in_order(_OPEN, ask, number, _TO_CALL, f"{office}|", f"{_HOW_MUCH}|", *_PLEASE),
        in_order(_OPEN, f"{ask}|", number, _TO_CALL, office, f"{_HOW_MUCH}|", *_PLEASE),
        in_order(_OPEN, f"{ask}|", number, _TO_CALL, _HOW_MUCH, *_END),
        in_order(_OPEN, "có|", _LINE, "không|", *_END),
        in_order(_OPEN, "có", _NUMBER, _TO_CALL, "không|nào không", *_END),
    )


@cache
def language() -> tuple[InOrder, ...]:
    """The speaker wants to be written to in another language."""
    may = f"{_LET}|{_I_WANT}|{_times(_I, 'chỉ')}|{_I}|cho|muốn|cần|xin|có|"
    poorly = "không rành|không biết|không hiểu|không nói được|hổng rành|hổng biết|hổng hiểu"
    return (
        in_order(_OPEN, may, f"{_SPEAK_IN}|", _LANGUAGE, "thôi|", *_PLEASE),
        in_order(_OPEN, f"{_I}|", f"{poorly}|không rành nói", _VIETNAMESE, *_END),
        in_order(_OPEN, "i want|i speak|speak|in|", "english|khmer", "please|"),
        in_order(_IN_KHMER),
    )


# ── what the ear takes for danger or for an accusation ───────────────────────────────────────


@cache
def _sure() -> tuple[InOrder, ...]:
    """Far fewer: those that can be nothing but a wish of the speaker for himself."""
    of_me = _times("của|về", _I)
    meet = "gặp|gặp trực tiếp|nói chuyện với|nói chuyện trực tiếp với|gọi điện nói chuyện với"
    me = _times("cho", "tôi|tui")
    data = "thông tin|dữ liệu|thông tin cá nhân|dữ liệu cá nhân"
    kept = f"gì|những gì|{_times(data, 'gì')}"
    erase = "xóa|xóa hết|xóa bỏ|xóa sạch|xem|coi|sửa"
    by_me = f"{_LET}|{_times(_I, 'muốn|cần')}"
    return (
        in_order(_CALMLY, _YOU, _CALL, me, *_END),
        in_order(_CALMLY, _YOU, _CALL_BACK, _times("cho", _ELDER), *_END_OF_ELDER),
        in_order(_CALMLY, _YOU, by_me, meet, _ONE, _OFFICIAL, *_END),
        in_order(_CALMLY, _YOU, f"{_STOP}|{_STOP_IT}", f"{me}|tôi|tui|", _HERE, _MORE, *_END),
        in_order(_CALMLY, _YOU, _STOP, f"{me}|tôi|tui|", _MORE, _HERE, *_END),
        in_order(_CALMLY, _YOU, _STOP, _times("cho", _ELDER), "nữa|hoài nữa|gì nữa", *_END),
        in_order(_CALMLY, _YOU, "đừng nhắn|đừng nhắn tin|đừng gửi tin|đừng gởi tin", me, *_END),
        in_order(_CALMLY, f"{by_me}|", erase, data, of_me, *_END),
        in_order(_CALMLY, f"{_YOU}máy|", "đang|", "giữ|lưu", kept, of_me, *_END),
        in_order(_CALMLY, by_me, "xem|coi|xem lại|coi lại", "câu hỏi|câu trả lời", of_me, *_END),
        in_order(_CALMLY, by_me, _SPEAK_IN, _LANGUAGE, *_END),
    )  # fmt: skip


def is_surely_a_wish(text: str) -> bool:
    """Whether it is one though it sounds like danger: each one is listed as a whole."""
    said = said_in(text)
    return any(one.covers(said) for one in _sure())
