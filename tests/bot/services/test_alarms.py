"""Trouble with a channel is told to who runs the bot: where it can be heard, once, and its end."""

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from bot.domain.channels import State
from bot.domain.people import Role
from bot.health import Finding, Health
from bot.lookout import EVERY, Lookout
from storage.database import Database, Tx, Unavailable
from tests.doubles.chat import Talk
from tests.doubles.trouble import (
    CONFLICT,
    OVER,
    REFUSED,
    UNDELIVERED,
    UNREACHABLE,
    Scene,
    Wire,
    beginnings,
    scene_of,
)
from tests.stories.cast import official


@pytest.fixture
def scene(talk: Talk) -> Scene:
    return scene_of(talk)


# ── when ─────────────────────────────────────────────────────────────────────────────────────


async def test_a_refused_token_is_told_at_once_and_once(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)

    await scene.lasts(0, State.REFUSED)
    assert beginnings(an) == [REFUSED]
    await scene.lasts(300, State.REFUSED)
    assert beginnings(an) == []


@pytest.mark.parametrize(
    ("state", "patience", "words"),
    [
        (State.CONFLICT, 10, CONFLICT),
        (State.UNREACHABLE, 30, UNREACHABLE),
        (State.UNDELIVERED, 30, UNDELIVERED),
    ],
)
async def test_other_trouble_is_told_when_it_has_lasted(
    scene: Scene, state: State, patience: int, words: str
) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)

    await scene.lasts(patience - EVERY, state, "502 Bad Gateway")
    assert beginnings(an) == []
    await scene.lasts(EVERY, state, "502 Bad Gateway")
    assert beginnings(an) == [words]


async def test_trouble_that_was_not_told_ends_unheard(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)

    await scene.lasts(20, State.UNREACHABLE)
    await scene.lasts(120, State.POLLING)

    assert beginnings(an) == []


