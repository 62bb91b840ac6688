"""What counts as a promise in an answer, and by when it is meant."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import Holiday, WorkingCalendar
from bot.domain.commitments import Postponed, pledges_in, postponed

TODAY = date(2026, 8, 20)  # a Thursday
CALENDAR = WorkingCalendar(
    zone=ZoneInfo("Asia/Ho_Chi_Minh"), holidays=(Holiday(date(2026, 9, 2), "Quốc khánh"),)
)


def _days(text: str) -> list[str]:
    return [one.due.isoformat() for one in pledges_in(text, TODAY, CALENDAR)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Phường sẽ sửa cống trước 30/9.", "2026-09-30"),
        ("Phường sẽ sửa cống trước ngày 5-1.", "2027-01-05"),
        ("UBND cam kết hoàn thành trước ngày 05 tháng 10 năm 2026.", "2026-10-05"),
        ("Phòng sẽ trả lời trong tháng 10.", "2026-10-31"),
        ("Điện lực sẽ kéo dây trong tháng 2/2027.", "2027-02-28"),
        ("Trạm y tế sẽ có thuốc vào tuần tới, số 0294.385.1111.", "2026-08-30"),
        ("Trong tuần này cán bộ sẽ xuống nhà coi.", "2026-08-23"),
        ("Xin hứa hết tháng này làm xong.", "2026-08-31"),
        ("Ngân hàng sẽ giải ngân trong vòng 10 ngày làm việc; bà con chờ.", "2026-09-04"),
        ("Phường sẽ làm sau 2 tuần.", "2026-09-03"),
        ("Dự kiến quý IV sẽ làm xong đường.", "2026-12-31"),
        ("Đèn đường sẽ sáng lại trước cuối năm nay.", "2026-12-31"),
    ],
)
def test_a_sentence_that_says_who_will_do_it_by_when_is_a_promise(text: str, due: str) -> None:
    assert _days(text) == [due]


@pytest.mark.parametrize(
    "text",
    [
        "Bà con nộp đơn trước 30/9.",
        "Bà con sẽ phải nộp đơn trước 30/9.",
        "Hộ cận nghèo được vay tối đa 100 triệu đồng, lãi 7,92% một năm.",
        "Phường sẽ sửa khi có kinh phí.",
        "Phường đã sửa ngày 15/8/2026.",
        "Phường sẽ sửa trước 30/2.",
        "Phường sẽ làm xong trước 30/9/2029.",
    ],
)
def test_what_people_must_do_what_is_over_and_what_has_no_day_is_none(text: str) -> None:
    assert _days(text) == []


def test_an_answer_may_promise_several_things() -> None:
    text = "Phường sẽ sửa cống trước 30/9. Phòng Kinh tế sẽ phát giống trong tháng 10.\nXin cảm ơn."
    found = pledges_in(text, TODAY, CALENDAR)
    assert [one.words for one in found] == [
        "Phường sẽ sửa cống trước 30/9.",
        "Phòng Kinh tế sẽ phát giống trong tháng 10.",
    ]


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        ("15/10, chờ vật tư", "2026-10-15", "chờ vật tư"),
        ("15/10 chờ vật tư", "2026-10-15", "chờ vật tư"),
        ("5/10: chờ vật tư", "2026-10-05", "chờ vật tư"),
        ("chờ vật tư, dời tới 15/10", "2026-10-15", "chờ vật tư"),
        ("chờ vật tư dời tới 15/10 nha", "2026-10-15", "chờ vật tư"),
        ("dời tới 15/10 vì mưa lớn", "2026-10-15", "mưa lớn"),
        ("doi toi 15/10 vi mua lon", "2026-10-15", "mua lon"),
        ("dời từ 5/10 sang 15/10, mưa lớn", "2026-10-15", "mưa lớn"),
        ("từ 10/10 đến 15/10, chờ vật tư", "2026-10-15", "chờ vật tư"),
        ("10/10 hoặc 15/10, chờ vật tư", "2026-10-15", "chờ vật tư"),
        ("Cuối tháng 12, chưa có kinh phí", "2026-12-31", "chưa có kinh phí"),
        ("do trời mưa, xin dời đến hết tháng này.", "2026-08-31", "trời mưa"),
        ("trong 10 ngày làm việc nữa, do thiếu người", "2026-09-04", "thiếu người"),
        ("chờ vốn, 2-3 tuần nữa", "2026-09-10", "chờ vốn"),
        ("15/10, chờ duyệt ngày 3/12", "2026-10-15", "chờ duyệt ngày 3/12"),
        ("chờ duyệt ngày 3/9, dời tới 15/10", "2026-10-15", "chờ duyệt ngày 3/9"),
        ("15/10 vì thiếu 1/2 vật tư", "2026-10-15", "thiếu 1/2 vật tư"),
        (
            "chờ duyệt ngày 3/12 rồi mới làm",
            "2026-12-03",
            "chờ duyệt ngày 3/12 rồi mới làm",
        ),
        ("thứ Sáu tuần sau, cán bộ bận", "2026-08-28", "cán bộ bận"),
        ("ngày mai, vì mưa", "2026-08-21", "mưa"),
        ("ngày 15/10", "2026-10-15", ""),
        ("tuần sau", "2026-08-30", ""),
    ],
)
def test_the_reason_is_what_is_left_beside_the_new_day(text: str, day: str, reason: str) -> None:
    assert postponed(text, TODAY, TODAY, CALENDAR) == Postponed(date.fromisoformat(day), reason)


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        ("dời thêm 10 ngày vì chờ vật tư", "2026-10-10", "chờ vật tư"),
        ("doi them 10 ngay vi cho vat tu", "2026-10-10", "cho vat tu"),
        ("chờ vật tư, xin 10 ngày nữa", "2026-10-10", "chờ vật tư"),
        ("gia hạn thêm 10 ngày làm việc do mưa", "2026-10-14", "mưa"),
        ("thêm nửa tháng nữa, mưa", "2026-10-15", "mưa"),
        ("trong 10 ngày nữa, chờ vật tư", "2026-08-30", "chờ vật tư"),
        ("10 ngày tới, chờ vật tư", "2026-08-30", "chờ vật tư"),
        ("thêm 10 ngày từ hôm nay, chờ vật tư", "2026-08-30", "hôm nay, chờ vật tư"),
        ("15/10, chờ thêm 2 ngày", "2026-10-15", "chờ thêm 2 ngày"),
    ],
)
def test_more_time_is_more_than_was_promised(text: str, day: str, reason: str) -> None:
    """Of what is due at the end of September, said in August; other spans count from today."""
    due = date(2026, 9, 30)
    assert postponed(text, TODAY, due, CALENDAR) == Postponed(date.fromisoformat(day), reason)


def test_more_time_for_what_is_late_counts_from_today() -> None:
    found = postponed("thêm 1 tuần, mưa", TODAY, date(2026, 8, 1), CALENDAR)
    assert found == Postponed(date(2026, 8, 27), "mưa")


@pytest.mark.parametrize(
    "text",
    [
        "chờ vật tư",
        "sau Tết, chưa có vốn",
        "sau 15/10, chờ vật tư",
        "khi nào có tiền, ngày 31/9",
        "họp ngày 5/10 rồi làm ngày 15/10",
        "làm xong trước 5/10, dời tới 15/10",
        "12/8, chờ vật tư",
    ],
)
def test_no_day_or_one_that_is_unclear_is_asked_about_instead_of_guessed(text: str) -> None:
    assert postponed(text, TODAY, TODAY, CALENDAR) is None
