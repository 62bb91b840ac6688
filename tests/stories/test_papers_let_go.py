"""Papers that lie in the chats of officials let go of words that are erased or sealed."""

from datetime import timedelta

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.doubles.returned_sheet import TEXT, Sheet
from tests.stories.cast import BANK, INSURANCE, INSURER, LOAN, asks, official, resident
from tests.stories.test_dispatches import sent_out, sheet_of
from tests.stories.test_my_data import erases

SECRET = f"{LOAN} LỜI-KÍN"

OF_THE_BANK = ["Bang tong hop 02-2026 nhcsxh.docx", "Bang tong hop 02-2026 nhcsxh.xlsx"]
OF_THE_INSURER = ["Bang tong hop 01-2026 bhxh.docx", "Bang tong hop 01-2026 bhxh.xlsx"]
PACKS = ["Cau hoi gui truoc buoi 2 bhxh.docx", "Cau hoi gui truoc buoi 2 nhcsxh.docx"]


async def kept(url: str) -> list[str]:
    """The names of all files that are still stored."""
    return sorted(name for (name,) in await ask(url, "SELECT name FROM files"))


@pytest.fixture
async def bank(talk: Talk) -> Person:
    """The head of the bank, which is asked by Lan; the insurer is asked by Bảy."""
    head = await official(talk, "hoa", Role.HEAD, BANK)
    await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "lợi", Role.HEAD, INSURER)
    await asks(await resident(talk, "lan"), SECRET)
    await asks(await resident(talk, "bảy"), INSURANCE)
    return head


async def have_sheets(talk: Talk) -> None:
    await sent_out(talk, await official(talk, "tổ", Role.ORGANISER))


async def have_packs(talk: Talk) -> None:
    """A week before the session the offices get what they were asked."""
    session = talk.app.works.programme.session(2)
    assert session
    await talk.clock.move_to(session.starts_at.replace(hour=9, minute=0) - timedelta(days=7))
    await talk.tick()


async def seals(talk: Talk) -> None:
    officer = talk.person("minh")
    await officer.presses("Chuyển cơ quan")
    await officer.presses("Chuyển kín")
    await officer.presses("Tố cáo một người")


async def words_drawn_again(head: Person) -> str:
    """What the bank's sheet holds of the question when its head has it drawn anew."""
    await head.presses("Tệp 02/2026")
    sheet = Sheet.open(sheet_of(head).content)
    return str(sheet.cells.cell(sheet.rows["TV-0001"], TEXT).value or "")


async def test_erased_words_leave_the_sheets_of_their_office_and_of_no_other(
    talk: Talk, url: str, bank: Person
) -> None:
    await have_sheets(talk)
    assert await kept(url) == [*OF_THE_INSURER, *OF_THE_BANK]

    await erases(talk.person("lan"))

    assert await kept(url) == OF_THE_INSURER
    assert await words_drawn_again(bank) == ""


async def test_sealed_words_leave_them_too_and_are_not_drawn_into_them_again(
    talk: Talk, url: str, bank: Person
) -> None:
    await have_sheets(talk)
    assert await words_drawn_again(bank) == SECRET

    await seals(talk)

    assert await kept(url) == OF_THE_INSURER
    assert await words_drawn_again(bank) == ""


async def test_erased_words_leave_the_papers_of_their_session(
    talk: Talk, url: str, bank: Person
) -> None:
    await have_packs(talk)
    assert await kept(url) == PACKS

    await erases(talk.person("lan"))

    assert await kept(url) == []


async def test_sealed_words_leave_them_too(talk: Talk, url: str, bank: Person) -> None:
    await have_packs(talk)
    assert await kept(url) == PACKS

    await seals(talk)

    assert await kept(url) == []


async def test_papers_of_another_session_stay(talk: Talk, url: str, bank: Person) -> None:
    await asks(await resident(talk, "tư", "Phường 1"), LOAN)
    await have_packs(talk)

    await erases(talk.person("lan"))

    assert await kept(url) == ["Cau hoi gui truoc buoi 1 nhcsxh.docx"]
