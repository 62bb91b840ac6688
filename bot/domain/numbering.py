"""Numbers where a chat has no buttons: what stands on one screen never has the same one twice."""

from collections.abc import Sequence

from bot.domain.messages import Choice

#: The highest number. Three digits could be a house, a price, a word of an answer.
HIGHEST = 99


def go_on(before: Sequence[Choice], added: Sequence[Choice]) -> tuple[int, list[Choice]]:
    """The number of the first one that is added, and all that numbers mean from now on, in order.

    Where ``HIGHEST`` is in the way the count begins anew, and those before mean nothing any more.
    """
    kept = before if len(before) + len(added) <= HIGHEST else ()
    return len(kept) + 1, [*kept, *added]


def several(choices: Sequence[Choice]) -> bool:
    """Whether the same words mean different things, as below a page of cards."""
    return len({one.label for one in choices}) < len({(one.label, one.data) for one in choices})
