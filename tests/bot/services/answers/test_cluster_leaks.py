"""One answer for many wards tells none of them about anybody who asked. The people are invented."""

from dataclasses import replace

import pytest

from bot.domain.errors import Refused
from bot.domain.households import Bond, Consent, Household, HouseholdFacts, Relation
from bot.services.answers import answers, checking, common_questions
from bot.services.queues import clusters
from storage import households, people
from storage.database import Database
from tests.doubles.alike import Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.moving import tell

LEAKS = {
    "Cô Sơn Thị Hoa tới ngân hàng lấy giấy.": "Sơn Thị Hoa",
    "Nhà Kim Văn Bảy được vay thêm 20 triệu.": "Kim Văn Bảy",
    "Bà con gọi cán bộ phường số 0900 000 321 để hỏi thêm.": "0900 000 321",
    "Hộ Lâm Thị Út ở gần đó đã vay rồi.": "Lâm Thị Út",
}


@pytest.fixture
async def bank(database: Database, clock: ManualClock, url: str) -> Alike:
    """Two of ward 7 and one of ward 1 ask the same; what is told of stands behind the last one."""
    made = await alike(database, clock, url, wards=("p7", "p7", "p1"))
    last = made.asked[-1]
    async with made.works.begin() as work:
        asker = await people.get(work.tx, last.asker)
        assert asker
        await people.save(work.tx, replace(asker, name="Sơn Thị Hoa"))
        for name in ("Kim Văn Bảy", "Lâm Thị Út"):
            home = Household(id=0, name=name, ward="p1", hamlet="p1-k3")
            kept = await households.make(work.tx, home, HouseholdFacts(), work.now)
            if name == "Kim Văn Bảy":
                bond = Bond(
                    household=kept.id,
                    person=asker.id,
                    relation=Relation.FAMILY,
                    consent=Consent.SPOKEN,
                )
                await households.bind(work.tx, bond, None, work.now)
    await tell(url, f"UPDATE questions SET text = text || ' 0900000321' WHERE id = {last.id}")
    return made


@pytest.mark.parametrize(("text", "told"), LEAKS.items(), ids=["asker", "home", "phone", "list"])
async def test_what_tells_of_anybody_who_shares_the_answer_is_kept_from_the_wards(
    bank: Alike, text: str, told: str
) -> None:
    head = bank.asked[0]
    assert await bank.do(lambda work: checking.telling(work, head, text)) == ""

    await bank.join()
    await bank.tick()

    assert await bank.do(lambda work: checking.telling(work, head, text)) == told
    with pytest.raises(Refused, match="answer-leaks"):
        await bank.do(lambda work: answers.submit(work, bank.officer, head.id, text))


async def test_who_was_split_off_is_not_asked_about_any_more(bank: Alike) -> None:
    await bank.join(0, 1)
    await bank.tick()

    text = next(iter(LEAKS))

    assert await bank.do(lambda work: checking.telling(work, bank.asked[0], text)) == ""


COMMON = "Hộ cận nghèo vay nuôi bò thì lãi một tháng bao nhiêu?"


@pytest.mark.parametrize(("text", "told"), LEAKS.items(), ids=["asker", "home", "phone", "list"])
async def test_the_common_question_tells_the_wards_of_nobody_either(
    bank: Alike, text: str, told: str
) -> None:
    await bank.join()
    head = bank.asked[0].id

    with pytest.raises(Refused, match="cluster-words-leak") as refused:
        await bank.do(lambda work: common_questions.put(work, bank.officer, head, text))

    assert refused.value.args_for_text == {"words": told}
    await bank.do(lambda work: common_questions.put(work, bank.officer, head, COMMON))


async def test_nor_of_somebody_who_joined_after_it_was_written(bank: Alike) -> None:
    await bank.join(0, 1)
    head = bank.asked[0].id
    words = "Nhà Kim Văn Bảy vay được thì bà con vay được không?"
    await bank.do(lambda work: clusters.word(work, bank.officer, head, words))
    await bank.join(0, 2)
    await bank.draft(bank.asked[0])

    with pytest.raises(Refused, match="cluster-words-leak"):
        await bank.do(lambda work: answers.approve(work, bank.head, head))
