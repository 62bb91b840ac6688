"""*Câu hỏi tại chỗ*: a question from the floor, written down by a clerk while somebody speaks.

It is in its agency's queue from that moment on, so nothing is lost if nobody ever closes the
session; nobody is told a date before that, and no official is disturbed.
"""

from dataclasses import replace

from bot.domain.agencies import Ward
from bot.domain.board import ItemMove, ItemState
from bot.domain.conversation import Conversation
from bot.domain.errors import Refused
from bot.domain.households import Bond, Consent, Household, Relation
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.domain.sessions import Phase, Session
from bot.i18n import HOME
from bot.services.asking import asking, receipts
from bot.services.people import acting
from bot.services.questions import cards, moves
from bot.services.reach import reach
from bot.services.seats import phases
from bot.understanding import masking
from bot.understanding.folding import begins_words, fold
from bot.work import Work
from storage import addresses, board, households, people, questions
from storage.board import Event, Listed

#: How many households are offered where a name fits several.
MOST = 6


def read_words(work: Work, text: str) -> str:
    """The words as they will be kept. Raises Refused for none, and for too many."""
    words = masking.mask(text.strip()).text
    if not words:
        raise Refused("floor-words-missing")
    if len(words) > work.rules.question_chars:
        raise Refused("question-too-long", most=str(work.rules.question_chars))
    return words


def wards(work: Work, number: int) -> list[Ward]:
    """Where the asker may live: the wards of the session."""
    session = work.programme.session(number)
    found = [work.programme.ward(one) for one in (session.wards if session else ())]
    return [one for one in found if one]


async def find(work: Work, person: Person, number: int, typed: str) -> list[Household]:
    """The households on the session's list that typed words mean: its place there, or a name.

    Without diacritics and in parts: ``12``, ``thach lan``. At most ``MOST``.
    """
    phases.session_of(work, person, number)
    listed = await board.households(work.tx, number)
    found = [one.household for one in listed if _means(typed, one)]
    return found[:MOST]


def _means(typed: str, listed: Listed) -> bool:
    said = fold(typed).split()
    if len(said) == 1 and said[0].isdecimal():
        return int(said[0]) == listed.position
    return begins_words(typed, listed.household.name)


def called(work: Work, home: Household) -> str:
    """A household as a clerk tells it from others: name, hamlet, ward."""
    place = work.programme.place_name(home.ward, home.hamlet)
    return ", ".join(filter(None, (home.name, place)))


def words_of(conversation: Conversation, number: str) -> str:
    """The words whose asker is still to be named. Raises Refused where there are none left."""
    data = conversation.data
    if data.get("session") != number or not data.get("text"):
        raise Refused("step-over")
    return data["text"]


async def ask(work: Work, clerk: Person, number: int, text: str, household_id: int) -> Question:
    """A question of a household on the list. Its people hear of it, if they have a chat."""
    home = await households.get(work.tx, household_id)
    if home is None or all(
        one.household.id != household_id for one in await board.households(work.tx, number)
    ):
        raise Refused("household-not-on-list")
    session = await phases.hold(work, clerk, number)
    asker = await _person_of(work, clerk, home)
    bond = (await acting.bonds(work, asker)).get(home.id)
    helped = home.id if bond and bond.is_help else 0  # whoever lives there asks for themselves
    return await _file(work, clerk, session, text, asker, helped)


async def ask_in_ward(work: Work, clerk: Person, number: int, text: str, ward_id: str) -> Question:
    """A question of somebody in the hall of whom only the ward is known."""
    session = await phases.hold(work, clerk, number)
    if ward_id not in session.wards:
        raise Refused("ward-unknown")
    return await _file(work, clerk, session, text, await _somebody(work, ward_id))


async def _somebody(work: Work, ward: str, hamlet: str = "") -> Person:
    """The asker needs no chat and gives no name."""
    made = replace(await people.make(work.tx, HOME, work.now), ward=ward, hamlet=hamlet)
    await people.save(work.tx, made)
    return made


async def _person_of(work: Work, clerk: Person, home: Household) -> Person:
    """Who hears for a household: one of its people with a chat, else one without, made once."""
    bonds = await households.bonds_with(work.tx, home.id)
    known = [one for bond in bonds if (one := await people.get(work.tx, bond.person))]
    for one in known:
        if await addresses.of_person(work.tx, one.id):
            return replace(one, ward=home.ward, hamlet=home.hamlet)
    if known:
        return replace(known[0], ward=home.ward, hamlet=home.hamlet)
    made = await _somebody(work, home.ward, home.hamlet)
    bond = Bond(household=home.id, person=made.id, relation=Relation.SELF, consent=Consent.SPOKEN)
    await households.bind(work.tx, bond, clerk.id, work.now)
    return made


async def _file(
    work: Work, clerk: Person, session: Session, text: str, asker: Person, household: int = 0
) -> Question:
    filed = replace(await _question(work, session, text, asker), household=household)
    question = await questions.file(work.tx, filed)
    await moves.record(work, question, Move.ASK, before="", actor=clerk.id, detail="floor")
    if question.stays_private:  # never on a board: it goes the way of any other
        await cards.announce(work, question)
        await receipts.tell(work, asker, question, asking.promise(work, question.queue))
        return question
    await board.put(work.tx, session.number, question.id, from_floor=True)
    event = Event(work.now, clerk.id, ItemMove.FLOOR, "", ItemState.LISTED.value, "")
    await board.note(work.tx, question.id, event)
    await reach.tell_asker(work, question, "floor-receipt", number=question.number)
    phases.notify(work, session.number)
    return question


async def _question(work: Work, session: Session, text: str, asker: Person) -> Question:
    words = read_words(work, text)
    suggestion = asking.suggest(work, words)
    queue = asking.queue_for(work, suggestion.agency, asker.ward)
    deadline = asking.promise(work, queue)
    return Question(
        id=0,
        number=await questions.next_number(work.tx, work.programme.number_prefix),
        asker=asker.id,
        address="",
        ward=asker.ward,
        hamlet=asker.hamlet,
        session=session.number,
        phase=Phase.DURING,
        text=words,
        topic=suggestion.topic,
        queue=queue,
        kind=suggestion.kind,
        sensitive=suggestion.sensitive,
        asked_at=work.now,
        due_at=deadline.at,
        promised_days=deadline.days,
    )
