"""Who may see and do what with a question. The one place where that is decided.

A queue's people read what is in it, nothing else; a sealed question is for the heads of its queue.
"""

from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.questions import Question


def may_read(person: Person, question: Question) -> bool:
    """The asker, and those who work on its queue."""
    return question.asker == person.id or may_work_on(person, question)


def may_work_on(person: Person, question: Question) -> bool:
    """Officers and heads of its queue; of a sealed question the heads alone."""
    scope = str(question.queue)
    if person.holds(Role.HEAD, scope):
        return True
    return person.holds(Role.OFFICER, scope) and not question.is_sealed


def may_approve(person: Person, question: Question) -> bool:
    return person.holds(Role.HEAD, str(question.queue))


def must_work_on(person: Person, question: Question) -> None:
    """Raises Refused, without saying what the question is about."""
    if not may_work_on(person, question):
        raise Refused("not-your-queue")


def must_approve(person: Person, question: Question) -> None:
    if not may_approve(person, question):
        raise Refused("only-a-head-approves")


def must_be_asker(person: Person, question: Question) -> None:
    if question.asker != person.id:
        raise Refused("not-your-question")


def may_invite(person: Person, role: Role, scope: str) -> bool:
    """Admins invite anyone; organisers anyone but admins; a head the officers of the own queue."""
    if person.holds(Role.ADMIN):
        return True
    if person.holds(Role.ORGANISER):
        return role is not Role.ADMIN
    return role is Role.OFFICER and person.holds(Role.HEAD, scope)


def may_air(person: Person, ward: str) -> bool:
    """The ward's reader and the ward's head."""
    return ward in person.air_wards


def may_release_now(person: Person, ward: str) -> bool:
    """Putting something on the air before its slot is the ward's head's decision, or the reader's by order."""
    return ward in person.air_wards
