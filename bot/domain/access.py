"""Who may see and do what with a question or a seat. The one place where that is decided.

A queue's people read what is in it, nothing else; a sealed question is for the heads of its queue.
Nobody works on a question of their own: its asker meets it only as an asker.
"""

from collections.abc import Collection

from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.errors import Refused
from bot.domain.households import Bond, Household
from bot.domain.people import Grant, Person, Role
from bot.domain.questions import SEALED, Question, Sensitive


def may_read(person: Person, question: Question) -> bool:
    """The asker, of their own; and those who work on its queue.

    What was asked for a household opens only where the household has been chosen.
    """
    is_own = question.asker == person.id and not question.household
    return is_own or may_work_on(person, question)


def may_work_on(person: Person, question: Question, now_of: Queue | None = None) -> bool:
    """Officers and heads of its queue (by now: ``now_of``); of what is sealed the heads alone."""
    queue = now_of or question.queue
    if question.asker == person.id:
        return False
    is_officer = person.holds(Role.OFFICER, str(queue))
    return leads(person, queue) or (is_officer and not question.is_sealed)


def may_open_files(person: Person, question: Question) -> bool:
    """Those who may work on it, in a chat of their own: files never go into a group."""
    return may_work_on(person, question)


def may_open_enclosures(person: Person, question: Question) -> bool:
    """The files of its answer, before it is public: those who may work on it. Afterwards SQL
    decides, by the rule of the page of answers."""
    return may_work_on(person, question)


def seen(person: Person, queue: Queue, *, openly: bool = False) -> frozenset[Sensitive]:
    """What of a queue its people see there; ``openly``: before a whole group.

    The same as ``may_work_on`` and ``may_stand_in``, for looking at many at once.
    """
    if openly:
        return frozenset({Sensitive.NO})
    if leads(person, queue):
        return frozenset(Sensitive)
    return frozenset(Sensitive) - SEALED


def leads(person: Person, queue: Queue) -> bool:
    """Heads see everything in their queue, the sealed too."""
    return person.holds(Role.HEAD, str(queue))


#: What stands on the sheets that go to an agency: they are printed, and pass through many hands.
ON_PAPER = frozenset({Sensitive.NO})


def must_read_queue(person: Person, queue: Queue) -> None:
    """Raises Refused unless the person works on the queue."""
    if queue not in person.queues:
        raise Refused("not-your-queue")


def may_have_sheet(person: Person, queue: Queue) -> bool:
    """The agency's officers and heads; the organiser, who prints it and brings it back for them."""
    return queue in person.queues or may_plan(person)


def must_have_sheet(person: Person, queue: Queue) -> None:
    if not may_have_sheet(person, queue):
        raise Refused("dispatch-not-yours")


def must_return_sheet(person: Person) -> None:
    """Raises Refused for whoever can have no sheet at all; which ones they may, the sheet tells."""
    if not (person.queues or may_plan(person)):
        raise Refused("no-queue")


def may_draft_from_sheet(person: Person | None, question: Question, queue: Queue) -> bool:
    """Whether a sheet of ``queue`` that this person returns may answer the question now.

    ``person`` None: whoever runs the installation. Not once it has gone to another agency or was
    sealed, nor for whoever asked it.
    """
    if question.queue != queue or question.sensitive not in ON_PAPER:
        return False
    return person is None or (may_have_sheet(person, queue) and question.asker != person.id)


def may_approve(person: Person, question: Question) -> bool:
    """Heads of its queue, unless they asked it themselves."""
    return leads(person, question.queue) and may_work_on(person, question)


def may_stand_in(queue: str, question: Question) -> bool:
    """Whether a card of the question may stand in a group that works on ``queue``."""
    return queue == str(question.queue) and not question.stays_private


def may_keep(person: Person, queue: Queue) -> bool:
    """Whether the person works in the office, and so may say what became of its promises."""
    return queue in person.queues


