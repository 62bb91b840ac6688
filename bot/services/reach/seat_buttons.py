"""The buttons with which a household answers an offer of a seat, and takes its answer back."""

from bot.domain.seats import Seat
from bot.voice import Button, Buttons


def of_offer(seat: Seat) -> Buttons:
    return [
        [
            Button("seat-yes-button", "seatyes", seat.id),
            Button("seat-no-button", "seatno", seat.id),
        ],
        [Button("seat-guest-button", "seatguest", seat.id)],
    ]


def of_coming(seat: Seat) -> Buttons:
    """It does not come after all; or it comes itself, where it had named somebody."""
    rows = [[Button("seat-no-button", "seatno", seat.id)]]
    if seat.guest:
        rows.insert(0, [Button("seat-self-button", "seatyes", seat.id)])
    return rows
