"""Who plays in the stories, and the few lines that every story begins with."""

from bot.domain.people import Grant, Role
from bot.services.people import invitations
from tests.doubles.chat import Message, Person, Talk

LOAN = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"
INSURANCE = "Thẻ bảo hiểm y tế của má tôi hết hạn thì xin cấp lại ở đâu?"
ANSWER = "Hộ cận nghèo được vay tối đa 100 triệu đồng, không phải thế chấp."

#: How everything ends that is said to somebody in danger.
CALLS = "Bảo vệ trẻ em: 111\nCông an: 113\nChữa cháy: 114\nCấp cứu: 115"

BANK = "nhcsxh"
INSURER = "bhxh"
WARD_7 = "ubnd_phuong@p7"


async def resident(talk: Talk, chat: str, ward: str = "Phường 7") -> Person:
    """Somebody who has agreed and said where they live."""
    person = talk.person(chat)
    await person.says("/start")
    await person.presses("Đồng ý")
    await person.presses(ward)
    await person.presses("Khóm 3")
    person.news()
    return person


async def is_called(person: Person, name: str) -> None:
    """They tell their name, so that there is one to leave out."""
    await person.says("/dulieu")
    await person.presses("Sửa tên")
    await person.says(name)
    person.news()


async def official(talk: Talk, chat: str, role: Role, scope: str = "") -> Person:
    """Somebody who was invited, came, and told their name: ``chat`` with a capital."""
    person = talk.person(chat)
    async with talk.app.works.begin() as work:
        code = await invitations.invite(work, Grant(role, scope), by=None)
    await person.opens(code)
    if person.last.text.startswith("Anh chị tên gì"):
        await person.says(chat.capitalize())
    person.news()
    return person


async def asks(person: Person, text: str = LOAN) -> str:
    """Ask and send; returns the number."""
    await person.says(text)
    offered = "Vẫn gửi câu hỏi" in person.last.labels  # it was answered before
    await person.presses("Vẫn gửi câu hỏi" if offered else "Đúng rồi, gửi đi")
    receipt = person.find("Dạ em đã gửi câu hỏi của cô chú").text
    person.news()
    return receipt.partition(", số ")[2].partition(".")[0]


async def answers(officer: Person, card: Message, text: str = ANSWER) -> None:
    """Answer by replying to the card, and hand it to the head."""
    await officer.replies(card, text)
    await officer.presses("Gửi duyệt")
    officer.news()
