"""An official leaves: the role is ended, the next in line takes over, organisers are warned."""

import pytest

from bot.domain.people import Grant, Role
from storage import audit, people
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, INSURER, asks, official, resident
from tests.stories.mornings import FRIDAY, SOON, morning
from tests.stories.test_inviting import code_in

GONE = (
    "Từ giờ anh chị không còn là chuyên viên – Ngân hàng Chính sách ở đây nữa, "
    "em cảm ơn anh chị đã lo cho bà con."
)
NOBODY_LEFT = (
    "⚠️ Ngân hàng Chính sách không còn ai nhận câu hỏi. Anh chị nhắn /moi để mời người thay giúp em."
)


async def ends(runner: Person, place: str, holder: str) -> None:
    """From the button beside the invitations to the yes."""
    await runner.presses("Mời cán bộ")
    await runner.presses("Ai đang giữ việc")
    await runner.presses(place)
    await runner.presses(holder)
    await runner.presses("Đúng, cho thôi")


async def test_an_organiser_ends_the_role_of_an_officer_who_left(talk: Talk) -> None:
    ban = await official(talk, "ban", Role.ORGANISER)
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "an", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    await official(talk, "sơn", Role.OFFICER, INSURER)

    await ban.presses("Mời cán bộ")
    await ban.presses("Ai đang giữ việc")
    assert ban.last.labels == ["Bảo hiểm xã hội", "Ngân hàng Chính sách", "Quay lại", "Thôi"]
    await ban.presses("Ngân hàng Chính sách")
    assert ban.last.labels == [
        *("Minh – chuyên viên", "An – chuyên viên"),
        *("Hoa – lãnh đạo", "Quay lại", "Thôi"),
    ]
    await ban.presses("Minh – chuyên viên")
    assert ban.last.text == (
        "Minh sẽ không còn là chuyên viên – Ngân hàng Chính sách nữa, "
        "việc đang giữ thì người khác nhận. Anh chị chắc không?"
    )
    await ban.presses("Đúng, cho thôi")

    assert ban.last.text == (
        "Đã ghi: Minh không còn là chuyên viên – Ngân hàng Chính sách. Em đã báo cho người đó."
    )
    assert minh.news() == [GONE]
    await minh.says("/hangdoi")
    assert minh.last.text == (
        "Anh chị chưa có hàng đợi nào. Anh chị xin mã mời từ ban tổ chức rồi nhắn mã cho em."
    )


async def test_what_an_officer_who_left_was_told_of_goes_to_the_next_in_line(talk: Talk) -> None:
    ban = await official(talk, "ban", Role.ORGANISER)
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    an = await official(talk, "an", Role.OFFICER, BANK)
    await asks(await resident(talk, "lan"))
    await minh.presses("Nhận")
    assert await morning(talk, FRIDAY) == {"minh": [SOON]}

    await ends(ban, "Ngân hàng Chính sách", "Minh – chuyên viên")
    await talk.later(minutes=1)

    assert an.find("TV-0001").text.startswith(SOON)


async def test_what_an_officer_who_left_held_waits_again_on_the_cards_of_colleagues(
    talk: Talk,
) -> None:
    ban = await official(talk, "ban", Role.ORGANISER)
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    an = await official(talk, "an", Role.OFFICER, BANK)
    await asks(await resident(talk, "lan"))
    await minh.presses("Nhận")
    assert an.find("TV-0001 ·").labels == []

    await ends(ban, "Ngân hàng Chính sách", "Minh – chuyên viên")

    assert an.find("TV-0001 ·").text.endswith("chờ người nhận")
    await an.presses("Nhận")
    assert an.find("TV-0001 ·").text.endswith("An đang giữ")


@pytest.mark.parametrize(
    ("first", "second", "warning"),
    [
        ("minh", "", ""),
        ("hoa", "", "lãnh đạo nào để duyệt câu trả lời"),
        ("hoa", "minh", "ai nhận câu hỏi"),
    ],
)
async def test_the_organisers_are_warned_of_a_queue_that_is_left_alone(
    talk: Talk, first: str, second: str, warning: str
) -> None:
    admin = await official(talk, "trị", Role.ADMIN)
    ban = await official(talk, "ban", Role.ORGANISER)
    await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    labels = {
        "minh": "Minh – chuyên viên",
        "hoa": "Hoa – lãnh đạo",
    }

    for who in filter(None, (first, second)):
        await ends(admin, "Ngân hàng Chính sách", labels[who])

    told = [
        f"⚠️ Ngân hàng Chính sách không còn {warning}. Anh chị nhắn /moi để mời người thay giúp em."
    ]
    assert ban.news()[-1:] == (told if warning else [])


