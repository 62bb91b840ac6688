"""Somebody signs up who has the name of a household on the ward's list: one, or two?"""

from bot.domain.people import Role
from tests.doubles import roster
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import official, resident
from tests.stories.test_signing_up import signs_up

NAME = "Diệp Thị Bô Pha"


async def signed_up_as_one_on_the_list(talk: Talk) -> tuple[Person, Person]:
    """The sample's first household is in Khóm 7 of ward 1; her head of the hamlet, and her."""
    khom = await official(talk, "khóm", Role.HAMLET, "p1-k7")
    async with talk.app.works.begin() as work:
        await roster.enlist_sample(work, 1)
    pha = await resident(talk, "pha", "Phường 1")
    await signs_up(pha, NAME)
    pha.news()
    return khom, pha


async def test_a_name_joins_nobody_and_the_head_of_the_hamlet_is_asked(
    talk: Talk, url: str
) -> None:
    khom, _ = await signed_up_as_one_on_the_list(talk)

    assert khom.last.text == (
        f"{NAME} vừa tự đăng ký qua tin nhắn, danh sách phường cũng có hộ tên này ở Khóm 7, "
        "Phường 1. Có phải cùng một hộ không, anh chị?"
    )
    homes = await ask(url, f"SELECT source FROM households WHERE name = '{NAME}' ORDER BY id")
    assert homes == [("roster",), ("chat",)]
    await khom.presses("Hai hộ khác nhau")

    assert khom.last.text == "Em để hai hộ riêng. Cảm ơn anh chị."
    assert await ask(url, "SELECT COUNT(*) FROM seats WHERE state = 'listed'") == [(111,)]


async def test_one_household_has_one_place_and_its_news_by_chat(talk: Talk, url: str) -> None:
    khom, pha = await signed_up_as_one_on_the_list(talk)

    await khom.presses("Cùng một hộ")

    assert khom.last.text.startswith(f"Em đã nối {NAME} với hộ trong danh sách phường")
    assert pha.news() == [
        "Dạ nhà mình có sẵn trong danh sách của Khóm 7, Phường 1 rồi, em nối lại cho cô chú. "
        "Có tin về chỗ ngồi em báo vào đây."
    ]
    assert await ask(url, "SELECT COUNT(*) FROM seats WHERE state = 'listed'") == [(110,)]
    bonds = "SELECT h.source, b.consent FROM household_people AS b JOIN households AS h"
    assert await ask(url, f"{bonds} ON h.id = b.household WHERE b.until IS NULL") == [
        ("roster", "spoken")
    ]
    await pha.presses("Lịch đối thoại")
    assert "Cô chú đã đăng ký Buổi đối thoại 1, đang chờ xếp chỗ." in pha.last.text


async def test_pressing_twice_joins_once(talk: Talk) -> None:
    khom, _ = await signed_up_as_one_on_the_list(talk)
    await khom.presses("Cùng một hộ")

    await khom.presses("Cùng một hộ")

    assert khom.last.text == (
        "Hộ này không còn trong danh sách nữa. Anh chị mở Các buổi để xem danh sách mới."
    )


async def test_the_head_of_another_hamlet_joins_nobody(talk: Talk) -> None:
    khom, _ = await signed_up_as_one_on_the_list(talk)
    _, yes = khom.button("Cùng một hộ")
    other = await official(talk, "khác", Role.HAMLET, "p1-k3")

    await talk.arrive(other.inbound(press=yes.data, happened="pressed"))

    assert other.last.text.startswith("Hộ này không thuộc khóm, ấp của anh chị.")
