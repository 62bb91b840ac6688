"""Somebody presses what no button of ours ever was: they are told so, and nothing breaks."""

import pytest

from bot.domain.messages import Happened
from bot.domain.people import Role
from handlers.presses import PRESSES
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import official, resident

LOST = "Dạ nút này cũ quá em không nhớ nữa. Cô chú bấm giúp em một nút bên dưới."
FORGED = ["x", "9" * 20, f"1.{'9' * 20}", "1/x", "1/99/99/0", "1/2026-02-30T08:00"]


async def presses(person: Person, *data: str) -> None:
    forged = [
        person.inbound(happened=Happened.PRESSED, press=one, press_id=f"forged {one}")
        for one in data
    ]
    await person.talk.arrive(*forged)


@pytest.mark.parametrize("press", ["withdraw:99999999999999999999", "withdraw:x", "mineof:"])
async def test_a_press_that_no_button_sends_is_lost(talk: Talk, url: str, press: str) -> None:
    lan = await resident(talk, "lan")

    await presses(lan, press)

    assert lan.news() == [LOST]
    assert await ask(url, "SELECT why FROM holding") == []


async def test_whatever_a_button_is_made_to_carry_nothing_breaks(talk: Talk, url: str) -> None:
    hoa = await official(talk, "hoa", Role.ORGANISER)

    for action in PRESSES:
        await presses(hoa, *(f"{action}:{one}" for one in FORGED))

    assert await ask(url, "SELECT why, payload FROM holding") == []


async def test_a_press_on_a_question_that_is_not_there_is_no_lost_button(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await presses(lan, f"withdraw:{'9' * 18}")

    assert len(lan.news()) == 1
    assert lan.last.text != LOST
