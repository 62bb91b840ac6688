"""Letters for each hamlet and the list to sign, from the seats of a session."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import openpyxl
import pytest

from bot.documents.words import Drawing
from bot.domain.errors import Refused
from bot.domain.seats import State
from bot.i18n import HOME
from bot.services.hall import door_papers
from bot.services.residents import old_households
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.door import Door, door
from tests.doubles.postgres import ask


@pytest.fixture
async def hall_door(database: Database, clock: ManualClock, url: str) -> Door:
    return await door(database, clock, url)


def _drawn(made: Door, draw: Drawing) -> bytes:
    return draw(partial(made.session.works.voice.texts.say, HOME), date(2026, 5, 12))


def _words(file: bytes) -> str:
    """Everything that stands in a DOCX, its tables too."""
    xml = zipfile.ZipFile(io.BytesIO(file)).read("word/document.xml").decode()
    return " ".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))


async def test_every_invited_household_has_one_letter_with_its_own_code(hall_door: Door) -> None:
    async with hall_door.session.works.begin() as work:
        found = await door_papers.for_letters(work, 1)
    words = {place: _words(_drawn(hall_door, draw)) for place, draw in found.items()}

    homes = await hall_door.session.standing(State.OFFERED)
    codes = {home.id: await hall_door.code(home) for home in homes}
    printed = [code for text in words.values() for code in re.findall(r"/m/([\w-]+)", text)]
    assert sorted(printed) == sorted(codes.values())
    for home in homes:
        text = words[home.ward, home.hamlet]
        assert home.name in text
        assert codes[home.id] in text


async def test_one_hamlet_can_be_printed_alone_and_again_with_the_same_codes(
    hall_door: Door,
) -> None:
    home = (await hall_door.session.standing(State.OFFERED))[0]

    twice = []
    for _ in range(2):
        async with hall_door.session.works.begin() as work:
            [draw] = (await door_papers.for_letters(work, 1, home.hamlet)).values()
        twice.append(_words(_drawn(hall_door, draw)))

    assert twice[0] == twice[1]
    assert f"Trưởng Ban nhân dân Khóm {home.hamlet.rpartition('k')[2]}" in twice[0]


async def test_before_anybody_is_invited_there_are_no_letters(hall_door: Door) -> None:
    with pytest.raises(Refused) as refused:
        async with hall_door.session.works.begin() as work:
            await door_papers.for_letters(work, 2)

    assert refused.value.key == "door-no-letters"


async def test_who_came_stands_on_the_list_to_sign_and_who_came_instead_by_that_name(
    hall_door: Door,
) -> None:
    phone = await hall_door.device()
    first, second, third = (await hall_door.session.standing(State.OFFERED))[:3]
    await phone.checks_in(first)
    await phone.checks_in(second, "Sơn Thị Hoa")

    async with hall_door.session.works.begin() as work:
        draw = await door_papers.for_attendance(work, 1, as_sheet=False)
    words = _words(_drawn(hall_door, draw))

    assert first.name in words
    assert f"đi thay {second.name}" in words
    assert "Sơn Thị Hoa" in words
    assert third.name not in words
    assert "40.000" in words


async def test_the_sheet_has_a_row_for_each_and_says_who_read_what_is_private(
    hall_door: Door,
) -> None:
    phone = await hall_door.device()
    homes = (await hall_door.session.standing(State.OFFERED))[:5]
    for home in homes:
        await phone.checks_in(home)

    async with hall_door.session.works.begin() as work:
        draw = await door_papers.for_attendance(work, 1, as_sheet=True)
    sheet = openpyxl.load_workbook(io.BytesIO(_drawn(hall_door, draw))).active

    assert sheet is not None
    names = {row[1] for row in sheet.iter_rows(values_only=True)}
    assert {home.name for home in homes} <= names
    noted = await ask(
        hall_door.session.url, "SELECT detail FROM audit WHERE detail LIKE 'list to sign%'"
    )
    assert noted == [("list to sign: 5",)]


async def test_who_came_and_is_erased_keeps_a_row_without_a_name_and_its_part_of_every_sum(
    hall_door: Door,
) -> None:
    phone = await hall_door.device()
    homes = (await hall_door.session.standing(State.OFFERED))[:5]
    for home in homes:
        await phone.checks_in(home, "Sơn Thị Hoa" if home == homes[3] else "")
    before = await _voucher(hall_door)

    async with hall_door.session.works.begin() as work:
        for home in homes[1:4]:
            await old_households.erase(work, home)

    numbers = [row[0] for row in before.rows]
    assert numbers == [1, 2, 3, 4, 5]
    after = await _voucher(hall_door)
    assert [row[0] for row in after.rows] == numbers
    assert [row[1] for row in after.rows] == [homes[0].name, homes[4].name, *["(tên đã xóa)"] * 3]
    assert {row[6] for row in after.rows[2:]} == {"xem bản giấy đã ký"}
    assert after.below == before.below
    async with hall_door.session.works.begin() as work:
        for home in (homes[0], homes[4]):
            await old_households.erase(work, home)
    assert (await _voucher(hall_door)).below == before.below


@dataclass
class Voucher:
    """The sheet to sign, read again."""

    rows: list[tuple[Any, ...]]  #: of who came
    below: list[tuple[Any, ...]]  #: heads and sums, in figures and in words


async def _voucher(made: Door) -> Voucher:
    async with made.session.works.begin() as work:
        draw = await door_papers.for_attendance(work, 1, as_sheet=True)
    sheet = openpyxl.load_workbook(io.BytesIO(_drawn(made, draw))).active
    assert sheet is not None
    lines = list(sheet.iter_rows(values_only=True))
    rows = [line for line in lines if isinstance(line[0], int)]
    return Voucher(rows, lines[lines.index(rows[-1]) + 1 :])


async def test_while_nobody_is_there_the_list_says_what_to_do(hall_door: Door) -> None:
    with pytest.raises(Refused) as refused:
        async with hall_door.session.works.begin() as work:
            await door_papers.for_attendance(work, 1, as_sheet=False)

    assert refused.value.key == "door-nobody-came"
