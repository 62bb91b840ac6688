"""The people of a load: what they say, when, and how long they wait for the answer."""

import asyncio
import json
import random
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count

from bench.rig import ROOT, example
from bench.server import BotApi, Json
from bot.domain.questions import Sensitive
from bot.understanding import masking
from bot.understanding.routing import Router

EXAMPLES = ROOT / "bot/understanding/examples.jsonl"


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a person, and how many it is answered with."""

    words: str
    answers: int = 1
    press: bool = False  #: the words are the beginning of a button's action, not of a message


Script = tuple[Step, ...]


def typed(number: int) -> Script:
    """Registration, then a question. Everything typed: an update is one message, as in an echo."""
    return (
        Step("/start"),
        Step("Đồng ý", answers=2),
        Step("Phường 7"),
        Step("Khóm 2"),
        Step("Đăng ký dự đối thoại"),
        Step("1"),
        Step("Thạch Thị Sa Mươl"),
        Step(f"09{number % 10**8:08d}"),
        Step("1"),
        Step(_question(number)),
        Step("1"),
    )


def pressed(number: int) -> Script:
    """The same as people do it: buttons where there are buttons. Each press is acknowledged too."""
    return (
        Step("/start"),
        Step("agree", answers=2, press=True),
        Step("ward:p7", press=True),
        Step("hamlet:", press=True),
        Step("signup", press=True),
        Step("category", press=True),
        Step("Thạch Thị Sa Mươl"),
        Step(f"09{number % 10**8:08d}"),
        Step("signupyes", press=True),
        Step(_question(number)),
        Step("send", press=True),
    )


def echoed(script: Callable[[int], Script]) -> Callable[[int], Script]:
    """The same words to somebody who answers each of them once, and shows no buttons."""

    def plain(number: int) -> Script:
        return tuple(replace(step, answers=1) for step in script(number))

    return plain


def _question(number: int) -> str:
    """No two are the same, so that nobody gains by remembering the last one."""
    questions = _questions()
    return f"{questions[number % len(questions)]} Nhà tui hẻm {number}."


@cache
def _questions() -> list[str]:
    """The sample's questions that get one answer: no cry for help, no number that is left out."""
    rows = [json.loads(line) for line in EXAMPLES.read_text("utf-8").splitlines()]
    asked = [row["text"] for row in rows if row["from"] == "sample" and row["agency"] != "none"]
    router = Router(example().topics)
    calm = [one for one in asked if router.suggest(one).sensitive is not Sensitive.CRISIS]
    return [one for one in calm if not masking.mask(one).left_out]


@dataclass(slots=True)
class Dialogue:
    """One person in the middle of a script."""

    chat: int
    script: Script
    at: int = -1  #: which step was said last
    missing: int = 0  #: answers still to come
    asked: float = 0.0
    free_at: float = 0.0  #: from when the person may write again
    breaks_off: int = 0  #: after so many steps, if not at the end
    buttons: list[str] = field(default_factory=list)  #: shown with the last answers


