"""What an installation decides for itself: how long texts may be, how long things are kept."""

from datetime import timedelta

from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Set in the settings file, the same for every programme."""

    question_chars: int = 4000  #: the longest question kept whole
    answer_chars: int = 4000  #: the longest answer accepted
    unconsented: timedelta = timedelta(hours=24)  #: words before consent are held so long
    messages: timedelta = timedelta(days=30)  #: settled messages in and out, and web chats
    contacts: timedelta = timedelta(days=90)  #: phones and chats after all is settled
    roster: timedelta = timedelta(days=365)  #: households after their last session
    reading_log: timedelta = timedelta(days=730)  #: who read private data
    file_bytes: int = 5 * 1024 * 1024  #: the largest file that people may send
    ask_again: timedelta = timedelta(days=30)  #: after an answer; zero: nobody is asked
    asked_back_days: int = 3  #: working days until what was asked back is brought up; 0: never
    files_bytes: int = 500 * 1024 * 1024  #: all files that are kept together
    files: timedelta = timedelta(days=30)  #: files that came with a question on the web
