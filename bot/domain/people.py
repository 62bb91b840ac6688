"""People, the roles they hold, and where each role reaches."""

from datetime import datetime
from enum import StrEnum

from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.values import dataclass


class Role(StrEnum):
    """What a person may do here. A person may hold several roles, each with a scope."""

    OFFICER = "officer"  #: scope: a queue. Takes, answers, transfers, asks back
    HEAD = "head"  #: scope: a queue. Approves or returns; a ward's head also releases to air
    RELAY = "relay"  #: scope: a ward. Reads the bulletin out, reports that it was aired
    HAMLET = "hamlet"  #: scope: a hamlet. Invites, visits, reads out
    CLERK = "clerk"  #: scope: a session. Checks in, records
    ORGANISER = "organiser"  #: scope: none. Sessions, seats, figures, the holding pen
    ADMIN = "admin"  #: scope: none. Invites officials, reads health


#: The roles whose scope is a queue.
AT_A_QUEUE = (Role.OFFICER, Role.HEAD)


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """One role over one scope: a queue's text, a ward's id, a hamlet's id, a session's number."""

    role: Role
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role as one person was given it."""

    id: int
    person: int
    name: str  #: empty: never told, or erased
    grant: Grant
    since: datetime
    until: datetime | None = None  #: None: held now


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody we talk to."""

    id: int
    name: str = ""
    language: str = "vi"
    ward: str = ""
    hamlet: str = ""
    consented_at: datetime | None = None
    muted_at: datetime | None = None  #: asked for no more messages that they did not cause
    grants: frozenset[Grant] = frozenset()

    @property
    def consents(self) -> bool:
        return self.consented_at is not None

    @property
    def is_official(self) -> bool:
        return bool(self.grants)

    @property
    def is_known(self) -> bool:
        """Whether the person may be kept here: they have agreed to it, or work here."""
        return self.consents or self.is_official

    def holds(self, role: Role, scope: str = "") -> bool:
        return Grant(role, scope) in self.grants

    def scopes(self, *roles: Role) -> tuple[str, ...]:
        """The scopes over which the person holds any of ``roles``, sorted."""
        return tuple(sorted({grant.scope for grant in self.grants if grant.role in roles}))

    @property
    def queues(self) -> tuple[Queue, ...]:
        """The queues whose questions this person works on."""
        return tuple(Queue.parse(scope) for scope in self.scopes(Role.OFFICER, Role.HEAD))

    @property
    def air_wards(self) -> tuple[str, ...]:
        """The wards whose bulletin this person reads out or releases."""
        heads = (Queue.parse(scope) for scope in self.scopes(Role.HEAD))
        led = {queue.ward for queue in heads if queue.agency == WARD_KIND}
        return tuple(sorted(led | set(self.scopes(Role.RELAY))))
