"""A city moves from one database engine to another: everybody goes on where they were."""

from bot.domain.people import Role
from storage import inbox, outbox
from storage.outbox import Priority
from tests.conftest import begun, settings_for
from tests.doubles.chat import Platform
from tests.doubles.clock import ManualClock
from tests.doubles.moving import Way
from tests.stories.cast import ANSWER, BANK, INSURANCE, answers, asks, official, resident


async def test_who_had_asked_gets_the_answer_and_new_questions_get_new_numbers(
    way: Way, clock: ManualClock
) -> None:
    platform = Platform()
    async with begun(settings_for(way.source), clock, platform) as talk:
        lan = await resident(talk, "lan")
        minh = await official(talk, "minh", Role.OFFICER, BANK)
        await official(talk, "hoa", Role.HEAD, BANK)
        assert await asks(lan) == "TV-0001"
        await answers(minh, minh.find("TV-0001"))

    await way.move()

    async with begun(settings_for(way.target), clock, platform) as talk:
        for _ in range(100):
            next(talk.ids)  # the platform goes on counting
        await talk.person("hoa").presses("Duyệt")  # on the card from before
        await talk.later(hours=7)
        assert ANSWER in talk.person("lan").last.text
        lan, minh = talk.person("lan"), talk.person("minh")
        assert await asks(lan, INSURANCE) == "TV-0002"
        await resident(talk, "tư")
        assert await asks(talk.person("tư")) == "TV-0003"
        await minh.presses("Nhận")
        assert "TV-0003" in minh.last.text


async def test_what_was_on_its_way_when_the_program_died_is_worked_on_and_sent_after_the_move(
    way: Way, clock: ManualClock
) -> None:
    platform = Platform()
    async with begun(settings_for(way.source), clock, platform) as talk:
        talk.hands_nothing_over()
        await talk.app.intake.store([talk.person("lan").inbound(text="/start")])
        while await talk.app.dispatch.step() or not talk.app.dispatch.idle:
            await talk.app.dispatch.drain()
        await talk.app.intake.store([talk.person("minh").inbound(text="/start")])
        async with talk.app.works.database.transaction() as tx:
            assert len(await inbox.claim(tx, clock.now(), 1)) == 1
            sending = await outbox.claim(tx, platform.name, clock.now(), 1, Priority.BROADCAST)
            assert len(sending) == 1
    assert platform.chats == {}

    await way.move()

    async with begun(settings_for(way.target), clock, platform) as talk:
        await talk.delivery.take_over()  # as whoever begins to send does
        await talk.settle()
    assert {chat: len(heard) for chat, heard in platform.chats.items()} == {"lan": 1, "minh": 1}
