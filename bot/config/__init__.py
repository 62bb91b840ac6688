"""The settings: `config.toml`, overruled by the environment, checked before anything starts.

`load` gives the installation's settings; `read_programme` turns their `[programme]` part into the
programme with which an empty memory begins.
"""

from bot.config.load import load
from bot.config.read_programme import read_programme
from bot.config.settings import Settings

__all__ = ["Settings", "load", "read_programme"]
