"""A row of a list, cleaned: who, where, which category, for which session; and what was found."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.households import HouseholdFacts
from bot.domain.programme import Programme
from bot.domain.seats import Listed
from bot.domain.sessions import Session
from bot.roster.above import Above, above
from bot.roster.categories import Categories
from bot.roster.cells import holds_an_id, is_error, is_formula, shown, without_ids
from bot.roster.columns import ADDRESS, FEMALE, MALE, RELATION, Column
from bot.roster.lines import NO_SHEET, Line, Sheet
from bot.roster.marks import read_listed, read_session, read_sex
from bot.roster.names import Named, read_name
from bot.roster.notes import Finding, Notes, Why
from bot.roster.peoples import read_ethnicity
from bot.roster.phones import read_phone
from bot.roster.places import NOWHERE, Gazetteer, Place
from bot.roster.years import read_year

#: Columns in which no number is wanted that could be one of a card.
_WORDS = (Column.WARD, Column.HAMLET, Column.CATEGORY, Column.ETHNICITY, Column.SEX, Column.LISTED)

_NOTHING = HouseholdFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A household as a list, or the database, has it."""

    name: str
    place: Place = NOWHERE
    facts: HouseholdFacts = _NOTHING
    session: int = 0  #: number; 0 where that could not be told
    group: str = ""  #: id of the seat group
    listed: Listed = Listed.NONE
    line: int = 0  #: in the file; 0 in the database
    sheet: str = ""  #: of the file, where it has several lists
    household: int = 0  #: id, if it is in the database
    seated: bool = False  #: whether it is on the list of that session
    open: bool = True  #: whether nothing was decided yet about its seat


@dataclass(slots=True)
class Cleaned:
    """One row, read."""

    line: Line
    entry: Entry
    notes: Notes


@dataclass
class Reader:
    """Reads the rows of a sheet; ``session`` overrules what they say themselves."""

    programme: Programme
    now: datetime
    session: int | None = None
    sheet: Sheet = NO_SHEET
    _gazetteer: Gazetteer = field(init=False)
    _categories: Categories = field(init=False)
    _above: Above = field(init=False)
    _crosses: list[str] = field(init=False)

    def __post_init__(self) -> None:
        days = tuple(
            one.starts_at.astimezone(self.programme.zone).date() for one in self.programme.sessions
        )
        self._gazetteer = Gazetteer(self.programme, days)
        self._categories = Categories(self.programme.categories)
        self._above = above(self.sheet, self._gazetteer, self._categories)
        self._crosses = [*filter(self._categories.find, self.sheet.crossed)]

    @property
    def unread(self) -> list[str]:
        """Headings of the columns that were not read."""
        others = (one for one in self.sheet.crossed if one not in self._crosses)
        return [*self.sheet.unread, *others]

    def read(self, line: Line) -> Cleaned:
        """Everything that one row says. A formula stops the reading: nothing of it is trusted."""
        notes = Notes()
        line = self._above.over(self._crossed(line))
        if spoilt := _spoilt(line):
            notes.add(*spoilt)
            return Cleaned(line, Entry(name="", line=line.number, sheet=line.sheet), notes)
        if line.head is not None:
            notes.findings.append(_of_a_member(line, line.head))
            return Cleaned(line, self._entry(_safe(line, Notes()), Notes()), notes)
        for column, ditto in line.dittos.items():
            if isinstance(column, Column):
                notes.mend(column, line.cell(column), Why.DITTO, shown(ditto))
        return Cleaned(line, self._entry(_safe(line, notes), notes), notes)

    def _crossed(self, line: Line) -> Line:
        """The row with the category below whose name there is a cross."""
        crossed = [one for one in self._crosses if line.cell(one).strip()]
        if not crossed or line.cell(Column.CATEGORY).strip():
            return line
        return line.with_cells({Column.CATEGORY: ", ".join(crossed)})

    def _entry(self, line: Line, notes: Notes) -> Entry:
        named = read_name(line.cell(Column.NAME), notes)
        place = self._place(line, notes)
        session = self._session(line.cell(Column.SESSION), place, notes)
        facts = self._facts(line, named, session, notes)
        group = session.group_of(facts.category) if session and facts.category else None
        if session and facts.category and group is None:
            notes.add(Why.NO_GROUP, Column.CATEGORY, facts.category, str(session.number))
        return Entry(
            name=named.name,
            place=place,
            facts=facts,
            session=session.number if session else 0,
            group=group.id if group else "",
            listed=read_listed(line.cell(Column.LISTED)),
            line=line.number,
            sheet=line.sheet,
        )

    def _place(self, line: Line, notes: Notes) -> Place:
        hamlet = line.cell(Column.HAMLET) or line.cell(ADDRESS)
        return self._gazetteer.read(line.cell(Column.WARD), hamlet, notes)

    def _session(self, cell: str, place: Place, notes: Notes) -> Session | None:
        """The option's session, or the row's, or that of its ward; the ward has to be invited."""
        number = self.session if self.session is not None else read_session(cell)
        if not place.ward:
            return None  # that is said already
        if number == 0:
            found = self.programme.session_of_ward(place.ward, self.now)
            if found is None:
                notes.add(Why.SESSION_NONE, Column.WARD, self._ward_name(place.ward))
            return found
        found = self.programme.session(number) if number is not None else None
        if found is None:
            notes.add(Why.SESSION_UNKNOWN, Column.SESSION, shown(cell))
        elif place.ward not in found.wards:
            own = self.programme.session_of_ward(place.ward, self.now)
            belongs = str(own.number) if own else ""
            notes.add(Why.SESSION_OTHER, self._ward_name(place.ward), belongs, str(found.number))
            return None
        return found

    def _ward_name(self, ward: str) -> str:
        found = self.programme.ward(ward)
        return found.name if found else ward

    def _facts(
        self, line: Line, named: Named, session: Session | None, notes: Notes
    ) -> HouseholdFacts:
        year = (session.starts_at if session else self.now).astimezone(self.programme.zone).year
        return HouseholdFacts(
            birth_year=_born(line, named, year, notes),
            sex=read_sex(line, named.sex, notes),
            ethnicity=read_ethnicity(line.cell(Column.ETHNICITY), notes),
            category=self._categories.read(line.cell(Column.CATEGORY), notes),
            phone=read_phone(line.cell(Column.PHONE), notes),
        )


