"""Households (hộ): who may be invited, and how people and chats belong to them."""

from enum import StrEnum

from bot.domain.values import dataclass


class Source(StrEnum):
    """Where we know a household from."""

    ROSTER = "roster"  #: a ward's list
    CHAT = "chat"  #: somebody signed it up
    FLOOR = "floor"  #: it came to the hall


class Relation(StrEnum):
    """What somebody is to a household for which they ask, answer or listen."""

    SELF = "self"  #: lives there
    FAMILY = "family"  #: a grandchild, a daughter, a neighbour who helps
    HAMLET = "hamlet"  #: the head of the khóm or ấp
    ASSOCIATION = "association"  #: a member of the Women's Union, the Farmers' Union, …


class Consent(StrEnum):
    """How a household agreed that this person acts for it. Provable (Law 91/2025/QH15)."""

    CHAT = "chat"  #: by its own button
    SPOKEN = "spoken"  #: said so in front of the person, who recorded it
    PAPER = "paper"  #: signed or marked with a finger


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What a person is to a household, and since when by whose word."""

    household: int
    person: int
    relation: Relation
    consent: Consent
    agreed: str = ""  #: who in the household said yes; empty: the one who stands for it

    @property
    def is_help(self) -> bool:
        """Somebody who acts for a household without living there."""
        return self.relation is not Relation.SELF


class Sex(StrEnum):
    """As lists write it; empty where nobody wrote it."""

    FEMALE = "Nữ"
    MALE = "Nam"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """One household, as lists name it: by the person who stands for it."""

    id: int
    name: str  #: of the person who stands for it
    ward: str  #: id
    hamlet: str = ""  #: id; empty where nobody knows
    source: Source = Source.ROSTER


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdFacts:
    """What is private about a household. Read only through ``storage.households.facts``."""

    phone: str = ""  #: ten digits
    category: str = ""  #: one of ``Programme.categories``, as written there
    ethnicity: str = ""  #: as lists write it; Kinh is the majority
    sex: Sex = Sex.UNKNOWN  #: of the person who stands for it
    birth_year: int = 0  #: of that person; 0 where nobody knows

    @property
    def is_led_by_a_woman(self) -> bool:
        return self.sex is Sex.FEMALE

    @property
    def is_minority(self) -> bool:
        """Khmer, Hoa, Chăm, …: every named people but the majority."""
        return self.ethnicity not in ("", "Kinh")
