"""What shapes alone cannot tell: whether the parts of a programme fit each other."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from bot.config.keys import nearest
from bot.config.programme import Dated, ProgrammeSection, SeatGroup, Session
from bot.config.values import Section
from bot.domain.errors import Problem
from bot.domain.programme import Programme

#: A key of the file, and its value.
Found = tuple[str, str]


def problems_in(part: ProgrammeSection, programme: Programme, first: date) -> Iterator[Problem]:
    """Every problem, noun by noun. ``programme`` is ``part`` with its days resolved from ``first``
    on, the day on which it starts."""
    yield from _wards(part)
    yield from _agencies(part)
    yield from _danger(part, programme, first)
    yield from _topics(part)
    yield from _sessions(part)
    yield from _times(programme)
    yield from _strangers(_in("programme.slots", part.slots, "wards"), *_known_wards(part))


# ── noun by noun ─────────────────────────────────────────────────────────────────────────────


def _wards(part: ProgrammeSection) -> Iterator[Problem]:
    root = "programme.wards"
    hamlets = [(f"{root}[{index}].hamlets", one.hamlets) for index, one in enumerate(part.wards)]
    yield from _twice(_in(root, part.wards, "id"))
    yield from _twice(_in(root, part.wards, "name"))
    yield from _twice(found for below, entries in hamlets for found in _in(below, entries, "id"))
    for below, entries in hamlets:
        yield from _twice(_in(below, entries, "name"))
    yield from _strangers(_in(root, part.wards, "successors"), *_known_wards(part))


def _agencies(part: ProgrammeSection) -> Iterator[Problem]:
    root = "programme.agencies"
    yield from _twice(_in(root, part.agencies, "id"))
    yield from _strangers(_in(root, part.agencies, "replaced_by"), *_known_agencies(part))


def _danger(part: ProgrammeSection, programme: Programme, first: date) -> Iterator[Problem]:
    """An unknown stand-in for the ward, or a day on which nobody would be told of danger."""
    key = "programme.in_place_of_ward"
    if part.in_place_of_ward:
        known = [*_strangers([(key, part.in_place_of_ward)], *_known_agencies(part))]
        yield from known
        if known:
            return
    for day in _days_of_change(programme, first):
        if programme.agencies_on(day) and not programme.nearest(day):
            yield Problem(
                key,
                f"names nobody who would be told on {day} that somebody is in danger",
                "write the id of an agency of that day, or add the agency ubnd_phuong",
            )
            return


def _days_of_change(programme: Programme, first: date) -> list[date]:
    """The first day, and each later one on which agencies begin, or have ended."""
    begin = [one.valid.since for one in programme.agencies if one.valid.since]
    ended = [one.valid.until + timedelta(days=1) for one in programme.agencies if one.valid.until]
    return sorted({first, *(day for day in (*begin, *ended) if day > first)})


def _topics(part: ProgrammeSection) -> Iterator[Problem]:
    root = "programme.topics"
    for (first, one), (index, other) in combinations(enumerate(part.topics), 2):
        if one.id == other.id and _overlap(one, other):
            yield Problem(
                f"{root}[{index}].id",
                f'"{one.id}" is there for the same time already ({root}[{first}].id)',
                "write another id, or give each its valid_from and valid_to",
            )
    yield from _strangers(_in(root, part.topics, "agency"), *_known_agencies(part))
    yield from _strangers(_in(root, part.topics, "also"), *_known_agencies(part))


def _sessions(part: ProgrammeSection) -> Iterator[Problem]:
    root = "programme.sessions"
    yield from _twice(_in(root, part.sessions, "number"))
    yield from _strangers(_in(root, part.sessions, "wards"), *_known_wards(part))
    for index, one in enumerate(part.sessions):
        below = f"{root}[{index}].seat_groups"
        categories = [*_in(below, one.seat_groups, "categories")]
        yield from _twice(_in(below, one.seat_groups, "id"))
        yield from _twice(categories)
        yield from _strangers(categories, "programme.categories", part.categories)
        for place, group in enumerate(one.seat_groups):
            yield from _places(f"{below}[{place}].places", group, one)


def _places(root: str, group: SeatGroup, session: Session) -> Iterator[Problem]:
    """Places for wards that are not invited, twice for one, or not as many as the group has."""
    wards = [*_in(root, group.places, "ward")]
    yield from _twice(wards)
    yield from _strangers(wards, "the wards of this session", session.wards)
    given = sum(one.seats for one in group.places)
    is_whole = {ward for _, ward in wards} >= set(session.wards)
    if given > group.seats or (is_whole and given < group.seats):
        yield Problem(
            root,
            f"are {given} together, and the group has {group.seats} seats",
            "write as many places as seats, or leave a ward out: it gets the rest",
        )


def _times(programme: Programme) -> Iterator[Problem]:
    """Sessions that end before they start, or invite a ward that no longer or not yet exists."""
    for index, session in enumerate(programme.sessions):
        key = f"programme.sessions[{index}]"
        day = session.starts_at.date()
        if session.ends_at <= session.starts_at:
            yield Problem(f"{key}.ends", "is not after starts", "write a later moment")
        for place, ward_id in enumerate(session.wards):
            ward = programme.ward(ward_id)
            if ward and not ward.valid.on(day):
                wards = ", ".join(one.id for one in programme.wards_on(day))
                yield Problem(
                    f"{key}.wards[{place}]",
                    f'"{ward_id}" does not exist on {day}',
                    f"write wards of that day ({wards})",
                )


# ── what they share ──────────────────────────────────────────────────────────────────────────


def _in(root: str, entries: Sequence[Section], name: str) -> Iterator[Found]:
    """What stands under the key ``name`` of each entry: one value, several, or none."""
    for index, entry in enumerate(entries):
        value = getattr(entry, name)
        key = f"{root}[{index}].{name}"
        if isinstance(value, tuple):
            yield from ((f"{key}[{place}]", one) for place, one in enumerate(value))
        elif value is not None:
            yield key, str(value)


def _twice(found: Iterable[Found]) -> Iterator[Problem]:
    """Values that must be unique and are not."""
    first: dict[str, str] = {}
    for key, value in found:
        if value in first:
            yield Problem(key, f'"{value}" is there already ({first[value]})', "write another one")
        first.setdefault(value, key)


def _strangers(found: Iterable[Found], where: str, known: Collection[str]) -> Iterator[Problem]:
    """Values that name something which does not exist."""
    for key, value in found:
        if value not in known:
            meant = nearest(value, list(known))
            write = (
                f'write "{meant}" or add it there' if meant else "add it there or remove it here"
            )
            yield Problem(key, f'"{value}" is not in {where}', write)


def _known_wards(part: ProgrammeSection) -> tuple[str, Collection[str]]:
    return "programme.wards", [one.id for one in part.wards]


def _known_agencies(part: ProgrammeSection) -> tuple[str, Collection[str]]:
    return "programme.agencies", [one.id for one in part.agencies]


def _overlap(one: Dated, other: Dated) -> bool:
    """Both are valid on some day; with open sides, one of the first days decides."""
    days = [day for day in (one.valid_from, other.valid_from) if day]
    start = max(days, default=None)
    ends = [day for day in (one.valid_to, other.valid_to) if day]
    return start is None or not ends or start <= min(ends)
