"""What the bot does before it listens: learns its own name, and shows its commands."""

from collections.abc import Mapping, Sequence

import structlog
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.api import Api
from bot.channels.telegram.checked import number, words
from bot.channels.telegram.inbound import Me

log = structlog.get_logger()

#: Commands shown to people: by language ("" for all others), the command and what it does.
Commands = Mapping[str, Sequence[tuple[str, str]]]


async def introduce(api: Api, channel: str, commands: Commands) -> Me:
    """Show the commands; returns who the bot is."""
    me = await who(api, channel)
    await _show(api, channel, commands)
    return me


async def who(api: Api, channel: str) -> Me:
    """Raises TelegramError."""
    told = await api.call("getMe")
    try:
        return Me(id=number(told["id"]), username=words(told["username"]), channel=channel)
    except (KeyError, TypeError):
        raise TelegramError("The answer describes no bot") from None


async def _show(api: Api, channel: str, commands: Commands) -> None:
    for language, shown in commands.items():
        fields = {
            "commands": [{"command": name, "description": does} for name, does in shown],
            "language_code": language or None,
        }
        try:
            await api.call("setMyCommands", fields)
        except BadRequest as error:  # people can write without a menu
            log.warning("commands_not_shown", channel=channel, why=error.message)
