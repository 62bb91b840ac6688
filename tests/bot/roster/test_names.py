"""Names as lists write them. The people are invented."""

import pytest

from bot.roster.columns import Column
from bot.roster.names import Named, read_name
from bot.roster.notes import Decision, Notes, Why


@pytest.mark.parametrize(
    ("cell", "name", "sex", "why"),
    [
        ("NGUYỄN THỊ LAN", "Nguyễn Thị Lan", "", Why.NAME_SPELT),
        ("nguyễn thị lan", "Nguyễn Thị Lan", "", Why.NAME_SPELT),
        ("Nguyễn thị LAN", "Nguyễn Thị Lan", "", Why.NAME_SPELT),
        ("nGUYỄN tHỊ lAN", "Nguyễn Thị Lan", "", Why.NAME_SPELT),  # caps lock
        ("  Nguyễn  Thị\u00a0Lan ", "Nguyễn Thị Lan", "", Why.NAME_SPELT),
        ("Nguyễn Thị Lan.", "Nguyễn Thị Lan", "", Why.NAME_SPELT),
        ("12. Nguyễn Thị Lan", "Nguyễn Thị Lan", "", Why.NAME_SPELT),
        ("K'THƠM SÀ RI", "K'Thơm Sà Ri", "", Why.NAME_SPELT),
        ("Tha\u0323ch Thi\u0323 Ngo\u031b\u0303i", "Thạch Thị Ngỡi", "", Why.UNICODE),
        ("Ðặng Thị Thơm", "Đặng Thị Thơm", "", Why.UNICODE),  # the Icelandic letter
        ("Nguyễn\u200b Thị Lan", "Nguyễn Thị Lan", "", Why.UNICODE),
        ("Bà Nguyễn Thị Lan", "Nguyễn Thị Lan", "Nữ", Why.NAME_TITLE),
        ("BÀ NGUYỄN THỊ LAN", "Nguyễn Thị Lan", "Nữ", Why.NAME_TITLE),
        ("(Bà) Trần Thị Cúc", "Trần Thị Cúc", "Nữ", Why.NAME_TITLE),
        ("B. Trần Thị Cúc", "Trần Thị Cúc", "Nữ", Why.NAME_TITLE),
        ("Hộ ông Trần Văn Ba", "Trần Văn Ba", "Nam", Why.NAME_TITLE),
        ("Ông Thạch Sên", "Thạch Sên", "Nam", Why.NAME_TITLE),
        ("Trần Thị Cúc (chủ hộ)", "Trần Thị Cúc", "", Why.NAME_TITLE),
        ("Trần Thị Cúc - đại diện", "Trần Thị Cúc", "", Why.NAME_TITLE),
    ],
)
def test_a_name_is_written_as_on_a_voucher(cell: str, name: str, sex: str, why: Why) -> None:
    notes = Notes()

    assert read_name(cell, notes) == Named(name, sex)
    assert (notes.fixes, [one.why for one in notes.findings]) == ({Column.NAME: name}, [why])


@pytest.mark.parametrize(
    "cell",
    ["Nguyễn Thị Lan", "Sơn Rươne", "Thạch Thị Sà Phol", "Ông Bích Huệ", "K'Thơm Ri", "Mã Ý"],
)
def test_a_name_that_is_right_stays(cell: str) -> None:
    """*Ông* is a family name where no other follows."""
    notes = Notes()

    assert read_name(cell, notes).name == cell
    assert notes.decision is Decision.ACCEPT


@pytest.mark.parametrize(
    "cell",
    [
        *("", "-", "Lan", "Bà Bảy", "1 Nguyễn Thị Lan", "Nguyễn Thị Lan (con bà Năm)"),
        *("Trần Văn An và Lê Thị Ba", "Trần Văn An\nLê Thị Ba", "Trần Văn An, Lê Thị Ba"),
        *("Nguyễn Thị Lan 0900000001", "084162000123", "Danh sách này lập theo mẫu của phường tám"),
    ],
)
def test_what_is_no_name_of_one_person_is_looked_at(cell: str) -> None:
    notes = Notes()
    read_name(cell, notes)

    assert notes.decision is Decision.REVIEW


@pytest.mark.parametrize(
    "cell",
    [
        "Trần Thị Cúc 084162000123",
        "Trần Thị Cúc (CCCD: 084162000123)",
        "Trần Thị Cúc CMND 334512345",
    ],
)
def test_the_number_of_a_card_behind_a_name_goes_no_further(cell: str) -> None:
    notes = Notes()

    assert read_name(cell, notes).name == "Trần Thị Cúc"
    assert notes.findings[0].why is Why.NUMBER_LEFT_OUT
    assert not any(digit in repr(notes.findings) for digit in "0123456789" if digit != "0")
