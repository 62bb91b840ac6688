"""A programme just large enough to be one, and the same with mistakes written into it."""

from datetime import UTC, datetime

from bot.config import read_programme
from bot.domain.errors import ConfigError
from bot.domain.programme import Programme
from tests.bot.config.reader import Reader

START = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)  # already the 24th in Trà Vinh

SMALL = """
[programme]
id = "small"
name = "Đối thoại"
host = "UBND"
number_prefix = "TV"
categories = ["Hộ nghèo", "Khác"]
quiet = { start = "22:00", end = "05:00" }
hotlines = [{ what = "Cấp cứu", number = "115" }]
working_hours = [{ days = "mon-fri", start = "07:00", end = "11:00" }]
holidays = [{ day = 2027-01-01, name = "Tết Dương lịch" }]
swapped_workdays = [2027-01-09]
in_place_of_ward = "nhcsxh"

[[programme.wards]]
id = "p7"
name = "Phường 7"
hamlets = [{ id = "p7-k1", name = "Khóm 1" }, { id = "p7-k2", name = "Khóm 2" }]

[[programme.wards]]
id = "p8"
name = "Phường 8"
hamlets = [{ id = "p8-k1", name = "Khóm 1" }]

[[programme.agencies]]
id = "nhcsxh"
name = "Ngân hàng Chính sách xã hội"
short = "Ngân hàng"

[[programme.topics]]
id = "vay_von"
name = "vay vốn"
agency = "nhcsxh"

[[programme.sessions]]
number = 1
name = "Buổi 1"
starts = "+14d 08:00"
ends = "+14d 11:00"
place = "Hội trường"
wards = ["p7"]
seat_groups = [{ id = "ngheo", name = "Hộ nghèo", seats = 60, categories = ["Hộ nghèo"] }]

[[programme.slots]]
wards = ["p7", "p8"]
at = "05:30"
days = "mon-sat"
"""


def changed(*changes: tuple[str, str]) -> str:
    """The small programme with some of its text written otherwise."""
    text = SMALL
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def programme(read: Reader, text: str = SMALL) -> Programme:
    return read_programme(read.load(text).programme, START)


def problems(read: Reader, text: str) -> list[str]:
    """The sentences with which a programme is refused, by its shapes or by its references."""
    try:
        programme(read, text)
    except ConfigError as refused:
        return list(refused.problems)
    return []
