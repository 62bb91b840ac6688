"""The seat list as people read it: figures, pages of names, and the reason beside each."""

from collections import Counter
from collections.abc import Sequence

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import HouseholdFacts
from bot.domain.people import Person
from bot.domain.seat_plan import shares
from bot.domain.seat_reasons import Code, Reason
from bot.domain.seats import TAKING, Edit, Listed, Seat, State
from bot.domain.sessions import SeatGroup, Session
from bot.domain.values import dataclass
from bot.services.seats import seating
from bot.work import Work
from storage import households, people, seat_plans
from storage.seat_plans import PAGE, Line, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class WardFigures:
    """How one ward stands in one group."""

    ward: str
    places: int  #: its share
    seated: int
    waiting: int
    is_open: bool  #: the person who looks may read its names


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigures:
    """How one seat group stands."""

    group: SeatGroup
    wards: tuple[WardFigures, ...]
    states: Counter[State]

    @property
    def seated(self) -> int:
        return sum(self.states[one] for one in TAKING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """How the seats of one session stand."""

    session: Session
    plan: Plan | None
    groups: tuple[GroupFigures, ...]
    may_plan: bool  #: the person who looks
    may_check_in: bool  #: the person who looks

    @property
    def seated(self) -> int:
        return sum(one.seated for one in self.groups)

    def count(self, state: State) -> int:
        return sum(one.states[state] for one in self.groups)


async def card(work: Work, person: Person, number: int) -> Card:
    """Raises Refused unless the person runs something here."""
    access.must_see_figures(person, number)
    session = seating.session_of(work, number)
    found = await seat_plans.figures(work.tx, number)
    return Card(
        session=session,
        plan=await seat_plans.get(work.tx, number),
        groups=tuple(_group(session, one, found, person) for one in session.seat_groups),
        may_plan=access.may_plan(person),
        may_check_in=access.may_check_in(person, number),
    )


def _group(
    session: Session,
    group: SeatGroup,
    found: dict[tuple[str, str, State], int],
    person: Person,
) -> GroupFigures:
    states: Counter[State] = Counter()
    by_ward: dict[str, Counter[State]] = {ward: Counter() for ward in session.wards}
    for (one, ward, state), many in found.items():
        if one == group.id:
            states[state] += many
            by_ward.setdefault(ward, Counter())[state] += many
    share = shares(group, session.wards)
    wards = [
        WardFigures(
            ward=ward,
            places=share.get(ward, 0),
            seated=sum(counted[one] for one in TAKING),
            waiting=counted[State.WAITING],
            is_open=access.may_see_list(person, ward),
        )
        for ward, counted in by_ward.items()
    ]
    return GroupFigures(group=group, wards=tuple(wards), states=states)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A household on the list, in words."""

    seat: Seat
    name: str
    reason: str
    edit: Edit
    may_change: bool  #: the person who looks, now
    may_answer: bool  #: the same, for the household


async def page(
    work: Work, person: Person, number: int, group: str, ward: str, after: int
) -> tuple[list[Entry], bool]:
    """A page of the list of one ward in one group, and whether there is more behind it.

    What is private is read through its gate, a record for each page.
    """
    access.must_see_list(person, ward)
    lines = await seat_plans.page(work.tx, number, group, ward, after)
    return await _entries(work, person, lines[:PAGE]), len(lines) > PAGE


async def one(work: Work, person: Person, seat_id: int) -> Entry:
    """One household on the list."""
    line = await seat_plans.line(work.tx, seat_id)
    if line is None:
        raise Refused("seat-unknown")
    access.must_see_list(person, line.seat.ward)
    return (await _entries(work, person, [line]))[0]


async def _entries(work: Work, person: Person, lines: Sequence[Line]) -> list[Entry]:
    asked = [line.seat.household for line in lines]
    if not asked:
        return []
    plan = await seat_plans.get(work.tx, lines[0].seat.session)
    is_signed = plan is not None and plan.is_signed
    facts = await households.facts(work.tx, asked, reader=person.id, why="seat list", now=work.now)
    return [
        Entry(
            seat=line.seat,
            name=line.name or work.say(person.language, "seat-erased-name"),
            reason=await reason(work, person.language, line, facts.get(line.seat.household)),
            edit=line.edit,
            may_change=access.may_plan(person) and not is_signed,
            may_answer=access.may_answer_for(person, line.hamlet) and is_signed,
        )
        for line in lines
    ]


async def reason(work: Work, language: str, line: Line, facts: HouseholdFacts | None) -> str:
    """The whole reason: what the household is, then how that gave it its place.

    ``facts`` as read through their gate, for somebody who may see the list.
    """
    told = ": ".join(filter(None, (_told(work, language, line, one) for one in line.seat.reasons)))
    by_hand = await _by_hand(work, language, line) if line.edit is not Edit.NONE else ""
    parts = [", ".join(_who(work, language, line, facts or HouseholdFacts())), by_hand, told]
    words = "; ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def _who(work: Work, language: str, line: Line, facts: HouseholdFacts) -> list[str]:
    """What counts of a household, and what the ward's list says of it."""
    found = []
    if facts.is_led_by_a_woman:
        found.append(work.say(language, "seat-reason-woman"))
    if facts.is_minority:
        found.append(work.say(language, "seat-reason-people", people=facts.ethnicity))
    if facts.category:
        found.append(f"{facts.category[:1].lower()}{facts.category[1:]}")
    if line.seat.listed is Listed.RESERVE:
        found.append(work.say(language, "seat-reason-reserve"))
    return found or [work.say(language, "seat-reason-nothing-known")]


async def _by_hand(work: Work, language: str, line: Line) -> str:
    who = await people.get(work.tx, line.edited_by) if line.edited_by else None
    return work.say(
        language,
        f"seat-reason-edit-{line.edit.value}",
        name=who.name if who and who.name else work.say(language, "a-colleague"),
        why=line.edit_why,
    )


#: Told with who did it, and why.
_BY_HAND = frozenset({Code.PUT_IN, Code.TAKEN_OUT, Code.MOVED_UP})


def _told(work: Work, language: str, line: Line, reason: Reason) -> str:
    if reason.code in _BY_HAND:
        return ""
    if reason.code is Code.BEHIND:
        return work.say(language, f"seat-reason-behind-{reason.what}")
    return work.say(
        language,
        f"seat-reason-{reason.code.value}",
        number=str(reason.number),
        of=str(reason.of),
        ward=_ward_name(work, line.seat.ward),
        other=_other_name(work, line, reason),
    )


def _ward_name(work: Work, ward_id: str) -> str:
    ward = work.programme.ward(ward_id)
    return ward.name if ward else ward_id


def _other_name(work: Work, line: Line, reason: Reason) -> str:
    """The ward or the group that a seat came from."""
    if reason.code is Code.MOVED:
        return _ward_name(work, reason.what)
    session = work.programme.session(line.seat.session)
    groups = session.seat_groups if session else ()
    return next((one.name for one in groups if one.id == reason.what), reason.what)
