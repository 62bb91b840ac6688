"""People do things in no order at all, and nobody is ever stuck.

They write, press buttons of long ago, begin anew in the middle, correct words that have not arrived
yet, and all that on two devices at once. Whatever they did, they can still ask a question. ``make
test`` plays some dozens of such dialogues, ``make soak`` thousands.
"""

import asyncio
import random
import re

import pytest

from bot.config import Settings
from bot.domain.messages import Happened, Inbound
from tests.conftest import begun
from tests.doubles.chat import Person, Platform, Talk
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask

POSTGRES, SOAK = pytest.mark.postgres, pytest.mark.soak

#: How many dialogues go on at the same time, and how many things each of them does.
TOGETHER, STEPS = 50, 8

QUESTION = "Thẻ bảo hiểm y tế của má tôi hết hạn thì xin cấp lại ở đâu?"

COMMANDS = ("/start", "/hoi", "/cauhoi", "/lich", "/traloi", "/dulieu", "/ngung", "/giup", "/gi")

WORDS = (
    *COMMANDS,
    *("Đồng ý", "Không đồng ý", "Phường 7", "Khóm 3", "Bỏ qua", "Thôi", "Quay lại", "1", "2", "9"),
    *("Thạch Thị Lan", "0900000001", "đăng ký dự đối thoại", "Dạ", "ok", "😀", ""),
    *(QUESTION, "Đường vào khóm 5 ngập nước, chừng nào sửa?", "Xóa hết"),
)

#: What the buttons carry that lead on to a question that is filed, the farthest first.
ONWARD = ("send", "typed", "hamlet", "ward", "agree")


def _does_something(one: Person, chance: random.Random) -> Inbound:
    """Whatever comes to somebody's mind."""
    buttons = [choice for message in one.screen for choice in message.choices if choice.data]
    what = chance.random()
    if buttons and what < 0.45:
        press = chance.choice(buttons).data
        name = f"press {next(one.talk.ids)}"
        return one.inbound(happened=Happened.PRESSED, press=press, press_id=name)
    if what < 0.6:  # of words that are still to come, or never came
        later = f"{one.chat}/{next(one.talk.ids) + chance.randrange(20)}"
        text = chance.choice(WORDS) or "Dạ"
        return one.inbound(happened=Happened.EDITED, message_id=later, text=text)
    return one.inbound(text=chance.choice(WORDS))


async def _live(talk: Talk, dialogues: list[Person], chance: random.Random) -> None:
    """Some do one thing, some two at once; everything arrives in no order, some of it twice."""
    arriving = [
        _does_something(one, chance) for one in dialogues for _ in range(chance.choice((1, 1, 2)))
    ]
    chance.shuffle(arriving)
    parts = [arriving[number::3] for number in range(3)]
    await asyncio.gather(*(talk.app.intake.store(part) for part in parts))
    await talk.arrive(*chance.sample(arriving, len(arriving) // 5))


async def _asks_after_all(one: Person) -> None:
    """Within a dozen messages anybody has a number, by doing what the bot asks for."""
    before, had = len(one.heard), _numbers(one)
    for _ in range(12):
        label = _onward(one)
        if one.heard and "/start" in one.last.text:
            await one.says("/start")
        else:
            await (one.presses(label) if label else one.says(QUESTION))
        if _numbers(one) > had:
            return
    raise AssertionError(f"{one.chat} is stuck: {one.heard[before:]}")


def _onward(one: Person) -> str:
    """The button that leads on, among those of the newest messages; empty if none does."""
    for message in one.screen[-1:-4:-1]:
        actions = {choice.data.partition(":")[0]: choice.label for choice in message.choices}
        for action in ONWARD:
            if action in actions:
                return actions[action]
    return ""


def _numbers(one: Person) -> set[str]:
    """Of all questions that somebody was told of."""
    return set(re.findall(r"TV-\d+", "\n".join(one.heard)))


@pytest.mark.parametrize(
    ("engine", "many"),
    [
        pytest.param("sqlite", 50, id="sqlite, 50 dialogues"),
        pytest.param("postgres", 50, id="postgres, 50 dialogues", marks=POSTGRES),
        pytest.param("sqlite", 25_000, id="sqlite, 25,000 dialogues", marks=SOAK),
        pytest.param("postgres", 2_000, id="postgres, 2,000 dialogues", marks=(POSTGRES, SOAK)),
    ],
)
async def test_whatever_people_do_they_can_go_on(
    settings: Settings, url: str, clock: ManualClock, chance: random.Random, many: int
) -> None:
    for first in range(0, many, TOGETHER):
        async with begun(settings, clock, Platform()) as talk:
            dialogues = [talk.person(f"{n}") for n in range(first, first + TOGETHER)]
            for _ in range(STEPS):
                await _live(talk, dialogues, chance)
            for one in dialogues:
                await _asks_after_all(one)

    assert await ask(url, "SELECT DISTINCT state FROM inbox") == [("done",)]
    assert await ask(url, "SELECT DISTINCT state FROM outbox") == [("sent",)]
    assert await ask(url, "SELECT COUNT(*) FROM holding WHERE kind = 'broken'") == [(0,)]
