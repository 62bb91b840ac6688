"""The library's memory: it follows what is released, here and elsewhere, and starts anew."""

from dataclasses import replace

from bot.services.answers import library
from bot.understanding.similar import Similar
from bot.work import Works
from tests.doubles.answers import Board
from tests.doubles.chat import Talk


async def numbers(works: Works, asked: str, *, ward: str = "", page: int = 0) -> list[str]:
    async with works.look() as work:
        found = await library.search(work, asked, ward=ward, page=page)
    return [one.number for one in found.answers]


async def test_an_answer_is_found_once_it_is_public(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    bulletin = await board.put("TV-0001", "Cầu khỉ gãy", public=False)
    await library.refresh(talk.app.works)
    before = await numbers(talk.app.works, "cau khi")
    await board.air(bulletin)
    await library.refresh(talk.app.works)

    assert (before, await numbers(talk.app.works, "cau khi")) == ([], ["TV-0001"])


async def test_another_process_finds_what_this_one_released(talk: Talk) -> None:
    other = replace(talk.app.works, similar=Similar())
    await library.refresh(other)
    await Board(talk.app, talk.clock).put("TV-0001", "Cầu khỉ gãy")
    await library.refresh(other)

    assert await numbers(other, "cau khi") == ["TV-0001"]


async def test_everything_is_held_again_after_a_start_a_page_at_a_time(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    for number in range(7):
        await board.put(f"TV-000{number}", f"Cầu khỉ số {number} gãy")
    started = replace(talk.app.works, similar=Similar())
    await library.refresh(started, page=2)

    assert len(started.similar) == 7


async def test_what_was_committed_late_by_a_clock_behind_is_held_too(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    late = await board.put("TV-0001", "Cầu khỉ gãy", public=False)
    await board.put("TV-0002", "Đèn đường tắt")
    await library.refresh(talk.app.works)
    await talk.clock.move(minutes=-5)
    await board.air(late)
    await talk.clock.move(minutes=5)
    await library.refresh(talk.app.works)

    assert await numbers(talk.app.works, "cau khi") == ["TV-0001"]


async def test_both_answers_to_a_question_that_was_reopened_are_found(talk: Talk) -> None:
    await Board(talk.app, talk.clock).put("TV-0001", "Cầu khỉ gãy")
    await Board(talk.app, talk.clock).answer_again("TV-0001", "Cầu khỉ đã sửa xong rồi bà con.")
    await library.refresh(talk.app.works)

    assert await numbers(talk.app.works, "cau khi") == ["TV-0001", "TV-0001"]


async def test_a_search_has_pages(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    for number in range(7):
        await board.put(f"TV-000{number}", "Cầu khỉ gãy")
    await library.refresh(talk.app.works)

    first, second = [await numbers(talk.app.works, "cau khi", page=page) for page in (0, 1)]

    assert (len(first), len(second), len({*first, *second})) == (5, 2, 7)


async def test_a_page_says_whether_there_is_another(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    more = {}
    for number in range(1, 8):
        await board.put(f"TV-000{number}", "Cầu khỉ gãy")
        await library.refresh(talk.app.works)
        async with talk.app.works.look() as work:
            more[number] = (await library.search(work, "cau khi")).more

    assert [number for number, says_so in more.items() if says_so] == [6, 7]


async def test_what_holds_no_more_stands_behind_everything_that_does(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    for number in range(1, 9):
        await board.put(f"TV-000{number}", "Cầu khỉ gãy")
    for number in (2, 4, 6):
        await board.ends(f"TV-000{number}")
    await library.refresh(talk.app.works)

    pages = [await numbers(talk.app.works, "cau khi", page=page) for page in (0, 1)]

    assert [set(one) for one in pages] == [
        {"TV-0001", "TV-0003", "TV-0005", "TV-0007", "TV-0008"},
        {"TV-0002", "TV-0004", "TV-0006"},
    ]


async def test_an_answer_that_several_wards_hear_is_shown_once(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    await board.put("TV-0001", "Cầu khỉ gãy", ward="p1")
    for number in range(2, 7):
        await board.put(f"TV-000{number}", "Đèn đường khóm 5 tắt, cầu khỉ cũng tối", ward="p1")
    await board.hears_too("TV-0001", "p7")
    await library.refresh(talk.app.works)

    found = [one for page in (0, 1) for one in await numbers(talk.app.works, "cau khi", page=page)]

    assert sorted(found) == [f"TV-000{number}" for number in range(1, 7)]


async def test_one_ward_is_looked_at_if_asked(talk: Talk) -> None:
    board = Board(talk.app, talk.clock)
    await board.put("TV-0001", "Cầu khỉ gãy", ward="p1")
    await board.put("TV-0002", "Cầu khỉ gãy", ward="p7")
    await library.refresh(talk.app.works)

    assert await numbers(talk.app.works, "cau khi", ward="p7") == ["TV-0002"]


async def test_without_tantivy_a_search_says_that_it_is_off(talk: Talk) -> None:
    works = replace(talk.app.works, similar=Similar(available=False))
    await Board(talk.app, talk.clock).put("TV-0001", "Cầu khỉ gãy")
    await library.refresh(works)
    async with works.look() as work:
        found = await library.search(work, "cầu khỉ")

    assert (found.off, found.answers) == (True, [])
