"""What is written before, at and after a dialogue: what was asked, promised and answered."""

from dataclasses import replace

from bot.documents.item import Outcome
from bot.documents.minutes import minutes
from bot.documents.pack import pack
from bot.documents.report import report
from bot.documents.results import results
from bot.documents.running_order import running_order
from tests.bot.documents import samples
from tests.bot.documents.reading import paragraphs, tables
from tests.bot.documents.samples import ON, SAY

# ── before ───────────────────────────────────────────────────────────────────────────────────


def test_an_agency_reads_what_it_is_asked_and_not_who_asks() -> None:
    assert tables(pack(samples.asked(3), SAY, on=ON)) == [
        [
            ["Số", "Nội dung câu hỏi", "Số khóm, ấp hỏi", "Lĩnh vực", "Ngày hỏi"],
            ["TV-0012", samples.questions(1)[0], "6", "Vay vốn ưu đãi", "13/11/2026"],
            ["TV-0013", samples.LONG_QUESTION, "7", "Vay vốn ưu đãi", "14/11/2026"],
            ["TV-0014", samples.KHMER_QUESTION, "1", "Vay vốn ưu đãi", "15/11/2026"],
        ]
    ]


def test_an_agency_that_is_asked_nothing_is_told_so() -> None:
    said = tables(pack(samples.asked(0), SAY, on=ON))[0][1]
    assert said == ["Đến nay chưa có câu hỏi nào về lĩnh vực của cơ quan."]


def test_the_chair_begins_with_what_was_promised_last_time() -> None:
    promised, course = tables(running_order(samples.ORDER, SAY, on=ON))
    assert promised == [
        ["STT", "Việc đã hứa", "Người thực hiện", "Thời hạn", "Đến nay"],
        ["1", "Vá lối đi vào nhà văn hóa Khóm 3 trước mùa mưa", "UBND Phường 7", "30/10/2026",
         "Đã làm xong, chưa nghiệm thu"],
        ["2", "Lập danh sách hộ chưa có thẻ bảo hiểm y tế", "Bảo hiểm xã hội thành phố", "",
         "Đang làm"],
    ]  # fmt: skip
    assert course[:2] == [
        ["Thời gian", "Nội dung", "Người thực hiện"],
        ["07 giờ 00 phút", "Đón khách, điểm danh, ký nhận", "Tổ thư ký"],
    ]


def test_where_nothing_is_left_from_last_time_the_chair_knows_that_too() -> None:
    order = replace(samples.ORDER, commitments=())
    assert tables(running_order(order, SAY, on=ON))[0][1] == [
        "Không có việc nào đã hứa kỳ trước mà chưa xong."
    ]


def test_the_chair_reads_which_policies_people_say_do_not_reach_them() -> None:
    order = replace(samples.ORDER, policies=("Chính sách nhà ở", "Chính sách việc làm"))
    said = paragraphs(running_order(order, SAY, on=ON))
    heading = "Một tháng sau khi trả lời, bà con nói chưa được việc nhiều nhất:"
    assert said[said.index(heading) : said.index("II. TRÌNH TỰ")] == [
        heading,
        "- Chính sách nhà ở;",
        "- Chính sách việc làm.",
    ]


# ── minutes ──────────────────────────────────────────────────────────────────────────────────


def test_the_minutes_say_who_was_there() -> None:
    said = paragraphs(minutes(samples.recorded(3), SAY, on=ON))
    start = said.index("I. THÀNH PHẦN THAM DỰ")
    assert said[start - 2 : start + 12] == [
        "Thời gian bắt đầu: 07 giờ 30 phút, thứ Sáu ngày 11 tháng 12 năm 2026.",
        "Địa điểm: Hội trường Ủy ban nhân dân Phường 1.",
        "I. THÀNH PHẦN THAM DỰ",
        "1. Chủ trì: Lâm Thị Hạnh, Phó Chủ tịch Ủy ban nhân dân thành phố.",
        "2. Thư ký: Trần Văn Ghi.",
        "3. Các cơ quan trả lời:",
        "- Phòng Kinh tế thành phố: bà Võ Thị Mười, Phó Trưởng phòng;",
        "- Bảo hiểm xã hội thành phố: ông Huỳnh Văn Lợi, Phó Giám đốc.",
        "4. Hộ dân: 80 hộ, trong đó:",
        "- Hộ nghèo: 31 hộ;",
        "- Hộ cận nghèo: 18 hộ;",
        "- Hộ mới thoát nghèo: 11 hộ;",
        "- Đối tượng khác: 20 hộ;",
        "- Phụ nữ: 47 người; dân tộc thiểu số: 39 người.",
    ]


