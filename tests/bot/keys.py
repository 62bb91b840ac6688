"""Where the code names a text, and which variables it hands over; read from the source, not run."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

#: What takes the key of a text. Whatever else has a parameter ``key`` and hands it on is found.
SINKS = frozenset({"say", "tell", "tell_id", "tell_asker", "render", "words", "Button", "Refused"})

#: Parameters of those that are no variables of a text.
NOT_VARIABLES = frozenset(
    {
        "self",
        "language",
        "key",
        "buttons",
        "person",
        "person_id",
        "about",
        "card",
        "urgent",
        "enclosed",
        "commitment",
    }
)

_KEY = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Use:
    """One place that names a text."""

    where: str
    sink: str
    key: str  #: a key; or a family: its beginning, then ``*``
    given: frozenset[str] | None  #: the variables handed over; None: known only at run time
    as_words: frozenset[str]  #: those of them that are turned into a string on the spot

    @property
    def is_family(self) -> bool:
        return self.key.endswith("*")


#: A function by its module's last name and its own.
Named = tuple[str, str]


@cache
def uses() -> tuple[Use, ...]:
    modules = [_Module(path) for path in sorted(_sources())]
    forwarders = {name: given for module in modules for name, given in module.forwarders()}
    bundles = {name: keys for module in modules for name, keys in module.bundles()}
    return tuple(use for module in modules for use in module.uses(forwarders, bundles))


def _sources() -> Iterator[Path]:
    for package in ("bot", "handlers", "storage"):
        yield from (ROOT / package).rglob("*.py")


class _Module:
    def __init__(self, path: Path) -> None:
        self.path = path.relative_to(ROOT)
        self.tree = ast.parse(path.read_text("utf-8"))
        self.calls = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        self.functions = [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]

    @property
    def speaks(self) -> bool:
        return self.path.parts[0] == "handlers" or "services" in self.path.parts

    def forwarders(self) -> Iterator[tuple[Named, frozenset[str]]]:
        """Functions that are handed a key and hand it on, with the variables they add."""
        for function in self.functions if self.speaks else ():
            if "key" in [one.arg for one in function.args.args]:
                added = [
                    keyword.arg
                    for call in ast.walk(function)
                    if isinstance(call, ast.Call) and _called(call) in SINKS
                    for keyword in call.keywords
                    if keyword.arg
                ]
                yield (self.path.stem, function.name), frozenset(added)

    def bundles(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Functions that return the variables of a text in one dict."""
        for function in self.functions if self.speaks else ():
            for node in ast.walk(function):
                if isinstance(node, ast.Return) and isinstance(node.value, ast.Dict):
                    yield function.name, frozenset(_texts_in(node.value.keys))

    def uses(
        self, forwarders: Mapping[Named, frozenset[str]], bundles: Mapping[str, frozenset[str]]
    ) -> Iterator[Use]:
        for call in self.calls:
            sink, added = _called(call), forwarders.get(self._named(call))
            if sink not in SINKS and added is None:
                continue
            for key in self._keys_of(call):
                given = _given(call, bundles)
                yield Use(
                    where=f"{self.path}:{call.lineno}",
                    sink=sink,
                    key=key,
                    given=None if given is None else given | (added or frozenset()),
                    as_words=_as_words(call),
                )

    def _named(self, call: ast.Call) -> Named:
        """Which function is called: several modules have one of the same name."""
        match call.func:
            case ast.Attribute(value=ast.Name(id=module), attr=name):
                return module, name
            case _:
                return self.path.stem, _called(call)

    def _keys_of(self, call: ast.Call) -> list[str]:
        """The keys in the first argument that can be one."""
        found = (self._resolve(one, call) for one in call.args)
        keys = next((keys for keys in found if keys), [])
        return [key for key in keys if _KEY.fullmatch(key.removesuffix("*").removesuffix("-"))]

    def _resolve(self, node: ast.expr | None, call: ast.Call) -> list[str]:
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr(values=[ast.Constant(value=str(start)), ast.FormattedValue()]):
                return [f"{start}*"]
            case ast.IfExp(body=one, orelse=other):
                return [*self._resolve(one, call), *self._resolve(other, call)]
            case ast.Subscript(value=ast.Name(id=name)):
                tables = [one for one in self._assigned(name, call) if isinstance(one, ast.Dict)]
                return _texts_in(value for table in tables for value in table.values)
            case ast.Name(id=name):
                values = self._assigned(name, call)
                return [key for value in values for key in self._resolve(value, call)]
            case _:
                return []

    def _assigned(self, name: str, call: ast.Call) -> list[ast.expr]:
        """What the name is set to in the function around the call, or at the top of the module."""
        around = [one for one in self.functions if any(node is call for node in ast.walk(one))]
        inside = [node for one in around[-1:] for node in ast.walk(one)]
        return [
            node.value
            for node in [*inside, *self.tree.body]
            if isinstance(node, ast.Assign)
            and any(isinstance(one, ast.Name) and one.id == name for one in node.targets)
        ]


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _arguments(call: ast.Call) -> list[ast.keyword]:
    """What the call hands over by name; a button carries the variables of its label in a dict."""
    if _called(call) != "Button":
        return call.keywords
    dicts = [*call.args[3:], *(one.value for one in call.keywords if one.arg == "args")]
    pairs = [
        (key, value)
        for one in dicts
        if isinstance(one, ast.Dict)
        for key, value in zip(one.keys, one.values, strict=True)
    ]
    return [
        ast.keyword(arg=str(key.value), value=value)
        for key, value in pairs
        if isinstance(key, ast.Constant)
    ]


def _given(call: ast.Call, bundles: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    given: set[str] = set()
    for keyword in _arguments(call):
        if keyword.arg:
            given.add(keyword.arg)
        elif isinstance(keyword.value, ast.Call) and _called(keyword.value) in bundles:
            given |= bundles[_called(keyword.value)]
        else:
            return None
    return frozenset(given)


def _as_words(call: ast.Call) -> frozenset[str]:
    return frozenset(
        keyword.arg for keyword in _arguments(call) if keyword.arg and _is_words(keyword.value)
    )


def _is_words(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="str")) | ast.JoinedStr() | ast.Constant(value=str()):
            return True
        case _:
            return False


def _texts_in(nodes: Iterable[ast.expr | None]) -> list[str]:
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
