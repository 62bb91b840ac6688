"""Danh sách chỗ as a sheet: what the paper says, for those who sort and filter before they sign."""

from collections.abc import Sequence
from datetime import date

from bot.documents.layout.sheet import MIDDLE, TITLE, Look, Sheet, head, signed
from bot.documents.layout.text import capital
from bot.documents.seat_plan import (
    Placed,
    Places,
    SeatPlan,
    about,
    columns,
    counted,
    occasion,
    queue,
    share,
    signers,
    standing,
)
from bot.documents.words import Say

_LOOKS = (MIDDLE, Look(), MIDDLE, Look(), Look())
_GROUP = Look(bold=True)


def seat_plan_sheet(plan: SeatPlan, say: Say, *, on: date) -> bytes:
    """The list, as XLSX."""
    table = columns(say)
    sheet = Sheet(title=say("seats-title"), widths=[one.width for one in table], on=on)
    head(sheet, plan.office, say)
    sheet.line(say("seats-title").upper(), TITLE)
    for line in about(plan, say).splitlines():
        sheet.line(capital(line), TITLE)
    sheet.line(occasion(plan, say), Look(italic=True, align="center"))
    sheet.line(standing(plan, say), Look())
    sheet.line(counted(plan, say), Look())
    sheet.headings([one.heading for one in table])
    _placed(sheet, plan.places, say)
    _waiting(sheet, plan.places, say)
    sheet.space()
    sheet.line(say("seats-private"), Look(italic=True))
    if not plan.part:
        signed(sheet, signers(plan, say))
    return sheet.file()


def _placed(sheet: Sheet, places: Sequence[Places], say: Say) -> None:
    sheet.band(say("seats-placed"), _GROUP)
    if not any(one.placed for one in places):
        sheet.band(say("seats-nobody"), MIDDLE)
    for one in places:
        sheet.band(share(one, say), _GROUP)
        _rows(sheet, one.placed)


def _waiting(sheet: Sheet, places: Sequence[Places], say: Say) -> None:
    sheet.band(say("seats-waiting"), _GROUP)
    if not any(one.waiting for one in places):
        sheet.band(say("seats-nobody-waits"), MIDDLE)
    for one in places:
        if one.waiting:
            sheet.band(queue(one, say), _GROUP)
            _rows(sheet, one.waiting)


def _rows(sheet: Sheet, households: Sequence[Placed]) -> None:
    for rank, one in enumerate(households, start=1):
        born = one.birth_year or ""
        sheet.row((rank, one.name, born, one.hamlet, one.reason), *_LOOKS)
