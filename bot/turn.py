"""Turn = work + person + message: one incoming message and all it causes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from bot.domain import long_lists, numbering
from bot.domain.conversation import Conversation
from bot.domain.messages import Choice, Inbound, Outgoing
from bot.domain.people import Person
from bot.understanding.folding import matches
from bot.voice import Buttons
from bot.work import Work


@dataclass(slots=True, kw_only=True)
class Turn:
    """What a handler is given. It reads the words, calls one service, and says something."""

    work: Work
    person: Person
    message: Inbound
    conversation: Conversation
    shown: list[Choice] = field(default_factory=list)
    onward: list[str] = field(default_factory=list)  #: ways to go on when the handler is done
    forget: bool = False  #: the person was erased: nothing of this conversation is kept

    @property
    def text(self) -> str:
        return self.message.text.strip()

    @property
    def language(self) -> str:
        return self.person.language

    @property
    def address(self) -> str:
        return str(self.message.address)

    @property
    def data(self) -> Mapping[str, str]:
        """What the step has gathered so far."""
        return self.conversation.data

    async def say(
        self,
        key: str,
        buttons: Buttons = (),
        *,
        about: str = "",
        card: bool = False,
        **args: Any,
    ) -> None:
        """Answer in the chat the message came from."""
        message = self.work.voice.render(self.language, key, buttons, **args)
        await self.show(message, about=about, card=card)

    async def show(self, message: Outgoing, *, about: str = "", card: bool = False) -> None:
        """Answer with words that are rendered already; a long list of buttons a page at a time."""
        if self.message.group and self.message.message_id and not self.message.press:
            message = replace(message, reply_to=self.message.message_id)
        message, choices = long_lists.first_page(message, self.words("choices-more-button"))
        await self.work.send(self.address, message, about=about, card=card, reply=True)
        if choices:  # a typed number means those shown last
            self.shown = choices
        if numbered := self.work.shown.get(self.address):  # a typed word finds the hidden ones too
            numbered += choices[len(list(chain.from_iterable(message.choices))) :]

    def chosen(self, *, by_number: bool = True) -> list[Choice]:
        """The buttons that a typed number or word may mean, among those shown last.

        Several where cards were written out with numbers, and the word stands on each of them. In
        a group that has numbers, those said to the bot count; in another one, none do.
        """
        choices, text, numbers = self.conversation.choices, self.text, self._numbers
        if self.message.group and not (numbers and self.message.to_bot):
            return []
        if text.isdecimal() and len(text) <= 2:
            if not by_number:
                return []
            self._stands()
            return list(choices[int(text) - 1 : int(text)]) if int(text) else []
        meant = next((one for one in choices if matches(text, one.label)), None)
        if meant is None or not numbers:
            return [meant] if meant else []
        return list({one.data: one for one in choices if one.label == meant.label}.values())

    @property
    def _numbers(self) -> bool:
        return self.work.voice.numbers(self.message.address.channel)

    def _stands(self) -> None:
        """Who takes one card of many by its number will take the next: their numbers go on."""
        if numbering.several(self.conversation.choices) and self.address in self.work.shown:
            self.work.shown[self.address] = list(self.conversation.choices)

    def message_with(self, text: str) -> Inbound:
        """The message with other words, such as those behind a command."""
        return replace(self.message, text=text)

    def words(self, key: str, **args: Any) -> str:
        """Words to be put inside other words."""
        return self.work.say(self.language, key, **args)

    def wait_for(self, step: str, *, back: str = "", **data: object) -> None:
        """The next words of this sender fill ``step``; ``back`` is where *Quay lại* leads."""
        kept = {name: str(value) for name, value in data.items()}
        if back:
            kept["back"] = back
        self.conversation = replace(self.conversation, step=step, data=kept)

    def note(self, **data: object) -> None:
        """Keep something with the step that waits."""
        kept = {**self.data, **{name: str(value) for name, value in data.items()}}
        self.conversation = replace(self.conversation, data=kept)

    def then(self, way: str) -> None:
        """When this handler is done: another journey of ``Routes.ways``, or a step asks again."""
        self.onward.append(way)

    def finish(self) -> None:
        """No step waits for an answer now."""
        self.conversation = replace(self.conversation, step="", data={})
