"""Plain wishes for which there is a command or a button: *chừng nào họp*, *xóa hết của tôi*.

Every word of a message has to be in the table, so that nothing that is asked besides, and nothing
about danger, is ever taken for one: *đăng ký hộ nghèo ở đâu* names a matter, *gọi cho tôi gấp*
presses. What is typed without marks may be either, and is taken only where all of it fits.
"""

from collections.abc import Mapping
from enum import StrEnum, auto
from functools import cache

from bot.understanding.wholly import Wholly, said_in, wholly

#: The longest wish, in words.
_MOST = 14


class Wish(StrEnum):
    """What somebody wants who asks no office anything."""

    MINE = auto()  #: how my questions stand
    DATA = auto()  #: see, mend or erase what is kept
    MUTE = auto()  #: hear nothing more
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

_OFFICIALS = (
    "cán bộ|cán bộ phường|cán bộ xã|cán bộ ấp|cán bộ khóm|người|người thật|người thiệt|ai đó"
    "|nhân viên|lãnh đạo|lãnh đạo phường|chủ tịch|chủ tịch phường|người phụ trách|phường|xã"
    "|ủy ban|ủy ban phường|ủy ban nhân dân|ủy ban nhân dân phường|tổng đài|tổng đài viên"
    "|cán bộ phụ trách|người ta|mấy cán bộ|mấy anh cán bộ|các anh|người của phường|người trực"
    "|con người"
)
_CALL = (
    "gọi|gọi điện|gọi lại|gọi điện lại|gọi điện thoại|gọi qua|điện lại|điện cho tôi|điện cho tui"
    "|điện cho cô|điện cho chú|điện cho bác|điện cho bà|điện thoại lại|phone|kêu điện thoại"
)
_WHEN = (
    "bao giờ|chừng nào|khi nào|ngày nào|bữa nào|hôm nào|mấy giờ|lúc nào|ngày mấy|thứ mấy|bao lâu"
    "|hồi nào|tháng nào"
)
_WHERE = "ở đâu|chỗ nào|đâu"
_EVENT = (
    "họp|họp dân|đi họp|dự họp|đối thoại|buổi đối thoại|buổi họp|cuộc họp|đi đối thoại"
    "|dự đối thoại|dự buổi đối thoại|tham dự đối thoại|tham gia đối thoại|đi dự đối thoại"
    "|tham gia buổi đối thoại|tham dự buổi đối thoại|hội nghị đối thoại|đi dự họp|vô họp"
    "|đi dự|tham gia họp|ngày họp|họp đối thoại|đi họp đối thoại"
)
_LANGUAGES = (
    "tiếng khmer|tiếng khơ me|tiếng khơme|tiếng khme|tiếng miên|tiếng campuchia|khmer|tiếng việt"
    "|tiếng anh|english|tiếng nước ngoài|ភាសាខ្មែរ|និយាយភាសាខ្មែរ|ខ្ញុំចង់និយាយភាសាខ្មែរ"
)


