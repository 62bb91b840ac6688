"""Amounts of đồng, in digits with points and in words, as vouchers want them."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")

#: What follows a group of three digits, from the right; a thousand million is a "tỷ".
_GROUPS = ("", "nghìn", "triệu")
_MILLIARD = 10**9


def digits(amount: int) -> str:
    """``1.600.000``."""
    return f"{amount:,}".replace(",", ".")


def in_words(amount: int) -> str:
    """``một triệu sáu trăm nghìn``, in the Southern way (lẻ). Raises ValueError below zero."""
    if amount < 0:
        raise ValueError("an amount is not below zero")
    return " ".join(_number(amount, whole=False)) or _DIGITS[0]


def _number(number: int, *, whole: bool) -> list[str]:
    """``whole``: more stands before it, so that its first hundreds are named even if they are 0."""
    above, below = divmod(number, _MILLIARD)
    if above:
        return [*_number(above, whole=whole), "tỷ", *_number(below, whole=True)]
    words: list[str] = []
    for place in (2, 1, 0):
        group = below // 1000**place % 1000
        if group:
            words += [*_group(group, whole=whole or bool(words)), _GROUPS[place]]
    return [word for word in words if word]


def _group(number: int, *, whole: bool) -> list[str]:
    """Three digits."""
    hundreds, rest = divmod(number, 100)
    if not (hundreds or whole):
        return _tens(rest)
    tail = [] if not rest else ["lẻ", _DIGITS[rest]] if rest < 10 else _tens(rest)
    return [_DIGITS[hundreds], "trăm", *tail]


def _tens(number: int) -> list[str]:
    """Two digits: mười, mười lăm, hai mươi mốt."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return [_DIGITS[ones]]
    first = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones == 0:
        return first
    if ones == 1 and tens > 1:
        return [*first, "mốt"]
    return [*first, "lăm" if ones == 5 else _DIGITS[ones]]
