"""What broke on somebody is kept for an organiser, but not for ever whose chat it was."""

from bot.domain.messages import Unreadable
from bot.domain.people import Role
from storage import inbox
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import official, resident
from tests.stories.test_my_data import erases


async def _cannot_be_read(talk: Talk, person: Person) -> None:
    async with talk.app.works.begin() as work:
        where = person.address
        torn = Unreadable(channel=where.channel, id="77", raw=b"{", why="no JSON", chat=where.chat)
        await inbox.store(work.tx, [torn], work.now)
    await talk.settle()


async def _chats(url: str, table: str) -> list[str]:
    """The chats in a table, each once."""
    return [chat for (chat,) in await ask(url, f"SELECT DISTINCT address FROM {table} ORDER BY 1")]


async def test_whoever_has_everything_erased_leaves_no_chat_in_the_pen(
    talk: Talk, url: str
) -> None:
    lan = await resident(talk, "lan")
    await _cannot_be_read(talk, lan)
    assert await _chats(url, "holding") == [str(lan.address)]

    await erases(lan)

    assert await _chats(url, "holding") == [""]


async def test_a_month_after_an_organiser_has_seen_it_nothing_tells_whose_it_was(
    talk: Talk, url: str
) -> None:
    lan, to = await resident(talk, "lan"), await official(talk, "tổ", Role.ORGANISER)
    await _cannot_be_read(talk, lan)
    await talk.later(days=40)
    assert str(lan.address) not in await _chats(url, "inbox")
    assert await _chats(url, "holding") == [str(lan.address)], "nobody has seen it yet"

    await to.presses("Chờ xếp")
    await to.presses("Đã xem xong")
    await talk.later(days=40)

    assert await _chats(url, "holding") == [""]
