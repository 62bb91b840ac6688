"""Long texts, several questions at once, updates that come twice, edited words, stickers."""

from bot.domain.people import Role
from tests.doubles.telegram import Group, TelegramDouble, User
from tests.doubles.telegram_rules import text_length
from tests.doubles.telegram_samples import PLACE, STICKER
from tests.stories.telegram.town import ANSWER, BANK, QUESTION, Town, shown

SCHOOL = "Vay vốn cho con đi học đại học thì làm hồ sơ ở đâu?"
HOUSE = "Hộ nghèo muốn sửa nhà dột nát thì xin ở đâu?"
INSURANCE = "Thẻ bảo hiểm y tế của con hết hạn thì đổi ở đâu?"


async def test_a_bulletin_longer_than_telegram_takes_is_cut_between_sentences(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    son = await town.official("Sơn", Role.RELAY, "p1")
    ward = await town.group_of(son, "Khóm 3 Phường 1")
    sentences = [f"Mức vay thứ {number} là {number} triệu đồng một hộ." for number in range(60)]
    answers = [" ".join(sentences), " ".join(reversed(sentences))]
    for name, answer in zip(("Lan", "Ba"), answers, strict=True):
        number = await town.asks(await town.resident(name))
        await town.drafts(minh, number, answer)
        await town.approves(hoa, number)
    before = len(ward.heard)

    await town.airs_now(son)
    await ward.hears("Cảm ơn bà con đã lắng nghe")
    await town.settles()

    parts = ward.heard[before:]
    assert len(parts) == 2
    assert all(text_length(part) <= 4096 for part in parts)
    assert parts[0].endswith(".")
    together = " ".join(parts)
    assert all(together.count(sentence) == 2 for sentence in sentences)
    script = shown(son, "Cảm ơn bà con đã lắng nghe")
    assert script is not None
    assert "Đã phát" in script.buttons, "the button stands below the last part"


async def test_a_long_question_can_be_answered_and_approved(
    double: TelegramDouble, town: Town
) -> None:
    """Question and draft together are longer than one message."""
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    lan = await town.resident()
    long_question = QUESTION + " Con kể thêm cho rõ." * 150
    long_answer = " ".join(f"Bước {number}: cô chú tới ngân hàng." for number in range(70))
    number = await town.asks(lan, long_question)

    await town.drafts(minh, number, long_answer)
    await town.sees(hoa, "Bước 69")
    await hoa.presses("Duyệt")

    await hoa.hears("Đã duyệt câu TV-0001")


async def test_three_questions_at_once_do_not_mix(double: TelegramDouble, town: Town) -> None:
    lan = await town.resident()
    for question in (SCHOOL, HOUSE, INSURANCE):
        await lan.says(question)
    confirms = {q: await town.sees(lan, q) for q in (SCHOOL, HOUSE, INSURANCE)}

    # she answers the last one first, changes one, and drops one
    await lan.presses("Đúng rồi, gửi đi", on=confirms[INSURANCE])
    receipt = await lan.hears("số TV-0001. Trả lời trước")
    assert "Bảo hiểm xã hội" in receipt.text
    await lan.presses("Bỏ câu này", on=confirms[HOUSE])
    await lan.hears("em bỏ câu đó rồi")
    await lan.presses("Đúng rồi, gửi đi", on=confirms[SCHOOL])
    receipt = await lan.hears("số TV-0002. Trả lời trước")
    assert "Ngân hàng Chính sách" in receipt.text

    await lan.says("/cauhoi")
    await lan.hears("đây là câu hỏi của cô chú")
    assert lan.buttons[:2] == ["Xem câu TV-0002", "Xem câu TV-0001"]
    await lan.presses("Xem câu TV-0001")
    shown_one = await lan.hears("TV-0001 · đang chờ")
    assert INSURANCE in shown_one.text


async def test_answers_to_several_questions_reach_the_right_ones(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    hoa = await town.official("Hoa", Role.HEAD, BANK)
    son = await town.official("Sơn", Role.RELAY, "p1")
    lan = await town.resident()
    answers = {
        await town.asks(lan, QUESTION): "Lãi suất cho hộ cận nghèo là 7,92% một năm.",
        await town.asks(lan, SCHOOL): "Cô chú nộp hồ sơ tại điểm giao dịch ở phường.",
    }

    # both previews are open at once, and are submitted in the other order
    for number, words in answers.items():
        await town.replies(minh, await town.card(minh, number), words)
        await minh.hears("Gửi duyệt")
    for number, words in reversed(answers.items()):
        await town.replies(minh, await town.card(minh, number), words)
        preview = await minh.hears("Gửi duyệt")
        await minh.presses("Gửi duyệt", on=preview)
        await minh.hears(f"Câu {number} đã gửi lãnh đạo duyệt")
        await town.approves(hoa, number)
    await town.airs_now(son)

    for number, words in answers.items():
        await town.sees(lan, f"câu {number}", words)


async def test_an_update_that_comes_twice_has_its_effect_once(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    lan = await town.resident()
    double.updates.twice = 1.0
    double.redelivers(5)

    await town.asks(lan)
    await town.settles()
    await minh.presses("Nhận")
    await minh.hears("đã nhận câu TV-0001")
    await town.settles()

    assert len([words for words in lan.heard if "cô chú bấm Đúng rồi, gửi đi" in words]) == 1
    assert len([words for words in lan.heard if "đã gửi câu hỏi của cô chú cho" in words]) == 1
    assert len([words for words in minh.heard if "đã nhận câu" in words]) == 1


async def test_an_update_that_comes_again_after_a_restart_has_its_effect_once(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    await town.settles()
    double.redelivers(1_000)  # no acknowledgement gets through
    await lan.says(QUESTION)
    await lan.hears("Được thì cô chú bấm Đúng rồi, gửi đi")

    await town.restarts()
    await lan.presses("Đúng rồi, gửi đi")
    await lan.hears("số TV-0001. Trả lời trước")
    await town.restarts()
    double.updates.lost_acknowledgements = 0
    await town.settles()

    assert len([words for words in lan.heard if "cô chú bấm Đúng rồi, gửi đi" in words]) == 1
    assert len([words for words in lan.heard if "đã gửi câu hỏi của cô chú cho" in words]) == 1


async def test_words_edited_afterwards_are_not_asked_again(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    number = await lan.says(QUESTION)
    await lan.hears("Được thì cô chú bấm Đúng rồi, gửi đi")
    await lan.presses("Đúng rồi, gửi đi")
    await lan.hears("số TV-0001. Trả lời trước")

    await lan.edits(number, "Hộ nghèo vay 70 triệu thì lãi bao nhiêu?")
    await lan.hears("Nói thêm")
    await lan.says("/cauhoi")
    listed = await lan.hears("đây là câu hỏi của cô chú")

    assert [label for label in lan.buttons if "TV-" in label] == ["Xem câu TV-0001"]
    assert "50 triệu" in listed.text


async def test_an_official_who_corrects_the_basis_keeps_the_answer(
    double: TelegramDouble, town: Town
) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    number = await town.asks(await town.resident())
    await town.replies(minh, await town.card(minh, number), ANSWER)
    await minh.hears("Gửi duyệt được chưa")
    await minh.presses("Căn cứ")
    await minh.hears("Anh chị nhắn tên văn bản")
    basis = await minh.says("NĐ 20/2021")
    await minh.hears("Căn cứ: NĐ 20/2021")

    await minh.edits(basis, "NĐ 20/2021/NĐ-CP")
    await minh.hears("Căn cứ: NĐ 20/2021/NĐ-CP")

    assert ANSWER in minh.heard[-1]


async def test_what_holds_no_words_is_answered_politely_in_a_private_chat(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()

    await sends_sticker(lan)
    await lan.hears("nhờ con cháu nhắn giùm")
    await lan.shares_location()
    await lan.hears("nhờ con cháu nhắn giùm")
    await lan.sends("voice", b"...")
    await lan.hears("nhờ con cháu nhắn giùm")


async def test_what_holds_no_words_fills_no_step(double: TelegramDouble, town: Town) -> None:
    minh = await town.official("Minh", Role.OFFICER, BANK)
    lan = await town.resident()
    number = await town.asks(lan)
    await minh.presses("Nhận", on=await town.card(minh, number))
    await minh.presses("Hỏi thêm", on=await town.sees(minh, f"{number} · ", "đang giữ"))
    await minh.hears("cần người hỏi cho biết thêm điều gì")

    await sends_sticker(minh)
    await minh.hears("nhờ con cháu nhắn giùm", within=2.0)
    await minh.says("Cô đã có sổ hộ cận nghèo năm nay chưa?")

    await lan.hears("“Cô đã có sổ hộ cận nghèo năm nay chưa?”")


async def test_a_sticker_before_consent_brings_the_question_for_consent(
    double: TelegramDouble, town: Town
) -> None:
    lan = double.user("Lan")

    await sends_sticker(lan)

    await lan.hears("Cô chú đồng ý không?")


async def test_stickers_and_places_in_a_group_are_left_alone(
    double: TelegramDouble, town: Town
) -> None:
    double.privacy = False
    minh = await town.official("Minh", Role.OFFICER, BANK)
    group = await town.group_of(minh, "Tổ tín dụng")
    before = list(group.heard)

    await sends_sticker(minh, in_=group)
    await sends_sticker(double.user("Tám"), in_=group)
    await minh.says("Ok", in_=group)
    await town.settles()

    assert group.heard == before


async def test_a_place_shared_live_is_answered_once_and_not_at_every_step(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    number = await lan.shares_location()
    await lan.hears("nhờ con cháu nhắn giùm")
    before = list(lan.heard)

    for step in range(5):
        moved = {**PLACE, "latitude": 9.93 + step / 1000}
        double.happens("edited_message", {**lan.room.said[number], "location": moved})
    await town.settles()

    assert lan.heard == before


async def sends_sticker(person: User, in_: Group | None = None) -> None:
    room = in_ or person.room
    if in_ is None:
        room.closed = None  # whoever writes to the bot may be written to
    number = person.room.world.next_id()
    head = {"message_id": number, "from": person.profile, "chat": room.chat}
    room.looks_up()
    person.room.world.happens(
        "message", {**head, "date": person.room.world.now(), "sticker": STICKER}
    )


async def test_a_contact_that_is_shared_is_the_phone_number_that_was_asked_for(
    double: TelegramDouble, town: Town
) -> None:
    lan = await town.resident()
    await lan.says("Đăng ký dự đối thoại")
    await lan.hears("thuộc diện nào")
    await lan.presses("Hộ cận nghèo")
    await lan.hears("tên họ là gì")
    await lan.says("Thạch Thị Lan")
    await lan.hears("số điện thoại")

    await lan.shares_contact("+84900000001")  # an invented number

    await lan.hears("điện thoại 0900000001")
