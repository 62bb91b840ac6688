"""The head of a hamlet asks for three households, and reads their answers out to them."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import BANK, official, resident
from tests.stories.neighbours import agrees, answered, asks_for, enlisted, seen, shown, writes_for

#: Three households, and a word of each that may stand nowhere else. All of them are invented.
WORDS = {
    "Bà Thạch Thị Lan": "LỜI-MỘT",
    "Nhà Sơn Văn Bảy": "LỜI-HAI",
    "Bà Kim Thị Sa": "LỜI-BA",
}
NAMES = ("Thạch Thị Lan", "Sơn Văn Bảy", "Kim Thị Sa")
KNOCK = "Dạ có tin cho một hộ nhận tin qua máy này. Mình mở cho ai?"


async def asked_for_three(talk: Talk) -> tuple[Person, Person]:
    """The head of the hamlet has asked for all three; returns them and the bank's officer."""
    await enlisted(talk, *NAMES)
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    for name, (label, word) in zip(NAMES, WORDS.items(), strict=True):
        await agrees(khom, name)
        await asks_for(khom, label, f"Hộ cận nghèo vay vốn nuôi bò lãi bao nhiêu {word}?")
    khom.news()
    return khom, tam


async def answered_all(talk: Talk) -> Person:
    """The bank has answered all three, and the ward's slot has come; returns the hamlet's head."""
    khom, tam = await asked_for_three(talk)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    for number, word in zip(("TV-0001", "TV-0002", "TV-0003"), WORDS.values(), strict=True):
        await answered(tam, hoa, number, f"Dạ lãi là sáu phần trăm một năm, {word}.")
    await talk.later(hours=7)
    return khom


async def test_a_promise_that_was_broken_is_read_out_as_broken(talk: Talk) -> None:
    khom, _ = await asked_for_three(talk)
    await talk.later(days=20)

    await khom.says("/hoigiup")
    await khom.presses("Nhà Sơn Văn Bảy")
    await khom.presses("Mở tin của nhà này")

    assert "Câu số TV-0002. Ngân hàng Chính sách hẹn trả lời trước" in khom.last.text
    assert "mà tới giờ chưa có, em xin lỗi bà con; em đang nhắc, có là báo liền." in khom.last.text


async def test_letters_that_fit_nobody_on_the_list_are_no_new_household_by_themselves(
    talk: Talk,
) -> None:
    await enlisted(talk, *NAMES)
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    await khom.says("/hoigiup")
    await khom.presses("Nhà khác")

    await khom.says("thach lam")
    assert khom.last.text == (
        "Dạ em không thấy “thach lam” trong danh sách khóm, ấp mình. "
        "Mình gõ lại vài chữ khác, hoặc nhà chưa có tên thì gõ đủ họ tên rồi bấm nút dưới."
    )
    assert khom.last.labels == ["Ghi nhà mới: thach lam", "Thôi"]
    await khom.says("thach lan")
    assert khom.last.labels[0] == "Thạch Thị Lan, Khóm 3, Phường 7"
    await khom.says("Lý Văn Tám")
    await khom.presses("Ghi nhà mới: Lý Văn Tám")

    assert khom.last.text.startswith("Em giữ tên, nơi ở và câu hỏi của nhà Lý Văn Tám")


async def test_a_household_is_found_by_a_part_of_its_name_and_agrees(talk: Talk, url: str) -> None:
    await enlisted(talk, *NAMES)
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    await khom.says("/hoigiup")
    await khom.presses("Nhà khác")

    await khom.says("thach lan")
    await khom.presses("Thạch Thị Lan, Khóm 3, Phường 7")
    assert khom.last.text == (
        "Em giữ tên, nơi ở và câu hỏi của bà Thạch Thị Lan để cơ quan trả lời; "
        "câu hỏi có đọc loa, không nêu tên; muốn xem, thôi nhờ hay xóa lúc nào cũng được.\n"
        "Ai trong nhà đã chịu cho mình hỏi giúp và nghe giúp câu trả lời?"
    )
    await khom.presses("Người khác trong nhà")
    await khom.says("Thạch Văn Út")

    assert khom.news()[-2:] == [
        "Dạ em ghi: Thạch Văn Út chịu cho hỏi giúp lúc 10:00 thứ Tư 29/04, nói trực tiếp.",
        "Bà Thạch Thị Lan, Khóm 3, Phường 7\nMình làm gì giúp nhà này?",
    ]
    kept = "SELECT relation, consent, agreed, since > 0, made_by FROM household_people"
    assert [(*row[:3], bool(row[3]), row[4]) for row in await ask(url, kept)] == [
        ("hamlet", "spoken", "Thạch Văn Út", True, 1)
    ]


