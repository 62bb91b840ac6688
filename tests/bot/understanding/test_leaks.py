"""What tells of a person, and what only looks like it. Names and numbers are invented."""

import json
from pathlib import Path

import pytest

from bot.understanding.leaks import Kind, Leak, asker_in, in_words, told
from bot.understanding.mentions import Named, names_in

SAMPLE = Path(__file__).parents[2] / "data" / "answers.jsonl"

KNOWN = "Ban tổ chức 0294 000 0001 ; 0912 000 111"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chị Thạch Thị Lan được vay.", "Thạch Thị Lan"),
        ("chi thach thi lan duoc vay", "Thạch Thị Lan"),
        ("Cô Lan được vay.", "Cô Lan"),
        ("Cô chú gặp cô Lan ở phường.", ""),
        ("Hoa lan nở.", ""),
        ("Cô lan rộng mô hình.", ""),
        ("Bà Lành được vay.", ""),
        ("Co Lan duoc vay.", "Co Lan"),
        ("Gap co Lan o phuong.", ""),
    ],
    ids=[
        "full",
        "no marks",
        "title",
        "contact",
        "flower",
        "verb",
        "another",
        "title, no marks",
        "contact, no marks",
    ],
)
def test_who_asked_is_found_by_name(text: str, found: str) -> None:
    assert asker_in(text, "Thạch Thị Lan") == found


def test_somebody_without_a_name_cannot_be_named() -> None:
    assert asker_in("Cô Lan được vay.", "") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hộ ông Trần Văn Bảy được xét.", [Named("Trần Văn Bảy", False)]),
        ("Cô chú gặp ông Trần Văn Bảy.", [Named("Trần Văn Bảy", True)]),
        ("Ông Trần Văn Bảy, trưởng khóm 3, giữ danh sách.", [Named("Trần Văn Bảy", True)]),
        ("Nhà ở đường Nguyễn Thị Minh Khai.", []),
        ("Em học trường Lý Tự Trọng.", []),
        ("Phòng đã gặp phường. Hộ Trần Văn Bảy được xét.", [Named("Trần Văn Bảy", False)]),
        ("Phường cấp cho Trần Văn Bảy.", [Named("Trần Văn Bảy", False)]),
        ("Phường cấp cho Trần Thị Đào.", [Named("Trần Thị Đào", False)]),
        ("Mai phường sẽ sửa.", []),
        ("ho nguyen thi dao duoc xet", [Named("nguyen thi dao", False)]),
        ("Gap ong Tran Van Bay o khom.", [Named("Tran Van Bay", True)]),
    ],
    ids=[
        "told of",
        "to see",
        "by post",
        "street",
        "school",
        "another sentence",
        "given to",
        "Đ is a capital",
        "one word",
        "no marks",
        "no marks, to see",
    ],
)
def test_names_of_people_are_found_and_those_to_go_to_are_known(
    text: str, found: list[Named]
) -> None:
    assert list(names_in(text)) == found


def test_only_a_listed_name_that_is_nobody_to_go_to_is_a_leak() -> None:
    names = [Named("Trần Văn Bảy", False), Named("Lê Thị Ba", True), Named("Đỗ Văn Sáu", False)]

    assert told(names, {"Trần Văn Bảy", "Lê Thị Ba"}) == [Leak(Kind.NAME, "Trần Văn Bảy")]


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Số của cô là 0987 654 321.", "0987 654 321"),
        ("Cô chú liên hệ chị Hoa, cán bộ phường, số 0987 654 321.", ""),
        ("Đường dây nóng 0987654321.", ""),
        ("lien he chi Hoa can bo phuong 0987654321", ""),
        ("so cua con dau 0987654321", "0987654321"),
        ("Có thắc mắc thì 0294 385 1234.", ""),
        ("Phòng có số 0912 000 111.", ""),
        ("Khi nguy hiểm 113, 111 hoặc 1900 1234.", ""),
        ("Phường sẽ gọi lại số 0905 111 222 cô đã cho.", "0905 111 222"),
    ],
    ids=[
        "own",
        "official",
        "hotline",
        "bare",
        "bare, own",
        "landline",
        "known",
        "short",
        "the asker's, to be called",
    ],
)
def test_a_resident_s_phone_is_a_leak_and_an_office_s_is_not(text: str, phone: str) -> None:
    asked = "Gọi tôi số 0905111222 nghen"

    assert in_words(text, KNOWN, asked) == ([Leak(Kind.PHONE, phone)] if phone else [])


