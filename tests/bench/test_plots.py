"""The plots: drawn from what was measured, readable as they are, and those in the documents are."""

from xml.etree import ElementTree

import orjson
import pytest

from bench.figures import SERIES
from bench.plots import FOLDER, drawn

SERIES_OF_ALL = {
    "intake": {
        "Lắng Nghe": {"rate": 2000.0, "cpu": 0.4},
        "python-telegram-bot": {"rate": 1000.0, "cpu": 1.0},
    },
    "broadcast": {
        "Lắng Nghe": {
            "sent": [24, 25],
            "answers": [5, 4],
            "waits": [[0.5, 26.0]],
            "unanswered": 0,
            "p99": 26.0,
        },
        "PTB & its limiter": {
            "sent": [50, 30],
            "answers": [1, 0],
            "waits": [[0.5, 12_000.0]],
            "unanswered": 3,
            "p99": 12_000.0,
        },
    },
    "growth": {"a page of a queue": 1.02, "a reply" + " and what more" * 5: 3.5},
}

#: How far a letter reaches, at most on average.
LETTER = 7.2


def texts(drawing: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text"))


def test_a_plot_says_what_was_measured_of_whom() -> None:
    found = {name: [one.text for one in texts(text)] for name, text in drawn(SERIES_OF_ALL).items()}
    assert set(found) == {"intake.svg", "broadcast.svg", "growth.svg"}
    assert {"Lắng Nghe", "2,000", "0.40 ms", "1,000", "1.00 ms"} <= set(found["intake.svg"])
    assert "p99 26 ms" in found["broadcast.svg"]
    assert "p99 12 s, 3 none yet" in found["broadcast.svg"]
    assert "PTB & its limiter" in found["broadcast.svg"]
    assert {"a page of a queue", "1.02 x", "3.50 x"} <= set(found["growth.svg"])


def test_nothing_is_drawn_of_what_was_not_measured() -> None:
    assert set(drawn({"growth": {"a reply": 1.0}})) == {"growth.svg"}


@pytest.mark.parametrize("name", ["intake.svg", "broadcast.svg", "growth.svg"])
def test_a_plot_keeps_within_its_edges_and_has_a_dark_dress(name: str) -> None:
    drawing = drawn(SERIES_OF_ALL)[name]
    assert "@media (prefers-color-scheme: dark)" in drawing
    whole = ElementTree.fromstring(drawing)
    width = float(whole.get("width", 0))
    for one in whole.iter():
        if one.tag.endswith("rect"):
            assert float(one.get("x", 0)) + float(one.get("width", 0)) <= width
            assert float(one.get("height", 0)) >= 0
        if one.tag.endswith("text") and "end" not in one.get("class", ""):
            assert float(one.get("x", 0)) + LETTER * len(one.text or "") <= width


@pytest.mark.documents
def test_the_plots_in_the_documents_are_those_of_the_figures_beside_the_bench() -> None:
    """`make bench` draws them; python -m bench.plots does so without measuring."""
    found = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.svg")}
    assert found == drawn(orjson.loads(SERIES.read_bytes()))