def may_hear_that_it_is_late(person: Person, question: Question) -> bool:
    """Those who may work on it. Organisers too, unless they asked it themselves: they are told its
    number and office, nothing else; of what is sealed not even its number."""
    runs = person.holds(Role.ORGANISER) and question.asker != person.id
    return may_work_on(person, question) or runs


def may_hand_on(person: Person, question: Question) -> bool:
    """To another office: those who may work on it, and organisers, who hear that it is late. They
    read its number, office and topic, no words; what is sealed is for its heads alone."""
    return may_hear_that_it_is_late(person, question) and (
        not question.is_sealed or may_work_on(person, question)
    )


def may_seal(person: Person, question: Question) -> bool:
    """Whoever may work on it: one who reads of danger or of an accusation lets its heads alone
    read on."""
    return may_work_on(person, question)


def may_unseal(person: Person, question: Question) -> bool:
    """Those who read what is sealed: its heads."""
    return question.is_sealed and may_approve(person, question)


def must_work_on(person: Person, question: Question) -> None:
    """Raises Refused, without saying what the question is about."""
    if not may_work_on(person, question):
        raise Refused("not-your-queue")


def must_open_files(person: Person, question: Question) -> None:
    if not may_open_files(person, question):
        raise Refused("not-your-queue")


def must_open_enclosures(person: Person, question: Question) -> None:
    if not may_open_enclosures(person, question):
        raise Refused("not-your-queue")


def must_approve(person: Person, question: Question) -> None:
    if not may_approve(person, question):
        raise Refused("only-a-head-approves")


def must_be_asker(person: Person, question: Question, acts_for: Collection[int] = ()) -> None:
    """Raises Refused unless the person asked it.

    What was asked for a household also needs its consent; ``acts_for`` are those that gave it.
    """
    if question.asker != person.id:
        raise Refused("not-your-question")
    if question.household and question.household not in acts_for:
        raise Refused("home-closed")


def must_act_for(person: Person, household: int, acts_for: Collection[int]) -> None:
    """Raises Refused unless the household has agreed to this person's help, and the person to be
    known here, as far as that is needed."""
    must_be_known(person)
    must_hear_for(household, acts_for)


def must_hear_for(household: int, acts_for: Collection[int]) -> None:
    """Raises Refused unless the household's consent for this person stands."""
    if household not in acts_for:
        raise Refused("home-closed")


def may_look_up(person: Person) -> bool:
    """Heads find the households of their hamlets by name; nobody else looks into lists."""
    return bool(person.scopes(Role.HAMLET))


def may_read_out(person: Person, home: Household, question: Question, *, private: bool) -> bool:
    """A visitor may read out what others may hear as well; never what is private."""
    return may_answer_for(person, home.hamlet) and not (private or question.stays_private)


def may_end_help(person: Person, home: Household, bond: Bond, own: Bond | None) -> bool:
    """Who may end the help for a household: those who live there, the helper, the hamlet's head.

    ``own`` is what the person is to the household.
    """
    lives_there = own is not None and not own.is_help
    return bond.person == person.id or lives_there or may_answer_for(person, home.hamlet)


def may_know_by_name(viewer: Person | None, proxy: Person) -> bool:
    """Officials who ask for a household are known to colleagues by name; neighbours are not.

    ``viewer`` None: a group.
    """
    return viewer is not None and proxy.is_official


def must_consent(person: Person) -> None:
    """Nothing is kept of a resident who has not agreed, or agrees no longer."""
    if not person.consents:
        raise Refused("consent-first")


def must_be_known(person: Person) -> None:
    """Raises Refused unless the person has consented to be known; officials need not."""
    if not person.is_known:
        raise Refused("consent-first")


def runs_programme(person: Person) -> bool:
    """Organisers and admins: the holding pen, figures of everything, any session."""
    return person.holds(Role.ORGANISER) or person.holds(Role.ADMIN)


def must_run_programme(person: Person) -> None:
    if not runs_programme(person):
        raise Refused("not-for-you")


