"""Yes, no and not yet in one's own words: below a draft that waits, and below an answer.

As in ``wishes``, every word has to be in the table. Without marks *dung gui* may be *đúng, gửi* as
well as *đừng gửi*: then neither is taken for granted.
"""

import re
from enum import StrEnum, auto
from functools import cache

from bot.understanding.folding import words
from bot.understanding.wholly import Wholly, said_in, wholly

_ADDRESS = (
    "dạ|vâng|thưa|ạ|à|ơi|con|em|cháu|anh|chị|cô|chú|bác|tôi|tui|bà|ông|má|ngoại|nội|nghen|nha|nhé"
    "|nhe|hen|nghe|đi|giùm|dùm|giúp|luôn|liền|cho|mà|nè|đó|vậy|rồi"
)
_SEND = "gửi|gởi|cứ gửi|cứ gởi|vẫn gửi|vẫn gởi|cứ gửi đi|vẫn gửi câu hỏi"
_AWAY = "bỏ|hủy|hủy bỏ|xóa|thôi bỏ"
_THAT_IS_ALL = "vậy thôi|có vậy thôi|chỉ vậy thôi|nhiêu đó thôi|vậy thôi đó"
#: Without marks these are *đúng* or *đừng* as well: written without, they match only without.
_EITHER = "dung ma|dung nghen|dung nha|dung nhe|dung nghe|dung di|dung co|dung con|dung em"


class Reply(StrEnum):
    """What is said to a draft that waits to be sent."""

    YES = auto()
    DROP = auto()  #: it is not to be sent
    NO = auto()  #: not like this, or not now
    OTHER = auto()  #: to another office


@cache
def _to_a_draft() -> dict[Reply, Wholly]:
    return {
        Reply.YES: wholly(
            "ok|oke|okie|oki|okay|ừ|ờ|ừa|ừm|uh|uhm|um|đúng|đúng rồi|phải|phải rồi|dạ|vâng"
            f"|rồi|được|được rồi|chuẩn|đồng ý|chính xác|yes|đúng chỗ|đúng cơ quan|đúng chỗ đó"
            f"|đúng vậy|nhất trí|{_SEND}",
            beside=(
                _ADDRESS,
                "thôi|câu này|câu hỏi này|câu đó|nó|đúng cơ quan|chỗ đó|tới đó|qua đó",
            ),
        ),
        Reply.DROP: wholly(
            "đừng gửi|đừng gởi|đừng có gửi|không gửi|không gởi|khỏi gửi|khỏi gởi|khỏi|thôi"
            "|không hỏi nữa|khỏi hỏi|không cần|không cần gửi|không muốn gửi|=đừng"
            "|không muốn hỏi|hổng gửi|hổng gởi|thôi khỏi|thôi khỏi gửi|thôi khỏi gởi|thôi không"
            "|chớ gửi|chớ gởi|đừng gửi cho họ|đừng gởi cho họ|ngưng|ngừng|=dừng|dừng lại"
            f"|ngưng lại|ngừng lại|ngưng gửi|ngừng gửi|ngưng gởi|ngừng gởi|stop|{_AWAY}",
            beside=(_ADDRESS, "nữa|câu này|câu hỏi này|câu đó|nó|hết|đâu|gì"),
        ),
        Reply.NO: wholly(
            "không|hổng|chưa|khoan|khoan đã|khoan gửi|khoan gởi|chưa gửi|chưa gởi|từ từ|đợi|chờ|sai"
            "|không phải|không đúng|chưa đúng|sai rồi|sai chỗ|sai cơ quan|nhầm|nhầm rồi|lộn|lộn rồi"
            "|không phải chỗ này|không phải chỗ đó|không đúng chỗ|không đúng cơ quan|hổng phải|no"
            "|hổng đúng|để coi lại|để xem lại|để nghĩ lại|đừng gửi vội|khoan đừng gửi|không được"
            "|hổng được|không đồng ý|hổng đồng ý|gửi lộn|gửi lộn rồi|gởi lộn|gởi lộn rồi|gửi nhầm"
            f"|gửi nhầm rồi|gửi sai|gửi sai rồi|chịu|chịu thôi|{_THAT_IS_ALL}|{_EITHER}",
            beside=(_ADDRESS, "đã|chút|một chút|để|coi lại|xem lại|chỗ này|cơ quan này|đâu"),
        ),
        Reply.OTHER: wholly(
            "cơ quan khác|chỗ khác|nơi khác|đổi cơ quan|đổi chỗ|bên khác",
            beside=(_ADDRESS, "gửi|gởi|gửi qua|gửi tới|chuyển|chuyển qua|đổi|chọn|muốn|câu này"),
        ),
    }


