"""Dataclasses for what is made many times a message, such as a button: values that nobody changes.

mypy sees the ``dataclass`` of the standard library, and holds ``frozen=True`` against everybody who
would set a field. At run time nobody checks it once more: a frozen dataclass sets each of its
fields by a call, which took a twentieth of what a message costs (decision 0052).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    from dataclasses import dataclass as _dataclass

    def dataclass(*, frozen: bool, **options: bool) -> Callable[[type], type]:
        """As ``dataclasses.dataclass``, and as hashable; ``frozen`` must be said, and is mypy's."""
        if not frozen:
            raise TypeError("what may change is a dataclass of the standard library")
        return _dataclass(unsafe_hash=options.get("eq", True), **options)
