"""The documents do not lie: what they name exists, what exists is documented, links lead somewhere.

In a document, ``code style`` holds names of ours and *italics* hold texts that people see.
"""

import importlib
import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
import typer
from fluent.syntax import FluentParser, ast
from typer.core import TyperGroup

from bot.cli import cli
from bot.config.keys import keys, settable
from bot.domain.channels import State
from handlers import ROUTES
from tests.documents import (
    DECISIONS,
    FILE,
    LINK,
    MADE,
    OPERATING,
    ROOT,
    STRANGERS,
    Page,
    named,
    pages,
    sources,
)

pytestmark = pytest.mark.documents


# ── commands of the program ──────────────────────────────────────────────────────────────────


@cache
def commands() -> Mapping[str, typer.core.TyperCommand]:
    """Every command by its words: ``programme apply``."""
    found: dict[str, typer.core.TyperCommand] = {}

    def walk(group: TyperGroup, before: str) -> None:
        for name, command in group.commands.items():
            if isinstance(command, TyperGroup):
                walk(command, f"{before}{name} ")
            elif isinstance(command, typer.core.TyperCommand):
                found[before + name] = command

    top = typer.main.get_command(cli)
    assert isinstance(top, TyperGroup)
    walk(top, "")
    return found


def options(command: str) -> set[str]:
    return {option for one in commands()[command].params for option in one.opts} | {"--help"}


def calls() -> Iterator[tuple[str, str, list[str]]]:
    """(page, command, its options) wherever a document calls the program."""
    for page in pages():
        for code in (*page.spans, *page.fences):
            for call in re.findall(r"(?:^|[\s/])langnghe ([a-z][^#|&;]*)", code):
                words = call.split()
                two = " ".join(words[:2])
                name = two if two in commands() else words[0]
                yield page.name, name, [word for word in words if word.startswith("--")]


def test_every_command_that_a_document_calls_exists() -> None:
    assert [(page, name) for page, name, _ in calls() if name not in commands()] == []


def test_every_option_that_a_document_uses_exists() -> None:
    unknown = [
        (page, name, option)
        for page, name, used in calls()
        for option in used
        if option not in options(name)
    ]
    known = {option for name in commands() for option in options(name)}
    loose = [(page, one) for page, one in named(r"--[a-z-]+") if one not in known]
    assert unknown + loose == []


def test_every_command_and_option_says_what_it_does() -> None:
    silent = [name for name, command in commands().items() if not command.help]
    silent += [
        f"{name} {one.opts[0]}"
        for name, command in commands().items()
        for one in command.params
        if not getattr(one, "help", "")
    ]
    assert silent == []


def test_the_operating_guide_has_every_command_and_option() -> None:
    text = OPERATING.read_text("utf-8")
    missing = [name for name in commands() if f"| `langnghe {name}` |" not in text]
    every = {option for name in commands() for option in options(name) if option.startswith("--")}
    assert missing + sorted(one for one in every if f"`{one}" not in text) == []


# ── settings ─────────────────────────────────────────────────────────────────────────────────


def test_every_setting_that_a_document_names_exists() -> None:
    known = {(key.section.replace("[]", ""), key.name) for key in keys()}
    sections = {f"{above}.{name}".lstrip(".") for above, name in known}
    wrong = [
        (page, span)
        for page, span in named(r"\[+[a-z_.]+\]+( .+)?")
        for section, _, key in [re.sub(r"[\[\]]", "", span).partition(" ")]
        if section not in sections or (key and (section, key.split(" =")[0]) not in known)
    ]
    assert wrong == []


def test_every_variable_that_a_document_names_exists() -> None:
    known = {*settable(), "LANGNGHE_SECTION__KEY"}
    assert [
        (page.name, name)
        for page in pages()
        for name in re.findall(r"LANGNGHE_[A-Z_]+", page.text)
        if name not in known
    ] == []


# ── what people see ──────────────────────────────────────────────────────────────────────────


@cache
def shown() -> set[str]:
    """Every text that holds no variable, in any language."""
    found = set()
    for file in (ROOT / "bot" / "locales").rglob("*.ftl"):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value:
                parts = entry.value.elements
                if all(isinstance(part, ast.TextElement) for part in parts):
                    words = "".join(str(part.value) for part in parts if hasattr(part, "value"))
                    found.add(" ".join(words.split()))
    return found


def test_what_stands_in_italics_is_a_text_that_people_see() -> None:
    assert [
        (page.name, words) for page in pages() for words in page.italics if words not in shown()
    ] == []


def test_every_chat_command_or_path_that_a_document_names_exists() -> None:
    assert [
        (page, path)
        for page, path in named(r"/[a-z]+")
        if path not in ROUTES.commands and f'"{path}"' not in sources()
    ] == []


