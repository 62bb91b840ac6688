"""What an asker is asked about an answer, and told of a promise, where a phone is shared or the
question was a neighbour's. All people are invented."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import WARD_7, answers, asks, official, resident
from tests.stories.neighbours import answered, asks_for, names_home
from tests.stories.test_commitments import ANSWER, GUTTER, PROMISE
from tests.stories.test_shared_phone import KNOCK

SAME = "Cống trước hẻm 12 nghẹt, mưa ngập cả tháng, khi nào phường sửa cống?"
LIGHT = "Đèn đường hẻm 9 tắt cả tháng nay, chừng nào phường sửa?"
A_MONTH = "Câu số {number}. UBND phường 7 trả lời được một tháng rồi, việc đó đã được chưa?"
OWN = "Dạ tin của riêng cô chú:\n\n"


@pytest.fixture
async def office(talk: Talk) -> tuple[Person, Person]:
    """The officer and the head of the ward."""
    tam = await official(talk, "tâm", Role.OFFICER, WARD_7)
    return tam, await official(talk, "hoa", Role.HEAD, WARD_7)


async def _on(talk: Talk, month: int, day: int, hour: int = 9) -> None:
    """On a day of 2026."""
    moment = talk.clock.now().astimezone(talk.app.works.programme.zone)
    await talk.clock.move_to(moment.replace(month=month, day=day, hour=hour, minute=0))
    await talk.tick()


async def _shares(talk: Talk) -> Person:
    """Lan says that others use her phone."""
    lan = await resident(talk, "lan")
    await lan.says("/dulieu")
    await lan.presses("Máy này dùng chung")
    return lan


async def _answer(office: tuple[Person, Person], number: str) -> None:
    tam, hoa = office
    await answers(tam, tam.find(f"{number} ·"), ANSWER)
    await hoa.presses("Duyệt")


async def _opens(lan: Person) -> None:
    assert lan.news() == [KNOCK]
    await lan.presses("Của riêng tôi")


async def test_an_answer_opened_on_a_shared_phone_asks_whether_it_helped(
    talk: Talk, office: tuple[Person, Person]
) -> None:
    lan = await _shares(talk)
    number = await asks(lan, GUTTER)
    await _answer(office, number)
    lan.news()
    await _on(talk, 4, 29, hour=17)
    await _opens(lan)
    assert lan.last.text.endswith(f"{ANSWER}\n\nTrả lời vậy có giúp được cô chú không?")
    assert lan.last.labels == ["Có, cảm ơn", "Chưa, hỏi lại"]

    await lan.presses("Chưa, hỏi lại")
    await lan.says("cống vẫn nghẹt")

    assert lan.last.text.startswith(f"Dạ em đã gửi lại câu {number}")


async def test_two_answers_on_one_card_are_asked_about_by_their_numbers(
    talk: Talk, office: tuple[Person, Person]
) -> None:
    lan = await _shares(talk)
    numbers = [await asks(lan, GUTTER), await asks(lan, LIGHT)]
    for number in numbers:
        await _answer(office, number)
    lan.news()
    await _on(talk, 4, 29, hour=17)
    await _opens(lan)
    assert lan.last.labels == [
        f"{number}: {label}" for number in numbers for label in ("Có, cảm ơn", "Chưa, hỏi lại")
    ]

    await lan.presses(f"{numbers[1]}: Có, cảm ơn")

    assert numbers[1] in lan.last.text


async def test_a_month_later_a_shared_phone_asks_whether_the_matter_is_settled(
    talk: Talk, office: tuple[Person, Person], url: str
) -> None:
    lan = await _shares(talk)
    number = await asks(lan, GUTTER)
    await _answer(office, number)
    lan.news()
    await _on(talk, 4, 29, hour=17)
    await _opens(lan)
    lan.news()

    await _on(talk, 6, 2)
    await _opens(lan)
    assert lan.last.text == OWN + A_MONTH.format(number=number)
    assert lan.last.labels == ["Được rồi", "Chưa được"]
    await lan.presses("Được rồi")

    assert lan.last.text.startswith("Dạ em mừng cho cô chú.")
    assert await ask(url, "SELECT said FROM follow_ups") == [(1,)]


async def test_what_was_asked_again_meanwhile_is_not_asked_about(
    talk: Talk, office: tuple[Person, Person]
) -> None:
    lan = await _shares(talk)
    number = await asks(lan, GUTTER)
    await _answer(office, number)
    lan.news()
    await _on(talk, 4, 29, hour=17)
    await _opens(lan)
    lan.news()
    await _on(talk, 6, 2)

    await lan.presses("Chưa, hỏi lại")
    await lan.says("cống vẫn nghẹt")
    await lan.presses("Của riêng tôi")

    assert lan.last.text == "Dạ bây giờ không có tin riêng nào."


async def _neighbour(talk: Talk, text: str = GUTTER) -> tuple[Person, str]:
    """Ren asks for Bà So, who has no phone."""
    ren = await resident(talk, "ren")
    await names_home(ren, "Sơn Thị So")
    return ren, await asks_for(ren, "Bà Sơn Thị So", text)


async def _asked_a_month_later(talk: Talk, office: tuple[Person, Person]) -> Person:
    ren, number = await _neighbour(talk)
    await answered(*office, number, ANSWER)
    await _on(talk, 4, 29, hour=17)
    await ren.presses("Đã đọc cho bà Sơn Thị So")
    ren.news()
    await _on(talk, 6, 2)
    return ren


async def test_a_month_later_who_asked_for_a_neighbour_reads_the_question_out_and_answers_it(
    talk: Talk, office: tuple[Person, Person], url: str
) -> None:
    ren = await _asked_a_month_later(talk, office)
    assert ren.news() == ["Đọc cho bà Sơn Thị So nghe:\n\n" + A_MONTH.format(number="TV-0001")]
    assert ren.last.labels == [
        "Được rồi",
        "Chưa được",
        "Đã đọc cho bà Sơn Thị So",
        "Chưa gặp được",
    ]

    await ren.presses("Chưa được")
    assert await ask(url, "SELECT said FROM follow_ups") == [(0,)]
    await ren.says("cống vẫn nghẹt")
    assert ren.last.text.startswith("Dạ em đã gửi lại câu TV-0001")
    ren.news()
    await talk.later(days=1, minutes=1)

    assert ren.news() == [], "who has answered is not reminded to read"
    assert await ask(url, "SELECT state, what FROM reach WHERE subject = 'followup:1'") == [
        ("read", "answered")
    ]


async def test_nobody_is_sent_to_a_household_only_to_ask_whether_a_matter_is_settled(
    talk: Talk, office: tuple[Person, Person], url: str
) -> None:
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    await _asked_a_month_later(talk, office)
    khom.news()

    for _ in range(3):
        await talk.later(days=1, minutes=1)

    assert khom.news() == []
    assert await ask(url, "SELECT state FROM reach WHERE subject = 'followup:1'") == [("gone",)]


async def test_a_promise_kept_is_read_out_to_a_neighbour_who_shares_the_answer(
    talk: Talk, office: tuple[Person, Person]
) -> None:
    tam, hoa = office
    await asks(await resident(talk, "lan"), GUTTER)
    ren, number = await _neighbour(talk, SAME)
    await talk.tick()
    await tam.presses("Gộp")
    await tam.presses(next(one for one in tam.last.labels if one.startswith("Gộp")))
    await talk.tick()
    await answers(tam, tam.find("TV-0001 ·"), ANSWER)
    await talk.tick()
    await hoa.presses("Duyệt")
    await _on(talk, 4, 29, hour=17)
    await talk.tick()
    await ren.presses("Đã đọc cho bà Sơn Thị So")
    ren.news()

    await tam.says("/hua")
    await tam.presses("Đã làm xong")
    await tam.says("Đã nạo vét xong ngày 2/5.")
    await talk.tick()
    await talk.tick()

    assert ren.news() == [
        f"Đọc cho bà Sơn Thị So nghe:\n\nCâu số {number}. UBND phường 7 có hứa: “{PROMISE}” "
        "Việc đó làm xong rồi: Đã nạo vét xong ngày 2/5."
    ]
