"""Every paper as it comes out of a printer: made to PDF by LibreOffice, and read there.

Liberation Serif, which stands in for Times New Roman, has its widths.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bot.documents import samples

pytestmark = pytest.mark.office

#: Millimetres.
UPRIGHT, LYING = (210, 297), (297, 210)


@dataclass(frozen=True, slots=True)
class Printed:
    """One paper in PDF."""

    path: Path

    def pages(self) -> list[str]:
        return self._tool("pdftotext", "-layout", str(self.path), "-").split("\f")[:-1]

    def sizes(self) -> list[tuple[int, int]]:
        """Width and height of each page in millimetres."""
        shown = self._tool("pdfinfo", "-l", "-1", str(self.path))
        return [
            (round(float(wide) * 25.4 / 72), round(float(high) * 25.4 / 72))
            for wide, high in re.findall(r"size: +([\d.]+) x ([\d.]+) pts", shown)
        ]

    def fonts(self) -> set[str]:
        """Families, all of them embedded."""
        lines = self._tool("pdffonts", str(self.path)).splitlines()[2:]
        assert all(re.search(r" yes (?:yes|no)  ?(?:yes|no) ", line) for line in lines)
        return {line.split()[0].partition("+")[2].partition("-")[0] for line in lines}

    def words(self) -> str:
        return " ".join(" ".join(self.pages()).split())

    def _tool(self, *command: str) -> str:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """All papers, made to PDF in one go."""
    missing = [one for one in ("soffice", "pdftotext") if shutil.which(one) is None]
    if missing:
        why = f"no {missing[0]} here (Debian: libreoffice-writer libreoffice-calc poppler-utils)"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("papers")
    for name, make in samples.PAPERS.items():
        (folder / name).write_bytes(make())
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / name) for name in samples.PAPERS]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    return {name: Printed((folder / name).with_suffix(".pdf")) for name in samples.PAPERS}


def is_lying(name: str) -> bool:
    return any(part in name for part in ("ky-nhan", "danh-sach-cho", "bang-chuyen"))


@pytest.mark.parametrize("name", samples.PAPERS)
def test_pages_are_a4_and_those_of_lists_lie(printed: dict[str, Printed], name: str) -> None:
    sizes = set(printed[name].sizes())
    if name.startswith(("bao-cao", "chuyen")):
        assert sizes == {UPRIGHT, LYING}
    else:
        assert sizes == {LYING if is_lying(name) else UPRIGHT}


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("giay-moi.docx", 1 + 6),
        ("giay-moi-trong.docx", 1),
        ("giay-moi-nhieu.docx", 2 + 40),
        ("giay-moi-co-quan.docx", 3),
        ("kich-ban.docx", 1),
        ("bien-ban-trong.docx", 1),
        ("ky-nhan-trong.docx", 1),
        ("ky-nhan-mot.docx", 1),
        ("bang-ky-nhan-trong.xlsx", 1),
        ("bang-danh-sach-cho-trong.xlsx", 1),
        ("thong-bao-trong.docx", 1),
        ("chuyen-trong.docx", 2),
        ("bang-chuyen-trong.xlsx", 1),
    ],
)
def test_a_paper_takes_as_many_pages_as_it_should(
    printed: dict[str, Printed], name: str, many: int
) -> None:
    assert len(printed[name].pages()) == many


@pytest.mark.parametrize("name", samples.PAPERS)
def test_no_page_is_blank(printed: dict[str, Printed], name: str) -> None:
    assert all(len(page.split()) > 5 for page in printed[name].pages())


@pytest.mark.parametrize("name", [one for one in samples.PAPERS if one.endswith(".docx")])
def test_the_nations_name_stays_on_one_line(printed: dict[str, Printed], name: str) -> None:
    lines = printed[name].pages()[0].splitlines()
    assert sum("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in line for line in lines) == 1


@pytest.mark.parametrize("name", ["ky-nhan.docx", "bien-ban.docx", "bang-ky-nhan.xlsx"])
def test_the_page_number_stands_above_from_page_two_on(
    printed: dict[str, Printed], name: str
) -> None:
    first, *others = (page.strip().splitlines()[0].strip() for page in printed[name].pages())
    assert not first.isdecimal()
    assert others == [str(number) for number in range(2, len(others) + 2)]


def test_an_appendix_is_numbered_by_itself(printed: dict[str, Printed]) -> None:
    tops = [page.strip().splitlines()[0].strip() for page in printed["bao-cao.docx"].pages()]
    appendix = tops.index("Phụ lục")
    assert tops[1:appendix] == ["2"]
    assert tops[appendix + 1 :] == [str(one) for one in range(2, len(tops) - appendix + 1)]


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("ky-nhan.docx", "Họ và tên"),
        ("ky-nhan-nhieu.docx", "Họ và tên"),
        ("bang-ky-nhan-nhieu.xlsx", "Họ và tên"),
        ("danh-sach-cho.docx", "Lý do"),
        ("bang-danh-sach-cho.xlsx", "Lý do"),
        ("cau-hoi-truoc.docx", "Nội dung câu hỏi"),
        ("bang-chuyen.xlsx", "Nội dung trả lời"),
    ],
)
def test_headings_repeat_on_page_two(printed: dict[str, Printed], name: str, heading: str) -> None:
    assert heading in printed[name].pages()[1]


@pytest.mark.parametrize("name", ["ky-nhan-nhieu.docx", "bang-ky-nhan-nhieu.xlsx"])
def test_a_full_page_of_the_list_has_20_to_25_rows_to_sign(
    printed: dict[str, Printed], name: str
) -> None:
    for page in printed[name].pages()[1:-1]:
        assert 20 <= len(re.findall(r"^ *\d+ .* 20\.000", page, re.MULTILINE)) <= 25


def test_everybody_invited_to_sign_is_on_the_printed_list(printed: dict[str, Printed]) -> None:
    pages = "\n".join(printed["ky-nhan-nhieu.docx"].pages())
    rows = re.findall(r"^ *(\d+) .*20\.000", pages, re.MULTILINE)
    assert rows == [str(place) for place in range(1, 111)]


def test_sums_are_printed_from_the_sheet(printed: dict[str, Printed]) -> None:
    words = printed["bang-ky-nhan-nhieu.xlsx"].words()
    assert "2.200.000 Bằng chữ: Hai triệu hai trăm nghìn đồng." in words
    assert "2.800.000 Bằng chữ: Hai triệu tám trăm nghìn đồng." in words


@pytest.mark.parametrize("name", ["giay-moi.docx", "giay-moi-nhieu.docx"])
def test_each_letter_fits_its_page_with_room_for_a_seal(
    printed: dict[str, Printed], name: str
) -> None:
    letters = [page for page in printed[name].pages() if "GIẤY MỜI\n" in page]
    assert all("đúng giờ./." in page and "TRƯỞNG PHÒNG" in page for page in letters[1:])


@pytest.mark.parametrize(
    "name", ["bien-ban.docx", "bao-cao.docx", "bao-cao-trong.docx", "thong-bao.docx"]
)
def test_signatures_never_stand_alone_on_a_page(printed: dict[str, Printed], name: str) -> None:
    page = next(one for one in printed[name].pages() if re.search("THƯ KÝ|TRƯỞNG PHÒNG", one))
    assert "./." in page


@pytest.mark.parametrize("name", ["bien-ban.docx", "bao-cao.docx", "cau-hoi-truoc.docx"])
def test_a_question_of_400_words_is_printed_to_its_end(
    printed: dict[str, Printed], name: str
) -> None:
    assert "Hết." in printed[name].words()


@pytest.mark.parametrize("name", [one for one in samples.PAPERS if one.endswith(".docx")])
def test_letters_are_embedded_and_have_the_widths_of_times(
    printed: dict[str, Printed], name: str
) -> None:
    """Liberation has no letters with two marks, such as ế; another font lends them, a bit wider."""
    fonts = printed[name].fonts()
    assert {one for one in fonts if "Liberation" in one} == {"LiberationSerif"}


def test_khmer_names_are_set_in_a_khmer_font(printed: dict[str, Printed]) -> None:
    assert any("Khmer" in one for one in printed["giay-moi.docx"].fonts())