# ── files, targets, names ────────────────────────────────────────────────────────────────────


def exists(name: str) -> bool:
    """A path of the tree, a pattern that matches something, or the bare name of a file in it."""
    if MADE.match(name):
        return True
    if "/" in name or (ROOT / name).exists():
        return any(ROOT.glob(name.rstrip("/")))
    tops = ("bot", "handlers", "storage", "docs", "tests", "requirements")
    return any(found for top in tops for found in (ROOT / top).rglob(name))


def test_every_file_that_a_document_names_exists() -> None:
    paths = [(page, one) for page, one in named(r"\.?\w[\w.*/-]*/[\w.*/-]*")]
    files = [(page, one) for page, one in named(FILE.pattern) if "/" not in one]
    folders = [
        (page.name, line.split()[0])
        for page in pages()
        for line in page.fences
        if re.match(r"[a-z]+/(\s|$)", line)
    ]
    assert [(page, one) for page, one in paths + files + folders if not exists(one)] == []


def found_by_import(name: str) -> bool:
    """Whether ``storage.people.facts`` is a module, or something in one."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            thing: object = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            if not hasattr(thing, part):
                return False
            thing = getattr(thing, part)
        return True
    return False


def test_every_module_that_a_document_names_exists() -> None:
    mine = named(r"(?:bot|handlers|storage)(?:\.\w+)+(?<!\.py)(?<!\.sql)")
    run = [
        (page.name, name)
        for page in pages()
        for code in (*page.spans, *page.fences)
        for name in re.findall(r"python -m (\S+)", code)
    ]
    assert [(page, name) for page, name in [*mine, *run] if not found_by_import(name)] == []


def test_every_make_target_that_a_document_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert [
        (page.name, name)
        for page in pages()
        for code in (*page.spans, *page.fences)
        for name in re.findall(r"(?:^|&& )make ([a-z]+)", code)
        if name not in targets
    ] == []


def test_every_name_in_code_style_is_one_of_ours() -> None:
    """Log events, metrics, keys, classes: found as whole words where we write them."""
    words = set(re.findall(r"\w+", sources()))
    shapes = r"_?[a-z]+(?:_[a-z]+)+|(?!LANGNGHE)_?[A-Z][A-Z_]{3,}|[A-Z][a-z]+(?:[A-Z][a-z]+)*"
    assert [(page, name) for page, name in named(shapes) if name not in words] == []


def test_the_operating_guide_explains_every_finding_and_every_state() -> None:
    text = OPERATING.read_text("utf-8")
    health = (ROOT / "bot" / "health.py").read_text("utf-8")
    findings = {name.strip() for name in re.findall(r'inding\(\s*f?"([a-z ]+)', health)}
    assert len(findings) > 4, "the findings are not found in bot/health.py any more"
    missing = sorted(one for one in findings if f"`{one}" not in text)
    assert missing + [state.value for state in State if f"`{state.value}`" not in text] == []


# ── the pages themselves ─────────────────────────────────────────────────────────────────────


def leads_somewhere(page: Page, target: str) -> bool:
    file, _, anchor = target.partition("#")
    path = (page.path.parent / file).resolve() if file else page.path
    if not path.exists():
        return False
    return not anchor or anchor in Page(path, path.read_text("utf-8")).anchors


def test_every_link_leads_somewhere() -> None:
    assert [
        (page.name, target)
        for page in pages()
        for target in LINK.findall(page.prose)
        if not target.startswith("https://") and not leads_somewhere(page, target)
    ] == []


def test_every_decision_is_in_the_index_under_its_title() -> None:
    index = (DECISIONS / "README.md").read_text("utf-8")
    files = sorted(DECISIONS.glob("0*.md"))
    missing = []
    for file in files:
        heading = file.read_text("utf-8").splitlines()[0]
        number, _, title = heading.removeprefix("# ").partition(": ")
        if f"| [{number}]({file.name}) | " not in index or f" | {title} | " not in index:
            missing.append(file.name)
    assert missing == []
    assert [file.name[:4] for file in files] == [f"{n:04}" for n in range(1, len(files) + 1)]


def test_every_decision_says_why_and_at_what_price() -> None:
    parts = ("**Situation.**", "**Decision.**", "**Instead of.**", "**Price.**")
    dated = re.compile(r"^\d{4}-\d\d-\d\d · (holds|replaced by \d{4})$", re.MULTILINE)
    assert [
        file.name
        for file in sorted(DECISIONS.glob("0*.md"))
        for text in [file.read_text("utf-8")]
        if not dated.search(text) or not all(part in text for part in parts)
    ] == []


def test_documents_name_no_registry_no_machine_and_nobody_who_wrote_them() -> None:
    assert [(page.name, found) for page in pages() for found in STRANGERS.findall(page.text)] == []
