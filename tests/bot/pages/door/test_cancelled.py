"""A session that was called off: what its codes, its door and its wall say."""

from dataclasses import replace

from bot.domain.seats import State
from bot.services.sessions import programme_changes
from tests.doubles.door_site import Hall, Phone


async def _call_off(made: Hall) -> None:
    async with made.made.works.begin() as work:
        first, *others = work.programme.sessions
        off = replace(first, cancelled=True, reason="bão số 5")
        changed = replace(work.programme, sessions=(off, *others))
        await programme_changes.put(work, changed, by=None)


async def test_the_page_behind_a_code_says_so_and_asks_for_no_answer(
    made: Hall, lan: Phone
) -> None:
    home = (await made.door.session.standing(State.OFFERED))[0]
    code = await made.door.code(home)
    await lan.visit(f"/m/{code}")
    await _call_off(made)

    assert await lan.press("Sẽ đến") == 409
    assert "Dạ buổi này đã hủy rồi." in lan.page
    await lan.visit(f"/m/{code}")

    assert lan.words('p class="standing"') == [
        "Dạ buổi này đã hủy: bão số 5. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em."
    ]
    assert "Sẽ đến" not in lan.page
    assert (await made.door.session.seat(home)).state is State.OFFERED


async def test_the_list_at_the_door_closes_on_every_device(made: Hall, clerk: Phone) -> None:
    assert "Tìm tên hoặc số thứ tự" in clerk.page
    link = await made.link()
    await _call_off(made)

    assert await clerk.visit("/checkin/1") == 404
    assert await clerk.visit(link) == 404
    assert "Buổi này đã hủy nên không điểm danh." in clerk.page


async def test_the_wall_says_so_with_the_reason_and_shows_no_question(
    made: Hall, lan: Phone
) -> None:
    await lan.visit("/live/1")
    assert "Buổi đối thoại chưa bắt đầu" in lan.page

    await _call_off(made)
    await lan.visit("/live/1")

    assert lan.words("h2") == ["Buổi đối thoại này đã hủy"]
    assert lan.words('p class="words long"') == ["bão số 5"]
