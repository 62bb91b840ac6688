"""Promises without a day, and what only sounds like one."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.commitments import NO_DAY, Pledge, pledges_in, undated_in, with_day

TODAY = date(2026, 8, 20)
CALENDAR = WorkingCalendar(zone=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize(
    "text",
    [
        "Phường sẽ sửa cống trong thời gian sớm nhất.",
        "phuong se sua cong trong thoi gian som nhat",
        "Sắp tới phường sẽ lắp thêm đèn đường.",
        "Trong thời gian tới, UBND phường tiến hành nạo vét tuyến cống hẻm 12.",
        "Cống này sẽ được sửa trong thời gian sớm nhất.",
        "Phường sẽ sửa cống.",
        "Nếu có kinh phí phường sẽ làm lại đường này.",
        "Phường đã ghi nhận và sẽ cho rà soát lại danh sách hộ nghèo.",
        "Kết quả sẽ báo lại cho gia đình.",
        "Công ty sẽ cử người xuống kiểm tra đồng hồ.",
        "Cán bộ phường sẽ gặp riêng chị, thông tin của chị được giữ kín.",
        "Ý kiến về trường hợp hộ khác, Phòng đã chuyển phường và sẽ thông báo kết quả.",
    ],
)
def test_who_will_do_something_but_not_by_when_is_a_promise_without_a_day(text: str) -> None:
    assert undated_in(text, TODAY, CALENDAR) == (Pledge(text, NO_DAY),)


@pytest.mark.parametrize(
    "text",
    [
        "Phường sẽ xem xét.",
        "UBND phường ghi nhận và sẽ nghiên cứu.",
        "Xin cảm ơn cô chú đã góp ý, phường sẽ cố gắng phục vụ tốt hơn.",
        "Cảm ơn cô chú, chúc gia đình nhiều sức khỏe.",
        "Hộ nghèo sẽ được hỗ trợ tiền điện.",
        "Nếu hồ sơ đủ, phường sẽ xác minh và cấp giấy.",
        "Khi có kế hoạch chính thức, phường sẽ báo trên loa.",
        "Trường hợp thiếu giấy, cán bộ sẽ báo lại.",
        "Theo quy định, UBND phường sẽ cấp giấy chứng nhận cho hộ nghèo.",
        "Bảo hiểm xã hội đã báo cáo cấp tỉnh và sẽ thông tin khi có chủ trương.",
        "Cô chú sẽ nhận thẻ ở trạm y tế.",
        "Phường sẽ nhắn trước ít nhất 3 ngày.",
        "Bà con sẽ tự làm đường vô nhà, phường cho xi măng.",
        "Năm 2023 thành phố có kế hoạch mở lớp nấu ăn.",
    ],
)
def test_what_only_sounds_like_a_promise_is_none(text: str) -> None:
    assert undated_in(text, TODAY, CALENDAR) == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Phường sẽ sửa cống trước 30/9.", date(2026, 9, 30)),
        ("Quý tới nếu có kinh phí phường làm lại đường này.", date(2026, 12, 31)),
        ("Dự kiến tháng 10 phường nạo vét cống hẻm 12.", date(2026, 10, 31)),
    ],
)
def test_one_that_names_a_day_has_that_day(text: str, due: date) -> None:
    assert pledges_in(text, TODAY, CALENDAR) == (Pledge(text, due),)
    assert undated_in(text, TODAY, CALENDAR) == ()


def test_a_day_is_put_behind_the_promise_and_is_then_read_there() -> None:
    text = "Phường đã xuống coi. Phường sẽ sửa cống\ntrong thời gian sớm nhất. Bà con chờ giúp."
    joined = "Phường sẽ sửa cống trong thời gian sớm nhất."
    first = Pledge(joined, NO_DAY)

    dated = with_day(text.replace("\n", " "), first, date(2026, 9, 30))

    assert dated == (
        "Phường đã xuống coi. Phường sẽ sửa cống trong thời gian sớm nhất, chậm nhất 30/09/2026. "
        "Bà con chờ giúp."
    )
    assert [one.due for one in pledges_in(dated, TODAY, CALENDAR)] == [date(2026, 9, 30)]
    assert undated_in(dated, TODAY, CALENDAR) == ()
