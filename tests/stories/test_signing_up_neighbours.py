"""Who helps a household puts it on the list of its dialogue, and reads the offer out to it."""

from bot.domain.households import Bond, Consent, Household, Relation
from bot.domain.people import Role
from storage import households, people
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import official, resident
from tests.stories.neighbours import agrees, enlisted, names_home
from tests.stories.test_offered_seats import named, signed_off


async def test_a_household_that_is_named_says_its_category(talk: Talk, url: str) -> None:
    ren = await resident(talk, "ren")
    await names_home(ren, "Sơn Thị So")

    await ren.presses("Đăng ký đối thoại giúp")
    assert ren.last.text == "Dạ bà Sơn Thị So thuộc diện nào?"
    await ren.presses("Hộ nghèo")
    assert ren.last.text == (
        "Em ghi bà Sơn Thị So, Khóm 3, Phường 7, dự Buổi đối thoại 2, 07:30 thứ Sáu 15/05 tại Hội "
        "trường UBND phường 7. Đúng chưa?"
    )
    await ren.presses("Đúng rồi, ghi tên")

    assert ren.last.text == (
        "Dạ em đã ghi bà Sơn Thị So vào danh sách đăng ký Buổi đối thoại 2, tới lượt em mời liền."
    )
    listed = "SELECT h.name, s.session, s.state FROM seats AS s JOIN households AS h"
    assert await ask(url, f"{listed} ON h.id = s.household") == [("Sơn Thị So", 2, "listed")]


async def test_one_that_is_on_the_list_is_not_put_there_twice(talk: Talk) -> None:
    ren = await resident(talk, "ren")
    await names_home(ren, "Sơn Thị So")
    for label in ("Đăng ký đối thoại giúp", "Hộ nghèo", "Đúng rồi, ghi tên"):
        await ren.presses(label)
    await ren.says("/hoigiup")
    await ren.presses("Bà Sơn Thị So")
    assert ren.last.text == (
        "Bà Sơn Thị So, Khóm 3, Phường 7\n"
        "Nhà mình đã ghi tên ở Buổi đối thoại 2, đang chờ xếp chỗ.\n"
        "Mình làm gì giúp nhà này?"
    )

    await ren.presses("Đăng ký đối thoại giúp")

    assert ren.last.text == (
        "Dạ nhà đó có tên ở Buổi đối thoại 2 rồi. Mình bấm Hỏi giúp bà con rồi chọn nhà đó để xem."
    )


async def test_who_helps_can_sign_up_the_own_household_as_well(talk: Talk, url: str) -> None:
    """They are two households: one does not stand in the other's way."""
    ren = await resident(talk, "ren")
    await names_home(ren, "Sơn Thị So")
    for label in ("Đăng ký đối thoại giúp", "Hộ nghèo", "Đúng rồi, ghi tên"):
        await ren.presses(label)

    await ren.says("Đăng ký dự đối thoại")
    await ren.presses("Hộ cận nghèo")
    await ren.says("Sơn Văn Ren")
    await ren.presses("Không có số")
    await ren.presses("Đúng rồi, đăng ký")

    names = "SELECT h.name FROM seats AS s JOIN households AS h ON h.id = s.household ORDER BY s.id"
    assert await ask(url, names) == [("Sơn Thị So",), ("Sơn Văn Ren",)]


async def test_an_offer_is_a_card_to_be_read_out_and_its_answer_settles_it(
    talk: Talk, url: str
) -> None:
    ren = await resident(talk, "ren", "Phường 1")
    homes = await signed_off(talk)
    await helps(talk, ren, named(homes, "Diệp Thị Bô Pha"))

    await talk.tick()
    assert ren.last.text == (
        "Đọc cho bà Diệp Thị Bô Pha nghe:\n\n"
        "Mời nhà mình dự Buổi đối thoại 1, 07:30 thứ Tư 13/05 tại Hội trường UBND phường 1, "
        "trả lời giúp em trước 10:00 thứ Sáu 01/05."
    )
    assert ren.last.labels == [
        *("Sẽ đến", "Không đến được", "Nhờ người khác đi"),
        *("Đã đọc cho bà Diệp Thị Bô Pha", "Chưa gặp được"),
    ]
    await ren.presses("Sẽ đến")
    assert ren.last.text.startswith("Dạ em giữ chỗ ở Buổi đối thoại 1 cho nhà mình")

    assert await ask(url, "SELECT state, what, settled_by FROM reach") == [("read", "offered", 1)]
    ren.news()
    await talk.later(hours=24)
    assert ren.news() == []


async def helps(talk: Talk, person: Person, home: Household) -> None:
    """The person acts for a household of the list, which has agreed."""
    async with talk.app.works.begin() as work:
        known = await people.of_address(work.tx, str(person.address))
        assert known
        bond = Bond(
            household=home.id,
            person=known.id,
            relation=Relation.FAMILY,
            consent=Consent.SPOKEN,
        )
        await households.bind(work.tx, bond, known.id, work.now)


async def test_what_a_list_knows_of_a_household_is_not_shown_to_who_helps(talk: Talk) -> None:
    """Its category decides where it sits; nobody is asked, and nobody reads it."""
    await enlisted(talk, "Thạch Thị Lan", category="Hộ nghèo")
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    await agrees(khom, "Thạch Thị Lan")

    await khom.presses("Đăng ký đối thoại giúp")

    assert khom.last.text.startswith("Em ghi bà Thạch Thị Lan, Khóm 3, Phường 7, dự Buổi đối")
    assert not [one for one in khom.heard if "nghèo" in one]