def test_the_minutes_tell_of_each_question_what_came_of_it() -> None:
    said = paragraphs(minutes(samples.recorded(3), SAY, on=ON))
    start = said.index("II. NỘI DUNG ĐỐI THOẠI")
    assert said[start + 1 : start + 8] == [
        "Có 3 ý kiến: 2 ý kiến được trả lời tại chỗ, 1 ý kiến được ghi nhận để chuyển cơ quan trả"
        " lời.",
        f"1. Hộ dân Khóm 4, Phường 7 (TV-0012): {samples.questions(1)[0]}",
        "Bà Võ Thị Mười, Phó Trưởng phòng Kinh tế trả lời tại chỗ: Được vay tối đa một trăm triệu"
        " đồng, không thế chấp.",
        f"2. Hộ dân Khóm 5, Phường 7 (TV-0013): {samples.LONG_QUESTION} (12 hộ cùng ý kiến)",
        "Ghi nhận: chuyển Bảo hiểm xã hội thành phố Trà Vinh trả lời bằng văn bản.",
        f"3. Hộ dân Khóm 6, Phường 7 (TV-0014): {samples.KHMER_QUESTION}",
        "Ủy ban nhân dân Phường 7 trả lời tại chỗ: Được vay tối đa một trăm triệu đồng, không thế"
        " chấp.",
    ]


def test_the_minutes_end_with_hour_and_signatures() -> None:
    said = paragraphs(minutes(samples.recorded(1), SAY, on=ON))
    assert said[-8:] == [
        "Buổi đối thoại kết thúc lúc 11 giờ 05 phút cùng ngày.",
        "Biên bản đã được đọc lại cho những người dự nghe và thống nhất./.",
        *("THƯ KÝ", "(Ký, ghi rõ họ tên)", "Trần Văn Ghi"),
        *("CHỦ TRÌ", "(Ký, ghi rõ họ tên)", "Lâm Thị Hạnh"),
    ]


def test_minutes_leave_room_for_what_is_not_known_yet() -> None:
    unknown = replace(samples.DIALOGUE, ends_at=None, secretary="")
    said = paragraphs(minutes(replace(samples.recorded(1), dialogue=unknown), SAY, on=ON))
    assert "2. Thư ký: " + "…" * 12 + "." in said
    assert "Buổi đối thoại kết thúc lúc …… giờ …… phút cùng ngày." in said


def test_minutes_of_a_dialogue_without_questions_say_so() -> None:
    said = paragraphs(minutes(samples.recorded(0), SAY, on=ON))
    assert "Tại buổi đối thoại không có ý kiến nào được nêu." in said


# ── report ───────────────────────────────────────────────────────────────────────────────────


