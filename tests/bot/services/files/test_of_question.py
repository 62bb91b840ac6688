"""A file that came with a question is kept for as long as the question may need it."""

from datetime import timedelta

import pytest

from bot.config import Settings
from bot.domain.errors import Refused
from bot.domain.messages import Attachment, Media
from bot.domain.people import Role
from bot.services.files import of_question
from storage import files, people
from tests.doubles.chat import Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import BANK, INSURER, LOAN, asks, official, resident

FORM = b"%PDF-1.7"


async def _sends_by_page(talk: Talk, clock: ManualClock, *, files_with_words: bool) -> str:
    """As the web channel does: the bytes first, for a day; then the message that names them."""
    lan = await resident(talk, "lan")
    file = files.named("đơn.pdf", FORM)
    async with talk.app.works.begin() as work:
        await files.put(
            work.tx,
            file,
            FORM,
            now=clock.now(),
            for_how_long=work.rules.unconsented,
            address="chat:lan",
        )
    attachment = Attachment(media=Media.FILE, ref=file.token, name=file.name, size=file.size)
    await lan.says(LOAN if files_with_words else "", attachments=(attachment,))
    if files_with_words:
        await lan.presses("Đúng rồi, gửi đi")
    return file.token


async def _is_there(talk: Talk, token: str) -> bool:
    async with talk.app.works.look() as work:
        return await files.content(work.tx, token, work.now) == FORM


async def test_a_file_with_a_question_stays_for_a_month(
    talk: Talk, clock: ManualClock, settings: Settings
) -> None:
    token = await _sends_by_page(talk, clock, files_with_words=True)
    await talk.later(days=settings.privacy.files_days, seconds=-1)
    assert await _is_there(talk, token)
    await clock.move(seconds=1)

    assert not await _is_there(talk, token)


async def test_a_file_without_words_is_gone_after_a_day(talk: Talk, clock: ManualClock) -> None:
    token = await _sends_by_page(talk, clock, files_with_words=False)
    await clock.move(seconds=timedelta(days=1).total_seconds() - 1)
    assert await _is_there(talk, token)
    await clock.move(seconds=1)

    assert not await _is_there(talk, token)


async def test_who_never_consents_leaves_no_file(talk: Talk, clock: ManualClock) -> None:
    lan = talk.person("lan")
    file = files.named("đơn.pdf", FORM)
    async with talk.app.works.begin() as work:
        await files.put(
            work.tx, file, FORM, now=work.now, for_how_long=timedelta(days=9), address="chat:lan"
        )
    await lan.says(LOAN)
    await lan.presses("Không đồng ý")

    assert not await _is_there(talk, file.token)


async def test_who_has_everything_erased_leaves_no_file(talk: Talk, clock: ManualClock) -> None:
    token = await _sends_by_page(talk, clock, files_with_words=True)
    lan = talk.person("lan")
    await lan.says("/dulieu")
    await lan.presses("Xóa hết")
    await lan.presses("Xóa hết giùm tôi")

    assert not await _is_there(talk, token)


async def test_what_was_fetched_is_handed_to_those_alone_who_may_see_it_by_then(
    talk: Talk,
) -> None:
    """A question may have moved on while its files were on their way."""
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    tam = await official(talk, "tam", Role.OFFICER, INSURER)
    await asks(await resident(talk, "lan"))
    async with talk.app.works.begin() as work:
        file = await files.keep(
            work.tx, "đơn.pdf", FORM, now=work.now, for_how_long=timedelta(days=1)
        )
        may = await people.of_address(work.tx, str(minh.address))
        may_not = await people.of_address(work.tx, str(tam.address))
        assert may
        assert may_not

        found = await of_question.opened(work, may, f"1.2.{file.token}.gone")
        assert (found.question.id, found.files, found.missing) == (1, (file,), 3)
        with pytest.raises(Refused, match="not-your-queue"):
            await of_question.opened(work, may_not, f"1.0.{file.token}")
