"""A household that was helped takes its consent back, in the middle of it."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import BANK, official, resident
from tests.stories.neighbours import (
    agrees,
    answered,
    asks_for,
    enlisted,
    names_home,
    seen,
    writes_for,
)

SECRET = "LỜI-BÀ-SO"
CLOSED = (
    "Dạ nhà này không nhờ mình nữa hoặc đã xóa dữ liệu, nên em không mở được. "
    "Mình bấm Hỏi giúp bà con để xem các nhà còn lại."
)
COW = f"Hộ cận nghèo vay vốn nuôi bò thì lãi bao nhiêu? {SECRET}"


async def helped(talk: Talk) -> tuple[Person, Person]:
    """Ren helps a household that is on the ward's list, and another; the hamlet has a head."""
    await enlisted(talk, "Sơn Thị So")
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    ren = await resident(talk, "ren")
    await names_home(ren, "Sơn Thị So")
    await khom.presses("Cùng một hộ")
    await names_home(ren, "Kim Thị Út")
    ren.news()
    khom.news()
    return ren, khom


async def says_stop(person: Person, label: str) -> None:
    """The household tells whoever helps it, who presses that."""
    await person.says("/hoigiup")
    await person.presses(label)
    await person.presses("Nhà này thôi nhờ")
    await person.presses("Đúng, thôi nhờ")


async def signs_up(so: Person, name: str) -> None:
    """Somebody of the household has a chat of their own."""
    await so.presses("Đăng ký dự đối thoại")
    await so.presses("Hộ nghèo")
    await so.says(name)
    await so.presses("Không có số")
    await so.presses("Đúng rồi, đăng ký")


async def stopped_by(khom: Person) -> None:
    """The household tells the head of its hamlet, at any moment."""
    await khom.says("/hoigiup")
    await khom.presses("Nhà khác")
    await khom.says("sơn so")
    await khom.presses("Sơn Thị So, Khóm 3, Phường 7")
    await khom.presses("Thôi nhờ người chưa cho biết tên")


async def test_what_it_means_is_said_before_and_after(talk: Talk) -> None:
    ren, _ = await helped(talk)
    await ren.says("/hoigiup")
    await ren.presses("Bà Sơn Thị So")

    await ren.presses("Nhà này thôi nhờ")
    assert ren.last.text == (
        "Em ghi là bà Sơn Thị So thôi nhờ, từ đó em không nhận câu hỏi và không mở tin của nhà đó "
        "ở đây nữa; câu đã gửi vẫn được trả lời. Có đúng nhà đó thôi nhờ không?"
    )
    await ren.presses("Đúng, thôi nhờ")

    assert ren.last.text == (
        "Dạ em ghi rồi, từ giờ ở đây không hỏi và không mở tin cho bà Sơn Thị So nữa. "
        "Câu đã gửi vẫn được trả lời, có người tới nhà báo lại."
    )
    await ren.says("/hoigiup")
    assert ren.last.labels == ["Bà Kim Thị Út", "Nhà khác", "Thôi"]


async def test_every_old_button_says_so_and_shows_nothing(talk: Talk) -> None:
    ren, _ = await helped(talk)
    await asks_for(ren, "Bà Sơn Thị So", COW)
    old = {choice.label: choice for one in ren.screen for choice in one.choices}
    of_so = ("Gửi câu hỏi giúp", "Mở tin của nhà này", "Câu hỏi của nhà này", "Nói thêm")
    await says_stop(ren, "Bà Sơn Thị So")
    since = len(ren.screen)

    for label in (*of_so, "Đăng ký đối thoại giúp", "Nhà này muốn xóa hết"):
        await talk.arrive(ren.inbound(press=old[label].data, happened="pressed"))
        assert ren.last.text == CLOSED, label

    assert seen(ren, [SECRET], since) == []


async def test_words_that_were_not_sent_yet_are_dropped(talk: Talk, url: str) -> None:
    """Taken back by the head of the hamlet, to whom the household said so, at this moment."""
    ren, khom = await helped(talk)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await writes_for(ren, "Bà Sơn Thị So", COW)

    await stopped_by(khom)
    assert ren.last.text == (
        "Dạ bà Sơn Thị So không nhờ mình hỏi giúp nữa, nên từ giờ em không báo tin nhà đó vào "
        "đây. Câu đã gửi vẫn được trả lời, có người tới nhà báo lại."
    )
    await ren.presses("Đúng rồi, gửi đi")
    assert ren.last.text.startswith("Dạ câu này đã gửi hoặc đã bỏ rồi")
    await talk.later(hours=1)

    assert await ask(url, "SELECT COUNT(*) FROM drafts") == [(0,)]
    assert seen(tam, [SECRET]) == []


async def test_words_written_a_moment_too_late_are_not_kept(talk: Talk, url: str) -> None:
    ren, khom = await helped(talk)
    await ren.says("/hoigiup")
    await ren.presses("Bà Sơn Thị So")
    await ren.presses("Gửi câu hỏi giúp")
    await stopped_by(khom)

    await ren.says(COW)

    assert ren.last.text == CLOSED
    assert await ask(url, "SELECT COUNT(*) FROM drafts") == [(0,)]


