"""How much a message sounds like danger, an accusation or a secret, beside the phrases for it.

The phrases of ``signs.tsv`` are read first, by a person too; this hears what they miss. It was
taught with ``danger.tsv``, ``danger.jsonl``, ``veiled.jsonl`` and ``turned_away.jsonl``.
"""

from collections.abc import Mapping, Sequence

from bot.domain.questions import SEALED, Sensitive
from bot.understanding import learnt
from bot.understanding.heard import Heard, hear
from bot.understanding.signs import read_signs

#: Of several that apply, the first counts: danger before accusations before secrets.
_WORST_FIRST = (Sensitive.CRISIS, Sensitive.ACCUSATION, Sensitive.PRIVATE)
_SEALING = tuple(one for one in _WORST_FIRST if one in SEALED)

#: What a message can be: the order of the weights of a feature.
KINDS = ("calm", "private", "accusation", "crisis")

#: From this belief on a message is sealed: one too many is read by a person, one missed by nobody.
#: A life sooner than a wrong, which nearly every complaint about an office sounds a little like.
_ALARM = {Sensitive.CRISIS: 0.15, Sensitive.ACCUSATION: 0.2}

#: From this belief on it is told to nobody but its asker.
_SECRET = 0.35

#: The phrases of danger: those that say so, and those that do where nothing else is said.
PRESSING = (Sensitive.CRISIS.value, "cry")

#: What is looked for where something harmless was taken out.
_SOUGHT = (*_WORST_FIRST, "cry")

#: So many words, at most, are a cry and nothing beside it.
_CRY = 4


def sensitive(text: str) -> Sensitive:
    """Why ``text`` must not lie open in a queue, if it must not: by phrases, else by its sound."""
    heard = hear(text)
    return judged(shown(heard), learnt.read().ear.hears(heard)[0])


def judged(by_phrase: Sensitive, sound: Sequence[float]) -> Sensitive:
    """What a phrase and the sound, as shares of ``KINDS``, come to together."""
    belief = dict(zip(KINDS, sound, strict=True))
    if by_phrase in SEALED:
        return by_phrase
    least = belief[Sensitive.PRIVATE] if by_phrase else 0.0
    loud = [one for one in _SEALING if belief[one] >= max(_ALARM[one], least)]
    if loud:
        return max(loud, key=lambda one: belief[one])
    is_secret = bool(by_phrase) or belief[Sensitive.PRIVATE] >= _SECRET
    return Sensitive.PRIVATE if is_secret else Sensitive.NO


def shown(heard: Heard, signs: Mapping[str, Sequence[str]] | None = None) -> Sensitive:
    """What a phrase of ``signs.tsv`` tells; danger and accusations before secrets.

    A cry is danger where hardly anything else is said: *cứu tôi*, but not *xin phường cứu tôi khoản
    nợ này*.
    ``signs``: those in the text, where somebody has looked for them already.
    """
    known = read_signs()
    seen = known.found(heard) if signs is None else signs
    if "harmless" in seen and any(one in seen for one in _SOUGHT):
        seen = known.found(known.cut("harmless", heard), _SOUGHT)
    if "cry" in seen and len(heard.words) <= _CRY:
        return Sensitive.CRISIS
    return next((one for one in _WORST_FIRST if one in seen), Sensitive.NO)
