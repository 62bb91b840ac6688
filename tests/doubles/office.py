"""Files as LibreOffice saves them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def saved(folder: Path, content: bytes, *endings: str) -> bytes:
    """An XLSX that was opened and saved as each of these kinds, one after the other."""
    if shutil.which("soffice") is None:
        why = "no soffice here (Debian: libreoffice-calc)"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    path = folder / "0.xlsx"
    path.write_bytes(content)
    for step, ending in enumerate(endings, start=1):
        path = _converted(path, folder / f"{step}", ending)
    return path.read_bytes()


def _converted(path: Path, into: Path, ending: str) -> Path:
    profile = f"-env:UserInstallation=file://{path.parents[0].parent}/profile"
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1" if ending == "csv" else ending
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(into)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=240)
    (made,) = into.iterdir()
    return made
