"""Making a programme of the part `[programme]`: days resolved, references checked."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.config import programme as written
from bot.config.check_programme import problems_in
from bot.config.working_time import calendar_of, own_calendar
from bot.domain import agencies, office, sessions, slots
from bot.domain.dispatches import DispatchRules
from bot.domain.errors import ConfigError, Problem
from bot.domain.programme import OfferRules, Programme, QuietHours


def read_programme(section: written.ProgrammeSection | None, first_start: datetime) -> Programme:
    """The programme that ``section`` describes.

    ``first_start`` is the moment, with time zone, from which days such as "+14d" are counted.
    Raises ConfigError with every problem there is.
    """
    if section is None:
        missing = Problem("programme", "is missing", "copy [programme] from config.example.toml")
        raise ConfigError(str(missing))
    first = first_start.astimezone(section.zone).date()
    programme = _programme(section, first)
    if problems := [*problems_in(section, programme, first)]:
        raise ConfigError(*map(str, problems))
    return programme


def _programme(part: written.ProgrammeSection, first: date) -> Programme:
    return Programme(
        id=part.id,
        name=part.name,
        host=part.host,
        number_prefix=part.number_prefix,
        zone=part.zone,
        wards=tuple(map(_ward, part.wards)),
        agencies=tuple(_agency(one, part) for one in part.agencies),
        topics=tuple(map(_topic, part.topics)),
        sessions=tuple(_session(one, first, part.zone) for one in part.sessions),
        slots=tuple(slot for one in part.slots for slot in _slots(one, first)),
        categories=part.categories,
        calendar=calendar_of(part, part.zone),
        quiet=QuietHours(start=part.quiet.start, end=part.quiet.end),
        offers=OfferRules(**part.offers.model_dump()),
        answer_days=part.answer_days,
        contact=part.contact,
        hotlines=tuple((one.what, one.number) for one in part.hotlines),
        reception=tuple((one.what, one.number) for one in part.reception),
        office=office.PaperOffice(**dict(part.office)),
        costs=office.Rates(drink=part.costs.drink, hall=part.costs.hall),
        dispatch=DispatchRules(**dict(part.dispatch)),
        in_place_of_ward=part.in_place_of_ward or "",
    )


def _ward(one: written.Ward) -> agencies.Ward:
    return agencies.Ward(
        id=one.id,
        name=one.name,
        code=one.code,
        hamlets=tuple(
            agencies.Hamlet(id=hamlet.id, name=hamlet.name, aliases=hamlet.aliases)
            for hamlet in one.hamlets
        ),
        aliases=one.aliases,
        successors=one.successors,
        valid=one.valid,
    )


def _agency(one: written.Agency, part: written.ProgrammeSection) -> agencies.Agency:
    return agencies.Agency(
        id=one.id,
        name=one.name,
        short=one.short,
        answer_days=one.answer_days,
        calendar=own_calendar(one, part, part.zone),
        aliases=one.aliases,
        replaced_by=one.replaced_by or "",
        valid=one.valid,
    )


def _topic(one: written.Topic) -> agencies.Topic:
    return agencies.Topic(
        id=one.id,
        name=one.name,
        agency=one.agency,
        also=one.also,
        words=one.words,
        forwarded=one.forwarded,
        valid=one.valid,
    )


def _session(one: written.Session, first: date, zone: ZoneInfo) -> sessions.Session:
    return sessions.Session(
        number=one.number,
        name=one.name,
        starts_at=one.starts.on(first, zone),
        ends_at=one.ends.on(first, zone),
        place=one.place,
        wards=one.wards,
        seat_groups=tuple(map(_seat_group, one.seat_groups)),
        cancelled=one.cancelled,
        reason=one.reason,
    )


def _seat_group(one: written.SeatGroup) -> sessions.SeatGroup:
    return sessions.SeatGroup(
        id=one.id,
        name=one.name,
        seats=one.seats,
        categories=one.categories,
        places=tuple((place.ward, place.seats) for place in one.places),
    )


def _slots(one: written.Slot, first: date) -> Iterator[slots.Slot]:
    """One slot for each ward that keeps to it."""
    for ward in one.wards:
        yield slots.Slot(
            ward=ward,
            means=slots.Means(one.means),
            at=one.at,
            weekdays=one.days,
            day=one.day.on(first) if one.day else None,
            minutes=one.minutes,
            place=one.place,
        )
