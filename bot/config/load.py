"""Reading the settings: the file, then the environment over it, then the files with secrets."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError
from pydantic_settings import EnvSettingsSource

from bot.config.keys import Key, keys, nearest, settable
from bot.config.problems import problems_of
from bot.config.settings import PREFIX, Settings
from bot.domain.errors import ConfigError, Problem

#: What a settings file holds: sections with keys.
Tables = dict[str, Any]


def load(path: Path, environ: Mapping[str, str]) -> Settings:
    """The settings of ``path``, overruled by ``LANGNGHE_SECTION__KEY`` in ``environ``.

    An empty variable counts as none. Raises ConfigError with every problem there is; what stands
    in the way of reading the file at all comes alone.
    """
    tables = _read(path)
    variables = {name: text for name, text in environ.items() if name.startswith(PREFIX) and text}
    problems = [*_unknown(variables)]
    given = _overrule(tables, variables)
    problems += _from_files(tables, given)
    try:
        settings = Settings(**tables)
    except ValidationError as error:
        problems += problems_of(error, given)
        raise ConfigError(*map(str, problems)) from None  # pydantic's own text shows values
    if problems:
        raise ConfigError(*map(str, problems))
    return settings


# ── the file ─────────────────────────────────────────────────────────────────────────────────


def _read(path: Path) -> Tables:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        problem = Problem(
            str(path),
            "does not exist",
            f"make one by `cp config.example.toml {path}`, or name another with --config",
        )
    except UnicodeDecodeError:
        problem = Problem(str(path), "is not UTF-8 text", "save it as UTF-8")
    except OSError as error:
        problem = Problem(str(path), f"cannot be read ({error.strerror})", "name a readable file")
    except tomllib.TOMLDecodeError as error:
        problem = _syntax(path, str(error))
    raise ConfigError(str(problem))


def _syntax(path: Path, message: str) -> Problem:
    """tomllib says "Invalid value (at line 3, column 8)" or "… (at end of document)"."""
    found = re.search(r" \(at line (\d+), column \d+\)$", message)
    line = found[1] if found else str(len(path.read_text("utf-8").splitlines()))
    what = re.sub(r" \(at [^()]*\)$", "", message)
    return Problem(
        f"{path}, line {line}",
        f"is not TOML ({what})",
        'correct that line (text stands in quotes: key = "text")',
    )


def secrets_in(path: Path) -> list[str]:
    """Advice, a sentence each, for secrets that stand in the file, where many eyes see them."""
    tables = _read(path)
    return [
        f"{key.path}: {'is' if key.is_secret else 'holds'} a secret; it is safer in the "
        f"environment as {key.variable}, or in a file named by {key.path}_file."
        for key in keys()
        if isinstance(tables.get(key.section), dict)
        and _gives_away(key, tables[key.section].get(key.name))
    ]


def _gives_away(key: Key, value: object) -> bool:
    """A database's address may stand in the file, unless there is a password in it."""
    if key.is_secret or not key.has_file:
        return key.is_secret and value not in (None, "")
    try:
        return bool(urlsplit(str(value)).password)
    except ValueError:
        return False


# ── the environment ──────────────────────────────────────────────────────────────────────────


def _overrule(tables: Tables, variables: Mapping[str, str]) -> dict[str, str]:
    """Put the environment's values into ``tables``. Returns the variable of each key given so."""
    known = settable()
    given = {name: text for name, text in variables.items() if name in known}
    source = EnvSettingsSource(Settings)
    source.env_vars = {name.lower(): text for name, text in given.items()}
    for section, values in source().items():
        below = tables.get(section, {})
        tables[section] = {**below, **values} if isinstance(below, dict) else below
    return {known[name].path: name for name in given}


def _unknown(variables: Mapping[str, str]) -> Iterator[Problem]:
    """Variables that no setting reads: misspelt ones, and the programme's."""
    known = list(settable())
    for name in sorted(set(variables) - set(known)):
        meant = nearest(name.upper(), known, 0.9)
        if name.startswith(f"{PREFIX}PROGRAMME"):
            write = "write it to [programme] in the file, the only place it is read from"
            yield Problem(name, "does not reach the programme", write)
        elif meant:
            yield Problem(name, "is not a known variable", f"write {meant} or unset it")
        else:
            write = f"unset it, or write {PREFIX}SECTION__KEY with a key of docs/configuration.md"
            yield Problem(name, "is not a known variable", write)


# ── files with secrets ───────────────────────────────────────────────────────────────────────


def _from_files(tables: Tables, given: Mapping[str, str]) -> Iterator[Problem]:
    """Read the secrets that a key `…_file` names; the environment's own value wins over them."""
    for key in keys():
        section = tables.get(key.section)
        if not key.has_file or key.path in given or not isinstance(section, dict):
            continue
        file = section.get(f"{key.name}_file")
        if file and isinstance(file, str):
            try:
                section[key.name] = _secret(Path(file))
            except (OSError, ValueError) as error:
                where = f"{key.path}_file"
                write = "name a file that holds the secret and that this user may read"
                yield Problem(given.get(where, where), f"names a file {_reason(error)}", write)


def _secret(path: Path) -> str:
    text = path.read_text("utf-8").strip()
    if not text:
        raise ValueError("that is empty")
    return text


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"that cannot be read ({error.strerror})"
    return "that is not text" if isinstance(error, UnicodeDecodeError) else str(error)
