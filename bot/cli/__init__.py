"""The command line. Exit 0 only when done; what is wrong is said in one sentence."""

import sys
from typing import NoReturn

import typer

from bot import __version__
from bot.cli import (
    clusters,
    dispatches,
    door,
    looking,
    officials,
    papers,
    programme,
    restoring,
    roster,
    start,
)
from bot.cli.options import out, remarks
from bot.domain.errors import AppError, Refused
from bot.i18n import HOME, Texts
from storage import schema
from storage.database import Unavailable
from storage.moved import Moved
from storage.moving import Unmoved

cli = typer.Typer(
    name="langnghe",
    help="Lắng Nghe: a city's policy dialogues on poverty reduction, by chat.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
programmes = typer.Typer(
    help="Show the programme in force, or put a changed one in force.", no_args_is_help=True
)
sheets = typer.Typer(
    help="Numbered sheets of what agencies have not answered, and their way back.",
    no_args_is_help=True,
)
rosters = typer.Typer(help="Lists of households, as wards send them.", no_args_is_help=True)

for command in (
    start.run,
    start.chat,
    start.check,
    start.migrate,
    officials.invite,
    officials.roles,
    officials.end_role,
    papers.report,
    looking.doctor,
    looking.backup,
    restoring.restore,
    looking.route,
    clusters.cluster,
    looking.deadline,
    door.letters,
    door.attendance,
):
    cli.command()(command)
programmes.command("show")(programme.show_programme)
programmes.command("apply")(programme.apply_programme)
cli.add_typer(programmes, name="programme")
rosters.command("import")(roster.import_roster)
cli.add_typer(rosters, name="roster")
sheets.command("make")(dispatches.make)
sheets.command("write")(dispatches.write)
sheets.command("list")(dispatches.list_)
sheets.command("import")(dispatches.import_dispatch)
cli.add_typer(sheets, name="dispatch")


@cli.command()
def version() -> None:
    """Print the version."""
    out.print(__version__)


def main() -> NoReturn:
    """The command ``langnghe``."""
    try:
        status = cli(standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except (AppError, Unavailable, Unmoved, Moved, schema.NewerSchema) as error:
        remarks.print(_sentence(error), style="red", markup=False)
        sys.exit(1)
    except typer.TyperException as error:  # of a command line that it cannot read
        message = error.format_message()
        remarks.print(f"{message} See langnghe --help.", style="red", markup=False)
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


def _sentence(error: Exception) -> str:
    if isinstance(error, Refused):
        return Texts.load().say(HOME, error.key, **error.args_for_text)
    return str(error)
