"""The seat plan: who sits, who waits, and the reason beside every name. Nothing is chance.

The seats of a group are shared equally among the wards of the session, unless the programme says
otherwise. Within session, group and ward, households that were not there last time come first, then
women who lead a household, ethnic minorities (plan 06/KH-PLĐTBXH, §7.2), greater need, and the
order of the ward's list. Places that a ward cannot fill go to the group's other wards in turns.
What the organiser changed by hand overrides all of it, with its own reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.seat_reasons import Code, Mark, Reason
from bot.domain.seats import Edit, State
from bot.domain.sessions import SeatGroup, Session

#: Need of a household whose category nobody knows, and the place of one that is on no list.
LAST = 2**31

_MARKS = tuple(Mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A household that may sit in a session."""

    household: int
    group: str
    ward: str
    was_there: bool = False  #: came to another session of the programme
    is_led_by_a_woman: bool = False
    is_minority: bool = False
    need: int = LAST  #: index of its category in the programme: 0 is the greatest need
    position: int = 0  #: in the ward's list, from 1; 0: on none
    edit: Edit = Edit.NONE

    @property
    def standing(self) -> tuple[int, ...]:
        """What it is ranked by, the better the smaller; no two households have the same."""
        return (
            self.was_there,
            not self.is_led_by_a_woman,
            not self.is_minority,
            self.need,
            self.position or LAST,
            self.household,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What the plan says of one household."""

    household: int
    group: str
    ward: str
    state: State  #: PLANNED, WAITING, or LISTED for one taken out by hand
    rank: int  #: from 1 in session, group and ward: who sits, who waits, who was taken out
    reasons: tuple[Reason, ...]


def deciding(one: Candidate, other: Candidate) -> Mark:
    """What decides between two households."""
    pairs = zip(_MARKS, one.standing, other.standing, strict=False)
    return next((mark for mark, mine, theirs in pairs if mine != theirs), Mark.ORDER)


def shares(group: SeatGroup, wards: Sequence[str]) -> dict[str, int]:
    """The places of each ward in a group: as configured, the rest equal by largest remainder.

    Where equal shares leave seats over, the first wards of the session get one more each.
    """
    fixed = {ward: seats for ward, seats in group.places if ward in wards}
    others = [ward for ward in wards if ward not in fixed]
    rest = max(0, group.seats - sum(fixed.values()))
    each, more = divmod(rest, len(others)) if others else (0, 0)
    equal = {ward: each + (place < more) for place, ward in enumerate(others)}
    return {ward: fixed.get(ward, equal.get(ward, 0)) for ward in wards}


def plan(session: Session, candidates: Iterable[Candidate]) -> Iterator[Placement]:
    """Everybody's place, group by group and ward by ward in the session's order, then by rank.

    Deterministic, whatever the order of ``candidates``, each of a household of its own. Those of
    no group of the session are left out.
    """
    by_group: dict[str, list[Candidate]] = defaultdict(list)
    for one in _by_standing(candidates):
        by_group[one.group].append(one)
    for group in session.seat_groups:
        yield from _plan_group(group, session.wards, by_group[group.id])


def _by_standing(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The best first. Lists come in their own order, and there are few kinds of standing beside
    it: so ten times the households are ten times the work, where sorting by all of it is more.
    """
    alike: dict[tuple[int, ...], list[Candidate]] = defaultdict(list)
    for one in sorted(candidates, key=_by_list):
        alike[one.standing[:-2]].append(one)
    for kind in sorted(alike):
        yield from alike[kind]


def _by_list(one: Candidate) -> tuple[int, ...]:
    return one.position or LAST, one.household


# ── one group ────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Ward:
    """The households of one ward in one group, and the places it has for them."""

    id: str
    places: int
    line: list[Candidate]  #: in the order in which places are given
    given: int  #: places given by hand
    moved: list[str]  #: the wards whose places it got

    @property
    def spare(self) -> int:
        return self.places - len(self.line)

    @property
    def seated(self) -> int:
        return min(len(self.line), self.places + len(self.moved))


def _plan_group(
    group: SeatGroup, order: Sequence[str], candidates: Sequence[Candidate]
) -> Iterator[Placement]:
    wards = _wards(group, order, [one for one in candidates if one.edit is not Edit.OUT])
    _hand_on(wards)
    out = [one for one in candidates if one.edit is Edit.OUT]
    behind = {ward.id: len(ward.line) for ward in wards}
    for ward in wards:
        yield from _placements(ward)
    for one in out:
        behind[one.ward] = behind.get(one.ward, 0) + 1
        yield _placed(one, State.LISTED, behind[one.ward], [Reason(Code.TAKEN_OUT)])


def _wards(group: SeatGroup, order: Sequence[str], candidates: Sequence[Candidate]) -> list[_Ward]:
    """The session's wards, then those of guests from elsewhere, who have no places of their own."""
    put_in = [one for one in candidates if one.edit is Edit.IN][: group.seats]
    by_hand = {one.household for one in put_in}
    lines: dict[str, list[Candidate]] = {ward: [] for ward in order}
    for one in [*put_in, *(one for one in candidates if one.household not in by_hand)]:
        lines.setdefault(one.ward, []).append(one)
    given = {ward: sum(one.household in by_hand for one in line) for ward, line in lines.items()}
    places = _with_room_for(given, {**dict.fromkeys(lines, 0), **shares(group, order)}, group.seats)
    return [
        _Ward(ward, places[ward], _lifted(line, given[ward], places[ward]), given[ward], [])
        for ward, line in lines.items()
    ]


def _with_room_for(
    given: Mapping[str, int], places: Mapping[str, int], seats: int
) -> dict[str, int]:
    """More was given by hand than a ward has: the places come from where most are left."""
    grown = {ward: max(given[ward], count) for ward, count in places.items()}
    while sum(grown.values()) > seats:
        giver = max(grown, key=lambda ward: grown[ward] - given[ward])
        grown[giver] -= 1
    return grown


def _lifted(line: Sequence[Candidate], given: int, places: int) -> list[Candidate]:
    """Those who do not sit by their rank: the ones lifted by hand come first."""
    own = max(given, places)
    waiting = line[own:]
    first = [one for one in waiting if one.edit is Edit.UP]
    return [*line[:own], *first, *(one for one in waiting if one.edit is not Edit.UP)]


def _hand_on(wards: Sequence[_Ward]) -> None:
    """Places that a ward cannot fill go to the others, one each in turns."""
    spare = [ward.id for ward in wards for _ in range(max(0, ward.spare))]
    while spare:
        wanting = [ward for ward in wards if ward.seated < len(ward.line)]
        if not wanting:
            return
        for ward, giver in zip(wanting, spare, strict=False):
            ward.moved.append(giver)
        spare = spare[len(wanting) :]


# ── reasons ──────────────────────────────────────────────────────────────────────────────────


def _placements(ward: _Ward) -> Iterator[Placement]:
    seated, waiting = ward.line[: ward.seated], ward.line[ward.seated :]
    for number, one in enumerate(seated, start=1):
        yield _placed(one, State.PLANNED, number, _why_seated(one, number, ward))
    by_rank = [one for one in seated[ward.given :] if one.edit is Edit.NONE]
    last = by_rank[-1] if by_rank else None
    for number, one in enumerate(waiting, start=1):
        reasons = _why_waiting(one, number, last)
        yield _placed(one, State.WAITING, len(seated) + number, reasons)


def _placed(one: Candidate, state: State, rank: int, reasons: Iterable[Reason]) -> Placement:
    return Placement(
        household=one.household,
        group=one.group,
        ward=one.ward,
        state=state,
        rank=rank,
        reasons=tuple(reasons),
    )


def _why_seated(one: Candidate, number: int, ward: _Ward) -> Iterator[Reason]:
    if number <= ward.given:
        yield Reason(Code.PUT_IN)
    elif one.edit is Edit.UP and number > ward.places:
        yield Reason(Code.MOVED_UP)
    if number <= ward.places:
        yield Reason(Code.PLACE, number, ward.places)
    else:
        yield Reason(Code.MOVED, what=ward.moved[number - ward.places - 1])


def _why_waiting(one: Candidate, number: int, last: Candidate | None) -> Iterator[Reason]:
    yield Reason(Code.WAITS, number)
    if one.edit is Edit.UP:
        yield Reason(Code.MOVED_UP)
    elif last is None:
        yield Reason(Code.NO_PLACE)
    else:
        yield Reason(Code.BEHIND, what=deciding(last, one).value)
