"""Trouble that was seen while the clock was ahead, before somebody set it right."""

from datetime import timedelta

import pytest

from bot.domain.channels import State
from bot.domain.people import Role
from bot.services import alarms
from tests.doubles.chat import Talk
from tests.doubles.trouble import OVER, REFUSED, UNREACHABLE, Scene, beginnings, scene_of
from tests.stories.cast import official


@pytest.fixture
def scene(talk: Talk) -> Scene:
    return scene_of(talk)


async def test_it_ends_when_all_is_well_and_not_when_the_clock_is_there_again(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    await scene.lasts(10, State.REFUSED)
    scene.talk.clock.set(days=-2)

    await scene.lasts(70, State.POLLING)

    assert beginnings(an) == [REFUSED, OVER]


async def test_it_is_told_when_it_has_lasted(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    await scene.lasts(10, State.UNREACHABLE)
    scene.talk.clock.set(days=-2)

    await scene.lasts(40, State.UNREACHABLE)

    assert beginnings(an) == [UNREACHABLE]


async def test_it_is_told_again_after_a_day(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    await scene.lasts(0, State.REFUSED)
    scene.talk.clock.set(days=-2)
    await scene.lasts(0, State.REFUSED)

    await scene.talk.clock.move(hours=25)
    await scene.lasts(0, State.REFUSED)

    assert beginnings(an) == [REFUSED, REFUSED]


async def test_what_could_not_be_stored_later_is_told_too(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    for ahead in (0, -2):
        scene.talk.clock.set(days=ahead)
        async with scene.talk.app.works.begin() as work:
            await alarms.stored_again(work, work.now - timedelta(minutes=1))
        await scene.talk.clock.move(hours=2)
        async with scene.talk.app.works.begin() as work:
            await alarms.tell_unstored(work)
        await scene.talk.settle()

    assert len(an.news()) == 2
