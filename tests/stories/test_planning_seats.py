"""*Xếp chỗ*: the organiser plans the seats, reads every reason, changes by hand, and signs off."""

from bot.domain.people import Role
from tests.doubles import roster
from tests.doubles.chat import Person, Talk
from tests.stories.cast import official, resident

POOR_IN_P1 = "Phường 1 · Hộ nghèo, cận nghèo, mới thoát nghèo"


async def organiser_with_roster(talk: Talk, session: int = 1) -> Person:
    """The sample roster is in the database, and somebody is there to plan with it."""
    async with talk.app.works.begin() as work:
        await roster.enlist_sample(work, session)
    return await official(talk, "tổ", Role.ORGANISER)


async def planned(talk: Talk) -> Person:
    """The organiser has pressed *Xếp chỗ* and looks at the session's card."""
    organiser = await organiser_with_roster(talk)
    await organiser.says("/phien")
    await organiser.presses("Chỗ ngồi Buổi đối thoại 1")
    await organiser.presses("Xếp chỗ")
    return organiser


async def test_the_card_of_a_session_tells_how_its_seats_stand_before_and_after_planning(
    talk: Talk,
) -> None:
    organiser = await organiser_with_roster(talk)

    await organiser.says("/phien")
    await organiser.presses("Chỗ ngồi Buổi đối thoại 1")
    assert organiser.last.text == (
        "Buổi đối thoại 1: 07:30 thứ Tư 13/05\n"
        "Chưa xếp chỗ; 110 hộ trong danh sách.\n"
        "\n"
        "Hộ nghèo, cận nghèo, mới thoát nghèo: 60 chỗ\n"
        "\n"
        "Thành phần khác: 20 chỗ"
    )
    assert organiser.last.labels == ["Xếp chỗ", "Bàn trả lời", "Dời buổi", "Hủy buổi", "Các buổi"]
    await organiser.presses("Xếp chỗ")

    assert organiser.last.text == (
        "Buổi đối thoại 1: 07:30 thứ Tư 13/05\n"
        "Đã xếp, chưa ký duyệt.\n"
        "\n"
        "Hộ nghèo, cận nghèo, mới thoát nghèo: 60/60 chỗ\n"
        "· Phường 1: 12/12, chờ 5\n"
        "· Phường 2: 12/12, chờ 5\n"
        "· Phường 3: 12/12, chờ 5\n"
        "· Phường 4: 12/12, chờ 5\n"
        "· Xã Long Đức: 12/12, chờ 5\n"
        "\n"
        "Thành phần khác: 20/20 chỗ\n"
        "· Phường 1: 4/4, chờ 1\n"
        "· Phường 2: 4/4, chờ 1\n"
        "· Phường 3: 4/4, chờ 1\n"
        "· Phường 4: 4/4, chờ 1\n"
        "· Xã Long Đức: 4/4, chờ 1"
    )
    assert organiser.last.labels == [
        *("Xếp chỗ", "Xem danh sách", "Ký duyệt", "Bàn trả lời"),
        *("Dời buổi", "Hủy buổi", "Các buổi"),
    ]


async def test_every_name_stands_there_with_its_reason_ten_a_page(talk: Talk) -> None:
    organiser = await planned(talk)

    await organiser.presses("Xem danh sách")
    await organiser.presses(POOR_IN_P1)
    first = organiser.last
    await organiser.presses("Xem tiếp")

    assert first.text.startswith(
        "Phường 1\n\n"
        "1. Diệp Thị Bô Pha: có chỗ\n"
        "Phụ nữ chủ hộ, dân tộc Khmer, hộ nghèo; thứ 1 trong 12 chỗ của Phường 1.\n\n"
        "2. Trì Thị Khêm: có chỗ\n"
        "Phụ nữ chủ hộ, dân tộc Khmer, hộ nghèo; thứ 2 trong 12 chỗ của Phường 1.\n\n"
    )
    assert first.labels == [*map(str, range(1, 11)), "Xem tiếp", "Quay lại"]
    assert organiser.last.labels == [*map(str, range(1, 8)), "Quay lại"]
    assert "; thứ 5 chờ của Phường 1: " in organiser.last.text


