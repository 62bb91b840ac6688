"""Which agency a question is for, and why: a suggestion that officials can change.

Pure apart from the packaged files it is built from. Built once at start, in a tenth of a second;
then a message is read once, and everybody who judges it is handed what was read.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy

from bot.domain.agencies import WARD_KIND, Topic
from bot.domain.questions import Sensitive
from bot.domain.values import dataclass
from bot.understanding import danger, learnt
from bot.understanding.bayes import Bayes, Counts, Lesson, counted, features
from bot.understanding.corrections import Corrections
from bot.understanding.examples import WISHES, Example, Intent
from bot.understanding.folding import fold
from bot.understanding.heard import Heard, hear
from bot.understanding.ranking import Ranker, Ranking, WordRanker
from bot.understanding.sayings import is_surely_a_wish
from bot.understanding.signs import read_signs

#: The "agency" of what nobody needs to be asked: thanks, greetings, advertisements, abuse.
NOBODY = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Where a question should go."""

    agency: str  #: agency id, or ``NOBODY``
    topic: str  #: topic id; for ``NOBODY`` one of ``ASIDES``
    alternatives: tuple[str, ...]  #: best first, at most three; ``NOBODY`` may be among them
    kind: Intent
    sensitive: Sensitive
    reason: str  #: the asker's own words that pointed to the topic, else the topic's name
    share: float  #: 0 to 1, how much of the belief the agency got


#: Topics of messages that ask nobody, with what they are. Their words are in ``signs.tsv``.
ASIDES = {
    "cam_on": Intent.THANKS,
    "chao_hoi": Intent.OFFTOPIC,
    "quang_cao": Intent.OFFTOPIC,
    "khac": Intent.OFFTOPIC,
    "chui_boi": Intent.ABUSE,
}
_POLITE = ("cam_on", "chao_hoi")
_OPENING = 7  # words
_WISHES = {"ask": Intent.QUESTION, "request": Intent.REQUEST, "complain": Intent.COMPLAINT}
_SIGN = {Intent.QUESTION: 1.0, Intent.REQUEST: 2.5, Intent.COMPLAINT: 1.0}  # weight of one phrase
_WORDS = 0.6  # weight of the other words beside them
_ASIDE = 1.0  # weight of a phrase that asks nobody
_SHORT = 8  # words; what is longer has probably something to say
_THANKS = 8.0  # for a message that wants nothing and thanks for something
_SMALL_TALK = 2.0  # for a short message that names no matter
_DOUBT = 1.0  # what a message must say more clearly to ask nobody
_SOUND, _LOUDEST, _FAINTEST = 1.2, 5.0, -1.0  # of what asks nobody, next to 1 for a phrase
_LEANING, _UNHEARD = 2.5, 1e-9  # most of what is written asks for something, so this leans back
_SHARPNESS = 2.0  # how quickly a lower score loses belief
_SURE, _CLEAR, _FAINT = 0.6, 0.8, 0.15  # shares of belief
_ALTERNATIVES = 3


