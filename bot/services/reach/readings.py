"""Cards to be read out: one a household, made from rows at the moment when somebody opens it."""

from dataclasses import replace

from bot.domain import access
from bot.domain.households import Household
from bot.domain.messages import Outgoing
from bot.domain.people import Person
from bot.domain.questions import Status
from bot.domain.reach import AGAIN, MOST, OWN, Reach, State
from bot.domain.values import dataclass
from bot.i18n import HOME
from bot.services.people import acting, households
from bot.services.reach import reading_words
from bot.services.reach.reading_words import Asks, Spoken
from bot.voice import Button, Buttons
from bot.work import Work
from storage import addresses, pairs, reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is read out to one household, and the rows that it is made of."""

    home: Household | None  #: None: the person's own matter
    spoken: tuple[Spoken, ...]
    upto: int  #: the last row on it
    is_at_home: bool = False  #: whoever reads it lives there: it is read by being opened


def subject(household: int) -> str:
    """What a card about a household is about."""
    return f"reading:{household}"


async def tell(work: Work, reader: Person, household: int) -> None:
    """Send a card to somebody who helps one household alone, on a phone of their own."""
    card = await open_for(work, reader, household)
    if card is None:
        return
    places = await addresses.of_person(work.tx, reader.id)
    message = render(work, reader, card)
    await work.send(places[0].address, message, about=subject(household), card=True)


async def open_for(work: Work, person: Person, household: int) -> Card | None:
    """What waits for a household that was chosen; None where nothing does.

    Raises Refused where the person does not, or no longer, act for it.
    """
    home = await acting.home_to_hear(work, person, household) if household != OWN else None
    card = await _card(work, person, home)
    if card and home:
        bond = (await acting.bonds(work, person))[home.id]
        card = replace(card, is_at_home=not bond.is_help)
    if card and (card.home is None or card.is_at_home):
        await _settle(work, person, household, card.upto)
    return card


async def open_listed(work: Work, person: Person, household: int) -> Card | None:
    """The card of a household that is on the list of its hamlet's head, who goes there."""
    home = await _theirs(work, person, household)
    return await _made(work, person, home, await _listed(work, household))


async def _theirs(work: Work, person: Person, household: int) -> Household:
    home = await households.get(work, household)
    access.must_answer_for(person, home.hamlet)
    return home


async def _listed(work: Work, household: int) -> list[Reach]:
    found = await reach.of_household(work.tx, household)
    return [one for one in found if one.state is State.LISTED]


async def _card(work: Work, reader: Person, home: Household | None) -> Card | None:
    household = home.id if home else OWN
    waiting = await reach.waiting(work.tx, reader.id, household, reach.PORTION)
    return await _made(work, reader, home, waiting)


async def _made(
    work: Work, reader: Person, home: Household | None, waiting: list[Reach]
) -> Card | None:
    """The first things that wait; those with nothing left to say are settled."""
    spoken: list[Spoken] = []
    upto = 0
    for one in waiting:
        if len(spoken) == MOST:
            break
        words = await reading_words.of(work, reader, home, one)
        if words is None:
            await reach.settle(work.tx, one, State.GONE, by=None, now=work.now)
        else:
            spoken.append(words)
            upto = one.id
    return Card(home=home, spoken=tuple(spoken), upto=upto) if spoken else None


#: The buttons of what an asker is asked: their labels, and what a no does.
_ASKED = {
    Asks.HELPED: ("helped-button", "not-helped-button", "nothelped"),
    Asks.SETTLED: ("settled-button", "unsettled-button", "unsettled"),
}


def _asked(card: Card) -> list[Spoken]:
    """What is asked about on the card; of an answer that is read out to others, only afterwards."""
    here = card.home is None or card.is_at_home
    return [one for one in card.spoken if one.asks and (here or one.asks is Asks.SETTLED)]


