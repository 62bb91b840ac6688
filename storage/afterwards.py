"""What is called when a transaction has ended: one thing if it was kept, another if it was not."""

from collections.abc import Callable

Call = Callable[[], None]


class Afterwards:
    """The calls of one transaction, in the order in which they were asked for. Each comes once."""

    def __init__(self) -> None:
        self._calls: list[tuple[Call, Call | None]] = []

    def __len__(self) -> int:
        return len(self._calls)

    def add(self, kept: Call, undone: Call | None = None) -> None:
        self._calls.append((kept, undone))

    def was_kept(self) -> None:
        """All of it is on disk."""
        calls, self._calls = self._calls, []
        for kept, _undone in calls:
            kept()

    def was_undone(self, since: int = 0) -> None:
        """What was asked for from the call number ``since`` on belongs to what was taken back."""
        calls, self._calls[since:] = self._calls[since:], []
        for _kept, undone in calls:
            if undone:
                undone()
