"""How fast a channel may be written to: in all, to one chat, to one group. Pure, no waiting.

The allowance of the channel grows steadily and is never saved up, so no second holds more than the
limit. A reply never waits for it: it takes what a broadcast would have had (a debt).
"""

import math
from dataclasses import dataclass, field

from bot.channels.base import Limits

#: The oldest moment that still matters for a group's minute.
_MINUTE = 60.0

#: Room where a channel has no limit.
_ANY = 1_000_000


@dataclass(slots=True)
class Pace:
    """Keeps count of what was sent, in seconds of any steady clock."""

    limits: Limits
    _free_at: float = 0.0  #: from when the channel may be used again by what can wait
    _chats: dict[str, float] = field(default_factory=dict)  #: chat → from when
    _groups: dict[str, list[float]] = field(default_factory=dict)  #: group → when it was written to

    def room(self, now: float) -> int:
        """How many messages that can wait may go right now."""
        late = now - self._free_at
        if math.isinf(self.limits.per_second):
            return _ANY
        if late < 0:
            return 0
        return 1 + int(min(late, self._burst) * self.limits.per_second)

    @property
    def _burst(self) -> float:
        """Seconds of allowance that may be used at once; only at rates that a timer cannot follow."""
        return 0.02 if self.limits.per_second >= 100 else 0.0

    def wait(self, now: float) -> float:
        """Seconds until something that can wait may go."""
        return max(0.0, self._free_at - now)

    def chat_wait(self, chat: str, now: float, *, group: bool) -> float:
        """Seconds until this chat may be written to."""
        wait = self._chats.get(chat, 0.0) - now
        if group:
            recent = self._groups.get(chat, [])
            most = max(1, int(min(self.limits.per_group_minute, _ANY)))
            if len(recent) >= most:
                wait = max(wait, recent[-most] + _MINUTE - now)
        return max(0.0, wait)

    def reserve(self, now: float) -> None:
        """Something will go to the channel: what can wait gets its turn that much later."""
        start = max(self._free_at, now - self._burst)
        self._free_at = start + 1 / self.limits.per_second

    def spend(self, chat: str, now: float, *, group: bool) -> None:
        """Something goes to this chat now."""
        self._chats[chat] = now + 1 / self.limits.per_chat_second
        if group:
            recent = [at for at in self._groups.get(chat, []) if at > now - _MINUTE]
            self._groups[chat] = [*recent, now]
        if len(self._chats) > 10_000:
            self._chats = {name: at for name, at in self._chats.items() if at > now}
