"""The table of the conversation against the code: no button, step or way back leads nowhere."""

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.domain import long_lists
from bot.domain.jobs import JobKind
from handlers import ROUTES, SLOW, arguments

ROOT = Path(__file__).parents[2]
SOURCES = [*(ROOT / "handlers").glob("*.py"), *(ROOT / "bot" / "services").rglob("*.py")]

#: Actions that the dispatch knows itself.
BY_DISPATCH = {"back", "fill"}


def calls(name: str) -> Iterator[ast.Call]:
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Call) and name in (
                getattr(node.func, "id", ""),
                getattr(node.func, "attr", ""),
            ):
                yield node


def said(argument: ast.expr) -> Iterator[str]:
    """The literal words that an argument may be: this, or if not, that."""
    if isinstance(argument, ast.IfExp):
        yield from said(argument.body)
        yield from said(argument.orelse)
    elif isinstance(argument, ast.BoolOp):
        for one in argument.values:
            yield from said(one)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value


def words(name: str, place: int, keyword: str = "") -> set[str]:
    """The literal words at one place of every call of ``name``."""
    found = [call.args[place] for call in calls(name) if len(call.args) > place]
    found += [one.value for call in calls(name) for one in call.keywords if one.arg == keyword]
    return {word for argument in found for word in said(argument)}


#: What makes a button of an action that it is handed, and at which place.
MAKERS = (("Button", 1), ("back_or_stop", 0))


def test_every_button_has_a_handler() -> None:
    actions = {action for maker, place in MAKERS for action in words(maker, place)}

    assert actions - BY_DISPATCH - ROUTES.presses.keys() == set()
    assert len(actions) > 40


def test_every_handler_has_a_button() -> None:
    below_long_lists = {long_lists.ONWARD}

    assert ROUTES.presses.keys() - words("Button", 1) - below_long_lists == set()


def test_every_step_that_waits_is_filled_by_a_handler() -> None:
    steps = words("wait_for", 0) | words("wait", 1) | words("aside", 1)

    assert steps - ROUTES.steps.keys() == set()
    assert ROUTES.steps.keys() - steps == set()


def test_every_way_back_leads_to_a_prompt() -> None:
    assert words("wait_for", 9, "back") | words("wait", 2, "back") <= ROUTES.prompts.keys()
    assert ROUTES.prompts.keys() <= ROUTES.steps.keys()


def test_every_command_of_the_design_is_there() -> None:
    promised = (
        "/start /hoi /cauhoi /lich /traloi /hangdoi /bantin /phien /ngonngu /dulieu /ngung /giup"
    )

    assert set(promised.split()) <= ROUTES.commands.keys()


def test_only_buttons_that_there_are_have_the_shape_of_an_argument() -> None:
    shaped = [action for action, _ in arguments.shapes()]

    assert set(shaped) - ROUTES.presses.keys() == set()
    assert len(shaped) == len(set(shaped))


#: Buttons whose argument holds a word that is one of a few, or another button's argument.
OF_WORDS = {"announceto", "makepaper", "moveyes", "bind", "queue", "oralby", "sealas"}


def written(argument: ast.expr) -> str:
    """An argument as it is put together, with 1 in the place of each number; empty if it is not."""
    if not isinstance(argument, ast.JoinedStr):
        return ""
    parts = argument.values
    return "".join(str(one.value) if isinstance(one, ast.Constant) else "1" for one in parts)


def test_every_argument_that_we_put_together_has_the_shape_of_its_button() -> None:
    shapes = dict(arguments.shapes())
    made = [
        (call.args[1].value, written(call.args[2]))
        for call in calls("Button")
        if len(call.args) > 2 and isinstance(call.args[1], ast.Constant)
    ]
    checked = [(action, text) for action, text in made if text and str(action) not in OF_WORDS]

    lost = [
        (action, text)
        for action, text in checked
        if not (str(action) in shapes and shapes[str(action)].fullmatch(text))
    ]
    assert lost == []
    assert len(checked) > 20


def test_every_kind_of_job_is_done_by_somebody() -> None:
    assert set(SLOW) == set(JobKind)