async def test_an_answer_that_comes_later_goes_another_way(talk: Talk) -> None:
    ren, khom = await helped(talk)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    number = await asks_for(ren, "Bà Sơn Thị So", COW)
    await says_stop(ren, "Bà Sơn Thị So")
    await answered(tam, hoa, number, f"Dạ lãi sáu phần trăm một năm. {SECRET}")
    ren.news()

    await talk.later(hours=7)

    assert ren.news() == []
    assert khom.last.text.endswith("\n\nA. bà Sơn Thị So")
    await khom.presses("A. Mở ra đọc")
    assert SECRET in khom.last.text


async def test_what_was_announced_and_not_read_goes_another_way_at_once(talk: Talk) -> None:
    ren, khom = await helped(talk)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    number = await asks_for(ren, "Bà Sơn Thị So", COW)
    await answered(tam, hoa, number, f"Dạ lãi sáu phần trăm một năm. {SECRET}")
    await talk.later(hours=7)
    khom.news()

    await says_stop(ren, "Bà Sơn Thị So")
    await talk.tick()

    [told] = khom.news()
    assert told.endswith("\n\nA. bà Sơn Thị So")


async def test_who_lives_there_hears_instead_where_they_have_a_chat(talk: Talk) -> None:
    """It was asked for them, so they are told as they are, and nobody need read it out."""
    ren, khom = await helped(talk)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    number = await asks_for(ren, "Bà Sơn Thị So", COW)
    so = await resident(talk, "so")
    await signs_up(so, "Sơn Thị So")
    await khom.presses("Cùng một hộ")
    await says_stop(ren, "Bà Sơn Thị So")
    await answered(tam, hoa, number, "Dạ lãi sáu phần trăm một năm.")

    await talk.later(hours=7)
    assert so.last.text == (
        "Dạ tin của bà Sơn Thị So:\n\n"
        f"Câu số {number}. Ngân hàng Chính sách trả lời: Dạ lãi sáu phần trăm một năm."
    )
    assert so.last.labels == []
    khom.news()
    await talk.later(hours=24)
    await talk.later(hours=24)

    assert khom.news() == []


async def test_a_card_that_was_open_is_closed(talk: Talk) -> None:
    ren, _ = await helped(talk)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    number = await asks_for(ren, "Bà Sơn Thị So", "Hộ cận nghèo vay vốn nuôi bò lãi bao nhiêu?")
    await answered(tam, hoa, number, f"Dạ lãi sáu phần trăm một năm. {SECRET}")
    await talk.later(hours=7)
    await ren.presses("Bà Sơn Thị So")
    assert SECRET in ren.last.text

    await says_stop(ren, "Bà Sơn Thị So")

    assert seen(ren, [SECRET]) == []
    assert ren.find("Tin của nhà này không còn mở được ở đây.").labels == []


async def test_who_lives_there_sees_who_helps_and_ends_it(talk: Talk, url: str) -> None:
    ren, khom = await helped(talk)
    so = await resident(talk, "so")
    await so.says("/dulieu")
    assert "Ai hỏi giúp nhà tôi" not in so.last.labels
    [(home,)] = await ask(url, "SELECT MIN(id) FROM households WHERE name = 'Sơn Thị So'")
    await signs_up(so, "Sơn Thị So")
    await khom.presses("Cùng một hộ")
    await so.says("/dulieu")
    await so.presses("Ai hỏi giúp nhà tôi")
    assert so.last.text == (
        "Dạ đây là người đang hỏi giúp và nghe giúp cho nhà mình. "
        "Muốn thôi nhờ ai thì cô chú bấm người đó."
    )

    await so.presses("Thôi nhờ người chưa cho biết tên")

    assert ren.last.text.startswith("Dạ bà Sơn Thị So không nhờ mình hỏi giúp nữa")
    bonds = f"SELECT relation FROM household_people WHERE household = {home} AND until IS NULL"
    assert await ask(url, bonds) == [("self",)]


async def test_a_stranger_ends_nobody_s_help(talk: Talk, url: str) -> None:
    ren, _ = await helped(talk)
    other = await official(talk, "khác", Role.HAMLET, "p7-k4")
    bond = "SELECT household || '.' || person FROM household_people WHERE until IS NULL"

    for (one,) in await ask(url, bond):
        await talk.arrive(other.inbound(press=f"endhelpyes:{one}", happened="pressed"))
        assert other.last.text == CLOSED

    await ren.says("/hoigiup")
    assert ren.last.labels == ["Bà Sơn Thị So", "Bà Kim Thị Út", "Nhà khác", "Thôi"]


async def test_a_head_who_helped_and_was_stopped_reads_out_nothing_private(talk: Talk) -> None:
    """Going there is still the head's; a private answer is the household's alone."""
    await enlisted(talk, "Sơn Thị So")
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await agrees(khom, "Sơn Thị So")
    number = await asks_for(khom, "Bà Sơn Thị So", "Hộ cận nghèo vay vốn nuôi bò lãi bao nhiêu?")
    await says_stop(khom, "Bà Sơn Thị So")
    await tam.replies(tam.find(number), f"Dạ lãi sáu phần trăm một năm. {SECRET}")
    await tam.presses("Gửi duyệt riêng người hỏi")
    await hoa.presses("Duyệt")
    await talk.tick()

    await khom.presses("A. Mở ra đọc")

    assert khom.last.text == (
        "Đọc cho bà Sơn Thị So nghe:\n\n"
        f"Câu số {number}. Có câu trả lời riêng, chỉ người trong nhà được nghe, nhờ nhà đó hỏi "
        "Ngân hàng Chính sách."
    )
    assert seen(khom, [SECRET]) == []