async def test_a_head_ends_officers_of_the_own_queue_and_nobody_else(talk: Talk) -> None:
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    son = await official(talk, "sơn", Role.OFFICER, INSURER)

    await hoa.presses("Mời cán bộ")
    await hoa.presses("Ai đang giữ việc")
    assert hoa.last.labels == ["Ngân hàng Chính sách", "Quay lại", "Thôi"]
    await talk.arrive(hoa.inbound(press="endroleyes:3", happened="pressed"))
    assert hoa.last.text == (
        "Anh chị chưa được quyền cho thôi vai trò này. Anh chị nhờ ban tổ chức làm giúp em."
    )
    await ends(hoa, "Ngân hàng Chính sách", "Minh – chuyên viên")

    assert minh.news() == [GONE]
    assert son.news() == []


async def test_nobody_ends_a_role_of_their_own(talk: Talk) -> None:
    ban = await official(talk, "ban", Role.ORGANISER)

    await ban.presses("Mời cán bộ")
    await ban.presses("Ai đang giữ việc")

    assert ban.last.text == "Chưa có ai ở đây mà anh chị mời được."


async def test_of_two_who_end_a_role_one_does_it_and_it_is_written_down_once(talk: Talk) -> None:
    ban = await official(talk, "ban", Role.ORGANISER)
    tri = await official(talk, "trị", Role.ADMIN)
    await official(talk, "minh", Role.OFFICER, BANK)
    await ends(ban, "Ngân hàng Chính sách", "Minh – chuyên viên")

    await talk.arrive(tri.inbound(press="endroleyes:3", happened="pressed"))

    assert tri.last.text == ("Vai trò này không còn ai giữ nữa, anh chị không cần làm gì thêm.")
    async with talk.app.works.look() as work:
        runner, gone = [await people.of_address(work.tx, f"chat:{one}") for one in ("ban", "minh")]
        assert runner
        assert gone
        noted = await audit.of(work.tx, f"person:{gone.id}")
    assert gone.grants == frozenset()
    assert [(one.actor, one.action, one.detail) for one in noted] == [
        (gone.id, "accepted_role", str_of(Grant(Role.OFFICER, BANK))),
        (runner.id, "ended_role", str_of(Grant(Role.OFFICER, BANK))),
    ]


# ── codes that they had given out ────────────────────────────────────────────────────────────

ENDED = (
    "Mã này hết dùng được vì người mời không còn phụ trách việc đó. "
    "Anh chị xin ban tổ chức một mã mới giúp em."
)


async def gives_out(head: Person) -> str:
    """A code for an officer of the bank, from its head."""
    await head.presses("Mời cán bộ")
    await head.presses("chuyên viên – Ngân hàng Chính sách")
    return code_in(head.last)


@pytest.mark.parametrize("hours", [-24, 1])
async def test_a_code_ends_with_the_role_of_who_made_it_whatever_the_clock_is_set_to(
    talk: Talk, hours: int
) -> None:
    ban = await official(talk, "ban", Role.ORGANISER)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    code = await gives_out(hoa)
    await ends(ban, "Ngân hàng Chính sách", "Hoa – lãnh đạo")
    talk.clock.set(hours=hours)

    new = talk.person("mới")
    await new.opens(code)

    assert new.news() == [ENDED]
    async with talk.app.works.look() as work:
        assert await people.holding(work.tx, Role.OFFICER, BANK) == []


async def test_who_gets_the_role_back_gives_out_a_new_code(talk: Talk) -> None:
    ban = await official(talk, "ban", Role.ORGANISER)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    code = await gives_out(hoa)
    await ends(ban, "Ngân hàng Chính sách", "Hoa – lãnh đạo")
    await official(talk, "hoa", Role.HEAD, BANK)
    await hoa.says("/start")

    new = talk.person("mới")
    await new.opens(code)
    assert new.news() == [ENDED]

    await new.opens(await gives_out(hoa))
    assert new.heard[-2] == "Chào anh chị, từ giờ anh chị là chuyên viên – Ngân hàng Chính sách."


async def test_a_code_that_another_role_allows_and_one_that_was_used_stay(talk: Talk) -> None:
    tri = await official(talk, "trị", Role.ADMIN)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    used, kept = await gives_out(hoa), await gives_out(hoa)
    minh = talk.person("minh")
    await minh.opens(used)
    await official(talk, "hoa", Role.ORGANISER)

    await ends(tri, "Ngân hàng Chính sách", "Hoa – lãnh đạo")
    await minh.opens(used)
    an = talk.person("an")
    await an.opens(kept)

    given = "Chào anh chị, từ giờ anh chị là chuyên viên – Ngân hàng Chính sách."
    assert (given in minh.heard, given in an.heard) == (True, True)
    assert ENDED not in (*minh.heard, *an.heard)


async def test_the_code_of_somebody_who_was_erased_is_ended_too(talk: Talk) -> None:
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    code = await gives_out(hoa)
    async with talk.app.works.begin() as work:
        gone = await people.of_address(work.tx, "chat:hoa")
        assert gone
        await people.erase(work.tx, gone.id, work.now)

    new = talk.person("mới")
    await new.opens(code)

    assert new.news() == [ENDED]


def str_of(grant: Grant) -> str:
    return f"{grant.role}:{grant.scope}"
