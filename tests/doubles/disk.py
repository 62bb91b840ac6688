"""A disk under SQLite that writes down what reaches it, and fails when it is told to.

It stands where the wire leaves the house: a VFS (SQLite's own name for what lies between it and the
operating system), made the default of the very library that Python's ``sqlite3`` is linked with, by
ctypes. The product opens its file as ever. Only opening, reading, writing, cutting short, flushing
and deleting pass through here; all else, locks and shared memory too, goes straight to the system.
"""

import _sqlite3
import ctypes
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_READ = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class _Vfs(Structure):
    """``sqlite3_vfs``, version 3."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
        ("others", c_void_p * 14),
    )


class _Methods(Structure):
    """``sqlite3_io_methods``, version 3: what can be done with an open file."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("truncate", c_void_p),
        ("sync", c_void_p),
        ("others", c_void_p * 13),
    )


class _File(Structure):
    """``sqlite3_file``: whatever the system's VFS keeps of it follows this pointer."""

    _fields_ = (("methods", c_void_p),)


@dataclass(frozen=True, slots=True)
class Made:
    """A file appeared."""

    file: str


@dataclass(frozen=True, slots=True)
class Read:
    """Asked for; nothing changes by it, so it is not written down."""

    file: str


@dataclass(frozen=True, slots=True)
class Written:
    file: str
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Shortened:
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Flushed:
    """Everything that was done to the file before has reached the platter."""

    file: str


@dataclass(frozen=True, slots=True)
class Deleted:
    file: str
    flushed: bool  #: whether the folder was flushed with it


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that happened outside, in the same order: what was promised to whom."""

    what: object


Event = Made | Written | Shortened | Flushed | Deleted | Noted

#: Asked before each of these: an SQLite error code, or 0 for "go on".
Judge = Callable[[Read | Written | Shortened | Flushed], int]


class Disk:
    """What happens to the files of one folder. ``plugged_in`` makes it the one SQLite uses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.events: list[Event] = []
        self.judge: Judge = lambda _event: sqlite3.SQLITE_OK
        self._names: dict[int, str] = {}  #: open file → name
        self._system = _system()
        self._opens = _OPEN(self._system.open)
        self._deletes = _DELETE(self._system.delete)
        self._kinds: dict[int, _Methods] = {}  #: the system's methods → ours
        self._vfs = _Vfs.from_buffer_copy(self._system)
        self._vfs.name = f"disk {id(self)}".encode()
        self._vfs.open = self._callback(_OPEN, self._open)
        self._vfs.delete = self._callback(_DELETE, self._delete)

    def note(self, what: object) -> None:
        """Write down something that happened outside."""
        self.events.append(Noted(what))

    @contextmanager
    def plugged_in(self) -> Iterator["Disk"]:
        """Every file opened meanwhile goes through this disk."""
        _KEPT.append(self)
        _library().sqlite3_vfs_register(ctypes.byref(self._vfs), 1)
        try:
            yield self
        finally:
            _library().sqlite3_vfs_unregister(ctypes.byref(self._vfs))

    def _open(self, vfs: int, name: int, file: int, flags: int, given: int) -> int:
        path = Path(ctypes.string_at(name).decode()) if name else None
        is_new = path is not None and not path.exists()
        answer: int = self._opens(vfs, name, file, flags, given)
        self._names.pop(file, None)
        if answer == sqlite3.SQLITE_OK and path is not None and path.parent == self.folder:
            self._names[file] = path.name
            self._take_over(_File.from_address(file))
            if is_new:
                self.events.append(Made(path.name))
        return answer

    def _take_over(self, file: _File) -> None:
        """The file answers by the system's methods, but for four of them."""
        system = file.methods
        if system not in self._kinds:
            self._kinds[system] = self._methods(_Methods.from_address(system))
        file.methods = ctypes.addressof(self._kinds[system])

    def _methods(self, system: _Methods) -> _Methods:
        ours = _Methods.from_buffer_copy(system)
        reads, writes = _READ(system.read), _WRITE(system.write)
        shortens = _TRUNCATE(system.truncate)

        def read(file: int, into: int, amount: int, at: int) -> int:
            trouble = self.judge(Read(self._names[file]))
            return trouble or reads(file, into, amount, at)

        def write(file: int, data: int, amount: int, at: int) -> int:
            event = Written(self._names[file], at, ctypes.string_at(data, amount))
            return self._do(event, lambda: writes(file, data, amount, at))

        def shorten(file: int, size: int) -> int:
            return self._do(Shortened(self._names[file], size), lambda: shortens(file, size))

        def flush(file: int, _flags: int) -> int:
            # What a power cut leaves is worked out from the events: the real disk need not spin.
            return self._do(Flushed(self._names[file]), lambda: sqlite3.SQLITE_OK)

        ours.version = min(system.version, 2)  # no memory mapping: it would bypass ``write``
        ours.read = self._callback(_READ, read)
        ours.write = self._callback(_WRITE, write)
        ours.truncate = self._callback(_TRUNCATE, shorten)
        ours.sync = self._callback(_SYNC, flush)
        return ours

    def _do(self, event: Written | Shortened | Flushed, really: Callable[[], int]) -> int:
        trouble = self.judge(event)
        if trouble:
            return trouble
        answer = really()
        if answer == sqlite3.SQLITE_OK:
            self.events.append(event)
        return answer

    def _delete(self, vfs: int, name: int, flush: int) -> int:
        path = Path(ctypes.string_at(name).decode())
        answer: int = self._deletes(vfs, name, flush)
        if answer == sqlite3.SQLITE_OK and path.parent == self.folder:
            self.events.append(Deleted(path.name, bool(flush)))
        return answer

    def _callback(self, kind: Any, function: Callable[..., int]) -> int | None:
        """A pointer to ``function``."""
        made = kind(function)
        _KEPT.append(made)
        return ctypes.cast(made, c_void_p).value


#: SQLite keeps pointers to these, perhaps longer than the test that made them.
_KEPT: list[object] = []


def _library() -> Any:
    """The library that the module ``sqlite3`` calls."""
    found = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    if not hasattr(found, "sqlite3_vfs_register"):
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up("this Python's sqlite3 hides its library: no disk can be put under it")
    return found


def _system() -> _Vfs:
    find = _library().sqlite3_vfs_find
    find.restype, find.argtypes = POINTER(_Vfs), (c_char_p,)
    found: _Vfs = find(None).contents
    return found
