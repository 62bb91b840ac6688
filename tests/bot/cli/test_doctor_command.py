"""``langnghe doctor``: also what would go wrong if something went wrong."""

import asyncio
import os
import subprocess
import sys

import pytest

from bot.domain.people import Role
from tests.conftest import ROOT, begun, settings_for
from tests.doubles.chat import Platform
from tests.doubles.clock import ManualClock
from tests.stories.cast import official

NOBODY = (
    "No admin can be told when Telegram is cut off: let one sign in on the web page as well, "
    "with the link of langnghe invite --role admin."
)


@pytest.mark.parametrize(
    ("channel", "token", "said"),
    [("telegram", "4711:invented", True), ("web", "4711:invented", False), ("telegram", "", False)],
)
def test_it_says_if_no_admin_would_hear_that_telegram_is_cut_off(
    url: str, channel: str, token: str, said: bool
) -> None:
    asyncio.run(_has_an_admin(url, channel))

    done = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        cwd=ROOT,
        env=os.environ | {"LANGNGHE_STORAGE__URL": url, "LANGNGHE_TELEGRAM__TOKEN": token},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (NOBODY in done.stdout.splitlines()) == said
    assert done.returncode == 0, done.stdout


async def _has_an_admin(url: str, channel: str) -> None:
    async with begun(settings_for(url), ManualClock(), Platform(channel)) as talk:
        await official(talk, "an", Role.ADMIN)
