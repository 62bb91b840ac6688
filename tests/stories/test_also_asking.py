"""Who pressed *Tôi cũng hỏi* hears the answer too, unless it is for the asker alone."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_holding_a_session import to_the_hall

OWED = "Bà nợ ngân hàng 30 triệu đồng quá hạn nên chưa vay thêm được."  # invented


@pytest.fixture
async def cast(talk: Talk) -> tuple[Person, Person, Person, Person]:
    """An asker, somebody in the hall who asks the same, and the bank's officer and head."""
    lan, minh = await resident(talk, "lan"), await resident(talk, "minh")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await to_the_hall(talk, await official(talk, "thu", Role.CLERK, "2"))
    await minh.says("/phien")
    await minh.presses("Tôi cũng hỏi")
    minh.news()
    return lan, minh, tam, hoa


async def test_who_asks_the_same_hears_the_answer_too(
    talk: Talk, cast: tuple[Person, Person, Person, Person]
) -> None:
    _, minh, tam, hoa = cast
    await tam.replies(tam.find("TV-0001"), ANSWER)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")

    await talk.later(hours=10)

    assert minh.news() == [
        f"Dạ, Ngân hàng Chính sách đã trả lời câu TV-0001 mà cô chú theo dõi:\n\n{ANSWER}"
    ]


async def test_a_private_answer_and_its_files_go_to_nobody_but_the_asker(
    talk: Talk, cast: tuple[Person, Person, Person, Person]
) -> None:
    lan, minh, tam, hoa = cast
    await tam.presses("Trả lời")
    await tam.sends("dư nợ.pdf", b"%PDF-1.4 what is owed", OWED)
    await tam.presses("Gửi duyệt riêng người hỏi")

    await hoa.presses("Duyệt")

    assert OWED in lan.screen[-2].text
    assert lan.last.file == "dư nợ.pdf"
    assert minh.news() == [
        "Dạ, câu TV-0001 mà cô chú cũng hỏi thì Ngân hàng Chính sách đã trả lời riêng cho người "
        "hỏi, nên em không chuyển lời được. Cô chú bấm Gửi câu hỏi để hỏi cho mình nghen?"
    ]
    assert minh.last.labels == ["Gửi câu hỏi"]
