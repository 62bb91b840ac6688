"""Voice: keys become words and buttons, in a language, fitted to the channel that carries them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any, Protocol

from bot.domain.files import File
from bot.domain.messages import Choice, Outgoing
from bot.domain.values import dataclass
from bot.i18n import Texts


class Fit(Protocol):
    """Fits words to a channel by name: long texts cut, buttons turned into numbers (from ``first``
    on) where it has none, and a file told by its link where it carries none."""

    def __call__(
        self, channel: str, message: Outgoing, link: str = "", first: int = 1, /
    ) -> tuple[Outgoing, ...]: ...


class FitOne(Protocol):
    """The same in one message, whose middle is left out where its words are too long."""

    def __call__(self, channel: str, message: Outgoing, first: int = 1, /) -> Outgoing: ...


@dataclass(frozen=True, slots=True)
class Button:
    """A button by the key of its label, and what pressing it does."""

    label: str  #: text key
    action: str
    argument: object = ""
    args: dict[str, Any] = field(default_factory=dict)  #: variables of the label
    url: str = ""  #: opens a page instead

    @property
    def data(self) -> str:
        return "" if self.url else f"{self.action}:{self.argument}"


Buttons = Sequence[Sequence[Button]]


@dataclass(frozen=True, slots=True)
class Voice:
    """Turns keys into words and fits them to a channel."""

    texts: Texts
    fit: Fit
    fit_one: FitOne
    carries: Callable[[str], bool] = lambda _channel: True  #: whether a channel carries files
    numbers: Callable[[str], bool] = lambda _channel: False  #: whether it has them for buttons
    offered: tuple[str, ...] = (
        "vi",
    )  #: languages that people may choose, the first one by default
    public_url: str = ""  #: where the web chat is reached from outside

    links: Mapping[str, Callable[[str], str]] = field(default_factory=dict)  #: by channel

    def link(self, code: str, channel: str = "") -> str:
        """The link that holds an invitation's code: into ``channel``, or into the web chat."""
        own = self.links[channel](code) if channel in self.links else ""
        return own or f"{self.public_url}/vao?start={code}"

    def file_link(self, code: str) -> str:
        """The address of the page that hands out a file."""
        return f"{self.public_url}/lay-tep/{code}"

    def render(
        self,
        language: str,
        key: str,
        buttons: Buttons = (),
        *,
        enclosed: File | None = None,
        **args: Any,
    ) -> Outgoing:
        """The words of ``key`` with its buttons, in one language, and a file to go with them.

        Whatever says something hands it on to here: ``work.tell(…, enclosed=…)``, ``turn.say``.
        """
        return Outgoing(
            text=self.texts.say(language, key, **args),
            choices=tuple(tuple(self._choice(language, one) for one in row) for row in buttons),
            file=enclosed,
        )

    def _choice(self, language: str, button: Button) -> Choice:
        label = self.texts.say(language, button.label, **button.args)
        return Choice(label=label, data=button.data, url=button.url)
