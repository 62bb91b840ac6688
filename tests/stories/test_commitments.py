"""What an answer promises: noted, reminded, kept or moved, and asked about a month later."""

import pytest

from bot.domain.people import Grant, Role
from bot.services.people import invitations
from tests.doubles.chat import Message, Person, Talk
from tests.stories.cast import WARD_7, answers, asks, official, resident

GUTTER = "Cống trước hẻm 12 nghẹt cả tháng, mưa là ngập, chừng nào phường sửa?"
PROMISE = "Phường sẽ sửa cống hẻm 12 trước 30/6."
ANSWER = f"Phường đã xuống coi. {PROMISE} Bà con bỏ rác đúng chỗ giúp phường."


@pytest.fixture
async def cast(talk: Talk) -> tuple[Person, Person, Person]:
    """Lan asked about the gutter; the ward's officer answered, its head approved. 29 April."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, WARD_7)
    hoa = await official(talk, "hoa", Role.HEAD, WARD_7)
    await asks(lan, GUTTER)
    await answers(tam, tam.find("TV-0001"), ANSWER)
    await hoa.presses("Duyệt")
    for one in (lan, tam):
        one.news()
    return lan, tam, hoa


async def _on(talk: Talk, month: int, day: int, hour: int = 9) -> None:
    """On a day of 2026, at nine in the morning if nothing else is said."""
    moment = talk.clock.now().astimezone(talk.app.works.programme.zone)
    await talk.clock.move_to(moment.replace(month=month, day=day, hour=hour, minute=0))
    await talk.tick()


def _promises(person: Person) -> list[str]:
    return [text for text in person.news() if PROMISE in text]


async def test_who_approves_hears_what_was_taken_for_a_promise(
    cast: tuple[Person, Person, Person],
) -> None:
    _, _, hoa = cast
    noted = hoa.find("Em ghi việc đã hứa")
    assert noted.text == (
        f"Em ghi việc đã hứa trong câu TV-0001, hẹn 30/6/2026: “{PROMISE}”\n"
        "Không phải lời hứa thì anh chị bấm nút dưới."
    )

    await hoa.presses("Không phải lời hứa")
    await hoa.says("/hua")
    assert hoa.last.text == "Dạ không còn việc nào đã hứa mà chưa xong."


async def test_its_office_is_reminded_before_on_and_after_the_day_each_once(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    _, tam, hoa = cast
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await _on(talk, 6, 24)
    assert _promises(tam) == []

    await _on(talk, 6, 25)  # Thursday: three working days before Tuesday the 30th
    (before,) = _promises(tam)
    assert before.startswith("UBND phường 7 đã hứa trong câu TV-0001, hẹn 30/6/2026")
    await talk.later(hours=3)
    await _on(talk, 6, 30)
    (today,) = _promises(tam)
    assert today.startswith("Hôm nay tới hẹn")
    assert _promises(organiser) == []

    await _on(talk, 7, 1)
    (late,) = _promises(organiser)
    assert late.startswith("Quá hẹn 30/6/2026 mà chưa có tin")
    assert late.endswith("Anh chị nhắc cơ quan đó giúp em.")
    assert hoa.find("Quá hẹn").labels == ["Đã làm xong", "Dời hẹn"]
    await _on(talk, 7, 9)
    assert _promises(organiser) == []


async def test_an_organiser_reads_what_all_offices_have_promised_what_is_late_first(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await _promised(talk, "mai", "Phường sẽ gắn đèn hẻm 14 trước 15/8.")
    await _promised(talk, "tư", "Phường sẽ trải đá hẻm 16 trước 30/5.", private=True)
    await _on(talk, 7, 2)

    await organiser.says("/hua")

    assert organiser.last.text == (
        "Việc các cơ quan đã hứa mà chưa xong, quá hẹn đứng trước:\n"
        "- TV-0003 · UBND phường 7 · quá hẹn 30/5/2026: “(hứa riêng với người hỏi)”\n"
        f"- TV-0001 · UBND phường 7 · quá hẹn 30/6/2026: “{PROMISE}”\n"
        "- TV-0002 · UBND phường 7 · hẹn 15/8/2026: “Phường sẽ gắn đèn hẻm 14 trước 15/8.”"
    )


async def test_whoever_has_an_office_and_organises_reads_their_own_and_then_all(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    _, tam, hoa = cast
    async with talk.app.works.begin() as work:
        code = await invitations.invite(work, Grant(Role.ORGANISER, ""), by=None)
    await hoa.opens(code)
    await hoa.says("/hua")

    await hoa.presses("Việc hứa của mọi cơ quan")

    assert PROMISE in hoa.last.text
    await talk.arrive(tam.inbound(press="commitmentsall:0", happened="pressed"))
    assert PROMISE not in tam.last.text, "not for those who have no such role"


async def test_all_promises_are_read_a_page_at_a_time(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    _, _, hoa = cast
    organiser = await official(talk, "tổ", Role.ORGANISER)
    days = [f"Phường sẽ sửa hẻm {one} trước {one}/8." for one in range(1, 12)]
    await _promised(talk, "mai", " ".join(days))
    await organiser.says("/hua")
    assert organiser.last.text.count("\n- ") == 10

    await organiser.presses("Xem tiếp")

    assert [one.partition("“")[2] for one in organiser.last.text.splitlines()[1:]] == [
        "Phường sẽ sửa hẻm 10 trước 10/8.”",
        "Phường sẽ sửa hẻm 11 trước 11/8.”",
    ]
    await hoa.says("/hua")


async def _promised(talk: Talk, chat: str, words: str, *, private: bool = False) -> None:
    """Somebody asks, and the ward's office answers with these words."""
    await asks(await resident(talk, chat), GUTTER)
    tam, hoa = talk.person("tâm"), talk.person("hoa")
    await tam.replies(tam.last, f"Phường đã xuống coi. {words}")
    await tam.presses("Gửi duyệt riêng người hỏi" if private else "Gửi duyệt")
    await hoa.presses("Duyệt")


