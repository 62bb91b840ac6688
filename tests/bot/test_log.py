"""What a log never holds: words of people, phones, tokens, what variables held when it broke."""

import io
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr

import pytest
import structlog

from bot import log


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
