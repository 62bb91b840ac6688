"""The panel reads beforehand what it will be asked: with the invitation, and the day before."""

from datetime import timedelta

import pytest

from bot.config import Settings
from bot.domain.people import Role
from bot.scheduler import TABLE, perform
from tests.bot.documents.reading import paragraphs
from tests.conftest import begun
from tests.doubles.chat import Message, Person, Platform, Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import BANK, INSURER, LOAN, asks, is_called, official, resident
from tests.stories.seated import applies

LIGHT = "Đèn đường khóm 3 hư cả tháng, chừng nào sửa?"


async def _days_before(talk: Talk, number: int, days: int) -> None:
    """So many days before a session, at nine in the morning."""
    session = talk.app.works.programme.session(number)
    assert session
    await talk.clock.move_to(session.starts_at.replace(hour=9, minute=0) - timedelta(days=days))
    await talk.tick()


def _files(person: Person) -> list[Message]:
    return [one for one in person.screen if one.file and "ối thoại" in one.text]


def _words(paper: bytes) -> str:
    return "\n".join(paragraphs(paper))


@pytest.fixture
async def bank(talk: Talk) -> Person:
    return await official(talk, "bình", Role.HEAD, BANK)


@pytest.fixture
async def lan(talk: Talk) -> Person:
    return await resident(talk, "lan", "Phường 1")


async def test_an_office_gets_its_questions_without_names_with_the_invitation(
    talk: Talk, bank: Person, lan: Person
) -> None:
    insurer = await official(talk, "lợi", Role.HEAD, INSURER)
    await is_called(lan, "Thạch Thị Lan")
    await asks(lan, LOAN)

    await _days_before(talk, 1, 7)

    [pack] = _files(bank)
    assert pack.text == (
        "Buổi đối thoại 1, 07:30 thứ Tư 13/05: bà con đã gửi Ngân hàng Chính sách 1 câu hỏi, "
        "em kèm đây, không ghi tên ai. Anh chị xem trước giúp em."
    )
    assert pack.file == "Cau hoi gui truoc buoi 1 nhcsxh.docx"
    words = _words(pack.content)
    assert LOAN in words
    assert "Lan" not in words
    assert _files(insurer) == [], "nothing was asked it yet"
    await talk.later(minutes=5)
    await talk.later(days=1)
    assert len(_files(bank)) == 1


async def test_on_the_working_day_before_it_comes_refreshed_and_the_running_order_with_it(
    talk: Talk, bank: Person, lan: Person
) -> None:
    insurer = await official(talk, "lợi", Role.HEAD, INSURER)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    clerk = await official(talk, "thư", Role.CLERK, "1")
    other = await official(talk, "hai", Role.CLERK, "2")
    await asks(lan, LOAN)
    await _days_before(talk, 1, 7)
    await asks(lan, "Vay vốn làm hàng rào nuôi dê thì cần giấy tờ gì?")
    await _days_before(talk, 1, 1)

    _, fresh = _files(bank)
    assert "tới giờ là 2 câu, không ghi tên ai" in fresh.text
    assert "hàng rào" in _words(fresh.content)
    assert insurer.last.text == (
        "Buổi đối thoại 1, 07:30 thứ Tư 13/05: tới giờ chưa có câu hỏi nào gửi trước cho "
        "Bảo hiểm xã hội. Tại buổi bà con hỏi thêm thì anh chị trả lời giúp em."
    )
    for one in (organiser, clerk):
        [order] = _files(one)
        assert order.text == (
            "Kịch bản điều hành Buổi đối thoại 1, 07:30 thứ Tư 13/05, em kèm đây. "
            "Anh chị in cho chủ trì giúp em."
        )
        assert "Bà con nêu ý kiến tại chỗ" in _words(order.content)
    assert _files(other) == []
    await talk.later(hours=3)
    assert [len(_files(one)) for one in (bank, organiser, clerk)] == [2, 1, 1]


async def test_a_ward_s_head_reads_what_that_ward_was_asked_alone(talk: Talk) -> None:
    one = await official(talk, "một", Role.HEAD, "ubnd_phuong@p1")
    two = await official(talk, "hai", Role.HEAD, "ubnd_phuong@p2")
    lan = await resident(talk, "lan", "Phường 1")
    await lan.says(LIGHT)
    await lan.presses("Đúng rồi, gửi đi")

    await _days_before(talk, 1, 1)

    [pack] = _files(one)
    assert "UBND phường 1" in pack.text
    assert LIGHT in _words(pack.content)
    assert _files(two) == []


async def test_an_organiser_sends_them_at_once_by_a_press(
    talk: Talk, bank: Person, lan: Person
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await asks(lan, LOAN)
    await organiser.says("/phien")
    await organiser.presses("Chỗ ngồi Buổi đối thoại 1")
    await organiser.presses("Bàn trả lời")

    await organiser.presses("Gửi câu hỏi, kịch bản ngay")

    assert organiser.find("Em đang gửi câu hỏi").text.startswith(
        "Em đang gửi câu hỏi cho 1 nơi, kịch bản cho ban tổ chức và thư ký."
    )
    assert [one.file for one in _files(bank)] == ["Cau hoi gui truoc buoi 1 nhcsxh.docx"]
    assert [one.file for one in _files(organiser)] == ["Kich ban dieu hanh buoi 1.docx"]


async def test_a_session_on_another_day_has_its_papers_for_that_day_and_one_that_is_off_none(
    talk: Talk, bank: Person, lan: Person
) -> None:
    await asks(lan, LOAN)
    await _days_before(talk, 1, 7)
    session = talk.app.works.programme.session(1)
    assert session
    week = timedelta(days=7)
    await applies(talk, starts_at=session.starts_at + week, ends_at=session.ends_at + week)
    await talk.later(days=5)
    assert len(_files(bank)) == 1, "the day before the old day is no day"

    await _days_before(talk, 1, 1)
    assert len(_files(bank)) == 2

    await applies(talk, starts_at=session.starts_at + 2 * week, ends_at=session.ends_at + 2 * week)
    await applies(talk, cancelled=True)
    await _days_before(talk, 1, 1)
    assert len(_files(bank)) == 2


async def test_a_program_that_dies_between_the_row_and_the_file_sends_it_afterwards_and_once(
    settings: Settings, clock: ManualClock
) -> None:
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        bank = await official(talk, "bình", Role.HEAD, BANK)
        await asks(await resident(talk, "lan", "Phường 1"), LOAN)
        session = talk.app.works.programme.session(1)
        assert session
        await clock.move_to(session.starts_at.replace(hour=9) - timedelta(days=7))
        for tick in TABLE:  # what is due is put on its way, and nothing of it is done
            await perform(talk.app.works, tick)
    assert _files(bank) == []

    for _ in range(2):
        async with begun(settings, clock, platform) as talk:
            await talk.settle()
            await talk.tick()
    assert [one.file for one in _files(bank)] == ["Cau hoi gui truoc buoi 1 nhcsxh.docx"]


async def test_a_session_that_is_called_off_while_a_paper_is_made_sends_and_says_nothing(
    talk: Talk, bank: Person, lan: Person
) -> None:
    await asks(lan, LOAN)
    await _days_before(talk, 1, 7)
    session = talk.app.works.programme.session(1)
    assert session
    await talk.clock.move_to(session.starts_at.replace(hour=9) - timedelta(days=1))
    for tick in TABLE:
        await perform(talk.app.works, tick)
    bank.news()

    await applies(talk, cancelled=True)
    await talk.settle()

    assert [one for one in bank.news() if "Buổi đối thoại 1" in one] == []
