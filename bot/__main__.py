"""``python -m bot`` is ``langnghe``."""

import gc

# Starting makes a million objects that stay; looking through them again and again takes a third of
# the time. Later, too, almost everything is freed without the collector.
gc.set_threshold(10_000, 20, 20)

from bot.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
