"""A grandchild's phone, which speaks for two households and for the grandchild: nothing is shown
before somebody has chosen for whom."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.moving import tell
from tests.doubles.postgres import ask
from tests.stories.cast import BANK, INSURER, asks, official, resident
from tests.stories.neighbours import answered, asks_for, enlisted, names_home, seen, writes_for
from tests.stories.test_offered_seats import named, signed_off
from tests.stories.test_paper_codes import printed

KNOCK = "Dạ có tin cho một hộ nhận tin qua máy này. Mình mở cho ai?"

#: Words of a household's own, and of the grandchild's own; they may never be seen together.
OF_SO = "LỜI-BÀ-SO"
OF_UT = "LỜI-BÀ-ÚT"
OF_REN = "LỜI-REN"
ILL = "Tôi bị HIV, thẻ bảo hiểm y tế có chi trả thuốc không?"


async def two_grandmothers(talk: Talk) -> tuple[Person, Person, Person]:
    """Ren has named two households; returns Ren, the bank's officer and the bank's head."""
    ren = await resident(talk, "ren")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await names_home(ren, "Sơn Thị So")
    await names_home(ren, "Kim Thị Út")
    ren.news()
    return ren, tam, hoa


async def test_an_answer_for_one_household_opens_for_that_one_alone(talk: Talk) -> None:
    ren, tam, hoa = await two_grandmothers(talk)
    number = await asks_for(ren, "Bà Sơn Thị So", f"Vay vốn nuôi bò thì lãi bao nhiêu? {OF_SO}")
    await answered(tam, hoa, number, f"Dạ lãi sáu phần trăm một năm. {OF_SO}")
    ren.news()

    await talk.later(hours=7)
    assert ren.news() == [KNOCK]
    assert ren.last.labels == ["Của riêng tôi", "Bà Sơn Thị So", "Bà Kim Thị Út"]
    since = len(ren.screen)
    await ren.presses("Bà Kim Thị Út")
    assert ren.last.text == "Dạ bây giờ không có tin mới cho bà Kim Thị Út."
    await ren.presses("Của riêng tôi")
    assert ren.last.text == "Dạ bây giờ không có tin riêng nào."
    assert seen(ren, [OF_SO, number], since) == []

    await ren.presses("Bà Sơn Thị So")
    assert ren.last.text == (
        f"Đọc cho bà Sơn Thị So nghe:\n\n"
        f"Câu số {number}. Ngân hàng Chính sách trả lời: Dạ lãi sáu phần trăm một năm. {OF_SO}"
    )


async def test_what_is_not_sent_yet_for_a_household_is_not_among_the_own_drafts(
    talk: Talk,
) -> None:
    ren, _, _ = await two_grandmothers(talk)
    await writes_for(ren, "Bà Sơn Thị So", f"Vay vốn nuôi bò thì lãi bao nhiêu? {OF_SO}")
    since = len(ren.screen)

    await ren.says("/start")

    assert seen(ren, [OF_SO], since) == []
    assert ren.last.text.startswith("Dạ em là Lắng Nghe")


async def test_a_row_that_went_astray_opens_nothing(talk: Talk, url: str) -> None:
    """The question itself says whose it is."""
    ren, _, _ = await two_grandmothers(talk)
    number = await asks_for(ren, "Bà Sơn Thị So", f"Vay vốn nuôi bò thì lãi bao nhiêu? {OF_SO}")
    await tell(
        url,
        "INSERT INTO reach (household, reader, subject, state, told_at) "
        "SELECT id, 1, 'question:1', 'told', 5 FROM households WHERE name = 'Kim Thị Út'",
    )
    await ren.says("/hoigiup")
    await ren.presses("Bà Kim Thị Út")
    since = len(ren.screen)

    await ren.presses("Mở tin của nhà này")

    assert ren.last.text == "Dạ bây giờ không có tin mới cho bà Kim Thị Út."
    assert seen(ren, [OF_SO, number], since) == []


async def test_it_opens_at_any_later_time_and_says_how_things_stand_then(talk: Talk) -> None:
    """Nothing is parked: the words are made of what is there when somebody looks."""
    ren, tam, _ = await two_grandmothers(talk)
    number = await asks_for(ren, "Bà Sơn Thị So", f"Vay vốn nuôi bò thì lãi bao nhiêu? {OF_SO}")
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says(f"Cho hỏi nuôi mấy con bò? {OF_SO}")
    assert ren.last.text == KNOCK
    await tam.says("/hangdoi")
    await talk.clock.move(hours=5)

    await ren.presses("Bà Sơn Thị So")
    assert ren.last.text == (
        f"Đọc cho bà Sơn Thị So nghe:\n\n"
        f"Câu số {number}. Ngân hàng Chính sách hỏi thêm: Cho hỏi nuôi mấy con bò? {OF_SO}"
    )
    await ren.presses(f"Trả lời câu {number}")
    await ren.says(f"Dạ hai con. {OF_SO}")

    assert tam.last.text.endswith(f"từ giờ tính tiếp ngày hẹn: “Dạ hai con. {OF_SO}”")


async def test_the_announcement_holds_no_word_of_it_anywhere(talk: Talk, url: str) -> None:
    ren, tam, hoa = await two_grandmothers(talk)
    number = await asks_for(ren, "Bà Sơn Thị So", "Vay vốn nuôi bò thì lãi bao nhiêu?")
    await answered(tam, hoa, number, f"Dạ lãi sáu phần trăm một năm. {OF_SO}")
    await talk.clock.move(hours=7)

    await talk.later(hours=0)

    waiting = "SELECT COUNT(*) FROM {} WHERE address = 'chat:ren' AND payload LIKE '%BÀ-SO%'"
    for table in ("outbox", "deferred"):
        assert await ask(url, waiting.format(table)) == [(0,)]


async def test_own_private_news_waits_too_where_somebody_said_that_others_look_on(
    talk: Talk,
) -> None:
    ren = await resident(talk, "ren")
    tam = await official(talk, "tâm", Role.OFFICER, INSURER)
    hoa = await official(talk, "hoa", Role.HEAD, INSURER)
    await ren.says("/dulieu")
    await ren.presses("Máy này dùng chung")
    assert ren.last.text == (
        "Dạ từ giờ có tin riêng em chỉ báo là có tin, chọn mở cho ai rồi em mới hiện. "
        "Muốn đổi lại thì nhắn /dulieu rồi bấm Máy này của riêng tôi."
    )
    number = await asks(ren, f"{ILL} {OF_REN}")
    await answered(tam, hoa, number, f"Dạ thẻ chi trả hết tiền thuốc. {OF_REN}")
    assert ren.news() == [KNOCK]
    assert ren.last.labels == ["Của riêng tôi"]

    await ren.presses("Của riêng tôi")
    assert ren.last.text == (
        "Dạ tin của riêng cô chú:\n\n"
        f"Câu số {number}. Bảo hiểm xã hội trả lời: Dạ thẻ chi trả hết tiền thuốc. {OF_REN}\n\n"
        "Trả lời vậy có giúp được cô chú không?"
    )
    assert ren.last.labels == ["Có, cảm ơn", "Chưa, hỏi lại"]
    await ren.says("/dulieu")
    await ren.presses("Máy này của riêng tôi")
    await ren.says("/cauhoi")

    assert f"{number} · đã trả lời" in ren.last.text
    assert ren.last.labels[0] == f"Xem câu {number}"


async def test_two_households_that_live_at_one_phone_answer_their_own_offers(talk: Talk) -> None:
    """Both said that they live there; both are on the list of session 1."""
    homes = await signed_off(talk)
    await talk.tick()
    pha = await resident(talk, "pha", "Phường 1")
    names = ("Diệp Thị Bô Pha", "Lâm Thị Sô Phia")
    for name in names:
        await pha.says(await printed(talk, named(homes, name)))
        await pha.presses("Người trong nhà")
    await pha.says("/lich")
    assert not [one for one in pha.last.labels if one.startswith("Không đi Buổi")]
    await pha.presses("Xem của từng nhà")
    await pha.presses("Bà Lâm Thị Sô Phia")

    assert pha.last.text.startswith("Bà Lâm Thị Sô Phia, Khóm ")
    assert "Mời nhà mình dự Buổi đối thoại 1, 07:30 thứ Tư 13/05" in pha.last.text
    assert "Bô Pha" not in pha.last.text


async def test_a_reminder_for_a_household_is_opened_for_it_and_recorded(
    talk: Talk, url: str
) -> None:
    homes = await signed_off(talk)
    await talk.tick()
    ren = await resident(talk, "ren", "Phường 1")
    for name in ("Diệp Thị Bô Pha", "Lâm Thị Sô Phia"):
        await ren.says(await printed(talk, named(homes, name)))
        await ren.presses("Tôi giúp nhà này")
    await ren.presses("Sẽ đến")
    ren.news()

    await talk.clock.move_to(talk.app.works.programme.sessions[0].starts_at)
    await talk.clock.move(hours=-62.5)
    await talk.tick()
    assert ren.news() == [KNOCK]
    await ren.presses("Bà Diệp Thị Bô Pha")
    assert ren.last.text == "Dạ bây giờ không có tin mới cho bà Diệp Thị Bô Pha."
    await ren.presses("Bà Lâm Thị Sô Phia")
    assert ren.last.text == (
        "Đọc cho bà Lâm Thị Sô Phia nghe:\n\n"
        "Nhà mình có chỗ ở Buổi đối thoại 1, 07:30 thứ Tư 13/05 tại Hội trường UBND phường 1."
    )
    await ren.presses("Đã đọc cho bà Lâm Thị Sô Phia")

    read = "SELECT what, state FROM reach WHERE household = {} ORDER BY id"
    phia = named(homes, "Lâm Thị Sô Phia").id
    assert (await ask(url, read.format(phia)))[-1] == ("accepted", "read")


async def test_a_grandchild_alone_with_one_household_gets_the_card_at_once(talk: Talk) -> None:
    ren = await resident(talk, "ren")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await names_home(ren, "Sơn Thị So")
    number = await asks_for(ren, "Bà Sơn Thị So", "Vay vốn nuôi bò thì lãi bao nhiêu?")
    await answered(tam, hoa, number, "Dạ lãi sáu phần trăm một năm.")
    ren.news()

    await talk.later(hours=7)

    assert ren.news() == [
        "Đọc cho bà Sơn Thị So nghe:\n\n"
        f"Câu số {number}. Ngân hàng Chính sách trả lời: Dạ lãi sáu phần trăm một năm."
    ]


async def test_at_night_there_is_a_knock_in_the_morning_and_no_words_that_wait(
    talk: Talk, url: str
) -> None:
    ren = await resident(talk, "ren")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await names_home(ren, "Sơn Thị So")
    number = await asks_for(ren, "Bà Sơn Thị So", "Vay vốn nuôi bò thì lãi bao nhiêu?")
    await talk.clock.move(hours=13)
    await tam.replies(tam.find(number), f"Dạ lãi sáu phần trăm một năm. {OF_SO}")
    await tam.presses("Gửi duyệt riêng người hỏi")
    ren.news()

    await hoa.says("/hangdoi")
    await hoa.presses("Duyệt")
    for_ren = "SELECT COUNT(*) FROM deferred WHERE address = 'chat:ren' AND payload {} '%LỜI%'"
    counted = [await ask(url, for_ren.format(how)) for how in ("LIKE", "NOT LIKE")]
    assert counted == [[(0,)], [(1,)]]
    await talk.later(hours=9)

    assert ren.news() == [KNOCK]
    await ren.presses("Bà Sơn Thị So")
    assert OF_SO in ren.last.text


async def test_what_a_grandchild_names_is_not_told_to_be_on_a_list(talk: Talk) -> None:
    """Who knows the people says whether it is one household; what was asked goes along."""
    await enlisted(talk, "Sơn Thị So")
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    ren = await resident(talk, "ren")
    await names_home(ren, "Sơn Thị So")
    number = await asks_for(ren, "Bà Sơn Thị So", f"Vay vốn nuôi bò lãi bao nhiêu? {OF_SO}")
    assert khom.last.text == (
        "Có người nhận hỏi giúp Sơn Thị So qua tin nhắn, danh sách phường cũng có hộ tên này ở "
        "Khóm 3, Phường 7. Có phải cùng một hộ không, anh chị?"
    )

    await khom.presses("Cùng một hộ")
    assert ren.last.text == (
        "Dạ bà Sơn Thị So có sẵn trong danh sách của Khóm 3, Phường 7 rồi, em nối lại. "
        "Có tin của nhà đó em báo vào đây."
    )
    await ren.says("/cauhoi")
    await ren.presses("Bà Sơn Thị So")

    assert ren.last.labels[0] == f"Xem câu {number}"
