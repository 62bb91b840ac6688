"""An oral answer in the hall, where others ask the same: for all, or for that one alone."""

from dataclasses import dataclass, replace

import pytest

from bot.domain.clusters import OWN_CASE
from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Question
from bot.scheduler import TABLE, perform
from bot.services.answers import answers
from bot.services.asking.questions import reopen
from bot.services.hall import board, closing
from bot.services.hall.closing import Counts
from bot.services.queues import clusters
from storage import addresses, outbox, people, questions
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.hall import SESSION, Hall
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

WORDS = "Hồi nào nâng hẻm 84?"


@dataclass
class Ward:
    """A hall, the head of the ward committee, and three who ask the same."""

    hall: Hall
    url: str
    head: Person
    asked: list[Question]

    async def tick(self) -> None:
        for tick in TABLE:
            await perform(self.hall.works, tick)

    async def counts(self) -> Counts:
        async with self.hall.works.look() as work:
            return await closing.counts(work, SESSION)

    async def heard(self) -> list[str]:
        """What each was told last, but for the date that they were promised."""
        sql = "SELECT payload FROM outbox WHERE address = 'line:{}' ORDER BY id DESC"
        rows = [await ask(self.url, sql.format(one.asker)) for one in self.asked]
        texts = [outbox.outgoing_from_json(found[0][0]).text for found in rows]
        return [text.partition(" Cơ quan sẽ")[0] for text in texts]

    async def statuses(self) -> list[str]:
        async with self.hall.works.look() as work:
            found = [await questions.get(work.tx, one.id) for one in self.asked]
        return [one.status.value for one in found if one]


@pytest.fixture
async def ward(database: Database, clock: ManualClock, url: str) -> Ward:
    hall = await Hall(works_over(database, clock), clock).opens()
    asked = [await hall.ask(f"{WORDS} {name}") for name in ("Lan", "Bảy", "Út")]
    async with hall.works.begin() as work:
        for one in asked:
            await addresses.put(work.tx, f"line:{one.asker}", work.now, person=one.asker)
        made = await people.make(work.tx, "vi", work.now)
        grant = Grant(Role.HEAD, "ubnd_phuong@p7")
        await people.give_role(work.tx, made.id, grant, None, work.now)
        head = Person(id=made.id, grants=frozenset({grant}))
        await clusters.join(work, head, asked[0].id, [one.id for one in asked[1:]])
    return Ward(hall, url, head, asked)


async def test_an_oral_answer_to_the_head_serves_all_once_it_is_confirmed(ward: Ward) -> None:
    await ward.hall.call(ward.asked[0])
    await ward.hall.answer(ward.asked[0], "Tháng sau nâng hẻm 84.")
    await ward.hall.close()
    await ward.tick()
    assert await ward.statuses() == ["drafted"] * 3

    async with ward.hall.works.begin() as work:
        await answers.approve(work, ward.head, ward.asked[0].id)
    await ward.tick()

    assert await ward.statuses() == ["approved"] * 3


async def test_an_oral_answer_to_another_of_them_is_for_that_one_alone(ward: Ward) -> None:
    await ward.hall.call(ward.asked[1])
    await ward.hall.answer(ward.asked[1], "Nhà chị Bảy thì mai có người tới.")
    assert await ward.counts() == Counts(oral=1, left=2)
    await ward.hall.close()
    await ward.tick()

    assert await ward.statuses() == ["waiting", "drafted", "waiting"]
    assert await ward.counts() == Counts(oral=1, left=2)


async def test_all_who_ask_the_same_hear_what_was_said_in_the_hall(ward: Ward) -> None:
    await ward.hall.answer(ward.asked[0], "Tháng sau nâng hẻm 84.")
    assert await ward.counts() == Counts(oral=3, left=0)

    await ward.hall.close()

    assert await ward.heard() == [
        f"Câu {one.number} đã được UBND phường 7 trả lời tại buổi: “Tháng sau nâng hẻm 84.”"
        for one in ward.asked
    ]
    assert await ward.counts() == Counts(oral=3, left=0)


async def test_words_of_another_agency_serve_the_one_alone_to_whom_they_were_said(
    ward: Ward,
) -> None:
    async with ward.hall.works.begin() as work:
        await board.answer(work, ward.hall.clerk, SESSION, ward.asked[0].id, "bhxh", "Mai đổi thẻ.")

    assert await ward.counts() == Counts(oral=1, left=2)
    await ward.hall.close()
    await ward.tick()

    assert await ward.statuses() == ["drafted", "waiting", "waiting"]
    assert await ward.counts() == Counts(oral=1, left=2)


async def test_who_was_called_and_answered_apart_keeps_words_of_their_own(ward: Ward) -> None:
    await ward.hall.answer(ward.asked[0], "Tháng sau nâng hẻm 84.")
    await ward.hall.answer(ward.asked[1], "Nhà chị Bảy thì mai có người tới.")

    await ward.hall.close()
    await ward.tick()

    said = [text.partition(": ")[2] for text in await ward.heard()]
    everyone = "“Tháng sau nâng hẻm 84.”"
    assert said == [everyone, "“Nhà chị Bảy thì mai có người tới.”", everyone]
    assert await ward.statuses() == ["drafted"] * 3


async def test_what_is_said_to_whoever_has_a_case_of_their_own_is_for_them_alone(
    ward: Ward,
) -> None:
    bay = await _has_a_case_of_their_own(ward)
    await ward.hall.answer(bay, "Nhà chị Bảy thì mai có người tới.")
    await ward.hall.close()
    newest = f"SELECT text, private FROM answers WHERE question = {bay.id} ORDER BY id DESC"
    assert (await ask(ward.url, newest))[0] == ("Nhà chị Bảy thì mai có người tới.", 1)

    async with ward.hall.works.begin() as work:
        placed = await answers.approve(work, ward.head, bay.id)

    assert placed.at is None


async def _has_a_case_of_their_own(ward: Ward) -> Question:
    """Somebody who was answered, and said that their case is another one."""
    question = await ward.hall.ask("Hẻm 90 ngập hoài")
    async with ward.hall.works.begin() as work:
        await answers.submit(work, ward.head, question.id, "Tháng sau nâng hẻm 90.", private=True)
        await answers.approve(work, ward.head, question.id)
        found = await people.get(work.tx, question.asker)
        assert found is not None
        asker = replace(found, consented_at=work.now)
        back = await reopen(work, asker, question.id, "Nhà tôi ngập, hẻm khác", why=OWN_CASE)
    return back.question


async def test_a_returned_oral_answer_lets_all_wait_again(ward: Ward) -> None:
    await ward.hall.call(ward.asked[0])
    await ward.hall.answer(ward.asked[0], "Tháng sau nâng hẻm 84.")
    await ward.hall.close()
    await ward.tick()

    async with ward.hall.works.begin() as work:
        await answers.send_back(work, ward.head, ward.asked[0].id, "chưa chắc tháng sau")
    await ward.tick()

    assert await ward.statuses() == ["waiting"] * 3
