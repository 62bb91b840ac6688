"""Words that waited too long for consent go, with all that a chat holds of them, and no others."""

from datetime import timedelta

import pytest

from bot.scheduler import Tick, perform
from bot.services.residents import onboarding
from bot.services.sessions import housekeeping
from bot.work import Works
from storage import files
from storage.database import Database
from storage.mailboxes import append
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import said, works_over

CHAT = "lan"


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def _writes(works: Works, text: str) -> None:
    """Words with a file, on the web page."""
    async with works.begin() as work:
        file = files.named(f"{text}.txt", text.encode())
        kept = timedelta(days=9)
        await files.put(
            work.tx, file, b"bytes", now=work.now, for_how_long=kept, address=f"line:{CHAT}"
        )
        await append(work.tx, CHAT, {"text": text}, work.now)
        await onboarding.hold(work, said(text, chat=CHAT))


async def _left(url: str) -> tuple[int, list[str], list[str]]:
    """How many words wait, what the page shows, which files are kept."""
    [(waiting,)] = await ask(url, "SELECT COUNT(*) FROM held_words")
    shown = await ask(url, "SELECT body FROM web_mailbox WHERE kind <> 'gone' ORDER BY id")
    kept = await ask(url, "SELECT name FROM files ORDER BY id")
    return waiting, [body for (body,) in shown], [name for (name,) in kept]


async def test_of_one_chat_what_is_a_day_old_goes_and_what_is_newer_stays(
    works: Works, clock: ManualClock, url: str
) -> None:
    await _writes(works, "cũ")
    await clock.move(hours=23)
    await _writes(works, "mới")
    await clock.move(hours=1, minutes=20)

    await perform(works, Tick(1, housekeeping.erase_unconsented))
    assert await _left(url) == (1, ['{"text":"mới"}'], ["mới.txt"])
    await clock.move(hours=23)
    await perform(works, Tick(1, housekeeping.erase_unconsented))

    assert await _left(url) == (0, [], [])


async def test_what_others_wrote_stays(works: Works, clock: ManualClock, url: str) -> None:
    await _writes(works, "cũ")
    async with works.begin() as work:
        await onboarding.hold(work, said("khác", chat="minh"))
    await clock.move(hours=1)
    async with works.begin() as work:
        await onboarding.decline_consent(work, f"line:{CHAT}")

    assert await _left(url) == (1, [], [])
