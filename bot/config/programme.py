"""The part `[programme]` as it is written: shapes only; `read_programme` makes the programme."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, field_validator

from bot.config.dispatches import Dispatch
from bot.config.values import (
    AnyDay,
    AnyMoment,
    Clock,
    Date,
    Id,
    Section,
    SwappedDay,
    Weekdays,
    Zone,
    wrong,
)
from bot.config.working_time import Holiday, Week
from bot.domain.agencies import Validity
from bot.domain.office import PaperOffice, Rates
from bot.domain.programme import OfferRules, QuietHours

Texts = tuple[Annotated[str, Field(min_length=1)], ...]
Name = Annotated[str, Field(min_length=1)]


class Dated(Section):
    """Something that exists from a day to a day."""

    valid_from: Date | None = Field(default=None, description="Its first day; absent: since ever.")
    valid_to: Date | None = Field(
        default=None, description="Its last day; absent: until further notice."
    )

    @field_validator("valid_to")
    @classmethod
    def _in_order(cls, until: Date | None, info: ValidationInfo) -> Date | None:
        since = info.data.get("valid_from")
        if since and until and until < since:
            raise wrong("lies before valid_from", "write the same day or a later one")
        return until

    @property
    def valid(self) -> Validity:
        return Validity(since=self.valid_from, until=self.valid_to)


class Hamlet(Section):
    """A khóm or ấp."""

    id: Id = Field(description="Unique in the programme, such as p7-k3; never change it later.")
    name: Name = Field(description="As people say it; unique in its ward.")
    aliases: Texts = Field(default=(), description="Other ways in which people and lists write it.")


class Ward(Dated):
    """A phường or xã."""

    id: Id = Field(description="Unique, such as p7; never change it later.")
    name: Name = Field(description="With its type, such as Phường 7.")
    code: str = Field(default="", description="The statistics office's code.")
    aliases: Texts = Field(default=(), description="Other ways in which people and lists write it.")
    hamlets: tuple[Hamlet, ...] = Field(
        default=(), description="Its khóm or ấp: id, name, aliases."
    )
    successors: tuple[Id, ...] = Field(
        default=(), description="Ids of the wards that took over after valid_to."
    )


class Agency(Dated):
    """An office that answers."""

    id: Id = Field(
        description="Unique; ubnd_phuong stands for the People's Committee of the asker's ward."
    )
    name: Name = Field(description="In full, as in letters.")
    short: Name = Field(description="As said in a chat.")
    aliases: Texts = Field(default=(), description="Other names people use.")
    answer_days: int | None = Field(
        default=None, ge=1, le=10, description="Working days to answer; absent: the programme's."
    )
    working_hours: Week = Field(
        default=(),
        description="Its office hours, if they are not programme.working_hours: days, start, end.",
    )
    holidays: tuple[Holiday, ...] = Field(
        default=(), description="Its own days off, beside programme.holidays: day, name, in_lieu."
    )
    swapped_workdays: tuple[SwappedDay, ...] = Field(
        default=(),
        description="Days that it works beside programme.swapped_workdays, also on a holiday.",
    )
    replaced_by: Id | None = Field(
        default=None, description="Id of the agency that took over after valid_to."
    )


class Topic(Dated):
    """A subject and the words that point to it."""

    id: Id = Field(description="Such as vay_von; again only for another time, with its dates.")
    name: Name = Field(description="In plain words, as read on a button.")
    agency: Id = Field(description="Id of the agency asked first.")
    also: tuple[Id, ...] = Field(default=(), description="Ids of agencies that may answer as well.")
    words: Texts = Field(
        default=(), description="Everyday words for it; case and accents do not matter."
    )
    forwarded: bool = Field(
        default=False,
        description="True where nobody on the panel is in charge and the ward passes it on.",
    )


class Places(Section):
    """The places of one ward in a seat group."""

    ward: Id = Field(description="Id of a ward of the session.")
    seats: int = Field(ge=0, description="How many of the group's seats are for it.")


class SeatGroup(Section):
    """Seats kept for some categories of household."""

    id: Id = Field(description="Unique in its session.")
    name: Name = Field(description="As written on lists.")
    seats: int = Field(ge=1, description="How many seats.")
    categories: Texts = Field(
        min_length=1, description="The categories that may sit there, from programme.categories."
    )
    places: tuple[Places, ...] = Field(
        default=(),
        description="Wards with another number of places than an equal share: ward, seats.",
    )


class Session(Section):
    """A policy dialogue."""

    number: int = Field(ge=1, description="1, 2, … as said in invitations.")
    name: Name = Field(description="As said in messages.")
    starts: AnyMoment = Field(
        description='Local time: "2026-12-31 08:00", or days after the first start: "+14d 08:00".'
    )
    ends: AnyMoment = Field(description="As starts, and later.")
    place: Name = Field(description="Where it is held.")
    wards: tuple[Id, ...] = Field(min_length=1, description="Ids of the wards invited.")
    seat_groups: tuple[SeatGroup, ...] = Field(
        min_length=1, description="The seats and for whom: id, name, seats, categories."
    )
    cancelled: bool = Field(
        default=False, description="True calls it off; it stays listed, so that people read so."
    )
    reason: str = Field(
        default="", description="Why it was called off, as people read it; a few plain words."
    )


class Slot(Section):
    """When a ward's loudspeaker is on the air, or its people meet."""

    wards: tuple[Id, ...] = Field(min_length=1, description="Ids of the wards that keep to it.")
    means: Literal["loudspeaker", "meeting"] = Field(
        default="loudspeaker", description="loudspeaker or meeting."
    )
    at: Clock = Field(description="Local time at which it begins.")
    days: Weekdays = Field(
        default=(),
        description='Every week on these days: "mon-sat", "tue, fri"; days not named are quiet.',
    )
    day: AnyDay | None = Field(
        default=None,
        validate_default=True,
        description='Once, in place of days: 2026-12-31, or days after the first start: "+21d".',
    )
    minutes: int = Field(default=15, ge=1, le=240, description="How long it lasts, in minutes.")
    place: str = Field(default="", description="Where a meeting is held.")

    @field_validator("day")
    @classmethod
    def _either(cls, day: AnyDay | None, info: ValidationInfo) -> AnyDay | None:
        if "days" in info.data and bool(info.data["days"]) == (day is not None):
            raise wrong(
                "goes with nothing but its own", "write either days (every week) or day (once)"
            )
        return day


