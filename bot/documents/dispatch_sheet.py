"""Bảng tổng hợp to fill in: a row a question, its code in front, room for the answer. XLSX.

What is grey comes back as it is; what is white is for the agency.
"""

from datetime import date

from bot.documents.dispatch import Sheet as Figures
from bot.documents.dispatch import Unanswered, due, list_title, remarks
from bot.documents.layout.sheet import Look, Sheet
from bot.documents.words import Say

#: Centimetres; headings as they are looked for when the sheet comes back.
_WIDTHS = (2.5, 2.0, 7.4, 1.7, 2.6, 2.4, 8.4, 2.5, 2.5, 2.1)

_NOTE = Look(size=12, italic=True)
_TITLE = Look(size=14, bold=True)
_KEPT = Look(size=12, align="center", shaded=True, top=True)
_WORDS = Look(size=12, shaded=True, top=True)
_CODE = Look(size=12, bold=True, align="center", shaded=True, top=True)
_ROOM = Look(size=12, top=True)
_LOOKS = (_CODE, _KEPT, _WORDS, _KEPT, _WORDS, _KEPT, _ROOM, _ROOM, _ROOM, _ROOM)

#: Points; room for a few lines by hand, and for headings of three lines.
_ROW, _HEADINGS = 64, 52


def dispatch_sheet(figures: Figures, say: Say, *, on: date) -> bytes:
    """The sheet of a dispatch, as XLSX."""
    name = say("dispatch-name", label=figures.label.replace("/", "-"))
    sheet = Sheet(title=name, widths=_WIDTHS, on=on)
    sheet.line(list_title(figures, say), _TITLE)
    sheet.line(say("dispatch-how-to-fill"), _NOTE)
    grey = Look(size=12, bold=True, align="center", shaded=True)
    sheet.headings(_headings(say), grey, least=_HEADINGS)
    sheet.freeze()
    for one in figures.rows:
        sheet.row(_cells(one, say), *_LOOKS, least=_ROW)
    if not figures.rows:
        sheet.band(say("dispatch-nothing"), Look(size=12, align="center"))
    sheet.space()
    for line in [*remarks(figures, say), say("dispatch-nameless")]:
        sheet.line(line, _NOTE)
    return sheet.file()


def _headings(say: Say) -> list[str]:
    return [
        say("dispatch-column-code"),
        say("dispatch-column-number"),
        say("dispatch-column-question"),
        say("dispatch-column-asked"),
        say("dispatch-column-places"),
        say("column-due"),
        say("dispatch-column-answer"),
        say("dispatch-column-basis"),
        say("dispatch-column-who"),
        say("dispatch-column-day"),
    ]


def _cells(one: Unanswered, say: Say) -> tuple[str | int, ...]:
    places = "; ".join(one.places)
    return (one.code, one.number, one.question, one.asked, places, due(one, say), *("",) * 4)
