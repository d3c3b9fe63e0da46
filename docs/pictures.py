"""Draw the pictures of the guide: the demo season, and a coach's roster, on a clock that stands still.

python docs/pictures.py
"""

import asyncio
import re
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.demo import fill, season
from data.store.config import Settings
from data.store.home import Home
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from tui.app import LegdayApp
from tui.club import Club
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


def roster(folder: Path) -> LegdayApp:
    """The app of kim, who looks after anna and ben, whose logs are in that folder; ben was silent for nine days."""
    home = Home(folder)
    fill(lambda visitor: home.open_known("anna", lambda: NOW, visitor), NOW, ZONE)
    bens = season(NOW - timedelta(9), ZONE)
    ben = replace(bens, athlete=replace(bens.athlete, name="ben"), accepted=(), comments=())
    home.open_known("ben", lambda: NOW).replace(ben)
    club = Club(home, "kim", lambda: NOW, load_catalogue(), home.athletes, lambda _: "plan", lambda _: None)
    return LegdayApp(club.at_the_door(), "roster", club)


async def picture(legday: LegdayApp, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    """The screen as SVG, in whatever fixed-width font the reader has."""
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
        keep(name, asyncio.run(picture(app(MOMENTS.get(name, NOW)), size, keys)))
    with tempfile.TemporaryDirectory() as folder:
        keep("roster", asyncio.run(picture(roster(Path(folder)), NORMAL, ("down",))))


def keep(name: str, svg: str) -> None:
    """Write the picture."""
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
