"""The words of a broadcast as one channel says them: read once, and fitted once, for all copies."""

from bot.domain.errors import Rejected
from bot.domain.messages import Outgoing
from bot.work import Works
from storage import broadcasts
from storage.broadcasts import Copy


class Copies:
    """What the copies say that go out on one channel; remembers the last broadcast alone."""

    def __init__(self, works: Works, channel: str) -> None:
        self._works = works
        self._channel = channel
        self._broadcast = 0
        self._texts: dict[str, Outgoing] = {}
        self._parts: dict[tuple[str, int], tuple[Outgoing, ...]] = {}  #: by language, first number

    async def words(self, broadcast: int, copy: Copy) -> Outgoing:
        """Its part of the text, in its language. Raises Rejected where the channel has come to
        carry longer messages since the copy was queued, and the text has fewer parts.
        """
        if broadcast != self._broadcast:
            await self._turn_to(broadcast)
        kind = (copy.language, copy.first)
        if kind not in self._parts:
            text = broadcasts.in_language(self._texts, copy.language)
            self._parts[kind] = self._works.voice.fit(self._channel, text, "", copy.first)
        if copy.part >= len(self._parts[kind]):
            raise Rejected("the text has fewer parts now")
        return self._parts[kind][copy.part]

    async def _turn_to(self, broadcast: int) -> None:
        async with self._works.database.reading() as tx:
            texts = await broadcasts.texts(tx, broadcast)
        self._broadcast, self._texts, self._parts = broadcast, texts, {}
