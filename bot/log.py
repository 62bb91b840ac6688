"""Logs: an event noun, ids as fields, a sentence for humans; never a secret or a message text."""

import logging
import re
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from types import TracebackType
from typing import Any

import structlog

from bot.domain.errors import AppError

_Trouble = tuple[type[BaseException], BaseException, TracebackType | None]

#: Fields that could hold what people wrote or who they are. They are dropped, whoever adds them.
_NEVER = frozenset({"text", "words", "payload", "phone", "name", "token", "secret", "code", "body"})

_TOKEN = re.compile(r"\d{6,}:[\w-]{20,}")
_LONG_NUMBER = re.compile(r"(?<![\w.])\+?\d(?:[ .-]?\d){8,}(?![\w.])")

#: What systems and databases call an error, in their own words and never in those of people.
_NAMES_OF_ERRORS = ("errno", "sqlite_errorname", "sqlstate", "constraint_name")


def setup(*, level: str = "info", json: bool = False) -> None:
    """Write logs to standard error, one line an event."""
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            exception_formatter=structlog.dev.plain_traceback,  # it is formatted before, by us
        )
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(trace),
            leave_out,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    others = logging.StreamHandler(sys.stderr)
    others.setFormatter(_Others(logging.BASIC_FORMAT))
    logging.basicConfig(level=logging.WARNING, handlers=[others], force=True)
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
            event[field] = _masked(value)
    return event


def _masked(words: str) -> str:
    return _LONG_NUMBER.sub("•••", _TOKEN.sub("•••", words))


def trace(exc_info: _Trouble) -> str:
    """Where it broke, and by which kind of error, from the first cause on.

    What an error says is left out, for it may quote what somebody wrote, or a row: except where
    it is one of ours, which never do.
    """
    return "\n\n".join(_step(one) for one in _chain(exc_info[1]))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and all that led to it, the first cause first; each once, also where they circle."""
    found: dict[int, BaseException] = {}
    ahead = [error]
    while ahead:
        one = ahead.pop()
        if id(one) in found:
            continue
        found[id(one)] = one
        before = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        together = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        ahead += [each for each in (before, *together) if each]
    return reversed(found.values())


def _step(error: BaseException) -> str:
    kind, said = type(error), _says(error)
    lines = "".join(traceback.format_tb(error.__traceback__))
    where = f"Traceback (most recent call last):\n{lines}" if lines else ""
    return f"{where}{kind.__module__}.{kind.__qualname__}" + (f": {said}" if said else "")


def _says(error: BaseException) -> str:
    if isinstance(error, AppError):
        return str(error)
    names = [getattr(error, one, None) for one in _NAMES_OF_ERRORS]
    return ", ".join(str(one) for one in names if one)


class _Others(logging.Formatter):
    """Lines that libraries write to Python's own log: by the same rules as ours.

    The first line of what goes with an error says what happened; asyncio quotes the error below.
    """

    def format(self, record: logging.LogRecord) -> str:
        if record.exc_info:
            record.msg, record.args = record.getMessage().partition("\n")[0], None
        return _masked(super().format(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802, logging names it
        return trace(ei)
