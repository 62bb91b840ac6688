"""Approving: preview, *Duyệt*, *Trả lại* with a reason, and answers for the asker alone."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, LOAN, answers, asks, official, resident


async def drafted(talk: Talk) -> tuple[Person, Person, Person]:
    """Lan asked, Tâm answered, the head Hoa has it before her."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await answers(tam, tam.find("TV-0001"))
    return lan, tam, hoa


async def test_the_head_gets_the_draft_as_a_card(talk: Talk) -> None:
    _, _, hoa = await drafted(talk)

    assert hoa.last.text == (
        f"TV-0001 · vay vốn · Khóm 3, Phường 7\n“{LOAN}”\n"
        f"Hẹn 17:00 thứ Ba 12/05 · chờ duyệt, Tâm soạn:\n\n{ANSWER}"
    )
    assert hoa.last.labels == ["Duyệt", "Trả lại"]


async def test_an_approved_answer_waits_for_the_ward_s_slot(talk: Talk) -> None:
    lan, tam, hoa = await drafted(talk)
    lan.news()

    await hoa.presses("Duyệt")

    assert hoa.last.text == (
        "Đã duyệt câu TV-0001. Phát trong bản tin 17:00 thứ Tư 29/04, người hỏi nhận cùng lúc."
    )
    assert tam.last.text == "Câu TV-0001 anh chị soạn đã được duyệt."
    assert lan.news() == []


async def test_a_returned_draft_comes_back_with_the_reason_and_its_words(talk: Talk) -> None:
    _, tam, hoa = await drafted(talk)

    await hoa.presses("Trả lại")
    assert hoa.last.text == ("Vì sao trả lại bản trả lời câu TV-0001? Người soạn sẽ đọc lý do này.")
    await hoa.says("thiếu lãi suất")

    assert tam.last.text == (
        "Lãnh đạo trả lại câu TV-0001, vì: thiếu lãi suất. "
        "Anh chị bấm Trả lời trên thẻ để viết lại."
    )
    await tam.presses("Trả lời")
    assert tam.last.text == (
        f"Lãnh đạo trả lại vì: thiếu lãi suất\nBản trước: “{ANSWER}”\n"
        "Anh chị nhắn câu trả lời cho TV-0001 giúp em."
    )


async def test_a_draft_is_approved_once(talk: Talk) -> None:
    _, _, hoa = await drafted(talk)
    mai = await official(talk, "mai", Role.HEAD, BANK)
    await mai.presses("Hàng đợi")
    await hoa.presses("Duyệt")

    await talk.arrive(mai.inbound(press="approve:1", happened="pressed"))

    assert mai.last.text.startswith("Câu TV-0001 đã được duyệt, chờ phát")
    assert mai.last.labels == ["Hàng đợi"]


async def test_an_officer_cannot_approve(talk: Talk) -> None:
    _, tam, _ = await drafted(talk)

    await talk.arrive(tam.inbound(press="approve:1", happened="pressed"))

    assert tam.last.text == (
        "Việc này cần lãnh đạo cơ quan. Anh chị nhờ lãnh đạo bấm trên thẻ giúp em."
    )


async def test_a_private_answer_goes_to_the_asker_at_once_and_nowhere_else(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    reader = await official(talk, "bảy", Role.RELAY, "p7")
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Gửi duyệt riêng người hỏi")

    await hoa.presses("Duyệt")
    await talk.later(hours=7)

    assert hoa.last.text == "Đã duyệt câu TV-0001 và gửi riêng cho người hỏi."
    assert ANSWER in lan.last.text
    assert reader.news() == []


async def test_a_long_answer_is_remarked_on(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)

    await tam.replies(tam.last, "Được vay " * 50)

    assert tam.last.text.endswith(
        "Câu này dài hơn 90 chữ, đọc loa hơi lâu. Gửi duyệt luôn hay anh chị viết gọn lại?"
    )


async def test_an_agency_without_a_head_is_told_whom_to_ask(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)

    await tam.presses("Gửi duyệt")

    assert tam.last.text == (
        "Câu TV-0001 đã chờ duyệt, nhưng cơ quan mình chưa có lãnh đạo nào ở đây. "
        "Anh chị nhờ ban tổ chức mời lãnh đạo giúp em."
    )


async def test_a_head_declines_with_a_reason(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)

    await hoa.presses("Không trả lời")
    await hoa.says("đã trả lời rồi")

    assert hoa.last.text == "Đã báo người hỏi là không trả lời câu TV-0001, kèm lý do."
    assert "vì: đã trả lời rồi" in lan.last.text
