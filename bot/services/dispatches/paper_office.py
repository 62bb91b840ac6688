"""How papers name offices: the one that issues them, and those they are for."""

from bot.documents.office import Office
from bot.documents.words import Say
from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.programme import Programme


def issuer(programme: Programme, say: Say) -> Office:
    """The office that the programme names; what it leaves out follows from whoever holds it."""
    own = programme.office
    _, _, place = programme.host.partition(" ")
    return Office(
        parent=own.parent,
        name=own.name or in_full(programme.host, say),
        place=own.place or place[:1].upper() + place[1:],
        symbol=own.symbol or programme.number_prefix,
        signs_as=own.signs_as or say("figures-signs"),
        phone=own.phone or programme.contact,
        signer=own.signer,
        copies=own.copies,
        archive=own.archive,
    )


def in_full(name: str, say: Say) -> str:
    """A committee as letters write it."""
    return name.replace("UBND", say("figures-committee"))


def in_letters(programme: Programme, queue: Queue, say: Say) -> str:
    """An office as letters write it."""
    if queue.agency == WARD_KIND:
        return in_full(programme.queue_name(queue), say)
    agency = programme.agency(queue.agency)
    return agency.name if agency else queue.agency
