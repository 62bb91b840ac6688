"""The layout of Decree 30/2020/NĐ-CP, Annex I, as it stands in the files; lengths in twips."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from bot.documents.layout.grid import Band, Column, grid
from bot.documents.layout.page import LYING, UPRIGHT, Part
from bot.documents.layout.paper import Paper
from bot.documents.layout.text import BODY, Style, bold, paragraph
from bot.documents.layout.wml import Block
from bot.documents.panel import panel_letters
from tests.bot.documents import samples
from tests.bot.documents.reading import W, attributes, part, words

DOCX = pytest.mark.parametrize("name", [one for one in samples.PAPERS if one.endswith(".docx")])


def body(*blocks: Block, lies: bool = False) -> ElementTree.Element:
    """What a paper of these blocks looks like inside."""
    return part(Paper(title="Mẫu", on=samples.ON).file([Part(blocks, lies=lies)]))


# ── the page ─────────────────────────────────────────────────────────────────────────────────


def test_a_page_is_an_upright_a4_with_the_margins_of_the_decree() -> None:
    section = body(paragraph(BODY, "Lời")).find(f".//{W}sectPr")
    assert section is not None
    assert attributes(section.find(f"{W}pgSz")) == {"w": "11906", "h": "16838"}
    assert attributes(section.find(f"{W}pgMar")) == {
        "top": "1134",
        "bottom": "1134",
        "left": "1701",
        "right": "850",
        "header": "567",
        "footer": "567",
        "gutter": "0",
    }


def test_a_page_for_wide_tables_lies() -> None:
    size = body(paragraph(BODY, "Lời"), lies=True).find(f".//{W}pgSz")
    assert attributes(size) == {"w": "16838", "h": "11906", "orient": "landscape"}


@DOCX
def test_the_page_number_is_in_the_middle_above_and_not_on_page_one(name: str) -> None:
    file = samples.made(name)
    for section in part(file).iter(f"{W}sectPr"):
        references = [attributes(one)["type"] for one in section.findall(f"{W}headerReference")]
        assert references == ["default"]
        assert section.find(f"{W}titlePg") is not None
        assert attributes(section.find(f"{W}pgNumType")) == {"start": "1"}
    header = part(file, "word/header1.xml")
    assert [one.text for one in header.iter(f"{W}instrText")] == ["PAGE"]
    assert [attributes(one)["val"] for one in header.iter(f"{W}jc")] == ["center"]
    assert {attributes(one)["val"] for one in header.iter(f"{W}sz")} == {"28"}


# ── letters ──────────────────────────────────────────────────────────────────────────────────


@DOCX
def test_everything_is_written_in_times_new_roman(name: str) -> None:
    fonts = [attributes(one) for one in part(samples.made(name)).iter(f"{W}rFonts")]
    latin = {(one["ascii"], one["hAnsi"], one["eastAsia"]) for one in fonts}
    assert latin == {("Times New Roman",) * 3}
    assert {one["cs"] for one in fonts} <= {"Times New Roman", "Khmer OS Battambang"}


def test_khmer_letters_are_set_as_complex_script_in_a_khmer_font() -> None:
    runs = body(paragraph(BODY, "Ông/Bà: ", bold("ថាច់ សុខា"), " (Khóm 3)")).iter(f"{W}r")
    found = {
        words(run): (
            attributes(run.find(f".//{W}rFonts"))["cs"],
            attributes(run.find(f".//{W}szCs"))["val"],
            run.find(f".//{W}cs") is not None,
        )
        for run in runs
    }
    assert found == {
        "Ông/Bà: ": ("Times New Roman", "28", False),
        "ថាច់ សុខា": ("Khmer OS Battambang", "28", True),
        " (Khóm 3)": ("Times New Roman", "28", False),
    }


def test_bold_and_italic_hold_for_khmer_too() -> None:
    run = body(paragraph(BODY, bold("សុខា"))).find(f".//{W}rPr/{W}bCs")
    assert run is not None


def test_body_text_is_justified_14_points_with_an_indent_of_127_centimetres() -> None:
    look = body(paragraph(BODY, "Lời")).find(f".//{W}p")
    assert look is not None
    assert attributes(look.find(f".//{W}jc")) == {"val": "both"}
    assert attributes(look.find(f".//{W}ind")) == {"firstLine": "720", "left": "0", "right": "0"}
    assert attributes(look.find(f".//{W}spacing"))["after"] == "120"
    assert attributes(look.find(f".//{W}sz")) == {"val": "28"}


def test_what_xml_cannot_hold_is_left_out_and_a_line_break_stays() -> None:
    shown = body(paragraph(BODY, "một\x07 hai\nba"))
    assert words(shown) == "một hai ba"
    assert len(list(shown.iter(f"{W}br"))) == 1


@DOCX
def test_nothing_is_underlined(name: str) -> None:
    assert list(part(samples.made(name)).iter(f"{W}u")) == []


# ── the head ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def head() -> ElementTree.Element:
    """The head of a letter to the panel."""
    found = part(samples.made("giay-moi-co-quan.docx")).find(f".//{W}tbl")
    assert found is not None
    return found


def test_the_head_is_a_table_of_two_columns_without_lines(head: ElementTree.Element) -> None:
    left, right = (int(attributes(one)["w"]) for one in head.iter(f"{W}gridCol"))
    assert (left + right, round(left / UPRIGHT, 2)) == (UPRIGHT, 0.43)
    assert head.find(f".//{W}tblBorders") is None


def test_the_head_says_who_issues_and_leaves_number_and_day_to_the_clerk(
    head: ElementTree.Element,
) -> None:
    lines = [words(one) for one in head.iter(f"{W}p")]
    assert [line for line in lines if line] == [
        "ỦY BAN NHÂN DÂN THÀNH PHỐ TRÀ VINH",
        "PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:           /GM-PLĐTBXH",
        "TP. Trà Vinh, ngày …… tháng …… năm ………",
    ]


@pytest.mark.parametrize(
    ("line", "size", "is_bold", "is_italic"),
    [
        ("ỦY BAN NHÂN DÂN", "24", False, False),
        ("PHÒNG LAO ĐỘNG", "24", True, False),
        ("CỘNG HÒA", "24", True, False),
        ("Độc lập", "26", True, False),
        ("Số:", "26", False, False),
        ("TP. Trà Vinh", "26", False, True),
    ],
)
def test_each_line_of_the_head_has_its_size_and_weight(
    head: ElementTree.Element, line: str, size: str, is_bold: bool, is_italic: bool
) -> None:
    run = next(one for one in head.iter(f"{W}r") if words(one).startswith(line))
    assert attributes(run.find(f".//{W}sz"))["val"] == size
    assert (run.find(f".//{W}b") is not None) == is_bold
    assert (run.find(f".//{W}i") is not None) == is_italic


def test_the_rules_of_the_head_are_borders_in_the_middle(head: ElementTree.Element) -> None:
    rules = [one for one in head.iter(f"{W}p") if one.find(f".//{W}pBdr") is not None]
    assert len(rules) == 2
    for rule in rules:
        indent = attributes(rule.find(f".//{W}ind"))
        assert indent["left"] == indent["right"] != "0"
        assert attributes(rule.find(f".//{W}pBdr/{W}bottom"))["val"] == "single"


def test_a_peoples_committee_stands_above_nobody_and_signs_in_two_lines() -> None:
    committee = replace(
        samples.OFFICE,
        parent="",
        name="Ủy ban nhân dân\nphường Trà Vinh",
        signs_as="TM. Ủy ban nhân dân\nChủ tịch",
    )
    letters = replace(samples.PANEL, office=committee, panel=samples.PANEL.panel[1:])
    head, end = part(panel_letters(letters, samples.SAY, on=samples.ON)).iter(f"{W}tbl")
    said = [words(one) for one in head.iter(f"{W}p") if words(one)]
    assert said[:2] == ["ỦY BAN NHÂN DÂN PHƯỜNG TRÀ VINH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH" in [words(one) for one in end.iter(f"{W}p")]


# ── the end ──────────────────────────────────────────────────────────────────────────────────


def test_receivers_stand_beside_the_signer() -> None:
    end = list(part(samples.made("giay-moi-co-quan.docx")).iter(f"{W}tbl"))[1]
    left, right = end.iter(f"{W}tc")
    assert [words(one) for one in left.iter(f"{W}p")] == [
        "Nơi nhận:",
        "- Như trên;",
        "- UBND các phường, xã;",
        "- Lưu: VT.",
    ]
    assert [attributes(one)["val"] for one in left.iter(f"{W}sz")] == ["24", "22", "22", "22"]
    assert words(right) == "TRƯỞNG PHÒNG"


SIGNED = [
    *("giay-moi.docx", "giay-moi-co-quan.docx", "bien-ban.docx", "thong-bao.docx"),
    *("ky-nhan.docx", "danh-sach-cho.docx"),
]


@pytest.mark.parametrize("name", SIGNED)
def test_signatures_stay_with_the_last_words(name: str) -> None:
    """Nobody signs or seals an empty page."""
    *before, end = [one for one in part(samples.made(name))[0] if one.tag != f"{W}sectPr"]
    assert re.search("TRƯỞNG PHÒNG|CHỦ TRÌ|XÁC NHẬN", words(end))
    last = max(place for place, one in enumerate(before) if words(one))
    assert all(one.find(f".//{W}keepNext") is not None for one in before[last:])


@pytest.mark.parametrize(
    "name", ["giay-moi.docx", "giay-moi-co-quan.docx", "bien-ban.docx", "bao-cao.docx",
             "thong-bao.docx", "cau-hoi-truoc.docx"]
)  # fmt: skip
def test_the_text_of_a_paper_ends_with_a_stop_and_a_stroke(name: str) -> None:
    assert re.search(
        r"[^\s.]\./\.$",
        "\n".join(map(words, part(samples.made(name)).iter(f"{W}p"))),
        re.MULTILINE,
    )


# ── tables ───────────────────────────────────────────────────────────────────────────────────

_COLUMNS = [Column("STT", 1.5, "center"), Column("Họ và tên", 8.0)]


def test_headings_repeat_on_each_page_and_no_row_is_cut() -> None:
    rows = list(body(grid(_COLUMNS, [("1", "Kim Thị Lài"), Band("Hết")])).iter(f"{W}tr"))
    assert [row.find(f".//{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert [row.find(f".//{W}cantSplit") is not None for row in rows] == [True, True, True]


def test_a_row_longer_than_half_a_page_may_be_cut() -> None:
    row = list(body(grid(_COLUMNS, [("1", "chữ " * 400)])).iter(f"{W}tr"))[1]
    assert row.find(f".//{W}cantSplit") is None


def test_a_band_goes_across_all_columns() -> None:
    cells = list(list(body(grid(_COLUMNS, [Band("Hết")])).iter(f"{W}tr"))[1].iter(f"{W}tc"))
    assert [attributes(cell.find(f".//{W}gridSpan")) for cell in cells] == [{"val": "2"}]


@DOCX
def test_a_table_is_no_wider_than_its_page(name: str) -> None:
    document = part(samples.made(name))
    wide = any(attributes(one).get("orient") for one in document.iter(f"{W}pgSz"))
    for table in document.iter(f"{W}tbl"):
        width = sum(int(attributes(one)["w"]) for one in table.iter(f"{W}gridCol"))
        assert width <= (LYING if wide else UPRIGHT) + 10


@DOCX
def test_two_tables_never_touch(name: str) -> None:
    """Word would take them for one."""
    blocks = [one.tag for one in part(samples.made(name))[0]]
    assert (f"{W}tbl", f"{W}tbl") not in set(pairwise(blocks))


#: Of what we use, in the order of ISO/IEC 29500-1, Annex A.
SCHEMA = {
    "rPr": "rFonts b bCs i iCs sz szCs cs lang",
    "pPr": "keepNext keepLines pBdr spacing ind jc rPr sectPr",
    "tblPr": "tblW jc tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tcPr": "tcW gridSpan vAlign",
    "sectPr": "headerReference type pgSz pgMar pgNumType titlePg",
}


@DOCX
@pytest.mark.parametrize("tag", SCHEMA)
def test_properties_stand_in_the_order_of_the_schema(name: str, tag: str) -> None:
    """Word calls a file damaged where they do not."""
    order = SCHEMA[tag].split()
    for look in part(samples.made(name)).iter(f"{W}{tag}"):
        found = [order.index(one.tag.removeprefix(W)) for one in look]
        assert found == sorted(found)


# ── files ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", samples.PAPERS)
def test_the_same_figures_make_the_same_bytes(name: str) -> None:
    assert samples.PAPERS[name]() == samples.made(name)


@pytest.mark.parametrize("name", samples.PAPERS)
def test_a_file_knows_no_other_time_than_the_day_it_was_made_for(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(samples.made(name))) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-12-01T00:00:00Z"}


def test_another_day_makes_another_file() -> None:
    blocks = [Part([paragraph(Style(), "Lời")])]
    first, second = (Paper(title="Mẫu", on=date(2026, 12, day)).file(blocks) for day in (1, 2))
    assert first != second