class Crowd:
    """People who talk to the bot, each step when the one before was answered."""

    def __init__(self, api: BotApi, script: Callable[[int], Script], *, seed: int = 1) -> None:
        self.answered: list[tuple[float, float]] = []  #: (moment, seconds until the first answer)
        self.finished = 0  #: scripts that came to their end
        self.settled = asyncio.Event()  #: a closed loop has its even mixture of steps
        self.others: list[float] = []  #: when messages to anybody else were let through
        self.answers: list[float] = []  #: when messages to one of the crowd were
        self._api = api
        self._script = script
        self._numbers = count(seed)
        self._talks: dict[int, Dialogue] = {}
        self._idle: deque[Dialogue] = deque()
        self._closed_loop = False
        self._unsettled = 0
        self._rest = 0.0
        api.heard = self._hears

    # --- closed loop: the next message on the answer ----------------------------------------------

    def talk(self, people: int) -> None:
        """``people`` at once; a person who has finished makes way for a new one.

        The first ones break off after one step, two steps …, or all would ask their question at
        the same time: from then on every step is as frequent as any other.
        """
        self._closed_loop, self._unsettled = True, people - people // 20
        for place in range(people):
            talk = self._comes()
            talk.breaks_off = 1 + place % len(talk.script)
            self._goes_on(talk)

    # --- open loop: messages at their own times, whatever the bot does ----------------------------

    async def write(self, per_second: float, seconds: float, *, rest: float = 0.0) -> None:
        """Poisson arrivals. Nobody writes within ``rest`` seconds of their last answer."""
        self._rest, chance = rest, random.Random(1)
        loop = asyncio.get_running_loop()
        at, end = loop.time(), loop.time() + seconds
        while (at := at + chance.expovariate(per_second)) < end:
            await asyncio.sleep(max(0.0, at - loop.time()))
            self._goes_on(self._somebody())

    def _somebody(self) -> Dialogue:
        if self._idle and self._idle[0].free_at <= time.perf_counter():
            return self._idle.popleft()
        return self._comes()

    # --- one dialogue -----------------------------------------------------------------------------

    def _comes(self) -> Dialogue:
        number = next(self._numbers)
        chat = 1_000_000 + number
        self._talks[chat] = Dialogue(chat, self._script(number))
        return self._talks[chat]

    def _goes_on(self, talk: Dialogue) -> None:
        talk.at += 1
        step = talk.script[talk.at]
        talk.missing, talk.asked = step.answers, time.perf_counter()
        if step.press:
            self._api.presses(talk.chat, _button(talk.buttons, step.words))
        else:
            self._api.says(talk.chat, step.words)
        talk.buttons = []

    def _hears(self, chat: int, fields: Json, now: float) -> None:
        talk = self._talks.get(chat)
        if talk is None:
            self.others.append(now)
            return
        self.answers.append(now)
        if talk.missing == talk.script[talk.at].answers:
            self.answered.append((now, now - talk.asked))
        talk.missing -= 1
        talk.buttons += _shown(fields)
        if talk.missing == 0:
            self._was_answered(talk, now)

    def _was_answered(self, talk: Dialogue, now: float) -> None:
        complete = talk.at + 1 == len(talk.script)
        over = complete or talk.at + 1 == talk.breaks_off
        if over:
            self.finished += complete
            self._leaves(talk)
        if self._closed_loop:
            self._goes_on(self._comes() if over else talk)
        elif not over:
            talk.free_at = now + self._rest
            self._idle.append(talk)

    def _leaves(self, talk: Dialogue) -> None:
        del self._talks[talk.chat]
        if talk.breaks_off:
            self._unsettled -= 1
            if self._unsettled == 0:
                self.settled.set()

    # --- what came of it --------------------------------------------------------------------------

    def unanswered(self) -> str:
        """What most of those who wait have said, to find out why nobody answers them."""
        waiting = [talk for talk in self._talks.values() if talk.missing]
        said = Counter(f"{talk.at + 1}. {talk.script[talk.at].words[:30]}" for talk in waiting)
        return ", ".join(f"{many} wait after “{words}”" for words, many in said.most_common(3))

    def still_waiting(self) -> list[float]:
        """How long those without an answer have waited, in seconds."""
        now = time.perf_counter()
        talks = self._talks.values()
        return [now - one.asked for one in talks if one.missing == one.script[one.at].answers]

    def waits(self, since: float, until: float) -> list[float]:
        """How long answers took that came between two moments, in seconds."""
        return [wait for at, wait in self.answered if since <= at < until]


def _shown(fields: Json) -> Iterator[str]:
    markup = fields.get("reply_markup")
    if isinstance(markup, dict):
        for row in markup["inline_keyboard"]:
            for button in row:
                yield button.get("callback_data", "")


def _button(shown: list[str], begins: str) -> str:
    """The data of a button that was shown; whoever shows none is sent the action as it is."""
    return next((data for data in shown if data.startswith(begins)), begins)