async def test_the_head_of_another_hamlet_finds_nobody_and_opens_nobody(talk: Talk) -> None:
    homes = await enlisted(talk, *NAMES)
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k4")
    await khom.says("/hoigiup")
    await khom.presses("Nhà khác")

    await khom.says("Lan Thạch")
    assert "Thạch Thị Lan" not in shown(khom)
    await talk.arrive(khom.inbound(press=f"homeis:{homes['Thạch Thị Lan']}", happened="pressed"))

    assert khom.last.text.startswith("Hộ này không thuộc khóm, ấp của anh chị.")


async def test_the_receipt_names_the_household_and_officials_see_who_asked(talk: Talk) -> None:
    khom, tam = await asked_for_three(talk)

    assert khom.find("TV-0001").text == (
        "Dạ em đã ghi câu hỏi số TV-0001 cho bà Thạch Thị Lan và gửi cho Ngân hàng Chính sách. "
        "Sẽ có trả lời trước 17:00 thứ Ba 12/05, đã trừ 30/4, 1/5 và cuối tuần, em báo để mình "
        "đọc lại cho nhà đó."
    )
    assert tam.find("TV-0001").text == (
        "TV-0001 · vay vốn · Khóm 3, Phường 7\n"
        "“Hộ cận nghèo vay vốn nuôi bò lãi bao nhiêu LỜI-MỘT?” · trưởng khóm, ấp hỏi giùm một hộ "
        "(Khóm)\n"
        "Hẹn 17:00 thứ Ba 12/05 · chờ người nhận"
    )


async def test_questions_are_shown_one_household_at_a_time(talk: Talk) -> None:
    khom, _ = await asked_for_three(talk)

    await khom.says("/cauhoi")
    assert khom.last.labels == ["Riêng tôi, Khóm", *WORDS, "Thôi"]
    since = len(khom.screen)
    await khom.presses("Bà Thạch Thị Lan")
    assert khom.last.text.startswith(
        "Dạ đây là câu hỏi của bà Thạch Thị Lan:\n\nTV-0001 · đang chờ"
    )
    await khom.presses("Xem câu TV-0001")

    assert "bà Thạch Thị Lan" in khom.last.text
    assert seen(khom, WORDS.values(), since) == ["LỜI-MỘT"]


async def test_three_cards_are_read_out_one_by_one_and_each_is_recorded(
    talk: Talk, url: str
) -> None:
    khom = await answered_all(talk)
    assert khom.news() == [KNOCK]
    assert khom.last.labels == ["Riêng tôi, Khóm", *WORDS]

    await khom.presses("Nhà Sơn Văn Bảy")
    assert khom.last.text == (
        "Đọc cho nhà Sơn Văn Bảy nghe:\n"
        "\n"
        "Câu số TV-0002. Ngân hàng Chính sách trả lời: Dạ lãi là sáu phần trăm một năm, LỜI-HAI."
    )
    assert khom.last.labels == ["Đã đọc cho nhà Sơn Văn Bảy", "Chưa gặp được"]
    await khom.presses("Đã đọc cho nhà Sơn Văn Bảy")

    assert khom.last.text == (
        "Dạ em ghi đã đọc cho nhà Sơn Văn Bảy lúc 17:00 thứ Tư 29/04. "
        "Câu trả lời có giúp được nhà đó không?"
    )
    await khom.presses("Có, cảm ơn")
    assert khom.last.text == "Dạ em mừng quá. Em xin khép câu TV-0002 lại."
    reached = "SELECT subject, state, what, settled_by FROM reach ORDER BY id"
    assert await ask(url, reached) == [
        ("question:1", "told", "", None),
        ("question:2", "read", "answered", 1),
        ("question:3", "told", "", None),
    ]


