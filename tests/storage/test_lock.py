"""One program at a time runs on an SQLite file, commands beside it, and nobody while it moves."""

import multiprocessing
import os
from pathlib import Path

import pytest

from storage.lock import Locked, alone, at_work, lock


def test_a_second_program_is_refused_with_a_way_out(tmp_path: Path) -> None:
    database = tmp_path / "data" / "langnghe.db"
    with lock(database), pytest.raises(Locked, match="stop it first"), lock(database):
        pass

    with lock(database):
        pass  # the first one has let go


def _dies_holding(database: Path) -> None:
    with lock(database):
        os._exit(9)


def test_a_program_that_dies_lets_go(tmp_path: Path) -> None:
    database = tmp_path / "langnghe.db"
    process = multiprocessing.get_context("spawn").Process(target=_dies_holding, args=(database,))
    process.start()
    process.join(30)
    assert process.exitcode == 9

    with lock(database):
        pass


def test_any_number_of_commands_work_beside_a_program(tmp_path: Path) -> None:
    database = tmp_path / "langnghe.db"
    with lock(database), at_work(database), at_work(database):
        pass


def test_who_has_it_alone_has_neither_a_program_nor_a_command_beside(tmp_path: Path) -> None:
    database = tmp_path / "langnghe.db"
    with alone(database):
        with pytest.raises(Locked, match="stop it first"), lock(database):
            pass
        with pytest.raises(Locked, match="is being moved or restored"), at_work(database):
            pass
    with (
        at_work(database),
        pytest.raises(Locked, match=r"another command is at work on .*; wait until it is done"),
        alone(database),
    ):
        pass
    with alone(database):
        pass  # everybody has let go


def test_a_place_that_cannot_be_written_to_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.touch()
    for hold in (lock, at_work):
        with pytest.raises(Locked, match="cannot be opened: "), hold(file / "langnghe.db"):
            pass


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_lock_that_root_made_is_the_owner_s_of_the_database(tmp_path: Path) -> None:
    database = tmp_path / "langnghe.db"
    database.touch()
    os.chown(database, 4711, 4712)

    with lock(database), at_work(database):
        found = {one.name: (one.stat().st_uid, one.stat().st_gid) for one in tmp_path.iterdir()}

    assert found == dict.fromkeys(
        ("langnghe.db", "langnghe.db.lock", "langnghe.db.use.lock"), (4711, 4712)
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_lock_that_root_made_before_there_is_a_database_is_the_owner_s_of_its_folder(
    tmp_path: Path,
) -> None:
    database = tmp_path / "data" / "langnghe.db"
    database.parent.mkdir()
    os.chown(database.parent, 4711, 4712)

    with alone(database):
        found = [(one.stat().st_uid, one.stat().st_gid) for one in database.parent.iterdir()]

    assert found == [(4711, 4712)] * 2
