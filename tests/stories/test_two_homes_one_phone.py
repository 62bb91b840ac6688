"""Two households get their news by one phone, and one of them wants to be erased."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import BANK, asks, official, resident
from tests.stories.neighbours import answered, asks_for, names_home, seen
from tests.stories.test_my_data import Memory, erases, memory

__all__ = ["memory"]

OF_SO, OF_UT = "LỜI-BÀ-SO", "LỜI-BÀ-ÚT"


async def both_asked(talk: Talk) -> tuple[Person, Person, Person]:
    """Each of the two has asked something; returns the phone, the officer and the head."""
    ren = await resident(talk, "ren")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    for name, word in (("Sơn Thị So", OF_SO), ("Kim Thị Út", OF_UT)):
        await names_home(ren, name)
        await asks_for(ren, f"Bà {name}", f"Hộ cận nghèo vay vốn nuôi bò lãi bao nhiêu {word}?")
    ren.news()
    return ren, tam, hoa


async def erased(ren: Person, label: str) -> None:
    await ren.says("/hoigiup")
    await ren.presses(label)
    await ren.presses("Nhà này muốn xóa hết")
    await ren.presses("Đúng, xóa hết")


async def test_one_is_erased_and_the_other_goes_on(talk: Talk) -> None:
    ren, tam, hoa = await both_asked(talk)
    await answered(tam, hoa, "TV-0002", f"Dạ lãi sáu phần trăm một năm. {OF_UT}")

    await erased(ren, "Bà Sơn Thị So")
    assert ren.last.text == (
        "Dạ em đã xóa hết của nhà đó. "
        "Khi nào nhà đó cần, mình bấm Hỏi giúp bà con để làm lại từ đầu."
    )
    assert OF_SO not in tam.find("TV-0001").text
    await talk.later(hours=7)

    assert ren.last.text.startswith("Đọc cho bà Kim Thị Út nghe:")
    assert seen(ren, [OF_SO], len(ren.screen) - 1) == []


async def test_nothing_is_kept_of_the_one_that_was_erased(talk: Talk, memory: Memory) -> None:
    ren, _, _ = await both_asked(talk)
    await talk.clock.move(minutes=1)

    await erased(ren, "Bà Sơn Thị So")
    await ren.says("/start")

    assert await memory.holds(OF_SO, "Sơn Thị So") == []
    assert await memory.holds(OF_UT, "Kim Thị Út") == [OF_UT, "Kim Thị Út"]


async def test_news_that_was_announced_before_is_politely_refused_after(talk: Talk) -> None:
    ren, tam, hoa = await both_asked(talk)
    await answered(tam, hoa, "TV-0001", f"Dạ lãi sáu phần trăm một năm. {OF_SO}")
    await talk.later(hours=7)
    knock = ren.find("Mình mở cho ai?")
    [of_so] = [one for one in knock.choices if one.label == "Bà Sơn Thị So"]
    await erased(ren, "Bà Sơn Thị So")
    since = len(ren.screen)

    await talk.arrive(ren.inbound(press=of_so.data, happened="pressed"))

    assert ren.last.text == (
        "Dạ nhà này không nhờ mình nữa hoặc đã xóa dữ liệu, nên em không mở được. "
        "Mình bấm Hỏi giúp bà con để xem các nhà còn lại."
    )
    assert seen(ren, [OF_SO, OF_UT], since) == []


async def test_a_card_that_was_open_holds_nothing_any_more(talk: Talk) -> None:
    ren, tam, hoa = await both_asked(talk)
    await answered(tam, hoa, "TV-0001", "Dạ lãi sáu phần trăm một năm. TRẢ-LỜI-SO")
    await talk.later(hours=7)
    await ren.presses("Bà Sơn Thị So")
    assert "TRẢ-LỜI-SO" in ren.last.text

    await erased(ren, "Bà Sơn Thị So")

    assert seen(ren, ["TRẢ-LỜI-SO"]) == []


async def test_who_helped_is_erased_and_the_households_questions_go_on(
    talk: Talk, url: str, memory: Memory
) -> None:
    ren, tam, hoa = await both_asked(talk)
    khom = await official(talk, "khóm", Role.HAMLET, "p7-k3")
    own = await asks(ren, "Tôi muốn vay vốn mua máy may thì hỏi ai? LỜI-REN")

    await erases(ren)

    assert await memory.holds("LỜI-REN") == []
    assert await ask(url, "SELECT number, status FROM questions ORDER BY id") == [
        ("TV-0001", "waiting"),
        ("TV-0002", "waiting"),
        (own, "withdrawn"),
    ]
    await answered(tam, hoa, "TV-0001", f"Dạ lãi sáu phần trăm một năm. {OF_SO}")
    await talk.later(hours=7)
    assert khom.last.text.endswith("\n\nA. bà Sơn Thị So")
    await khom.presses("A. Mở ra đọc")
    assert OF_SO in khom.last.text


async def test_who_helps_takes_back_the_own_consent_and_hears_what_was_asked(talk: Talk) -> None:
    """Nothing new is asked; what was sent for the two is still read out."""
    ren, tam, hoa = await both_asked(talk)
    await ren.says("/dulieu")
    await ren.presses("Rút lại đồng ý")
    await answered(tam, hoa, "TV-0001", f"Dạ lãi sáu phần trăm một năm. {OF_SO}")
    await talk.later(hours=7)

    await ren.presses("Bà Sơn Thị So")
    assert OF_SO in ren.last.text
    await ren.presses("Gửi câu hỏi giúp")

    assert ren.last.text.startswith("Dạ em cần cô chú đồng ý trước đã")
