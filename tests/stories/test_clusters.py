"""One answer for many: *Gộp*, *Tách ra*, *Hoàn tác*, and *Trường hợp của tôi khác*."""

from bot.domain.people import Role
from tests.doubles.chat import Message, Person, Talk
from tests.doubles.returned_sheet import ASKED, Sheet
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_dispatches import sent_out, sheet_of

LOAN = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"
SAME = "Nhà tôi cận nghèo, vay 50 triệu nuôi bò thì mỗi tháng lãi bao nhiêu?"
ALSO = "Cho hỏi hộ cận nghèo vay 50 triệu nuôi bò lãi một tháng bao nhiêu tiền?"
OTHER = "Hộ cận nghèo vay 80 triệu mua ghe thì có phải thế chấp sổ đỏ không?"

TEXTS = {"lan": LOAN, "bảy": SAME, "út": ALSO}


async def three_asked(talk: Talk) -> tuple[Person, list[Person]]:
    """Lan, Bảy and Út ask the same; Tâm of the bank has their cards."""
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    people = [await resident(talk, chat) for chat in TEXTS]
    for person, text in zip(people, TEXTS.values(), strict=True):
        await asks(person, text)
    await talk.tick()
    tam.news()
    return tam, people


async def joined(talk: Talk) -> tuple[Person, Person, list[Person]]:
    """Tâm has joined them, and the head Hoa is there."""
    tam, people = await three_asked(talk)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await tam.presses("Gộp")
    await tam.presses("Gộp hết")
    await talk.tick()
    return tam, hoa, people


async def approved(talk: Talk) -> tuple[Person, Person, list[Person]]:
    tam, hoa, people = await joined(talk)
    await tam.replies(card(tam, "TV-0001"), ANSWER)
    await tam.presses("Gửi duyệt")
    await talk.tick()
    await hoa.presses("Duyệt")
    for one in people:
        one.news()
    return tam, hoa, people


def card(official: Person, number: str) -> Message:
    return official.find(f"{number} · vay vốn")


def receipt(number: str, text: str, asked: str = "Có 3 bà con") -> str:
    return (
        f"Dạ, Ngân hàng Chính sách trả lời câu {number} của cô chú:\n“{text}”\n\n{ANSWER}\n\n"
        f"{asked} cùng hỏi nên câu này trả lời chung. Câu trả lời này có giúp được cô chú không?"
    )


async def test_a_sheet_has_one_row_for_all_and_its_answer_reaches_each(talk: Talk) -> None:
    _, hoa, people = await joined(talk)
    await sent_out(talk, await official(talk, "minh", Role.ORGANISER))
    sheet = Sheet.open(sheet_of(hoa).content)
    assert list(sheet.rows) == ["TV-0001"]
    assert sheet.cells.cell(sheet.rows["TV-0001"], ASKED).value == 3

    await hoa.sends("bảng.xlsx", sheet.answer("TV-0001", ANSWER).content)
    await hoa.presses("Nhận vào")
    await hoa.presses("Duyệt cả bảng (1 câu)")
    await talk.tick()

    for _ in range(3):
        await talk.later(hours=2, minutes=20)
    assert [one.find(ANSWER).text.count(ANSWER) for one in people] == [1, 1, 1]


async def test_the_card_says_how_many_ask_the_same_and_where(talk: Talk) -> None:
    tam, _ = await three_asked(talk)

    assert card(tam, "TV-0001").text == (
        f"TV-0001 · vay vốn · Khóm 3, Phường 7\n“{LOAN}”\n"
        "🔗 Giống 2 câu khác (Khóm 3: 2)\n"
        "Hẹn 17:00 thứ Ba 12/05 · chờ người nhận"
    )


async def test_a_suggestion_says_why_and_nothing_is_joined_before_an_official_says_so(
    talk: Talk,
) -> None:
    tam, _ = await three_asked(talk)

    await tam.presses("Gộp")

    assert tam.last.text == (
        "Mấy câu này giống câu TV-0003:\n\n"
        f"TV-0001 · Khóm 3, Phường 7\n“{LOAN}”\n"
        "vì cùng hỏi: hộ cận nghèo vay 50 triệu nuôi bò\n\n"
        f"TV-0002 · Khóm 3, Phường 7\n“{SAME}”\nvì cùng hỏi: cận nghèo vay 50 triệu nuôi bò\n\n"
        "Gộp lại thì trả lời một lần, ai cũng nhận được. "
        "Anh chị gộp câu nào (nhắn nhiều số một lượt cũng được, ví dụ TV-0001 TV-0002)?"
    )
    assert tam.last.labels == ["Gộp hết", "Gộp TV-0001", "Gộp TV-0002", "Thôi"]
    assert "Đi chung" not in "".join(tam.heard)