class Router:
    """Suggests an agency for a text. ``topics`` and their words come from the programme."""

    def __init__(
        self,
        topics: Iterable[Topic],
        examples: Iterable[Example] | None = None,
        ranker: Ranker | None = None,
    ) -> None:
        """``examples``: None takes the packaged ones; ``ranker``: another method than words."""
        asides = [Topic(id=aside, name="", agency=NOBODY) for aside in ASIDES]
        self._topics = {topic.id: topic for topic in (*topics, *asides)}
        self._agency = {topic.id: topic.agency for topic in self._topics.values()}
        taught, wishes = _taught(examples)
        self._ranker = ranker or WordRanker(self._topics.values(), taught)
        self._wishes = Bayes(wishes)
        self._corrections = Corrections(())

    def corrected(self, labels: Iterable[tuple[str, str]]) -> "Router":
        """The same router that remembers what officials corrected: (text, topic id)."""
        other = copy(self)
        other.remember(Corrections(labels))
        return other

    def remember(self, corrections: Corrections) -> None:
        """From now on these count, instead of earlier ones."""
        self._corrections = corrections

    def rehearse(self) -> None:
        """Make ready for danger, and hear the words of every topic: half a second, in a thread.

        Patterns and rows are made ready when their words first come. Whoever writes first after a
        start would wait for them, and everybody with them.
        """
        read_signs().make_ready(*danger.PRESSING)
        for topic in self._topics.values():
            self.suggest(", ".join((topic.name, *topic.words)))

    def topic_of(self, text: str, agency: str) -> str:
        """The likeliest of an agency's topics for ``text``; empty if it has none."""
        shares = self.shares(text)
        own = [topic for topic in shares if self._agency[topic] == agency]
        return max(own, key=shares.__getitem__, default="")

    def suggest(self, text: str) -> Suggestion:
        """Where ``text`` should go. Never fails; what says nothing asks nobody.

        A few plain wishes are no danger, whatever they sound like: *gọi cho tôi*.
        """
        message = _Message.read(text)
        heard = danger.judged(message.shown, message.danger)
        sensitive = Sensitive.NO if heard and is_surely_a_wish(text) else heard
        ranking, barred = self._ranked(message)
        every = self._with_asides(ranking, message)
        scores = _without(barred, every)
        belief = self._belief(scores)
        if sensitive is Sensitive.CRISIS and not _is_idle(belief, message):
            scores = _without(ASIDES, every)
            belief = self._belief(scores)
        agency = _likeliest(belief, sensitive)
        topic = max((one for one in scores if self._agency[one] == agency), key=scores.__getitem__)
        others = sorted(belief.keys() - {agency}, key=lambda one: (-belief[one], one))
        return Suggestion(
            agency=agency,
            topic=topic,
            alternatives=tuple(others[:_ALTERNATIVES]),
            kind=ASIDES.get(topic) or self._wish(message),
            sensitive=Sensitive.NO if topic in ASIDES else sensitive,
            reason=self._reason(topic, ranking),
            share=belief[agency],
        )

    def shares(self, text: str) -> dict[str, float]:
        """How much of the belief each topic gets; the shares sum up to 1."""
        message = _Message.read(text)
        ranking, barred = self._ranked(message)
        return _shared(_loud(_without(barred, self._with_asides(ranking, message))))

    def _ranked(self, message: "_Message") -> tuple[Ranking, Collection[str]]:
        """The ranking, and the topics that are out of the question.

        Politeness around a matter is no greeting and no thanks: there it is not looked at.
        """
        rest = message.without_manners()
        ranking = self._ranker.rank(rest.text)
        if _wants(rest, message) or (_is_telling(ranking) and not message.is_thanks):
            return ranking, _POLITE
        whole = ranking if rest is message.heard else self._ranker.rank(message.heard.text)
        return whole, self._topics.keys() - ASIDES.keys() if whole.blind else ()

    def _with_asides(self, ranking: Ranking, message: "_Message") -> dict[str, float]:
        scores = dict(ranking.scores)
        for topic, loud in self._corrections.scores(message.heard.text).items():
            if topic in scores:
                scores[topic] += loud
        is_short = len(message.heard.words) <= _SHORT
        sound = _sound(message.asides) - _DOUBT * (not is_short)
        for aside in ASIDES:
            scores[aside] += sound + _ASIDE * sum(map(_weight, message.signs.get(aside, ())))
        if "chui_boi" not in message.signs and not message.heard.is_censored:
            scores["khac"] = max(scores["khac"], scores.pop("chui_boi"))  # nobody is called rude
        else:
            scores["chui_boi"] += 2 * message.heard.is_censored
        scores["cam_on"] += _THANKS * message.is_thanks
        scores["khac"] += _SMALL_TALK * (is_short and not _is_telling(ranking))
        return scores

    def _belief(self, scores: Mapping[str, float]) -> dict[str, float]:
        """Scores of topics as shares of agencies; they sum up to 1."""
        loud: dict[str, float] = defaultdict(float)
        for topic, one in _loud(scores).items():
            loud[self._agency[topic]] += one
        return _shared(loud)

    def _wish(self, message: "_Message") -> Intent:
        text, signs = message.heard.text, message.signs
        scores = self._wishes.scores(features(text))
        wishes = {
            wish: _WORDS * scores.get(wish, 0.0) + _SIGN[wish] * min(2, len(signs.get(name, ())))
            for name, wish in _WISHES.items()
        }
        wishes[Intent.QUESTION] += 0.3 + _SIGN[Intent.QUESTION] * ("?" in text)
        return max(wishes, key=lambda one: wishes[one])

    def _reason(self, topic: str, ranking: Ranking) -> str:
        name = self._topics[topic].name
        hits = [hit for hit in ranking.hits if hit.label == topic]
        if not hits or topic in ASIDES:
            return name
        return max(hits, key=lambda hit: (hit.weight, fold(hit.typed) in fold(name))).typed


