"""Every key there is, found in the code: for the environment, suggestions and the documents."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from bot.config.settings import PREFIX, Settings
from bot.config.values import NEVER_IN_THE_FILE
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of the settings file."""

    section: str  #: the table it stands in, e.g. ``web``, ``programme.wards[]``
    name: str
    field: FieldInfo
    table: type[BaseModel] | None  #: what stands in it, when it is a table or a list of tables

    @property
    def path(self) -> str:
        return f"{self.section}.{self.name}" if self.section else self.name

    @property
    def variable(self) -> str:
        """The environment variable that overrules it."""
        return f"{PREFIX}{self.section}__{self.name}".upper()

    @property
    def is_secret(self) -> bool:
        """It is better kept outside the settings file."""
        return NEVER_IN_THE_FILE in self.field.metadata

    @property
    def has_file(self) -> bool:
        """A key of the same name with `_file` may name a file that holds it."""
        return self.field.annotation is SecretStr


def keys(table: type[BaseModel] = Settings, section: str = "") -> Iterator[Key]:
    """The keys of a table, each followed by those of the tables within it."""
    for name, field in table.model_fields.items():
        inner = table_in(field.annotation)
        key = Key(section=section, name=name, field=field, table=inner)
        yield key
        if inner:
            many = "[]" if "tuple" in str(field.annotation) else ""
            yield from keys(inner, key.path + many)


def settable() -> dict[str, Key]:
    """The keys that the environment can give, by the name of the variable."""
    plain = (key for key in keys() if key.section and not key.path.startswith("programme"))
    return {key.variable: key for key in plain}


def table_in(annotation: object) -> type[BaseModel] | None:
    """The table that an annotation such as ``tuple[Ward, ...]`` or ``Programme | None`` holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(table_in, get_args(annotation))), None)


def table_at(place: Sequence[str | int]) -> type[BaseModel]:
    """The table in which the last part of ``place`` stands."""
    table: type[BaseModel] = Settings
    for part in place[:-1]:
        if isinstance(part, str):
            table = table_in(table.model_fields[part].annotation) or table
    return table


def nearest(name: str, known: Sequence[str], likeness: float = 0.6) -> str | None:
    """The known name that ``name`` was probably meant to be; ``likeness`` from 0 to 1."""
    return next(iter(get_close_matches(name, known, 1, likeness)), None)
