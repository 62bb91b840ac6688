"""Nobody ever reads what is not for them, whatever they press: promise 10, walked through.

Everybody presses everything there is, in any order, with every number there is; after each step all
that anybody was shown is searched for secrets. ``views.py`` says which views there are.
"""

import random

import pytest

from handlers import ROUTES
from tests.doubles.chat import Talk
from tests.visibility import views
from tests.visibility.town import CAST, PLANTED, Town

#: What somebody writes into whatever waits for words.
_WORDS = (
    *("TV-0001", "TV-0003", "Kim Thị", "1", "2", "Thôi"),
    *("Vì nhà tôi ở xa quá.", "30/6, chờ vật tư"),
)


@pytest.fixture
async def town(talk: Talk, url: str) -> Town:
    return await Town(talk, url).settle_in()


async def _nobody_read_a_secret(town: Town, after: str) -> None:
    shown = [one for one in town.looks() if any(word in one[1] for word in PLANTED)]
    readers = await town.readers() if shown else {}
    for who, text in shown:
        for secret, may in readers.items():
            assert secret not in text or who in may, f"{who} read {secret} after {after}: {text}"


async def _walks(town: Town, who: str, chance: random.Random, share: float) -> None:
    """Press this share of everything there is, in some order, and write something now and then."""
    walker = town.people[who]
    steps = [
        f"{action}:{argument}"
        for action, about in views.PRESSES.items()
        if action not in views.ENDS
        for argument in town.arguments(about)
    ]
    for step in chance.sample(steps, int(len(steps) * share)):
        await town.presses(walker, step)
        if chance.random() < 0.2:
            await walker.says(chance.choice(_WORDS))
        await _nobody_read_a_secret(town, f"{who}: {step}")
    for command in sorted(views.COMMANDS):
        await walker.says(command)
        await _nobody_read_a_secret(town, f"{who}: {command}")


@pytest.mark.parametrize(
    ("share", "seed"),
    [
        pytest.param(0.3, 1, id="a third"),
        *(pytest.param(1.0, one, id=f"all, {one}", marks=pytest.mark.soak) for one in range(5)),
    ],
)
@pytest.mark.parametrize("who", CAST)
async def test_promise_10_whatever_somebody_presses_nobody_reads_what_is_not_for_them(
    town: Town, who: str, share: float, seed: int
) -> None:
    await _walks(town, who, random.Random(f"{who} {seed}"), share)


def test_every_view_is_known_here() -> None:
    """One that is not has to say what it is about, and is then walked through by everybody."""
    assert set(ROUTES.presses) == set(views.PRESSES)
    assert set(ROUTES.commands) == set(views.COMMANDS)
    assert set(ROUTES.steps) == set(views.STEPS)
    assert set(ROUTES.done) == set(views.DONE)
