"""Promises of an answer without a day: *phường sẽ sửa cống trong thời gian sớm nhất*.

Read strictly, because it is said to whoever writes: an office says that it will do something that
can be seen to be done. To consider is none, nor is thanks, what a law gives, what residents do, or
what happens to whoever meets a condition; a condition of money is one of the office's own.
"""

import re

from bot.domain.days import spelt

_OFFICE = (
    r"phường|xã|ubnd|ủy ban|uỷ ban|phòng|cơ quan|chúng tôi|tụi em|bên em|em|tôi|trung tâm|công ty"
    r"|ngân hàng|đơn vị|thành phố|trạm|cán bộ|ban|tổ công tác|đoàn|nhà thầu|bảo hiểm xã hội|đội"
    r"|khóm|ấp|điện lực|địa phương|kết quả"
)
_DEED = (
    r"sửa|vá|làm|lắp|gắn|thay|nâng cấp|nạo vét|khơi|thông cống|dọn|phát quang|đốn|tỉa|cắt tỉa"
    r"|thu gom|xây|mở|tổ chức|khảo sát|kiểm tra|rà soát|xác minh|cử|bố trí|cấp|chi|chi trả|hỗ trợ"
    r"|giúp|trao|gửi|chuyển|báo|thông báo|thông tin|trả lời|phản hồi|liên hệ|gặp|nhắn|mời|đến|tới"
    r"|xử lý|giải quyết|khắc phục|chấn chỉnh|nhắc|đề nghị|kiến nghị|đề xuất|trình|phối hợp"
    r"|triển khai|tiến hành|thực hiện|hoàn thành|niêm yết|công khai|trao đổi|bổ sung|ra quân"
    r"|vận động|mua|trang bị|tráng|đổ|trải|đặt|treo|kéo|duy tu|gia cố|cải tạo|di dời"
)
#: What says that it comes, but not when.
_SOME_DAY = spelt(
    r"\b(?:sớm nhất|(?:thời gian|sắp) tới|sẽ sớm|sớm|gần nhất|(?:tháng|quý|năm|đợt|kỳ) (?:tới|sau)"
    r"|dự kiến|trước mắt)\b"
)
_WILL = r"(?:sẽ|cam kết|xin hứa|hứa)"
_ASIDE = (
    r"(?:sớm|cho|tiếp tục|cùng|cử người|được|tiến hành|khẩn trương|trực tiếp|ưu tiên|có văn bản)"
)
#: An office, then within a clause that it will, then what.
_DOES = spelt(rf"\b(?:{_OFFICE})\b[^:]{{0,90}}?\b{_WILL}\b (?:{_ASIDE} )*(?:{_DEED})\b")
_DONE = spelt(rf"\b{_WILL}\b (?:{_ASIDE} )*(?:{_DEED})\b")
_PLANS = spelt(rf"\b(?:{_OFFICE})\b (?:{_ASIDE} )*(?:{_DEED})\b")
_PASSIVE = spelt(rf"\b{_WILL} (?:được|bị)\b")
_MONEY = r"(?:có |được )*(?:bố trí )?(?:kinh phí|vốn|ngân sách|nguồn)"
_RULE = spelt(
    r"(?:\b(?:nếu|khi|hễ|ai|người nào|hộ nào)|(?:^|, ?)(?:trong )?trường hợp)\b"
    rf"(?! {_MONEY})"
)
_RESIDENTS = spelt(r"\b(?:bà con|cô chú|gia đình|anh chị|người dân)\b[^,]{0,30}\b(?:sẽ|sẻ)\b")
#: It goes by the day of something else: *nhắn trước ít nhất 3 ngày*.
_BEFORE_IT = spelt(r"\btrước (?:ít nhất|tối thiểu|khoảng)? ?COUNT (?:ngày|tuần|tiếng|giờ|buổi)\b")
_LAW = spelt(
    r"\bkhi có (?:chủ trương|hướng dẫn|quy định|quyết định)\b"
    r"|\b(?:luật|nghị định|thông tư|nghị quyết|theo quy định)\b"
)


def promises_some_day(words: str) -> bool:
    """Whether a sentence without a day promises that an office does something."""
    when = _SOME_DAY.search(words)
    if any(one.search(words) for one in (_RESIDENTS, _LAW, _BEFORE_IT)):
        return False
    found = _DOES.search(words)
    if found and not _PASSIVE.search(found[0]):
        return not _is_a_rule(words, found)
    found = when and (_DONE.search(words) or _PLANS.search(words))
    return bool(found) and not _is_a_rule(words, found)


def _is_a_rule(words: str, found: "re.Match[str] | None") -> bool:
    """Whether a condition stands in front of it: what an office does with whoever meets it."""
    return bool(found and _RULE.search(words, 0, found.end()))