async def test_joined_the_oldest_is_worked_on_and_the_others_say_so(talk: Talk) -> None:
    tam, _, _ = await joined(talk)

    assert tam.last.text == (
        "Đã gộp TV-0002, TV-0003 vào TV-0001, giờ 3 câu đi chung. "
        "Mỗi người vẫn giữ số và hẹn của mình."
    )
    assert "👥 Gộp chung 3 câu (Khóm 3: 3)" in card(tam, "TV-0001").text
    carried = card(tam, "TV-0003")
    assert "👥 Đi chung với câu TV-0001, anh chị trả lời ở thẻ đó." in carried.text
    assert carried.labels == ["Tách ra"]
    tam.news()
    await tam.says("/hangdoi")
    cards = [text[:7] for text in tam.news() if text.startswith("TV-")]
    assert cards == ["TV-0001"], "one card for all of them"


async def test_one_answer_reaches_each_with_their_own_number_and_words(talk: Talk) -> None:
    _, _, people = await approved(talk)

    await talk.later(hours=7)

    assert [one.news() for one in people] == [
        [receipt("TV-0001", LOAN)],
        [receipt("TV-0002", SAME)],
        [receipt("TV-0003", ALSO)],
    ]
    assert people[1].last.labels == ["Có, cảm ơn", "Chưa, hỏi lại", "Trường hợp của tôi khác"]


async def test_it_is_read_out_once_with_a_count_and_in_nobody_s_own_words(talk: Talk) -> None:
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    await approved(talk)

    await talk.later(hours=7)

    assert reader.last.text.split("\n\n")[2] == (
        f"Có 3 bà con cùng hỏi: chuyện vay vốn\nNgân hàng Chính sách trả lời: {ANSWER}"
    )
    await reader.says("/traloi")
    assert "Bà con hỏi: chuyện vay vốn" in reader.last.text


async def test_who_shares_an_answer_and_follows_the_ward_gets_only_what_others_asked(
    talk: Talk,
) -> None:
    tam, hoa, (_, bay, _) = await joined(talk)
    await bay.says("/traloi")
    await bay.presses("Nhận trả lời của phường")
    await asks(await resident(talk, "tư"), OTHER)
    for number in ("TV-0001", "TV-0004"):
        await tam.replies(card(tam, number), ANSWER)
        await tam.presses("Gửi duyệt")
        await talk.tick()
        await hoa.presses("Duyệt")
    bay.news()

    await talk.later(hours=7)

    shared, rest = bay.news()
    assert shared == receipt("TV-0002", SAME)
    assert f"Có bà con hỏi: {OTHER}" in rest
    assert "cùng hỏi" not in rest


async def test_an_official_may_put_the_question_into_words_for_everybody(talk: Talk) -> None:
    reader = await official(talk, "sơn", Role.RELAY, "p7")
    tam, hoa, _ = await joined(talk)
    await tam.presses("Câu hỏi chung")
    await tam.says("Hộ cận nghèo vay nuôi bò thì lãi ra sao?")
    await tam.replies(card(tam, "TV-0001"), ANSWER)
    await tam.presses("Gửi duyệt")
    assert "Câu hỏi chung: “Hộ cận nghèo vay nuôi bò thì lãi ra sao?”" in hoa.last.text
    await talk.tick()
    await hoa.presses("Duyệt")

    await talk.later(hours=7)

    assert "Có 3 bà con cùng hỏi: Hộ cận nghèo vay nuôi bò thì lãi ra sao?" in reader.last.text


async def test_my_case_is_different_goes_back_alone_and_disturbs_nobody(talk: Talk) -> None:
    tam, _, (lan, bay, ut) = await approved(talk)
    await talk.later(hours=7)
    for one in (tam, lan, bay, ut):
        one.news()

    await bay.presses("Trường hợp của tôi khác")
    assert bay.last.text == (
        "Dạ, chuyện của cô chú ở câu TV-0002 khác chỗ nào, cô chú nhắn cho em để em hỏi riêng."
    )
    await bay.says("Bò nhà tôi chết rồi, giờ xin gia hạn nợ")
    await talk.tick()

    assert bay.last.text == (
        "Dạ em đã tách câu TV-0002 ra hỏi riêng, gửi lại Ngân hàng Chính sách kèm lời cô chú; "
        "trả lời xong chỉ báo riêng cho cô chú. "
        "Cô chú sẽ được trả lời trước 17:00 thứ Ba 12/05, đã trừ 30/4, 1/5 và cuối tuần."
    )
    assert (lan.news(), ut.news()) == ([], [])
    back = card(tam, "TV-0002").text
    assert "🔁 Hỏi lại vì: “Bò nhà tôi chết rồi, giờ xin gia hạn nợ”" in back
    assert "👥" not in back
    await bay.presses("Trường hợp của tôi khác")
    assert bay.last.text.startswith("Dạ câu TV-0002 ")
