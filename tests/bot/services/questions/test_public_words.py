"""Officials read a question as it came; everyone else without the name of who asks. Invented."""

from dataclasses import replace

import pytest

from bot.domain.households import Bond, Consent, Household, HouseholdFacts, Relation
from bot.domain.questions import Question
from bot.services.hall import board
from bot.services.questions import public_words
from bot.services.residents import old_households, onboarding
from bot.services.sessions import papers
from bot.services.sessions.papers import Paper
from storage import households, people, questions
from storage.database import Database
from tests.bot.documents.reading import paragraphs
from tests.doubles.clock import ManualClock
from tests.doubles.hall import SESSION, Hall
from tests.doubles.spine import works_over

WORDS = "Thạch Thị Sa Rây xin vay, chừng nào có?"
READ = "••• xin vay, chừng nào có?"


@pytest.fixture
async def hall(database: Database, clock: ManualClock) -> Hall:
    return await Hall(works_over(database, clock), clock).opens()


async def _asked(hall: Hall) -> Question:
    """Of somebody whose name we know."""
    question = await hall.ask(WORDS)
    async with hall.works.begin() as work:
        asker = await people.get(work.tx, question.asker)
        assert asker is not None
        await people.save(work.tx, replace(asker, name="Thach Thi Sa Ray"))
    return question


async def _kept(hall: Hall, question: Question) -> str:
    async with hall.works.look() as work:
        found = await questions.get(work.tx, question.id)
    assert found is not None
    return found.text


async def test_a_clerk_reads_the_name_on_the_board_and_the_hall_does_not(hall: Hall) -> None:
    await _asked(hall)

    async with hall.works.look() as work:
        own = await board.lead(work, hall.clerk, SESSION)
        shown = await public_words.on_board(work, own)

    assert own.next[0].question.text == WORDS
    assert shown.next[0].question.text == READ


async def test_the_papers_of_a_session_name_nobody_who_asked(hall: Hall) -> None:
    question = await _asked(hall)
    agency = question.queue.agency

    pack = await papers.make(hall.works, SESSION, Paper.PACK, reader=hall.clerk, agency=agency)
    await hall.close()
    report = await papers.make(hall.works, SESSION, Paper.REPORT, reader=hall.clerk, agency="")

    for made in (pack, report):
        said = " ".join(paragraphs(made.content))
        assert ("Sa Rây" in said, "xin vay, chừng nào có?" in said) == (False, True)


async def test_who_is_forgotten_stays_unnamed_in_what_they_asked(hall: Hall) -> None:
    """Nobody would know the name any more that everyone must not read."""
    question = await _asked(hall)

    async with hall.works.begin() as work:
        asker = await people.get(work.tx, question.asker)
        assert asker is not None
        await onboarding.forget(work, asker)

    assert await _kept(hall, question) == READ


async def test_a_household_that_goes_stays_unnamed_in_what_was_asked_for_it(hall: Hall) -> None:
    question = await hall.ask(f"Tui tên Kim Thị Hai. {WORDS}")
    async with hall.works.begin() as work:
        unknown = Household(id=0, name="Thạch Thị Sa Rây", ward="p7")
        home = await households.make(work.tx, unknown, HouseholdFacts(), work.now)
        bond = Bond(
            household=home.id,
            person=question.asker,
            relation=Relation.ASSOCIATION,
            consent=Consent.SPOKEN,
        )
        await households.bind(work.tx, bond, None, work.now)
        await old_households.erase(work, home)

    assert await _kept(hall, question) == f"Tui tên Kim Thị Hai. {READ}"
