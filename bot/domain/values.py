"""Dataclasses for values: what is made once, compared and handed on, and never changed.

mypy sees the ``dataclass`` of the standard library, and holds ``frozen=True`` against everybody who
would set a field. At run time nobody checks it once more, and what every value can do is not
written anew for each class: that took a fifth of the program's start, and a twentieth of what a
message costs (decision 0052).
"""

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    from dataclasses import dataclass as _dataclass

    def dataclass(*, frozen: bool, eq: bool = True, **options: bool) -> Callable[[type], type]:
        """As ``dataclasses.dataclass``, and as hashable; ``frozen`` must be said, and is mypy's."""
        if not frozen:
            raise TypeError("what may change is a dataclass of the standard library")
        if not eq or options.get("order"):
            return _dataclass(eq=eq, unsafe_hash=eq, **options)
        made = _dataclass(eq=False, repr=False, **options)
        return lambda written: _valued(made(written), written)


def _valued(made: type, written: type) -> type:
    """Equal and hashed by its fields, and shown with them; what was ``written`` otherwise stays."""
    content = _content([one.name for one in fields(made) if one.compare])

    def equal(self: object, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return content(self) == content(other)

    own = {"__eq__": equal, "__hash__": lambda self: hash(content(self)), "__repr__": _shown}
    for name, method in own.items():
        if written.__dict__.get(name) is None:
            setattr(made, name, method)
    return made


def _content(names: list[str]) -> Callable[[object], tuple[Any, ...]]:
    """Reads these fields of an object."""
    if len(names) > 1:
        return attrgetter(*names)
    own = [attrgetter(name) for name in names]
    return lambda one: tuple(read(one) for read in own)


def _shown(self: Any) -> str:
    told = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({told})"
