"""The buttons with which a household answers an offer of a seat."""

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
