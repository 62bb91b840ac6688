"""What counts as a promise in an answer, and by when it is meant."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import Holiday, WorkingCalendar
from bot.domain.commitments import pledges_in, reason_in

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
    ("text", "reason"),
    [
        ("15/10, chờ vật tư", "chờ vật tư"),
        ("15/10 chờ vật tư", "chờ vật tư"),
        ("chờ vật tư, dời tới 15/10", "chờ vật tư"),
        ("dời tới 15/10 vì mưa lớn", "mưa lớn"),
        ("Cuối tháng 12, chưa có kinh phí", "chưa có kinh phí"),
        ("do trời mưa, xin dời đến hết tháng này.", "trời mưa"),
        ("trong 10 ngày làm việc nữa, do thiếu người", "thiếu người"),
        ("chờ duyệt ngày 3/12 rồi mới làm", "chờ duyệt ngày 3/12 rồi mới làm"),
        ("ngày 15/10", ""),
        ("tuần sau", ""),
    ],
)
def test_the_reason_is_what_is_left_beside_the_new_day(text: str, reason: str) -> None:
    assert reason_in(text) == reason
