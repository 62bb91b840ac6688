"""The list of what ends: every answer is reached, whatever is hidden in it or moves meanwhile.

Everybody here is invented.
"""

from bot.domain.people import Role
from bot.domain.questions import Sensitive
from tests.doubles.answers import Board
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_answers_that_end import UNTIL, on


async def listed(talk: Talk, many: int) -> Person:
    """An officer's list of answers that all end on one day."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    for number in range(many):
        given = await asks(lan, f"Vay vốn làm nghề số {number} thì lãi bao nhiêu một tháng?")
        await tam.replies(tam.find(given), ANSWER)
        await tam.presses("Căn cứ")
        await tam.says(UNTIL)
        await tam.presses("Gửi duyệt")
        await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await on(talk, 6, 23)
    return tam


def numbers(person: Person) -> list[str]:
    return [one for one in person.last.labels if one.startswith("TV-")]


async def test_what_was_sealed_hides_nothing_of_what_comes_after_it(talk: Talk) -> None:
    tam = await listed(talk, 10)
    for number in (2, 5):
        await Board(talk.app, talk.clock).seal(f"TV-000{number}", Sensitive.ACCUSATION)
    tam.news()

    await tam.presses("Xem cả 10 câu")

    assert numbers(tam) == [f"TV-00{one:02}" for one in (1, 3, 4, 6, 7, 8, 9, 10)]
    assert "Xem tiếp" not in tam.last.labels


async def test_a_whole_page_that_is_sealed_is_passed_over(talk: Talk) -> None:
    tam = await listed(talk, 10)
    for number in range(1, 10):
        await Board(talk.app, talk.clock).seal(f"TV-000{number}", Sensitive.ACCUSATION)

    await tam.presses("Xem cả 10 câu")

    assert numbers(tam) == ["TV-0010"]


async def test_it_goes_on_where_it_stopped_though_its_last_was_prolonged_meanwhile(
    talk: Talk,
) -> None:
    tam = await listed(talk, 10)
    await tam.presses("Xem cả 10 câu")
    await tam.presses("TV-0008")
    await tam.presses("Gia hạn")
    await tam.says("31/12/2027")

    await tam.presses("Xem tiếp")

    assert numbers(tam) == ["TV-0009", "TV-0010"]


async def test_it_goes_on_where_it_stopped_though_its_last_has_a_newer_answer(talk: Talk) -> None:
    tam = await listed(talk, 10)
    await tam.presses("Xem cả 10 câu")
    await tam.presses("TV-0008")
    await tam.presses("Viết câu mới")
    await tam.says("Từ tháng 7 hộ cận nghèo được vay tối đa 150 triệu đồng.")
    await tam.presses("Gửi duyệt")
    await Person(talk, "hoa").presses("Duyệt")

    await tam.presses("Xem tiếp")

    assert numbers(tam) == ["TV-0009", "TV-0010"]
