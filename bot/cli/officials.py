"""Officials from the command line: inviting them, who holds what, ending a role."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.cli.options import DEFAULT, Config, out, over
from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.errors import ConfigError, Refused
from bot.domain.people import Grant, Role
from bot.domain.programme import Programme
from bot.services.people import invitations
from bot.services.queues import leaving
from bot.work import Works
from storage import people

Agency = Annotated[str, typer.Option(help="Agency id, for officer and head.")]
Ward = Annotated[str, typer.Option(help="Ward id, for relay, and for a ward's officials.")]
Hamlet = Annotated[str, typer.Option(help="Hamlet id, for hamlet.")]
SessionNumber = Annotated[int, typer.Option("--session", help="Session number, for clerk.")]


def invite(
    role: Annotated[Role, typer.Option(help="The role to give.")],
    agency: Agency = "",
    ward: Ward = "",
    hamlet: Hamlet = "",
    session: SessionNumber = 0,
    config: Config = DEFAULT,
) -> None:
    """Print a one-time code and a link that give an official a role."""
    grant = Grant(role, _scope(role, agency, ward, hamlet, session))

    async def make(works: Works) -> None:
        check_grant(works.programme, grant)
        async with works.begin() as work:
            code = await invitations.invite(work, grant, by=None)
        out.print(code)
        out.print(works.voice.link(code))

    over(config, make)


def roles(config: Config = DEFAULT) -> None:
    """Show who holds which role; the first column is for end-role."""

    async def run(works: Works) -> None:
        table = Table("person", "name", "role", "scope", "where", "since", box=None)
        async with works.look() as work:
            for one in await leaving.held(work, None):
                where = invitations.scope_name(work.programme, one.grant)
                since = f"{one.since.astimezone(work.programme.zone):%Y-%m-%d}"
                cells = (str(one.person), one.name, one.grant.role, one.grant.scope, where, since)
                table.add_row(*map(Text, cells))
        out.print(table)

    over(config, run)


def end_role(
    person: Annotated[int, typer.Option(help="The person's number, as langnghe roles shows it.")],
    role: Annotated[Role, typer.Option(help="The role to take away.")],
    agency: Agency = "",
    ward: Ward = "",
    hamlet: Hamlet = "",
    session: SessionNumber = 0,
    config: Config = DEFAULT,
) -> None:
    """Take a role away from an official who left; they hear it, and the next in line takes over."""
    grant = Grant(role, _scope(role, agency, ward, hamlet, session))

    async def run(works: Works) -> None:
        async with works.begin() as work:
            found = await people.get(work.tx, person)
            if found is None or grant not in found.grants:
                raise ConfigError(
                    f"Person {person} is not {grant.role} of {grant.scope or 'everything'}; "
                    "langnghe roles shows who is."
                )
            told = await leaving.end(work, found, grant, by=None)
        out.print("Ended; they are told." if told else "Ended; no message reaches them.")

    over(config, run)


def _scope(role: Role, agency: str, ward: str, hamlet: str, session: int) -> str:
    """The scope that the options mean for a role."""
    match role:
        case Role.OFFICER | Role.HEAD:
            return str(Queue.of(agency or (WARD_KIND if ward else ""), ward))
        case Role.RELAY:
            return ward
        case Role.HAMLET:
            return hamlet
        case Role.CLERK:
            return str(session)
        case Role.ORGANISER | Role.ADMIN:
            return ""


def check_grant(programme: Programme, grant: Grant) -> None:
    """Raises ConfigError where the scope is not one of the programme's, naming those that are."""
    try:
        invitations.check_scope(programme, grant)
    except Refused:
        known = ", ".join(_choices(programme, grant.role)) or "no option at all"
        raise ConfigError(
            f"--role {grant.role}: {grant.scope or 'nothing'} is no scope for it; use {known}."
        ) from None


def _choices(programme: Programme, role: Role) -> list[str]:
    """The options that a role can be given with."""
    wards = [one.id for one in programme.wards]
    match role:
        case Role.OFFICER | Role.HEAD:
            agencies = [one.id for one in programme.agencies if not one.is_ward_kind]
            return [f"--agency {'|'.join(agencies)}", f"--ward {'|'.join(wards)}"]
        case Role.RELAY:
            return [f"--ward {'|'.join(wards)}"]
        case Role.HAMLET:
            return [
                "--hamlet with an id of the programme, e.g. " + programme.wards[0].hamlets[0].id
            ]
        case Role.CLERK:
            return [f"--session {'|'.join(str(one.number) for one in programme.sessions)}"]
        case Role.ORGANISER | Role.ADMIN:
            return []
