"""An office takes its time and then declines: who asked hears it, and is forgotten much later."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.stories.cast import BANK, asks, official, resident

REASON = "ngoài phần việc của ngân hàng"


async def declined_at_night(talk: Talk) -> Person:
    """Asked by day, and declined a hundred days later at eleven at night; returns who asked."""
    head = await official(talk, "hoa", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await asks(lan)
    await talk.clock.move(days=100, hours=13)
    await head.presses("Không trả lời")
    await head.says(REASON)
    lan.news()
    return lan


async def chats_of(url: str, person: Person) -> int:
    [(many,)] = await ask(url, f"SELECT COUNT(*) FROM addresses WHERE address = '{person.address}'")
    return int(many)


async def test_who_asked_reads_in_the_morning_that_it_was_declined_and_why(talk: Talk) -> None:
    lan = await declined_at_night(talk)

    await talk.later(minutes=10)
    assert lan.news() == []
    await talk.later(hours=8)

    assert [one for one in lan.news() if REASON in one] == [
        f"Dạ, Ngân hàng Chính sách không trả lời được câu TV-0001, vì: {REASON}. Cô chú còn điều "
        "muốn hỏi thì cứ nhắn cho em, hoặc nhắn /giup để xem số gọi."
    ]


async def test_the_ninety_days_begin_when_it_was_declined(talk: Talk, url: str) -> None:
    lan = await declined_at_night(talk)

    await talk.later(days=90)
    assert await chats_of(url, lan) == 1
    await talk.later(seconds=1)

    assert await chats_of(url, lan) == 0
