"""An answer promises something but says no day: advice before it is sent, and no forgetting."""

import pytest

from bot.domain.people import Role
from bot.services.answers import commitment_figures
from tests.doubles.chat import Person, Talk
from tests.stories.cast import WARD_7, answers, asks, official, resident
from tests.stories.test_commitments import GUTTER

PROMISE = "Phường sẽ sửa cống hẻm 12 trong thời gian sớm nhất."
ANSWER = f"Phường đã xuống coi. {PROMISE} Bà con bỏ rác đúng chỗ giúp phường."
ADVICE = f"Câu này hứa mà chưa có ngày: “{PROMISE}”"


@pytest.fixture
async def cast(talk: Talk) -> tuple[Person, Person, Person]:
    """Lan asked about the gutter; an officer and the head of her ward are there. 29 April."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, WARD_7)
    hoa = await official(talk, "hoa", Role.HEAD, WARD_7)
    await asks(lan, GUTTER)
    return lan, tam, hoa


async def test_who_writes_is_told_and_may_send_it_as_it_is(
    cast: tuple[Person, Person, Person],
) -> None:
    _, tam, hoa = cast

    await tam.replies(tam.find("TV-0001"), ANSWER)

    assert ADVICE in tam.last.text
    assert "Thêm ngày hẹn" in tam.last.labels
    await tam.presses("Gửi duyệt")
    assert hoa.last.text.endswith(
        f"Câu trả lời hứa mà chưa có ngày: “{PROMISE}” Duyệt luôn cũng được, "
        "em ghi vào việc đã hứa để anh chị hẹn ngày sau."
    )
    assert hoa.last.labels == ["Duyệt", "Trả lại"]


async def test_a_day_is_put_into_the_answer_by_one_press_and_one_word(
    cast: tuple[Person, Person, Person],
) -> None:
    _, tam, hoa = cast
    await tam.replies(tam.find("TV-0001"), ANSWER)

    await tam.presses("Thêm ngày hẹn")
    assert tam.last.text == (
        "Việc này hẹn chậm nhất ngày nào? Anh chị nhắn như: 30/9, hoặc trong 10 ngày."
    )
    await tam.says("30/6")

    assert "trong thời gian sớm nhất, chậm nhất 30/06/2026. Bà con" in tam.last.text
    assert ADVICE not in tam.last.text
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    assert "hẹn 30/6/2026" in hoa.find("Em ghi việc đã hứa").text


async def test_a_day_that_is_not_clear_is_asked_for_again_and_the_answer_is_kept(
    cast: tuple[Person, Person, Person],
) -> None:
    _, tam, _ = cast
    await tam.replies(tam.find("TV-0001"), ANSWER)
    await tam.presses("Thêm ngày hẹn")

    await tam.says("bữa nào rảnh")
    assert tam.last.text.startswith("Em chưa rõ ngày nào")
    await tam.says("30/6")

    assert "chậm nhất 30/06/2026" in tam.last.text


async def sent_as_it_is(cast: tuple[Person, Person, Person]) -> None:
    lan, tam, hoa = cast
    await answers(tam, tam.find("TV-0001"), ANSWER)
    await hoa.presses("Duyệt")
    for one in (lan, tam):
        one.news()


async def test_sent_as_it_is_it_stands_on_the_list_without_a_day(
    cast: tuple[Person, Person, Person],
) -> None:
    _, _, hoa = cast
    await sent_as_it_is(cast)

    noted = hoa.find("Em ghi việc đã hứa")
    assert noted.text == (
        f"Em ghi việc đã hứa trong câu TV-0001, chưa hẹn ngày: “{PROMISE}”\n"
        "Không phải lời hứa thì anh chị bấm nút dưới."
    )
    assert noted.labels == ["Hẹn ngày", "Không phải lời hứa"]
    await hoa.says("/hua")
    assert hoa.last.text == f"Câu TV-0001, UBND phường 7 hứa, chưa hẹn ngày: “{PROMISE}”"
    assert hoa.last.labels == ["Đã làm xong", "Hẹn ngày"]


async def test_its_office_is_asked_for_the_day_every_month(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    _, tam, _ = cast
    await sent_as_it_is(cast)
    asked = (
        f"UBND phường 7 đã hứa trong câu TV-0001, chưa hẹn ngày: “{PROMISE}” "
        "Có ngày rồi anh chị bấm Hẹn ngày giúp em."
    )

    heard = []
    for _ in range(33):
        await talk.later(days=1)
        heard += [text for text in tam.news() if text == asked]
    assert heard == [asked]
    for _ in range(31):
        await talk.later(days=1)
        heard += [text for text in tam.news() if text == asked]

    assert heard == [asked, asked]


async def test_its_first_day_needs_no_reason_and_the_asker_reads_it(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    lan, _, hoa = cast
    await sent_as_it_is(cast)
    await hoa.presses("Hẹn ngày")
    assert hoa.last.text == (
        "Việc hứa ở câu TV-0001 hẹn chậm nhất ngày nào? Anh chị nhắn như: 15/10, người hỏi sẽ đọc."
    )

    await hoa.says("30/6")
    assert hoa.last.text == (
        "Câu TV-0001 hẹn 30/6/2026. Em báo người hỏi như vậy, hay anh chị nhắn lại cả câu?"
    )
    await hoa.presses("Hẹn và báo người hỏi")
    await talk.tick()

    assert lan.news()[-1] == (
        f"Dạ, ở câu TV-0001 UBND phường 7 có hứa: “{PROMISE}” Nay hẹn chậm nhất 30/6/2026."
    )
    await hoa.says("/hua")
    assert hoa.last.text == f"Câu TV-0001, UBND phường 7 hẹn 30/6/2026: “{PROMISE}”"


async def test_the_running_order_of_its_ward_says_that_it_has_no_day(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    await sent_as_it_is(cast)

    async with talk.app.works.look() as work:
        second = work.programme.session(2)
        assert second
        [one] = await commitment_figures.promised(work, second)

    assert (one.what, one.due, one.stands) == (f"{PROMISE} (TV-0001)", None, "Chưa hẹn ngày")


async def test_an_answer_that_promises_nothing_gets_no_such_advice(
    cast: tuple[Person, Person, Person],
) -> None:
    _, tam, _ = cast

    await tam.replies(tam.find("TV-0001"), "Phường đã ghi nhận và sẽ xem xét. Cảm ơn cô chú.")

    assert "chưa có ngày" not in tam.last.text
    assert "Thêm ngày hẹn" not in tam.last.labels
