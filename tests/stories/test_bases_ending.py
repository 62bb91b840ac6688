"""A law ends: today, on a day that is announced, or by mistake. Everybody here is invented."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import asks, official, resident
from tests.stories.test_bases import DECREE, ended, released

AGAIN = "can ngheo vay nuoi bo thi lai bn mot thang"
AFTER = "NĐ 61/2026/NĐ-CP"


async def is_offered(person: Person) -> bool:
    await person.says(AGAIN)
    found = "Xem câu 1" in person.last.labels
    await person.presses("Thôi" if "Thôi" in person.last.labels else person.last.labels[-1])
    return found


async def opened(talk: Talk) -> Person:
    """An organiser looks at the laws that answers rest on."""
    chi = await official(talk, "chi", Role.ORGANISER)
    await chi.says("/traloi")
    await chi.presses("Căn cứ hết hiệu lực")
    return chi


async def test_a_day_that_there_is_not_is_said_and_the_question_stands(talk: Talk) -> None:
    await released(talk)
    chi = await ended(talk, "NĐ 30/2025/NĐ-CP từ 31/6/2025")

    assert chi.last.text == (
        "Ngày tháng không có thật. Anh chị viết như “từ 01/01/2026 đến 31/12/2026” giúp em."
    )
    await chi.says(AFTER)

    assert chi.last.text.startswith(f"{DECREE} đã hết hiệu lực: 1 câu trả lời")


@pytest.mark.parametrize(
    "typed",
    [f"{AFTER} từ 02/05/2026", "2/5/2026", "hết hiệu lực từ 02/05/2026", "đến hết 01/05/2026"],
)
async def test_a_day_to_come_is_kept_and_takes_effect_on_its_day(talk: Talk, typed: str) -> None:
    await released(talk)
    tam = await resident(talk, "tám")

    chi = await ended(talk, typed)
    assert chi.last.text.startswith(
        f"{DECREE} hết hiệu lực từ 02/05/2026: tới ngày đó 1 câu trả lời thôi không đưa ra nữa."
    )
    assert await is_offered(tam)
    await talk.later(days=3)

    assert not await is_offered(tam)


async def test_until_then_who_rests_an_answer_on_it_reads_so(talk: Talk) -> None:
    _, tam, hoa = await released(talk)
    await ended(talk, f"{AFTER} từ 02/05/2026")
    await asks(await resident(talk, "mai"))

    await tam.replies(tam.find("TV-0002"), f"Theo {DECREE} cô chú được vay.")
    assert f"⚠ {DECREE} hết hiệu lực từ 02/05/2026, sau đó là {AFTER}." in tam.last.text
    await tam.presses("Căn cứ")
    await tam.says(DECREE)
    await tam.presses("Gửi duyệt")

    assert hoa.find("TV-0002").text.endswith(f"Căn cứ: {DECREE}")


async def test_those_who_were_given_it_are_told_of_the_day(talk: Talk) -> None:
    await released(talk)
    chi = await ended(talk, f"{AFTER} từ 02/05/2026")

    await chi.presses("Báo người đã nhận")

    assert f"Từ 02/05/2026 có {AFTER} thay thế, cô chú cần thì hỏi lại" in chi.last.text


async def test_an_ending_by_mistake_is_taken_back_once(talk: Talk) -> None:
    await released(talk)
    tam = await resident(talk, "tám")
    chi = await ended(talk)
    assert not await is_offered(tam)

    await chi.presses("Hoàn tác")
    assert chi.last.text.startswith(f"{DECREE} còn hiệu lực như trước, 1 câu trả lời lại")
    assert await is_offered(tam)
    await chi.presses("Hoàn tác")

    assert chi.last.text.startswith(f"{DECREE} đang còn hiệu lực, không có gì để hoàn tác.")


async def test_it_is_found_in_the_list_weeks_later(talk: Talk) -> None:
    await released(talk)
    await ended(talk)
    await talk.later(days=20)

    chi = await opened(talk)
    await chi.presses(f"{DECREE} (đã hết hiệu lực)")
    assert chi.last.labels[:2] == ["Báo người đã nhận", "Hoàn tác"]
    await chi.presses("Hoàn tác")
    await chi.says("/traloi")
    await chi.presses("Căn cứ hết hiệu lực")

    assert chi.last.labels[0] == DECREE


async def test_a_day_that_was_wrong_is_taken_back_and_noted_anew(talk: Talk) -> None:
    await released(talk)
    chi = await ended(talk, f"{AFTER} từ 02/05/2026")
    await chi.presses("Hoàn tác")

    await chi.says("/traloi")
    await chi.presses("Căn cứ hết hiệu lực")
    await chi.presses(DECREE)
    await chi.says(f"{AFTER} từ 02/06/2026")

    assert chi.last.text.startswith(f"{DECREE} hết hiệu lực từ 02/06/2026")


async def test_only_organisers_take_it_back(talk: Talk) -> None:
    _, tam, _ = await released(talk)
    await ended(talk)

    await talk.arrive(tam.inbound(press="basisundo:1", press_id="forged", happened="pressed"))

    assert "còn hiệu lực" not in tam.last.text
    assert not await is_offered(await resident(talk, "tám"))
