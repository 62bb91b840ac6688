"""*Đã được việc chưa?*: what is said of each answer stays, and is summed up by policy."""

from datetime import timedelta

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import WARD_7, answers, asks, official, resident
from tests.stories.test_commitments import GUTTER

MONTH = timedelta(days=31)
_ROUNDS = "SELECT question, round, said FROM follow_ups ORDER BY question, round"
_SUMS = "SELECT topic, asked, settled, unsettled FROM follow_up_counts ORDER BY topic"


@pytest.fixture
async def office(talk: Talk) -> tuple[Person, Person]:
    """The officer and the head of the ward."""
    tam = await official(talk, "tâm", Role.OFFICER, WARD_7)
    return tam, await official(talk, "hoa", Role.HEAD, WARD_7)


async def _answered(talk: Talk, office: tuple[Person, Person], number: str) -> None:
    """Its answer goes on the air at the next slot, in the morning or the afternoon."""
    tam, hoa = office
    await answers(tam, tam.find(f"{number} ·"), "Phường đã nạo vét rồi.")
    await hoa.presses("Duyệt")
    for hour, minute in ((5, 31), (17, 1), (5, 31)):
        await _at(talk, hour, minute)


async def _at(talk: Talk, hour: int, minute: int = 0) -> None:
    """The next time that it is so late."""
    now = talk.clock.now().astimezone(talk.app.works.programme.zone)
    then = now.replace(hour=hour, minute=minute)
    await talk.clock.move_to(then if then > now else then + timedelta(days=1))
    await talk.tick()


async def _a_month_later(talk: Talk) -> None:
    await talk.clock.move(seconds=MONTH.total_seconds())
    await _at(talk, 9)


async def _says_no(talk: Talk, lan: Person, why: str = "cống vẫn nghẹt") -> None:
    await _a_month_later(talk)
    await lan.presses("Chưa được")
    await lan.says(why)


async def test_a_no_stays_when_the_question_is_answered_again(
    talk: Talk, office: tuple[Person, Person], url: str
) -> None:
    lan = await resident(talk, "lan")
    number = await asks(lan, GUTTER)
    await _answered(talk, office, number)
    await _says_no(talk, lan)
    await _answered(talk, office, number)
    assert await ask(url, _ROUNDS) == [(1, 0, 0), (1, 1, None)]

    await _a_month_later(talk)
    assert lan.last.labels == ["Được rồi", "Chưa được"]
    await lan.presses("Được rồi")

    assert await ask(url, _ROUNDS) == [(1, 0, 0), (1, 1, 1)]
    assert await ask(url, _SUMS) == [("ha_tang", 2, 1, 1)]


async def test_a_later_word_takes_the_place_of_an_earlier_one(
    talk: Talk, office: tuple[Person, Person], url: str
) -> None:
    lan = await resident(talk, "lan")
    await _answered(talk, office, await asks(lan, GUTTER))
    await _a_month_later(talk)

    await lan.presses("Chưa được")
    await lan.presses("Chưa được")
    assert await ask(url, _SUMS) == [("ha_tang", 1, 0, 1)]
    await lan.presses("Được rồi")

    assert await ask(url, _SUMS) == [("ha_tang", 1, 1, 0)]


async def test_an_answer_that_was_replaced_within_the_month_is_not_asked_about(
    talk: Talk, office: tuple[Person, Person], url: str
) -> None:
    lan = await resident(talk, "lan")
    number = await asks(lan, GUTTER)
    await _answered(talk, office, number)
    await lan.presses("Chưa, hỏi lại")
    await lan.says("cống vẫn nghẹt")
    await _answered(talk, office, number)

    lan.news()
    await _a_month_later(talk)

    assert len([text for text in lan.news() if "đã được chưa?" in text]) == 1
    assert await ask(url, _ROUNDS) == [(1, 1, None)]
    assert await ask(url, _SUMS) == [("ha_tang", 1, 0, 0)]


async def test_the_card_of_a_question_that_is_back_names_the_policy(
    talk: Talk, office: tuple[Person, Person]
) -> None:
    lan = await resident(talk, "lan")
    number = await asks(lan, GUTTER)
    await _answered(talk, office, number)
    await _says_no(talk, lan)

    assert office[0].find(f"{number} ·").text.splitlines()[2:4] == [
        "Một tháng sau khi trả lời, bà con nói chưa được việc · chính sách: đường, hẻm, cống, đèn",
        "🔁 Hỏi lại vì: “cống vẫn nghẹt”",
    ]


async def test_who_asks_again_at_once_is_not_said_to_have_waited_a_month(
    talk: Talk, office: tuple[Person, Person]
) -> None:
    lan = await resident(talk, "lan")
    number = await asks(lan, GUTTER)
    await _answered(talk, office, number)
    await lan.presses("Chưa, hỏi lại")
    await lan.says("cống vẫn nghẹt")

    assert office[0].find(f"{number} ·").text.splitlines()[2] == "🔁 Hỏi lại vì: “cống vẫn nghẹt”"


async def test_once_it_is_asked_again_for_another_reason_the_month_is_not_named(
    talk: Talk, office: tuple[Person, Person]
) -> None:
    """Only what was said of the answer before this one."""
    lan = await resident(talk, "lan")
    number = await asks(lan, GUTTER)
    await _answered(talk, office, number)
    await _says_no(talk, lan)
    await _answered(talk, office, number)
    await lan.presses("Chưa, hỏi lại")
    await lan.says("nước vẫn lên")

    assert "Một tháng sau" not in office[0].find(f"{number} ·").text


async def test_an_organiser_reads_in_chat_what_was_said_of_each_policy(
    talk: Talk, office: tuple[Person, Person]
) -> None:
    """Of questions in a session and outside any alike; nobody else reads it."""
    ban = await official(talk, "ban", Role.ORGANISER)
    lan = await resident(talk, "lan")
    number = await asks(lan, GUTTER)
    await _answered(talk, office, number)
    await _says_no(talk, lan)
    await _answered(talk, office, number)
    await _a_month_later(talk)
    await lan.presses("Được rồi")

    quan = await official(talk, "quản", Role.ADMIN)
    for one in (ban, quan, office[0]):
        one.news()
        await one.says("/hua")

    said = (
        "Một tháng sau khi trả lời em có hỏi thăm bà con. Tính mọi câu hỏi tới nay:\n"
        "đường, hẻm, cống, đèn: hỏi 2 lượt, được 1, chưa 1"
    )
    assert ban.news() == [said, "Dạ không còn việc nào đã hứa mà chưa xong."]
    assert quan.news() == [
        said,
        "Việc đã hứa thì cơ quan nào hứa cơ quan đó ghi, ban tổ chức xem được tất cả.",
    ]
    assert office[0].news() == ["Dạ không còn việc nào đã hứa mà chưa xong."]
