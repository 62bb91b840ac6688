"""Plain wishes for which there is a command or a button: *chừng nào họp*, *xóa hết của tôi*.

Every word of a message has to be in the table, so that nothing that is asked besides, and nothing
about danger, is ever taken for one: *đăng ký hộ nghèo ở đâu* names a matter, *gọi cho tôi gấp*
presses. What is typed without marks may be either, and is taken only where all of it fits. Where
the words sound like danger all the same, only ``sayings.is_surely_a_wish`` counts.
"""

from collections.abc import Mapping
from enum import StrEnum, auto
from functools import cache

from bot.understanding import sayings
from bot.understanding.wholly import InOrder, Wholly, said_in, wholly

#: The longest wish, in words.
_MOST = 14


class Wish(StrEnum):
    """What somebody wants who asks no office anything."""

    MINE = auto()  #: how my questions stand
    DATA = auto()  #: see, mend or erase what is kept
    MUTE = auto()  #: hear nothing more
    HEAR_AGAIN = auto()  #: hear again what is told
    PERSON = auto()  #: somebody to talk with
    SIGN_UP = auto()  #: come to a session
    SCHEDULE = auto()  #: when the sessions are
    LANGUAGE = auto()  #: another language
    HELP = auto()  #: how this works


#: Whoever speaks, and whoever is spoken to.
_SELF = "tôi|tui|tao|mình|bà|ông|cô|chú|bác|dì|ngoại|nội"
_ANYBODY = f"{_SELF}|con|em|cháu|anh|chị|bạn|má|mẹ|ba|tụi tôi|tụi tui|bà con"
_POLITE = (
    "dạ|vâng|thưa|ạ|à|ơi|ui|nghe|nghen|nghe con|nha|nhé|nhe|hen|đi|với|giùm|dùm|giúp|giúp giùm"
    "|làm ơn|vui lòng|xin|cho|cần|muốn|được không|được hông|được hong|không vậy|hỏi|cho hỏi"
    "|hỏi thăm|biết|muốn biết|nào|coi|alo|a lô|bây giờ|giờ|nè|hén"
)
_COMMON = (_ANYBODY, _POLITE)
_OF_MINE = (
    "của|của tôi|của tui|của cô|của chú|của mình|của em|của con|của bác|của dì|của ông|của bà"
)

_WHEN = (
    "bao giờ|chừng nào|khi nào|ngày nào|bữa nào|hôm nào|mấy giờ|lúc nào|ngày mấy|thứ mấy|bao lâu"
    "|hồi nào|tháng nào"
)
_WHERE = "ở đâu|chỗ nào|đâu"
_GOING = (
    "đi họp|dự họp|đi đối thoại|dự đối thoại|dự buổi đối thoại|tham dự đối thoại"
    "|tham gia đối thoại|đi dự đối thoại|tham gia buổi đối thoại|tham dự buổi đối thoại|đi dự họp"
    "|vô họp|đi dự|tham gia họp|đi họp đối thoại"
)
_EVENT = (
    f"{_GOING}|họp|họp dân|đối thoại|buổi đối thoại|buổi họp|cuộc họp|hội nghị đối thoại|ngày họp"
    "|họp đối thoại"
)
_TO_SIGN_UP = (
    *_COMMON,
    f"một chỗ|làm sao|sao|thế nào|được|tham gia|vô|ở|{_WHERE}|để|chỗ|suất|tên|thì|đăng ký|đăng kí",
)


