"""What a log never holds: words of people, phones, tokens, what variables held when it broke."""

import asyncio
import errno
import io
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr

import pytest
import structlog

from bot import log
from bot.domain.errors import Rejected


@pytest.fixture(params=["text", "json"])
def journal(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What the program writes to its log, in each of its two forms."""
    written = io.StringIO()
    before = structlog.get_config()
    with redirect_stderr(written):
        log.setup(json=request.param == "json")
    yield written
    structlog.configure(**before)
    logging.basicConfig(level=logging.WARNING, force=True)


def test_fields_that_could_hold_words_of_people_are_dropped(
    journal: io.StringIO,
) -> None:
    structlog.get_logger().info("turn_done", turn=7, text="nhà tui dột", phone="0912345678")
    written = journal.getvalue()
    assert ("turn_done" in written, "dột" in written, "0912345678" in written) == (
        True,
        False,
        False,
    )


def test_tokens_and_phones_inside_other_words_are_masked(
    journal: io.StringIO,
) -> None:
    token = "123456789:" + "A" * 35
    structlog.get_logger().error("channel_state", why=f"bot{token} refused, call 0912 345 678")
    written = journal.getvalue()
    assert ("A" * 35 in written, "345 678" in written, "refused" in written) == (
        False,
        False,
        True,
    )


def test_a_traceback_tells_where_and_not_what_the_variables_held(
    journal: io.StringIO,
) -> None:
    def breaks(words: str) -> None:
        raise ValueError("broken")

    said = "nhà tui dột"
    try:
        breaks(said)
    except ValueError:
        structlog.get_logger().exception("turn_broken")
    written = journal.getvalue()
    assert ("in breaks" in written, "dột" in written) == (True, False)


TOLD = "chồng tui đánh tui, gọi 0912345678, 123456789:AAAAAAAAAAAAAAAAAAAAAAAA"


@pytest.mark.parametrize("secret", ["chồng tui", "0912345678", "AAAAAAAA"])
def test_what_an_error_quotes_stays_out_and_so_does_what_led_to_it(
    journal: io.StringIO, secret: str
) -> None:
    try:
        try:
            raise KeyError(TOLD)
        except KeyError as first:
            raise ExceptionGroup(TOLD, [ValueError(TOLD)]) from first
    except ExceptionGroup:
        structlog.get_logger().exception("turn_broken")
    written = journal.getvalue()
    kinds = [one for one in ("KeyError", "ValueError", "ExceptionGroup") if one in written]
    assert (secret in written, kinds) == (False, ["KeyError", "ValueError", "ExceptionGroup"])


def test_what_holds_no_words_of_people_is_kept(journal: io.StringIO) -> None:
    try:
        try:
            raise OSError(errno.ENOSPC, TOLD)
        except OSError as full:
            raise Rejected("the platform takes no such file") from full
    except Rejected:
        structlog.get_logger().exception("channel_broken")
    written = journal.getvalue()
    assert (f"OSError: {errno.ENOSPC}" in written, "takes no such file" in written) == (True, True)
    assert TOLD not in written


def test_an_error_that_is_its_own_cause_is_told_once(journal: io.StringIO) -> None:
    error = ValueError("broken")
    error.__context__, error.__cause__ = error, error
    structlog.get_logger().error("turn_broken", exc_info=error)
    assert journal.getvalue().count("builtins.ValueError") == 1


async def test_a_task_that_nobody_waited_for_quotes_nothing(journal: io.StringIO) -> None:
    async def breaks() -> None:
        raise ValueError(TOLD)

    task = asyncio.ensure_future(breaks())
    await asyncio.wait([task])
    asyncio.get_running_loop().call_exception_handler(
        {"message": "A task broke", "exception": task.exception(), "future": task}
    )

    written = journal.getvalue()
    assert ("A task broke" in written, "ValueError" in written) == (True, True)
    assert [one for one in ("chồng tui", "0912345678", "AAAAAAAA") if one in written] == []


def test_what_libraries_log_is_masked_too(journal: io.StringIO) -> None:
    logging.getLogger("aiohttp.client").warning("refused %s", TOLD)
    written = journal.getvalue()
    assert ("refused" in written, "0912345678" in written, "AAAAAAAA" in written) == (
        True, False, False,
    )  # fmt: skip
