"""What is advised for an answer that is heard once."""

import json
from pathlib import Path

import pytest

from bot.understanding.plain import Advice, LongSentence, Point, advice

SAMPLE = Path(__file__).parents[2] / "data" / "answers.jsonl"

GOOD = (
    "Cô chú được vay 100 triệu đồng. Cô chú gặp tổ trưởng tổ tiết kiệm ở khóm, mang theo căn cước. "
    "Giờ hành chính gọi 0294 385 1234."
)


def test_an_answer_that_says_everything_is_left_alone() -> None:
    assert advice(GOOD) == Advice(words=28, missing=(), long=(), jargon=())


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (GOOD.replace("gặp tổ trưởng tổ tiết kiệm ở khóm", "làm đơn tại phường"), Point.WHO),
        (GOOD.replace(" ở khóm", ""), Point.WHERE),
        (GOOD.replace(", mang theo căn cước", ""), Point.PAPERS),
        (GOOD.replace("Giờ hành chính gọi", "Gọi"), Point.WHEN),
        (GOOD.replace("0294 385 1234", "100% rồi hỏi"), Point.PHONE),
    ],
    ids=[one.value for one in Point],
)
def test_what_is_not_said_is_named(text: str, missing: Point) -> None:
    assert advice(text).missing == (missing,)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (GOOD.replace("gặp tổ trưởng tổ tiết kiệm", "ra Ngân hàng Chính sách xã hội"), Point.WHO),
        (GOOD.replace("gặp tổ trưởng tổ tiết kiệm", "mang thẻ bảo hiểm tới nhà"), Point.WHO),
        (GOOD.replace("mang theo căn cước", "hỏi đơn vị cho vay, mẫu giáo"), Point.PAPERS),
        (GOOD.replace("Giờ hành chính gọi", "Quý vị vay năm triệu đồng, gọi"), Point.WHEN),
        (GOOD.replace("Giờ hành chính gọi", "Lãi ba trăm nghìn đồng một tháng, gọi"), Point.WHEN),
    ],
    ids=["xã hội", "bảo hiểm", "đơn vị", "quý vị", "a month"],
)
def test_a_word_that_sounds_alike_without_its_marks_says_nothing(text: str, missing: Point) -> None:
    assert advice(text).missing == (missing,)


def test_an_answer_without_marks_is_read_without_them() -> None:
    bare = (
        "Co chu duoc vay. Gap to truong o khom, mang theo can cuoc sang thu Hai. So 0294 385 1234."
    )

    assert advice(bare).missing == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cô chú gọi số 111.", {Point.WHO, Point.PHONE}),
        ("Gọi tổng đài 19009068 sáng thứ Hai.", {Point.WHO, Point.WHEN, Point.PHONE}),
        ("Nộp ở bộ phận một cửa của phường.", {Point.WHO, Point.WHERE}),
        ("Có mặt ở hội trường Ủy ban nhân dân phường.", {Point.WHERE}),
    ],
)
def test_hotlines_days_and_desks_say_whom_and_when(text: str, said: set[Point]) -> None:
    assert set(Point) - set(advice(text).missing) == said


def test_the_book_of_a_loan_is_a_paper_to_bring() -> None:
    assert advice(GOOD.replace("căn cước", "sổ vay vốn")).missing == ()


def test_ninety_words_are_heard_and_one_more_is_too_long() -> None:
    assert [advice("Được vay. " * many).is_long for many in (45, 46)] == [False, True]