@cache
def _table() -> Mapping[Wish, tuple[Wholly | InOrder, ...]]:
    """Each wish, in the order in which they are looked for."""
    return {
        Wish.MINE: (
            wholly(
                "câu hỏi|câu tôi hỏi|câu tui hỏi|câu hồi trước|câu hỏi trước|chuyện tôi hỏi"
                "|chuyện tui hỏi|câu tôi gửi|câu tui gửi|câu tui gởi|câu cô hỏi|câu chú hỏi"
                "|mấy câu hỏi|điều tôi hỏi",
                "tới đâu|đến đâu|ra sao|sao rồi|thế nào|xem|coi|xem lại|coi lại|đâu|đâu rồi"
                "|có chưa|xong chưa|trả lời chưa|có ai trả lời chưa|có trả lời chưa|gửi chưa"
                f"|gởi chưa|gửi đi chưa|tới chưa|xử lý chưa|giải quyết chưa|trả lời được chưa"
                f"|giải quyết được chưa|{_WHEN}",
                beside=(
                    *_COMMON,
                    _OF_MINE,
                    "rồi|vậy|đã|có|trả lời|thì|hôm trước|hồi trước|bữa trước|hôm qua|nay"
                    "|tuần trước|tháng trước|xong|mới|là|đó|này|ta",
                ),
            ),
            wholly(
                "trả lời|hồi âm|phản hồi|câu trả lời",
                f"chưa|vẫn chưa|được chưa|không thấy|hổng thấy|{_WHEN}",
                beside=(
                    *_COMMON,
                    "có|đã|sao|vậy|rồi|thấy|lâu quá|mà|hoài|hết|ai|mới|thì|câu hỏi"
                    "|cơ quan|phường|nay|tới giờ|ta|gì|tới nay|nữa",
                ),
            ),
            wholly("tới đâu rồi|đến đâu rồi", beside=("dạ|vậy|con|em|ơi|nghen|hả|ạ",)),
        ),
        Wish.DATA: (
            wholly(
                "xóa|xóa hết|xóa bỏ|xóa sạch|xóa giùm|hủy",
                "thông tin|dữ liệu|thông tin cá nhân|dữ liệu cá nhân|tài khoản|lịch sử"
                "|tất cả thông tin|toàn bộ thông tin|tin nhắn|mọi thứ|tên tuổi|hết của tôi"
                "|số điện thoại của tôi|số điện thoại của tui",
                beside=(*_COMMON, _OF_MINE, "hết|tất cả|mọi|luôn|trên này|ở đây|trong này|những"),
            ),
            wholly(
                "xóa|xóa hết|xóa sạch|xóa hết của tôi|xóa hết của tui|xóa đi",
                beside=("dạ|đi|giùm|nha|nghen|ơi|con|em|luôn|hết|ạ",),
            ),
            wholly(
                "sửa|sửa lại|đổi|đổi lại|thay|thay đổi|xem|coi|cập nhật",
                "thông tin của tôi|thông tin của tui|thông tin cá nhân|dữ liệu của tôi"
                "|dữ liệu của tui|dữ liệu cá nhân|thông tin của cô|thông tin của chú"
                "|số điện thoại của tôi|số điện thoại của tui|tên của tôi|tên của tui"
                "|chỗ ở của tôi|chỗ ở của tui|nơi ở của tôi|nơi ở của tui"
                "|số điện thoại|số máy|tên tôi|tên tui",
                beside=(*_COMMON, "lại|cho đúng|rồi"),
            ),
            wholly(
                "rút lại đồng ý|rút đồng ý|không đồng ý nữa|hổng đồng ý nữa|đổi phường|đổi xã"
                "|đổi chỗ ở|đổi nơi ở|tôi chuyển nhà rồi|tui chuyển nhà rồi|tôi dời nhà rồi"
                "|tui dời nhà rồi|tôi mới chuyển nhà|tui mới chuyển nhà",
                beside=("dạ|con|em|ơi|nghen|nha|ạ|tôi muốn|tui muốn|cho tôi|cho tui|muốn|giùm",),
            ),
            wholly(
                "giữ gì|lưu gì|giữ những gì|giữ thông tin gì|lưu thông tin gì|biết gì",
                "của tôi|của tui|của cô|của chú|về tôi|về tui",
                beside=(*_COMMON, "đang|hết|vậy|những"),
            ),
        ),
        Wish.MUTE: sayings.mute(),
        Wish.HEAR_AGAIN: (
            wholly(
                "nhận tin lại|nhận lại tin|nhận tin nhắn lại|mở tin lại|mở thông báo lại"
                "|bật thông báo lại|nhắn tin lại cho tôi|nhắn tin lại cho tui",
                beside=_COMMON,
            ),
        ),
        Wish.PERSON: (
            *sayings.person(),
            wholly(
                "gọi số nào|gọi số mấy|gọi cho ai|điện số nào|điện số mấy|số nào để gọi|liên hệ ai"
                "|liên hệ với ai|gặp ai để hỏi|gọi ai để hỏi|gọi ai|gặp ai",
                beside=(
                    _SELF,
                    "con|em|ơi|thì|vậy|phải|để|dạ|ạ|nghen|cho hỏi|bây giờ|giờ|muốn|cần",
                ),
            ),
            wholly(
                "không biết chữ|không biết đọc|không biết viết|không biết đọc chữ|mù chữ"
                "|không đọc được|không đọc được chữ|không viết được|không rành chữ"
                "|không biết nhắn tin|không biết bấm|hổng biết chữ|hổng biết bấm|không biết ghi"
                "|không biết viết chữ|không biết đọc biết viết|đọc hổng được|đọc không được"
                "|hổng đọc được|không thấy đường đọc",
                beside=(
                    "dạ|ơi|con ơi|em ơi|nghen|ạ|mà|rồi|già|già rồi|thì sao|làm sao|giờ|mắt kém"
                    f"|mắt mờ|con gọi cho tôi|em gọi cho tôi|gọi cho tôi|gọi cho tui|{_SELF}",
                ),
            ),
            wholly(
                "máy hay người|người hay máy|em là ai|con là ai|cháu là ai|bạn là ai|đây là ai",
                beside=("dạ|vậy|ạ|con|em|là|em là|con là|cho hỏi|đây là|hả|ơi",),
            ),
        ),
        Wish.SIGN_UP: (
            wholly("đăng ký|đăng kí|ghi tên|ghi danh", _EVENT, beside=_TO_SIGN_UP),
            wholly("muốn|xin|cho tôi|cho tui|cho cô|cho chú", _GOING, beside=_TO_SIGN_UP),
        ),
        Wish.SCHEDULE: (
            wholly(
                _EVENT,
                f"{_WHEN}|{_WHERE}|lịch|xem lịch|coi lịch|lịch của",
                beside=(
                    *_COMMON,
                    f"vậy|thì|mới|có|là|lúc|vào|tới|sắp tới|ta|phường|phường mình|xã|xã mình"
                    f"|ấp|khóm|rồi|diễn ra|tổ chức|tổ chức họp|buổi|kế tiếp|lần tới|tháng này"
                    f"|năm nay|{_WHEN}",
                ),
            ),
            wholly("lịch|xem lịch|coi lịch", beside=(*_COMMON, "có|chưa")),
        ),
        Wish.LANGUAGE: (
            *sayings.language(),
            wholly("đổi tiếng|đổi ngôn ngữ|chọn tiếng|chọn ngôn ngữ|đổi tiếng nói", beside=_COMMON),
        ),
        Wish.HELP: (
            wholly(
                "hướng dẫn|hướng dẫn sử dụng|hướng dẫn cách dùng|cách dùng|cách xài|cách sử dụng"
                "|xài sao|dùng sao|xài làm sao|dùng làm sao|dùng thế nào|xài thế nào|em làm được gì"
                "|con làm được gì|máy làm được gì|máy này làm được gì|cái này làm được gì"
                "|em làm được những gì|con làm được những gì|sử dụng thế nào|không biết xài"
                "|không biết dùng|em giúp được gì|con giúp được gì|máy giúp được gì"
                "|cách nhắn|cách nhắn tin|cách hỏi|sử dụng làm sao|hổng biết xài|không biết sử dụng"
                "|help|trợ giúp",
                beside=(*_COMMON, "chỉ|cái này|máy này|vậy|là|này|sử dụng|mấy cái này|có thể"),
            ),
            wholly("giúp", beside=("dạ|ạ",)),
        ),
    }


def wish_in(text: str) -> Wish | None:
    """The wish that is all a message says; None where it says anything else."""
    said = said_in(text)
    if not 0 < len(said) <= _MOST:
        return None
    return next(
        (one for one, ways in _table().items() if any(way.covers(said) for way in ways)), None
    )
