"""Before an answer is sent: advice, and what a ward must not hear. The people are invented."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, LOAN, asks, official, resident

LEAKING = (
    "Số của cô là 0987 654 321 thì ngân hàng đã ghi, cô mang căn cước tới phường sáng thứ Hai."
)


async def desk(talk: Talk, question: str = LOAN) -> tuple[Person, Person]:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan, question)
    return lan, tam


async def test_a_phone_of_a_person_keeps_an_answer_from_the_ward_until_it_is_mended(
    talk: Talk,
) -> None:
    _, tam = await desk(talk)

    await tam.replies(tam.last, LEAKING)

    assert "⚠ Có số điện thoại chưa rõ của ai: “0987 654 321”." in tam.last.text
    assert tam.last.text.endswith(
        "Cả phường sẽ nghe câu này: anh chị viết lại bỏ mấy chỗ đó, "
        "hay gửi riêng cho người hỏi thôi?"
    )
    assert tam.last.labels == [
        "Gửi duyệt riêng người hỏi",
        "Đính kèm tệp",
        "Căn cứ",
        "Thêm bản tiếng Khmer",
        "Viết lại",
        "Thôi",
    ]
    await tam.says("Ngân hàng đã ghi. Cô chú mang căn cước tới phường gặp tổ trưởng sáng thứ Hai.")
    assert tam.last.labels[0] == "Gửi duyệt"


async def test_an_illness_told_without_marks_keeps_an_answer_from_the_ward_too(
    talk: Talk,
) -> None:
    _, tam = await desk(talk)

    await tam.replies(tam.last, "Chong chi bi tam than nen phuong xet truoc, chi cho ngay 15.")

    assert "⚠ Nói bệnh của một người: “Chong chi bi tam than”." in tam.last.text
    assert tam.last.labels[0] == "Gửi duyệt riêng người hỏi"


async def test_an_old_button_does_not_get_it_past_the_gate(talk: Talk) -> None:
    _, tam = await desk(talk)
    await tam.replies(tam.last, LEAKING)

    await talk.arrive(tam.inbound(press="submit:1", press_id="old", happened="pressed"))

    assert tam.last.text == (
        "Cả phường sẽ nghe câu này, mà có chỗ “0987 654 321”. "
        "Anh chị bấm Trả lời để viết lại, hoặc gửi riêng cho người hỏi."
    )


async def test_for_the_asker_alone_it_may_be_said(talk: Talk) -> None:
    _, tam = await desk(talk)
    await tam.replies(tam.last, LEAKING)

    await tam.presses("Gửi duyệt riêng người hỏi")

    assert tam.last.text == "Câu TV-0001 đã gửi lãnh đạo duyệt. Duyệt xong em báo anh chị."


async def test_who_asked_is_not_named(talk: Talk) -> None:
    lan, tam = await desk(talk)
    await lan.says("/dulieu")
    await lan.presses("Sửa tên")
    await lan.says("Thạch Thị Lan")

    await tam.replies(tam.find("TV-0001"), "Hộ chị Thạch Thị Lan được vay tối đa 100 triệu đồng.")

    assert "⚠ Có tên người hỏi hoặc người trong nhà: “Thạch Thị Lan”." in tam.last.text


NAMES = "“Bà Tư Lành”, “ông Trần Văn Bảy”"


async def test_people_who_are_named_are_advised_on_and_the_answer_can_be_sent_all_the_same(
    talk: Talk,
) -> None:
    _, tam = await desk(talk)

    await tam.replies(
        tam.last,
        "Bà Tư Lành và ông Trần Văn Bảy đã được vay. Cô chú gặp chị Lê Thị Hoa, cán bộ phường.",
    )

    assert (
        f"Có tên {NAMES}. Không phải cán bộ để bà con tìm gặp thì anh chị nói chung, "
        "đừng nêu tên giúp em."
    ) in tam.last.text
    assert tam.last.labels[0] == "Gửi duyệt"


async def test_a_name_that_has_to_be_mended_is_not_advised_on_as_well(talk: Talk) -> None:
    lan, tam = await desk(talk)
    await lan.says("/dulieu")
    await lan.presses("Sửa tên")
    await lan.says("Thạch Thị Lan")

    await tam.replies(tam.find("TV-0001"), "Hộ chị Thạch Thị Lan được vay tối đa 100 triệu đồng.")

    assert "Có tên “" not in tam.last.text


async def test_what_is_for_the_asker_alone_may_name_people(talk: Talk) -> None:
    _, tam = await desk(talk, "Tôi bị HIV, vay vốn ngân hàng chính sách có cần khai không?")

    await tam.replies(tam.find("TV-0001"), "Bà Tư Lành đã được vay, cô làm đơn y như vậy.")

    assert "Gửi duyệt" in tam.last.labels
    assert "Có tên “" not in tam.last.text


async def test_a_long_sentence_is_shown_with_a_cut_and_can_be_sent_all_the_same(
    talk: Talk,
) -> None:
    _, tam = await desk(talk)

    await tam.replies(
        tam.last,
        "Cô chú được vay tối đa 100 triệu đồng trong 10 năm, còn lãi thì mỗi tháng trả một lần "
        "cho tổ trưởng tổ tiết kiệm ở khóm.",
    )

    assert (
        "Câu 28 chữ, nên tách làm hai: “Cô chú được vay tối đa 100 triệu đồng trong 10 năm.” và "
        "“Còn lãi thì mỗi tháng trả một lần cho tổ trưởng tổ tiết kiệm ở khóm.”"
    ) in tam.last.text
    assert tam.last.labels[0] == "Gửi duyệt"


async def test_where_a_cut_is_not_sure_it_is_suggested_and_all_long_sentences_are_told(
    talk: Talk,
) -> None:
    _, tam = await desk(talk)
    one = (
        "Hộ nghèo ở phường cần làm nhà tiêu hợp vệ sinh thì đăng ký với phường để được xét hỗ trợ "
        "từ nguồn vận động. "
    )

    await tam.replies(tam.last, one * 5)

    told = [
        line for line in tam.last.text.splitlines() if "Câu 25 chữ" in line or "câu dài" in line
    ]
    suggested = (
        "Câu 25 chữ, có thể thử tách: “Hộ nghèo ở phường cần làm nhà tiêu hợp vệ sinh.” và “Lúc đó "
        "đăng ký với phường để được xét hỗ trợ từ nguồn vận động.”"
    )
    begun = "“Hộ nghèo ở phường cần…”"
    assert told == [
        *([suggested] * 3),
        f"Còn 2 câu dài nữa: {begun}, {begun}.",
    ]
