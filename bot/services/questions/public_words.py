"""What residents wrote, as everyone may read it: without phones, and without the asker's name.

Officials who work on a question read it as it came.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial

from bot.clock import giving_way
from bot.domain.board import Board, Item
from bot.domain.households import Household
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.understanding import masking, mentions
from bot.understanding.names import hide_names, without
from bot.work import Work
from storage import households, people, questions

#: How many of a person's questions are read at a time.
_PAGE = 100

#: How many names of one question are looked for on the ward's list.
_NAMES = 10

#: Reads questions a page at a time, newest first.
Page = Callable[..., Awaitable[list[Question]]]


async def of(work: Work, texts: Sequence[tuple[int, str]]) -> list[str]:
    """Each text, of the person with this id who wrote it, as everyone may read it."""
    names = await people.called(work.tx, sorted({asker for asker, _ in texts}))
    return [
        masking.hide_phones(hide_names(text, names.get(asker, ())))
        async for asker, text in giving_way(texts)
    ]


async def on_sheet(work: Work, asked: Sequence[Question]) -> list[str]:
    """Questions as an agency reads them on paper, which lies on desks: nobody is named in them.

    Beside the asker, whoever else is told of: by title, in full, or as they stand on the ward's
    list. Who is in office stays, and so does what carries the name of somebody, such as a street.
    """
    texts = await of(work, [(one.asker, one.text) for one in asked])
    return [
        without(text, await _told_of(work, one, text))
        async for one, text in giving_way(zip(asked, texts, strict=True))
    ]


async def _told_of(work: Work, question: Question, text: str) -> list[str]:
    full = [one.name for one in mentions.names_in(text) if not one.to_go_to][:_NAMES]
    listed = [one for one in full if await households.listed_as(work.tx, question.ward, one)]
    return [*mentions.people_in(text), *listed]


async def on_board(work: Work, board: Board) -> Board:
    """A session's board for those who are not its clerks."""
    items = [*([board.called] if board.called else []), *board.next]
    texts = await of(work, [(one.question.asker, one.question.text) for one in items])
    shown = [_with(one, text) for one, text in zip(items, texts, strict=True)]
    called = shown.pop(0) if board.called else None
    return replace(board, called=called, next=tuple(shown))


def _with(item: Item, text: str) -> Item:
    return replace(item, question=replace(item.question, text=text))


async def forget_person(work: Work, person: Person) -> None:
    """Take the names out of a person's questions for good, while we still know them."""
    names = (await people.called(work.tx, [person.id])).get(person.id, ())
    hide = partial(hide_names, known=names)
    await _reword(work, partial(questions.of_asker, work.tx, person.id), hide)
    for bond in await households.bonds_of(work.tx, person.id):
        asked = partial(questions.of_asker, work.tx, person.id, household=bond.household)
        await _reword(work, asked, hide)


async def forget_household(work: Work, home: Household) -> None:
    """Take its name out of the questions of those who spoke for it."""
    hide = partial(without, known=[home.name])
    for bond in await households.bonds_with(work.tx, home.id):
        await _reword(work, partial(questions.of_asker, work.tx, bond.person), hide)
    await _reword(work, partial(questions.for_household, work.tx, home.id), hide)


async def _reword(work: Work, page_of: Page, hide: Callable[[str], str]) -> None:
    page = await page_of(most=_PAGE)
    while page:
        for one in page:
            if (text := hide(one.text)) != one.text:
                await questions.reword(work.tx, one.id, text)
        page = await page_of(before=page[-1].id, most=_PAGE)
