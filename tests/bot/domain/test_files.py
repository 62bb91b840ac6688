"""Names and sizes of files: what a phone sent becomes what any disk takes and any eye reads."""

import unicodedata

import pytest

from bot.domain.files import File, how_large, safe_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Danh sách hộ.xlsx", "Danh sách hộ.xlsx"),
        (unicodedata.normalize("NFD", "sổ hộ.csv"), "sổ hộ.csv"),  # as a Mac sends them
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Ba\\đơn.docx", "đơn.docx"),
        ('a<b>:"c|d?*.csv', "a b c d .csv"),
        ("hai\ndòng\x00.txt", "hai dòng .txt"),
        ("gpj.‮exe.csv", "gpj. exe.csv"),  # would read as gpj.vsc.exe turned round
        (" ..hidden. ", "hidden"),
        ("", "tep"),
        ("...", "tep"),
        ("/", "tep"),
    ],
)
def test_a_name_is_safe_on_any_disk_and_says_what_it_says(given: str, kept: str) -> None:
    assert safe_name(given, "tep") == kept


def test_a_long_name_keeps_its_ending_and_fits_a_disk() -> None:
    kept = safe_name("ữ" * 300 + ".xlsx", "tep")

    assert (kept[-5:], len(kept), len(kept.encode()) < 255) == (".xlsx", 80, True)


@pytest.mark.parametrize(
    ("size", "read"),
    [
        (1, "1 KB"),
        (1024, "1 KB"),
        (1025, "2 KB"),
        (1_023_999, "1000 KB"),
        (1_500_000, "1 MB"),
        (5 * 1024 * 1024, "5 MB"),
    ],
)
def test_a_size_is_read_at_a_glance(size: int, read: str) -> None:
    assert how_large(size) == read


def test_what_a_file_is_called_on_a_wire_goes_by_its_name_alone() -> None:
    known = [File(token="t", name=name, size=1).media_type for name in ("a.CSV", "a.html", "a")]

    assert known == ["text/csv", "application/octet-stream", "application/octet-stream"]
