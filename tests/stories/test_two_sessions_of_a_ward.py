"""A ward with two dialogues in one programme: what is asked after the first is for the second."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.people import Role
from bot.domain.sessions import Session
from bot.services.sessions import programme_changes
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import INSURANCE, LOAN, asks, official, resident


@pytest.fixture
async def second(talk: Talk) -> Session:
    """Two months after session 2, Phường 7 has another one; session 2 is over for a week."""
    async with talk.app.works.begin() as work:
        first = work.programme.sessions[1]
        by = timedelta(days=60)
        later = replace(
            first,
            number=3,
            name="Buổi đối thoại 3",
            starts_at=first.starts_at + by,
            ends_at=first.ends_at + by,
        )
        sessions = (*work.programme.sessions, later)
        await programme_changes.put(work, replace(work.programme, sessions=sessions), by=None)
    await talk.clock.move_to(first.ends_at + timedelta(days=7))
    await talk.tick()
    return later


async def opened(talk: Talk, session: Session) -> Person:
    clerk = await official(talk, "thu", Role.CLERK, str(session.number))
    await talk.clock.move_to(session.starts_at)
    await clerk.says("/phien")
    await clerk.presses("Điều hành buổi 3")
    await clerk.presses("Mở buổi")
    clerk.news()
    return clerk


async def test_a_question_between_the_two_is_on_the_board_of_the_second(
    talk: Talk, second: Session, url: str
) -> None:
    lan = await resident(talk, "lan")
    number = await asks(lan)
    assert await ask(url, "SELECT session, phase FROM questions") == [(3, "before")]

    clerk = await opened(talk, second)
    await clerk.presses("Câu tiếp theo")

    assert clerk.find(number).text == (
        f"{number} · Khóm 3, Phường 7 · Ngân hàng Chính sách\n“{LOAN}”"
    )


async def test_in_the_hall_of_the_second_others_ask_the_same_and_ask_anew(
    talk: Talk, second: Session, url: str
) -> None:
    lan = await resident(talk, "lan")
    number = await asks(lan)
    await opened(talk, second)
    minh = await resident(talk, "minh")

    await minh.says("/phien")
    await minh.presses("Tôi cũng hỏi")
    await minh.says("/phien")
    assert minh.screen[-2].text == f"{number} · Phường 7 · 1 người cũng hỏi\n“{LOAN}”"

    await asks(minh, INSURANCE)
    assert await ask(url, "SELECT session, phase FROM questions ORDER BY id") == [
        (3, "before"),
        (3, "during"),
    ]
