"""Who asks is named on no page, also where they wrote their name themselves. All are invented."""

from dataclasses import replace

import httpx

from bot.domain.households import Bond, Consent, Household, HouseholdFacts, Relation
from storage import households, people
from tests.doubles.answers import Board
from tests.doubles.hall import SESSION, Hall

WORDS = "Nhà Thach Thi Sa Ray dột, con tui tên Kim Thị Hai. Kêu Trần Văn Bảy giùm."
READ = "Nhà ••• dột, con tui tên •••. Kêu Trần Văn Bảy giùm."


async def _is_called(town: Board, person_id: int, name: str) -> None:
    """The name is one that we know, of the person or of their household."""
    async with town.made.works.begin() as work:
        person = await people.get(work.tx, person_id)
        assert person is not None
        await people.save(work.tx, replace(person, name=name))


async def _household(town: Board, person_id: int, name: str) -> None:
    async with town.made.works.begin() as work:
        home = await households.make(
            work.tx, Household(id=0, name=name, ward="p7"), HouseholdFacts(), work.now
        )
        bond = Bond(
            household=home.id, person=person_id, relation=Relation.SELF, consent=Consent.CHAT
        )
        await households.bind(work.tx, bond, None, work.now)


async def test_the_wall_of_the_hall_shows_no_name_of_who_asks(
    town: Board, lan: httpx.AsyncClient
) -> None:
    hall = await Hall(town.made.works, town.clock).opens()
    called, waits = await hall.ask(WORDS), await hall.ask(WORDS)
    await hall.call(called)
    await _is_called(town, called.asker, "Thạch Thị Sa Rây")
    await _household(town, waits.asker, "Thạch Thị Sa Rây")

    page = (await lan.get(f"/live/{SESSION}")).text

    assert page.count(READ) == 2
    assert "Ray" not in page


async def test_the_page_of_answers_shows_no_name_of_who_asked(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012", WORDS)
    await _is_called(town, await town.asker("TV-0012"), "Thạch Thị Sa Rây")

    for path in ("/traloi", "/traloi/TV-0012", "/traloi?phuong=p1"):
        page = (await lan.get(path, follow_redirects=True)).text
        assert (READ in page, "Ray" in page) == (True, False), path
