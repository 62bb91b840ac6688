"""Files that are the same, byte for byte, whenever they are made from the same figures."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date

#: The earliest moment that a ZIP file can name.
_NO_TIME = (1980, 1, 1, 0, 0, 0)

_CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def sealed(package: bytes, on: date, instead: Mapping[str, bytes] | None = None) -> bytes:
    """The package with fixed times inside and outside, and some of its parts replaced."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as before,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            content = (instead or {}).get(name, before.read(name))
            after.writestr(
                _entry(name), _dated(content, on) if name.endswith("core.xml") else content
            )
    return result.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # otherwise it names the system it was made on
    return entry


def _dated(properties: bytes, on: date) -> bytes:
    return _CHANGED.sub(rb"\g<1>" + f"{on.isoformat()}T00:00:00Z".encode(), properties)
