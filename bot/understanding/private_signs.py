"""Letters that Unicode leaves to private agreement: whoever reads them sees an empty box."""

import re

#: The three ranges that Unicode keeps for private use (chapter 23.5 of the standard).
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


def without(text: str) -> str:
    """``text`` without such letters: they say nothing, and programs use them as marks of theirs."""
    return _PRIVATE.sub("", text)