class Quiet(Section):
    """The quiet hours."""

    start: Clock = Field(default=QuietHours().start, description="Local time at which they begin.")
    end: Clock = Field(
        default=QuietHours().end, description="Local time at which they end, maybe next day."
    )


class Offers(Section):
    """How long a seat is held."""

    hours: int = Field(
        default=OfferRules().hours,
        ge=1,
        description="Hours after which an offer by chat that was not answered lapses.",
    )
    least_hours: int = Field(
        default=OfferRules().least_hours,
        ge=1,
        description="The shortest time to answer, in hours outside the quiet ones; later than so "
        "many before the start nobody is offered a seat.",
    )
    cut_off_hours: int = Field(
        default=OfferRules().cut_off_hours,
        ge=0,
        description="Hours before the start at which seats that a group does not use go to the "
        "other groups.",
    )
    hold_minutes: int = Field(
        default=OfferRules().hold_minutes,
        ge=0,
        description="Minutes after the start at which seats of those who have not come are free "
        "for others who have.",
    )


class Office(Section):
    """The office whose papers these are; what is not written follows from the programme."""

    parent: str = Field(
        default="", description="The body above it; \\n where the head of a paper breaks the line."
    )
    name: str = Field(
        default="",
        description="Its name; empty takes programme.host. The agency or ward that bears it gets "
        "no letter from itself.",
    )
    place: str = Field(
        default="", description="Before the date, such as TP. Trà Vinh; empty takes it from host."
    )
    symbol: str = Field(
        default="",
        description="Behind the kind of paper in its number; empty takes number_prefix.",
    )
    signs_as: str = Field(
        default="", description="Above the signature; empty signs for a People's Committee."
    )
    signer: str = Field(default="", description="Who signs, without titles; empty leaves room.")
    phone: str = Field(default="", description="For questions; empty takes programme.contact.")
    reports_to: str = Field(
        default="", description="Who receives the report; empty takes programme.host."
    )
    copies: Texts = Field(default=(), description="Who else receives each paper.")
    archive: str = Field(default=PaperOffice().archive, description="Where papers are filed.")


