"""What may no longer be kept goes: all of it, a portion a transaction, and nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.people import Grant, Role
from bot.domain.questions import Question, Status
from bot.scheduler import Tick, perform
from bot.services.residents import registration
from bot.services.sessions import housekeeping
from bot.work import Work, Works
from storage import (
    addresses,
    audit,
    files,
    inbox,
    mailboxes,
    outbox,
    people,
    questions,
)
from storage.database import Database
from storage.outbox import Kind
from storage.portions import PORTION
from tests.bot.domain.test_questions import QUESTION
from tests.doubles.clock import ManualClock
from tests.doubles.moving import tell
from tests.doubles.postgres import ask
from tests.doubles.spine import said, works_over


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def _count(url: str, table: str) -> int:
    [(many,)] = await ask(url, f"SELECT COUNT(*) FROM {table}")
    return int(many)


# ── messages ─────────────────────────────────────────────────────────────────────────────────


async def _was_busy(works: Works, messages: int) -> None:
    """So many messages came and were answered, on the web page too; as many readings were noted."""
    async with works.begin() as work:
        came = [said("Dạ", chat=f"c{n}", id=f"{n}, {work.now}") for n in range(messages)]
        await inbox.store(work.tx, came, work.now)
        for one in await inbox.claim(work.tx, work.now, messages):
            await inbox.done(work.tx, one.id, work.now)
        for number in range(messages):
            await outbox.put(
                work.tx, address=f"line:{number}", kind=Kind.SEND, payload="", now=work.now
            )
            await mailboxes.append(work.tx, f"c{number}", {"text": "Dạ"}, work.now)
            await audit.note(work.tx, work.now, None, "read_private", f"person:{number}")
        claimed = await outbox.claim(work.tx, "line", work.now, messages)
        await outbox.sent(work.tx, claimed, work.now)


_KEPT = ("inbox", "outbox", "web_mailbox", "audit")


async def test_old_messages_go_a_portion_a_transaction_until_nothing_is_left(
    works: Works, clock: ManualClock, url: str
) -> None:
    await _was_busy(works, PORTION + 1)
    await clock.move(days=800)
    await _was_busy(works, 2)

    dropped = list[int]()
    while not dropped or dropped[-1]:
        async with works.begin() as work:
            dropped.append(await housekeeping.forget_finished(work))

    assert dropped == [PORTION, 1] * 4 + [0]
    assert [await _count(url, table) for table in _KEPT] == [2, 2, 2, 2]


async def test_what_is_still_to_be_kept_or_done_stays(
    works: Works, clock: ManualClock, url: str
) -> None:
    await _was_busy(works, 2)
    async with works.begin() as work:
        await inbox.store(work.tx, [said("new")], work.now)
        await outbox.put(work.tx, address="line:1", kind=Kind.SEND, payload="", now=work.now)
    await clock.move(days=29)
    await perform(works, Tick(1, housekeeping.forget_finished))
    assert [await _count(url, table) for table in _KEPT] == [3, 3, 2, 2]

    await clock.move(days=2)
    await perform(works, Tick(1, housekeeping.forget_finished))
    assert [await _count(url, table) for table in _KEPT] == [1, 1, 0, 2]


# ── people ───────────────────────────────────────────────────────────────────────────────────


async def _known(works: Works, chat: str, status: Status | None = None) -> int:
    """Somebody with a chat, and a question at this status."""
    async with works.begin() as work:
        person = await people.make(work.tx, "vi", work.now)
        await people.save(work.tx, replace(person, name=chat, ward="p7"))
        await people.consent(work.tx, person.id, 1, work.now)
        await addresses.put(work.tx, f"line:{chat}", work.now, person=person.id)
        if status:
            await questions.file(work.tx, _asked(person.id, chat, status))
    return person.id


def _asked(asker: int, number: str, status: Status) -> Question:
    return replace(QUESTION, id=0, number=number, asker=asker, status=status, taken_by=None)


async def _names(url: str) -> list[str]:
    rows = await ask(url, "SELECT name FROM people WHERE erased_at IS NULL ORDER BY name")
    return [name for (name,) in rows]


async def _look(
    works: Works,
    times: int = 1,
    *,
    looked_at: int = housekeeping.LOOKED_AT,
    forgotten: int = housekeeping.FORGOTTEN,
) -> None:
    async def forget(work: Work) -> int:
        return await housekeeping.forget_contacts(work, looked_at=looked_at, forgotten=forgotten)

    for _ in range(times):
        await perform(works, Tick(1, forget))


async def test_ninety_days_after_all_is_settled_it_is_forgotten_who_asked(
    works: Works, clock: ManualClock, url: str
) -> None:
    await _known(works, "settled", Status.CLOSED)
    await _known(works, "open", Status.TAKEN)
    official = await _known(works, "official")
    async with works.begin() as work:
        await people.give_role(work.tx, official, Grant(Role.OFFICER, "nhcsxh"), None, work.now)

    await clock.move(days=89)
    await _look(works)
    assert await _names(url) == ["official", "open", "settled"]
    await clock.move(days=2)
    await _known(works, "new")
    await _look(works)

    assert await _names(url) == ["new", "official", "open"]
    assert await ask(url, "SELECT address FROM questions WHERE number = 'settled'") == [("",)]
    async with works.look() as work:
        assert await addresses.get(work.tx, "line:settled") is None


async def test_a_walk_through_all_people_goes_on_where_it_stopped_and_begins_again(
    works: Works, clock: ManualClock, url: str
) -> None:
    for number in range(5):
        await _known(works, f"open {number}", Status.TAKEN)
    await _known(works, "settled", Status.CLOSED)
    await clock.move(days=91)

    await _look(works, times=2, looked_at=2)
    assert len(await _names(url)) == 6, "two of them were looked at each time"
    await _look(works, looked_at=2)
    assert await _names(url) == [f"open {number}" for number in range(5)]

    await tell(url, "UPDATE questions SET status = 'closed' WHERE number = 'open 0'")
    await _look(works, times=3, looked_at=2)
    assert await _names(url) == [f"open {number}" for number in range(1, 5)]


async def test_however_many_are_to_be_forgotten_few_are_at_once_and_all_in_the_end(
    works: Works, clock: ManualClock, url: str
) -> None:
    for number in range(5):
        await _known(works, f"settled {number}", Status.CLOSED)
    await clock.move(days=91)

    forgotten = []
    for _ in range(4):
        async with works.begin() as work:
            forgotten.append(await housekeeping.forget_contacts(work, forgotten=2))

    assert forgotten == [2, 2, 1, 0]
    assert await _names(url) == []


async def test_who_comes_to_a_session_that_is_still_to_come_is_kept_and_holds_up_nobody(
    works: Works, clock: ManualClock, url: str
) -> None:
    session = works.programme.sessions[0]
    comes = await _known(works, "comes", Status.CLOSED)
    await _known(works, "settled", Status.CLOSED)
    async with works.begin() as work:
        person = await people.get(work.tx, comes)
        assert person
        category = session.seat_groups[0].categories[0]
        lives_there = replace(person, consented_at=work.now, ward=session.wards[0])
        await registration.sign_up(work, lives_there, category=category, phone="")
    works.cache.put(
        replace(
            works.programme,
            sessions=(replace(session, starts_at=clock.now() + timedelta(days=200)),),
        )
    )
    await clock.move(days=91)

    await _look(works, times=2, forgotten=1)

    assert await _names(url) == ["comes"]


async def test_whose_household_had_to_do_with_a_session_lately_is_kept(
    works: Works, clock: ManualClock, url: str
) -> None:
    session = works.programme.sessions[0]
    signed_up = await _known(works, "signed up", Status.CLOSED)
    await _known(works, "settled", Status.CLOSED)
    start = clock.now() + timedelta(days=1)
    over = replace(session, starts_at=start, ends_at=start + timedelta(hours=3))
    works.cache.put(replace(works.programme, sessions=(over,)))
    await clock.move(minutes=1)
    async with works.begin() as work:
        person = await people.get(work.tx, signed_up)
        assert person
        lives_there = replace(person, consented_at=work.now, ward=session.wards[0])
        category = session.seat_groups[0].categories[0]
        await registration.sign_up(work, lives_there, category=category, phone="")
    await clock.move(days=90)

    await _look(works, times=2)

    assert await _names(url) == ["signed up"]


# ── files ────────────────────────────────────────────────────────────────────────────────────


async def test_files_whose_time_is_over_go_and_the_others_stay(
    works: Works, clock: ManualClock, url: str
) -> None:
    for days in (1, 1, 2):
        async with works.begin() as work:
            await files.keep(
                work.tx, "a.csv", b"a;b", now=work.now, for_how_long=timedelta(days=days)
            )
    await clock.move(days=1)

    await perform(works, Tick(60, housekeeping.forget_files))

    assert await _count(url, "files") == 1
