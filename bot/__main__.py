"""``python -m bot`` is ``langnghe``."""

from bot.cli import main

if __name__ == "__main__":
    main()