async def test_pressing_twice_reads_once(talk: Talk, url: str) -> None:
    khom = await answered_all(talk)
    await khom.presses("Nhà Sơn Văn Bảy")
    await khom.presses("Đã đọc cho nhà Sơn Văn Bảy")
    await talk.clock.move(minutes=5)

    await khom.presses("Đã đọc cho nhà Sơn Văn Bảy")

    settled = "SELECT COUNT(DISTINCT settled_at), COUNT(*) FROM reach WHERE state = 'read'"
    assert await ask(url, settled) == [(1, 1)]


async def test_what_stays_unread_is_reminded_once_and_then_stands_on_the_short_list(
    talk: Talk,
) -> None:
    khom = await answered_all(talk)
    for label in ("Bà Thạch Thị Lan", "Nhà Sơn Văn Bảy"):
        await khom.presses(label)
        await khom.presses(f"Đã đọc cho {label[:1].lower()}{label[1:]}")
    khom.news()

    await talk.later(hours=24)
    assert khom.news() == [
        "Dạ em nhắc, còn tin chưa đọc cho một hộ nhận tin qua máy này. Mình mở cho ai?"
    ]
    await talk.later(hours=24)
    assert khom.news() == [
        "Khóm 3, Phường 7: các hộ này có tin mà chưa ai đọc cho nghe. Anh chị ghé nhà, mở ra đọc "
        "giúp em rồi bấm theo chữ cái.\n"
        "\n"
        "A. bà Kim Thị Sa"
    ]
    await talk.later(hours=48)
    assert khom.news() == []

    await khom.presses("A. Mở ra đọc")
    assert "LỜI-BA" in khom.last.text
    await khom.presses("Đã đọc cho bà Kim Thị Sa")
    assert khom.last.text.startswith("Dạ em ghi đã đọc cho bà Kim Thị Sa")


async def test_who_was_not_met_is_gone_to_again_tomorrow(talk: Talk) -> None:
    khom = await answered_all(talk)
    await talk.later(hours=24)
    await talk.later(hours=24)
    khom.news()

    await khom.presses("B. Chưa gặp")
    assert khom.news() == ["Dạ em ghi chưa gặp nhà Sơn Văn Bảy. Mai em nhắc lại."]
    await talk.later(hours=24)

    [told] = khom.news()
    assert told.endswith("\n\nA. nhà Sơn Văn Bảy")


async def test_where_the_hamlet_has_another_head_the_list_goes_there(talk: Talk) -> None:
    """A member of an association asked; she read nothing out, and is away."""
    await enlisted(talk, *NAMES)
    phu = await resident(talk, "phụ")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    await phu.says("/hoigiup")
    await phu.presses("Nhà khác")
    await phu.says("Kim Thị Sa")
    await phu.presses("Khóm 3")
    await phu.presses("Hội phụ nữ, hội đoàn")
    await phu.presses("Người đứng tên ký rồi")
    await khom.presses("Cùng một hộ")
    await asks_for(phu, "Bà Kim Thị Sa", "Hộ cận nghèo vay vốn nuôi bò lãi bao nhiêu LỜI-BA?")
    assert "hội, đoàn thể hỏi giùm một hộ\n" in tam.find("TV-0001").text
    await answered(tam, hoa, "TV-0001", "Dạ lãi là sáu phần trăm một năm, LỜI-BA.")
    khom.news()

    await talk.later(hours=7)
    assert phu.last.labels == ["Đã đọc cho bà Kim Thị Sa", "Chưa gặp được"]
    await talk.later(hours=24)
    await talk.later(hours=24)

    [told] = khom.news()
    assert told.endswith("\n\nA. bà Kim Thị Sa")
    await khom.presses("A. Mở ra đọc")
    assert khom.last.text.startswith("Đọc cho bà Kim Thị Sa nghe:")
    await khom.presses("Đã đọc cho bà Kim Thị Sa")
    assert khom.last.text.startswith("Dạ em ghi đã đọc cho bà Kim Thị Sa lúc")
    assert khom.last.labels == []


