"""A seat list to look at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.documents.dialogue import Dialogue
from bot.documents.office import Office
from bot.documents.seat_plan import Placed, Places, SeatPlan


def planned(office: Office, dialogue: Dialogue, names: Sequence[str]) -> SeatPlan:
    """Eight of eleven have a seat, the others wait; without names nothing is planned."""
    households = [
        Placed(
            name=one,
            birth_year=0 if place % 17 == 5 else 1945 + place % 50,
            hamlet=f"Khóm {1 + place % 9}",
            reason="Chưa dự lần nào; nữ chủ hộ; dân tộc thiểu số; hộ nghèo",
        )
        for place, one in enumerate(names)
    ]
    seats = max(len(names) * 8 // 11, 1)
    places = Places(
        group="Hộ nghèo, cận nghèo, mới thoát nghèo",
        ward="Phường 7",
        seats=seats,
        placed=tuple(households[:seats]),
        waiting=tuple(
            replace(one, reason="Hết chỗ; đã dự lần trước") for one in households[seats:]
        ),
    )
    return SeatPlan(
        office=office,
        dialogue=dialogue,
        version=2,
        is_signed=False,
        as_of=dialogue.starts_at - timedelta(days=10),
        places=(places,) if names else (),
    )
