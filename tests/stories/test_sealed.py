"""Who may see what: a secret is planted, and looked for in what everybody else received."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, INSURER, WARD_7, official, resident

CRISIS = "Tôi không muốn sống nữa, chồng tôi đánh hoài, tôi ở hẻm BÍMẬT"
ACCUSATION = "Cán bộ khóm ăn chặn tiền trợ cấp của hộ nghèo, tôi có giấy BÍMẬT"
PRIVATE = "Tôi bị HIV, thẻ bảo hiểm y tế có chi trả thuốc không, tôi tên BÍMẬT"
OPEN = "Hộ cận nghèo vay 50 triệu nuôi bò BÍMẬT thì lãi bao nhiêu một tháng?"
SECRET = "BÍMẬT"


async def everybody(talk: Talk) -> dict[str, Person]:
    """Officials of every queue and ward, who runs the programme, and neighbours."""
    town = {
        "bystander": await resident(talk, "bảy"),
        "reader": await official(talk, "sơn", Role.RELAY, "p7"),
        "organiser": await official(talk, "tổ", Role.ORGANISER),
        "admin": await official(talk, "trị", Role.ADMIN),
        "clerk": await official(talk, "ký", Role.CLERK, "2"),
    }
    for agency in talk.app.works.programme.agencies:
        scope = WARD_7 if agency.is_ward_kind else agency.id
        town[f"officer {scope}"] = await official(talk, f"o-{scope}", Role.OFFICER, scope)
        town[f"head {scope}"] = await official(talk, f"h-{scope}", Role.HEAD, scope)
    await town["bystander"].says("/traloi")
    await town["bystander"].presses("Nhận trả lời của phường")
    return town


async def groups(talk: Talk, town: dict[str, Person]) -> None:
    """Every queue has its group, and so has the ward."""
    for name, person in town.items():
        if name.startswith("officer "):
            group = talk.group(f"-{name}", name)
            await group.member(person).says("/nhom")
            await group.member(person).presses("Nối nhóm này")
    ward = talk.group("-ward", "Bà con")
    await ward.member(town["reader"]).says("/nhom")
    await ward.member(town["reader"]).presses("Nối nhóm này")


async def look_around(town: dict[str, Person]) -> None:
    """Everybody opens everything they have."""
    for person in town.values():
        for command in ("/hangdoi", "/bantin", "/traloi", "/cauhoi", "/phien", "/dulieu"):
            await person.says(command)


def who_read(talk: Talk, secret: str = SECRET) -> set[str]:
    return {
        chat
        for chat, messages in talk.platform.chats.items()
        if any(secret in one.text for one in messages.values())
    }


async def tells(talk: Talk, text: str) -> Person:
    lan = await resident(talk, "lan")
    await lan.says(text)
    if "Đúng rồi, gửi đi" in lan.last.labels:
        await lan.presses("Đúng rồi, gửi đi")
    return lan


def head_and_officer(talk: Talk, town: dict[str, Person]) -> tuple[Person, Person]:
    """Those of the one queue whose head read it."""
    ((name, head),) = [
        (name, person)
        for name, person in town.items()
        if name.startswith("head ") and person.chat in who_read(talk)
    ]
    return head, town[name.replace("head", "officer")]


@pytest.mark.parametrize("text", [CRISIS, ACCUSATION])
async def test_a_sealed_question_is_read_by_the_heads_of_its_queue_alone(
    talk: Talk, text: str
) -> None:
    town = await everybody(talk)
    await groups(talk, town)

    await tells(talk, text)
    await look_around(town)

    head, _ = head_and_officer(talk, town)
    assert who_read(talk) - {"lan"} == {head.chat}


@pytest.mark.parametrize("text", [CRISIS, ACCUSATION])
async def test_the_answer_to_a_sealed_question_goes_to_its_asker_alone(
    talk: Talk, text: str
) -> None:
    town = await everybody(talk)
    await groups(talk, town)
    lan = await tells(talk, text)
    head, _ = head_and_officer(talk, town)
    await head.replies(head.find(SECRET), f"Tối nay có người tới gặp {SECRET}.")
    await head.presses("Gửi duyệt")
    await head.presses("Duyệt")

    await talk.later(hours=7)
    await talk.later(days=1)
    await look_around(town)

    assert "Tối nay có người tới gặp" in lan.find("trả lời câu").text
    assert who_read(talk) - {"lan"} == {head.chat}


async def test_a_private_question_is_read_by_its_queue_and_never_in_public(talk: Talk) -> None:
    town = await everybody(talk)
    await groups(talk, town)
    lan = await tells(talk, PRIVATE)
    head, officer = town[f"head {INSURER}"], town[f"officer {INSURER}"]
    await officer.replies(officer.find(SECRET), f"Thẻ có chi trả thuốc, gặp {SECRET}.")
    ways = [label for label in officer.last.labels if label.startswith("Gửi duyệt")]
    assert ways == ["Gửi duyệt"], "it is for the asker alone anyway"
    await officer.presses("Gửi duyệt")
    await head.presses("Duyệt")

    await talk.later(hours=7)
    await talk.later(days=1)
    await look_around(town)

    assert "Thẻ có chi trả thuốc" in lan.find("trả lời câu").text
    assert who_read(talk) == {"lan", head.chat, officer.chat}


async def test_an_open_question_is_read_by_its_queue_until_the_ward_hears_it(talk: Talk) -> None:
    town = await everybody(talk)
    await tells(talk, OPEN)
    await look_around(town)
    head, officer = town[f"head {BANK}"], town[f"officer {BANK}"]
    assert who_read(talk) == {"lan", head.chat, officer.chat}

    await officer.replies(officer.find(SECRET), ANSWER)
    await officer.presses("Gửi duyệt")
    await head.presses("Duyệt")
    await talk.later(hours=7)

    assert who_read(talk) == {"lan", "bảy", "sơn", head.chat, officer.chat}


async def test_a_crisis_wakes_the_head_at_night_without_waiting_for_a_tap(talk: Talk) -> None:
    heads = [
        await official(talk, f"h-{one.id}", Role.HEAD, WARD_7 if one.is_ward_kind else one.id)
        for one in talk.app.works.programme.agencies
    ]
    lan = await resident(talk, "lan")
    await talk.clock.move(hours=13)  # 23:00

    await lan.says(CRISIS)

    assert sum("🚨 Khẩn" in one.last.text for one in heads) == 1
    assert lan.last.text.startswith(
        "Dạ em đã báo ngay cho lãnh đạo UBND phường 7. Chỉ lãnh đạo đọc"
    )


async def test_a_crisis_without_any_head_calls_who_runs_the_programme(talk: Talk) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await talk.clock.move(hours=13)

    lan = await tells(talk, CRISIS)

    assert lan.last.text.startswith(
        "Dạ chưa có lãnh đạo UBND phường 7 ở đây nên em đã nhờ ban tổ chức gọi ngay. "
    )
    assert organiser.last.text.startswith("🚨 Câu khẩn TV-0001 ở ")
    assert SECRET not in organiser.last.text


async def test_many_sealed_questions_do_not_hide_the_open_ones_from_an_officer(
    talk: Talk,
) -> None:
    officer = await official(talk, "tâm", Role.OFFICER, WARD_7)
    lan = await resident(talk, "lan")
    for _ in range(7):
        await lan.says(ACCUSATION)
        await lan.presses("Cơ quan khác")
        await lan.presses("UBND phường 7")
    await lan.says("Đèn đường hẻm 12 hư cả tháng, chừng nào sửa?")
    await lan.presses("Đúng rồi, gửi đi")
    officer.news()

    await officer.says("/hangdoi")

    heading, card = officer.news()
    assert heading.startswith("Hàng đợi UBND phường 7: 1 chờ nhận")
    assert card.startswith("TV-0008")


@pytest.mark.parametrize("text", [CRISIS, ACCUSATION])
async def test_a_sealed_question_that_is_late_is_shown_to_its_heads_alone(
    talk: Talk, text: str
) -> None:
    """Not even its number reaches an officer or a group; organisers read that something is late."""
    town = await everybody(talk)
    await groups(talk, town)
    await tells(talk, text)
    head, _ = head_and_officer(talk, town)
    await head.presses("Nhận")  # who is in danger would be called out otherwise

    for _ in range(3):
        await talk.later(days=7)

    assert "quá hẹn rồi" in head.find("TV-0001").text
    assert "có việc chỉ lãnh đạo được xem, hẹn" in town["organiser"].find("🔒").text
    assert who_read(talk, "TV-0001") - {"lan"} == {head.chat}


async def test_where_no_head_is_left_the_organisers_hear_that_and_nothing_of_it(
    talk: Talk,
) -> None:
    ban = await official(talk, "ban", Role.ORGANISER)
    await tells(talk, ACCUSATION)

    await talk.later(days=14)

    assert "có việc chỉ lãnh đạo được xem" in ban.find("🔒").text
    assert who_read(talk, "TV-0001") == {"lan"}