def may_invite(person: Person, role: Role, scope: str) -> bool:
    """Admins invite anyone; organisers anyone but admins; heads the officers of their own queue."""
    if person.holds(Role.ADMIN):
        return True
    if person.holds(Role.ORGANISER):
        return role is not Role.ADMIN
    return role is Role.OFFICER and person.holds(Role.HEAD, scope)


def may_invite_somebody(person: Person) -> bool:
    """Whether there is a role to which the person may invite."""
    return runs_programme(person) or bool(person.scopes(Role.HEAD))


def may_end_role(person: Person, holder: int, grant: Grant) -> bool:
    """Whoever may invite to a role may end it, but never their own: a slip would lock them out."""
    return holder != person.id and may_invite(person, grant.role, grant.scope)


def may_plan(person: Person) -> bool:
    """Organisers alone give seats: they propose, change, and sign."""
    return person.holds(Role.ORGANISER)


def must_plan(person: Person) -> None:
    if not may_plan(person):
        raise Refused("not-for-you")


def may_see_figures(person: Person, session: int) -> bool:
    """How a session fills, without names."""
    return may_run(person, session) or bool(_led_wards(person))


def must_see_figures(person: Person, session: int) -> None:
    if not may_see_figures(person, session):
        raise Refused("not-for-you")


def may_read_policies(person: Person) -> bool:
    """What people said of each policy, in sums over all questions: whoever runs the programme."""
    return runs_programme(person)


def may_follow_promises(person: Person) -> bool:
    """What any office has promised, and by when: organisers, who remind it."""
    return person.holds(Role.ORGANISER)


def may_see_list(person: Person, ward: str) -> bool:
    """The names of a ward's households with their reasons: the organiser, and the ward's head."""
    return may_plan(person) or ward in _led_wards(person)


def must_see_list(person: Person, ward: str) -> None:
    if not may_see_list(person, ward):
        raise Refused("not-for-you")


def listed_wards(person: Person | None, wards: Collection[str]) -> tuple[str, ...]:
    """Of these wards, those whose lists of names the person may have, on paper as in chat;
    ``person`` None: whoever runs the installation."""
    return tuple(one for one in wards if person is None or may_see_list(person, one))


def may_answer_for(person: Person, hamlet: str) -> bool:
    """Whether this person may write down what a household says: its hamlet's head, an organiser."""
    return may_plan(person) or bool(hamlet and person.holds(Role.HAMLET, hamlet))


def must_answer_for(person: Person, hamlet: str) -> None:
    if not may_answer_for(person, hamlet):
        raise Refused("not-your-hamlet")


def may_check_in(person: Person, session: int) -> bool:
    """Clerks of the session, and organisers."""
    return may_plan(person) or person.holds(Role.CLERK, str(session))


def must_check_in(person: Person, session: int) -> None:
    if not may_check_in(person, session):
        raise Refused("not-for-you")


def _led_wards(person: Person) -> frozenset[str]:
    """The wards that a person leads."""
    heads = (Queue.parse(scope) for scope in person.scopes(Role.HEAD))
    return frozenset(queue.ward for queue in heads if queue.agency == WARD_KIND)


def may_run(person: Person, session: int) -> bool:
    """Its clerk, and whoever runs the programme: opens a session, leads its board, closes it."""
    return runs_programme(person) or person.holds(Role.CLERK, str(session))


def must_run(person: Person, session: int) -> None:
    if not may_run(person, session):
        raise Refused("not-your-session")


def must_name_panelist(person: Person, queue: Queue) -> None:
    """Who sits for an agency is said by its head, or by an organiser. Raises Refused."""
    if not (leads(person, queue) or may_plan(person)):
        raise Refused("panel-not-yours")


def may_air(person: Person, ward: str) -> bool:
    """The ward's reader and the ward's head: at the slot, or before it."""
    return ward in person.air_wards


def must_air(person: Person, *wards: str) -> None:
    """Raises Refused for who may air none of them."""
    if not any(may_air(person, ward) for ward in wards):
        raise Refused("not-your-ward")
