"""*Trường hợp của tôi khác*: however it is answered then, its asker alone hears it."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.doubles.returned_sheet import Sheet
from tests.stories.cast import official
from tests.stories.test_clusters import approved, card
from tests.stories.test_dispatches import sent_out, sheet_of
from tests.stories.test_returned_sheets import put_in

OWN = "Bò nhà cô chú chết thì mang giấy thú y ra ngân hàng, xin gia hạn nợ."


async def _back(talk: Talk) -> tuple[Person, Person, Person]:
    """Lan, Bảy and Út were answered together; Bảy says that his case is another one."""
    tam, hoa, (_, bay, _) = await approved(talk)
    await talk.later(hours=7)
    await bay.presses("Trường hợp của tôi khác")
    await bay.says("Bò nhà tôi chết rồi, giờ xin gia hạn nợ")
    await talk.tick()
    return tam, hoa, bay


async def _he_alone_hears_it(talk: Talk, bay: Person, url: str) -> None:
    await talk.later(days=1)

    assert OWN in bay.find("trả lời câu TV-0002").text
    assert await ask(url, f"SELECT private FROM answers WHERE text = '{OWN}'") == [(1,)]
    heard = [
        chat
        for chat, screen in talk.platform.chats.items()
        if any(OWN in message.text for message in screen.values())
    ]
    assert set(heard) - {"bảy"} <= {"tâm", "hoa"}


async def test_answered_at_the_counter(talk: Talk, url: str) -> None:
    tam, hoa, bay = await _back(talk)
    await talk.arrive(tam.inbound(happened="pressed", press="directly:2", press_id="press"))
    await tam.presses("Chính tôi")
    await tam.presses("Hôm nay")
    await tam.says(OWN)
    await hoa.presses("Duyệt")

    await _he_alone_hears_it(talk, bay, url)


async def test_answered_in_the_sheet_of_its_office(talk: Talk, url: str) -> None:
    _, hoa, bay = await _back(talk)
    ban = await official(talk, "ban", Role.ORGANISER)
    await sent_out(talk, ban)
    await put_in(hoa, Sheet.open(sheet_of(hoa).content).answer("TV-0002", OWN))
    await hoa.presses("Duyệt cả bảng (1 câu)")
    await talk.tick()

    await _he_alone_hears_it(talk, bay, url)


async def test_answered_once_more_because_the_first_did_not_help(talk: Talk, url: str) -> None:
    tam, hoa, bay = await _back(talk)
    await tam.replies(card(tam, "TV-0002"), "Cô chú mang giấy tờ ra ngân hàng gặp em Tâm nha.")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(days=1)
    await bay.presses("Chưa, hỏi lại")
    await bay.says("Giấy tờ gì thì câu này chưa nói")
    await talk.tick()

    await tam.replies(card(tam, "TV-0002"), OWN)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")

    await _he_alone_hears_it(talk, bay, url)
