"""Giấy mời: for households, by way of the head of their khóm; and for the panel."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from bot.documents.invitations import invitations
from bot.documents.panel import panel_letters
from tests.bot.documents import samples
from tests.bot.documents.reading import W, paragraphs, part, tables
from tests.bot.documents.samples import ON, SAY

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMU = 360_000  # to a centimetre


@pytest.fixture(scope="module")
def handout() -> bytes:
    return invitations(samples.handout(3), SAY, on=ON)


def test_the_head_of_the_khom_gets_a_list_to_tick(handout: bytes) -> None:
    assert tables(handout) == [
        [
            ["STT", "Họ và tên", "Đã đưa", "Sẽ đến", "Không đến", "Người đi thay, ghi chú"],
            ["1", "Thạch Thị Sa Rây", "", "", "", ""],
            ["2", samples.LONG, "", "", "", ""],
            ["3", samples.KHMER, "", "", "", ""],
        ]
    ]


def test_the_list_says_whom_to_give_it_back_and_until_when(handout: bytes) -> None:
    assert (
        "Kính nhờ Trưởng Ban nhân dân Khóm 3 giao giấy mời kèm theo đến từng hộ, đánh dấu vào ô"
        " cho đúng rồi gửi lại Phòng Lao động - Thương binh và Xã hội trước 17 giờ 00 phút, thứ Tư"
        " ngày 09 tháng 12 năm 2026."
    ) in paragraphs(handout)


def test_each_household_has_a_letter_of_its_own_with_all_it_has_to_know(handout: bytes) -> None:
    said = paragraphs(handout)
    start = said.index("Ông/Bà: Thạch Thị Sa Rây")
    assert said[start : start + 14] == [
        "Ông/Bà: Thạch Thị Sa Rây",
        "Địa chỉ: Khóm 3, Phường 7",
        "Tới dự: buổi đối thoại chính sách giảm nghèo lần 1 năm 2026",
        "Chủ trì: Lâm Thị Hạnh, Phó Chủ tịch Ủy ban nhân dân thành phố",
        "Thời gian: 07 giờ 30 phút, thứ Sáu ngày 11 tháng 12 năm 2026",
        "Địa điểm: Hội trường Ủy ban nhân dân Phường 1",
        "Khi đi, xin Ông/Bà mang theo giấy mời này và căn cước nếu có.",
        "Nếu bận, Ông/Bà có thể cử người khác trong hộ đi thay; người đi thay cũng mang theo giấy"
        " mời này.",
        "langnghe.example/m/K3-0000-XQ7T",
        "Mã vuông bên cạnh là của riêng hộ mình. Tới nơi, Ông/Bà đưa mã cho người đón ở cửa quét;"
        " nhà có điện thoại thì quét mã hoặc mở địa chỉ dưới mã để báo có đến hay không.",
        "Cần hỏi thêm, xin gặp Trưởng Ban nhân dân Khóm 3 hoặc gọi số 0294 000 0000.",
        "Rất mong Ông/Bà sắp xếp đến dự đúng giờ./.",
        "Nơi nhận:",
        "- Như trên;",
    ]


def test_letters_come_in_the_order_of_the_list_each_a_part_of_its_own(handout: bytes) -> None:
    invited = [one.removeprefix("Ông/Bà: ") for one in paragraphs(handout) if "Ông/Bà: " in one]
    assert invited == samples.names(3)
    assert len(list(part(handout).iter(f"{W}sectPr"))) == 1 + 3


def test_what_to_bring_can_be_said_otherwise() -> None:
    special = replace(samples.handout(1), bring="Xin mang theo kính đọc chữ.")
    assert "Xin mang theo kính đọc chữ." in paragraphs(invitations(special, SAY, on=ON))


def test_each_household_has_its_own_code_large_enough_for_an_old_phone(handout: bytes) -> None:
    with zipfile.ZipFile(BytesIO(handout)) as package:
        pictures = {package.read(one) for one in package.namelist() if one.endswith(".png")}
    assert len(pictures) == 3
    for extent in part(handout).iter(_DRAWN):
        wide, high = (int(extent.attrib[side]) / _EMU for side in ("cx", "cy"))
        assert wide == high
        assert wide * 29 / (29 + 8) >= 2.5  # a code of 29 modules, white border left out


def test_a_khom_where_nobody_is_invited_is_told_so() -> None:
    empty = invitations(samples.handout(0), SAY, on=ON)
    assert tables(empty)[0][1] == ["Khóm, ấp này không có hộ nào được mời trong buổi này."]


def test_the_panel_is_invited_by_name_or_by_agency() -> None:
    said = paragraphs(panel_letters(samples.PANEL, SAY, on=ON))
    invited = [one for one in said if re.match(r"Ông/Bà:|Chức vụ:|Đại diện", one)]
    assert invited == [
        "Ông/Bà: Võ Thị Mười",
        "Chức vụ: Phó Trưởng phòng, Phòng Kinh tế thành phố",
        "Đại diện lãnh đạo Phòng giao dịch Ngân hàng Chính sách xã hội thành phố Trà Vinh",
    ]


def test_a_letter_says_until_when_to_answer_and_until_when_to_say_who_comes() -> None:
    said = paragraphs(panel_letters(samples.PANEL, SAY, on=ON))
    start = said.index("Chức vụ: Phó Trưởng phòng, Phòng Kinh tế thành phố")
    other = said.index(
        "Đại diện lãnh đạo Phòng giao dịch Ngân hàng Chính sách xã hội thành phố Trà Vinh"
    )

    assert said[start + 5 : start + 8] == [
        "Gửi kèm giấy mời này là 1 câu hỏi bà con đã gửi trước cho cơ quan. Kính đề nghị Ông/Bà xem"
        " trước và chuẩn bị để trả lời trực tiếp tại buổi đối thoại.",
        "Câu nào bà con nêu tại buổi mà chưa trả lời được thì chuyển cơ quan trả lời trong 7 ngày"
        " làm việc, trước 17 giờ 00 phút, thứ Ba ngày 22 tháng 12 năm 2026.",
        "Nếu không dự được, đề nghị cử người có thẩm quyền trả lời đi thay và báo trước qua số"
        " 0294 000 0000.",
    ]
    assert said[other + 5 : other + 8] == [
        "Đến nay bà con chưa gửi trước câu hỏi nào cho cơ quan. Kính đề nghị Ông/Bà chuẩn bị để trả"
        " lời trực tiếp những câu bà con nêu tại buổi đối thoại.",
        "Câu nào bà con nêu tại buổi mà chưa trả lời được thì chuyển cơ quan trả lời trong 5 ngày"
        " làm việc, trước 17 giờ 00 phút, thứ Sáu ngày 18 tháng 12 năm 2026.",
        "Đề nghị cơ quan cử người có thẩm quyền trả lời và báo họ tên, chức vụ qua số 0294 000 0000"
        " trước 07 giờ 00 phút, thứ Năm ngày 10 tháng 12 năm 2026.",
    ]


def test_what_an_office_was_asked_lies_behind_its_letter_and_only_there() -> None:
    letters = panel_letters(samples.PANEL, SAY, on=ON)
    said = paragraphs(letters)

    questions = said.index("CÂU HỎI GỬI TRƯỚC")
    assert said[questions + 1] == "Gửi Phòng Kinh tế thành phố"
    assert said.count("CÂU HỎI GỬI TRƯỚC") == 1
    assert len(list(part(letters).iter(f"{W}sectPr"))) == 2 + 1


def test_a_letter_made_too_late_for_names_asks_for_them_at_once() -> None:
    said = paragraphs(panel_letters(replace(samples.PANEL, name_by=None), SAY, on=ON))

    assert [one for one in said if "báo ngay họ tên" in one] == [
        "Đề nghị cơ quan cử người có thẩm quyền trả lời và báo ngay họ tên, chức vụ qua số"
        " 0294 000 0000."
    ]
