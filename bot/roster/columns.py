"""What a heading names, however an office writes it."""

import re
import unicodedata
from enum import StrEnum

from bot.understanding.folding import fold


class Column(StrEnum):
    """A column of a roster under its heading; fixes are told by these, however a file spells it."""

    SESSION = "Buổi"
    NUMBER = "STT"
    LISTED = "Danh sách"
    NAME = "Họ và tên"
    YEAR = "Năm sinh"
    SEX = "Giới tính"
    ETHNICITY = "Dân tộc"
    WARD = "Phường/xã"
    HAMLET = "Khóm/ấp"
    CATEGORY = "Đối tượng"
    PHONE = "Số điện thoại"


#: Columns that are no columns of ours, but hold what belongs in one.
FEMALE, MALE, ADDRESS, FIRST_NAME = "nữ", "nam", "địa chỉ", "tên"
#: Who somebody is in a household that is listed with all its members.
RELATION = "Quan hệ với chủ hộ"
#: A cross says that somebody is the head, none that they are a member.
IS_HEAD = "là chủ hộ"
#: Of a birthday in three columns, the two that are not needed.
DAY, MONTH = "ngày", "tháng"

_TYPES = "phuong|xa|thi tran|tt|p|x"
_PLACES = "khom|ap|thon|khu pho|k|a"
_BOTH = f"{_TYPES}|{_PLACES}"

#: Headings, folded, without punctuation. The first that fits the whole heading counts.
_HEADINGS: tuple[tuple[Column | str, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (Column.NUMBER, r"s?tt(?: ho)?|so (?:tt|thu tu)(?: ho)?|no"),
        (Column.SESSION, r"(?:so |thu |phien |du )?(?:buoi|phien)(?: doi thoai)?(?: so| thu)?"),
        (Column.SESSION, r"session"),
        (Column.LISTED, r"(?:loai |ten )?(?:danh sach|ds)|chinh thuc du phong"),
        (Column.ETHNICITY, r"(?:thanh phan )?dan toc(?: .*)?|d ?toc|dantoc|ethnic(?:ity| group)"),
        (Column.SEX, r"gioi(?: ?tinh)?(?: .*)?|phai|nam nu|gt|danh xung|ong ba|sex|gender"),
        (FEMALE, r"(?:la )?nu(?: x)?"),
        (MALE, r"(?:la )?nam(?: x)?"),
        (DAY, r"ngay"),
        (MONTH, r"thang"),
        (Column.YEAR, r"(?:(?:ngay|thang|nam|va|n|ng) )+sinh(?: .*)?|sinh nam|n ?s"),
        (Column.YEAR, r"(?:nam|ngay)sinh|(?:birth year|year of birth|date of birth|dob)"),
        (Column.PHONE, r"(?:so |sdt )?(?:d(?:ien)? ?thoai|dt|dtdd|di dong|zalo|phone|tel)(?: .*)?"),
        (Column.PHONE, r"sdt(?: .*)?|so lien (?:he|lac)|lien he|sodienthoai|sodt"),
        (IS_HEAD, r"la chu ho(?: x)?|chu ho x"),
        (RELATION, r"(?:moi )?quan he(?: .*)?|qh(?: .*)?"),
        (Column.NAME, r"ho (?:va )?(?:chu lot |ten dem )?(?:va )?ten(?: .*)?|ho(?:va)?ten|chuho"),
        (Column.NAME, r"(?:ten )?chu ho(?: .*)?|(?:ten |nguoi )(?:dai bieu|dai dien)(?: .*)?"),
        (Column.NAME, r"ten (?:nguoi|ho)(?: .*)?|full name|name"),
        (Column.NAME, r"ho(?: (?:va )?(?:chu lot|chu dem|ten dem|dem))?"),
        (FIRST_NAME, r"ten"),
        (Column.WARD, rf"(?:ten )?(?:{_TYPES}|don vi|dia ban)(?: (?:{_TYPES}))*(?: noi o)?"),
        (Column.WARD, r"phuongxa|xaphuong|ward"),
        (Column.HAMLET, rf"(?:ten |to )*(?:{_PLACES})(?: (?:{_PLACES}|to|so))*(?: noi o)?"),
        (Column.HAMLET, r"khomap|apkhom|hamlet"),
        (ADDRESS, r"(?:dia ?chi|d chi|d c|noi o|noi cu tru|cho o|thuong tru|ho khau)(?: .*)?"),
        (ADDRESS, rf"(?:noi )?(?:tam|thuong) tru(?: .*)?|(?:to )?(?:{_BOTH})(?: (?:{_BOTH}))+"),
        (Column.CATEGORY, r"(?:ho )?(?:thuoc )?(?:doi tuong(?: .*)?|dien(?: ho| doi tuong)?)"),
        (Column.CATEGORY, r"(?:phan )?loai(?: ho| doi tuong)?(?: n cn.*)?|dien chinh sach|d tuong"),
        (Column.CATEGORY, r"thanh phan(?: .*)?|doituong|loaiho|category"),
    )
)


def meaning(cell: str) -> Column | str | None:
    """What a heading names. Marks count where words would be alike without them."""
    text = tidy(cell).lower()
    if not text or len(text) > 80:
        return None
    if text == "năm":
        return Column.YEAR
    plain = re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()
    plain = re.sub(r"^\d{1,2} ", "", plain)  # (1) STT
    if plain == "dt" and text.startswith("d"):
        return Column.ETHNICITY
    if plain == "ho" and text != "họ":
        return None
    return next((column for column, one in _HEADINGS if one.fullmatch(plain)), None)


def tidy(cell: str) -> str:
    """Composed, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", cell).split())
