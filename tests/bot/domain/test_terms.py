"""By when an office promises something, in the words that offices use, with marks and without."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Holiday, WorkingCalendar
from bot.domain.commitments import pledges_in
from bot.domain.days import typed
from bot.domain.terms import terms_in

TODAY = date(2026, 4, 29)  # a Wednesday; Thursday and Friday are holidays
CALENDAR = WorkingCalendar(
    zone=ZoneInfo("Asia/Ho_Chi_Minh"),
    holidays=(
        Holiday(date(2026, 4, 30), "Ngày Giải phóng"),
        Holiday(date(2026, 5, 1), "Quốc tế Lao động"),
        Holiday(date(2027, 1, 1), "Tết Dương lịch"),
        *(Holiday(date(2027, 2, day), "Tết Nguyên đán") for day in (5, 8, 9, 10)),
    ),
)


def _due(words: str) -> str:
    """By when *Phường sẽ làm …* is promised; *none* where nothing is taken for a day."""
    found = pledges_in(f"Phường sẽ làm {words}.", TODAY, CALENDAR)
    return " ".join(one.due.isoformat() for one in found) or "none"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("trước 15/6", "2026-06-15"),
        ("trước ngày 15/6", "2026-06-15"),
        ("trước 15-6", "2026-06-15"),
        ("trước ngày 15.6", "2026-06-15"),
        ("trước 15.6.2026", "2026-06-15"),
        ("chậm nhất là ngày 15/06/26", "2026-06-15"),
        ("trước 15-06-26", "2026-06-15"),
        ("trước ngày 15 tháng 6 năm 2026", "2026-06-15"),
        ("truoc 15 thang 6", "2026-06-15"),
        ("2026-06-15", "2026-06-15"),
        ("hạn chót 5/6", "2026-06-05"),
        ("xong 5/6", "2026-06-05"),
        ("trước 15/3 năm sau", "2027-03-15"),
        ("trước 8h30 ngày 5/5", "2026-05-05"),
        ("trước 17h00 ngày 05/5/2026", "2026-05-05"),
        ("ngày 15 tháng sau", "2026-05-15"),
        ("ngày 3 tháng tới", "2026-05-03"),
        ("chiều mai", "2026-04-30"),
        ("ngay mai", "2026-04-30"),
        ("hôm nay", "2026-04-29"),
        ("thứ Sáu tuần sau", "2026-05-08"),
        ("thu 6 tuan toi", "2026-05-08"),
    ],
)
def test_a_day_is_read_as_offices_write_it(words: str, due: str) -> None:
    assert _due(words) == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("từ 20/5 đến 25/5", "2026-05-25"),
        ("20/5 - 25/5", "2026-05-25"),
        ("20–25/5", "2026-05-25"),
        ("ngày 5-7/5", "2026-05-07"),
        ("ngày 20, 21/5", "2026-05-21"),
        ("ngày 20 hoặc 21/5", "2026-05-21"),
        ("từ ngày 20 đến ngày 25 tháng 5", "2026-05-25"),
        ("tháng 6-7", "2026-07-31"),
        ("từ tháng 6 đến tháng 8", "2026-08-31"),
        ("tháng 6 và tháng 7", "2026-07-31"),
        ("trong tháng 12-1", "2027-01-31"),
        ("quý 3-4", "2026-12-31"),
        ("quý III và quý IV", "2026-12-31"),
        ("trong 2-3 tuần tới", "2026-05-20"),
        ("2-3 tuan nua", "2026-05-20"),
        ("từ 3 đến 5 ngày", "2026-05-04"),
        ("trong 3 - 5 ngày", "2026-05-04"),
    ],
)
def test_of_a_range_the_later_end_counts(words: str, due: str) -> None:
    assert _due(words) == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("trong 5-7 ngày làm việc", "2026-05-12"),
        ("từ 3 ngày đến 5 ngày làm việc", "2026-05-08"),
        ("trong vòng 05 (năm) ngày làm việc", "2026-05-08"),
        ("trong 5 ngay lam viec", "2026-05-08"),
        ("không quá 10 ngày làm việc", "2026-05-15"),
        ("trong vòng 10 ngày", "2026-05-09"),
        ("trong năm ngày", "2026-05-04"),
        ("sau 2 tuần", "2026-05-13"),
        ("hai tuần nữa", "2026-05-13"),
        ("trong nửa tháng", "2026-05-14"),
        ("một tháng rưỡi nữa", "2026-06-13"),
        ("trong 48 giờ", "2026-05-01"),
        ("1-2 bữa nữa", "2026-05-01"),
        ("trong 30 ngày (từ 1/5 đến 30/5)", "2026-05-30"),
        ("trong 15 ngày kể từ 20/4", "2026-05-05"),
        ("trong 15 ngày, tính từ ngày 20/4/2026", "2026-05-05"),
        ("trong 15 ngày làm việc kể từ hôm nay", "2026-05-22"),
    ],
)
def test_so_many_days_are_counted_working_ones_by_the_calendar(words: str, due: str) -> None:
    assert _due(words) == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("đầu tháng 6", "2026-06-10"),
        ("giữa tháng 6", "2026-06-20"),
        ("trung tuần tháng 6", "2026-06-20"),
        ("cuối tháng 6", "2026-06-30"),
        ("cuoi thang 6", "2026-06-30"),
        ("nửa đầu tháng 6", "2026-06-15"),
        ("đầu tháng sau", "2026-05-10"),
        ("cuối tháng", "2026-04-30"),
        ("tháng sáu", "2026-06-30"),
        ("thang sau", "2026-05-31"),
        ("trước tháng 6", "2026-05-31"),
        ("trước cuối tháng 6", "2026-06-30"),
        ("đến 12/2026", "2026-12-31"),
        ("trong quý III", "2026-09-30"),
        ("trong quy iii", "2026-09-30"),
        ("quý III năm 2026", "2026-09-30"),
        ("đầu quý III/2026", "2026-07-31"),
        ("trước quý IV", "2026-09-30"),
        ("quý sau", "2026-09-30"),
        ("đầu tuần sau", "2026-05-05"),
        ("giữa tuần sau", "2026-05-07"),
        ("cuối tuần", "2026-05-03"),
        ("trước tuần sau", "2026-05-03"),
        ("6 tháng cuối năm", "2026-12-31"),
        ("cuối năm", "2026-12-31"),
        ("đầu năm sau", "2027-03-31"),
        ("trước năm 2027", "2026-12-31"),
        ("trước Tết", "2027-02-04"),
        ("trước Tết Dương lịch", "2026-12-31"),
    ],
)
def test_parts_of_a_month_a_quarter_or_a_year_end_with_their_last_day(words: str, due: str) -> None:
    assert _due(words) == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("phần hỗ trợ 1/2 chi phí, xong trong tháng 6", "2026-06-30"),
        ("và trả 3/4 tiền giống trong tháng sau", "2026-05-31"),
        ("1/2 tuyến đường trong quý III", "2026-09-30"),
        ("đường 30/4 trước 15/6", "2026-06-15"),
        ("hẻm 12/5 trong tháng 7", "2026-07-31"),
        ("khảo sát ngày 5/5, xong trước 30/6", "2026-06-30"),
        ("khảo sát trước 5/5 và thi công trước 15/6", "2026-06-15"),
        ("theo công văn ngày 12/3, xong trước 30/6", "2026-06-30"),
        ("theo Nghị định 28/2021/NĐ-CP xong trước 30/6", "2026-06-30"),
        ("theo Nghị định 28-12 trong tháng 6", "2026-06-30"),
        ("theo Quyết định số 15/QĐ-UBND ngày 15/5/2026 trong quý IV", "2026-12-31"),
        ("và gọi 0294.385.1111 trước 15/6", "2026-06-15"),
        ("trong hai tuần nữa, sau Tết mới xong hết", "2026-05-13"),
    ],
)
def test_other_numbers_do_not_hide_the_day(words: str, due: str) -> None:
    assert _due(words) == due


@pytest.mark.parametrize(
    "words",
    [
        "và hỗ trợ 1/2 chi phí",
        "và giảm 4/5 học phí",
        "cho 5/6 hộ trong ấp",
        "xong 3/5 khối lượng",
        "và thay 5-7 bóng",
        "và hỗ trợ 5-7 triệu đồng",
        "từ 5-7 hộ",
        "và trực 24/7",
        "hẻm 12/5",
        "đường 30/4",
        "theo Nghị định 28/2021/NĐ-CP",
        "theo biên bản ngày 5/5",
        "như kế hoạch năm 2026",
        "trong năm học 2026-2027",
        "và nhận cuộc gọi 0903 12 34 56",
        "với lãi 6,6%/năm",
        "sau 30/9",
        "sau tháng 6",
        "sau Tết",
        "mùng 5 Tết",
        "trong tháng 5 âm lịch",
        "trước rằm tháng 7",
        "cuối tháng Chạp",
        "trước Tết Trung thu",
        "trong 15 ngày kể từ ngày nhận đơn",
        "trong 10 ngày sau khi có kinh phí",
        "trong vài ngày tới",
        "trong thời gian sớm nhất",
        "mai mốt",
        "nay mai",
        "cùng cô Mai",
        "từ ngày 5-7 hoặc hơn",
        "trước ngày 15",
        "thứ Sáu",
        "trong 2 tháng 5 và 6",
        "trước 31/3",
        "trong tháng 3",
        "trước 30/2",
        "trước 15/6/2029",
    ],
)
def test_what_is_no_day_or_an_unclear_one_is_not_taken_for_one(words: str) -> None:
    assert _due(words) == "none"


def test_a_promise_without_marks_is_one_and_sharing_is_none() -> None:
    due = date(2026, 6, 15)
    assert [one.due for one in pledges_in("Phuong se lam truoc 15/6", TODAY, CALENDAR)] == [due]
    assert [one.due for one in pledges_in("Phường sẻ làm trước 15/6", TODAY, CALENDAR)] == [due]
    assert pledges_in("Phường chia sẻ với cô, hạn là 15/6", TODAY, CALENDAR) == ()


_WORDS = [
    *("0", "1", "2", "9", "31", "/", "-", ".", ",", "ngày", "tháng", "năm", "quý", "tuần"),
    *("trong", "sau", "đến"),
]


@given(st.lists(st.sampled_from(_WORDS)))
def test_no_words_break_it(words: list[str]) -> None:
    for said in (" ".join(words), "".join(words)):
        assert all(one.day >= TODAY for one in terms_in(typed(said), TODAY, CALENDAR))
