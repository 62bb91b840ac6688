"""About how much room words take. Only a printer knows exactly; this decides what may be cut."""

from math import ceil

#: Letters in a centimetre at one point: a letter of Times is some 0.45 of its size wide.
_LETTERS = 63.0


def lines(text: str, width: float, size: float) -> int:
    """Lines that ``text`` takes in ``width`` centimetres, in letters of ``size`` points."""
    fits = max(width * _LETTERS / size, 1)
    return sum(max(ceil(len(line) / fits), 1) for line in text.split("\n"))
