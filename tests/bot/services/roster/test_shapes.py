"""Lists in the shapes in which wards keep them. The people are invented."""

import io

import pytest
from openpyxl import Workbook

from bot.i18n import HOME
from bot.roster.notes import Decision
from bot.roster.verdicts import Report
from bot.services.roster import roster, roster_sheet, roster_words
from bot.work import Works
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def bring(works: Works, content: bytes) -> Report:
    found = roster.clean(roster.read(content), works.programme, works.clock.now())
    async with works.begin() as work:
        report = await roster.check(work, found)
        await roster.apply(work, report)
    return report


REVIEW = """UBND PHƯỜNG 1
STT,Họ và tên,Quan hệ với chủ hộ,Năm sinh,Khóm,Đối tượng,SĐT
1,Trần Thị Cúc,Chủ hộ,1962,Khóm 1,HN,0900000301
,Lê Văn Ba,Chồng,1960,,,0900000302
,Lê Thị Tư,Con,1990,,,
""".encode()


def said(works: Works, report: Report) -> list[tuple[int, str, str]]:
    texts = works.voice.texts
    return [
        (one.line, one.decision.value, roster_words.why(texts, HOME, one))
        for one in report.verdicts
    ]


async def test_of_a_household_with_its_members_the_head_is_put_in(works: Works, url: str) -> None:
    report = await bring(works, REVIEW)

    assert said(works, report)[1:] == [
        (4, "reject_duplicate", "“Chồng” cùng hộ với dòng 3, hộ này đã có chủ hộ đứng tên"),
        (5, "reject_duplicate", "“Con” cùng hộ với dòng 3, hộ này đã có chủ hộ đứng tên"),
    ]
    assert await ask(url, "SELECT name FROM households") == [("Trần Thị Cúc",)]


async def test_who_lives_with_whom_comes_back_with_the_corrected_sheet(works: Works) -> None:
    report = await bring(works, REVIEW)
    again = await bring(works, roster_sheet.write(works.voice.texts, HOME, report))

    assert [one.decision for one in again.verdicts] == [Decision.DUPLICATE] * 3
    assert again.unread == ()


async def test_somebody_whose_head_is_not_in_the_list_is_looked_at(works: Works) -> None:
    lines = REVIEW.decode().splitlines()
    report = await bring(works, "\n".join([*lines[:2], *lines[3:]]).encode())

    assert said(works, report)[0] == (
        3,
        "flag_for_review",
        "“Chồng” mà phía trên không có chủ hộ: ghi dòng chủ hộ lên trước",
    )


def book(**sheets: list[list[str]]) -> bytes:
    made = Workbook()
    assert made.active is not None
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


async def test_a_file_with_a_sheet_a_hamlet_is_one_list(works: Works, url: str) -> None:
    heading = ["Họ và tên", "Năm sinh", "Đối tượng", "SĐT"]
    title = ["UBND PHƯỜNG 1"]
    first = [title, heading, ["Trần Thị Cúc", "1962", "HN", "0900000301"]]
    second = [title, heading, [], ["TRẦN THỊ CÚC", "1962", "HN", "0900000301"]]
    second.append(["Lê Văn Ba", "1960", "CN", "0900000302"])
    report = await bring(works, book(**{"Khóm 1": first, "Khóm 2": second}))

    assert said(works, report)[1:] == [
        (
            4,
            "flag_for_review",
            "trùng họ tên với dòng 3 trang “Khóm 1” nhưng khác khóm/ấp: Khóm 1 → Khóm 2",
        ),
        (5, "accept_with_fix", "“CN” là Hộ cận nghèo"),
    ]
    assert roster_words.summary(works.voice.texts, HOME, report).splitlines() == [
        "3 dòng: thêm 2 hộ, cập nhật 0, đã có sẵn 0, cần anh chị xem 1.",
        "Em đọc các trang: Khóm 1 (1), Khóm 2 (2).",
    ]
    assert await ask(url, "SELECT name, hamlet FROM households ORDER BY id") == [
        ("Trần Thị Cúc", "p1-k1"),
        ("Lê Văn Ba", "p1-k2"),
    ]
