"""The web chat as a channel: words go into a mailbox, open pages hear of it."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, tzinfo

from starlette.routing import BaseRoute

from bot.channels.base import Limits, Store
from bot.channels.web.crowd import Crowd
from bot.channels.web.forms import TEXT_LIMIT, number
from bot.channels.web.mailbox import Mailbox, Pace
from bot.channels.web.pages import Pages
from bot.channels.web.view import View
from bot.channels.web.wording import Words
from bot.clock import SystemClock
from bot.domain.errors import Rejected, TryLater
from bot.domain.messages import Outgoing
from bot.look.lines import Lines
from storage.database import Database, Unavailable

_PACE = Pace()


class Web:
    """``bot.channels.base.Channel``, ``Serves``, ``Fetches``, ``Opens`` and ``Streams``.

    ``words(language, key)`` gives the page's own texts, ``programme`` the name in its head,
    ``zone`` the time people live by. Every open page holds one of ``lines``: hang up
    before the HTTP server waits for them to end.
    """

    name = "web"
    limits = Limits(
        text=TEXT_LIMIT,
        caption=TEXT_LIMIT,
        acks=False,
        per_second=1000,
        per_chat_second=50,
    )

    def __init__(
        self,
        database: Database,
        words: Words,
        programme: Callable[[], Awaitable[str]],
        *,
        public_url: str,
        clock: Callable[[], datetime],
        zone: tzinfo,
        pace: Pace = _PACE,
    ) -> None:
        self._mailbox = Mailbox(database, clock, pace)
        self._view = View(words, public_url, zone)
        self._programme = programme
        self.lines = Lines()  #: what open pages hold; others may share it
        self.crowd = Crowd(SystemClock())  #: what addresses send
        self._secure = public_url.startswith("https://")

    async def send(self, chat: str, message: Outgoing) -> str:
        """Put a message into the mailbox; returns its id there."""
        try:
            return str(await self._mailbox.put(chat, message))
        except Unavailable as error:
            raise TryLater(str(error)) from error

    async def fetch(self, ref: str) -> bytes:
        """The bytes of a file that somebody sent, by ``Attachment.ref``."""
        try:
            content = await self._mailbox.fetch(ref)
        except Unavailable as error:
            raise TryLater(str(error)) from error
        if content is None:
            raise Rejected("the file has expired")
        return content

    async def edit(self, chat: str, message_id: str, message: Outgoing) -> None:
        """Change a message where it stands."""
        try:
            changed = await self._mailbox.change(chat, number(message_id), message)
        except Unavailable as error:
            raise TryLater(str(error)) from error
        if not changed:
            raise Rejected(f"chat has no message {message_id}")

    async def acknowledge(self, chat: str, press_id: str) -> None:
        """Nothing to do: a press was answered when its form was."""

    def routes(self, store: Store) -> Sequence[BaseRoute]:
        """The web chat's paths; see ``bot.channels.web.pages``."""
        pages = Pages(
            self._mailbox,
            self._view,
            self._programme,
            store,
            self.lines,
            self.crowd,
            secure=self._secure,
        )
        return pages.routes()

    async def open(self) -> None:
        self._mailbox.wakeups.open()

    async def close(self) -> None:
        self.hang_up()

    def publish_by(self, publish: Callable[[str], None]) -> None:
        """Tell other processes, too, of each chat that has changed."""
        self._mailbox.wakeups.publish = publish

    def received(self, chat: str) -> None:
        """Another process has put something into a chat."""
        self._mailbox.wakeups.received(chat)

    def hang_up(self) -> None:
        """End every live stream."""
        self._mailbox.wakeups.close()
