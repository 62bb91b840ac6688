"""How far somebody has read in a queue."""

import re
from datetime import UTC, datetime, timedelta
from typing import Self

from bot.domain.questions import Question, Status
from bot.domain.values import dataclass

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

#: The statuses a queue shows, by the letter that stands for them in a button.
_LETTERS = {
    one.value[0]: one for one in (Status.WAITING, Status.TAKEN, Status.ASKED_BACK, Status.DRAFTED)
}

_WRITTEN = re.compile(rf"([{''.join(_LETTERS)}])([0-9a-f]{{1,11}})\.([0-9a-f]{{1,15}})")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a page ended: the place that its last question had then, wherever it is by now."""

    status: Status
    due_at: datetime
    question: int

    @classmethod
    def behind(cls, question: Question) -> Self:
        return cls(question.status, question.due_at, question.id)

    def __str__(self) -> str:
        """Short enough for a button: ``w19dfd4c2a00.11``, a letter and two hexadecimal numbers."""
        due = (self.due_at - _EPOCH) // _MILLISECOND
        return f"{self.status.value[0]}{due:x}.{self.question:x}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read what ``str(bookmark)`` wrote; None for anything else, such as an older button's."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            return None
        letter, due, question = found.groups()
        due_at = _EPOCH + int(due, 16) * _MILLISECOND
        return cls(_LETTERS[letter], due_at, int(question, 16))
