"""The words of the page itself, all read at the start so that none can be missing later."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

#: What the quick help offers: the command a button sends, and the word on it.
MENU = (
    ("/hoi", "menu_ask"),
    ("/cauhoi", "menu_mine"),
    ("/lich", "menu_schedule"),
    ("/traloi", "menu_answers"),
    ("/giup", "menu_more"),
)

#: How a command reads in the chat.
COMMANDS: Mapping[str, str] = MappingProxyType({"/start": "begin", **dict(MENU)})

#: What the live part of the page says by itself.
LIVE = (
    *("name", "sending", "stuck", "offline", "online", "too_long", "chosen"),
    *("file_too_large", "file_empty", "file_kind"),
)

KEYS = (
    *LIVE,
    *("log", "you", "bot", "welcome_title", "welcome", "begin", "enter", "enter_go"),
    *("write", "send", "hint", "refresh", "older", "newest", "new_below", "skip"),
    *("reply", "replying", "reply_cancel"),
    *("help", "help_title", "help_write", "help_buttons"),
    *("menu_ask", "menu_mine", "menu_schedule", "menu_answers", "menu_more"),
    *("too_fast", "crowded", "call_now", "expired", "old_button", "busy", "away"),
    *("attach", "file_drop", "many_files", "files_full"),
    *("listen", "listen_cannot", "file", "file_gone_title", "file_gone", "file_gone_go"),
    *("not_here_title", "not_here", "not_here_go"),
)


class Words(Protocol):
    """How the page gets a word: ``texts.say`` of ``bot.i18n`` fits."""

    def __call__(self, language: str, key: str, /) -> str: ...


def read(words: Words, language: str) -> dict[str, str]:
    """Every word of the page in one language; ``too_long`` is the text ``web-too-long``."""
    return {key: words(language, f"web-{key.replace('_', '-')}") for key in KEYS}
