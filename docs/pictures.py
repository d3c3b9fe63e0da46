"""Draw the pictures of the guide: the demo season on a clock that stands still.

python docs/pictures.py
"""

import asyncio
import re
from datetime import datetime
from pathlib import Path

from data.catalogue import load_catalogue
from data.demo import fill
from data.store.config import Settings
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tui.app import LegdayApp
from tui.desk import Desk

NOW = datetime.fromisoformat("2026-06-01T17:40:00+02:00")
ZONE = "Europe/Berlin"
# The morning of the demo's intervals.
TUESDAY = datetime.fromisoformat("2026-06-02T06:58:00+02:00")
HERE = Path(__file__).parent / "pictures"
NORMAL, PHONE, WIDE = (80, 24), (40, 20), (120, 40)
# A picture: its name, the size of the terminal, the keys pressed before it is taken; NOW unless another moment is said.
MOMENTS = {"run-phone": TUESDAY}
PICTURES = (
    ("plan", NORMAL, ()),
    ("plan-moving", NORMAL, ("shift+down",)),
    ("plan-wide", WIDE, ()),
    ("fix", NORMAL, ("f",)),
    ("add", NORMAL, ("a", *"thu 6:30 run 10k tempo")),
    ("live", NORMAL, ("enter", "enter", "enter", "enter", "enter", "enter")),
    ("live-phone", PHONE, ("enter", "enter", "enter", "enter", "enter", "enter")),
    ("superset", PHONE, ("enter", "tab", "tab", "x", "enter")),
    ("finish", PHONE, ("enter", "enter", "enter", "enter", "enter", "enter", "f")),
    ("run-phone", PHONE, ("v",)),
    ("load", NORMAL, ("f3", "up")),
    ("why", NORMAL, ("f3", "up", "right", "right", "question_mark")),
)


def app(now: datetime) -> LegdayApp:
    """The app on the demo season at that moment, in memory."""
    backend = MemoryBackend()
    fill(lambda visitor: Logbook(backend, lambda: now, visitor=visitor), now, ZONE)
    return LegdayApp(Desk(Logbook(backend, lambda: now), Settings(), load_catalogue(), lambda: now))


async def picture(now: datetime, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    """The screen as SVG, in whatever fixed-width font the reader has."""
    legday = app(now)
    async with legday.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        svg = legday.export_screenshot(title="legday")
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    svg = re.sub(r"<!--.*?-->", "", re.sub(r"terminal-\d+", "terminal", svg))
    return re.sub(r"[ \t]+\n", "\n", svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas"))


def main() -> None:
    """Draw them all."""
    HERE.mkdir(exist_ok=True)
    for name, size, keys in PICTURES:
        (HERE / f"{name}.svg").write_text(asyncio.run(picture(MOMENTS.get(name, NOW), size, keys)), encoding="utf-8")


if __name__ == "__main__":
    main()
