"""What stands above a list, or on the tab of its sheet, and holds for all of it."""

import re
from collections.abc import Mapping, Sequence

from bot.domain.values import dataclass
from bot.roster.categories import Categories
from bot.roster.columns import ADDRESS, Column
from bot.roster.lines import Line, Sheet
from bot.roster.marks import listed_in
from bot.roster.places import Gazetteer
from bot.understanding.folding import fold

#: Titles that say where people are to come, not where they live.
_ELSEWHERE = re.compile(r"(?:dia diem|noi hop|hoi truong|tai)\b")


@dataclass(frozen=True, slots=True)
class Above:
    """Cells that hold for every row of a list that has no column for them."""

    cells: Mapping[Column, str]

    def over(self, line: Line) -> Line:
        """The row, with what is said above the list where the list has no such column."""
        if not self.cells:
            return line
        has_address = ADDRESS in line.cells
        more: dict[Column | str, str] = {
            column: words
            for column, words in self.cells.items()
            if column not in line.cells and not (has_address and column is Column.HAMLET)
        }
        return line.with_cells(more) if more else line


def above(sheet: Sheet, gazetteer: Gazetteer, categories: Categories) -> Above:
    """What titles say; where they do not, the name of the sheet."""
    ours = [title for title in sheet.titles if not _ELSEWHERE.match(fold(title))]
    name = sheet.name
    found = {
        Column.WARD: gazetteer.in_titles(ours) or gazetteer.in_titles([name]),
        Column.HAMLET: gazetteer.hamlet_in(ours) or gazetteer.hamlet_in([name]),
        Column.CATEGORY: categories.in_titles(ours) or categories.in_tab(name),
        Column.LISTED: _listed(ours) or _listed([name]),
    }
    return Above({column: words for column, words in found.items() if words})


def _listed(titles: Sequence[str]) -> str:
    found = {words for title in titles if (words := listed_in(title))}
    return found.pop() if len(found) == 1 else ""