def test_a_sentence_of_twenty_words_stays_and_a_longer_one_is_cut_where_both_halves_stand() -> None:
    twenty = " ".join(["chữ"] * 20)
    longer = (
        "Phường đã ghi nhận phản ánh và sẽ cho rà soát lại danh sách hộ nghèo của khóm, kết quả sẽ "
        "dán ở nhà văn hóa"
    )

    assert (advice(f"{twenty}.").long, advice(f"{longer}.").long) == (
        (),
        (
            LongSentence(
                words=26,
                first="Phường đã ghi nhận phản ánh và sẽ cho rà soát lại danh sách hộ nghèo của "
                "khóm",
                rest="Kết quả sẽ dán ở nhà văn hóa",
                is_sure=True,
            ),
        ),
    )


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Em xin giấy xác nhận của trường đang học rồi gia đình nộp hồ sơ qua tổ tiết kiệm và "
            "vay vốn ở khóm.",
            "Rồi gia đình nộp hồ sơ qua tổ tiết kiệm và vay vốn ở khóm",
        ),
        (
            "Bà con xã Long Đức được vay làm nhà vệ sinh ở ngân hàng, còn hộ ở các phường thì "
            "chưa có chương trình này.",
            "Còn hộ ở các phường thì chưa có chương trình này",
        ),
        (
            "Nếu cô chú nằm viện đúng tuyến thì thẻ được trả 95% chi phí; nếu chỉ khám rồi về thì "
            "bảo hiểm chưa chi trả.",
            "Nếu chỉ khám rồi về thì bảo hiểm chưa chi trả",
        ),
    ],
    ids=["and then", "but", "two conditions"],
)
def test_what_begins_anew_may_stand_alone(text: str, rest: str) -> None:
    assert [one.rest for one in advice(text).long] == [rest]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(["chữ"] * 25),
        "Cô chú chỉ cần mang căn cước công dân và giấy chứng nhận hộ nghèo đến bộ phận một cửa của "
        "phường mình đang ở.",
        "Trẻ mẫu giáo có cha mẹ thuộc hộ nghèo, hộ cận nghèo được hỗ trợ tiền ăn trưa 160.000 đồng "
        "một tháng trong chín tháng.",
        "Từ khi danh sách xã vùng dân tộc thiểu số được phê duyệt lại, nhiều nơi không còn thuộc "
        "vùng khó khăn như trước.",
        "Hộ nghèo ở phường cần làm nhà tiêu hợp vệ sinh thì đăng ký với phường để được xét hỗ trợ "
        "từ nguồn vận động.",
        "Trong thời gian tối đa ba mươi sáu tháng kể từ ngày đó, bà con vẫn được tham gia dự án và "
        "được học nghề.",
        "Gia đình nộp cho trường: đơn theo mẫu, bản sao khai sinh và giấy chứng nhận hộ nghèo có "
        "ghi tên mẹ và tên cháu.",
        "Cô chú liên hệ Trưởng Ban nhân dân ấp hoặc chi hội ở khóm, ấp có tổ tiết kiệm để được "
        "giới thiệu vào tổ gần nhà.",
        "Phòng đã thống nhất với Trung tâm Y tế thành phố: từ ngày 01/8, Trạm y tế phường 4 có bác "
        "sĩ khám cả ngày.",
        "Ý kiến về trường hợp hộ khác có điều kiện khá hơn, Phòng đã chuyển phường kiểm tra và sẽ "
        "thông báo kết quả.",
        "Cô chú mang theo giấy tờ (căn cước công dân, hộ khẩu cũ, phường sẽ trả lại bản chính) khi "
        "đến làm thủ tục vay.",
        "Nếu gia đình có việc làm ăn như mua bán nhỏ hoặc chăn nuôi, ngân hàng sẽ giúp làm hồ sơ "
        "vay lãi thấp.",
    ],
    ids=[
        "no pause",
        "two papers",
        "two kinds of household",
        "no more",
        "to what end",
        "within what time",
        "a list",
        "two halves of a place",
        "from when on",
        "as to what",
        "in brackets",
        "on what condition",
    ],
)
def test_where_a_half_would_not_stand_alone_no_cut_is_sure(text: str) -> None:
    assert [one.is_sure for one in advice(text).long] == [False]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Hộ nghèo ở phường cần làm nhà tiêu hợp vệ sinh thì đăng ký với phường để được xét hỗ "
            "trợ từ nguồn vận động.",
            "Lúc đó đăng ký với phường để được xét hỗ trợ từ nguồn vận động",
        ),
        (
            "Cán bộ phường sẽ xuống khóm gặp từng hộ nghèo và cận nghèo trong tháng sau để ghi lại "
            "nhu cầu vay vốn học nghề của con em trong nhà và báo cho ngân hàng xếp lịch giải ngân "
            "ngay trong quý này.",
            "Việc này để ghi lại nhu cầu vay vốn học nghề của con em trong nhà và báo cho ngân "
            "hàng xếp lịch giải ngân ngay trong quý này",
        ),
        (
            "Bà con đem sổ hộ nghèo tới trạm y tế của phường trước ngày mười lăm hoặc gọi cán bộ "
            "khóm tới nhà giúp cho.",
            "Hoặc gọi cán bộ khóm tới nhà giúp cho",
        ),
        (
            "Khoản vay này đứng tên cả hộ gia đình của cô chú nên người còn lại trong hộ tiếp tục "
            "trả nợ theo kỳ.",
            "Vì vậy người còn lại trong hộ tiếp tục trả nợ theo kỳ",
        ),
        (
            "Phòng đã chuyển ý kiến này qua phường kiểm tra lại từng hộ trong khóm và sẽ thông báo "
            "kết quả cho bà con.",
            "Sẽ thông báo kết quả cho bà con",
        ),
        (
            "Phường nhận đơn xin học nghề của cháu ở bộ phận một cửa tất cả các ngày trong tuần "
            "nếu cháu đã đủ mười lăm tuổi.",
            "Nếu cháu đã đủ mười lăm tuổi",
        ),
    ],
    ids=["then", "in order to", "or", "so", "and", "if"],
)
def test_where_no_cut_is_sure_one_before_a_word_that_joins_is_suggested(
    text: str, rest: str
) -> None:
    assert [(one.rest, one.is_sure) for one in advice(text).long] == [(rest, False)]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(["chữ"] * 39),
        "Trẻ em trong các hộ nghèo và cận nghèo và mới thoát nghèo ở phường và xã của thành phố "
        "Trà Vinh trong năm nay.",
        "Nếu gia đình cô chú thật sự không còn khả năng trả và không còn tài sản thì ngân hàng lập "
        "hồ sơ xóa nợ.",
        "Gia đình nộp cho trường: đơn theo mẫu, bản sao khai sinh và giấy chứng nhận hộ nghèo có "
        "ghi tên mẹ và tên cháu.",
    ],
    ids=["no word that joins", "a list", "a condition", "papers"],
)
def test_where_nothing_like_a_sentence_would_come_of_it_no_cut_is_proposed(text: str) -> None:
    assert advice(text).long == (LongSentence(words=len(text.split()), first=text.rstrip(".")),)


