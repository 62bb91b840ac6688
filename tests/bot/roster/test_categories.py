"""Categories are matched against the programme's own, whatever they are."""

import pytest

from bot.domain.programme import Programme
from bot.roster.categories import Categories
from bot.roster.columns import Column
from bot.roster.notes import Decision, Notes, Why

POOR, NEAR, ESCAPED = "Hộ nghèo", "Hộ cận nghèo", "Hộ mới thoát nghèo"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        *(
            (cell, POOR)
            for cell in ("HN", "hn", "H.N", "ho ngheo", "HỘ NGHÈO", "hô nghèo", "nghèo")
        ),
        *((cell, POOR) for cell in ("hộ nghèo (BHYT)", "H.nghèo", "Hộ N", "hộ nghèo 2023")),
        *((cell, POOR) for cell in ("diện hộ nghèo", "hộ nghèp", "Hộ nghèo đa chiều")),
        *((cell, NEAR) for cell in ("CN", "HCN", "hộ CN", "cận nghèo", "C.nghèo", "Ho can ngheo")),
        *((cell, NEAR) for cell in ("cnghèo", "hô cân nghèo", "Hộ\u00a0cận nghèo ")),
        *((cell, NEAR) for cell in ("cận ngèo", "Cạn nghéo")),
        *((cell, ESCAPED) for cell in ("thoát ngèo", "mới thoat nghèp")),
        *((cell, ESCAPED) for cell in ("MTN", "HMTN", "thoát nghèo", "mới TN", "hộ thoát nghèo")),
        *((cell, "Hội viên đoàn thể") for cell in ("hội viên", "HVĐT", "Hội viên đoàn thể (PN)")),
        *((cell, "Người uy tín") for cell in ("người có uy tín", "NUT", "uy tín")),
        *((cell, "Cán bộ giảm nghèo") for cell in ("CBGN", "cán bộ GN")),
        *(
            (cell, "Trưởng ban nhân dân khóm")
            for cell in ("Trưởng khóm", "khóm trưởng", "TBND khóm")
        ),
        ("trưởng ấp", "Trưởng ban nhân dân ấp"),
        *((cell, POOR) for cell in ("Hộ nghèo DTTS", "HN - DTTS", "Hộ nghèo BTXH", "hộ nghèo mới")),
        ("Hộ nghèo không có khả năng lao động", POOR),
        *((cell, ESCAPED) for cell in ("đã thoát nghèo", "vừa thoát nghèo năm 2024")),
        ("Người có uy tín trong đồng bào DTTS", "Người uy tín"),
        ("Trưởng khóm 3", "Trưởng ban nhân dân khóm"),
        ("Cán bộ làm công tác giảm nghèo phường", "Cán bộ giảm nghèo"),
        *((cell, "Hội viên đoàn thể") for cell in ("Hội viên Hội LHPN", "hội viên nông dân")),
    ],
)
def test_a_category_is_read_in_every_spelling(programme: Programme, cell: str, meant: str) -> None:
    notes = Notes()

    assert Categories(programme.categories).read(cell, notes) == meant
    assert notes.fixes == {Column.CATEGORY: meant}


@pytest.mark.parametrize(
    "cell",
    [
        *("hộ", "N", "TN", "khá", "Hộ trung bình", "Hộ không nghèo", "thoát cận nghèo", "HN/CN"),
        *("Hộ nghèo, cận nghèo", "Trưởng ban nhân dân", "hội phụ nữ", "Hộ nghèo B"),
        *("hết nghèo", "sắp nghèo", "ko ngheo", "tái nghèo", "không cận nghèo"),
        *("BHYT", "2025", "(xem lại)", "DTTS", "mới"),  # says nothing of a category
    ],
)
def test_what_could_be_several_or_none_is_looked_at(programme: Programme, cell: str) -> None:
    notes = Notes()

    assert Categories(programme.categories).read(cell, notes) == ""
    assert [one.why for one in notes.findings] == [Why.CATEGORY_UNKNOWN]
    assert notes.decision is Decision.REVIEW


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("DANH SÁCH HỘ CẬN NGHÈO KHÓM 2 NĂM 2026", NEAR),
        ("Danh sách hộ nghèo dự đối thoại chính sách giảm nghèo", POOR),
        ("DANH SÁCH NGƯỜI UY TÍN PHƯỜNG 7", "Người uy tín"),
        ("DANH SÁCH HỘ NGHÈO, CẬN NGHÈO", ""),
        ("DANH SÁCH HỘ NGHÈO VÀ HỘ MỚI THOÁT NGHÈO", ""),
        ("DANH SÁCH MỜI DỰ ĐỐI THOẠI CHÍNH SÁCH GIẢM NGHÈO", ""),
    ],
)
def test_a_title_says_the_category_of_all_where_it_names_one(
    programme: Programme, title: str, meant: str
) -> None:
    assert Categories(programme.categories).in_titles([title]) == meant


@pytest.mark.parametrize(
    ("tab", "meant"),
    [("Hộ nghèo P5", POOR), ("CN khóm 2", NEAR), ("Sheet1", ""), ("Khóm 3", ""), ("P5", "")],
)
def test_the_tab_of_a_sheet_may_be_a_category(programme: Programme, tab: str, meant: str) -> None:
    assert Categories(programme.categories).in_tab(tab) == meant


def test_another_programme_has_other_categories_and_the_same_rules() -> None:
    others = Categories(("Người khuyết tật", "Gia đình chính sách", "Người cao tuổi"))

    assert [others.find(cell) for cell in ("NKT", "khuyet tat", "chính sách", "NCT", "HN")] == [
        "Người khuyết tật",
        "Người khuyết tật",
        "Gia đình chính sách",
        "Người cao tuổi",
        "",
    ]


def test_a_name_as_the_programme_has_it_is_no_fix(programme: Programme) -> None:
    notes = Notes()
    categories = Categories(programme.categories)

    assert [categories.read(one, notes) for one in programme.categories] == [*programme.categories]
    assert (notes.fixes, notes.findings) == ({}, [])
