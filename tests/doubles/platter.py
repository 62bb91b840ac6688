"""What a power cut leaves of the files on a disk: what was flushed, and some of what was not."""

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.doubles.disk import Deleted, Event, Flushed, Made, Noted, Shortened, Written

#: Disks write so many bytes whole; a longer write may arrive in pieces.
SECTOR = 512


@dataclass
class Platter:
    """Follows a disk's events. Before a flush the system may write in any order, or not at all."""

    flushed: dict[str, bytes]  #: what is safe, by file
    loose: dict[str, list[Event]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, folder: Path) -> "Platter":
        """The files as they lie in a folder now, all safe; not SQLite's shared memory."""
        files = [one for one in folder.iterdir() if one.is_file() and one.suffix != ".db-shm"]
        return cls({one.name: one.read_bytes() for one in files})

    def follow(self, events: Iterable[Event]) -> None:
        for event in events:
            match event:
                case Noted():
                    pass
                case Flushed():
                    self._flush(event.file)
                case _:
                    self.loose[event.file].append(event)
                    if isinstance(event, Deleted) and event.flushed:
                        self._flush_folder()

    def _flush(self, file: str) -> None:
        """SQLite flushes the folder with a log that it has just made."""
        if any(isinstance(event, Made) for event in self.loose[file]):
            self._flush_folder()
        self._keep(file, len(self.loose[file]))

    def _flush_folder(self) -> None:
        """Which files there are is safe now; what is in them is not."""
        for file, events in self.loose.items():
            ends = [n for n, event in enumerate(events, 1) if isinstance(event, Made | Deleted)]
            self._keep(file, max(ends, default=0))

    def _keep(self, file: str, many: int) -> None:
        """The first ``many`` of a file's events are safe."""
        found = _played(self.flushed.get(file), self.loose[file][:many], KEPT)
        self.loose[file] = self.loose[file][many:]
        self.flushed.pop(file, None)
        if found is not None:
            self.flushed[file] = found

    def cut(self, fate: "Fate", folder: Path) -> Path:
        """Write what is left into a new folder."""
        folder.mkdir()
        for file in sorted({*self.flushed, *self.loose}):
            found = _played(self.flushed.get(file), self.loose.get(file, []), fate)
            if found is not None:
                (folder / file).write_bytes(found)
        return folder


@dataclass(frozen=True)
class Fate:
    """What becomes of what was not flushed: any part of it is there, or not, or as noise."""

    chance: random.Random
    luck: float  #: how likely a part is there
    noise: float = 0.0  #: how likely one that is not there has left rubbish in its place

    @classmethod
    def power_cut(cls, chance: random.Random) -> "Fate":
        return cls(chance, chance.choice((0.0, 0.1, 0.5, 0.9)), 0.1)

    def happens(self) -> bool:
        return self.chance.random() < self.luck

    def sector(self, written: bytes, before: bytes) -> bytes:
        if self.happens():
            return written
        return self.chance.randbytes(len(written)) if self.chance.random() < self.noise else before


#: Everything is there: what a flush does, and what the death of a process alone leaves.
KEPT = Fate(random.Random(0), luck=1.0)


def _played(content: bytes | None, events: list[Event], fate: Fate) -> bytes | None:
    """A file after these events, as far as fate lets them happen; None: there is no such file."""
    found = None if content is None else bytearray(content)
    for event in events:
        match event:
            case Made() | Deleted():
                if not fate.happens():
                    break  # later events are of a file that nobody can find
                found = bytearray() if isinstance(event, Made) else None
            case Shortened() if found is not None and fate.happens():
                del found[event.size :]
            case Written() if found is not None:
                _write(found, event, fate)
            case _:
                pass
    return None if found is None else bytes(found)


def _write(content: bytearray, write: Written, fate: Fate) -> None:
    """Part by part, as the sectors of the disk divide it."""
    at, end = write.at, write.at + len(write.data)
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        before = bytes(content[at:stop]).ljust(stop - at, b"\0")
        part = write.data[at - write.at : stop - write.at]
        after = fate.sector(part, before)
        if after is part or after != before or stop <= len(content):  # nothing but noughts, too
            content.extend(bytes(max(0, stop - len(content))))
            content[at:stop] = after
        at = stop
