"""However a clean list is mangled on its way, the same households come back."""

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.incoming.reading import read
from bot.domain.programme import Programme
from bot.roster.columns import Column
from bot.roster.lines import sheets_of
from bot.roster.notes import Decision
from bot.roster.rows import Entry, Reader
from tests.bot.roster.conftest import NOW

DATA = Path(__file__).parents[2] / "data"
LINES = list(csv.DictReader(io.StringIO((DATA / "roster.csv").read_text("utf-8"))))


def entries(programme: Programme, content: bytes) -> list[Entry]:
    """Who is in a file, and for whom no person has to look."""
    (sheet,) = sheets_of(read(content))
    rows = list(map(Reader(programme, NOW, sheet=sheet).read, sheet.lines))
    assert [one.notes.findings for one in rows if one.notes.decision is Decision.REVIEW] == []
    return [replace(one.entry, line=0) for one in rows]


def test_the_whole_sample_is_taken_without_a_fix(programme: Programme) -> None:
    (sheet,) = sheets_of(read((DATA / "roster.csv").read_bytes()))
    rows = list(map(Reader(programme, NOW).read, sheet.lines))

    assert [one.notes.decision for one in rows] == [Decision.ACCEPT] * 220
    assert [[one.entry.session for one in rows].count(number) for number in (1, 2)] == [110, 110]


def test_the_dirty_sample_is_decided_as_expected_where_the_row_alone_decides(
    programme: Programme,
) -> None:
    expected = map(
        json.loads, (DATA / "roster_dirty_expected.jsonl").read_text("utf-8").splitlines()
    )
    wanted = {
        one["line"]: (one["decision"], one["fix"])
        for one in expected
        if "duplicate" not in one["kind"]
    }
    (sheet,) = sheets_of(read((DATA / "roster_dirty.csv").read_bytes()))
    rows = list(map(Reader(programme, NOW).read, sheet.lines))

    assert {
        one.line.number: (
            one.notes.decision.value,
            {} if one.notes.need_an_eye else dict(one.notes.fixes),
        )
        for one in rows
        if one.line.number in wanted
    } == wanted


# ── ways in which cells are mangled ──────────────────────────────────────────────────────────

Mangle = Callable[[str], str]


def nfd(cell: str) -> str:
    return unicodedata.normalize("NFD", cell)


def put(old: str, new: str) -> Mangle:
    return lambda cell: cell.replace(old, new)


def form(pattern: str) -> Mangle:
    """``{0}`` is the first letter of the cell."""
    return lambda cell: pattern.format(*cell)


CELLS: Mapping[Column, list[Mangle]] = {
    Column.NAME: [str.upper, str.lower, nfd, "  {} ".format, put(" ", "\u00a0")],
    Column.YEAR: ["01/02/{}".format, "{}.0".format, "{}-02-01".format, "sinh năm {}".format],
    Column.SEX: [str.lower, str.upper, nfd],
    Column.ETHNICITY: [str.upper, str.lower, put("Khmer", "Khơ-me")],
    Column.WARD: [
        *(str.upper, nfd, put("Phường ", "P."), put("Phường ", "f"), put("Xã ", "")),
        " {}, TP Trà Vinh".format,
    ],
    Column.HAMLET: [
        *(str.lower, nfd, put("Khóm ", "K."), put("Khóm ", "k0"), put("Ấp ", "ap ")),
        "Tổ 2, {}".format,
    ],
    Column.CATEGORY: [
        *(str.upper, nfd, put("Hộ cận nghèo", "hộ CN"), put("Hộ nghèo", "HN")),
        put("Hộ mới thoát nghèo", "thoát nghèo"),
    ],
    Column.PHONE: [
        *(form("+84 {1}{2}{3} {4}{5}{6}{7}{8}{9}"), form("{0}{1}{2}{3}.{4}{5}{6}.{7}{8}{9}")),
        *(form("{1}{2}{3}{4}{5}{6}{7}{8}{9}"), form("{1}.{2}{3}{4}{5}{6}{7}{8}{9}E+08")),
    ],
}

HEADINGS: Mapping[Column, list[str]] = {
    Column.SESSION: ["Buổi", "BUỔI SỐ"],
    Column.NUMBER: ["STT", "Số TT"],
    Column.LISTED: ["Danh sách", "DS"],
    Column.NAME: ["Họ và tên", "HỌ TÊN", "Họ và tên chủ hộ", nfd("Họ và tên")],
    Column.YEAR: ["Năm sinh", "Năm sinh/Ngày sinh", "ngày sinh"],
    Column.SEX: ["Giới tính", "Nam/Nữ", "Phái"],
    Column.ETHNICITY: ["Dân tộc", "DÂN TỘC", "DT"],
    Column.WARD: ["Phường/xã", "Phường", nfd("Xã, phường")],
    Column.HAMLET: ["Khóm/ấp", "Khóm", "Ấp/khóm"],
    Column.CATEGORY: ["Đối tượng", "Diện hộ", "LOẠI HỘ"],
    Column.PHONE: ["Số điện thoại", "SĐT", "Điện thoại", "ĐT"],
}

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


@dataclass(frozen=True)
class Mangled:
    """A file, and the rows of the clean list that are in it."""

    content: bytes
    taken: list[dict[str, str]]


@st.composite
def files(draw: st.DrawFn) -> Mangled:
    taken = draw(st.lists(st.sampled_from(LINES), min_size=4, max_size=12, unique_by=id))
    order = draw(st.permutations(list(Column)))
    heading = [draw(st.sampled_from(HEADINGS[column])) for column in order]
    rows = [[draw(_cell(column, line[column.value])) for column in order] for line in taken]
    titles = draw(st.lists(st.sampled_from(["UBND THÀNH PHỐ", "DANH SÁCH", ""]), max_size=5))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=draw(st.sampled_from(",;\t")))
    writer.writerows([[one, *[""] * (len(order) - 1)] for one in titles])
    writer.writerows([heading, *rows, ["Tổng cộng", *[""] * (len(order) - 1)], ["Người lập"]])
    return Mangled(out.getvalue().encode(draw(st.sampled_from(ENCODINGS))), taken)


def _cell(column: Column, cell: str) -> st.SearchStrategy[str]:
    mangles: list[Mangle] = [str, *CELLS.get(column, [])]
    return st.sampled_from(mangles).map(lambda mangle: mangle(cell))


@given(files())
@settings(max_examples=60, deadline=None)
def test_the_same_households_come_back(programme: Programme, mangled: Mangled) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=LINES[0].keys())
    writer.writeheader()
    writer.writerows(mangled.taken)
    clean = entries(programme, out.getvalue().encode())

    assert entries(programme, mangled.content) == clean


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_code_page_of_old_windows_is_read(programme: Programme, separator: str) -> None:
    """Windows-1258 writes tones apart from their letters; nothing is left to mend."""
    text = (DATA / "roster.csv").read_text("utf-8")
    content = _in_1258(text).replace(",", separator).encode("cp1258")

    (sheet,) = sheets_of(read(content))
    rows = list(map(Reader(programme, NOW).read, sheet.lines))

    assert [one.notes.decision for one in rows] == [Decision.ACCEPT] * 220
    assert entries(programme, content) == entries(programme, text.encode())


def _in_1258(text: str) -> str:
    """Letters that the code page has, and the five tones behind them."""
    out = []
    for letter in text:
        try:
            letter.encode("cp1258")
            out.append(letter)
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(one for one in parts[1:] if one in "\u0300\u0301\u0303\u0309\u0323")
            out.append(unicodedata.normalize("NFC", parts.replace(tone, "")) + tone)
    return "".join(out)
