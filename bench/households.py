"""A list of invented households brought in, measured from the inside, in a process of its own.

It treats its memory as the command does, which is the product.

python -m bench.households MANY PLACE   prints what it found as JSON
"""

import asyncio
import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time

import structlog

from bench.rig import database, settings
from bot import __main__ as product  # noqa: F401 - it says how often garbage is looked for
from bot import app
from bot.config import load
from bot.domain.agencies import Ward
from bot.domain.programme import Programme
from bot.roster.columns import Column
from bot.services.roster import roster
from bot.work import Works

_FAMILIES = ("Nguyễn", "Trần", "Lê", "Thạch", "Kim", "Sơn", "Lâm", "Trì", "Diệp", "Huỳnh")
_GIVEN = ("Lan", "Cúc", "Huệ", "Sà Rươne", "Phol", "Bé Ba", "Hồng", "Na Ry", "Thu", "Khêm", "Ánh")
#: How offices write what the programme calls otherwise; every third row has one of them.
_SHORT = {"Phường ": "P.", "Khóm ": "K", "Hộ nghèo": "HN", "Hộ cận nghèo": "hộ CN"}


def written(programme: Programme, many: int) -> bytes:
    """A CSV of so many households, spread over all hamlets and categories."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.value for column in Column])
    writer.writerows(_rows(programme, many))
    return out.getvalue().encode()


def _rows(programme: Programme, many: int) -> Iterator[Sequence[str]]:
    places = [(ward, hamlet.name) for ward in programme.wards for hamlet in ward.hamlets]
    for number in range(many):
        ward, hamlet = places[number % len(places)]
        category = programme.categories[number // 3 % 3]
        cells = (ward.name, hamlet, category, f"09{number:08d}")
        yield *_person(programme, ward, number), *(map(_shortened, cells) if number % 3 else cells)


def _person(programme: Programme, ward: Ward, number: int) -> Sequence[str]:
    session = next((one for one in programme.sessions if ward.id in one.wards), None)
    family = _FAMILIES[number % len(_FAMILIES)]
    names = (_GIVEN[number // size % len(_GIVEN)] for size in (10, 110))
    name = " ".join((family, "Thị", *names))
    listed = "chính thức" if number % 4 else "dự phòng"
    born = str(1930 + number % 70)
    return str(session.number if session else ""), str(number), listed, name, born, "Nữ", "Khmer"


def _shortened(cell: str) -> str:
    for full, short in _SHORT.items():
        cell = cell.replace(full, short)
    return cell


async def measure(works: Works, content: bytes) -> dict[str, float]:
    """Seconds of a look ahead and of bringing it in, seconds of processor time for both, and the
    most memory that was used, in MB.
    """
    since, used = perf_counter(), process_time()
    await _brought(works, content, apply=False)
    looked = perf_counter()
    await _brought(works, content, apply=True)
    done, cpu = perf_counter(), process_time() - used
    most = _most_memory()
    return {"look": looked - since, "apply": done - looked, "cpu": cpu, "peak": most}


def _most_memory() -> float:
    """The most memory this program has used, in MB; ``getrusage`` counts that of its parent."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


async def _brought(works: Works, content: bytes, *, apply: bool) -> None:
    """As the command does it, once without and once with the last step."""
    programme = works.programme
    found = roster.clean(roster.read(content), programme, works.clock.now())
    async with works.begin() as work:
        report = await roster.check(work, found)
        if apply:
            await roster.apply(work, report)
    if not report.is_whole:
        raise SystemExit("rows were left for a person to look at")


async def main(many: int, place: Path) -> None:
    chosen = load(settings(place), {"LANGNGHE_STORAGE__URL": f"sqlite:///{database(place)}"})
    async with app.opened(chosen) as opened:
        made = await app.assemble(chosen, opened, channels=lambda _settings, _works: [])
        content = written(made.works.programme, many)
        found = await measure(made.works, content)
    print(json.dumps(found))


if __name__ == "__main__":
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    asyncio.run(main(int(sys.argv[1]), Path(sys.argv[2])))
