"""The command line. Exit 0 only when done; what is wrong is said in one sentence."""

import asyncio
import os
import sys
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import orjson
import typer
from rich.console import Console as Screen
from rich.table import Table

from bot import __version__, app, log
from bot.config import Settings, load, read_programme
from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.errors import AppError, ConfigError, Refused
from bot.domain.people import Grant, Role
from bot.domain.programme import Programme
from bot.domain.programme_json import programme_to_json
from bot.i18n import HOME
from bot.services import invitations
from bot.understanding.routing import Router
from storage import outbox, programmes, schema
from storage.backup import copy
from storage.database import Unavailable

EXAMPLE = Path("config.example.toml")
DEFAULT = Path("config.toml")

cli = typer.Typer(
    name="langnghe",
    help="Lắng Nghe: a city's policy dialogues on poverty reduction, by chat.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
programme_commands = typer.Typer(help="Show the programme in force, or put a changed one in force.")
cli.add_typer(programme_commands, name="programme", no_args_is_help=True)

Config = Annotated[Path, typer.Option("--config", help="The settings file.", show_default=True)]
screen = Screen(stderr=True, highlight=False)
out = Screen(highlight=False, soft_wrap=True)


def main() -> NoReturn:
    """The command ``langnghe``."""
    try:
        cli(standalone_mode=False)
    except typer.Exit as done:
        sys.exit(done.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except (AppError, Unavailable, schema.NewerSchema) as error:
        screen.print(_sentence(error), style="red", markup=False)
        sys.exit(1)
    except Exception as error:
        if usage := getattr(error, "format_message", None):
            screen.print(f"{usage()} See langnghe --help.", style="red", markup=False)
            sys.exit(2)
        raise
    sys.exit(0)


def _sentence(error: Exception) -> str:
    if isinstance(error, Refused):
        from bot.i18n import Texts  # noqa: PLC0415 - only when something was refused

        return Texts.load().say(HOME, error.key, **error.args_for_text)
    return str(error)


def _settings(config: Path) -> Settings:
    """The settings; without a ``config.toml`` those of the example, and that is said."""
    if config == DEFAULT and not config.exists() and EXAMPLE.exists():
        screen.print(f"No {DEFAULT} here: running with {EXAMPLE}.", style="yellow")
        config = EXAMPLE
    settings = load(config, os.environ)
    log.setup(level=settings.log.level, json=settings.log.format == "json")
    return settings


def _programme(settings: Settings) -> Programme:
    return read_programme(settings.programme, datetime.now(UTC))


def _run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


@cli.command()
def run(config: Config = DEFAULT) -> None:
    """Start everything: channels, web chat, delivery and the timetable."""
    settings = _settings(config)

    async def start() -> None:
        async with app.opened(settings) as database:
            made = await app.assemble(settings, database)

            async def ready() -> None:
                await _greet(made)

            await app.serve(made, ready)

    _run(start())


async def _greet(made: app.App) -> None:
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


@cli.command()
def chat(
    config: Config = DEFAULT,
    start: Annotated[str, typer.Option(help="An invitation's code, to sign in with.")] = "",
    name: Annotated[str, typer.Option(help="Which terminal chat; each is a person.")] = "terminal",
) -> None:
    """Talk to the bot in this terminal; answer with words or with a number."""
    settings = _settings(config)

    async def talk() -> None:
        async with app.opened(settings) as database:
            await app.chat(settings, database, name=name, start=start)

    _run(talk())


@cli.command()
def check(config: Config = DEFAULT) -> None:
    """Check the settings and the programme in them; every problem is one sentence."""
    settings = _settings(config)
    app.sqlite_path(settings)
    programme = _programme(settings)
    out.print(
        f"{config}: good. {len(programme.wards)} wards, {len(programme.agencies)} agencies, "
        f"{len(programme.topics)} topics, {len(programme.sessions)} sessions."
    )


@cli.command()
def migrate(config: Config = DEFAULT) -> None:
    """Bring the database to the schema of this version; ``run`` does so by itself."""
    settings = _settings(config)

    async def bring() -> None:
        async with app.opened(settings):
            out.print(f"The database is at schema {schema.HEAD}.")

    _run(bring())


@cli.command()
def invite(
    role: Annotated[Role, typer.Option(help="The role to give.")],
    agency: Annotated[str, typer.Option(help="Agency id, for officer and head.")] = "",
    ward: Annotated[str, typer.Option(help="Ward id, for relay, and for a ward's officials.")] = "",
    hamlet: Annotated[str, typer.Option(help="Hamlet id, for hamlet.")] = "",
    session: Annotated[int, typer.Option(help="Session number, for clerk.")] = 0,
    config: Config = DEFAULT,
) -> None:
    """Print a one-time code and a link that give an official a role."""
    settings = _settings(config)
    grant = Grant(role, _scope(role, agency, ward, hamlet, session))

    async def make() -> None:
        async with app.opened(settings, alone=False) as database:
            made = await app.assemble(settings, database, channels=lambda _s, _w: [])
            async with made.works.begin() as work:
                code = await invitations.invite(work, grant, by=None)
            out.print(code)
            out.print(made.works.voice.link(code))

    _run(make())


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


@cli.command()
def doctor(config: Config = DEFAULT) -> None:
    """Say what is stuck, why, and since when."""
    settings = _settings(config)

    async def look() -> None:
        async with app.opened(settings, alone=False) as database:
            made = await app.assemble(settings, database, channels=lambda _s, _w: [])
            well = await _findings(made)
            await _troubles(made)
        if not well:
            raise typer.Exit(1)

    _run(look())


async def _findings(made: app.App) -> bool:
    table = Table("what", "many", "oldest", "", box=None)
    found = await made.health.findings()
    for one in found:
        mark = "ok" if one.ok else "LOOK"
        table.add_row(one.what, str(one.many), f"{one.age:.0f} s", f"{mark} {one.why}")
    out.print(table)
    return all(one.ok for one in found)


async def _troubles(made: app.App) -> None:
    """What is being retried, and what will never go. Chats are shown by channel alone."""
    async with made.works.database.reading() as tx:
        rows = [("retrying", one) for one in await outbox.stuck(tx)]
        rows += [("will never go", one) for one in await outbox.failed(tx)]
    if rows:
        table = Table("", "row", "channel", "kind", "tries", "since", "why", box=None)
        for state, one in rows:
            channel = one.address.partition(":")[0]
            since = f"{one.created_at.astimezone():%Y-%m-%d %H:%M}"
            table.add_row(state, str(one.id), channel, one.kind, str(one.attempts), since, one.why)
        out.print(table)


@cli.command()
def backup(
    target: Annotated[Path, typer.Argument(help="The file to write; must not exist yet.")],
    config: Config = DEFAULT,
) -> None:
    """Write a copy of the database while it is in use."""
    path = app.sqlite_path(_settings(config))
    if target.exists():
        raise ConfigError(f"{target} exists already; name a file that does not.")
    if not path.exists():
        raise ConfigError(f"{path} does not exist yet; there is nothing to back up.")
    copy(path, target)
    out.print(f"Wrote {target} ({target.stat().st_size:,} bytes).")


@cli.command()
def route(
    jsonl: Annotated[Path, typer.Option(help='A file with {"id", "text"} a line.')],
    config: Config = DEFAULT,
) -> None:
    """Say for each question which agency it is for: a line of JSON per input line."""
    router = Router(_programme(_settings(config)).topics)
    for line in jsonl.read_bytes().splitlines():
        if line.strip():
            given = orjson.loads(line)
            found = router.suggest(given["text"])
            sys.stdout.buffer.write(
                orjson.dumps(
                    {
                        "id": given["id"],
                        "agency": found.agency,
                        "topic": found.topic,
                        "alternatives": found.alternatives,
                        "kind": found.kind,
                        "sensitive": found.sensitive or None,
                    }
                )
                + b"\n"
            )


@cli.command()
def deadline(
    start: Annotated[datetime, typer.Option("--from", help="When it arrived (ISO).")],
    days: Annotated[int, typer.Option(help="Working days.")],
    agency: Annotated[str, typer.Option(help="Agency id; all keep the same hours so far.")] = "",
    config: Config = DEFAULT,
) -> None:
    """Say when something is due, and which days were skipped on the way."""
    programme = _programme(_settings(config))
    if agency and programme.agency(agency) is None:
        raise ConfigError(
            f"--agency {agency} is not in the programme; write one of its agency ids."
        )
    moment = start if start.tzinfo else start.replace(tzinfo=programme.zone)
    found = programme.calendar.due(moment, days)
    skipped = [{"date": one.day.isoformat(), "why": one.name or one.why} for one in found.skipped]
    sys.stdout.buffer.write(orjson.dumps({"due": found.at.isoformat(), "skipped": skipped}) + b"\n")


@programme_commands.command("show")
def show_programme(config: Config = DEFAULT) -> None:
    """Print the programme in force as JSON."""
    settings = _settings(config)

    async def show() -> None:
        async with app.opened(settings, alone=False) as database, database.reading() as tx:
            found = await programmes.newest(tx)
            out.print_json(found[1] if found else programme_to_json(_programme(settings)))

    _run(show())


@programme_commands.command("apply")
def apply_programme(
    file: Annotated[Path, typer.Argument(help="A settings file with a [programme] part.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    config: Config = DEFAULT,
) -> None:
    """Put the programme of a file in force, or say how it differs from the one in force."""
    settings, wanted = _settings(config), _programme(load(file, {}))

    async def apply() -> None:
        async with app.opened(settings, alone=False) as database:
            made = await app.assemble(settings, database, channels=lambda _s, _w: [])
            changes = _differences(made.works.shelf.programme, wanted)
            for line in changes or ["Nothing differs."]:
                out.print(line, markup=False)
            if changes and not dry_run:
                async with made.works.begin() as work:
                    version = await programmes.version(work.tx) + 1
                    await programmes.put(
                        work.tx, version, programme_to_json(wanted), by=None, now=work.now
                    )
                out.print(f"In force as version {version}.")

    _run(apply())


def _differences(now: Programme, wanted: Programme) -> list[str]:
    """A line a difference: what is added, dropped or changed, by kind and id."""
    lines = []
    for kind in ("wards", "agencies", "topics", "sessions", "slots"):
        before = {_name(one): one for one in getattr(now, kind)}
        after = {_name(one): one for one in getattr(wanted, kind)}
        lines += [f"+ {kind} {name}" for name in after if name not in before]
        lines += [f"- {kind} {name}" for name in before if name not in after]
        lines += [
            f"~ {kind} {name}" for name in after if name in before and after[name] != before[name]
        ]
    for field in ("name", "host", "categories", "calendar", "quiet", "answer_days", "contact"):
        if getattr(now, field) != getattr(wanted, field):
            lines.append(f"~ {field}")
    return lines


def _name(item: Any) -> str:
    for field in ("id", "number"):
        if hasattr(item, field):
            return str(getattr(item, field))
    return f"{item.ward} {item.means} {item.day or item.weekdays} {item.at:%H:%M}"


@cli.command()
def version() -> None:
    """Print the version."""
    out.print(__version__)
