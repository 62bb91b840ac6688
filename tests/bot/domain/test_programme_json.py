"""A programme survives its way through JSON."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.config import load, read_programme
from bot.domain.agencies import Validity
from bot.domain.programme import Programme
from bot.domain.programme_json import programme_from_json, programme_to_json

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module", params=["config.example.toml", "docs/examples/2025-reform.toml"])
def programme(request: pytest.FixtureRequest) -> Programme:
    section = load(ROOT / str(request.param), {}).programme
    return read_programme(section, datetime(2026, 11, 23, 2, 0, tzinfo=UTC))


def test_a_programme_comes_back_as_it_was(programme: Programme) -> None:
    assert programme_from_json(programme_to_json(programme)) == programme


def test_a_second_way_changes_nothing(programme: Programme) -> None:
    text = programme_to_json(programme)
    assert programme_to_json(programme_from_json(text)) == text


def test_every_kind_of_value_comes_back_as_its_type(programme: Programme) -> None:
    back = programme_from_json(programme_to_json(programme))
    assert back.zone is programme.zone
    assert back.calendar == programme.calendar
    assert back.slots[0].means is programme.slots[0].means
    assert back.hotlines == programme.hotlines
    assert back.sessions[0].starts_at.utcoffset() == programme.sessions[0].starts_at.utcoffset()


def test_what_is_absent_stays_absent(programme: Programme) -> None:
    ward = replace(programme.wards[0], valid=Validity(until=date(2025, 6, 30)))
    back = programme_from_json(programme_to_json(replace(programme, wards=(ward,))))
    assert back.wards[0].valid == Validity(since=None, until=date(2025, 6, 30))


def test_people_can_read_it(programme: Programme) -> None:
    assert "Phường 7" in programme_to_json(programme)


def test_an_old_text_without_a_new_field_takes_its_default(programme: Programme) -> None:
    text = json.loads(programme_to_json(programme))
    del text["version"]
    assert programme_from_json(json.dumps(text)).version == 1


def test_a_field_that_is_no_more_is_not_lost_in_silence(programme: Programme) -> None:
    text = json.loads(programme_to_json(programme))
    with pytest.raises(KeyError, match="colour"):
        programme_from_json(json.dumps({**text, "colour": "red"}))
