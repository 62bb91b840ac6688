"""The programme (kế hoạch): everything a city decides for itself, as data."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.agencies import WARD_KIND, Agency, Queue, Topic, Ward
from bot.domain.calendar import Deadline, WorkingCalendar
from bot.domain.dispatches import DispatchRules
from bot.domain.office import PaperOffice, Rates, plainly
from bot.domain.sessions import Phase, Run, Session
from bot.domain.slots import Slot
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """From when to when the bot writes to nobody who did not just write. May span midnight."""

    start: time = time(21, 0)
    end: time = time(6, 0)

    def hold(self, at: time) -> bool:
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end

    def over(self, local: datetime) -> datetime:
        """``local``, or when the quiet hours that hold then are over."""
        if not self.hold(local.time()):
            return local
        end = local.replace(hour=self.end.hour, minute=self.end.minute, second=0, microsecond=0)
        return end if end > local else end + timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRules:
    """How long a seat is held for whom, in hours and minutes."""

    hours: int = 48  #: an offer by chat that is not answered by then lapses
    least_hours: int = 3  #: of time outside quiet hours, for an offer made late
    cut_off_hours: int = 48  #: before the start; then unused seats go to other groups
    hold_minutes: int = 30  #: after the start; then seats of those who have not come are free


_OFFICE, _RATES, _DISPATCH = PaperOffice(), Rates(), DispatchRules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One city's programme. Frozen: a change makes a new one with a higher ``version``."""

    id: str
    name: str
    host: str  #: who holds it, e.g. ``UBND thành phố Trà Vinh``
    number_prefix: str  #: of question numbers, e.g. ``TV``
    zone: ZoneInfo
    wards: tuple[Ward, ...]
    agencies: tuple[Agency, ...]
    topics: tuple[Topic, ...]
    sessions: tuple[Session, ...]
    slots: tuple[Slot, ...]
    categories: tuple[str, ...]  #: of households, in the order shown
    calendar: WorkingCalendar  #: of all agencies that have none of their own
    quiet: QuietHours = QuietHours()
    offers: OfferRules = OfferRules()
    answer_days: int = 7  #: working days; the hard line is 10 (Law on Citizen Reception, Art. 28)
    askers_hear: str = "at_slot"  #: or ``at_approval``
    slot_grace_minutes: int = 30  #: a slot missed by more goes to the next one
    contact: str = ""  #: phone and office to turn to, told in the notices
    hotlines: tuple[tuple[str, str], ...] = ()  #: (what for, number)
    reception: tuple[tuple[str, str], ...] = ()  #: who else receives accusations (what, number)
    office: PaperOffice = _OFFICE
    costs: Rates = _RATES
    dispatch: DispatchRules = _DISPATCH
    in_place_of_ward: str = ""  #: agency id; where the ward's committee is none of the agencies
    version: int = 1

    def ward(self, ward_id: str) -> Ward | None:
        return next((one for one in self.wards if one.id == ward_id), None)

    def place_name(self, ward_id: str, hamlet_id: str) -> str:
        """``Khóm 3, Phường 7``, as far as it is known; empty where neither is."""
        ward = self.ward(ward_id)
        hamlet = ward.hamlet(hamlet_id) if ward else None
        return ", ".join(one.name for one in (hamlet, ward) if one)

    def agency(self, agency_id: str) -> Agency | None:
        return next((one for one in self.agencies if one.id == agency_id), None)

    def topic(self, topic_id: str) -> Topic | None:
        return next((one for one in self.topics if one.id == topic_id), None)

    def session(self, number: int) -> Session | None:
        return next((one for one in self.sessions if one.number == number), None)

    def with_runs(self, runs: Mapping[int, Run]) -> "Programme":
        """The same with what was done in the hall laid over its sessions, by number."""
        sessions = tuple(replace(one, run=runs.get(one.number)) for one in self.sessions)
        return replace(self, sessions=sessions)

    def wards_on(self, day: date) -> tuple[Ward, ...]:
        return tuple(one for one in self.wards if one.valid.on(day))

    def agencies_on(self, day: date) -> tuple[Agency, ...]:
        return tuple(one for one in self.agencies if one.valid.on(day))

    def serving(self, agency_id: str, day: date) -> Agency | None:
        """Who answers on ``day``: the agency, or whoever took over from it; None if nobody did."""
        agency = self.agency(agency_id)
        seen: set[str] = set()
        while agency and not agency.valid.on(day):
            seen.add(agency.id)
            agency = None if agency.replaced_by in seen else self.agency(agency.replaced_by)
        return agency

    def ward_serving(self, ward_id: str, day: date, known: str = "") -> Ward | None:
        """Which ward it is on ``day``: itself, or whichever took over from it; None if none did.

        Of several that took over the ``known`` one, where somebody lives now, else the first named.
        """
        ward, seen = self.ward(ward_id), set[str]()
        while ward and not ward.valid.on(day):
            seen.add(ward.id)
            after = [one for one in ward.successors if one not in seen]
            ward = self.ward(known if known in after else next(iter(after), ""))
        return ward

    def wards_ended_before(self, day: date) -> tuple[Ward, ...]:
        return tuple(one for one in self.wards if one.valid.ended_before(day))

    def with_former(self, ward_id: str, day: date) -> tuple[str, ...]:
        """A ward, and those that it took over, wholly or in part: their people may live there now.

        Itself first, also where it is not in the programme.
        """
        found = [ward_id]
        ended = self.wards_ended_before(day)
        for after in found:
            found += [one.id for one in ended if after in one.successors and one.id not in found]
        return tuple(found)

    def ended_before(self, day: date) -> tuple[tuple[Queue, ...], tuple[Ward, ...]]:
        """The queues of agencies, and the wards, that there were and are no more."""
        wards = self.wards_ended_before(day)
        agencies = [one for one in self.agencies if one.valid.ended_before(day)]
        queues = tuple(
            queue
            for one in agencies
            for queue in (
                [Queue(one.id, ward.id) for ward in self.wards]
                if one.is_ward_kind
                else [Queue(one.id)]
            )
        )
        return queues, wards

    def nearest(self, day: date) -> str:
        """Which agency is nearest to people: its heads read of danger, and it passes on what
        belongs to nobody.

        The ward's committee; without one whoever the programme names in its place, then the office
        that issues its papers, then the only agency there is. Empty where that names nobody.
        """
        today = self.agencies_on(day)
        issuers = [one.id for one in today if self.is_issuer(Queue(one.id))]
        only = [one.id for one in today] if len(today) == 1 else []
        named = [WARD_KIND, self.in_place_of_ward, *issuers, *only]
        serving = (self.serving(one, day) for one in named)
        return next((one.id for one in serving if one), "")

    def is_issuer(self, queue: Queue) -> bool:
        """Whether the office behind a queue is the one that issues the programme's papers.

        Told by its name, with or without the place of whoever holds the programme.
        """
        agency = self.agency(queue.agency)
        names = {self.queue_name(queue)}
        if agency and not agency.is_ward_kind:
            names |= {agency.name, *agency.aliases}
        own = self.office.name or self.host
        _, _, place = self.host.partition(" ")
        return bool({plainly(one) for one in names} & {plainly(own), plainly(f"{own} {place}")})

    def topics_on(self, day: date) -> tuple[Topic, ...]:
        """The topics as they are routed on ``day``; each id at most once."""
        return tuple(one for one in self.topics if one.valid.on(day))

    def session_of_ward(self, ward_id: str, now: datetime) -> Session | None:
        """The session of a ward: the one that is held now; else the next; else the last there was.

        One that was called off is none of them. Of two left open, people sit in the later one.
        """
        on = [one for one in self.sessions if ward_id in one.wards and not one.is_cancelled]
        on.sort(key=lambda one: one.starts_at)
        held = [one for one in on if one.phase(now) is Phase.DURING]
        coming = [one for one in on if one.phase(now) is Phase.BEFORE]
        return next(iter(held[-1:] or coming[:1] or on[-1:]), None)

    def slots_of(self, ward_id: str) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.ward == ward_id)

    def days_to_answer(self, queue: Queue) -> int:
        agency = self.agency(queue.agency)
        return (agency.answer_days if agency else None) or self.answer_days

    def promise(self, queue: Queue, start: datetime) -> Deadline:
        """When what reaches a queue at ``start`` is answered at the latest."""
        return self.calendar_of(queue).due(start, self.days_to_answer(queue))

    def calendar_of(self, queue: Queue) -> WorkingCalendar:
        """When the office behind a queue works: what it is promised for, moved and resumed by."""
        agency = self.agency(queue.agency)
        return (agency.calendar if agency else None) or self.calendar

    def queue_name(self, queue: Queue) -> str:
        """What people call the office behind a queue."""
        if queue.agency == WARD_KIND:
            ward = self.ward(queue.ward)
            return f"UBND {ward.name[0].lower()}{ward.name[1:]}" if ward else "UBND phường"
        agency = self.agency(queue.agency)
        return agency.short if agency else queue.agency
