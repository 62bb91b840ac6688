"""Papers of the door, from the seats: letters for a hamlet to hand out, and the list to sign.

Figures are gathered in a transaction and drawn outside of it. This brings python-docx and openpyxl:
the command that makes such a paper imports it, and no other program does.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import repeat

from bot.documents.attendance import Attendance, Attendee, attendance
from bot.documents.attendance_sheet import attendance_sheet
from bot.documents.invitations import Guest, Handout, invitations
from bot.documents.words import Drawing
from bot.domain import seat_codes
from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.errors import Refused
from bot.domain.households import HouseholdFacts, Sex
from bot.domain.seats import State
from bot.domain.sessions import Session
from bot.i18n import HOME
from bot.services.hall import door_list
from bot.services.residents import old_households
from bot.services.seats import offers, phases, seating
from bot.services.seats import seat_codes as codes
from bot.services.sessions import paper_reading
from bot.services.sessions.paper_reading import Reading
from bot.work import Work
from storage import check_ins, headcounts, households
from storage.check_ins import Line

#: Whose letters are printed: a message in chat does not replace paper.
_INVITED = frozenset({State.OFFERED, State.ACCEPTED})


async def for_letters(work: Work, number: int, hamlet: str = "") -> dict[tuple[str, str], Drawing]:
    """A file of letters for each hamlet of the session (ward, hamlet), or for one of them.

    Printing them again gives the same codes. Raises Refused where nobody is invited.
    """
    session = seating.session_of(work, number)
    phases.must_be_on(session)
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in await _in_order(work, session):
        if line.state in _INVITED and hamlet in ("", line.hamlet):
            found[line.ward, line.hamlet].append(line)
    if not found:
        raise Refused("door-no-letters", session=session.name)
    secret = await codes.secret(work)
    reading = await _reading(work, session)
    return {place: await _letters_of(reading, lines, secret) for place, lines in found.items()}


async def _letters_of(reading: Reading, lines: Sequence[Line], secret: bytes) -> Drawing:
    work, session = reading.work, reading.session
    where = work.programme.place_name(lines[0].ward, lines[0].hamlet)
    handout = Handout(
        office=paper_reading.office(reading),
        dialogue=await paper_reading.dialogue(reading),
        hamlet=where,
        head=work.say(HOME, "handing-head", hamlet=where.partition(",")[0]),
        return_by=offers.times(work, session).cut_off.astimezone(work.programme.zone),
        guests=tuple(Guest(name=one.name, link=_link(work, one, secret)) for one in lines),
    )
    return lambda say, on: invitations(handout, say, on=on)


def _link(work: Work, line: Line, secret: bytes) -> str:
    code = seat_codes.code_for(line.seat, line.household, secret)
    return f"{work.voice.public_url}/m/{code.text}"


async def for_attendance(work: Work, number: int, *, as_sheet: bool) -> Drawing:
    """The list to sign, of those who were checked in. Raises Refused where nobody was.

    Sex and ethnicity are read for its sums; the reading is written down. Of a household that is
    erased since, a row without a name stays, and its part of the sums: drinks were paid for it.
    """
    session = seating.session_of(work, number)
    came = [one for one in await _in_order(work, session) if one.state is State.CAME]
    gone = await check_ins.erased(work.tx, number)
    if not came and not gone:
        raise Refused("door-nobody-came", session=session.name)
    asked = [one.household for one in came]
    facts = (
        await households.facts(work.tx, asked, reader=None, why="list to sign", now=work.now)
        if asked
        else {}
    )
    reading = await _reading(work, session)
    held = Attendance(
        office=paper_reading.office(reading),
        dialogue=await paper_reading.dialogue(reading),
        attendees=(*_attendees(work, came, facts), *await _erased(work, session, gone)),
        drink=work.programme.costs.drink,
        hall=work.programme.costs.hall,
        confirmed_by=_committee(work, session),
    )
    draws = attendance_sheet if as_sheet else attendance
    return lambda say, on: draws(held, say, on=on)


async def _reading(work: Work, session: Session) -> Reading:
    """For whoever runs the installation: a command has no person behind it."""
    return Reading(work, session, await phases.run_of(work, session.number), None)


def _attendees(
    work: Work, came: Sequence[Line], facts: Mapping[int, HouseholdFacts]
) -> Iterator[Attendee]:
    """Who signs: of somebody who came for a household only the name is known."""
    for line in came:
        known = facts.get(line.household, HouseholdFacts())
        guest = line.guest
        yield Attendee(
            name=guest or line.name,
            birth_year=0 if guest else known.birth_year,
            hamlet=work.programme.place_name(line.ward, line.hamlet),
            woman=None if guest else _woman(known),
            minority=known.is_minority,
            note=work.say(HOME, "signing-for", name=line.name) if guest else "",
        )


async def _erased(work: Work, session: Session, wards: Sequence[str]) -> list[Attendee]:
    """A row for each; only how many were women and men is still known, not which row."""
    counted = await headcounts.of(work.tx, session.number, session.since)
    women, men = counted[old_households.SIGNED_WOMEN], counted[old_households.SIGNED_MEN]
    sexes = [*repeat(True, women), *repeat(False, men), *repeat(None, len(wards))]
    return [
        Attendee(
            name=work.say(HOME, "signing-erased"),
            hamlet=work.programme.place_name(ward, ""),
            woman=woman,
            minority=place < counted[old_households.MINORITIES],
            note=work.say(HOME, "signing-on-paper"),
        )
        for place, (ward, woman) in enumerate(zip(wards, sexes, strict=False))
    ]


def _woman(known: HouseholdFacts) -> bool | None:
    return None if known.sex is Sex.UNKNOWN else known.is_led_by_a_woman


async def _in_order(work: Work, session: Session) -> list[Line]:
    """The list of a session by ward, hamlet, and the roster's order."""
    lines = await check_ins.lines(work.tx, session.number)
    return sorted(lines, key=partial(door_list.in_order, door_list.places_of(work, session)))


def _committee(work: Work, session: Session) -> str:
    """The People's Committee of the ward where the session is held, if its place tells."""
    wards = [one for ward in session.wards if (one := work.programme.ward(ward))]
    there = [one for one in wards if one.name.lower() in session.place.lower()]
    return work.programme.queue_name(Queue(WARD_KIND, (there or wards)[0].id))
