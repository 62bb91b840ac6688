"""The texts as they stand in the files: their variables, what chooses between words, samples."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser, ast, visitor

LOCALES = Path(__file__).parents[2] / "bot" / "locales"
LANGUAGES = ("vi", "en", "km")

#: What a sample says where a variable may be any words.
ANY = "lời mẫu"

Value = str | int


@dataclass(frozen=True, slots=True)
class Chooser:
    """A variable that chooses between words: its variants, the last resort marked."""

    variants: frozenset[str]
    otherwise: str

    @property
    def is_numeric(self) -> bool:
        return any(one.isdecimal() for one in self.variants)

    def values(self) -> list[Value]:
        """One value for each variant, and one that no variant names."""
        if not self.is_numeric:
            return [*sorted(self.variants - {"other"}), ANY]
        numbers = sorted(int(one) for one in self.variants if one.isdecimal())
        return [*numbers, numbers[-1] + 1]


@dataclass(slots=True)
class Text:
    """One text of one file."""

    key: str
    file: str
    variables: set[str] = field(default_factory=set)
    choosers: dict[str, Chooser] = field(default_factory=dict)
    letters: str = ""  #: everything written in it, variables left out, each variant on its own line

    def samples(self) -> Iterator[Mapping[str, Value]]:
        """Arguments of the right type, in every combination that chooses other words."""
        plain = dict.fromkeys(self.variables - set(self.choosers), ANY)
        names = list(self.choosers)
        for values in product(*(self.choosers[name].values() for name in names)):
            yield {**plain, **dict(zip(names, values, strict=True))}


@cache
def texts(language: str) -> Mapping[str, Text]:
    """Every text of a language by its key. Fails on what cannot be read, or is written twice."""
    found: dict[str, Text] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{language}/{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                key = entry.id.name
                assert key not in found, f"{language}/{path.name}: {key} is written twice"
                found[key] = _read(entry, path.name)
    return found


#: What an office prints, in its own words and the layout of Decree 30/2020/NĐ-CP. Such papers are
#: written in Vietnamese, so there is no other language to keep up; and they are letters and forms,
#: not speech: "trân trọng kính mời" is right there.
ON_PAPER = "papers.ftl"


def of_residents(language: str) -> Mapping[str, Text]:
    """What residents read, in the chat and on its page."""
    return {
        key: one
        for key, one in texts(language).items()
        if not one.file.startswith(("officials", ON_PAPER))
    }


def in_chat(language: str) -> Mapping[str, Text]:
    """What is said to anybody, in the chat and on its pages."""
    return {key: one for key, one in texts(language).items() if one.file != ON_PAPER}


def _read(message: ast.Message, file: str) -> Text:
    reader = _Reader(Text(message.id.name, file))
    reader.visit(message)
    return reader.text


class _Reader(visitor.Visitor):
    def __init__(self, text: Text) -> None:
        self.text = text

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.text.variables.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.text.letters += node.value

    def visit_Variant(self, node: ast.Variant) -> None:  # noqa: N802
        self.generic_visit(node)
        self.text.letters += "\n"

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        assert isinstance(node.selector, ast.VariableReference), self.text.key
        variants = {_name(one): one.default for one in node.variants}
        otherwise = next(name for name, default in variants.items() if default)
        chooser = Chooser(frozenset(variants), otherwise)
        before = self.text.choosers.setdefault(node.selector.id.name, chooser)
        assert before == chooser, f"{self.text.key}: {node.selector.id.name} chooses in two ways"
        self.generic_visit(node)


def _name(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else key.value


# ── how much is said at once ─────────────────────────────────────────────────────────────────

_QUOTED = re.compile(r"“[^”]*”")
_END = re.compile(r"[.?!]+(?=[\s)]|$)|។")


def sentences(words: str) -> int:
    """How many sentences there are; what is quoted counts as one word."""
    parts = _END.split(_QUOTED.sub("x", words))
    return sum(any(letter.isalnum() for letter in part) for part in parts)


def questions(words: str) -> int:
    return _QUOTED.sub("x", words).count("?")