def test_every_long_sentence_is_told() -> None:
    one = "Nhà ở " + "rất " * 22 + "xa."

    assert len(advice(" ".join([one] * 7)).long) == 7


def test_of_the_sample_s_long_sentences_those_are_cut_that_fall_in_two() -> None:
    """Each was read: the halves of the 20 can be said by themselves; of the 62, nearly."""
    long = [
        one
        for line in SAMPLE.read_text("utf-8").splitlines()
        for one in advice(json.loads(line)["text"].partition("xin trả lời: ")[2]).long
    ]

    sure = sum(one.is_sure for one in long)
    assert (len(long), sure, sum(bool(one.rest) for one in long) - sure) == (98, 20, 62)


def test_a_word_of_the_office_is_told_with_a_plain_one_and_its_parts_are_not() -> None:
    assert advice("Danh sách được niêm yết công khai, kinh phí đã có.").jargon == (
        ("niêm yết công khai", "dán cho mọi người coi"),
        ("kinh phí", "tiền"),
    )


def test_what_the_sample_s_answers_are_told() -> None:
    """Most are short enough; almost all have a long sentence, and name no number to call."""
    told = [
        advice(json.loads(line)["text"].partition("xin trả lời: ")[2])
        for line in SAMPLE.read_text("utf-8").splitlines()
    ]

    assert (
        len(told),
        sum(not one.is_long for one in told),
        sum(not one.long for one in told),
        sum(Point.PHONE not in one.missing for one in told),
        sum(not one.jargon for one in told),
    ) == (60, 49, 2, 3, 36)


def test_a_short_form_is_told_with_what_it_stands_for_or_as_one_to_be_written_out() -> None:
    told = advice("Thẻ BHYT và ĐTCS do UBND phường và VNPT cấp, quý II.")

    assert (told.jargon, told.short) == ((("BHYT", "bảo hiểm y tế"),), ("ĐTCS", "VNPT"))


def test_in_a_text_of_capitals_nothing_is_a_short_form() -> None:
    assert advice("MỜI BÀ CON RA PHƯỜNG").short == ()
