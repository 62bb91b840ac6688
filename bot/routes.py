"""The table of a conversation: which words, buttons and steps lead to which handler."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import field
from typing import Protocol

from bot.domain.errors import Refused
from bot.domain.values import dataclass
from bot.turn import Turn

Handler = Callable[[Turn], Awaitable[None]]
PressHandler = Callable[[Turn, str], Awaitable[None]]


class Heed(Protocol):
    """Sees to danger before anything else; True if it did, and nothing is left to do."""

    async def __call__(self, turn: Turn, replied: int, *, is_short: bool) -> bool: ...


@dataclass(frozen=True, slots=True)
class Prompt:
    """Asks for what a step waits for."""

    ask: Handler  #: may come again: *Quay lại* leads here
    is_short: bool = False  #: a name or a place is meant; a long question here is no answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """Everything a person can do, in one place (``handlers/__init__.py``)."""

    commands: Mapping[str, Handler]  #: ``/hoi`` → handler
    labels: Mapping[str, Handler]  #: text key of a main label → handler, for those who type it
    presses: Mapping[str, PressHandler]  #: action of a button → handler(turn, argument)
    #: What a job came to → handler(turn, argument); no button does.
    done: Mapping[str, PressHandler]
    steps: Mapping[str, Handler]  #: step that waits for words → handler
    prompts: Mapping[str, Prompt]  #: step → how it is asked for again, if it can be
    ways: Mapping[str, Handler]  #: name → where another journey hands over (``turn.then``)
    replies: Mapping[str, PressHandler]  #: kind of subject → handler(turn, subject id)
    files: Callable[[Turn], Handler | None]  #: what is done with the file of a private message
    #: A number here is an answer of its own, and not the place of a button.
    numbers: frozenset[str] = field(default=frozenset())
    #: What private words mean, as a button would, that are spelled like none.
    meant: Callable[[Turn], Handler | None]
    start: PressHandler  #: an invitation's code
    opened: Handler  #: the bot was let into a chat
    edited: Handler  #: words were changed after they were sent
    unmatched: Handler  #: a reply to something we know nothing of
    heed: Heed  #: sees to words that must not wait for what is being done
    which: Handler  #: words in a short step that look like a question
    lost: Handler  #: a button we no longer know
    refused: Callable[[Turn, Refused], Awaitable[None]]  #: says what to do instead
    unclear: PressHandler  #: a word typed that stands on several cards → handler(turn, word)
    unknown: Handler  #: a command we do not know
    wordless: Handler  #: a sticker or the like: neither words nor a file
    group: Handler  #: words in a group that are for nobody
    fallback: Handler  #: free words

    def is_short(self, step: str) -> bool:
        """Whether a step waits for a few words, so that a long question is no answer to it."""
        return step in self.prompts and self.prompts[step].is_short
