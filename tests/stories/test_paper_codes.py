"""The code on a paper invitation: a household without a chat gets one, and answers."""

from datetime import timedelta

from bot.domain.households import Household
from bot.domain.signs import ALPHABET, check_sign
from bot.services.seats import seat_codes
from storage import seats
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import resident
from tests.stories.test_offered_seats import named, signed_off


async def printed(talk: Talk, home: Household) -> str:
    """The code on the household's invitation."""
    async with talk.app.works.begin() as work:
        seat = await seats.of(work.tx, 1, home.id)
        assert seat is not None
        return (await seat_codes.code_of(work, seat)).text


async def invited_on_paper(talk: Talk) -> str:
    """Bô Pha is offered a seat on paper; returns the code on it."""
    home = named(await signed_off(talk), "Diệp Thị Bô Pha")
    await talk.tick()
    return await printed(talk, home)


async def test_who_lives_there_answers_by_chat_from_then_on(talk: Talk, url: str) -> None:
    code = await invited_on_paper(talk)
    pha = await resident(talk, "pha", "Phường 1")

    await pha.says(code.lower())
    assert pha.last.text == (
        "Dạ đây là giấy mời của nhà Diệp Thị Bô Pha. "
        "Cô chú là người trong nhà, hay người giúp nhà đó?"
    )
    await pha.presses("Người trong nhà")
    assert pha.last.text == (
        "Dạ từ giờ có tin cho nhà Diệp Thị Bô Pha em báo vào đây. Buổi đối thoại 1 lúc 07:30 thứ "
        "Tư 13/05 tại Hội trường UBND phường 1, nhà mình đi được không?"
    )
    await pha.presses("Sẽ đến")

    assert pha.last.text.startswith("Dạ em giữ chỗ ở Buổi đối thoại 1 cho nhà mình")
    bonds = await ask(url, "SELECT relation, consent FROM household_people")
    assert bonds == [("self", "paper")]


async def test_a_stranger_with_the_paper_is_led_through_consent_and_place(talk: Talk) -> None:
    code = await invited_on_paper(talk)
    pha = talk.person("pha")

    await pha.opens(code)
    await pha.presses("Đồng ý")
    await pha.presses("Phường 1")
    await pha.presses("Khóm 7")

    assert pha.last.text.startswith("Dạ đây là giấy mời của nhà Diệp Thị Bô Pha.")


async def test_a_grandchild_helps_and_both_are_known_to_the_household(talk: Talk, url: str) -> None:
    code = await invited_on_paper(talk)
    pha = await resident(talk, "pha", "Phường 1")
    ren = await resident(talk, "ren", "Phường 7")
    await _joins(pha, code, "Người trong nhà")

    await _joins(ren, code, "Tôi giúp nhà này")

    assert "nhà mình đi được không?" in ren.last.text
    bonds = await ask(url, "SELECT relation FROM household_people ORDER BY id")
    assert bonds == [("self",), ("family",)]


async def _joins(person: Person, code: str, how: str) -> None:
    await person.says(code)
    await person.presses(how)


async def test_a_code_is_good_until_the_session_is_over(talk: Talk) -> None:
    code = await invited_on_paper(talk)
    pha = await resident(talk, "pha", "Phường 1")
    await pha.says(code)
    ends = talk.app.works.programme.sessions[0].ends_at
    await talk.clock.move_to(ends + timedelta(seconds=1))

    await pha.presses("Người trong nhà")

    assert pha.last.text == (
        "Dạ mã này không đúng hoặc đã quá hạn. "
        "Cô chú coi lại trên giấy mời, hoặc hỏi trưởng khóm, trưởng ấp giúp em."
    )


async def test_a_phone_that_two_households_share_hears_for_both_and_merges_neither(
    talk: Talk, url: str
) -> None:
    homes = await signed_off(talk)
    await talk.tick()
    pha = await resident(talk, "pha", "Phường 1")

    for name in ("Diệp Thị Bô Pha", "Lâm Thị Sô Phia"):
        await _joins(pha, await printed(talk, named(homes, name)), "Người trong nhà")
        assert f"có tin cho nhà {name}" in pha.last.text

    bonds = await ask(url, "SELECT relation, COUNT(*) FROM household_people GROUP BY relation")
    assert bonds == [("self", 2)]


async def test_a_code_with_a_slip_is_known_for_one(talk: Talk) -> None:
    code = await invited_on_paper(talk)
    pha = await resident(talk, "pha", "Phường 1")

    await pha.says(code[:-1] + ("A" if code[-1] != "A" else "B"))

    assert pha.last.text.startswith("Dạ mã này không đúng hoặc đã quá hạn.")


async def test_who_guesses_codes_in_chat_rests_after_five(talk: Talk) -> None:
    """As on the page; what follows the seat in a code is guessed, its check sign is reckoned."""
    code = await invited_on_paper(talk)
    guesser, pha = await resident(talk, "lạ", "Phường 1"), await resident(talk, "pha", "Phường 1")
    for wrong in guesses(code, 5):
        await guesser.says(wrong)
        assert "nhà Diệp Thị Bô Pha" not in guesser.last.text

    await guesser.says(code)
    assert guesser.last.text == (
        "Dạ mã này nhập sai nhiều lần quá. Cô chú chờ mười lăm phút rồi thử lại giùm em."
    )
    await pha.says(code)
    assert pha.last.text.startswith("Dạ đây là giấy mời của nhà Diệp Thị Bô Pha.")
    await talk.clock.move(minutes=16)
    await guesser.says(code)

    assert guesser.last.text.startswith("Dạ đây là giấy mời của nhà Diệp Thị Bô Pha.")


def guesses(code: str, many: int) -> list[str]:
    """Codes for the same seat that are written as one should be, and are not its own."""
    read = code.replace("-", "")
    bodies = [read[:-2] + one for one in ALPHABET if one != read[-2]][:many]
    return [body + check_sign(body) for body in bodies]
