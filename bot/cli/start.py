"""Commands that start something: the whole program, a terminal chat, a migration, a check."""

import asyncio
from typing import Annotated

import typer

from bot import app, running
from bot.cli.options import DEFAULT, Config, out, programme_in, settings_of
from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.people import Grant, Role
from bot.domain.programme import Programme
from bot.services import invitations
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
    url = app.public_url(made.settings)
    out.print(f"[bold]Lắng Nghe[/bold] · {made.works.shelf.programme.name}")
    out.print(f"  web chat   {url}/")
    if made.settings.web.example_links:
        for name, grant in _example_roles(made.works.shelf.programme):
            async with made.works.begin() as work:
                code = await invitations.invite(work, grant, by=None)
            out.print(f"  {name:<18} {url}/vao?start={code}")
    out.print("Stop with Ctrl-C.")


def _example_roles(programme: Programme) -> list[tuple[str, Grant]]:
    """One grant a role, all meeting at the first ward and the first agency of the example."""
    ward, session = programme.wards[0], programme.sessions[0]
    agency = next(one for one in programme.agencies if one.id != WARD_KIND)
    bank = programme.agency("nhcsxh") or agency
    own = str(Queue(WARD_KIND, ward.id))
    hamlet = ward.hamlets[0].id if ward.hamlets else ""
    return [
        ("officer bank", Grant(Role.OFFICER, bank.id)),
        ("head bank", Grant(Role.HEAD, bank.id)),
        ("officer labour", Grant(Role.OFFICER, agency.id)),
        ("head labour", Grant(Role.HEAD, agency.id)),
        ("officer ward", Grant(Role.OFFICER, own)),
        ("head ward", Grant(Role.HEAD, own)),
        ("relay ward", Grant(Role.RELAY, ward.id)),
        ("hamlet", Grant(Role.HAMLET, hamlet)),
        ("clerk", Grant(Role.CLERK, str(session.number))),
        ("organiser", Grant(Role.ORGANISER)),
        ("admin", Grant(Role.ADMIN)),
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
    app.sqlite_path(settings)
    programme = programme_in(settings)
    out.print(
        f"{config}: good. {len(programme.wards)} wards, {len(programme.agencies)} agencies, "
        f"{len(programme.topics)} topics, {len(programme.sessions)} sessions."
    )


def migrate(config: Config = DEFAULT) -> None:
    """Bring the database to the schema of this version; ``run`` does so by itself."""
    settings = settings_of(config)

    async def bring() -> None:
        async with app.opened(settings):
            out.print(f"The database is at schema {schema.HEAD}.")

    asyncio.run(bring())
