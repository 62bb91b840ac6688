"""Long lists of buttons: a page at a time, while a typed word still finds all of them.

A province has more than a hundred wards. A small phone shows about ten buttons, and Telegram takes
at most a hundred on one message.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from bot.domain.messages import Choice, Outgoing

#: A list of so many buttons is still shown whole: a page with a handful behind it helps nobody.
LONGEST = 24

#: How many buttons a page of a longer one has.
PAGE = 16

#: What the button that goes on carries: how many stand before it, how many behind it leave, and
#: how many were hidden.
ONWARD = "choices"

#: Labels of so many characters stand two in a row.
_SHORT = 18

Rows = tuple[tuple[Choice, ...], ...]


def first_page(message: Outgoing, more: str) -> tuple[Outgoing, list[Choice]]:
    """The message as it is shown, and all its choices in the order in which numbers mean them.

    ``more`` labels the button that goes on. The last row stays on every page: it leaves the list.
    """
    every = list(chain.from_iterable(message.choices))
    if len(every) <= LONGEST:
        return message, every
    *body, leave = message.choices
    choices = list(chain.from_iterable(body))
    shown, hidden = choices[:PAGE], choices[PAGE:]
    onward = Choice(label=more, data=f"{ONWARD}:{len(shown)}.{len(leave)}.{len(hidden)}")
    page = replace(message, choices=(*in_rows(shown), (onward,), leave))
    return page, [*shown, onward, *leave, *hidden]


def rest(choices: Sequence[Choice], argument: str) -> Rows | None:
    """The list that was cut, what was hidden first; None where another list was shown since."""
    parts = argument.split(".")
    if len(parts) != 3 or not all(map(str.isdecimal, parts)):
        return None
    shown, leave, hidden = map(int, parts)
    places = [at for at, one in enumerate(choices) if one.data == f"{ONWARD}:{argument}"]
    if not places or places[-1] < shown:
        return None
    at = places[-1]
    end = at + 1 + leave
    body = [*choices[end : end + hidden], *choices[at - shown : at]]
    return (*in_rows(body), tuple(choices[at + 1 : end]))


def in_rows(choices: Iterable[Choice]) -> Rows:
    """Short labels two in a row, in their order."""
    rows: list[tuple[Choice, ...]] = []
    for choice in choices:
        last = rows[-1] if rows else ()
        if len(last) == 1 and max(len(last[0].label), len(choice.label)) <= _SHORT:
            rows[-1] = (last[0], choice)
        else:
            rows.append((choice,))
    return tuple(rows)
