"""How much a message sounds like danger, an accusation or a secret, beside the phrases for it.

The phrases of ``signs.tsv`` are read first, by a person too; this hears what they miss. It was
taught with ``danger.tsv`` and ``danger.jsonl``.
"""

from enum import StrEnum

from bot.understanding import learnt
from bot.understanding.linear import shares, traits
from bot.understanding.signs import Message, read_signs


class Sensitive(StrEnum):
    """Why a message must not lie open in a queue; the first that applies."""

    CRISIS = "crisis"  #: somebody is in danger: a person must look at once
    ACCUSATION = "accusation"  #: against an official; it has its own law and its secrecy
    PRIVATE = "private"  #: illness, debts, family: answered to the asker alone


SEALING = (Sensitive.CRISIS, Sensitive.ACCUSATION)

#: What a message can be: the order of the weights of a feature.
KINDS = ("calm", "private", "accusation", "crisis")

#: From this belief on a message is sealed: one too many is read by a person, one missed by nobody.
_ALARM, _SECRET = 0.09, 0.35


def sensitive(text: str) -> Sensitive | None:
    """Why ``text`` must not lie open in a queue: by the phrases, else by its sound."""
    by_phrase = shown(Message.read(text))
    if by_phrase in SEALING:
        return by_phrase
    believed = heard(text)
    worst = max(SEALING, key=lambda one: believed[one])
    is_secret = by_phrase is not None or believed[Sensitive.PRIVATE] >= _SECRET
    if believed[worst] >= (max(_ALARM, believed[Sensitive.PRIVATE]) if by_phrase else _ALARM):
        return worst
    return Sensitive.PRIVATE if is_secret else None


def shown(message: Message) -> Sensitive | None:
    """What a phrase of ``signs.tsv`` tells; danger and accusations before secrets."""
    signs = read_signs()
    rest = signs["harmless"].cut(message)
    return next((one for one in Sensitive if signs[one].found(rest)), None)


def heard(text: str) -> dict[str, float]:
    """How likely each of ``KINDS`` is, by its sound; the shares sum up to 1."""
    found = shares(traits(text), learnt.read().danger, len(KINDS))
    return dict(zip(KINDS, found, strict=True))