@pytest.mark.parametrize(
    "text",
    [
        "Cô chú gọi số 0987 654 321.",
        "Bà con liên hệ số điện thoại 0987 654 321 để được hướng dẫn.",
        "Hộ bà Sáu, sđt 0987 654 321, chưa nộp đơn.",
        "Gọi số 0987 654 321 gặp con gái bà Tư.",
        "Liên hệ chị Lan, zalo 0987 654 321.",
        "Liên hệ con trai chú Ba số 0987 654 321.",
        "Cán bộ phường đã gọi cho bà Sáu số 0987 654 321.",
        "Cán bộ sẽ liên hệ với chị theo số của chị 0987 654 321.",
        "Công an phường đã gặp gia đình, số máy 0987 654 321.",
        "Cô Lan 0987 654 321 lên phường gặp cán bộ.",
        "Số của cô là 0987 654 321, ngân hàng đã ghi và sẽ gọi lại.",
        "goi so 0987654321",
        "lien he chi Hoa 0987654321",
    ],
)
def test_to_be_told_to_call_a_mobile_number_does_not_make_it_an_office_s(text: str) -> None:
    """Whose it is has to stand there: people are then told whom they call, too."""
    [leak] = in_words(text, "", "")

    assert leak.kind is Kind.PHONE


@pytest.mark.parametrize(
    "text",
    [
        "Cô chú gọi số 0294 385 1234.",
        "Liên hệ UBND phường, số điện thoại 0294.3851.234 (giờ hành chính).",
        "Gọi đồng chí Nguyễn Văn Tám, chủ tịch Hội Nông dân, sđt 0987 654 321.",
        "Gọi số 0987 654 321 (chị Hoa, cán bộ LĐTBXH phường).",
        "Gọi 0987 654 321 gặp anh Tám, trưởng khóm 3.",
        "Gọi 0987 654 321, cán bộ giảm nghèo của phường.",
        "Khóm trưởng khóm 5 (anh Tám, 0987 654 321) giữ danh sách.",
        "Liên hệ chị Lan cán bộ giảm nghèo 0987 654 321.",
        "Trạm y tế phường có zalo 0987 654 321.",
        "Bộ phận một cửa của phường, số trực 0987 654 321.",
        "Ngân hàng Chính sách xã hội, tổ trưởng chị Bé 0987 654 321.",
        "Điện lực thành phố: 1900 9000 hoặc 0987 654 321.",
        "goi can bo phuong so 0987654321",
    ],
)
def test_a_number_that_an_office_gives_out_passes(text: str) -> None:
    assert in_words(text, "", "") == []


def test_a_number_of_a_card_that_was_left_out_has_to_be_written_otherwise() -> None:
    assert in_words("Thẻ số ••• còn hạn.", "", "") == [Leak(Kind.NUMBER, "•••")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cháu bị bệnh tâm thần nên được trợ cấp.", "Cháu bị bệnh tâm thần"),
        ("Chồng chị đang chạy thận thì nộp đơn.", "Chồng chị đang chạy thận"),
        ("Nguyễn Thị Đào mắc lao.", "Nguyễn Thị Đào mắc lao"),
        ("Người bị ung thư được chuyển tuyến.", ""),
        ("Trạm y tế phát thuốc huyết áp, khám tiểu đường.", ""),
        ("Bò chết do bệnh thì gọi thú y.", ""),
    ],
    ids=["child", "husband", "in full", "anybody", "what a station does", "cow"],
)
def test_an_illness_is_a_leak_where_it_is_somebody_s(text: str, words: str) -> None:
    found = [one.words for one in in_words(text, "", "") if one.kind is Kind.ILLNESS]

    assert found == ([words] if words else [])


def test_no_public_answer_of_the_sample_is_stopped() -> None:
    rows = [json.loads(line) for line in SAMPLE.read_text("utf-8").splitlines()]
    public = [row["text"] for row in rows if row["public"]]

    assert [one for one in public if in_words(one, "", "") or names_in(one)] == []
    assert len(public) == 52


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nhà số 45/2 đường Nguyễn Đáng đã được xét.", ["Nhà số 45/2"]),
        ("Cán bộ phường đã tới nhà ở số 45B khảo sát.", ["nhà ở số 45B"]),
        ("Số nhà 12, khóm 3 sẽ được sửa cống.", ["Số nhà 12"]),
        ("nha so 45/2 da duoc xet", ["nha so 45/2"]),
        ("Mời ra trụ sở UBND phường, số nhà 12 đường Phạm Ngũ Lão.", []),
        ("Họp tại nhà văn hóa số 3.", []),
        ("Hẻm 45 khóm 3 sẽ được sửa.", []),
        ("Hỗ trợ mỗi nhà số tiền 2 triệu đồng.", []),
    ],
)
def test_the_number_of_a_house_is_for_nobody_to_hear(text: str, found: list[str]) -> None:
    assert in_words(text, KNOWN, "") == [Leak(Kind.HOUSE, one) for one in found]
