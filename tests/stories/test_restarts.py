"""The program is started anew between any two steps: the conversation goes on where it was."""

from bot.config import Settings
from bot.domain.people import Role
from storage import holding
from tests.conftest import begun
from tests.doubles.chat import Platform
from tests.doubles.clock import ManualClock
from tests.stories.cast import ANSWER, BANK, LOAN, official


class Town:
    """Lan and the bank, over a program that restarts whenever somebody does something."""

    def __init__(self, settings: Settings, clock: ManualClock) -> None:
        self.settings = settings
        self.clock = clock
        self.platform = Platform()
        self.step = 0

    async def says(self, chat: str, text: str, **fields: object) -> None:
        await self._does(chat, "says", text, **fields)

    async def presses(self, chat: str, label: str) -> None:
        await self._does(chat, "presses", label)

    async def _does(self, chat: str, what: str, words: str, **fields: object) -> None:
        async with begun(self.settings, self.clock, self.platform) as talk:
            self.step += 1
            for _ in range(self.step * 100):
                next(talk.ids)  # the platform goes on counting
            await getattr(talk.person(chat), what)(words, **fields)

    def last(self, chat: str) -> str:
        return list(self.platform.chats[chat].values())[-1].text


async def test_a_question_is_asked_and_answered_with_a_restart_before_every_step(
    settings: Settings, clock: ManualClock
) -> None:
    town = Town(settings, clock)
    async with begun(settings, clock, town.platform) as talk:
        await official(talk, "minh", Role.OFFICER, BANK)
        await official(talk, "hoa", Role.HEAD, BANK)

    await town.says("lan", LOAN)
    await town.presses("lan", "Đồng ý")
    await town.presses("lan", "Phường 7")
    await town.presses("lan", "Khóm 3")
    await town.presses("lan", "Đúng rồi, gửi đi")
    assert "TV-0001" in town.last("lan")

    await town.presses("minh", "Nhận")
    await town.presses("minh", "Trả lời")
    await town.says("minh", ANSWER)
    await town.presses("minh", "Gửi duyệt")
    await town.presses("hoa", "Duyệt")

    async with begun(settings, clock, town.platform) as talk:
        await talk.later(hours=7)
        assert len([one for one in talk.person("lan").heard if ANSWER in one]) == 1
        async with talk.app.works.look() as work:
            assert await holding.count(work.tx) == (0, None)


async def test_what_arrived_before_the_restart_is_answered_after_it(
    settings: Settings, clock: ManualClock
) -> None:
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        await talk.app.intake.store([talk.person("lan").inbound(text="/start")])

    assert platform.chats == {}
    async with begun(settings, clock, platform) as talk:
        await talk.settle()
        assert len(talk.person("lan").heard) == 1


async def test_what_was_to_be_said_before_the_restart_is_said_after_it_and_once(
    settings: Settings, clock: ManualClock
) -> None:
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        await talk.app.intake.store([talk.person("lan").inbound(text="/start")])
        while await talk.app.dispatch.step() or not talk.app.dispatch.idle:
            await talk.app.dispatch.drain()

    for _ in range(2):
        async with begun(settings, clock, platform) as talk:
            await talk.settle()
            assert len(talk.person("lan").heard) == 1


async def test_a_redelivered_message_is_asked_once_even_a_day_and_a_restart_later(
    settings: Settings, clock: ManualClock
) -> None:
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        hello = talk.person("lan").inbound(text="/start")
        await talk.arrive(hello, hello)
    await clock.move(days=1)

    async with begun(settings, clock, platform) as talk:
        await talk.arrive(hello)
        assert len(talk.person("lan").heard) == 1