class Costs(Section):
    """What a dialogue costs, for its report."""

    drink: int = Field(default=Rates().drink, ge=0, description="Drinks a head, in đồng.")
    hall: int = Field(default=Rates().hall, ge=0, description="The hall for a session, in đồng.")


class Hotline(Section):
    """A number to call."""

    what: Name = Field(description="What it is for, in the people's language.")
    number: Name = Field(description="The number, in quotes.")


class ProgrammeSection(Section):
    """One city's programme. It seeds an empty database; from then on the database rules."""

    id: Id = Field(description="Its id.")
    name: Name = Field(description="Its name, as said in messages and papers.")
    host: Name = Field(description="Who holds it, as said in messages.")
    number_prefix: Annotated[str, Field(pattern=r"^[A-Z]{1,6}$")] = Field(
        description="What question numbers begin with: TV gives TV-0012. One to six of A-Z."
    )
    zone: Zone = Field(
        default=ZoneInfo("Asia/Ho_Chi_Minh"),
        description="The time zone of all times of the programme.",
    )
    answer_days: int = Field(
        default=7,
        ge=1,
        le=10,
        description="Working days in which an agency answers; the law's limit is 10 (Law on "
        "Citizen Reception, Art. 28).",
    )
    contact: str = Field(
        default="",
        description="Office and phone to turn to, told in the consent notice and in refusals.",
    )
    categories: Texts = Field(
        min_length=1, description="Categories of household and participant, in the order shown."
    )
    hotlines: tuple[Hotline, ...] = Field(
        default=(), description="Numbers shown at once to people in danger: what, number."
    )
    reception: tuple[Hotline, ...] = Field(
        default=(), description="Who else hears accusations, told to who makes one: what, number."
    )
    quiet: Quiet = Field(
        default=Quiet(),
        description="Hours in which the bot writes to nobody who did not just write: start, end.",
    )
    offers: Offers = Field(
        default=Offers(),
        description="How long a seat is held for whom was invited: hours, least_hours, "
        "cut_off_hours, hold_minutes.",
    )
    office: Office = Field(
        default=Office(),
        description="The office whose papers these are: parent, name, place, symbol, signs_as, "
        "signer, phone, reports_to, copies, archive.",
    )
    costs: Costs = Field(
        default=Costs(), description="What a dialogue costs, in đồng: drink (a head), hall."
    )
    dispatch: Dispatch = Field(
        default=Dispatch(),
        description="When sheets of what is unanswered go to the agencies: days (working days "
        "after a session), weekdays, at.",
    )
    working_hours: Week = Field(
        min_length=1,
        description="Office hours, a line a stretch with the lunch break between two: days, start, "
        "end. Answers are due when the last one of a day ends.",
    )
    holidays: tuple[Holiday, ...] = Field(
        default=(), description="Days off: day, name, in_lieu. Add each year's notice."
    )
    swapped_workdays: tuple[SwappedDay, ...] = Field(
        default=(),
        description="Saturdays and the like that are worked in exchange for a day off: a date, or "
        'with hours of its own, such as "2026-08-22 07:00-11:00".',
    )
    in_place_of_ward: Id | None = Field(
        default=None,
        description="Id of the agency whose heads are told that somebody is in danger where there "
        "is no agency ubnd_phuong; absent: the agency that is programme.office.",
    )
    wards: tuple[Ward, ...] = Field(min_length=1, description="The phường and xã.")
    agencies: tuple[Agency, ...] = Field(min_length=1, description="The offices that answer.")
    topics: tuple[Topic, ...] = Field(min_length=1, description="What people ask about.")
    sessions: tuple[Session, ...] = Field(default=(), description="The policy dialogues.")
    slots: tuple[Slot, ...] = Field(default=(), description="When answers are read to a ward.")
