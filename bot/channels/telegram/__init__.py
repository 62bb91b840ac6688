"""Telegram: the Bot API by long polling, over python-telegram-bot's types and errors."""

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.patience import Patience

__all__ = ["Patience", "Telegram"]
