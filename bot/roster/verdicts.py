"""What happens to each row of a list: the row by itself, and beside what is there already."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from enum import Enum

from bot.domain.programme import Programme
from bot.domain.values import dataclass
from bot.roster.columns import Column
from bot.roster.notes import Decision, Finding, Why
from bot.roster.rows import Cleaned, Entry
from bot.roster.twins import Likeness, Register, Twin, merged, said

_DOUBTS = {Likeness.PHONE: Why.TWIN_PHONE, Likeness.UNSURE: Why.TWIN_UNSURE}


class Change(Enum):
    """What a row does to the database."""

    NEW = "new"  #: a household that was not known
    CHANGED = "changed"  #: one that is known: more of it is known, or another thing
    KNOWN = "known"  #: nothing
    LEFT = "left"  #: nothing, before a person has looked at it


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row: what happens to it, what is mended in it, and why."""

    line: int
    decision: Decision
    change: Change
    entry: Entry  #: what is put in; of a known household with what was known
    row: Cleaned  #: as it was read, for the sheet that goes back
    fix: dict[Column, str | int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How many rows of each change belong to a seat group of a ward."""

    session: int  #: number; 0 where none could be told
    ward: str  #: its name
    group: str  #: its name
    counts: Counter[Change]


@dataclass(frozen=True, slots=True)
class Report:
    """A list beside what is there already. Rows in the order of the file."""

    verdicts: tuple[Verdict, ...]
    digest: str = ""  #: SHA-256 of the file
    unread: tuple[str, ...] = ()  #: headings of columns that were not read

    def count(self, change: Change) -> int:
        return sum(one.change is change for one in self.verdicts)

    def having(self, decision: Decision) -> list[Verdict]:
        return [one for one in self.verdicts if one.decision is decision]

    @property
    def sheets(self) -> Counter[str]:
        """How many rows each sheet has, by name; nothing where the file has one list."""
        return Counter(one.row.line.sheet for one in self.verdicts if one.row.line.sheet)

    @property
    def is_whole(self) -> bool:
        """Whether everything in the file is applied, or known."""
        return not self.count(Change.LEFT)

    @property
    def without_numbers(self) -> bool:
        """Whether no number of a card was found in it."""
        left_out = (Why.NUMBER_LEFT_OUT, Why.ID_NUMBER)
        return not any(found.why in left_out for one in self.verdicts for found in one.findings)

    def shares(self, programme: Programme) -> list[Share]:
        """Where the rows belong, in the programme's order; rows of no place come last."""
        found: dict[tuple[int, str, str], Counter[Change]] = {}
        for one in self.verdicts:
            where = (one.entry.session, one.entry.place.ward, one.entry.group)
            found.setdefault(where, Counter())[one.change] += 1
        wards = [ward.id for ward in programme.wards]
        last = len(wards), len(programme.sessions)

        def order(where: tuple[int, str, str]) -> tuple[int, int, str]:
            session, ward, group = where
            return session or sum(last), wards.index(ward) if ward else last[0], group

        return [_share(*where, found[where], programme) for where in sorted(found, key=order)]


def _share(
    session: int, ward: str, group: str, counts: Counter[Change], programme: Programme
) -> Share:
    """With names in place of ids."""
    place, held = programme.ward(ward), programme.session(session)
    groups = held.seat_groups if held else ()
    called = next((one.name for one in groups if one.id == group), "")
    return Share(session, place.name if place else "", called, counts)


def judge(
    rows: Iterable[Cleaned], register: Register, programme: Programme, *, update: bool
) -> Iterator[Verdict]:
    """A verdict a row; each is held against what is there and the rows before it that are taken.

    ``update`` lets a newer list overrule what is known of a household. Without it a person looks.
    """
    for row in rows:
        verdict = _judged(row, register, programme, update=update)
        if verdict.decision.is_taken:
            register.add(verdict.entry)
        yield verdict


def _judged(row: Cleaned, register: Register, programme: Programme, *, update: bool) -> Verdict:
    if row.notes.need_an_eye:
        return _verdict(row, Decision.REVIEW, Change.LEFT)
    if row.line.head is not None:
        return _duplicate(row, row.entry, *row.notes.findings)
    twin = register.twin(row.entry)
    if twin and update:
        twin = _with_hint(twin, row.entry)
    if twin is None:
        return _verdict(row, row.notes.decision, Change.NEW)
    if twin.likeness is Likeness.SAME and (twin.entry.line or twin.entry.seated):
        return _known(row, twin)
    if twin.entry.line or not _may(twin, programme, row.entry, update=update):
        return _for_an_eye(row, twin, programme)
    return _changed(row, twin, programme)


def _may(twin: Twin, programme: Programme, new: Entry, *, update: bool) -> bool:
    """Whether a household that is known may be changed as this row says."""
    if twin.likeness in (Likeness.SAME, Likeness.MORE):
        return True
    session = programme.session(new.session)
    wards = session.wards if session and not session.is_cancelled else ()
    stays = twin.entry.place.ward in wards
    regrouped = bool({Column.CATEGORY, Column.WARD} & set(twin.differs))
    decided = twin.entry.seated and not twin.entry.open
    # Another phone and something else besides: more likely another person.
    doubtful = Column.NAME in twin.differs or {Column.PHONE} < set(twin.differs)
    unsure = twin.likeness is Likeness.UNSURE or doubtful
    return update and stays and not (regrouped and decided) and not unsure


def _with_hint(twin: Twin, new: Entry) -> Twin:
    """A newer list also updates who is on the reserve, as long as nothing is decided."""
    old = twin.entry
    anew = old.open and old.seated and new.listed.value and new.listed is not old.listed
    if twin.likeness is Likeness.SAME and anew and not old.line:
        return Twin(old, Likeness.OTHERWISE, (Column.LISTED,))
    return twin


def _known(row: Cleaned, twin: Twin) -> Verdict:
    why = Why.TWICE if twin.entry.line else Why.KNOWN
    found = Finding(why, line=twin.entry.line, sheet=twin.entry.sheet)
    return _duplicate(row, replace(row.entry, household=twin.entry.household), found)


def _duplicate(row: Cleaned, entry: Entry, *found: Finding) -> Verdict:
    """A row that is left because its household is there already."""
    return Verdict(row.line.number, Decision.DUPLICATE, Change.KNOWN, entry, row, findings=found)


def _for_an_eye(row: Cleaned, twin: Twin, programme: Programme) -> Verdict:
    why = _DOUBTS.get(twin.likeness, Why.TWIN_CONFLICT)
    found = _differing(why, twin, row.entry, programme)
    return _verdict(row, Decision.REVIEW, Change.LEFT, found)


def _changed(row: Cleaned, twin: Twin, programme: Programme) -> Verdict:
    entry = merged(twin.entry, row.entry)
    found = []
    if twin.differs:
        why = Why.ADDED if twin.likeness is Likeness.MORE else Why.CHANGED
        found.append(_differing(why, twin, row.entry, programme))
    if not twin.entry.seated:
        found.append(Finding(Why.SEATED, meant=str(entry.session)))
    return _verdict(Cleaned(row.line, entry, row.notes), row.notes.decision, Change.CHANGED, *found)


def _verdict(row: Cleaned, decision: Decision, change: Change, *more: Finding) -> Verdict:
    """Nothing is mended in a row that is not taken: whoever looks at it decides on all of it.

    It is told what is wrong, and what was left out for good.
    """
    fixes = row.notes.fixes if decision.is_taken else {}
    fix = {column: fixes[column] for column in Column if column in fixes}
    findings = (*row.notes.findings, *more)
    if decision is Decision.REVIEW:
        findings = tuple(
            one for one in findings if one.is_for_an_eye or one.why is Why.NUMBER_LEFT_OUT
        )
    return Verdict(row.line.number, decision, change, row.entry, row, fix, findings)


def _differing(why: Why, twin: Twin, new: Entry, programme: Programme) -> Finding:
    """The differences, in the words of the list."""
    columns: Sequence[Column] = twin.differs
    was = _in_words(twin.entry, columns, programme)
    says = _in_words(new, columns, programme)
    said = ", ".join(map(str.lower, columns))
    return Finding(why, said, was, says, twin.entry.line, twin.entry.sheet)


def _in_words(entry: Entry, columns: Sequence[Column], programme: Programme) -> str:
    ward = programme.ward(entry.place.ward)
    hamlet = ward.hamlet(entry.place.hamlet) if ward else None
    words = {
        **{column: str(value) for column, value in said(entry)},
        Column.NAME: entry.name,
        Column.WARD: ward.name if ward else "",
        Column.HAMLET: hamlet.name if hamlet else "",
    }
    return ", ".join(words[column] for column in columns)
