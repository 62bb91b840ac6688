"""What pydantic finds wrong, said to an operator: one sentence a problem, never the value itself.

Values are not repeated because a secret may have been put under the wrong key.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.config.keys import nearest, table_at
from bot.config.values import WRONG
from bot.domain.errors import Problem

_NUMBER = ("is not a whole number", "write digits only, such as 30")
_DECIMAL = ("is not a number", "write digits, such as 30 or 0.5")
_FLAG = ("is neither true nor false", "write true or false, without quotes")
_TABLE = ("is not a table of keys", "write it as in config.example.toml")

#: What is wrong and what to write, by pydantic's name of the error; braces take its figures.
_SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": ("is missing", "add it, as in config.example.toml"),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "int_parsing_size": _NUMBER,
    "float_type": _DECIMAL,
    "float_parsing": _DECIMAL,
    "finite_number": _DECIMAL,
    "bool_type": _FLAG,
    "bool_parsing": _FLAG,
    "string_type": ("is not text", 'put it in quotes, such as "…"'),
    "string_too_short": ("is empty", "write at least one character"),
    "string_pattern_mismatch": (
        "has other letters than allowed",
        "write text of the form {pattern}",
    ),
    "greater_than": ("is too small", "write more than {gt}"),
    "greater_than_equal": ("is too small", "write {ge} or more"),
    "less_than_equal": ("is too large", "write {le} or less"),
    "literal_error": ("is not one of the choices", "write {expected}"),
    "tuple_type": ("is not a list", 'write it in brackets, such as ["…", "…"]'),
    "too_short": ("is empty", "write at least one entry"),
    "model_type": _TABLE,
    "model_attributes_type": _TABLE,
    WRONG: ("{what}", "{write}"),
}


def problems_of(error: ValidationError, variables: Mapping[str, str]) -> list[Problem]:
    """One problem for each finding. ``variables``: the environment's name of a key it gave."""
    found = error.errors(include_url=False, include_input=False)
    return [_problem(one, variables) for one in found if not _follows(one, found)]


def key_of(place: Sequence[str | int]) -> str:
    """A place in the file as people write it: ``programme.topics[3].agency``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return text.removeprefix(".")


def unknown(place: Sequence[str | int]) -> Problem:
    """A key that nobody reads, with the name that was probably meant."""
    known = list(table_at(place).model_fields)
    meant = nearest(str(place[-1]), known)
    write = f"write {meant} or remove it" if meant else f"remove it (there are: {', '.join(known)})"
    return Problem(key_of(place), "is not a known setting", write)


def _follows(one: ErrorDetails, found: Sequence[ErrorDetails]) -> bool:
    """A list whose every entry is wrong is not empty, though pydantic says so as well."""
    place = one["loc"]
    within = (other["loc"] for other in found if len(other["loc"]) > len(place))
    return one["type"] == "too_short" and any(deep[: len(place)] == place for deep in within)


def _problem(one: ErrorDetails, variables: Mapping[str, str]) -> Problem:
    if one["type"] == "extra_forbidden":
        return unknown(one["loc"])
    what, write = _SENTENCES.get(one["type"], (one["msg"], "write it as in config.example.toml"))
    figures = _figures(one.get("ctx", {}))
    key = key_of(one["loc"])
    return Problem(variables.get(key, key), what.format(**figures), write.format(**figures))


def _figures(context: Mapping[str, Any]) -> dict[str, str]:
    """The figures of a finding, with double quotes as in TOML."""
    return {
        name: value.replace("'", '"') if name == "expected" else str(value)
        for name, value in context.items()
    }
