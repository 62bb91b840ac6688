"""One program at a time works on an SQLite file."""

import multiprocessing
import os
from pathlib import Path

import pytest

from storage.lock import Locked, lock


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
