"""Whether a household is on the list already. A name and a year are no key, nor is a phone.

Two entries are held to be one household where name and phone agree, or name, year and place; a
year that neither says is none in common. What else they say must then agree too; if it does not,
a person has to look. The same phone under another name is another household: phones are shared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum

from bot.domain.values import dataclass
from bot.roster.columns import Column
from bot.roster.rows import Entry
from bot.understanding.folding import fold, marked


class Likeness(Enum):
    """How an entry stands to one that is there already."""

    SAME = "same"  #: nothing new
    MORE = "more"  #: the same household; a gap is filled
    OTHERWISE = "otherwise"  #: the same household; the list differs from what is known
    PHONE = "phone"  #: name, year and place agree, the phone does not: one household, or two
    UNSURE = "unsure"  #: name and place agree, and there are no two years to compare


@dataclass(frozen=True, slots=True)
class Twin:
    """An entry that is there already, and what the new one says otherwise or beyond it."""

    entry: Entry
    likeness: Likeness
    differs: tuple[Column, ...] = ()


class Register:
    """The households that are there, to be held against each new one."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_phone: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._by_place: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        name = fold(entry.name)
        if entry.facts.phone:
            self._by_phone[name, entry.facts.phone].append(entry)
        self._by_place[name, entry.place.ward, entry.place.hamlet].append(entry)

    def twin(self, new: Entry) -> Twin | None:
        """The entry that is most like ``new``; None if none of them is the same household."""
        found = [twin for old in self._near(new) if (twin := _compared(old, new))]
        order = list(Likeness)
        return min(found, key=lambda one: order.index(one.likeness), default=None)

    def _near(self, new: Entry) -> Iterator[Entry]:
        name, phone, place = fold(new.name), new.facts.phone, new.place
        yield from self._by_phone.get((name, phone), ()) if phone else ()
        yield from self._by_place.get((name, place.ward, place.hamlet), ())


def _compared(old: Entry, new: Entry) -> Twin | None:
    """None for two households."""
    same_phone = bool(new.facts.phone) and old.facts.phone == new.facts.phone
    same_year = old.facts.birth_year == new.facts.birth_year
    one_name = _one_name(old.name, new.name)
    if not same_phone and not (same_year and old.facts.birth_year):
        unsure = one_name and 0 in (old.facts.birth_year, new.facts.birth_year)
        if unsure and same_year and _is_sent_again(old, new):
            return Twin(old, Likeness.SAME)
        return Twin(old, Likeness.UNSURE) if unsure else None
    if not one_name:
        return Twin(old, Likeness.OTHERWISE, (Column.NAME,)) if same_phone and same_year else None
    if differs := tuple(_otherwise(old, new)):
        alike = Likeness.PHONE if differs == (Column.PHONE,) else Likeness.OTHERWISE
        return Twin(old, alike, differs)
    beyond = tuple(_beyond(old, new))
    return Twin(old, Likeness.MORE if beyond else Likeness.SAME, beyond)


def _is_sent_again(old: Entry, new: Entry) -> bool:
    """Nothing but what is on this session's list already, and no other line of one file."""
    is_listed = old.seated and not old.line
    return is_listed and not any(_otherwise(old, new)) and not any(_beyond(old, new))


def _one_name(old: str, new: str) -> bool:
    """Written alike, or one of the two without its marks; hỏi and ngã, hòa and hoà are one."""
    if fold(new) == new.lower() or fold(old) == old.lower():
        return True
    return [*map(marked, old.split())] == [*map(marked, new.split())]


def said(entry: Entry) -> Sequence[tuple[Column, object]]:
    """What an entry says, by column; what is empty or 0 is not said."""
    facts = entry.facts
    return (
        (Column.YEAR, facts.birth_year),
        (Column.WARD, entry.place.ward),
        (Column.HAMLET, entry.place.hamlet),
        (Column.CATEGORY, facts.category),
        (Column.ETHNICITY, facts.ethnicity),
        (Column.SEX, facts.sex.value),
        (Column.PHONE, facts.phone),
        (Column.LISTED, entry.listed.value),
    )


def _otherwise(old: Entry, new: Entry) -> Iterator[Column]:
    for (column, was), (_, says) in zip(said(old), said(new), strict=True):
        if was and says and was != says and column != Column.LISTED:  # that is a hint, no fact
            yield column


def _beyond(old: Entry, new: Entry) -> Iterator[Column]:
    for (column, was), (_, says) in zip(said(old), said(new), strict=True):
        if says and not was:
            yield column


def merged(old: Entry, new: Entry) -> Entry:
    """``old`` as ``new`` has it; what ``new`` does not say stays."""
    facts = replace(
        old.facts,
        phone=new.facts.phone or old.facts.phone,
        category=new.facts.category or old.facts.category,
        ethnicity=new.facts.ethnicity or old.facts.ethnicity,
        sex=new.facts.sex or old.facts.sex,
        birth_year=new.facts.birth_year or old.facts.birth_year,
    )
    place = replace(new.place, hamlet=new.place.hamlet or old.place.hamlet)
    return replace(
        new,
        place=place if new.place.ward == old.place.ward else new.place,
        facts=facts,
        listed=new.listed if new.listed.value else old.listed,
        household=old.household,
        seated=old.seated,
        open=old.open,
    )
