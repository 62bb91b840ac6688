"""Runs the product on a disk whose flush takes 5 ms more: python -m bench.slow_disk run …

Every COMMIT that changed something waits that much longer before it returns, in the thread that
commits. The flushes of a checkpoint, one in some dozens of commits, stay as they are.
"""

import atexit
import runpy
import sqlite3
import time
from functools import partial
from typing import Any

DELAY = 0.005  # seconds

#: The line that tells how often it was slow; without it, or with 0, nothing was measured.
TELLS = "slow commits:"


class SlowConnection(sqlite3.Connection):
    """Counts what it made wait."""

    slowed = 0

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._flushed = 0  #: changes that were on disk after the last commit

    def commit(self) -> None:
        super().commit()
        if self.total_changes != self._flushed:
            self._flushed = self.total_changes
            SlowConnection.slowed += 1
            time.sleep(DELAY)


def run() -> None:
    """Every connection of this process is slow, whoever opens it."""
    module: Any = sqlite3
    module.connect = partial(sqlite3.connect, factory=SlowConnection)
    atexit.register(lambda: print(TELLS, SlowConnection.slowed))
    runpy.run_module("bot", run_name="__main__")


if __name__ == "__main__":
    run()
