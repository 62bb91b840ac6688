"""What is offered before a question is sent: to whom, of what, and how much."""

from dataclasses import replace

from bot.domain.agencies import Queue
from bot.domain.people import Person
from bot.domain.questions import Sensitive
from bot.services.answers import library, offering
from bot.services.asking import asking
from bot.understanding.similar import Similar
from bot.work import Works
from tests.doubles.answers import Board
from tests.doubles.chat import Talk

LOAN = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"
AGAIN = "can ngheo vay nuoi bo thi lai bn mot thang"
LAMP = "Đèn đường trong hẻm tắt cả tháng nay, bao giờ sửa?"


async def offered(
    talk: Talk, text: str = AGAIN, ward: str = "p7", works: Works | None = None
) -> list[str]:
    works = works or talk.app.works
    await library.refresh(works)
    async with works.look() as work:
        found = await offering.fitting(work, Person(id=1, ward=ward), text)
    return [one.number for one in found]


async def test_the_two_most_alike_are_offered_at_most(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    for number, text in enumerate((f"{LOAN} Xin cảm ơn nghen.", LOAN, f"Xin hỏi: {LOAN}")):
        await board.put(f"TV-000{number}", text, topic="vay_von")

    assert await offered(talk, LOAN) == ["TV-0001", "TV-0002"]


async def test_an_answer_on_another_topic_of_another_agency_is_not_offered(talk: Talk) -> None:
    await Board(talk.app, talk.clock).put("TV-0001", LOAN, topic="hoc_phi")

    assert await offered(talk) == []


async def test_what_another_ward_s_committee_answered_is_not_offered_here(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    await board.put("TV-0001", LAMP, ward="p1", queue="ubnd_phuong", topic="ha_tang")
    await board.put("TV-0002", LAMP, ward="p7", queue="ubnd_phuong", topic="ha_tang")

    assert (await offered(talk, LAMP), await offered(talk, LAMP, "p1")) == (
        ["TV-0002"],
        ["TV-0001"],
    )


async def test_a_ward_s_own_answer_is_offered_however_many_wards_answered_the_same(
    talk: Talk,
) -> None:
    board = Board(talk.app, talk.clock)
    for number in range(14):
        await board.put(
            f"TV-10{number:02}", LAMP, ward=f"x{number}", queue="ubnd_phuong", topic="ha_tang"
        )
    await board.put("TV-0002", f"{LAMP} Cảm ơn.", queue="ubnd_phuong", ward="p7", topic="ha_tang")

    assert await offered(talk, LAMP) == ["TV-0002"]


async def test_an_answer_has_room_where_its_question_has_moved_to_in_every_process(
    talk: Talk,
) -> None:
    board = Board(talk.app, talk.clock)
    other = replace(talk.app.works, similar=Similar())
    await board.put("TV-0002", f"{LAMP} Cảm ơn.", queue="ubnd_phuong", ward="old", topic="ha_tang")
    for number in range(14):
        await board.put(
            f"TV-10{number:02}", LAMP, ward=f"x{number}", queue="ubnd_phuong", topic="ha_tang"
        )
    for works in (talk.app.works, other):
        await library.refresh(works)
    await talk.clock.move(hours=1)

    await board.goes_to("TV-0002", Queue("ubnd_phuong", "p7"))

    assert [await offered(talk, LAMP, works=works) for works in (talk.app.works, other)] == [
        ["TV-0002"],
        ["TV-0002"],
    ]


async def test_what_is_not_for_everyone_is_not_offered(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    await board.put("TV-0001", LOAN, topic="vay_von", private=True)
    await board.put("TV-0002", LOAN, topic="vay_von", sensitive=Sensitive.ACCUSATION)
    await board.put("TV-0003", LOAN, topic="vay_von", public=False)

    assert await offered(talk) == []


async def test_private_words_thanks_and_accusations_are_offered_nothing(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    texts = (
        "Tui bị nhiễm HIV, có được vay vốn nuôi bò không, đừng cho ai biết",
        "Cán bộ khóm ăn chặn tiền vay vốn nuôi bò của tui",
        "Cảm ơn ngân hàng đã cho vay vốn nuôi bò",
    )
    for number, text in enumerate(texts):
        await board.put(f"TV-000{number}", text, topic=await topic(talk, text))

    assert [await offered(talk, one) for one in texts] == [[], [], []]


async def topic(talk: Talk, text: str) -> str:
    """What the words are about, so that nothing but their kind keeps an answer back."""
    async with talk.app.works.look() as work:
        return asking.suggest(work, text).topic
