"""Which database engine the settings name, and what that needs."""

from pathlib import Path

import pytest

from bot import app
from bot.cli import looking, restoring
from bot.config import Settings, load
from bot.domain.errors import ConfigError

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
SERVER = "postgresql://lan@localhost/langnghe"


@pytest.fixture
def server_settings() -> Settings:
    return load(EXAMPLE, {"LANGNGHE_STORAGE__URL": SERVER})


def test_the_address_names_the_engine(server_settings: Settings) -> None:
    assert app.on_postgres(server_settings)
    assert not app.on_postgres(load(EXAMPLE, {}))


def test_without_its_driver_the_operator_is_told_what_to_install() -> None:
    with pytest.raises(ConfigError) as told:
        app.is_server(SERVER, "storage.url", driver="no_such_driver")
    assert str(told.value) == (
        "storage.url: names a PostgreSQL server, for which no_such_driver is not installed; "
        "run: pip install --require-hashes -r requirements/postgres.txt."
    )


@pytest.fixture
def on_a_server(tmp_path: Path) -> Path:
    """The example's settings, with a database on a server."""
    config = tmp_path / "config.toml"
    stored = 'url = "sqlite:///data/langnghe.db"'
    example = EXAMPLE.read_text("utf-8")
    assert stored in example
    config.write_text(example.replace(stored, f'url = "{SERVER}"'), "utf-8")
    return config


def test_a_backup_of_a_server_is_left_to_its_own_tool(on_a_server: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="pg_dump"):
        looking.backup(tmp_path / "copy", on_a_server)


def test_so_is_the_way_back(on_a_server: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as told:
        restoring.restore(tmp_path / "copy", on_a_server)
    assert str(told.value) == (
        "The database is on a PostgreSQL server. Stop every program, then: createdb NEW; "
        f"pg_restore --exit-on-error --no-owner --dbname=NEW {tmp_path / 'copy'}; "
        "and write NEW into [storage] url."
    )
