"""Danh sách ký nhận as a sheet: what the paper says, with sums that count themselves."""

from dataclasses import replace
from datetime import date

from bot.documents.amounts import digits
from bot.documents.attendance import (
    Attendance,
    about,
    columns,
    headcount,
    occasion,
    signers,
    spoken,
)
from bot.documents.layout.sheet import AMOUNT, MIDDLE, TITLE, Look, Sheet, Sum, head, signed
from bot.documents.words import Say

_TEXT = Look()
_LOOKS = (MIDDLE, _TEXT, MIDDLE, _TEXT, AMOUNT, _TEXT, _TEXT)

#: Points; room for a signature.
_ROW = 22


def attendance_sheet(held: Attendance, say: Say, *, on: date) -> bytes:
    """The list to sign, as XLSX."""
    table = columns(say)
    sheet = Sheet(title=say("signing-title"), widths=[one.width for one in table], on=on)
    head(sheet, held.office, say)
    sheet.line(say("signing-title").upper(), TITLE)
    sheet.line(about(held, say), TITLE)
    sheet.line(occasion(held, say))
    sheet.line(say("signing-how"), Look(italic=True, align="center"))
    sheet.headings([one.heading for one in table])
    drinks = _attendees(sheet, held, say)
    _sums(sheet, held, drinks, say)
    signed(sheet, signers(held, say))
    return sheet.file()


def _attendees(sheet: Sheet, held: Attendance, say: Say) -> Sum:
    """The rows and their total; returns a formula that repeats it."""
    first = sheet.next
    if not held.attendees:
        sheet.band(say("signing-nobody"), MIDDLE)
        return Sum("=0", 0)
    for place, one in enumerate(held.attendees, start=1):
        row = (place, one.name, one.birth_year or "", one.hamlet, held.drink, "", one.note)
        sheet.row(row, *_LOOKS, least=_ROW)
    total = Sum(f"=SUM(E{first}:E{sheet.next - 1})", held.costs.drinks)
    last = sheet.next
    sums = ("", say("signing-total"), "", "", total, "", "")
    sheet.row(sums, *(replace(look, bold=True) for look in _LOOKS))
    return Sum(f"=E{last}", held.costs.drinks)


def _sums(sheet: Sheet, held: Attendance, drinks: Sum, say: Say) -> None:
    """Who was there, and each sum: in a cell that counts, and in words."""
    costs = held.costs
    sheet.space()
    sheet.line(headcount(held.attendees, say), Look())
    each = say("signing-drinks-of", count=str(costs.heads), each=digits(costs.drink))
    place = sheet.next
    sheet.sum_line(each, drinks, spoken(costs.drinks, say))
    sheet.sum_line(say("signing-hall-of"), costs.hall, spoken(costs.hall, say))
    total = Sum(f"=E{place}+E{place + 1}", costs.total)
    sheet.sum_line(say("signing-sum-of"), total, spoken(costs.total, say))
