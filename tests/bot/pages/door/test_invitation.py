"""``/m/CODE``: what a household reads behind the code on its paper, and what it answers."""

import re

from bot.domain.households import Household
from bot.domain.seat_codes import read_code
from bot.domain.seats import State
from bot.domain.signs import ALPHABET
from tests.doubles.door_site import Hall, Phone, phone


async def _first(made: Hall) -> tuple[Household, str]:
    home = (await made.door.session.standing(State.OFFERED))[0]
    return home, await made.door.code(home)


async def test_who_is_invited_when_where_and_what_to_bring(made: Hall, lan: Phone) -> None:
    home, code = await _first(made)

    assert await lan.visit(f"/m/{code}") == 200
    assert lan.words("h1") == ["Mời dự Buổi đối thoại 1"]
    assert home.name in lan.words('p class="whom"')[0]
    assert lan.words("dd") == [
        "07:30 thứ Tư 13/05",
        "Hội trường UBND phường 1",
        "giấy mời này, và căn cước nếu tiện",
    ]


async def test_a_code_in_small_letters_without_strokes_is_the_same(made: Hall, lan: Phone) -> None:
    home, code = await _first(made)

    for path in (f"/m/{code.lower()}", f"/m?ma={code.replace('-', '+')}"):
        assert await lan.visit(path) == 200
        assert home.name in lan.page


async def test_yes_and_then_no_is_shown_as_it_stands(made: Hall, lan: Phone) -> None:
    home, code = await _first(made)
    await lan.visit(f"/m/{code}")

    await lan.press("Sẽ đến")
    assert lan.words('p class="standing"')[0].startswith("Dạ em ghi nhà mình sẽ đến.")
    await lan.press("Không đến được")

    assert lan.words('p class="standing"')[0].startswith("Dạ em ghi nhà mình không đến")
    assert (await made.door.session.seat(home)).state is State.DECLINED


async def test_somebody_else_goes_and_a_name_that_is_none_is_given_back(
    made: Hall, lan: Phone
) -> None:
    home, code = await _first(made)
    await lan.visit(f"/m/{code}")

    assert await lan.press("Nhờ người khác đi", name="0900000001") == 409
    assert 'value="0900000001"' in lan.page
    await lan.press("Nhờ người khác đi", name="Sơn Thị Hoa")

    assert "Sơn Thị Hoa đi thay nhà mình" in lan.page
    assert (await made.door.session.seat(home)).guest == "Sơn Thị Hoa"


async def test_who_had_sent_somebody_else_can_say_that_they_come_themselves(
    made: Hall, lan: Phone
) -> None:
    home, code = await _first(made)
    await lan.visit(f"/m/{code}")
    await lan.press("Nhờ người khác đi", name="Sơn Thị Hoa")

    await lan.press("Tôi tự đi")

    assert lan.words('p class="standing"')[0].startswith("Dạ em ghi nhà mình sẽ đến.")
    assert "Tôi tự đi" not in lan.page
    seat = await made.door.session.seat(home)
    assert (seat.state, seat.guest) == (State.ACCEPTED, "")


async def test_a_form_from_elsewhere_changes_nothing_and_is_asked_for_again(
    made: Hall, lan: Phone
) -> None:
    home, code = await _first(made)
    await lan.visit(f"/m/{code}")

    assert await lan.press("Sẽ đến", csrf="of another page") == 403
    assert "Cô chú bấm lại một lần nữa giùm em." in lan.page
    assert (await made.door.session.seat(home)).state is State.OFFERED


async def test_a_name_stands_nowhere_before_the_code_is_right(made: Hall, lan: Phone) -> None:
    home, code = await _first(made)

    assert await lan.visit(f"/m/{_slip(code)}") == 404
    assert home.name not in lan.page
    assert "Dạ mã này chưa đúng." in lan.page


async def test_the_chat_is_opened_with_the_same_code(made: Hall, lan: Phone) -> None:
    _, code = await _first(made)
    await lan.visit(f"/m/{code}")

    link = re.findall(r'<a class="big" href="([^"]*)"', lan.page)

    assert [one.partition("/vao")[2] for one in link] == [f"?start={code}"]


async def test_another_language_is_chosen_and_stays(made: Hall, lan: Phone) -> None:
    _, code = await _first(made)

    await lan.visit(f"/m/{code}?tieng=en")
    assert lan.words("h1") == ["Invitation to Buổi đối thoại 1"]
    await lan.visit(f"/m/{code}")

    assert lan.words("h1") == ["Invitation to Buổi đối thoại 1"]


async def test_a_language_is_chosen_beside_a_code_with_marks_too(lan: Phone) -> None:
    answer = await lan.client.get("/m/%E1%BA%A2BC?tieng=en", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/m/%E1%BA%A2BC")

    assert await lan.visit(answer.headers["location"]) == 404
    assert 'lang="en"' in lan.page


async def test_nothing_may_be_framed_kept_or_asked_of_others(made: Hall, lan: Phone) -> None:
    _, code = await _first(made)
    await lan.visit(f"/m/{code}")
    assert lan.answer
    headers = lan.answer.headers

    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert 'name="robots" content="noindex"' in lan.page


# ── guessing ─────────────────────────────────────────────────────────────────────────────────


def _slip(code: str) -> str:
    """One wrong sign."""
    return code[:-1] + ("A" if code[-1] != "A" else "B")


def _forged(code: str, other: str) -> str:
    """Well written, and of no household: the seat of one, the rest of another."""
    body = f"{code.partition('-')[0]}-{other.partition('-')[2][:-1]}"
    return next(f"{body}{sign}" for sign in ALPHABET if read_code(f"{body}{sign}"))


async def test_who_guesses_closes_one_seat_for_one_address_and_nobody_else_s(
    made: Hall, lan: Phone
) -> None:
    first, second = (await made.door.session.standing(State.OFFERED))[:2]
    code, other = await made.door.code(first), await made.door.code(second)
    forged = _forged(code, other)

    heard = [await lan.visit(f"/m/{forged}") for _ in range(5)]
    closed = await lan.visit(f"/m/{code}")
    neighbour = await lan.visit(f"/m/{other}")
    async with phone(made.site, "10.0.0.2") as elsewhere:
        own = await elsewhere.visit(f"/m/{code}")

    assert (heard, closed, neighbour, own) == ([404] * 5, 429, 200, 200)
    await made.door.session.clock.move(minutes=15)
    assert await lan.visit(f"/m/{code}") == 200


async def test_a_slip_is_no_guess(made: Hall, lan: Phone) -> None:
    _, code = await _first(made)

    for _ in range(20):
        await lan.visit(f"/m/{_slip(code)}")

    assert await lan.visit(f"/m/{code}") == 200
