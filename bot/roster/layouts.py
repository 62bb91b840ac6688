"""Which column of a table is which: by its heading of one row or two, and by what stands below."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.documents.incoming.tables import Row
from bot.roster.columns import ADDRESS, FEMALE, FIRST_NAME, MALE, RELATION, Column, meaning, tidy
from bot.roster.peoples import people_in
from bot.roster.places import OF_HAMLETS, key
from bot.roster.sections import INDEX
from bot.understanding.folding import fold

#: Whatever holds the name and two more of these is the heading.
_TELLING: frozenset[Column | str] = frozenset(
    {*Column, ADDRESS, FEMALE, MALE} - {Column.NUMBER, Column.NAME, Column.SESSION, Column.LISTED}
)
_LEAST = 2

#: Rows below a heading by which it is told what its columns hold.
_LOOKED_AT = 200

#: What we wrote beside a list that went back to be corrected.
_OURS = frozenset({"dong", "ket qua", "vi sao"})
_BARE = re.compile(r"[\d\s.,/()\-]+")
_YES = re.compile(r"[x✓✔√v+●]|1|có", re.IGNORECASE)
_NO = re.compile(r"[0\-–]|không|ko", re.IGNORECASE)
_DIGITS = 6  #: more are a phone's
_GIVEN_NAME = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*(?: [^\W\d_]+){0,2}")


@dataclass(slots=True)
class Layout:
    """Which column of a table is which."""

    row: int  #: place of the heading among the rows
    depth: int  #: rows that it takes: one or two
    places: dict[Column | str, int]
    unread: list[str] = field(default_factory=list)  #: headings that say nothing to us
    #: Headings of which nothing is known but that what they say is crossed, or is not.
    crossed: dict[str, int] = field(default_factory=dict)


def layout_at(rows: Sequence[Row], place: int) -> Layout | None:
    """The heading that begins in a row; None where none does."""
    row = rows[place].cells
    below = rows[place + 1].cells if place + 1 < len(rows) else ()
    both = _of_two(row, below)
    if both and _tells(both) and (_names(row) or _told(both) > _told(below)):
        return _read(rows, place, 2, both)
    return _read(rows, place, 1, row) if _tells(row) else None


def _told(heading: Sequence[str]) -> int:
    return len(_TELLING.intersection(map(meaning, heading)))


def _names(heading: Sequence[str]) -> bool:
    return Column.NAME in map(meaning, heading)


def _tells(heading: Sequence[str]) -> bool:
    """Whether it names who, and enough else."""
    return _names(heading) and _told(heading) >= _LEAST


# ── a heading of two rows ────────────────────────────────────────────────────────────────────


def _of_two(row: Sequence[str], below: Sequence[str]) -> list[str] | None:
    """Two rows as one heading: *Năm sinh* above *Nam* and *Nữ*; None where the second is data."""
    if not any(cell.strip() for cell in below) or any(map(_BARE.fullmatch, below)):
        return None
    wide = max(len(row), len(below))
    above, under = _widened(row, wide), _widened(below, wide)
    joined = [_joined(above, under, place) for place in range(wide)]
    names = [place for place, cell in enumerate(joined) if meaning(cell) == Column.NAME]
    if not names or not _is_more(above, under, names):
        return None
    return joined


def _widened(cells: Sequence[str], wide: int) -> list[str]:
    return [*map(tidy, cells), *[""] * (wide - len(cells))]


def _joined(above: Sequence[str], under: Sequence[str], place: int) -> str:
    over, below = above[place], under[place]
    if not below or over == below:
        return over
    if meaning(below) is not None or not over or _is_shared(above, under, place):
        return below
    return f"{over} {below}"


def _is_shared(above: Sequence[str], under: Sequence[str], place: int) -> bool:
    """Whether the heading above stands over more than one column."""
    after = place + 1
    return after < len(above) and not above[after] and bool(under[after])


def _is_more(above: Sequence[str], under: Sequence[str], names: Sequence[int]) -> bool:
    """Whether the second row is a heading: it names no person, and something that is known."""
    at = names[0]
    is_free = not under[at] or under[at] == above[at] or meaning(under[at]) is not None
    is_split = meaning(f"{above[at]} {under[at]}") == Column.NAME and meaning(above[at]) is None
    known = (
        meaning(cell) is not None or not above[place] or _is_shared(above, under, place)
        for place, cell in enumerate(under)
        if cell
    )
    return (is_free or is_split) and any(known)


# ── what the columns are ─────────────────────────────────────────────────────────────────────


def _read(rows: Sequence[Row], place: int, depth: int, heading: Sequence[str]) -> Layout:
    layout = Layout(place, depth, {})
    below = rows[place + depth : place + depth + _LOOKED_AT]
    unknown: dict[int, str] = {}
    for at, cell in enumerate(heading):
        column = _by_contents(heading, at, _column(below, at))
        if column is not None and column not in layout.places:
            layout.places[column] = at
        elif cell.strip() and fold(tidy(cell)) not in _OURS:
            unknown[at] = tidy(cell)
    _place_the_others(layout, heading, unknown, [*_households(below, layout.places)])
    return layout


def _by_contents(heading: Sequence[str], at: int, cells: Sequence[str]) -> Column | str | None:
    """What a heading names, where that depends on what stands beside it and below."""
    found = meaning(heading[at])
    others = {meaning(cell) for place, cell in enumerate(heading) if place != at}
    match re.sub(r"[^a-z]", "", fold(heading[at])):
        case "dt":
            return _of_dt(found, others, cells)
        case "nam" if found == Column.YEAR and found in others:
            return None  # of something else than a birth
        case "donvi" | "diaban" if cells and all(key(cell)[0] in OF_HAMLETS for cell in cells):
            return Column.HAMLET
    return found


def _of_dt(
    found: Column | str | None, others: Collection[Column | str | None], cells: Sequence[str]
) -> Column | str | None:
    """*DT* and *ĐT* are a people, a phone or a category."""
    if any(sum(map(str.isdigit, cell)) > _DIGITS for cell in cells):
        return Column.PHONE
    if Column.ETHNICITY not in others and any(map(people_in, cells)):
        return Column.ETHNICITY
    words = [cell for cell in cells if any(map(str.isalpha, cell))]
    is_category = Column.CATEGORY not in others and 2 * len(words) > len(cells)
    return Column.CATEGORY if is_category else found


def _column(rows: Sequence[Row], place: int) -> list[str]:
    cells = (row.cells[place] for row in rows if place < len(row.cells))
    return [cell for cell in cells if cell.strip()]


def _households(rows: Sequence[Row], places: Mapping[Column | str, int]) -> Iterator[Row]:
    """The rows that are households for certain: those who sign have no columns of their own."""
    telling = [at for column, at in places.items() if column in _TELLING or column == RELATION]
    for row in rows:
        filled = {at for at, cell in enumerate(row.cells) if cell.strip()}
        if all(INDEX.fullmatch(row.cells[at].strip()) for at in filled):
            continue  # the columns are numbered
        if places[Column.NAME] in filled and len(filled.intersection(telling)) >= _LEAST:
            yield row


def _place_the_others(
    layout: Layout, heading: Sequence[str], unknown: Mapping[int, str], rows: Sequence[Row]
) -> None:
    """Columns without a heading, or with one that says nothing to us."""
    wide = max([len(heading), *(len(row.cells) for row in rows)])
    for at in range(wide):
        cells = _column(rows, at)
        nameless = at >= len(heading) or not heading[at].strip()
        if at in unknown and cells and _is_crossed(cells):
            layout.crossed.setdefault(unknown[at], at)
        elif at in unknown:
            layout.unread.append(unknown[at])
        elif nameless and cells and _is_given_name(layout, at, cells, rows):
            layout.places[FIRST_NAME] = at
        elif nameless and cells:
            layout.unread.append(_letter(at))


def _is_crossed(cells: Sequence[str]) -> bool:
    """Whether there are crosses, or ones and zeros, and nothing else."""
    return all(_YES.fullmatch(cell.strip()) or is_no(cell) for cell in cells)


def is_no(cell: str) -> bool:
    """Whether a cell says that it is not crossed: *0*, *không*, a stroke."""
    return _NO.fullmatch(cell.strip()) is not None


def _is_given_name(layout: Layout, at: int, cells: Sequence[str], rows: Sequence[Row]) -> bool:
    """*Họ và tên* above two columns: the second holds what people are called by."""
    is_next = at == layout.places[Column.NAME] + 1 and FIRST_NAME not in layout.places
    is_full = 2 * len(cells) > len(rows)
    return is_next and is_full and all(_GIVEN_NAME.fullmatch(tidy(cell)) for cell in cells)


def _letter(place: int) -> str:
    """What a spreadsheet calls a column: A, B, … Z, AA."""
    first, last = divmod(place, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)