@dataclass(frozen=True, slots=True)
class _Message:
    """What was heard, what is seen in it, and how it sounds."""

    heard: Heard
    signs: Mapping[str, Sequence[str]]  #: the phrases that were found, by sign
    shown: Sensitive  #: by the phrases alone
    danger: Sequence[float]  #: shares of ``danger.KINDS``
    asides: Sequence[float]  #: shares of what asks for something, and of what asks nobody
    is_thanks: bool

    @classmethod
    def read(cls, text: str) -> "_Message":
        heard = hear(text)
        signs = read_signs().found(heard)
        in_danger, asides = learnt.read().ear.hears(heard)
        return cls(
            heard=heard,
            signs=signs,
            shown=danger.shown(heard, signs),
            danger=in_danger,
            asides=asides,
            is_thanks=_is_thanks(heard, signs),
        )

    def without_manners(self) -> Heard:
        return read_signs().rest("polite", self.heard) if "polite" in self.signs else self.heard


def _loud(scores: Mapping[str, float]) -> dict[str, float]:
    """Scores as what can be shared out: the highest is 1."""
    top = max(scores.values())
    return {one: math.exp(_SHARPNESS * (score - top)) for one, score in scores.items()}


def _shared(loud: Mapping[str, float]) -> dict[str, float]:
    """Shares of the whole."""
    whole = sum(loud.values())
    return {one: part / whole for one, part in loud.items()}


def _is_idle(belief: Mapping[str, float], message: _Message) -> bool:
    """Whether a faint alarm, with no phrase for it, is outshouted by what asks nobody."""
    if belief.get(NOBODY, 0.0) < _CLEAR or message.shown:
        return False
    return message.danger[danger.KINDS.index(Sensitive.CRISIS)] < _FAINT


def _without(barred: Collection[str], scores: Mapping[str, float]) -> Mapping[str, float]:
    """``scores`` without topics that are out of the question, unless nothing would be left."""
    return {topic: score for topic, score in scores.items() if topic not in barred} or scores


def _likeliest(belief: Mapping[str, float], sensitive: Sensitive) -> str:
    """The likeliest agency; in doubt, somebody in danger goes to the ward, which is nearest."""
    agency = max(belief, key=lambda one: belief[one])
    if sensitive is Sensitive.CRISIS and belief[agency] < _SURE and WARD_KIND in belief:
        return WARD_KIND
    return agency


def _sound(shares: Sequence[float]) -> float:
    """How much a message sounds as if it asked nobody: above 0 it rather does."""
    asks, nobody = shares
    odds = math.log((nobody + _UNHEARD) / (asks + _UNHEARD))
    return _SOUND * max(_FAINTEST, min(_LOUDEST, odds + _LEANING))


def _weight(found: str) -> float:
    """The longer a phrase, the more it says; Khmer script has no spaces to count by."""
    return float(max(len(found.split()), 2 if found >= "\u1780" else 1) ** 1.5)


def _wants(rest: Heard, message: _Message) -> bool:
    """Whether what is left without manners asks for something."""
    if "?" in message.heard.text:
        return True
    signs = message.signs if rest is message.heard else read_signs().found(rest, _WISHES)
    return any(one in signs for one in _WISHES)


def _is_telling(ranking: Ranking) -> bool:
    """Whether a phrase names a matter, not just a single word."""
    return any(hit.weight >= 1 for hit in ranking.hits)


def _is_thanks(heard: Heard, signs: Mapping[str, Sequence[str]]) -> bool:
    """Whether it begins with thanks, or thanks for something done."""
    if "thanks" in signs:
        return True
    return "cam_on" in signs and "cam_on" in read_signs().found(
        heard.beginning(_OPENING), ("cam_on",)
    )


def _taught(examples: Iterable[Example] | None) -> tuple[Counts, Counts]:
    """What examples show about topics, and about what is wanted; None: the packaged ones."""
    if examples is None:
        packaged = learnt.read()
        return packaged.topics, packaged.wishes
    known = list(examples)
    return (
        counted(Lesson(one.text, one.topic) for one in known),
        counted(Lesson(one.text, one.kind) for one in known if one.kind in WISHES),
    )
