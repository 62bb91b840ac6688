"""The library: released answers that are found by their words.

Words are looked for in memory (``bot.understanding.similar``). What is shown is what SQL says that
everyone may read at that moment, and it is weighed on those words alone: what was private, sealed,
taken back or erased is not found, whatever is asked for.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta

from bot.domain.values import dataclass
from bot.services.answers.answers import for_everyone
from bot.understanding.similar import Entry, Hit, coverage, said, terms
from bot.work import Work, Works
from storage import answers
from storage.answers import Published

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)

#: Releases that become findable at once, and how many of them are made fit for everyone in a row:
#: few enough that nobody waits for it.
_PAGE, _AT_ONCE = 500, 4

#: What became public so long before the newest is read again: another process may have committed
#: it later, or by a clock that is behind.
_OVERLAP = timedelta(minutes=10)

#: How many releases one search looks at, and how many answers a page of it shows.
_LOOKED_AT, PAGE = 30, 5

#: How many of them are read at a time: a page, and whether there is another.
_READ_AT_ONCE = PAGE + 1

#: The share of what was looked for that has to stand in an answer.
_FOUND = 0.3

#: The longest search, in characters.
_LONGEST = 300

_NUMBER = re.compile(r"\s*([A-Za-z]{1,6}-\d{1,9})\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of search results."""

    answers: list[Published]
    more: bool = False
    off: bool = False  #: nothing can be looked for here


async def refresh(works: Works, page: int = _PAGE) -> None:
    """Hold what was released since the last time, and at first everything; a page at a time. What
    has gone to another office since then is held anew.
    """
    held, now = works.similar, works.clock.now()
    if not held.available:
        return
    moved = held.moved or now  # what has gone before is read where it is
    await _follow_releases(works, page)
    await _follow_moves(works, min(moved, now) - _OVERLAP, page)
    held.moved = max(held.moved or now, moved)


async def _follow_releases(works: Works, page: int) -> None:
    held, now = works.similar, works.clock.now()
    since, after = min(held.newest, now) - _OVERLAP if held.newest else _BEGINNING, 0
    while True:
        async with works.look() as work:
            found = await answers.public_since(work.tx, since, after, page)
        await _hold(works, found)
        if len(found) < page:
            return
        since, after = found[-1].at, found[-1].release


async def _follow_moves(works: Works, since: datetime, page: int) -> None:
    """Of what went there lately nothing is read that is held so already."""
    held, after = works.similar, 0
    while True:
        async with works.look() as work:
            found = await answers.public_moved(work.tx, since, after, page)
        fresh = [one for one, _ in found if not held.holds(one.release, one.queue.ward)]
        await _hold(works, fresh)
        if found:
            since, after = found[-1][1], found[-1][0].release
            held.moved = max(held.moved or since, since)
        if len(found) < page:
            return


async def _hold(works: Works, found: Sequence[Published]) -> None:
    entries = [one async for one in _entries(works, found)]
    await asyncio.to_thread(works.similar.put, entries)


async def _entries(works: Works, found: Sequence[Published]) -> AsyncIterator[Entry]:
    """As they are shown, a few at a time, with as long a rest: meanwhile others have their turn."""
    for start in range(0, len(found), _AT_ONCE):
        since = works.clock.steady()
        async with works.look() as work:
            shown = await for_everyone(work, found[start : start + _AT_ONCE])
        for one in shown:
            yield _entry(one)
        await works.clock.sleep(works.clock.steady() - since)


def _entry(shown: Published) -> Entry:
    return Entry(
        id=shown.release,
        at=shown.at,
        ward=shown.ward,
        answer_id=shown.answer_id,
        office_ward=shown.queue.ward,
        question=shown.question,
        answer=shown.answer,
    )


async def search(
    work: Work, text: str, *, ward: str = "", page: int = 0, most: int = PAGE
) -> Found:
    """A page of the answers in which these words stand, the best first; what holds no more last.

    A question's number finds that question.
    """
    if number := _NUMBER.fullmatch(text):
        found = await answers.published_as(work.tx, number[1].upper())
        return Found(answers=await for_everyone(work, found))
    if not work.similar.available:
        return Found(answers=[], off=True)
    asked = text[:_LONGEST]
    share = coverage(list(terms(asked)), work.similar.rarity())
    hits = work.similar.find(asked, _LOOKED_AT, ward)
    start = page * most
    kept = await _current_first(
        work, fitting(work, hits, lambda hit: round(_found(share(hit.words)), 1)), start + most
    )
    return Found(answers=kept[start : start + most], more=len(kept) > start + most)


def _found(share: float) -> float:
    return share if share >= _FOUND else 0.0


async def _current_first(work: Work, found: AsyncIterator[Published], most: int) -> list[Published]:
    """What holds today before what does not; no more of it is read than tells what ``most`` are,
    and whether there are others."""
    current: list[Published] = []
    ended: list[Published] = []
    async for one in found:
        (current if one.is_current(work.now) else ended).append(one)
        if len(current) > most:
            break
    return current + ended


async def fitting(
    work: Work, hits: Sequence[Hit], fits: Callable[[Hit], float]
) -> AsyncIterator[Published]:
    """What everyone may read of them, each answer once, no phones; what fits best first, and
    nothing that fits not at all.

    How well is told from the words that are held, and from those of today where they changed. So
    only what is asked for is read.
    """
    weighed = [(fits(one), one) for one in hits]
    ranked = sorted((pair for pair in weighed if pair[0]), key=lambda pair: -pair[0])
    once: set[int] = set()
    for start in range(0, len(ranked), _READ_AT_ONCE):
        few = {
            id_: (fit, hit)
            for fit, hit in ranked[start : start + _READ_AT_ONCE]
            for id_ in (hit.id, *hit.also)
        }
        public: dict[int, Published] = {}
        for one in await answers.public_among(work.tx, list(few)):
            public.setdefault(one.answer_id, one)
        for one in await for_everyone(work, [*public.values()]):
            fit, hit = few[one.release]
            now = said(hit, one.question, one.answer)
            if one.answer_id not in once and (fit if now is hit else fits(now)):
                once.add(one.answer_id)
                yield one


async def one(work: Work, release: int) -> Published | None:
    """A release that everyone may read; None if it is not one."""
    found = await answers.public_among(work.tx, [release])
    return (await for_everyone(work, found))[0] if found else None
