"""Many sums at once: a row of whole numbers is one long integer, and one addition adds them all.

Python adds two integers of two thousand bits nearly as fast as two small ones. A number may be
negative; in every lane the sum of all rows has to stay within 31 bits.
"""

import struct
from collections.abc import Sequence
from functools import cache

_BITS = 32


def packed(row: Sequence[int]) -> int:
    """The numbers of a row as one integer."""
    half = _halves(len(row))
    return (int.from_bytes(struct.pack(f"<{len(row)}i", *row), "little") ^ half) - half


def unpacked(total: int, lanes: int) -> tuple[int, ...]:
    """The numbers of a row, or of a sum of rows."""
    half = _halves(lanes)
    return struct.unpack(f"<{lanes}i", ((total + half) ^ half).to_bytes(4 * lanes, "little"))


@cache
def _halves(lanes: int) -> int:
    """The sign's bit of every lane: turned, a number counts from the lowest one on."""
    return sum(1 << (_BITS * (lane + 1) - 1) for lane in range(lanes))