def test_the_report_counts_by_agency_and_settles_the_costs() -> None:
    agencies, costs, _ = tables(report(samples.reported(15), SAY, on=ON))
    assert agencies == [
        ["STT", "Cơ quan", "Số ý kiến", "Trả lời tại chỗ", "Chuyển trả lời sau",
         "Trả lời riêng, không trả lời"],
        ["1", "Bảo hiểm xã hội thành phố Trà Vinh", "5", "0", "5", "0"],
        ["2", "Phòng Kinh tế thành phố Trà Vinh", "5", "5", "0", "0"],
        ["3", "Ủy ban nhân dân Phường 7", "5", "5", "0", "0"],
        ["", "Tổng cộng", "15", "10", "5", "0"],
    ]  # fmt: skip
    assert costs == [
        ["STT", "Nội dung chi", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"],
        ["1", "Nước uống", "80 người", "20.000", "1.600.000"],
        ["2", "Thuê hội trường", "01 buổi", "600.000", "600.000"],
        ["3", "Văn phòng phẩm", "01 buổi", "185.000", "185.000"],
        ["", "Tổng cộng", "", "", "2.385.000"],
    ]


def test_the_report_says_the_sum_in_words_and_ends_with_what_is_asked_for() -> None:
    said = paragraphs(report(samples.reported(15), SAY, on=ON))
    assert "Kính gửi: Ủy ban nhân dân thành phố Trà Vinh." in said
    assert "Bằng chữ: Hai triệu ba trăm tám mươi lăm nghìn đồng." in said
    assert "- Tổ chức buổi đối thoại tiếp theo trong quý I năm 2027." in said


def test_the_appendix_lists_every_item_under_its_agency() -> None:
    summary = tables(report(samples.reported(3), SAY, on=ON))[2]
    assert [row for row in summary if len(row) == 1] == [
        ["Bảo hiểm xã hội thành phố Trà Vinh: 1 ý kiến"],
        ["Phòng Kinh tế thành phố Trà Vinh: 1 ý kiến"],
        ["Ủy ban nhân dân Phường 7: 1 ý kiến"],
    ]
    assert summary[2] == [
        *("1", "TV-0013", f"{samples.LONG_QUESTION} (12 hộ cùng ý kiến)"),
        *("Hộ dân Khóm 5, Phường 7", "Vay vốn ưu đãi", "", "Văn bản", "22/12/2026", ""),
    ]
    assert [row[0] for row in summary[1:] if len(row) > 1] == ["1", "2", "3"]


def test_a_report_without_items_is_whole_too() -> None:
    agencies, _, summary = tables(report(samples.reported(0), SAY, on=ON))
    assert (agencies[1], summary[1]) == (["Không có ý kiến, kiến nghị."],) * 2


# ── results ──────────────────────────────────────────────────────────────────────────────────


def test_everyone_reads_what_was_answered_and_by_when_the_rest_will_be() -> None:
    said = paragraphs(results(samples.told(3), SAY, on=ON))
    start = said.index("Bảo hiểm xã hội thành phố Trà Vinh")
    assert said[start - 1 : start + 6] == [
        "Bà con đã nêu 3 ý kiến: 2 ý kiến đã có trả lời, 1 ý kiến các cơ quan đang trả lời.",
        "Bảo hiểm xã hội thành phố Trà Vinh",
        f"1. Bà con hỏi: {samples.LONG_QUESTION} (12 hộ cùng ý kiến)",
        "Chưa có trả lời: Bảo hiểm xã hội thành phố Trà Vinh sẽ trả lời trước ngày 22/12/2026.",
        "Phòng Kinh tế thành phố Trà Vinh",
        f"2. Bà con hỏi: {samples.questions(1)[0]}",
        "Trả lời: Được vay tối đa một trăm triệu đồng, không thế chấp.",
    ]


def test_what_was_said_in_the_hall_and_then_not_confirmed_is_announced_as_no_answer() -> None:
    """The minutes keep what was said; the notice board does not wait for words that never come."""
    oral = replace(samples.items(1)[0], outcome=Outcome.DECLINED, reason="chờ quy định mới")
    unconfirmed = replace(samples.told(1), items=(replace(oral, answer=""),))

    told = paragraphs(results(unconfirmed, SAY, on=ON))
    recorded = paragraphs(minutes(replace(samples.recorded(1), items=(oral,)), SAY, on=ON))

    assert f"Không trả lời: {oral.agency} đã báo lý do cho người hỏi." in told
    assert (
        "Bà con đã nêu 1 ý kiến: 0 ý kiến đã có trả lời, 0 ý kiến các cơ quan đang trả lời."
        " Còn lại: 1 ý kiến cơ quan không trả lời, người hỏi đã được báo lý do."
    ) in told
    assert f"{oral.answered_by} trả lời tại chỗ: {oral.answer}" in recorded


def test_without_a_reason_the_minutes_say_that_there_was_no_answer() -> None:
    declined = replace(samples.items(2)[1], outcome=Outcome.DECLINED)
    said = paragraphs(minutes(replace(samples.recorded(1), items=(declined,)), SAY, on=ON))
    assert "Ghi nhận: Bảo hiểm xã hội thành phố Trà Vinh không trả lời." in said


def test_results_name_no_hamlet_and_no_number_of_a_question() -> None:
    said = " ".join(paragraphs(results(samples.told(15), SAY, on=ON)))
    assert "TV-00" not in said
    assert "Hộ dân Khóm" not in said


def test_a_question_without_a_date_is_promised_in_writing() -> None:
    told = samples.told(2)
    undated = replace(told, items=tuple(replace(one, due=None) for one in told.items))
    said = paragraphs(results(undated, SAY, on=ON))
    assert "Chưa có trả lời: Bảo hiểm xã hội thành phố Trà Vinh sẽ trả lời bằng văn bản." in said


def test_results_of_a_dialogue_without_questions_say_so() -> None:
    said = paragraphs(results(samples.told(0), SAY, on=ON))
    assert "Tại buổi đối thoại không có ý kiến nào được nêu." in said
