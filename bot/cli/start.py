"""Commands that start something: the whole program, a terminal chat, a migration, a check."""

import asyncio
from typing import Annotated

import typer

from bot import app, running
from bot.cli import moving
from bot.cli.options import DEFAULT, Config, file_of, out, programme_in, settings_of
from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.people import Grant, Role
from bot.domain.programme import Programme
from bot.i18n import HOME
from bot.services.people import invitations
from storage import schema


def run(config: Config = DEFAULT) -> None:
    """Start everything: channels, web chat, delivery and the timetable."""
    settings = settings_of(config)

    async def start() -> None:
        async with app.opened(settings) as database:
            made = await app.assemble(settings, database)

            async def ready() -> None:
                await _greet(made)

            await running.serve(made, ready)

    asyncio.run(start())


async def _greet(made: running.App) -> None:
    """Where to go: the web chat, and in the example a sign-in link a role."""
    url, programme = app.public_url(made.settings), made.works.programme
    out.print(f"[bold]Lắng Nghe[/bold] · {programme.name}", markup=True)
    out.print(f"  {'web chat':<23} {'bà con':<42} {url}/")
    if made.settings.web.example_links:
        for grant in _example_roles(programme):
            async with made.works.begin() as work:
                code = await invitations.invite(work, grant, by=None)
                role = work.say(HOME, f"role-{grant.role.value}")
            name = " · ".join(filter(None, (role, invitations.scope_name(programme, grant))))
            key = f"{grant.role} {grant.scope}"
            link = made.works.voice.link(code)
            out.print(f"  {key:<23} {name:<42} {link}", markup=False)
    out.print("Ctrl-C: dừng.")


def _example_roles(programme: Programme) -> list[Grant]:
    """One link a role. Those of a ward all meet at its first ward: ask from there."""
    ward, session = programme.wards[0], programme.sessions[0]
    offices = [one.id for one in programme.agencies if one.id != WARD_KIND]
    shown = [one for one in ("nhcsxh", "ldtbxh") if one in offices] or offices[:1]
    queues = [*shown, str(Queue(WARD_KIND, ward.id))]
    hamlets = [Grant(Role.HAMLET, one.id) for one in ward.hamlets[:1]]
    return [
        *(Grant(role, queue) for queue in queues for role in (Role.OFFICER, Role.HEAD)),
        Grant(Role.RELAY, ward.id),
        *hamlets,
        Grant(Role.CLERK, str(session.number)),
        Grant(Role.ORGANISER),
        Grant(Role.ADMIN),
    ]


def chat(
    config: Config = DEFAULT,
    start: Annotated[str, typer.Option(help="An invitation's code, to sign in with.")] = "",
    name: Annotated[str, typer.Option(help="Which terminal chat; each is a person.")] = "terminal",
) -> None:
    """Talk to the bot in this terminal; answer with words or with a number."""
    settings = settings_of(config)

    async def talk() -> None:
        async with app.opened(settings) as database:
            await app.chat(settings, database, name=name, start=start)

    asyncio.run(talk())


def check(config: Config = DEFAULT) -> None:
    """Check the settings and the programme in them; every problem is one sentence."""
    settings = settings_of(config)
    app.on_postgres(settings)  # says so if its driver is missing
    programme = programme_in(settings)
    out.print(
        f"{file_of(config)}: good. {len(programme.wards)} wards, "
        f"{len(programme.agencies)} agencies, {len(programme.topics)} topics, "
        f"{len(programme.sessions)} sessions."
    )


def migrate(
    config: Config = DEFAULT,
    source: Annotated[
        str, typer.Option("--from", help="Move an installation: the address of its database.")
    ] = "",
    target: Annotated[
        str, typer.Option("--to", help="The address of the new database, which must be empty.")
    ] = "",
    reopen: Annotated[
        bool, typer.Option("--reopen", help="Go on with a database that was moved elsewhere.")
    ] = False,
) -> None:
    """Bring the database to the schema of this version; run does so too. Or move it elsewhere."""
    if source or target:
        moving.watched(source, target)
        return
    settings = settings_of(config)
    if reopen:
        moving.reopened(settings)
        return

    async def bring() -> None:
        async with app.opened(settings):
            out.print(f"The database is at schema {schema.HEAD}.")

    asyncio.run(bring())
