"""What can wait does so while the process is busy with what people write."""

from bot.clock import Clock

#: From this share of a processor on, the process is busy. It idles at a fiftieth.
_BUSY = 0.1

#: Over less than this, in seconds, a single message looks like much to do.
_SPAN = 0.5

#: The longest wait, in seconds: what can wait is late then, and not forgotten.
_LONGEST = 60


class IdleGate:
    """Lets through while the process is idle; otherwise whoever comes waits, at most a minute.

    Idle: of one processor it has used less than a tenth since it was last asked.
    """

    def __init__(self) -> None:
        self._at: tuple[float, float] | None = None
        self._share = 0.0

    async def wait(self, clock: Clock) -> None:
        """Return once the process is idle, or after a minute; the first call returns at once."""
        for _ in range(_LONGEST):
            if self._measured(clock) < _BUSY:
                return
            await clock.sleep(1)

    def _measured(self, clock: Clock) -> float:
        """How much of a processor was used since half a second ago or more; 0 the first time."""
        now, worked = clock.steady(), clock.worked()
        since, before = self._at or (now, worked)
        if now - since >= _SPAN:
            self._share = (worked - before) / (now - since)
        if now - since >= _SPAN or self._at is None:
            self._at = (now, worked)
        return self._share