async def test_a_household_is_put_in_by_number_with_a_reason_and_another_waits(talk: Talk) -> None:
    organiser = await planned(talk)
    await organiser.presses("Xem danh sách")
    await organiser.presses(POOR_IN_P1)
    await organiser.presses("Xem tiếp")

    await organiser.presses("6")
    name = organiser.last.text.partition(":")[0]
    assert organiser.last.labels == ["Đưa vào", "Lên đầu danh sách chờ", "Đưa ra", "Quay lại"]
    await organiser.presses("Đưa vào")
    assert organiser.last.text == "Vì sao vậy anh chị? Em ghi lý do bên cạnh tên hộ."
    await organiser.says("Hộ có người bệnh nặng, phường đề nghị")

    assert organiser.last.text.startswith(f"{name}: có chỗ\n")
    assert "; Tổ đưa vào vì “Hộ có người bệnh nặng, phường đề nghị”; thứ 1" in organiser.last.text
    await organiser.presses("Bỏ phần sửa tay")
    assert organiser.last.text.startswith(f"{name}: chờ\n")


async def test_a_household_is_taken_out_and_the_next_one_sits(talk: Talk) -> None:
    organiser = await planned(talk)
    await organiser.presses("Xem danh sách")
    await organiser.presses(POOR_IN_P1)

    await organiser.presses("1")
    await organiser.presses("Đưa ra")
    await organiser.says("đã chuyển đi nơi khác")
    assert organiser.last.text.startswith("Diệp Thị Bô Pha: không xếp\n")
    assert "Tổ đưa ra vì “đã chuyển đi nơi khác”." in organiser.last.text

    await organiser.presses("Quay lại")
    assert organiser.last.text.startswith("Phường 1\n\n1. Trì Thị Khêm: có chỗ\n")


async def test_signing_off_is_asked_twice_with_the_exact_number(talk: Talk) -> None:
    organiser = await planned(talk)

    await organiser.presses("Ký duyệt")
    assert organiser.last.text == (
        "Buổi đối thoại 1: mời 80 hộ trên 80 chỗ, 30 hộ chờ. Ký rồi em gửi lời mời liền và không "
        "sửa danh sách nữa, anh chị ký duyệt không?"
    )
    await organiser.presses("Ký duyệt, mời 80 hộ")
    assert organiser.last.text == (
        "Đã ký duyệt, em đang mời 80 hộ. "
        "Hộ không nhắn tin được thì mời bằng giấy qua trưởng khóm, trưởng ấp."
    )

    await talk.tick()
    await organiser.presses("Chỗ ngồi Buổi đối thoại 1")
    assert "Đã ký duyệt: 0 hộ sẽ đến, 80 hộ chưa trả lời, 0 hộ không đến." in organiser.last.text
    assert organiser.last.labels == [
        "Điểm danh",
        "Xem danh sách",
        "Bàn trả lời",
        "Dời buổi",
        "Hủy buổi",
        "Các buổi",
    ]


async def test_a_plan_that_was_changed_meanwhile_has_to_be_looked_at_again(talk: Talk) -> None:
    organiser = await planned(talk)
    second = await official(talk, "minh", Role.ORGANISER)
    await organiser.presses("Ký duyệt")
    await second.says("/phien")
    await second.presses("Chỗ ngồi Buổi đối thoại 1")
    await second.presses("Xem danh sách")
    await second.presses(POOR_IN_P1)
    await second.presses("1")
    await second.presses("Đưa ra")
    await second.says("đã mất")

    await organiser.presses("Ký duyệt, mời 80 hộ")

    assert organiser.last.text == (
        "Danh sách đã đổi sau khi anh chị xem. Anh chị xem lại rồi ký duyệt bản mới giúp em."
    )


async def test_a_ward_s_head_reads_the_list_of_that_ward_and_changes_nothing(talk: Talk) -> None:
    await planned(talk)
    head = await official(talk, "hoa", Role.HEAD, "ubnd_phuong@p1")

    await head.says("/phien")
    await head.presses("Chỗ ngồi Buổi đối thoại 1")
    assert head.last.labels == ["Xem danh sách", "Các buổi"]
    await head.presses("Xem danh sách")
    assert head.last.labels == [
        *(POOR_IN_P1, "Phường 1 · Thành phần khác"),
        *("Danh sách chỗ, bản in", "Danh sách chỗ, bảng tính", "Quay lại"),
    ]
    await head.presses(POOR_IN_P1)

    assert "1. Diệp Thị Bô Pha: có chỗ" in head.last.text
    await head.presses("1")
    assert head.last.labels == ["Quay lại"]


async def test_who_runs_nothing_sees_no_seats(talk: Talk) -> None:
    await planned(talk)
    lan = await resident(talk, "lan")

    await talk.arrive(lan.inbound(press="seatlist:1/0/0/0", happened="pressed"))

    assert lan.last.text == (
        "Việc này dành cho ban tổ chức. Anh chị mở /giup để xem việc của mình."
    )
