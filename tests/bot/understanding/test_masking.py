"""Numbers that are never stored, and numbers that stay."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.understanding.masking import LEFT_OUT, Kind, Masked, hide_phones, mask


@pytest.mark.parametrize(
    ("text", "kept", "kind"),
    [
        ("CCCD 084092001234 nha", "CCCD ••• nha", Kind.ID_CARD),
        ("cccd cua tui la 0840 9200 1234", "cccd cua tui la •••", Kind.ID_CARD),
        ("084.092.001.234", "•••", Kind.ID_CARD),
        ("0 8 4 0 9 2 0 0 1 2 3 4", "•••", Kind.ID_CARD),
        ("CCCD084092001234", "CCCD•••", Kind.ID_CARD),
        ("căn cước 08409200123 thiếu số", "căn cước ••• thiếu số", Kind.ID_CARD),
        ("CMND 334123456", "CMND •••", Kind.ID_CARD),
        ("334 123 456", "•••", Kind.ID_CARD),
        ("hộ chiếu C1234567", "hộ chiếu •••", Kind.ID_CARD),
        ("số ០៨៤០៩២០០១២៣៤", "số •••", Kind.ID_CARD),
        ("so the CN3840000000000 tra", "so the ••• tra", Kind.HEALTH_CARD),
        ("HN 3 84 84 000 00000", "•••", Kind.HEALTH_CARD),
        ("the bhyt 8421234567 het han", "the bhyt ••• het han", Kind.HEALTH_CARD),
        ("mã số BHXH: 8412345678", "mã số BHXH: •••", Kind.HEALTH_CARD),
        ("stk 0071000123456 VCB", "stk ••• VCB", Kind.ACCOUNT),
        ("stk: 12345678", "stk: •••", Kind.ACCOUNT),
        ("số tài khoản 0901234567", "số tài khoản •••", Kind.ACCOUNT),
        ("thẻ 9704 3600 1234 5678", "thẻ •••", Kind.ACCOUNT),
        ("chuyển vô 1012345678", "chuyển vô •••", Kind.ACCOUNT),
    ],
)
def test_identity_health_and_bank_numbers_are_left_out(text: str, kept: str, kind: Kind) -> None:
    assert mask(text) == Masked(kept, (kind,))


@pytest.mark.parametrize(
    "text",
    [
        "vay 50.000.000 đồng",
        "500k, 100tr, 1.000.000.000đ",
        "vay 150000000 mua bò",
        "ngân sách 100.000.000.000 đồng",
        "35 500 000",
        "2.000.000-3.000.000 một tháng",
        "đóng 1.235.750 đồng",
        "ngày 30-04-2026, từ 24/4/2026 đến 30.4.2026",
        "CCCD cấp ngày 30-04-2021",
        "năm 2021 2022 2023",
        "giai đoạn 2021-2025",
        "NĐ 81/2021/NĐ-CP, 06/KH-PLĐTBXH, 1.466/UBND-VX",
        "lớp 7 8 9 10 11 12",
        "hẻm 84 khóm 5 phường 7, 3 công đất, 40 mét vuông",
        "gọi 0901234567 hay 0294 3855 123",
        "+84 909 123 456",
        "0909 123 456 0912 345 678",
        "thẻ BHYT hết hạn, liên hệ 0901234567",
        "gọi 111, 113 hay 1900 1234",
        "TV-0012",
        "",
    ],
)
def test_money_dates_documents_quantities_and_phones_stay(text: str) -> None:
    assert mask(text) == Masked(text)


def test_each_kind_is_told_once_in_the_order_of_the_text() -> None:
    text = "stk 0071000123456, cccd 084092001234, cccd 084092001235, gọi 0901234567"
    assert mask(text) == Masked(
        f"stk {LEFT_OUT}, cccd {LEFT_OUT}, cccd {LEFT_OUT}, gọi 0901234567",
        (Kind.ACCOUNT, Kind.ID_CARD),
    )


def test_words_around_a_number_stay() -> None:
    assert mask("084092001234 5 người").text == "••• 5 người"
    assert mask("phường 7 8 084092001234").text == "phường 7 8 •••"
    assert mask("sđt 0901234567 5 giờ gọi").text == "sđt 0901234567 5 giờ gọi"


@given(st.text(alphabet="0123456789 .-,đồngkAB/\n", max_size=60))
@example("000000000000")
@example("123456789012 đồng")
@example("090123456709012345678")
def test_no_run_of_twelve_digits_survives(text: str) -> None:
    assert not re.search(r"\d{12}", mask(text).text)


@given(
    st.from_regex(r"[0-3][0-9]{8}", fullmatch=True),
    st.lists(st.sampled_from(["", "", "", " ", ".", "-"]), min_size=11, max_size=11),
    st.sampled_from(["", "CCCD: ", "so can cuoc la ", "em ten Lan, "]),
)
def test_a_citizen_number_is_left_out_however_it_is_broken_up(
    tail: str, gaps: list[str], before: str
) -> None:
    digits = "084" + tail
    typed = "".join(digit + gap for digit, gap in zip(digits, [*gaps, ""], strict=True))
    assert mask(before + typed) == Masked(before + LEFT_OUT, (Kind.ID_CARD,))


@given(st.text(max_size=200))
def test_masking_twice_changes_nothing(text: str) -> None:
    masked = mask(text)
    assert mask(masked.text) == Masked(masked.text)


@pytest.mark.parametrize(
    ("text", "read_aloud"),
    [
        ("gọi 0901234567 nha", "gọi ••• nha"),
        ("0909 123 456 hay 0294.3855.123", "••• hay •••"),
        ("+84 909 123 456", "•••"),
        ("0909 123 456 0912 345 678", "•••"),
        ("số dt 0909.123.456", "số dt •••"),
        ("gọi 113, 1900 1234, vay 50.000.000 đồng", "gọi 113, 1900 1234, vay 50.000.000 đồng"),
    ],
)
def test_phones_are_hidden_from_bulletins(text: str, read_aloud: str) -> None:
    assert hide_phones(text) == read_aloud


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("cmnd 3 3 4 . 5 6 7 . 8 9 0", f"cmnd {LEFT_OUT}"),
        (
            "căn cước không tám bốn không chín không không một hai ba bốn năm nhà tôi",
            f"căn cước {LEFT_OUT} nhà tôi",
        ),
        (
            "can cuoc khong tam bon khong chin khong khong mot hai ba bon nam",
            f"can cuoc {LEFT_OUT}",
        ),
    ],
)
def test_numbers_spaced_out_or_said_digit_by_digit_are_left_out(text: str, kept: str) -> None:
    assert mask(text).text == kept


def test_a_phone_said_digit_by_digit_and_a_few_people_stay() -> None:
    for text in (
        "gọi tôi không chín không không một một một hai hai hai nha",
        "nhà có hai ba bốn người",
        "20 - 30 ngàn, 40 - 50 ngàn một ngày",
    ):
        assert mask(text) == Masked(text)


def test_a_row_of_what_may_be_dates_is_judged_at_once_and_left_out() -> None:
    """Each block reads in two ways: one pattern for the whole row would try 2^40 of them."""
    row = "-".join(["2020-01-01-2020"] * 40)

    assert mask(row) == Masked(row)
    assert mask(f"{row}-7") == Masked(LEFT_OUT, (Kind.ACCOUNT,))
