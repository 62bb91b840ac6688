"""How approved answers travel to a ward: bulletins, what is read out, and how long it takes."""

from datetime import datetime, timedelta

from bot.domain.slots import Means
from bot.domain.values import dataclass

#: Syllables a minute at which a ward's reader speaks, pauses included.
SPEED = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """What one ward hears at one slot."""

    id: int
    ward: str
    means: Means
    due_at: datetime
    chat_at: datetime  #: when chat copies go out: the slot, or the end of quiet hours if later
    told_at: datetime | None  #: when the reader and the ward's group got the script
    heard_at: datetime | None  #: when chat copies went out
    aired_at: datetime | None
    aired_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """Those who share an answer."""

    cluster: int = 0  #: 0: one asked
    asked: int = 1
    words: str = ""  #: read out instead of anybody's own; empty: the asker's


#: One asked.
ALONE = Among()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question with its answer, as it goes on the air: no name, no phone."""

    question: int
    number: str
    text: str
    answer: str
    office: str


def reading_time(script: str) -> timedelta:
    """How long a script takes to read aloud; Vietnamese is written a syllable a word."""
    return timedelta(minutes=len(script.split()) / SPEED)


#: Letters and signs of a syllable of Khmer, which is written without a space between words: an
#: estimate, on the long side, for a reader has to be told how long it takes.
KHMER_SYLLABLE = 3


def khmer_reading_time(script: str) -> timedelta:
    """How long the Khmer letters of a script take to read aloud."""
    letters = sum("\u1780" <= one <= "\u17d3" for one in script)
    return timedelta(minutes=letters / KHMER_SYLLABLE / SPEED)
