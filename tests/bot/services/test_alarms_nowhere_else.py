"""Trouble with the only channel that people have: told where it can be heard, or afterwards."""

from collections.abc import AsyncIterator

import pytest

from bot.config import Settings
from bot.domain.channels import State
from bot.domain.people import Role
from bot.services import alarms
from storage import addresses, people
from tests.conftest import begun
from tests.doubles.chat import Platform
from tests.doubles.clock import ManualClock
from tests.doubles.trouble import CONFLICT, MENDED, UNDELIVERED, Scene, beginnings, scene_of
from tests.stories.cast import official


@pytest.fixture
async def telegram(settings: Settings, clock: ManualClock) -> AsyncIterator[Scene]:
    """One in which all that people have is the channel that may not go."""
    async with begun(settings, clock, Platform("telegram")) as talk:
        yield scene_of(talk)


@pytest.mark.parametrize(
    ("state", "words"), [(State.CONFLICT, CONFLICT), (State.UNDELIVERED, UNDELIVERED)]
)
async def test_where_only_hearing_is_in_trouble_who_has_nothing_else_hears_it_there(
    telegram: Scene, state: State, words: str
) -> None:
    an = await official(telegram.talk, "an", Role.ADMIN)

    await telegram.lasts(40, state, "502 Bad Gateway")

    assert beginnings(an) == [words]


async def test_a_channel_that_was_cut_off_before_speaks_again_whatever_else_ails_it(
    telegram: Scene,
) -> None:
    an = await official(telegram.talk, "an", Role.ADMIN)

    await telegram.lasts(20, State.UNREACHABLE)
    await telegram.lasts(50, State.CONFLICT)
    assert beginnings(an) == []
    await telegram.lasts(20, State.CONFLICT)
    assert beginnings(an) == [CONFLICT]


@pytest.mark.parametrize("state", [State.REFUSED, State.UNREACHABLE])
async def test_who_could_not_be_told_reads_afterwards_from_when_to_when_it_was(
    telegram: Scene, state: State
) -> None:
    an = await official(telegram.talk, "an", Role.ADMIN)

    await telegram.lasts(300, state)
    assert beginnings(an) == []
    await telegram.lasts(90, State.POLLING)
    assert beginnings(an) == [MENDED]
    await telegram.lasts(600, State.POLLING)
    assert beginnings(an) == []


async def test_whether_anybody_hears_of_a_channel_that_is_cut_off(telegram: Scene) -> None:
    async def nobody_hears() -> bool:
        async with telegram.talk.app.works.look() as work:
            return await alarms.reaches_nobody_without(work, "telegram")

    assert await nobody_hears()
    an = await official(telegram.talk, "an", Role.ADMIN)
    assert await nobody_hears()
    async with telegram.talk.app.works.begin() as work:
        known = await people.of_address(work.tx, str(an.address))
        assert known
        await addresses.put(work.tx, "web:4711", work.now, person=known.id)
    assert not await nobody_hears()
