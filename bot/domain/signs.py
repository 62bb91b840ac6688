"""Signs that people copy from paper: none looks or sounds like another, the last one checks."""

#: 31 signs: a prime, so that the check sign finds any wrong sign and any two that were swapped.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"

_BASE = len(ALPHABET)


def signs(number: int, least: int) -> str:
    """``number`` in at least so many signs."""
    found = ""
    while number or len(found) < least:
        number, place = divmod(number, _BASE)
        found = ALPHABET[place] + found
    return found


def number_of(text: str) -> int:
    """What ``signs`` wrote."""
    number = 0
    for one in text:
        number = number * _BASE + ALPHABET.index(one)
    return number


def check_sign(body: str) -> str:
    """The sign behind ``body``. Each place weighs something else, so a swap shows, too."""
    total = sum(weight * ALPHABET.index(one) for weight, one in enumerate(body, start=1))
    return ALPHABET[total % _BASE]