async def test_the_end_is_told_once_when_all_has_been_well_for_a_minute(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    await scene.lasts(40, State.UNREACHABLE)
    an.news()

    await scene.lasts(60 - EVERY, State.POLLING)
    assert beginnings(an) == []
    await scene.lasts(EVERY, State.POLLING)
    assert an.news() == [
        "✅ Telegram đã chạy lại bình thường, trục trặc từ 10:00 thứ Tư 29/04. "
        "Anh chị không cần làm gì thêm."
    ]
    await scene.lasts(600, State.POLLING)
    assert beginnings(an) == []


async def test_trouble_that_comes_and_goes_is_one_trouble(scene: Scene) -> None:
    """Another poller and ours take turns: each of our polls ends well, or in a conflict."""
    an = await official(scene.talk, "an", Role.ADMIN)

    for _ in range(20):
        await scene.lasts(2, State.CONFLICT)
        await scene.lasts(30, State.POLLING)
    assert beginnings(an) == [CONFLICT]
    await scene.lasts(60, State.POLLING)
    assert beginnings(an) == [OVER]


async def test_each_kind_of_trouble_is_told_and_their_end_once(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)

    await scene.lasts(40, State.UNREACHABLE)
    await scene.lasts(300, State.REFUSED)
    await scene.lasts(40, State.UNREACHABLE)
    await scene.lasts(120, State.POLLING)

    assert beginnings(an) == [UNREACHABLE, REFUSED, OVER]


async def test_trouble_that_returns_later_is_told_again(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)

    for _ in range(2):
        await scene.lasts(0, State.REFUSED)
        await scene.lasts(120, State.LISTENING)

    assert beginnings(an) == [REFUSED, OVER, REFUSED, OVER]


async def test_it_is_told_at_night_too(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    await scene.talk.clock.move(hours=13)  # 23:00

    await scene.lasts(0, State.REFUSED)
    await scene.lasts(60, State.POLLING)

    assert beginnings(an) == [REFUSED, OVER]


async def test_trouble_that_lasts_is_told_once_a_day(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)

    await scene.lasts(0, State.REFUSED)
    for hour in range(1, 50):
        await scene.talk.clock.move(hours=1)
        await scene.lasts(0, State.REFUSED)
        assert beginnings(an) == ([REFUSED] if hour in (1, 24, 48) else [])


# ── by whom ──────────────────────────────────────────────────────────────────────────────────


async def test_a_restart_tells_nothing_again_and_takes_nothing_for_over(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    await scene.lasts(0, State.REFUSED)
    an.news()

    scene.lookout = Lookout(scene.talk.app.works, [scene.wire])
    await scene.talk.clock.move(hours=1)
    await scene.lasts(120, State.IDLE)
    await scene.lasts(120, State.STARTING)
    await scene.lasts(120, State.REFUSED)
    assert beginnings(an) == []
    await scene.lasts(60, State.POLLING)
    assert beginnings(an) == [OVER]


async def test_of_many_processes_that_see_it_one_tells(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    many = [Lookout(scene.talk.app.works, [scene.wire]) for _ in range(8)]

    for state in (State.REFUSED, State.POLLING):
        scene.wire.state = state
        for _ in range(2):
            await asyncio.gather(*(one.look() for one in many))
            await scene.talk.clock.move(minutes=2)
    await scene.talk.settle()

    assert beginnings(an) == [REFUSED, OVER]


async def test_it_is_not_over_while_another_process_still_sees_it(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    other = Lookout(scene.talk.app.works, [Wire(State.UNREACHABLE)])

    for _ in range(100):
        await other.look()
        await scene.lasts(EVERY, State.LISTENING)

    assert beginnings(an) == [UNREACHABLE]


async def test_a_memory_that_cannot_be_written_does_not_end_the_looking(scene: Scene) -> None:
    works = replace(scene.talk.app.works, database=Away())
    lookout = Lookout(works, [Wire(State.REFUSED), Wire(State.POLLING, name="zalo")])

    with capture_logs() as logs:
        await lookout.look()

    assert [(log["event"], log["channel"]) for log in logs] == [
        ("alarm_unavailable", "telegram"),
        ("alarm_unavailable", "zalo"),
        ("alarm_unavailable", "database"),
    ]


class Away(Database):
    """A database that answers nothing."""

    serial = True

    def transaction(self) -> AbstractAsyncContextManager[Tx]:
        raise Unavailable("disk full")

    def reading(self) -> AbstractAsyncContextManager[Tx]:
        raise Unavailable("disk full")

    async def close(self) -> None:
        """Nothing is open."""


# ── to whom, and where ───────────────────────────────────────────────────────────────────────


async def test_every_admin_hears_it_and_no_organiser(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    binh = await official(scene.talk, "bình", Role.ADMIN)
    chi = await official(scene.talk, "chi", Role.ORGANISER)

    await scene.lasts(0, State.REFUSED)

    assert [beginnings(one) for one in (an, binh, chi)] == [[REFUSED], [REFUSED], []]


async def test_where_there_is_no_admin_the_organisers_hear_it(scene: Scene) -> None:
    chi = await official(scene.talk, "chi", Role.ORGANISER)

    await scene.lasts(0, State.REFUSED)

    assert beginnings(chi) == [REFUSED]


async def test_who_writes_from_the_broken_channel_hears_it_on_another(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    await scene.moves_to_telegram(an, "4711")

    await scene.lasts(0, State.REFUSED)
    await scene.lasts(60, State.POLLING)

    assert beginnings(an) == [REFUSED, OVER]


async def test_who_can_be_reached_on_no_other_channel_is_passed_over(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    await scene.moves_to_telegram(an, "4711")
    await scene.closes(an)
    chi = await official(scene.talk, "chi", Role.ORGANISER)

    await scene.lasts(0, State.REFUSED)
    await scene.lasts(60, State.POLLING)

    assert beginnings(chi) == [REFUSED, OVER]


async def test_who_wants_no_messages_is_passed_over(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    chi = await official(scene.talk, "chi", Role.ORGANISER)
    await an.says("/ngung")
    an.news()

    await scene.lasts(0, State.REFUSED)

    assert (beginnings(an), beginnings(chi)) == ([], [REFUSED])


async def test_where_nobody_can_be_told_it_is_told_to_the_first_who_can(scene: Scene) -> None:
    await scene.lasts(600, State.REFUSED)

    an = await official(scene.talk, "an", Role.ADMIN)
    await scene.lasts(0, State.REFUSED)

    assert beginnings(an) == [REFUSED]


async def test_it_is_told_in_the_language_of_who_hears_it(scene: Scene) -> None:
    an = await official(scene.talk, "an", Role.ADMIN)
    await an.says("/ngonngu")
    await an.presses("English")
    an.news()

    await scene.lasts(40, State.UNDELIVERED, "Connection timed out")
    await scene.lasts(60, State.LISTENING)

    told, over = an.news()
    assert told.startswith(
        "⚠️ Telegram cannot deliver to my webhook, because: Connection timed out."
    )
    assert over.startswith("✅ Telegram works again; the trouble began")


# ── what else shows it ───────────────────────────────────────────────────────────────────────


async def test_the_findings_of_every_process_tell_it_while_it_lasts(scene: Scene) -> None:
    await scene.lasts(40, State.CONFLICT, "Conflict: terminated by other getUpdates request")
    health = Health(scene.talk.app.works, {})

    assert [one for one in await health.findings() if one.what.startswith("alarm")] == [
        Finding(
            "alarm telegram",
            1,
            40,
            ok=False,
            why="conflict; not told yet; Conflict: terminated by other getUpdates request",
        )
    ]
    await scene.talk.clock.move(seconds=60)
    assert [one for one in await health.findings() if one.what.startswith("alarm")] == []
