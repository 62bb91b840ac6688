"""What lands in the holding pen by itself is told to who runs it; once, until it is empty again."""

from bot.domain.messages import Unreadable
from bot.domain.people import Role
from bot.services.queues import pen
from storage import holding, inbox, people
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, official

TOLD = (
    "Trong Chờ xếp có tin em không đọc được, hoặc tin làm em trục trặc. "
    "Anh chị mở Chờ xếp xem giúp em."
)


async def arrives(talk: Talk, *names: str) -> None:
    """Updates that nobody can read."""
    async with talk.app.works.begin() as work:
        updates = [Unreadable(channel="chat", id=name, raw=b"{", why="no JSON") for name in names]
        await inbox.store(work.tx, updates, work.now)


async def sees_all(talk: Talk, organiser: Person) -> None:
    """Press *Đã xem xong* on everything."""
    async with talk.app.works.begin() as work:
        person = await people.of_address(work.tx, str(organiser.address))
        assert person
        for one in (await pen.look(work, person))[0]:
            await pen.settle(work, person, one.held.id)


async def test_what_cannot_be_read_is_told_to_the_organisers_and_leads_to_the_pen(
    talk: Talk,
) -> None:
    to = await official(talk, "tổ", Role.ORGANISER)
    an = await official(talk, "an", Role.ADMIN)

    await arrives(talk, "1")
    await talk.later(minutes=1)

    assert (to.news(), an.news()) == ([TOLD], [])
    await to.presses("Chờ xếp")
    assert to.last.text.endswith("tin không đọc được")


async def test_what_broke_its_handler_is_told_too(talk: Talk) -> None:
    to = await official(talk, "tổ", Role.ORGANISER)
    async with talk.app.works.begin() as work:
        await holding.put(work.tx, holding.BROKEN, "chat:lan", "{}", "KeyError", work.now)

    await talk.later(minutes=1)

    assert to.news() == [TOLD]


async def test_a_flood_of_it_is_told_once_until_all_has_been_seen(talk: Talk) -> None:
    to = await official(talk, "tổ", Role.ORGANISER)
    for name in ("1", "2", "3"):
        await arrives(talk, name)
        await talk.later(minutes=5)
    assert to.news() == [TOLD]

    await sees_all(talk, to)
    await arrives(talk, "4")
    await talk.later(minutes=5)

    assert to.news() == [TOLD]


async def test_a_reply_that_was_told_by_itself_is_not_told_again(talk: Talk) -> None:
    to = await official(talk, "tổ", Role.ORGANISER)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)

    await tam.says("Tuần sau có tiền", reply_to="999", to_bot=True)
    assert [words for words in to.news() if words != TOLD] != []
    await talk.later(minutes=5)

    assert to.news() == []


async def test_where_there_is_no_organiser_the_admins_hear_it(talk: Talk) -> None:
    await arrives(talk, "1")
    await talk.later(minutes=5)
    an = await official(talk, "an", Role.ADMIN)

    await talk.later(minutes=1)

    assert an.news() == [TOLD]


async def test_it_waits_for_the_morning(talk: Talk) -> None:
    to = await official(talk, "tổ", Role.ORGANISER)
    await talk.later(hours=13)  # 23:00

    await arrives(talk, "1")
    await talk.later(minutes=1)
    assert to.news() == []
    await talk.later(hours=9)

    assert to.news() == [TOLD]
