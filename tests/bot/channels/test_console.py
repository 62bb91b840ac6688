"""The terminal: a file is put into a folder, beside what is there."""

from io import StringIO
from pathlib import Path

from bot.channels.base import Carries, Channel
from bot.channels.console import Console
from bot.domain.files import File
from bot.domain.messages import Outgoing

LIST = Outgoing(text="Danh sách đây", file=File(token="t", name="Danh sách.csv", size=3))


def _in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


async def test_a_file_is_put_into_the_folder_and_the_screen_says_where(tmp_path: Path) -> None:
    sink = StringIO()
    console = Console(sink=sink, folder=tmp_path)

    await console.send_file("terminal", LIST, b"a;b")

    assert sink.getvalue() == f"\nDanh sách đây\n→ {tmp_path / 'Danh sách.csv'}\n\n> "
    assert (tmp_path / "Danh sách.csv").read_bytes() == b"a;b"


async def test_what_is_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    console = Console(sink=StringIO(), folder=tmp_path)
    for content in (b"one", b"two", b"three"):
        await console.send_file("terminal", LIST, content)

    assert _in(tmp_path) == {
        "Danh sách.csv": b"one",
        "Danh sách-2.csv": b"two",
        "Danh sách-3.csv": b"three",
    }


async def test_a_file_for_somebody_else_is_not_put_here(tmp_path: Path) -> None:
    sink = StringIO()

    await Console(sink=sink, folder=tmp_path).send_file("another", LIST, b"a;b")

    assert (sink.getvalue(), _in(tmp_path)) == ("", {})


def test_it_is_a_channel_that_carries_files() -> None:
    channel: Channel = Console()

    assert isinstance(channel, Carries)
