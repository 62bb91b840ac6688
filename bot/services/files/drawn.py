"""Papers that were drawn, and what was drawn into them.

They lie in the chats of officials for days. Where the words of a question are erased, or sealed, in
the meantime, those that may hold them are dropped: drawn again, they are without. What was
downloaded, sent by a platform or printed before is out of our hands.
"""

from bot.domain.questions import Question
from bot.work import Work
from storage import dispatches, files


def of_sheet(dispatch: int) -> str:
    """What is kept with the files of a dispatch, to find them by."""
    return f"sheet:{dispatch}"


def of_session(number: int) -> str:
    """The same for papers of a session."""
    return f"session:{number}"


async def drop(work: Work, question: Question) -> None:
    """Drop all that is still kept of the sheets and of the session in which a question stands."""
    for sheet in await dispatches.that_hold(work.tx, question.id):
        await files.forget_from(work.tx, of_sheet(sheet))
    if question.session:
        await files.forget_from(work.tx, of_session(question.session))
