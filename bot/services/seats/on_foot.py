"""Households that somebody has to go to: a list a hamlet, for its head.

Where a hamlet's head is not in chat the organisers send somebody. They get one message for all such
hamlets, however many: with buttons while it is short, otherwise by place, to be shared out.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from bot.domain.households import Household
from bot.domain.people import Person, Role
from bot.domain.sessions import Session
from bot.domain.values import dataclass
from bot.services.people import hamlets
from bot.voice import Button
from bot.work import Work
from storage import people

#: The households of one list, as many as a screen can show with their buttons. No numbers: a typed
#: number means a button.
LETTERS = "ABCDEFGHIJ"
LONGEST = len(LETTERS)

#: A household to go to: what its buttons carry (the id of its seat, or its own), and who it is.
Visit = tuple[int, Household]

#: What a household is called.
Called = Callable[[Household], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One list for one or several people."""

    people: Sequence[Person]
    visits: Sequence[Visit]
    place: str = ""  #: where all of them live; empty: in several hamlets

    @property
    def is_long(self) -> bool:
        """Too long for buttons."""
        return len(self.visits) > LONGEST

    def names(self, work: Work, language: str, called: Called = attrgetter("name")) -> str:
        """The households as the message lists them."""
        if self.is_long:
            return "\n".join(by_place(work, [home for _, home in self.visits], called))
        say, lines = work.say, zip(LETTERS, self.visits, strict=False)
        if self.place:
            found = [(letter, called(home)) for letter, (_, home) in lines]
        else:
            found = [(letter, _at_home(work, home, called)) for letter, (_, home) in lines]
        return "\n".join(say(language, "short-list-line", letter=a, name=name) for a, name in found)


async def walks(work: Work, by_hamlet: Mapping[str, Sequence[Visit]]) -> list[Walk]:
    """Who goes where: the heads in order of their hamlets, the organisers last."""
    found, unled = [], list[Visit]()
    for hamlet, visits in sorted(by_hamlet.items()):
        heads = await people.holding(work.tx, Role.HAMLET, hamlet) if hamlet else []
        if not heads:
            unled += visits
            continue
        place = hamlets.place(work, visits[0][1])
        parts = [visits[at : at + LONGEST] for at in range(0, len(visits), LONGEST)]
        found += [Walk(people=heads, visits=part, place=place) for part in parts]
    if unled:
        organisers = await people.holding(work.tx, Role.ORGANISER, "")
        found.append(Walk(people=organisers, visits=unled, place=_only_place(work, unled)))
    return found


def _only_place(work: Work, visits: Sequence[Visit]) -> str:
    places = {hamlets.place(work, home) for _, home in visits}
    return places.pop() if len(places) == 1 else ""


def _at_home(work: Work, home: Household, called: Called) -> str:
    place = hamlets.place(work, home)
    return f"{called(home)} ({place})" if place else called(home)


def by_place(work: Work, homes: Sequence[Household], called: Called) -> list[str]:
    """A line a hamlet."""
    found = defaultdict[str, list[str]](list)
    for home in homes:
        found[hamlets.place(work, home)].append(called(home))
    return [f"• {place or '…'}: {', '.join(names)}" for place, names in found.items()]


def list_button(session: Session) -> Button:
    """Leads to the list of the session, where answers are entered."""
    return Button("seat-session-button", "seatcard", session.number, {"session": session.name})