def _of_a_member(line: Line, head: int) -> Finding:
    """One of a household comes: the head's row is theirs."""
    why = Why.MEMBER if head else Why.MEMBER_ALONE
    return Finding(why, cell=shown(line.cell(RELATION)), line=head, sheet=line.sheet)


def _spoilt(line: Line) -> tuple[Why, Column | str] | None:
    """The first cell that holds a formula, or what is left of one."""
    for column, cell in line.cells.items():
        if column != Column.NUMBER and is_formula(cell):
            return Why.FORMULA, column
        if column != Column.NUMBER and is_error(cell):
            return Why.ERROR_CELL, column
    return None


def _safe(line: Line, notes: Notes) -> Line:
    """The row without numbers of cards where words are expected. They go no further than here."""
    found = {one: line.cell(one) for one in _WORDS if holds_an_id(line.cell(one))}
    cells = dict(line.cells)
    for column, cell in found.items():
        cells[column] = without_ids(cell)
        notes.mend(column, cells[column], Why.NUMBER_LEFT_OUT)
    return replace(line, cells=cells) if found else line


def _born(line: Line, named: Named, session_year: int, notes: Notes) -> int:
    """The year of its column, or the one beside the name; where both are there they must agree."""
    cell = _year_cell(line)
    if not named.born:
        return read_year(cell, session_year, notes)
    if not cell.strip():
        notes.mend(Column.YEAR, named.born, Why.YEAR_READ, str(named.born))
        return read_year(str(named.born), session_year, notes)
    year = read_year(cell, session_year, notes)
    if year != named.born:
        notes.add(Why.YEAR_TWO, Column.YEAR, shown(cell), str(named.born))
    return year


def _year_cell(line: Line) -> str:
    """Its column's, or the year that many lists write under *Nam* or *Nữ* in place of a cross."""
    crosses = (line.cell(one) for one in (FEMALE, MALE))
    below = (cell for cell in crosses if any(map(str.isdigit, cell)))
    return line.cell(Column.YEAR) or next(below, "")
