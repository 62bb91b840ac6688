"""The figures of the seat list on paper: each household with the reason that stands in chat, too.

This brings python-docx and openpyxl, as ``paper_figures`` does.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.documents.seat_plan import Placed, Places, SeatPlan, seat_plan
from bot.documents.seat_plan_sheet import seat_plan_sheet
from bot.documents.words import Drawing
from bot.domain import access
from bot.domain.households import HouseholdFacts
from bot.domain.seat_plan import shares
from bot.domain.seats import TAKING, State
from bot.domain.sessions import SeatGroup
from bot.i18n import HOME
from bot.services.seats import seat_lists
from bot.services.sessions.paper_reading import Reading, dialogue, office
from storage import households, seat_plans
from storage.seat_plans import Line

#: Who stands on it: who said no, or was taken out, has given the place to another.
_SHOWN = TAKING | {State.WAITING}


async def for_seat_plan(reading: Reading, *, as_sheet: bool) -> Drawing:
    """Danh sách chỗ as seats stand now, of the wards whose lists the reader may have.

    There is a plan. What is private is read through its gate, one record for the whole list.
    """
    work, session = reading.work, reading.session
    plan = await seat_plans.get(work.tx, session.number)
    assert plan is not None
    everywhere = await _wards(reading)
    wards = access.listed_wards(reading.reader, everywhere)
    lines = await _lines(reading, wards)
    facts = await _facts(reading, lines)
    placed = [(line, await _placed(reading, line, facts)) for line in lines]
    figures = SeatPlan(
        office=office(reading),
        dialogue=await dialogue(reading),
        version=plan.version,
        is_signed=plan.is_signed,
        as_of=work.local,
        part="" if wards == everywhere else _named(reading, wards),
        places=tuple(_places(reading, wards, placed)),
    )
    draws = seat_plan_sheet if as_sheet else seat_plan
    return lambda say, on: draws(figures, say, on=on)


async def _wards(reading: Reading) -> tuple[str, ...]:
    """The session's, then those of guests from elsewhere."""
    found = await seat_plans.figures(reading.work.tx, reading.session.number)
    return tuple(dict.fromkeys([*reading.session.wards, *(ward for _, ward, _ in found)]))


async def _lines(reading: Reading, wards: Sequence[str]) -> list[Line]:
    return [
        line
        for group in reading.session.seat_groups
        for ward in wards
        for line in await seat_plans.ranked(reading.work.tx, reading.session.number, group.id, ward)
        if line.seat.state in _SHOWN
    ]


async def _facts(reading: Reading, lines: Sequence[Line]) -> Mapping[int, HouseholdFacts]:
    if not lines:
        return {}
    return await households.facts(
        reading.work.tx,
        [one.seat.household for one in lines],
        reader=reading.reader_id,
        why="seat list on paper",
        now=reading.work.now,
    )


async def _placed(reading: Reading, line: Line, facts: Mapping[int, HouseholdFacts]) -> Placed:
    work, known = reading.work, facts.get(line.seat.household)
    ward = work.programme.ward(line.seat.ward)
    hamlet = ward.hamlet(line.hamlet) if ward else None
    return Placed(
        name=line.name or work.say(HOME, "seat-erased-name"),
        birth_year=known.birth_year if known else 0,
        hamlet=hamlet.name if hamlet else "",
        reason=await seat_lists.reason(work, HOME, line, known),
    )


def _places(
    reading: Reading, wards: Sequence[str], placed: Sequence[tuple[Line, Placed]]
) -> Iterable[Places]:
    for group in reading.session.seat_groups:
        share = shares(group, reading.session.wards)
        for ward in wards:
            there = [(line.seat.state, one) for line, one in placed if _is_of(line, group, ward)]
            places = Places(
                group=group.name,
                ward=reading.work.programme.place_name(ward, ""),
                seats=share.get(ward, 0),
                placed=tuple(one for state, one in there if state in TAKING),
                waiting=tuple(one for state, one in there if state is State.WAITING),
            )
            if places.seats or there:
                yield places


def _is_of(line: Line, group: SeatGroup, ward: str) -> bool:
    return (line.seat.group, line.seat.ward) == (group.id, ward)


def _named(reading: Reading, wards: Sequence[str]) -> str:
    return ", ".join(reading.work.programme.place_name(one, "") for one in wards)
