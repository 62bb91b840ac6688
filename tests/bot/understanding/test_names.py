"""Names go out of what everyone reads, and nothing else does. All of them are invented."""

import unicodedata

import pytest

from bot.understanding.names import hide_names

KNOWN = ("Thạch Thị Sa Rây",)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Nhà Thạch Thị Sa Rây bị dột.", "Nhà ••• bị dột."),
        ("nha thach thi sa ray bi dot", "nha ••• bi dot"),
        ("NHÀ THẠCH THỊ SA-RÂY BỊ DỘT", "NHÀ ••• BỊ DỘT"),
        ("Thạch Thị  Sa Rây, khóm 3. Thach Thi Sa Ray xin vay.", "•••, khóm 3. ••• xin vay."),
        ("Thạch Thị Sa hỏi: Sa Rây ở đâu?", "Thạch Thị Sa hỏi: Sa Rây ở đâu?"),
        ("Thạch Thị Sa Rây" + "n hỏi", "Thạch Thị Sa Rây" + "n hỏi"),
    ],
    ids=["as kept", "no marks", "capitals", "twice", "a part of it", "a longer word"],
)
def test_a_known_name_goes_however_it_is_written_and_only_as_a_whole(text: str, read: str) -> None:
    assert hide_names(text, KNOWN) == read


def test_a_name_in_letters_taken_apart_goes_too() -> None:
    apart = unicodedata.normalize("NFD", "Nhà Thạch Thị Sa Rây bị dột")
    assert hide_names(apart, KNOWN) == unicodedata.normalize("NFD", "Nhà ••• bị dột")


def test_a_name_of_one_word_means_too_much_else_and_stays() -> None:
    assert hide_names("Hoa màu nhà Hoa bị ngập", ("Hoa", "")) == "Hoa màu nhà Hoa bị ngập"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Tui tên Kim Thị Hai, khóm 3, hỏi vay vốn", "Tui tên •••, khóm 3, hỏi vay vốn"),
        ("tôi tên là: Nguyễn Văn Bảy ở ấp 2", "tôi tên là: ••• ở ấp 2"),
        ("Em tên Út Lan hỏi", "Em tên ••• hỏi"),
        ("tên tui là Sơn Thị Hoa", "tên tui là •••"),
        ("Tôi là Trần Văn Năm, hộ nghèo", "Tôi là •••, hộ nghèo"),
        ("tui ten thach thi hoa o khom 3", "tui ten ••• o khom 3"),
        ("TUI TÊN SƠN VĂN NĂM Ở KHÓM 3", "TUI TÊN ••• Ở KHÓM 3"),
        ("Tui tên Kim Thị Hai. Kim Thi Hai xin nhà", "Tui tên •••. ••• xin nhà"),
    ],
)
def test_a_name_that_somebody_tells_of_themselves_goes(text: str, read: str) -> None:
    assert hide_names(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Tôi tên trong danh sách hộ nghèo mà không được vay",
        "Con tên Sơn học lớp 2, xin miễn học phí",
        "Tui là hộ cận nghèo ở Phường 7",
        "Tôi là Hội Phụ nữ khóm 3",
        "Cầu Long Bình tên đường Nguyễn Đáng hư",
        "Tên",
        "",
    ],
)
def test_what_is_no_name_of_the_asker_stays(text: str) -> None:
    assert hide_names(text, KNOWN) == text
