"""A province of a hundred and more wards: a list that a phone can show, and every ward in it."""

from dataclasses import replace

from bot.domain.agencies import Hamlet, Ward
from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import official

WARDS = 124


def as_a_province(talk: Talk) -> None:
    """The example's programme, with as many wards as a province has since 2025."""
    cache = talk.app.works.cache
    model = cache.programme.wards[0]
    wards = tuple(
        replace(model, id=f"x{n}", name=f"Xã {n}", hamlets=_hamlets(model, n))
        for n in range(1, WARDS + 1)
    )
    cache.put(replace(cache.programme, wards=wards))


def _hamlets(model: Ward, n: int) -> tuple[Hamlet, ...]:
    return tuple(replace(one, id=f"x{n}-{one.id}") for one in model.hamlets)


async def comes(talk: Talk) -> Person:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")
    return lan


async def test_a_page_of_the_wards_is_shown_and_going_on_shows_the_next(talk: Talk) -> None:
    as_a_province(talk)
    lan = await comes(talk)
    assert lan.last.labels == [*(f"Xã {n}" for n in range(1, 17)), "Xem thêm nữa", "Thôi"]

    await lan.presses("Xem thêm nữa")

    assert lan.last.text == "Dạ phần tiếp theo đây. Bấm một nút, hoặc nhắn tên cũng được."
    assert lan.last.labels == [*(f"Xã {n}" for n in range(17, 33)), "Xem thêm nữa", "Thôi"]
    await lan.presses("Xã 30")
    assert lan.last.text == "Cô chú ở khóm, ấp nào của Xã 30?"


async def test_the_name_of_a_ward_that_is_not_shown_can_be_typed(talk: Talk) -> None:
    as_a_province(talk)
    lan = await comes(talk)

    await lan.says("xa 97")

    assert lan.last.text == "Cô chú ở khóm, ấp nào của Xã 97?"


async def test_going_on_from_a_list_that_is_long_past_is_politely_refused(talk: Talk) -> None:
    as_a_province(talk)
    lan = await comes(talk)
    await lan.presses("Thôi")

    await lan.presses("Xem thêm nữa")

    assert lan.last.text.startswith("Dạ nút")


async def test_hamlet_heads_are_invited_by_ward_and_hamlet(talk: Talk) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)

    await organiser.says("/moi")
    await organiser.presses("trưởng khóm, ấp")
    await organiser.presses("Phường 7")
    await organiser.presses("Khóm 3, Phường 7")

    assert organiser.last.text.startswith("Mã mời trưởng khóm, ấp – Khóm 3, Phường 7: ")
