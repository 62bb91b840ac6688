"""A dispatch to look at."""

from collections.abc import Sequence
from datetime import date

from bot.documents.dispatch import Sheet, Unanswered
from bot.documents.office import Office
from bot.domain.dispatches import code_of


def to_the_bank(office: Office, dialogue: str, questions: Sequence[str]) -> Sheet:
    """What the bank has not answered of a dialogue: one is late, some were asked by twelve."""
    return Sheet(
        office=office,
        label="03/2026",
        agency="Phòng giao dịch Ngân hàng Chính sách xã hội",
        dialogue=dialogue,
        rows=tuple(
            Unanswered(
                code=code_of(place),
                number=f"TV-{place:04d}",
                question=one,
                asked=1 if place % 5 else 12,
                places=(f"Khóm {1 + place % 6}, Phường 7",),
                due=date(2026, 12, 10 + place % 15),
                late=place == 1,
            )
            for place, one in enumerate(questions, start=1)
        ),
        apart=2 if questions else 0,
        asked_back=1 if questions else 0,
    )
