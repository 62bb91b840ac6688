"""A ward whose people the bot knows: made before programs begin, counted when all is over."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.messages import Outgoing
from storage import addresses, broadcasts, people
from storage.broadcasts import Circle, To
from tests.conftest import connected
from tests.doubles.postgres import ask
from tests.doubles.telegram import User
from tests.soak.crashes import Heard, order

WARD = "p7"


def places(residents: Sequence[User]) -> list[str]:
    """Where they can be written to."""
    return [f"telegram:{one.id}" for one in residents]


async def move_in(url: str, chats: Sequence[str], now: datetime, *, follow: bool = False) -> None:
    """People who have consented and live in the ward; those who ``follow`` hear its bulletins."""
    database = await connected(url)
    async with database.transaction() as tx:
        for chat in chats:
            person = await people.make(tx, "vi", now)
            await people.save(tx, replace(person, ward=WARD))
            await people.consent(tx, person.id, 1, now)
            await addresses.put(tx, chat, now, person=person.id)
            if follow:
                await broadcasts.subscribe(tx, person.id, WARD, now)
    await database.close()


async def broadcast(url: str, *texts: str) -> None:
    """Each of the texts, to everybody who follows."""
    database = await connected(url)
    async with database.transaction() as tx:
        for text in texts:
            words = {"vi": Outgoing(text=text)}
            await broadcasts.make(
                tx, Circle(to=To.FOLLOWERS, ward=WARD), texts=words, now=datetime.now(UTC)
            )
    await database.close()


OPEN = (
    "SELECT (SELECT COUNT(*) FROM inbox WHERE state IN ('new', 'working'))"
    " + (SELECT COUNT(*) FROM outbox WHERE state IN ('queued', 'sending'))"
    " + (SELECT COUNT(*) FROM broadcasts WHERE state <> 'done')"
)


async def calm(url: str, within: float) -> None:
    """Wait until nothing is left to work on and nothing is left to say."""
    async with asyncio.timeout(within):
        while True:
            if await ask(url, OPEN) == [(0,)]:
                return
            await asyncio.sleep(0.3)


async def nothing_is_missing(url: str, *, questions: int, copies: int) -> None:
    """So many people have asked, one question each, and so many copies of bulletins went out."""

    async def look(sql: str) -> list[tuple[object, ...]]:
        return await ask(url, sql)

    numbers = [(f"TV-{number:04}",) for number in range(1, questions + 1)]
    assert await look("SELECT number FROM questions ORDER BY number") == numbers
    assert await look("SELECT COUNT(DISTINCT asker) FROM questions") == [(questions,)]
    assert await look("SELECT COUNT(*) FROM history") == [(questions,)]
    assert await look("SELECT DISTINCT state FROM inbox") == [("done",)]
    assert await look("SELECT DISTINCT state FROM outbox") == [("sent",)]
    assert await look("SELECT COUNT(*) FROM drafts") == [(0,)]
    assert await look("SELECT COUNT(*) FROM holding") == [(0,)]
    made = "SELECT COUNT(*) FROM outbox WHERE broadcast IS NOT NULL"
    assert await look(made) == [(copies,)]


def all_was_heard(
    said: Sequence[Heard], followers: Sequence[User], texts: Sequence[str], askers: Sequence[User]
) -> None:
    """Followers heard every text, askers both answers, each in its order."""
    told = order(said)
    assert set(told) == {one.id for one in (*followers, *askers)}
    for one in followers:
        assert [words for words in told[one.id] if words in texts] == list(texts)
    for one in askers:
        answers = [words for words in told[one.id] if words not in texts]
        assert ["cô chú bấm Đúng rồi, gửi đi" in words for words in answers] == [True, False]
        assert ["đã gửi câu hỏi của cô chú cho" in words for words in answers] == [False, True]
