"""Two clusters of the same question become one; officials name what they join by its number."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_clusters import ALSO, LOAN, SAME, card, joined, three_asked

TEXTS = (LOAN.replace("50", "60"), SAME.replace("50", "60"))
APART = "Hộ cận nghèo vay 80 triệu mua ghe thì có phải thế chấp sổ đỏ không?"


async def two_clusters(talk: Talk) -> tuple[Person, Person, list[Person]]:
    """Three are joined, and then two more who ask the same in other words, by themselves."""
    tam, hoa, people = await joined(talk)
    for chat, text in zip(("tư", "năm"), TEXTS, strict=True):
        people.append(await resident(talk, chat))
        await asks(people[-1], text)
    await talk.tick()
    await talk.arrive(tam.inbound(press="joinone:4.5", happened="pressed"))
    await talk.tick()
    for one in (tam, *people):
        one.news()
    return tam, hoa, people


async def test_a_cluster_is_joined_to_another_from_its_card_by_a_typed_number(talk: Talk) -> None:
    tam, _, _ = await two_clusters(talk)
    await talk.arrive(tam.inbound(press="join:4", happened="pressed"))

    await tam.says("tv 2")

    assert tam.last.text == (
        "Đã gộp TV-0004 (thêm 1 câu đi cùng) vào TV-0001, giờ 5 câu đi chung. "
        "Mỗi người vẫn giữ số và hẹn của mình."
    )
    await talk.tick()
    assert "👥 Gộp chung 5 câu (Khóm 3: 5)" in card(tam, "TV-0001").text
    assert "👥 Đi chung với câu TV-0001" in card(tam, "TV-0005").text


async def test_undone_both_are_what_they_were(talk: Talk) -> None:
    tam, _, _ = await two_clusters(talk)
    await talk.arrive(tam.inbound(press="joinone:1.4", happened="pressed"))
    await talk.tick()

    await tam.presses("Hoàn tác")
    await talk.tick()

    assert tam.last.text == "Đã hoàn tác cho TV-0004, mọi thứ như trước khi bấm."
    assert "👥 Gộp chung 3 câu" in card(tam, "TV-0001").text
    assert "👥 Gộp chung 2 câu" in card(tam, "TV-0004").text
    assert "👥 Đi chung với câu TV-0004" in card(tam, "TV-0005").text


async def test_everyone_of_both_hears_once_with_their_own_number_and_words(talk: Talk) -> None:
    tam, hoa, people = await two_clusters(talk)
    await talk.arrive(tam.inbound(press="joinone:1.4", happened="pressed"))
    await talk.tick()
    await tam.replies(card(tam, "TV-0001"), ANSWER)
    await tam.presses("Gửi duyệt")
    await talk.tick()
    await hoa.presses("Duyệt")
    for one in people:
        one.news()

    await talk.later(hours=7)

    texts = (LOAN, SAME, ALSO, *TEXTS)
    told = [one.news() for one in people]
    assert [len(one) for one in told] == [1] * 5
    for place, (receipt, text) in enumerate(zip(told, texts, strict=True), 1):
        assert f"trả lời câu TV-000{place} của cô chú:\n“{text}”" in receipt[0]
    assert people[4].last.labels[-1] == "Trường hợp của tôi khác"


async def test_several_are_joined_in_one_go_by_their_numbers(talk: Talk) -> None:
    tam, _ = await three_asked(talk)
    await tam.presses("Gộp")

    await tam.says("TV-0001 và 2")

    assert tam.last.text == (
        "Đã gộp TV-0002, TV-0003 vào TV-0001, giờ 3 câu đi chung. "
        "Mỗi người vẫn giữ số và hẹn của mình."
    )
    assert tam.last.labels == ["Hoàn tác"]


async def test_where_more_look_the_same_they_are_one_press_away(talk: Talk) -> None:
    tam, _ = await three_asked(talk)
    await tam.presses("Gộp")
    await tam.presses("Gộp TV-0001")
    assert tam.last.labels == ["Hoàn tác", "Gộp tiếp"]

    await tam.presses("Gộp tiếp")

    assert tam.last.text.startswith("Mấy câu này giống câu TV-0001:\n\nTV-0002 ·")


async def test_what_the_machine_does_not_see_is_joined_from_the_card_that_one_holds(
    talk: Talk,
) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    for place, text in enumerate((LOAN, APART)):
        await asks(await resident(talk, f"người {place}"), text)
    await talk.tick()
    await tam.presses("Nhận")

    await tam.presses("Gộp")
    assert tam.last.text == (
        "Em chưa thấy thêm câu nào giống câu TV-0002. Anh chị nhắn số câu cần gộp, ví dụ TV-0012?"
    )
    await tam.says("câu nào cũng được")
    assert tam.last.text.startswith("Em chưa thấy số câu nào.")
    await tam.says("TV-0077")
    assert tam.last.text == (
        "Em không thấy câu TV-0077 trong hàng đợi của anh chị. Anh chị xem lại số giúp em."
    )
    await tam.says("TV-0001")

    assert tam.last.text.startswith("Đã gộp TV-0001 vào TV-0002, giờ 2 câu đi chung.")


async def test_a_number_of_another_agency_is_not_told_from_one_that_is_not_there(
    talk: Talk,
) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(await resident(talk, "lan"), LOAN)
    await asks(await resident(talk, "bảy"), "Thẻ bảo hiểm y tế hộ nghèo của tôi hết hạn rồi")
    await tam.presses("Nhận")
    await tam.presses("Gộp")

    told = []
    for number in ("TV-0002", "TV-0099"):
        await tam.says(number)
        told.append(tam.last.text.replace(number, "…"))

    assert told[0] == told[1]


async def test_in_a_group_the_words_of_colleagues_join_nothing(talk: Talk) -> None:
    tam, _, _ = await two_clusters(talk)
    group = talk.group("-100", "Ngân hàng")
    inside = group.member(tam)
    await inside.says("/nhom")
    await inside.presses("Nối nhóm này")
    await talk.arrive(inside.inbound(press="join:4", happened="pressed"))

    await inside.says("hôm qua xong 1 2 câu rồi")

    assert group.heard[-1].startswith("Em chưa thấy thêm câu nào giống câu TV-0004."), (
        "asked before"
    )


async def test_a_reply_to_what_was_asked_is_no_answer_to_residents(talk: Talk) -> None:
    tam, _, _ = await joined(talk)
    await tam.presses("Câu hỏi chung")

    await tam.replies(tam.last, "Hộ cận nghèo vay nuôi bò thì lãi ra sao?")

    assert tam.last.text == "Đã ghi câu hỏi chung cho TV-0001."


async def test_a_reply_to_the_list_names_what_is_joined_and_later_it_is_an_answer(
    talk: Talk,
) -> None:
    tam, _ = await three_asked(talk)
    await tam.presses("Gộp")
    asked = tam.last

    await tam.replies(asked, "TV-0001 TV-0002")
    assert tam.last.text.startswith("Đã gộp TV-0002, TV-0003 vào TV-0001")
    await tam.replies(asked, ANSWER)

    assert "Gửi duyệt" in tam.last.labels
