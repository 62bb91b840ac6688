"""``python -m bot`` is ``langnghe``."""

import gc
import os

# The database, copies of it, lists, letters with their codes: whatever is written holds everybody's
# data, and is its owner's alone to read.
os.umask(0o077)

# Starting makes a million objects that stay: looking through them takes a sixth of the time.
gc.disable()

from bot.cli import main  # noqa: E402

# What was imported is not looked through while the program starts. Later, too, almost everything
# is freed without the collector.
gc.freeze()
gc.set_threshold(10_000, 20, 20)
gc.enable()

if __name__ == "__main__":
    main()