@cache
def _not_away() -> Wholly:
    """Two refusals in one: *đừng bỏ*."""
    return wholly(
        _AWAY,
        "đừng|không|khỏi|hổng|chưa|chớ|đừng có|thôi đừng|thôi khỏi",
        beside=(_ADDRESS, "thôi|nữa|câu này|câu hỏi này|câu đó|nó|hết|đâu|muốn"),
    )


@cache
def _sending() -> Wholly:
    return wholly(_SEND, beside=(_ADDRESS, "thôi|câu này|câu hỏi này|ok|đúng rồi|ừ"))


def said_to_a_draft(text: str) -> Reply | None:
    """What a message says to a draft, if it says nothing else; ``NO`` where it may be either."""
    said = said_in(text)
    if not said or "?" in text:
        return None
    found = [one for one, way in _to_a_draft().items() if way.covers(said)]
    if Reply.NO in found or (Reply.YES in found and len(found) > 1) or _not_away().covers(said):
        return Reply.NO
    return found[0] if found else None


def says_to_send(text: str) -> bool:
    """Whether a yes names the sending: where an answer is offered, *ok* alone is none."""
    return _sending().covers(said_in(text))


# ── below an answer ──────────────────────────────────────────────────────────────────────────

_PAUSE = re.compile(r"[.,;:!?…\n]")
_ASKING = frozenset({"sao", "dau", "nao", "gi", "may", "nhieu", "bao"})

#: The longest that takes up an answer without a pause, in words.
_TAIL = 14


#: Of an answer that has come: *trả lời chưa được*.
_ANSWERED_BADLY = "|".join(
    f"{who}{how}"
    for who in ("", "cơ quan ", "phường ", "xã ", "cán bộ ")
    for how in (
        *("trả lời chưa được", "trả lời tôi chưa được", "trả lời tui chưa được"),
        *("chưa trả lời được", "trả lời chưa đúng", "trả lời chưa rõ", "trả lời không đúng"),
    )
)


@cache
def _not_yet() -> Wholly:
    return wholly(
        "chưa|chưa được|chưa xong|chưa có|chưa thấy|chưa giải quyết|chưa rõ|chưa hiểu|chưa có gì"
        "|không được|không xong|không giúp được|không giúp được gì|không ăn thua|không thấy gì"
        "|vẫn vậy|vẫn chưa|vẫn không|vẫn thế|vẫn còn|vẫn như cũ|y vậy|y như cũ|như cũ|cũng vậy"
        "|cũng chưa|cũng không|cũng như cũ|có được đâu|được gì đâu|có thấy gì đâu|đâu có được"
        f"|hổng được|hổng xong|hổng thấy gì|không ổn|chưa ổn|chưa tới đâu|{_ANSWERED_BADLY}",
        beside=(_ADDRESS, "nhưng|nhưng mà|nữa|hết|gì hết|gì|bây giờ|tới giờ|tới nay|nay|được|mới"),
    )


def says_not_yet(text: str) -> bool:
    """Whether a message says that nothing has come of it, and hardly anything else."""
    return _not_yet().covers(said_in(text))


def begins_not_yet(text: str) -> bool:
    """Whether it begins with that, and goes on: after a pause, or shortly and asking nothing.

    *Chưa được con ơi, ra đó người ta nói chưa có*, but not *chưa có thẻ thì khám ở đâu*.
    """
    head = _PAUSE.split(text.strip(), maxsplit=1)[0]
    if says_not_yet(head):
        return True
    said = words(text)
    is_short = len(said) <= _TAIL and "?" not in text and _ASKING.isdisjoint(said)
    return is_short and _not_yet().beginning(said_in(text)) > 0
