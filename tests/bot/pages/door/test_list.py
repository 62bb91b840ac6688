"""``/checkin/N``: the clerk's list without JavaScript."""

import re

from bot.domain.people import Role
from bot.domain.seats import State
from bot.services.hall import door_keys
from bot.services.seats import offers
from tests.doubles import roster
from tests.doubles.door_site import Hall, Phone, phone


async def test_a_link_is_opened_by_pressing_not_by_looking(made: Hall, lan: Phone) -> None:
    path = await made.link()
    for _ in range(2):
        assert await lan.visit(path) == 200

    assert await lan.press("Mở trên máy này") == 200
    assert lan.words("h1") == ["Điểm danh, Buổi đối thoại 1"]


async def test_a_used_link_says_one_kind_sentence(made: Hall, lan: Phone) -> None:
    path = await made.link()
    await lan.visit(path)
    await lan.press("Mở trên máy này")

    assert await lan.visit(path) == 404
    assert lan.words('p id="closed"') == [
        "Đường dẫn này đã dùng hoặc quá mười phút. "
        "Anh chị vào /phien, bấm Điểm danh để lấy đường dẫn mới."
    ]


async def test_nobody_else_finds_the_list(made: Hall, clerk: Phone, lan: Phone) -> None:
    """Without a key, with that of another session, and for a clerk whose role is gone."""
    assert [await lan.visit("/checkin/1"), await clerk.visit("/checkin/2")] == [404, 404]
    assert await clerk.visit("/checkin/1") == 200

    await made.door.dismiss(made.door.session.clerk)

    assert await clerk.visit("/checkin/1") == 404


async def test_a_clerk_of_another_session_gets_404(made: Hall, lan: Phone) -> None:
    async with made.door.session.works.begin() as work:
        other = await roster.official(work, "hai", Role.CLERK, "2")
        url = await door_keys.link(work, other, 2)
    await lan.visit(url)
    await lan.press("Mở trên máy này")

    assert [await lan.visit(path) for path in ("/checkin/2", "/checkin/1")] == [200, 404]


async def test_the_list_never_shows_phone_category_or_ethnicity(clerk: Phone) -> None:
    shown = clerk.page.partition('<div id="rows">')[2].partition('id="new"')[0]

    assert re.findall(r"\b0\d{9}\b|[Nn]ghèo|Khmer|Kinh", shown) == []
    assert len(re.findall(r'<li class="row', shown)) == 110


async def test_one_press_checks_in_and_another_takes_it_back(made: Hall, clerk: Phone) -> None:
    home = (await made.door.session.standing(State.OFFERED))[0]

    assert await clerk.press(f"Có mặt: {home.name}") == 200
    assert "Đã đến lúc 07:00" in clerk.page
    assert (await made.door.session.seat(home)).state is State.CAME
    await clerk.press(f"Bỏ, bấm nhầm: {home.name}")

    assert (await made.door.session.seat(home)).state is State.OFFERED


async def test_a_name_without_marks_finds_one_household(clerk: Phone) -> None:
    await clerk.visit("/checkin/1?tim=thi+bo+pha+diep")

    assert clerk.words('span class="named"') == ["Diệp Thị Bô Pha"]


async def test_somebody_else_is_named_on_a_page_of_its_own(made: Hall, clerk: Phone) -> None:
    home = (await made.door.session.standing(State.OFFERED))[0]
    seat = await made.door.session.seat(home)
    await clerk.visit(f"/checkin/1?hoi={seat.id}")
    assert clerk.words('h2 id="ask-name"') == [home.name]

    await clerk.press("Ghi người đi thay", name="Sơn Thị Hoa")

    assert (await made.door.session.seat(home)).guest == "Sơn Thị Hoa"


async def test_a_code_opens_the_question_on_the_clerk_s_phone(made: Hall, clerk: Phone) -> None:
    home = (await made.door.session.standing(State.OFFERED))[0]

    await clerk.visit(f"/m/{await made.door.code(home)}")

    assert clerk.words('h2 id="ask-name"') == [home.name]
    await clerk.press("Có mặt")
    assert (await made.door.session.seat(home)).state is State.CAME


async def test_why_somebody_may_not_sit_is_read_and_kept_to_be_settled(
    made: Hall, clerk: Phone
) -> None:
    home = (await made.door.session.standing(State.WAITING))[0]

    assert await clerk.press(f"Ghi hộ tới thêm: {home.name}") == 409
    why = "Buổi đối thoại 1 đã hết chỗ cho nhóm này."
    assert why in clerk.words('p class="notice"')[0]
    await clerk.visit("/checkin/1")
    assert clerk.page.count(why) == 2  # among what is to be settled, and in its row
    await clerk.press(f"Đã giải quyết: {home.name}")

    assert why not in clerk.page


async def test_a_household_of_no_list_is_seated_where_a_seat_is_free(
    made: Hall, clerk: Phone
) -> None:
    home = (await made.door.session.standing(State.OFFERED, "ngheo"))[0]
    seat = await made.door.session.seat(home)
    organiser = made.door.session.organiser
    await made.door.session.do(lambda work: offers.comes_not(work, seat, organiser.id))
    await made.door.move_to(minutes=-1)
    await clerk.visit(f"/checkin/1?tim={'khong-ai'}")

    await clerk.press(
        "Ghi hộ tới thêm", name="Lâm Văn Sóc", hamlet="p1-k1", category="Hộ nghèo", what="new"
    )

    assert "Lâm Văn Sóc" in clerk.words('span class="named"')


async def test_signing_out_ends_the_key(clerk: Phone) -> None:
    await clerk.press("Thoát")
    assert clerk.answer
    assert clerk.answer.headers["clear-site-data"] == '"cache"'

    assert await clerk.visit("/checkin/1") == 404


async def test_the_worker_reaches_only_the_pages_beside_it(made: Hall) -> None:
    async with phone(made.site) as device:
        answers = [await device.client.get(path) for path in ("/checkin/sw.js", "/m/sw.js")]

    assert {one.headers["content-type"] for one in answers} == {"text/javascript; charset=utf-8"}
    assert [one.headers.get("service-worker-allowed") for one in answers] == [None, None]