@cache
def _table() -> Mapping[Wish, tuple[Wholly, ...]]:
    """Each wish, in the order in which they are looked for."""
    return {
        Wish.MINE: (
            wholly(
                "câu hỏi|câu tôi hỏi|câu tui hỏi|câu hồi trước|câu hỏi trước|chuyện tôi hỏi"
                "|chuyện tui hỏi|câu tôi gửi|câu tui gửi|câu tui gởi|câu cô hỏi|câu chú hỏi"
                "|mấy câu hỏi|điều tôi hỏi",
                "tới đâu|đến đâu|ra sao|sao rồi|thế nào|xem|coi|xem lại|coi lại|đâu|đâu rồi"
                "|có chưa|xong chưa|trả lời chưa|có ai trả lời chưa|có trả lời chưa|gửi chưa"
                f"|gởi chưa|gửi đi chưa|tới chưa|xử lý chưa|giải quyết chưa|{_WHEN}",
                beside=(
                    *_COMMON,
                    _OF_MINE,
                    "rồi|vậy|đã|được|có|trả lời|thì|hôm trước|hồi trước|bữa trước|hôm qua|nay"
                    "|tuần trước|tháng trước|xong|mới|là|đó|này|ta",
                ),
            ),
            wholly(
                "trả lời|hồi âm|phản hồi|câu trả lời",
                f"chưa|vẫn chưa|{_WHEN}",
                beside=(
                    *_COMMON,
                    "có|đã|sao|vậy|rồi|thấy|lâu quá|mà|hoài|hết|ai|mới|được|thì|câu hỏi"
                    "|cơ quan|phường|nay|tới giờ|ta|gì|tới nay|nữa",
                ),
            ),
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
                "|số điện thoại|số máy",
                beside=(*_COMMON, "lại|cho đúng|rồi"),
            ),
            wholly(
                "giữ gì|lưu gì|giữ những gì|giữ thông tin gì|lưu thông tin gì|biết gì",
                "của tôi|của tui|của cô|của chú|về tôi|về tui",
                beside=(*_COMMON, "đang|hết|vậy|những"),
            ),
        ),
        Wish.MUTE: (
            wholly(
                "đừng nhắn|đừng nhắn tin|đừng gửi tin|đừng gởi tin|thôi nhắn|thôi đừng nhắn"
                "|ngưng nhắn|ngừng nhắn|ngưng nhắn tin|ngừng nhắn tin|ngưng gửi tin|ngừng gửi tin"
                "|ngưng nhận tin|ngừng nhận tin|không nhận tin nữa|không muốn nhận tin"
                "|không muốn nhận tin nhắn|không cần nhắn|khỏi nhắn|không nhắn nữa|khỏi gửi tin"
                "|đừng gửi tin nhắn|đừng gởi tin nhắn|đừng gửi thông báo|tắt tin nhắn"
                "|tắt thông báo|hủy nhận tin|đừng làm phiền|ngưng tin|ngưng báo tin|thôi nhận tin"
                "|hổng muốn nhận tin|đừng có nhắn|đừng nhắn nữa|ngưng gởi tin|bớt nhắn",
                beside=(
                    *_COMMON,
                    "tin|tin nhắn|nữa|luôn|hoài|lại|thôi|mấy tin này|vô đây|có|phiền quá|mệt quá",
                ),
            ),
            wholly("ngưng|ngừng|ngưng lại|stop", beside=("dạ|đi|giùm|nha|nghen|ơi|con|em|ạ",)),
        ),
        Wish.PERSON: (
            wholly(_CALL, _ANYBODY, beside=(*_COMMON, "lại|điện thoại|cho|máy|qua|bằng")),
            wholly(
                f"gặp|gặp mặt|nói chuyện|nói|nói chuyện điện thoại|trò chuyện|liên hệ|liên lạc"
                f"|gặp trực tiếp|hỏi trực tiếp|nói trực tiếp|nói chuyện trực tiếp|{_CALL}",
                _OFFICIALS,
                beside=(*_COMMON, f"một|1|trực tiếp|bằng điện thoại|qua điện thoại|có|{_WHERE}|ai"),
            ),
            wholly(
                "số điện thoại|số máy|đường dây nóng|số liên hệ|số liên lạc|số tổng đài|hotline",
                f"là mấy|số mấy|là gì|là bao nhiêu|mấy|bao nhiêu|{_OFFICIALS}|xin|cho|{_WHERE}",
                beside=(_POLITE, "con|em|tôi|tui|cô|chú|bác|của|vậy|gọi|để gọi|để liên hệ|ở"),
            ),
            wholly(
                "gọi số nào|gọi số mấy|gọi cho ai|điện số nào|điện số mấy|số nào để gọi|liên hệ ai"
                "|liên hệ với ai|gặp ai để hỏi|gọi ai để hỏi",
                beside=(*_COMMON, "thì|vậy|phải|để"),
            ),
            wholly(
                "không biết chữ|không biết đọc|không biết viết|không biết đọc chữ|mù chữ"
                "|không đọc được|không đọc được chữ|không viết được|không rành chữ"
                "|không biết nhắn tin|không biết bấm|hổng biết chữ|hổng biết bấm|không biết ghi"
                "|không biết viết chữ|không biết đọc biết viết",
                beside=(
                    "dạ|ơi|con ơi|em ơi|nghen|ạ|mà|rồi|già|già rồi|thì sao|làm sao|giờ",
                    f"con gọi cho|em gọi cho|gọi cho|{_SELF}",
                ),
            ),
        ),
        Wish.SIGN_UP: (
            wholly(
                "đăng ký|đăng kí|ghi tên|ghi danh|muốn|xin|cho tôi|cho tui|cho cô|cho chú",
                _EVENT,
                beside=(
                    *_COMMON,
                    f"một chỗ|làm sao|sao|thế nào|được|tham gia|vô|ở|{_WHERE}|để|chỗ|suất|phường"
                    "|tên|thì|đăng ký|đăng kí",
                ),
            ),
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
            wholly(
                _LANGUAGES,
                beside=(
                    *_COMMON,
                    "nói|nói bằng|bằng|xài|dùng|đổi|đổi qua|đổi sang|chuyển|chuyển qua|chuyển sang"
                    "|trả lời bằng|nhắn bằng|chọn|không|chỉ|thôi|nghe|hiểu|rành|không rành|viết"
                    "|nói chuyện|nói chuyện bằng|được|có|qua|sang|có ai|speak|i want|in|please",
                ),
            ),
            wholly("đổi tiếng|đổi ngôn ngữ|chọn tiếng|chọn ngôn ngữ|đổi tiếng nói", beside=_COMMON),
        ),
        Wish.HELP: (
            wholly(
                "hướng dẫn|hướng dẫn sử dụng|hướng dẫn cách dùng|cách dùng|cách xài|cách sử dụng"
                "|xài sao|dùng sao|xài làm sao|dùng làm sao|dùng thế nào|xài thế nào|làm được gì"
                "|sử dụng thế nào|không biết xài|không biết dùng|giúp được gì|làm được những gì"
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
