"""The seat list to print and sign: for the organiser all of it, for a ward's head its part."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.domain.people import Role
from tests.bot.documents.reading import paragraphs, tables
from tests.doubles import roster
from tests.doubles.chat import Message, Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import official, resident
from tests.stories.seated import seated
from tests.stories.test_planning_seats import organiser_with_roster, planned

FIRST = "Diệp Thị Bô Pha"
HEADINGS = ["Thứ tự", "Họ và tên", "Năm sinh", "Khóm/ấp", "Lý do"]
ON_PAPER, AS_SHEET = "Danh sách chỗ, bản in", "Danh sách chỗ, bảng tính"
POOR = "Hộ nghèo, cận nghèo, mới thoát nghèo"
REFUSED = "Việc này dành cho ban tổ chức. Anh chị mở /giup để xem việc của mình."


def _words(paper: bytes) -> str:
    cells = [cell for table in tables(paper) for row in table for cell in row]
    return "\n".join([*paragraphs(paper), *cells])


async def _asks_for(person: Person, paper: str) -> Message:
    """From the card of session 1, where the lists are looked through."""
    await person.says("/phien")
    await person.presses("Chỗ ngồi Buổi đối thoại 1")
    await person.presses("Xem danh sách")
    await person.presses(paper)
    return person.last


async def _presses(talk: Talk, person: Person, paper: str) -> str:
    await talk.arrive(person.inbound(press=f"makepaper:1/{paper}", happened="pressed"))
    return person.last.text


async def test_the_organiser_prints_every_seat_with_its_reason_before_signing(talk: Talk) -> None:
    organiser = await planned(talk)

    sent = await _asks_for(organiser, ON_PAPER)

    assert sent.file == "Danh sach cho buoi 1.docx"
    assert sent.text.startswith(f"{sent.file} đây, anh chị mở ra xem lại trước khi ký.")
    said = paragraphs(sent.content)
    assert said[said.index("DANH SÁCH CHỖ") : said.index("I. CÁC HỘ ĐƯỢC XẾP CHỖ")] == [
        "DANH SÁCH CHỖ",
        "Buổi đối thoại 1",
        "07 giờ 30 phút, thứ Tư ngày 13 tháng 5 năm 2026, tại Hội trường UBND phường 1",
        "Bản số 1, chưa ký duyệt; ghi theo danh sách lúc 10 giờ 00 phút, thứ Tư ngày 29 tháng 4"
        " năm 2026.",
        "Tổng số chỗ: 80; đã xếp: 80 hộ; chờ: 30 hộ.",
    ]
    placed, waiting = tables(sent.content)
    reason = "Phụ nữ chủ hộ, dân tộc Khmer, hộ nghèo; thứ 1 trong 12 chỗ của Phường 1"
    assert [HEADINGS, [f"{POOR} - Phường 1: 12/12 chỗ"]] == placed[:2]
    assert placed[2][:2] == ["1", FIRST]
    assert placed[2][4] == reason
    assert waiting[1] == [f"{POOR} - Phường 1: 5 hộ chờ"]
    assert [len([row for row in one if row[0].isdecimal()]) for one in (placed, waiting)] == [
        80,
        30,
    ]


async def test_year_and_hamlet_are_those_of_the_list_and_no_telephone_is_on_it(talk: Talk) -> None:
    organiser = await planned(talk)
    programme = talk.app.works.programme
    listed = [one for one in roster.sample(programme) if one.session == 1]

    sent = await _asks_for(organiser, ON_PAPER)

    rows = {
        tuple(row[1:4]) for table in tables(sent.content) for row in table if row[0].isdecimal()
    }
    assert rows == {
        (
            one.name,
            str(one.facts.birth_year),
            programme.place_name(one.ward, one.hamlet).split(",")[0],
        )
        for one in listed
    }
    phones = [one.facts.phone for one in listed if one.facts.phone]
    words = _words(sent.content)
    assert phones
    assert [one for one in phones if one in words] == []


async def test_the_sheet_has_the_rows_of_the_paper(talk: Talk) -> None:
    organiser = await planned(talk)
    paper = await _asks_for(organiser, ON_PAPER)

    sheet = await _asks_for(organiser, AS_SHEET)

    assert sheet.file == "Danh sach cho buoi 1.xlsx"
    rows = list(load_workbook(BytesIO(sheet.content)).worksheets[0].values)
    shown = [list(map(str, row)) for row in rows if str(row[0]).isdecimal()]
    assert shown == [row for table in tables(paper.content) for row in table if row[0].isdecimal()]


async def test_once_it_is_signed_it_shows_how_the_seats_stand_now(talk: Talk) -> None:
    town = await seated(talk)
    await town.di.presses("Không đến được")
    await talk.tick()

    sent = await _asks_for(town.organiser, ON_PAPER)

    said = paragraphs(sent.content)
    assert any(one.startswith("Bản số 1, đã ký duyệt trên hệ thống;") for one in said)
    assert "NGƯỜI LẬP" in "\n".join(said), "organisers have it to sign"
    assert "Tổng số chỗ: 80; đã xếp: 80 hộ; chờ: 29 hộ." in said, "the next one sits there now"


async def test_a_ward_s_head_gets_the_part_of_that_ward_with_nothing_to_sign(talk: Talk) -> None:
    await planned(talk)
    head = await official(talk, "hoa", Role.HEAD, "ubnd_phuong@p1")

    sent = await _asks_for(head, ON_PAPER)

    said = paragraphs(sent.content)
    assert "Phần của Phường 1" in said[said.index("DANH SÁCH CHỖ") + 1]
    assert "Tổng số chỗ: 16; đã xếp: 16 hộ; chờ: 6 hộ." in said
    assert "NGƯỜI LẬP" not in "\n".join(said)
    programme = talk.app.works.programme
    names = {
        here: {
            one.name
            for one in roster.sample(programme)
            if one.session == 1 and (one.ward == "p1") is here
        }
        for here in (True, False)
    }
    shown = {row[1] for table in tables(sent.content) for row in table if row[0].isdecimal()}
    assert shown == names[True]
    assert shown & (names[False] - names[True]) == set()


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.CLERK, "1"),
        (Role.ADMIN, ""),
        (Role.HEAD, "nhcsxh"),
        (Role.HEAD, "ubnd_phuong@p7"),
        (Role.OFFICER, "ubnd_phuong@p1"),
        (Role.HAMLET, "p1-k1"),
    ],
)
async def test_nobody_else_gets_it(talk: Talk, role: Role, scope: str) -> None:
    await planned(talk)
    person = await official(talk, "thư", role, scope)

    for paper in ("seats", "seats-sheet"):
        assert await _presses(talk, person, paper) == REFUSED
    assert [one for one in person.screen if one.file] == []


async def test_a_clerk_is_not_offered_it_among_the_papers_and_an_organiser_is(talk: Talk) -> None:
    organiser = await planned(talk)
    clerk = await official(talk, "thư", Role.CLERK, "1")
    shown = []
    for one in (organiser, clerk):
        await one.says("/phien")
        await one.presses("Điều hành buổi 1")
        await one.presses("Giấy tờ")
        shown.append(one.last.labels)

    before = ["Câu hỏi gửi trước cho cơ quan", "Kịch bản điều hành"]
    assert shown == [
        [*before, "Giấy mời cơ quan", ON_PAPER, AS_SHEET, "Thôi"],
        [*before, "Thôi"],
    ]


async def test_without_a_plan_there_is_none_and_it_is_said_what_to_do(talk: Talk) -> None:
    organiser = await organiser_with_roster(talk)

    assert await _presses(talk, organiser, "seats") == (
        "Buổi đối thoại 1 chưa xếp chỗ nên chưa có danh sách. Anh chị bấm Xếp chỗ trong /phien "
        "trước giúp em."
    )


async def test_a_resident_who_forges_the_button_reads_nothing(talk: Talk) -> None:
    await planned(talk)
    lan = await resident(talk, "lan")

    assert await _presses(talk, lan, "seats") == REFUSED
    assert [one for one in lan.screen if one.file] == []


async def test_who_read_what_is_private_for_it_is_written_down_once(talk: Talk, url: str) -> None:
    organiser = await planned(talk)

    await _asks_for(organiser, ON_PAPER)

    noted = await ask(url, "SELECT detail FROM audit WHERE detail LIKE 'seat list on paper%'")
    assert noted == [("seat list on paper: 110",)]
