"""Danger where the ward's committee is none of the agencies: who is told is named, never the first.

Everybody here is invented.
"""

from dataclasses import replace

import pytest

from bot.domain.agencies import WARD_KIND
from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, asks, official, resident

CRISIS = "Chồng tôi đánh tôi hoài, tôi sợ lắm, tôi ở hẻm BÍMẬT"


@pytest.fixture
async def city(talk: Talk) -> Talk:
    """The programme without the wards' committees; the first agency is the bank."""
    programme = talk.app.works.programme
    agencies = [one for one in programme.agencies if one.id != WARD_KIND]
    agencies.sort(key=lambda one: one.id != BANK)
    talk.app.works.cache.put(replace(programme, agencies=tuple(agencies)))
    return talk


async def test_it_is_told_to_the_head_of_the_office_that_issues_the_papers(city: Talk) -> None:
    labour = await official(city, "hoa", Role.HEAD, "ldtbxh")
    bank = await official(city, "bình", Role.HEAD, BANK)
    officer = await official(city, "tâm", Role.OFFICER, "ldtbxh")
    lan = await resident(city, "lan")

    await lan.says(CRISIS)

    [card] = labour.news()
    assert "BÍMẬT" in card
    assert (bank.news(), officer.news()) == ([], [])
    assert "Phòng Lao động" in lan.last.text


async def test_it_is_told_to_the_agency_that_the_programme_names(city: Talk) -> None:
    cache = city.app.works.cache
    cache.put(replace(cache.programme, in_place_of_ward="yte"))
    labour = await official(city, "hoa", Role.HEAD, "ldtbxh")
    health = await official(city, "thu", Role.HEAD, "yte")
    lan = await resident(city, "lan")

    await lan.says(CRISIS)

    assert ["BÍMẬT" in card for card in health.news()] == [True]
    assert labour.news() == []


async def test_an_older_programme_that_names_nobody_leaves_it_to_the_office_of_its_words(
    city: Talk,
) -> None:
    cache = city.app.works.cache
    cache.put(replace(cache.programme, office=replace(cache.programme.office, name="Sở Khác")))
    health = await official(city, "thu", Role.HEAD, "yte")
    bank = await official(city, "bình", Role.HEAD, BANK)
    organiser = await official(city, "tổ", Role.ORGANISER)
    lan = await resident(city, "lan")

    await lan.says("Con tôi uống thuốc trừ sâu tự tử, trạm y tế không có ai trực, cứu với")

    assert [len(one.news()) for one in (health, bank, organiser)] == [1, 0, 0]


async def test_what_belongs_to_nobody_goes_there_too(city: Talk) -> None:
    labour = await official(city, "hoa", Role.HEAD, "ldtbxh")
    bank = await official(city, "bình", Role.HEAD, BANK)
    lan = await resident(city, "lan")

    await asks(lan, "Đèn đường hẻm 12 bị hư ba tháng nay, ai sửa vậy?")

    assert [len(one.news()) for one in (labour, bank)] == [1, 0]
