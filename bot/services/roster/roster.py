"""Importing a roster (danh sách hộ): read a file, see what it would do, do it.

Reading and cleaning are slow and need no transaction: some hundred microseconds a row. Checking and
applying belong into one transaction, so that nothing changes between what was shown and what is
done.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import structlog

from bot.clock import giving_way
from bot.documents.incoming import reading
from bot.domain.errors import Refused
from bot.domain.households import Household, HouseholdFacts
from bot.domain.people import Person
from bot.domain.programme import Programme
from bot.domain.seats import Listed, Seat, State
from bot.domain.values import dataclass
from bot.roster.lines import Sheet, sheets_of
from bot.roster.places import Place
from bot.roster.rows import Cleaned, Entry, Reader
from bot.roster.twins import Register
from bot.roster.verdicts import Change, Report, judge
from bot.work import Work
from storage import audit, households, rosters, seats

log = structlog.get_logger()

#: Told how many rows are done.
Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Listing:
    """A file that was read, and how it is known again."""

    sheets: tuple[Sheet, ...]
    digest: str  #: SHA-256


@dataclass(frozen=True, slots=True)
class Roster:
    """The rows of a file, cleaned, in order."""

    rows: tuple[Cleaned, ...]
    digest: str
    unread: tuple[str, ...] = ()  #: headings of columns that were not read


def read(content: bytes) -> Listing:
    """The list in a file, whatever it is called. Raises Refused with what to do instead."""
    return Listing(sheets_of(reading.read(content)), hashlib.sha256(content).hexdigest())


def clean(
    listing: Listing, programme: Programme, now: datetime, session: int | None = None
) -> Roster:
    """Every row read and mended, as of ``now``. Nothing is asked and nothing is kept.

    ``session`` overrules the column *Buổi*. Raises Refused if there is none of that number.
    """
    if session is not None and programme.session(session) is None:
        numbers = ", ".join(str(one.number) for one in programme.sessions)
        raise Refused("roster-no-session", number=str(session), numbers=numbers)
    readers = [Reader(programme, now, session, sheet) for sheet in listing.sheets]
    rows = (reader.read(line) for reader in readers for line in reader.sheet.lines)
    unread = (heading for reader in readers for heading in reader.unread)
    return Roster(tuple(rows), listing.digest, tuple(dict.fromkeys(unread)))


async def check(
    work: Work, roster: Roster, by: Person | None = None, *, update: bool = False
) -> Report:
    """What applying would do. Private facts of those who are known are read, which is recorded.

    ``update``: the list is newer than what is known, and overrules it.
    """
    await rosters.lock(work.tx)
    register = Register(await _there(work, [row.entry for row in roster.rows], by))
    judged = judge(roster.rows, register, work.programme, update=update)
    verdicts = [one async for one in giving_way(judged)]
    return Report(tuple(verdicts), roster.digest, roster.unread)


async def apply(
    work: Work, report: Report, by: Person | None = None, step: Step = lambda _rows: None
) -> None:
    """Put in what may be put in; the rest is left. In the transaction in which it was checked.

    ``step`` is told how many more rows are done.
    """
    for place, verdict in enumerate(report.verdicts, 1):
        match verdict.change:
            case Change.NEW:
                await _add(work, verdict.entry, place)
            case Change.CHANGED:
                await _change(work, verdict.entry, place)
            case Change.KNOWN | Change.LEFT:
                pass
        step(1)
    await _record(work, report, by)


async def _there(work: Work, entries: Sequence[Entry], by: Person | None) -> list[Entry]:
    """The households that one of these may be: under the same phone, or in the same hamlet."""
    phones = sorted({one.facts.phone for one in entries if one.facts.phone})
    found = {one.id: one for one in await households.with_phones(work.tx, phones)}
    for place in sorted({(one.place.ward, one.place.hamlet) for one in entries}):
        async for one in households.in_hamlet(work.tx, *place):
            found[one.id] = one
    if not found:
        return []
    facts = await households.facts(
        work.tx, list(found), reader=by.id if by else None, why="roster", now=work.now
    )
    seated = await _seats_of(work, list(found), {one.session for one in entries})
    return [
        _entry(one, facts.get(one.id, HouseholdFacts()), seated.get(one.id))
        async for one in giving_way(found.values())
    ]


async def _seats_of(
    work: Work, household_ids: Sequence[int], sessions: Iterable[int]
) -> dict[int, Seat]:
    found: dict[int, Seat] = {}
    for session in sorted(set(sessions) - {0}):
        found |= await rosters.seats_of(work.tx, session, household_ids)
    return found


def _entry(household: Household, facts: HouseholdFacts, seat: Seat | None) -> Entry:
    return Entry(
        name=household.name,
        place=Place(household.ward, household.hamlet),
        facts=facts,
        session=seat.session if seat else 0,
        group=seat.group if seat else "",
        listed=seat.listed if seat else Listed.NONE,
        household=household.id,
        seated=seat is not None,
        open=seat is None or seat.state is State.LISTED,
    )


async def _add(work: Work, entry: Entry, position: int) -> None:
    made = await households.make(work.tx, _household(entry), entry.facts, work.now)
    await seats.enlist(work.tx, _seat(entry, made.id, position), work.now)


async def _change(work: Work, entry: Entry, position: int) -> None:
    await households.save(work.tx, _household(entry), work.now)
    await households.keep_facts(work.tx, entry.household, entry.facts, work.now)
    seat = _seat(entry, entry.household, position)
    if await seats.enlist(work.tx, seat, work.now) is None:
        await rosters.relist(work.tx, seat, work.now)


def _household(entry: Entry) -> Household:
    return Household(
        id=entry.household, name=entry.name, ward=entry.place.ward, hamlet=entry.place.hamlet
    )


def _seat(entry: Entry, household: int, position: int) -> Seat:
    return Seat(
        id=0,
        session=entry.session,
        household=household,
        group=entry.group,
        ward=entry.place.ward,
        state=State.LISTED,
        listed=entry.listed,
        position=position,
    )


async def _record(work: Work, report: Report, by: Person | None) -> None:
    """Who, which file, how many: never a name."""
    counts = {change.value: report.count(change) for change in Change}
    detail = " ".join(f"{name}={count}" for name, count in counts.items())
    actor = by.id if by else None
    await audit.note(
        work.tx, work.now, actor, "roster_applied", "roster", f"sha256={report.digest} {detail}"
    )
    log.info("roster_applied", by=actor, file=report.digest[:12], **counts)