def _pair(work: Work, reader: Person, one: Spoken, *, alone: bool) -> list[Button]:
    """Yes and no, with the number of the question where several are asked about."""
    assert one.asks is not None
    assert one.question is not None
    yes, no, denies = _ASKED[one.asks]
    pair = [(yes, one.asks.value), (no, denies)]
    if alone:
        return [Button(label, action, one.question.id) for label, action in pair]
    number = one.question.number
    return [
        Button(
            "numbered-button",
            action,
            one.question.id,
            {"number": number, "words": work.say(reader.language, label)},
        )
        for label, action in pair
    ]


def render(work: Work, reader: Person, card: Card) -> Outgoing:
    """The words of a card, and what can be done with it."""
    asked = _asked(card)
    said = [one.words for one in card.spoken]
    if any(one.asks is Asks.HELPED for one in asked):
        said.append(work.say(reader.language, "reading-helped"))
    items = "\n\n".join(said)
    rows = [
        *(row for one in card.spoken for row in one.buttons),
        *(_pair(work, reader, one, alone=len(asked) == 1) for one in asked),
    ]
    if card.home is None:
        return work.voice.render(reader.language, "reading-own", rows, items=items)
    who = acting.called(work, reader.language, card.home)
    if card.is_at_home:
        return work.voice.render(reader.language, "reading-home", rows, who=who, items=items)
    argument = f"{card.home.id}.{card.upto}"
    done: Buttons = [
        [Button("read-out-button", "readout", argument, {"who": who})],
        [Button("nobody-met-button", "nobodymet", argument)],
    ]
    return work.voice.render(reader.language, "reading-card", [*rows, *done], who=who, items=items)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOut:
    """What somebody has read out to a household."""

    home: Household
    answered: tuple[int, ...]  #: the questions whose answers it heard
    more: bool  #: something else waits for it


async def read_out(work: Work, person: Person, household: int, upto: int) -> ReadOut:
    """Somebody has read a card to a household: who, when and what is recorded, once."""
    home = await _home_of_reader(work, person, household)
    settled = await _settle(work, person, household, upto)
    answered = [
        one.about[1]
        for one, what in settled
        if one.reader == person.id and one.about[0] == "question" and what == Status.ANSWERED.value
    ]
    more = bool(await reach.waiting(work.tx, person.id, household, 1))
    return ReadOut(home=home, answered=tuple(answered), more=more)


async def not_met(work: Work, person: Person, household: int, upto: int) -> Household:
    """Nobody was at home: it is gone to again tomorrow."""
    home = await _home_of_reader(work, person, household)
    for one in await _on_card(work, person, household, upto):
        await reach.again(work.tx, one, work.now + AGAIN)
    return home


async def _home_of_reader(work: Work, person: Person, household: int) -> Household:
    """Raises Refused unless the person acts for the household, or is the one to go there."""
    if household in await acting.bonds(work, person):
        return await acting.home_to_hear(work, person, household)
    return await _theirs(work, person, household)


async def _on_card(work: Work, person: Person, household: int, upto: int) -> list[Reach]:
    """The rows up to ``upto`` that this person may read out; none where that is done."""
    found = await reach.waiting(work.tx, person.id, household, reach.PORTION)
    if household != OWN:
        home = await households.get(work, household)
        if access.may_answer_for(person, home.hamlet):
            found += [one for one in await _listed(work, household) if one not in found]
    return [one for one in found if one.id <= upto]


async def _settle(work: Work, person: Person, household: int, upto: int) -> list[tuple[Reach, str]]:
    """Record what was heard: each row, and what it was then."""
    settled = []
    home = await households.get(work, household) if household != OWN else None
    for one in await _on_card(work, person, household, upto):
        what = await reading_words.standing(work, person, home, one)
        if await reach.settle(work.tx, one, State.READ, by=person.id, now=work.now, what=what):
            settled.append((one, what))
    return settled


async def close_cards(work: Work, household: int, person: Person | None = None) -> None:
    """Blank a household's cards: in one person's chats, or in all."""
    chats = (
        {one.address for one in await addresses.of_person(work.tx, person.id)} if person else None
    )
    for pair in await pairs.live_cards(work.tx, subject(household)):
        if chats is None or pair.address in chats:
            home = await addresses.get(work.tx, pair.address)
            if home and not home.is_closed:
                await work.change(pair, work.voice.render(HOME, "reading-closed"))