async def test_whoever_was_promised_it_hears_once_that_the_day_has_passed(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    """Also where the program slept: never at night. Nobody did the work, so nobody says so."""
    lan, tam, _ = cast
    await _on(talk, 4, 29, hour=17)
    lan.news()
    await _on(talk, 6, 30)
    assert _promises(lan) == []

    await _on(talk, 7, 1, hour=23)
    assert _promises(lan) == []
    await talk.later(hours=8)

    assert _promises(lan) == [
        f"Dạ, ở câu TV-0001 UBND phường 7 có hứa: “{PROMISE}” Nay đã qua ngày hẹn 30/6/2026 mà em "
        "chưa nghe tin gì. Em xin lỗi cô chú; có tin là em báo liền."
    ]
    await _on(talk, 7, 20)
    assert _promises(lan) == []
    await tam.says("/hua")
    await tam.presses("Đã làm xong")
    await tam.says("Đã nạo vét xong ngày 19/7.")
    (kept,) = _promises(lan)
    assert kept.endswith("Việc đó làm xong rồi: Đã nạo vét xong ngày 19/7.")


async def test_what_is_done_is_told_to_who_asked_and_reminds_nobody_any_more(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    lan, tam, _ = cast
    await _on(talk, 6, 25)
    lan.news()

    await tam.presses("Đã làm xong")
    await tam.says("Đã nạo vét xong ngày 24/6.")

    assert lan.news() == [
        f"Dạ, ở câu TV-0001 UBND phường 7 có hứa: “{PROMISE}” Việc đó làm xong rồi: "
        "Đã nạo vét xong ngày 24/6."
    ]
    tam.news()
    await _on(talk, 7, 1)
    assert _promises(tam) == []


async def test_another_day_needs_a_reason_that_the_asker_reads(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    lan, tam, _ = cast
    await _on(talk, 6, 25)
    lan.news()

    await tam.presses("Dời hẹn")
    await tam.says("chờ vật tư")
    assert tam.last.text.startswith("Em chưa rõ ngày mới, từ mai trở đi.")
    await tam.says("sau Tết, chờ vật tư")
    assert tam.last.text.startswith("Em chưa rõ ngày mới, từ mai trở đi.")
    await tam.says("15/7")
    assert tam.last.text.startswith("Em thấy ngày rồi mà chưa thấy lý do.")
    await tam.says("15/7, chờ vật tư")
    assert tam.last.text == (
        "Câu TV-0001 dời từ 30/6/2026 tới 15/7/2026, vì: chờ vật tư. Em báo người hỏi như vậy,"
        " hay anh chị nhắn lại cả câu?"
    )
    assert lan.news() == []
    await tam.presses("Dời và báo người hỏi")

    assert tam.last.text == "Em đã dời hẹn câu TV-0001 tới 15/7/2026, và báo người hỏi."
    tam.news()
    (told,) = lan.news()
    assert told.endswith("Nay xin dời tới 15/7/2026, vì chờ vật tư")
    await _on(talk, 6, 30)
    assert _promises(tam) == []
    await _on(talk, 7, 10)
    assert len(_promises(tam)) == 1


async def test_more_time_counts_from_the_day_that_was_promised(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    """Said two months before: ten days more than promised, not ten days from now."""
    lan, tam, _ = cast
    await _on(talk, 4, 29, hour=17)
    lan.news()
    await tam.says("/hua")
    await tam.presses("Dời hẹn")

    await tam.says("dời thêm 10 ngày vì chờ vật tư")
    assert tam.last.text.startswith("Câu TV-0001 dời từ 30/6/2026 tới 10/7/2026, vì: chờ vật tư.")
    await tam.says("thêm 2 tuần, chờ vật tư")  # the line is written again
    await tam.presses("Dời và báo người hỏi")

    (told,) = lan.news()
    assert told.endswith("Nay xin dời tới 14/7/2026, vì chờ vật tư")


async def test_a_promise_moves_to_no_earlier_day(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    lan, tam, _ = cast
    await _on(talk, 6, 20)
    lan.news()
    await tam.says("/hua")
    await tam.presses("Dời hẹn")
    for words in ("25/6, chờ vật tư", "30/6, chờ vật tư"):
        await tam.says(words)
        assert tam.last.text.startswith("Việc này đang hẹn 30/6/2026, nên ngày mới phải sau")
    assert lan.news() == []


async def test_what_two_have_read_is_moved_once_and_never_back(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    lan, tam, hoa = cast
    await _on(talk, 6, 20)
    lan.news()
    for one, words in ((hoa, "10/7, chờ vật tư"), (tam, "15/7, chờ thợ")):
        await one.says("/hua")
        await one.presses("Dời hẹn")
        await one.says(words)
    await tam.presses("Dời và báo người hỏi")
    await hoa.presses("Dời và báo người hỏi")

    assert hoa.last.text.startswith("Việc này đang hẹn 15/7/2026")
    assert [one.partition("Nay xin ")[2] for one in lan.news()] == ["dời tới 15/7/2026, vì chờ thợ"]
    await tam.presses("Dời và báo người hỏi")  # pressed again: it is asked anew
    assert tam.last.text.startswith("Câu TV-0001 dời tới ngày nào, vì sao?")


async def test_another_office_neither_sees_nor_settles_it(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    other = await official(talk, "nga", Role.HEAD, "nhcsxh")
    await other.says("/hua")
    assert other.last.text == "Dạ không còn việc nào đã hứa mà chưa xong."
    await talk.arrive(other.inbound(press="commitmentkept:1", happened="pressed"))
    assert other.last.text.startswith("Việc này của cơ quan khác.")


async def _a_month_later(talk: Talk, lan: Person) -> Message:
    """The answer is on the air at five in the afternoon; thirty days go by."""
    await _on(talk, 4, 29, hour=17)
    assert PROMISE in lan.find("trả lời câu TV-0001").text
    await _on(talk, 6, 2)
    return lan.find("Việc của cô chú đã được chưa?")


async def test_a_month_after_the_answer_its_asker_is_asked_once(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    lan, _, _ = cast
    asked = await _a_month_later(talk, lan)
    assert asked.text.startswith(
        "Dạ, câu TV-0001 về đường, hẻm, cống, đèn trả lời được một tháng rồi."
    )

    await lan.presses("Được rồi")
    assert lan.last.text.startswith("Dạ em mừng cho cô chú.")
    lan.news()
    await talk.later(days=31)
    assert [one for one in lan.news() if "đã được chưa" in one] == []


async def test_a_no_takes_it_back_with_the_reason(
    talk: Talk, cast: tuple[Person, Person, Person]
) -> None:
    lan, tam, _ = cast
    await _a_month_later(talk, lan)

    await lan.presses("Chưa được")
    await lan.says("cống vẫn nghẹt")

    assert lan.last.text.startswith("Dạ em đã gửi lại câu TV-0001")
    assert "🔁 Hỏi lại vì: “cống vẫn nghẹt”" in tam.find("TV-0001 ·").text
