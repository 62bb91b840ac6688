"""Logs: an event noun, ids as fields, a sentence for humans; never a secret or a message text."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

#: Fields that could hold what people wrote or who they are. They are dropped, whoever adds them.
_NEVER = frozenset({"text", "words", "payload", "phone", "name", "token", "secret", "code", "body"})

_TOKEN = re.compile(r"\d{6,}:[\w-]{20,}")
_LONG_NUMBER = re.compile(r"(?<![\w.])\+?\d(?:[ .-]?\d){8,}(?![\w.])")


def setup(*, level: str = "info", json: bool = False) -> None:
    """Write logs to standard error, one line an event."""
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            exception_formatter=structlog.dev.plain_traceback,  # others print what variables hold
        )
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info if json else _leave,
            leave_out,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, force=True)
    # Its remarks on ticks that come late are ours to make: what is due is decided by rows.
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
    # A server that is away is told by whoever needs it, not by a traceback for each try to connect.
    logging.getLogger("asyncpg").setLevel(logging.CRITICAL)


def leave_out(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Drop fields that could hold words of people, and mask tokens and long numbers in the rest."""
    for field in _NEVER & event.keys():
        del event[field]
    for field, value in event.items():
        if isinstance(value, str) and field != "timestamp":
            event[field] = _LONG_NUMBER.sub("•••", _TOKEN.sub("•••", value))
    return event


def _leave(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    return event
