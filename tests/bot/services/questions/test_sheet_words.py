"""What an agency reads on paper names nobody but who is in office. Everybody here is invented."""

from dataclasses import replace

import pytest

from bot.domain.households import Household, HouseholdFacts, Source
from bot.services.questions import public_words
from storage import households, people
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.hall import Hall
from tests.doubles.spine import works_over


@pytest.fixture
async def hall(database: Database, clock: ManualClock) -> Hall:
    return await Hall(works_over(database, clock), clock).opens()


async def _on_sheet(hall: Hall, words: str) -> str:
    """The words of somebody called Thạch Thị Sa Rây, in whose ward Lâm Sa Vươn is on the list."""
    question = await hall.ask(words)
    async with hall.works.begin() as work:
        asker = await people.get(work.tx, question.asker)
        assert asker is not None
        await people.save(work.tx, replace(asker, name="Thạch Thị Sa Rây"))
        listed = Household(id=0, name="Lâm Sa Vươn", ward=question.ward, source=Source.ROSTER)
        await households.make(work.tx, listed, HouseholdFacts(), work.now)
        return (await public_words.on_sheet(work, [question]))[0]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Tôi Thạch Thị Sa Rây xin vay", "Tôi ••• xin vay"),
        ("toi thach thi sa ray xin vay", "toi ••• xin vay"),
        ("TÔI THẠCH THỊ SA RÂY XIN VAY", "TÔI ••• XIN VAY"),
        ("Nhà bà Tư Lành kế bên được vay", "Nhà bà ••• kế bên được vay"),
        ("Bà Nguyễn Thị Lành được vay", "Bà ••• được vay"),
        ("ba nguyen thi lanh duoc vay", "ba ••• duoc vay"),
        ("BÀ NGUYỄN THỊ LÀNH ĐƯỢC VAY", "BÀ ••• ĐƯỢC VAY"),
        ("nguyễn thị lành được vay", "••• được vay"),
        ("Hộ Lâm Sa Vươn được vay", "Hộ ••• được vay"),
        ("gọi tôi số 0912 000 001 nghen", "gọi tôi số ••• nghen"),
    ],
    ids=[
        *("the asker", "the asker, no marks", "the asker, capitals", "by title", "in full"),
        *("no marks", "capitals", "small letters", "on the ward's list", "a phone"),
    ],
)
async def test_a_name_goes_whosever_it_is_and_however_it_is_typed(
    hall: Hall, typed: str, read: str
) -> None:
    assert await _on_sheet(hall, typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "Đường Nguyễn Thị Minh Khai ngập quá",
        "Tôi gặp cán bộ Nguyễn Văn Bảy mà chưa xong",
        "ho van chua duoc vay von, la van de gi",
        "Hộ vẫn chưa được vay, đó là văn bản nào",
        "Bà con xin hỏi về huyện Châu Thành",
        "BÀ CON XIN HỎI MÃ SỐ THẺ BHYT",
    ],
    ids=["a street", "in office", "other words, no marks", "other words", "a place", "capitals"],
)
async def test_what_is_nobodys_name_stays(hall: Hall, typed: str) -> None:
    assert await _on_sheet(hall, typed) == typed
