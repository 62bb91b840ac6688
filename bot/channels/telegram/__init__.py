"""Telegram: the Bot API over python-telegram-bot's types and errors, polled or by webhook."""

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.timeouts import Timeouts
from bot.channels.telegram.webhook import TelegramWebhook

__all__ = ["Telegram", "TelegramWebhook", "Timeouts"]
