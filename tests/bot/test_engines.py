"""Which database engine the settings name, and what that needs."""

from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from bot import app
from bot.cli import looking, restoring
from bot.config import Settings, load
from bot.domain.errors import ConfigError

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


@pytest.fixture
def server_settings() -> Settings:
    return load(EXAMPLE, {"LANGNGHE_STORAGE__URL": "postgresql://lan@localhost/langnghe"})


def test_the_address_names_the_engine(server_settings: Settings) -> None:
    assert app.on_postgres(server_settings)
    assert not app.on_postgres(load(EXAMPLE, {}))


def test_without_its_driver_the_operator_is_told_what_to_install(
    server_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_name: str) -> ModuleSpec | None:
        return None

    monkeypatch.setattr(app, "find_spec", missing)

    with pytest.raises(ConfigError) as told:
        app.on_postgres(server_settings)
    assert str(told.value) == (
        "storage.url: names a PostgreSQL server, for which asyncpg is not installed; "
        "run: pip install --require-hashes -r requirements/postgres.txt."
    )


def test_a_backup_of_a_server_is_left_to_its_own_tool(
    server_settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(looking, "settings_of", lambda _config: server_settings)

    with pytest.raises(ConfigError, match="pg_dump"):
        looking.backup(tmp_path / "copy")


def test_so_is_the_way_back(
    server_settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(restoring, "settings_of", lambda _config: server_settings)

    with pytest.raises(ConfigError) as told:
        restoring.restore(tmp_path / "copy")
    assert str(told.value) == (
        "The database is on a PostgreSQL server. Stop every program, then: createdb NEW; "
        f"pg_restore --exit-on-error --no-owner --dbname=NEW {tmp_path / 'copy'}; "
        "and write NEW into [storage] url."
    )
