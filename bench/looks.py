"""What is looked at: every page that people can open, every figure that the program counts."""

from collections.abc import Awaitable, Callable

from bench.archive import FOLLOWED, QUEUES, Archive
from bot.domain.agencies import Queue
from bot.domain.bookmarks import Bookmark
from bot.domain.people import Grant, Person, Role
from bot.services.answers import answers
from bot.services.asking import drafting
from bot.services.asking import questions as own
from bot.services.questions import cards
from bot.services.queues import pen, queues
from bot.services.relay.broadcasting import WAITING
from bot.work import Work
from storage import broadcasts, holding, inbox, ladders, mailboxes, outbox, questions, relay
from storage.broadcasts import Broadcast, Circle, To

#: The queue that is looked at.
_QUEUE = Queue.parse(QUEUES[0])

#: One that nobody has heard yet.
_NEWEST = Broadcast(
    id=1, circle=Circle(to=To.FOLLOWERS, ward=FOLLOWED), cursor="", announcement=None
)

Look = Callable[[Work], Awaitable[object]]


def pages(archive: Archive) -> dict[str, Look]:
    """Every list that people and officials open, also far down."""
    officer, old_hand = _officer(archive), Person(id=archive.old_hand)
    middle = archive.questions // 2 + 6  # one that was answered
    mine = archive.questions - archive.messages // 2

    async def card(work: Work) -> None:
        found = await questions.of_asker(work.tx, old_hand.id, most=1)
        await cards.render(work, found[0], officer)

    async def queue_below(work: Work) -> None:
        first, _ = await queues.page(work, officer, _QUEUE)
        await queues.page(work, officer, _QUEUE, Bookmark.behind(first[-1]))

    return {
        "queue": lambda work: queues.page(work, officer, _QUEUE),
        "queue, second page": queue_below,
        "card with a long thread": card,
        "my questions": lambda work: own.mine(work, old_hand),
        "my questions, far down": lambda work: own.mine(work, old_hand, mine),
        "answers": lambda work: answers.published(work, "", most=11),
        "answers, far down": lambda work: answers.published(work, "", middle, most=11),
        "answers of a ward": lambda work: answers.published(work, FOLLOWED, most=11),
        "answers of a ward, far down": lambda work: answers.published(
            work, FOLLOWED, middle, most=11
        ),
        "one question's answers": lambda work: answers.published_as(
            work, f"TV-{1_000_000 + middle}"
        ),
        "drafts": lambda work: drafting.my_drafts(work, old_hand),
        "holding pen": lambda work: holding.waiting(work.tx, 0, pen.PAGE + 1),
        "web chat": lambda work: mailboxes.newest(work.tx, "old-hand", 2**62, 51),
        "web chat, far up": lambda work: mailboxes.newest(work.tx, "old-hand", 60, 51),
        "receivers of a broadcast": lambda work: broadcasts.receivers(work.tx, _NEWEST, 100),
    }


def counters(archive: Archive) -> dict[str, Look]:
    """What is counted of that which is open."""
    officer = _officer(archive)
    return {
        "queue": lambda work: queues.overview(work, officer, _QUEUE),
        "inbox": lambda work: inbox.waiting(work.tx),
        "outbox": lambda work: outbox.backlog(work.tx),
        "copies of broadcasts": lambda work: outbox.copies(work.tx, "telegram", WAITING),
        "holding pen": lambda work: holding.count(work.tx),
        "bulletins late": lambda work: relay.late(work.tx, work.now),
        "questions late": lambda work: ladders.late(work.tx),
    }


def _officer(archive: Archive) -> Person:
    grant = Grant(Role.OFFICER, QUEUES[0])
    return Person(id=archive.officer(QUEUES[0]), grants=frozenset({grant}))
