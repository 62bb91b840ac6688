"""The list at the door: who is expected, who is there, hamlet by hamlet. Nothing private.

It shows no phone, no category, no ethnicity; a seat group has only its number, for its name would
tell who is poor. Of a code it holds a mark, by which a device without a network recognises it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from bot.domain import seat_codes
from bot.domain.check_ins import UNDO, Standing, What
from bot.domain.seats import EXPECTED, State
from bot.domain.sessions import Session
from bot.domain.values import dataclass
from bot.services.hall.door_keys import Clerk
from bot.services.seats import seat_codes as codes
from bot.understanding.folding import fold
from bot.work import Work
from storage import check_ins, seals
from storage.check_ins import Line, Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A household on the list."""

    seat: int
    name: str
    place: str  #: hamlet and ward
    group: int  #: 1, 2, … in the order of the session's seat groups; 0: none of them
    position: int  #: in the roster; 0 where it was on none
    state: State
    guest: str
    came_at: datetime | None  #: by the clock of the device that told it
    mark: str  #: of its code; empty while there are no codes
    undo: str = ""  #: the mark to take its check-in back by, for a minute, on the device that did

    @property
    def is_expected(self) -> bool:
        return self.state in EXPECTED

    @property
    def is_there(self) -> bool:
        return self.state is State.CAME

    @property
    def searched(self) -> str:
        """What a search looks through: the name without marks, and the number."""
        return fold(f"{self.name} {self.guest} {self.position or ''}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """How many of a seat group are there."""

    number: int
    came: int
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a device told and could not be done."""

    told: Told
    name: str
    entry: Entry | None  #: None: a household of no list


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorList:
    """Everything that hangs at the door."""

    session: Session
    groups: tuple[Group, ...]
    hamlets: tuple[tuple[str, tuple[Entry, ...]], ...]  #: who has a seat
    seatless: tuple[Entry, ...]  #: who is on the list without one
    problems: tuple[Problem, ...]
    salt: str
    entries: dict[int, Entry]  #: all of them by seat


async def read(work: Work, who: Clerk) -> DoorList:
    """The list as it stands, for one device."""
    session = who.session
    salt, entries = await _entries(work, who)
    seated = [one for one in entries if one.is_expected or one.is_there]
    return DoorList(
        session=session,
        groups=tuple(_groups(session, seated)),
        hamlets=tuple(_by_place(seated)),
        seatless=tuple(one for one in entries if not (one.is_expected or one.is_there)),
        problems=tuple(await _problems(work, session, {one.seat: one for one in entries})),
        salt=salt,
        entries={one.seat: one for one in entries},
    )


async def _entries(work: Work, who: Clerk) -> tuple[str, list[Entry]]:
    session = who.session
    lines = await check_ins.lines(work.tx, session.number)
    secret = await seals.get(work.tx, codes.SEAL)
    salt = seat_codes.salt_of(session.number, secret) if secret else ""
    undo = await _undoable(work, who)
    lines.sort(key=partial(in_order, places_of(work, session)))
    return salt, [_entry(work, session, one, secret, salt, undo) for one in lines]


def _entry(
    work: Work, session: Session, line: Line, secret: bytes | None, salt: str, undo: dict[int, str]
) -> Entry:
    groups = [one.id for one in session.seat_groups]
    code = seat_codes.code_for(line.seat, line.household, secret) if secret else None
    return Entry(
        seat=line.seat,
        name=line.name,
        place=work.programme.place_name(line.ward, line.hamlet),
        group=groups.index(line.group) + 1 if line.group in groups else 0,
        position=line.position,
        state=line.state,
        guest=line.guest,
        came_at=line.came_at,
        mark=seat_codes.mark_of(code, salt) if code else "",
        undo=undo.get(line.seat, "") if line.state is State.CAME else "",
    )


async def _undoable(work: Work, who: Clerk) -> dict[int, str]:
    """The check-ins of this device of the last minute, by seat."""
    told = await check_ins.of_device(work.tx, who.key.id, work.now - UNDO)
    return {
        one.seat: one.mark
        for one in told
        if one.seat and one.what is not What.UNDO and one.standing is Standing.DONE
    }


def in_order(places: Mapping[tuple[str, str], int], line: Line) -> tuple[int, int, str]:
    """Where a household stands: by ward and hamlet, then as the roster has it."""
    return places.get((line.ward, line.hamlet), len(places)), line.position, line.name


def places_of(work: Work, session: Session) -> dict[tuple[str, str], int]:
    """The hamlets of a session in the programme's order."""
    wards = [one for ward in session.wards if (one := work.programme.ward(ward))]
    places = [(ward.id, hamlet.id) for ward in wards for hamlet in ward.hamlets]
    return {place: number for number, place in enumerate(places)}


def _groups(session: Session, seated: Sequence[Entry]) -> list[Group]:
    return [
        Group(
            number=number,
            came=sum(one.is_there and one.group == number for one in seated),
            seats=group.seats,
        )
        for number, group in enumerate(session.seat_groups, start=1)
    ]


def _by_place(seated: Sequence[Entry]) -> list[tuple[str, tuple[Entry, ...]]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for one in seated:
        found[one.place].append(one)
    return [(place, tuple(entries)) for place, entries in found.items()]


async def _problems(work: Work, session: Session, entries: dict[int, Entry]) -> list[Problem]:
    found = []
    for told in await check_ins.open_ones(work.tx, session.number):
        entry = entries.get(told.seat or 0)
        found.append(Problem(told=told, name=entry.name if entry else told.name, entry=entry))
    return found


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Whose name or number begins with every word that was typed, marks or no marks."""
    wanted = fold(typed).split()
    return [
        one
        for one in entries
        if all(any(word.startswith(part) for word in one.searched.split()) for part in wanted)
    ]
