"""A resident asks, an agency answers, the ward hears: in private chats on Telegram."""

from bot.domain.people import Role
from tests.doubles.telegram import TelegramDouble
from tests.stories.telegram.town import ANSWER, BANK, QUESTION, Town


async def test_a_question_comes_back_as_an_answer_and_the_ward_hears_it(
    double: TelegramDouble, town: Town
) -> None:
    # the resident gets to know the bot and asks
    lan = double.user("Lan")
    await lan.says("/start")
    await lan.hears("đồng ý không")
    await lan.presses("Đồng ý")
    await lan.hears("Cô chú ở phường, xã nào?")
    await lan.presses("Phường 1")
    await lan.hears("Cô chú ở khóm, ấp nào của Phường 1?")
    await lan.presses("Khóm 3")
    await lan.hears("Cô chú cần hỏi gì thì cứ nhắn thẳng vào đây")
    await lan.says(QUESTION)
    confirm = await lan.hears("Được thì cô chú bấm Đúng rồi, gửi đi")
    assert "Ngân hàng Chính sách, vì cô chú nhắc tới “vay 50 triệu”" in confirm.text
    await lan.presses("Đúng rồi, gửi đi")
    receipt = await lan.hears("TV-0001")
    assert "17:00" in receipt.text
    assert "12/05, đã trừ 30/4, 1/5 và cuối tuần" in receipt.text

    # the officer, invited by a link, takes and answers it
    minh = double.user("Minh", last_name="Trần")
    await minh.opens(await town.invitation(Role.OFFICER, BANK))
    await minh.hears("chuyên viên – Ngân hàng Chính sách")
    await town.until(lambda: "Hàng đợi" in minh.buttons or None)
    await minh.presses("Hàng đợi")
    card = await minh.hears("TV-0001 · vay vốn · Khóm 3, Phường 1")
    assert QUESTION in card.text
    await minh.presses("Nhận", on=card)
    await minh.hears("Anh chị đã nhận câu TV-0001")
    await town.sees(minh, "TV-0001 · ", "Minh Trần đang giữ")
    await minh.presses("Trả lời", on=card)
    await minh.hears("Anh chị nhắn câu trả lời cho TV-0001")
    await minh.says(ANSWER)
    preview = await minh.hears("Gửi duyệt")
    assert ANSWER in preview.text
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    await minh.presses("Gửi duyệt", on=preview)
    await minh.hears("Câu TV-0001 đã gửi lãnh đạo duyệt")

    # the head approves
    waiting = await hoa.hears("chờ duyệt, Minh Trần soạn")
    assert ANSWER in waiting.text
    await hoa.presses("Duyệt", on=waiting)
    await hoa.hears("Đã duyệt câu TV-0001. Phát trong bản tin 17:00")
    await minh.hears("Câu TV-0001 anh chị soạn đã được duyệt")

    # the ward hears, and so does she
    son = await town.official("Sơn", Role.RELAY, "p1")
    await son.presses("Bản tin")
    await son.hears("1 câu, chờ phát")
    await son.presses("Phát ngay")
    await son.hears("phát luôn hả anh chị?")
    await son.presses("Phát luôn")
    script = await son.hears("Kính thưa bà con")
    assert QUESTION in script.text
    assert ANSWER in script.text
    answer = await town.sees(lan, "trả lời câu TV-0001", ANSWER)
    await son.presses("Đã phát", on=script)
    await son.hears("Đã ghi: phát lúc 10:00")
    await lan.presses("Có, cảm ơn", on=answer)
    await lan.hears("Em xin khép câu TV-0001 lại")

    # every card shows how it ended, and no button keeps its clock
    for official in (minh, hoa):
        await town.sees(official, "TV-0001 · ", "đã xong")
    await double.presses_answered()


async def test_an_answer_that_did_not_help_goes_back_with_the_reason(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    son = await town.official("Sơn", Role.RELAY, "p1")
    number = await town.asks(lan)
    await town.drafts(minh, number)
    await town.approves(hoa, number)
    await town.airs_now(son)
    await town.sees(lan, "có giúp được cô chú không")

    await lan.presses("Chưa, hỏi lại")
    await lan.hears("còn chỗ nào chưa rõ")
    await lan.says("Tổ trưởng nói hết vốn rồi, phải chờ tới bao giờ?")

    await lan.hears("đã gửi lại câu TV-0001 cho Ngân hàng Chính sách")
    await town.sees(minh, "TV-0001 · ", "chờ người nhận")


async def test_a_head_returns_a_draft_with_a_reason_and_the_officer_writes_again(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    number = await town.asks(lan)
    await town.drafts(minh, number)

    await hoa.presses("Trả lại", on=await town.sees(hoa, number, "chờ duyệt"))
    await hoa.hears("Vì sao trả lại")
    await hoa.says("Ghi rõ lãi suất giùm")
    await hoa.hears("Đã trả lại câu TV-0001")
    returned = await town.sees(minh, "trả lại câu TV-0001, vì: Ghi rõ lãi suất")
    await town.replies(
        minh, returned, "Lãi suất hộ cận nghèo là 7,92% một năm, không phải thế chấp."
    )

    preview = await minh.hears("Gửi duyệt")
    assert "7,92%" in preview.text


async def test_the_officer_asks_back_and_the_resident_answers_by_replying(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    minh = await town.official("Minh", Role.OFFICER, BANK)
    number = await town.asks(lan)

    card = await town.card(minh, number)
    await minh.presses("Nhận", on=card)
    await town.sees(minh, f"{number} · ", "Minh đang giữ")
    await minh.presses("Hỏi thêm", on=card)
    await minh.hears("cần người hỏi cho biết thêm điều gì")
    await minh.says("Cô đã có sổ hộ cận nghèo năm nay chưa?")
    asked = await lan.hears("“Cô đã có sổ hộ cận nghèo năm nay chưa?”")
    await town.replies(lan, asked, "Dạ có rồi, cấp hồi tháng một")

    await minh.hears("“Dạ có rồi, cấp hồi tháng một”")
    await lan.hears("đã ghi thêm vào câu TV-0001")
    await town.sees(minh, "TV-0001 · ", "Minh đang giữ")
