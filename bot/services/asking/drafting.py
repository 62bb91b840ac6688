"""Words that are about to become a question: they wait for one press, and nothing is lost."""

from dataclasses import replace

from bot.domain.errors import Refused
from bot.domain.messages import Inbound
from bot.domain.people import Person
from bot.services.asking import asking
from bot.understanding.parts import parts
from bot.work import Work
from storage import drafts
from storage.drafts import Draft

#: How many files go with one question: as many as an album holds.
MOST_FILES = 10

#: How many drafts one look shows.
PAGE = 5


def measured(work: Work, text: str) -> str:
    """The words as they are kept. Raises Refused for more than may be asked at once.

    Who is in danger may write as much as they need to.
    """
    words, most = text.strip(), work.rules.question_chars
    if len(words) > most and not asking.is_crisis(work, words):
        raise Refused("question-too-long", most=str(most))
    return words


async def keep(work: Work, person: Person, message: Inbound, household: int = 0) -> int:
    """Keep words that were measured when they came; whatever may be asked by now, they stay."""
    unsent = Draft(
        id=0,
        person=person.id,
        household=household,
        address=str(message.address),
        text=message.text.strip(),
        message_id=message.message_id,
        attachments=message.attachments,
        made_at=work.now,
    )
    return await drafts.put(work.tx, unsent)


async def draft(work: Work, person: Person, message: Inbound, household: int = 0) -> int:
    """Keep words that are about to become a question; returns the draft's id.

    ``household``: for whom it is asked; 0: for the person themselves.
    """
    measured(work, message.text)
    return await keep(work, person, message, household)


async def mend(work: Work, person: Person, message: Inbound) -> int | None:
    """Words were changed after they were sent: their draft gets them too; None if it is filed.

    Raises Refused for more than may be asked at once: the draft keeps the words it has.
    """
    found = await drafts.of_message(work.tx, person.id, str(message.address), message.message_id)
    if found is None or not message.text.strip():
        return None
    await drafts.change(work.tx, found, measured(work, message.text))
    return found.id


async def enclose(work: Work, person: Person, message: Inbound) -> Draft | None:
    """Files without words go with the newest draft of their chat; None where there is none.

    Raises Refused where it has as many as go with one question.
    """
    found = await drafts.newest(work.tx, person.id, str(message.address))
    if found is None or not message.attachments:
        return None
    files = (*found.attachments, *message.attachments)
    if len(files) > MOST_FILES:
        raise Refused("files-enough", most=str(MOST_FILES))
    both = replace(found, attachments=files)
    await drafts.change(work.tx, both, both.text)
    return both


async def my_draft(work: Work, person: Person, draft_id: int) -> Draft:
    """One of the person's own drafts. Raises Refused if it was sent or dropped already."""
    found = await drafts.get(work.tx, draft_id)
    if found is None or found.person != person.id:
        raise Refused("draft-gone")
    return found


async def has_drafts(work: Work, person: Person) -> bool:
    return bool(await drafts.of_person(work.tx, person.id, most=1))


async def need_a_place(work: Work, person: Person) -> bool:
    """Whether drafts wait for nothing but where their writer lives: they never send themselves."""
    found, _ = await my_drafts(work, person)
    return not asking.lives_here(work, person) and any(not one.household for one in found)


async def my_drafts(work: Work, person: Person, after: int = 0) -> tuple[list[Draft], bool]:
    """A page of the person's drafts as they came, and whether there are more.

    ``after`` is the last draft of the page before.
    """
    found = await drafts.of_person(work.tx, person.id, after, most=PAGE + 1)
    return found[:PAGE], len(found) > PAGE


async def in_danger(work: Work, person: Person) -> list[Draft]:
    """Those of all the person's drafts that must not wait for a press."""
    found, after, more = list[Draft](), 0, True
    while more:
        page, more = await my_drafts(work, person, after)
        found += [one for one in page if asking.is_crisis(work, one.text)]
        after = page[-1].id if page else after
    return found


async def split(work: Work, person: Person, draft_id: int) -> list[int]:
    """Make a draft the questions it holds; returns their ids. Files stay with the first.

    Raises Refused if the draft was sent or dropped already.
    """
    taken = await drafts.take(work.tx, draft_id, person.id)
    if taken is None:
        raise Refused("draft-gone")
    pieces = [part.text for part in parts(work.router, taken.text)] or [taken.text]
    found = []
    for place, piece in enumerate(pieces):
        files_of = () if place else taken.attachments
        one = replace(taken, text=piece, message_id="", attachments=files_of, made_at=work.now)
        found.append(await drafts.put(work.tx, one))
    return found


async def put_off(work: Work, person: Person, draft_id: int) -> None:
    """Its writer hesitates: it waits as long again. Raises Refused if it was sent or dropped."""
    found = await my_draft(work, person, draft_id)
    await drafts.put_off(work.tx, found.id, work.now)


async def drop_draft(work: Work, person: Person, draft_id: int) -> None:
    if await drafts.take(work.tx, draft_id, person.id) is None:
        raise Refused("draft-gone")