async def test_what_an_office_promised_and_did_is_read_out_as_well(talk: Talk) -> None:
    khom, tam = await asked_for_three(talk)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    promise = "Ngân hàng sẽ cử người xuống khóm hướng dẫn trước 30/6."
    await answered(tam, hoa, "TV-0001", f"Dạ lãi sáu phần trăm. {promise}")
    await talk.later(hours=7)
    await khom.presses("Bà Thạch Thị Lan")
    await khom.presses("Đã đọc cho bà Thạch Thị Lan")
    await tam.says("/hua")
    await tam.presses("Đã làm xong")
    khom.news()

    await tam.says("Đã xuống khóm ngày 28/6. LỜI-MỘT")
    assert khom.news() == [KNOCK]
    await khom.presses("Nhà Sơn Văn Bảy")
    assert "LỜI-MỘT" not in khom.last.text
    await khom.presses("Bà Thạch Thị Lan")

    assert khom.last.text == (
        "Đọc cho bà Thạch Thị Lan nghe:\n\n"
        f"Câu số TV-0001. Ngân hàng Chính sách có hứa: “{promise}” Việc đó làm xong rồi: "
        "Đã xuống khóm ngày 28/6. LỜI-MỘT"
    )


async def test_that_the_day_of_a_promise_has_passed_is_read_out_as_well(talk: Talk) -> None:
    khom, tam = await asked_for_three(talk)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    promise = "Ngân hàng sẽ cử người xuống khóm hướng dẫn trước 10/5."
    await answered(tam, hoa, "TV-0001", f"Dạ lãi sáu phần trăm. {promise}")
    await talk.later(hours=7)
    await khom.presses("Bà Thạch Thị Lan")
    await khom.presses("Đã đọc cho bà Thạch Thị Lan")
    khom.news()

    await talk.later(days=12, hours=16)  # Tuesday, 12 May, nine in the morning: 10 is a Sunday

    assert KNOCK in khom.news()
    await khom.presses("Bà Thạch Thị Lan")
    assert khom.last.text == (
        "Đọc cho bà Thạch Thị Lan nghe:\n\n"
        f"Câu số TV-0001. Ngân hàng Chính sách có hứa: “{promise}” Đã qua ngày hẹn 10/05/2026 mà "
        "em chưa nghe tin, có tin em báo liền."
    )


async def test_nothing_of_one_household_is_shown_while_acting_for_another(talk: Talk) -> None:
    khom = await answered_all(talk)
    others = [word for word in WORDS.values() if word != "LỜI-MỘT"]
    await writes_for(khom, "Bà Kim Thị Sa", "Hộ nghèo có được vay sửa nhà không? LỜI-BA")
    since = len(khom.screen)

    await khom.presses("Bà Thạch Thị Lan")
    await khom.presses("Mở tin của nhà này")
    await khom.presses("Đã đọc cho bà Thạch Thị Lan")
    await khom.presses("Chưa, hỏi lại")
    await khom.says("Lãi đó tính theo tháng hay theo năm? LỜI-MỘT")
    await asks_for(khom, "Bà Thạch Thị Lan", "Hộ cận nghèo có được vay sửa nhà không? LỜI-MỘT")
    await khom.says("/cauhoi")
    await khom.presses("Bà Thạch Thị Lan")
    await khom.presses("Riêng tôi, Khóm")
    await khom.says("/lich")
    await khom.says("/dulieu")
    await khom.says("TV-0002")
    await khom.says("/start")

    assert seen(khom, others, since) == []
