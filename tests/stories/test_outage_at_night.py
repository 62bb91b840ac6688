"""The platform is away from the evening on until two in the morning. Nobody is woken for that."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, LOAN, WARD_7, asks, official, resident

REASON = "ngoài phần việc của ngân hàng"
DANGER = "Chồng tôi đánh tôi hoài, tôi sợ lắm, cứu tôi với"


@pytest.fixture
async def cast(talk: Talk) -> tuple[Person, Person]:
    """Somebody who has asked, and who leads bank and ward, at half past eight in the evening."""
    lan, hoa = await resident(talk, "lan"), await official(talk, "hoa", Role.HEAD, BANK)
    await official(talk, "hoa", Role.HEAD, WARD_7)
    await asks(lan)
    await talk.clock.move(hours=10, minutes=30)
    await talk.tick()
    for one in (lan, hoa):
        one.news()
    return lan, hoa


async def until_two(talk: Talk) -> None:
    """The platform is away, is tried now and then, and is back at two in the morning."""
    for _ in range(11):
        await talk.later(minutes=30)
    talk.platform.down = False
    await talk.later(minutes=1)


async def test_a_notice_that_could_not_go_out_in_the_evening_comes_in_the_morning(
    talk: Talk, cast: tuple[Person, Person]
) -> None:
    lan, hoa = cast
    talk.platform.down = True
    await hoa.presses("Không trả lời")
    await hoa.says(REASON)
    await until_two(talk)

    assert hoa.last.text.startswith("Đã báo người hỏi"), "a reply comes as soon as it can"
    assert lan.news() == []
    await talk.later(hours=4)

    assert [one for one in lan.news() if REASON in one] == [lan.find(REASON).text]


async def test_a_program_that_was_away_wakes_nobody_when_it_is_back(
    talk: Talk, cast: tuple[Person, Person]
) -> None:
    lan, hoa = cast
    talk.platform.down = True
    await hoa.presses("Không trả lời")
    await hoa.says(REASON)
    await talk.clock.move(hours=5, minutes=30)
    talk.platform.down = False
    await talk.tick()

    assert lan.news() == []
    await talk.later(hours=4)

    assert REASON in lan.find(REASON).text


async def test_who_is_in_danger_at_night_is_not_held_up_by_what_waits_for_the_morning(
    talk: Talk, cast: tuple[Person, Person]
) -> None:
    lan, hoa = cast
    await lan.says(f"{LOAN} Vay 80 triệu thì sao?")
    talk.platform.down = True
    await lan.presses("Đúng rồi, gửi đi")
    await until_two(talk)
    assert hoa.news() == []

    ba = await resident(talk, "ba")
    await ba.says(f"{DANGER}. Nợ ngân hàng vay 50 triệu.")
    await talk.later(minutes=1)

    assert DANGER in hoa.last.text
    hoa.news()
    await talk.later(hours=4)
    card = hoa.find("Vay 80 triệu thì sao?")
    assert "Nhận" in card.labels


async def test_a_card_that_waited_stands_as_its_question_does_in_the_morning(
    talk: Talk, cast: tuple[Person, Person]
) -> None:
    lan, _ = cast
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    sau = await official(talk, "sáu", Role.OFFICER, BANK)
    await lan.says(f"{LOAN} Vay 80 triệu thì sao?")
    talk.platform.down = True
    await lan.presses("Đúng rồi, gửi đi")
    await until_two(talk)
    assert sau.news() == []

    await tam.says("/hangdoi")
    number = tam.find("Vay 80 triệu thì sao?").text.split()[0]
    await talk.arrive(tam.inbound(press=f"take:{number[-1]}", happened="pressed"))
    await talk.later(hours=4)

    [card] = [one for one in sau.news() if "Vay 80 triệu thì sao?" in one]
    assert "Tâm" in card
