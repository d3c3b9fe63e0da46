"""How Plan looks, in every state and at every size."""

from collections.abc import Callable
from html import unescape

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from data.model import Accepted, Lap, Niggle, Session
from data.rules.spacing import seal
from data.store.config import Settings
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run, sets
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import EASY, GYM_A, GYM_B, INTERVALS, LONG, TEMPO, press

Snap = Callable[..., bool]

SIZES = [(40, 20), (80, 24), (120, 40)]
NOW = "2026-06-03 12:00"
SETS = sets("pogo_hop", 2, contacts=20) + sets("back_squat", 3, kg=80, reps=5, rir=2)
DONE_LIFT = lift("2026-06-01 18:05", 48, rpe=7, plan_id="gym a", title="Gym A", exercises=SETS)
DONE_RUN = run(
    "2026-06-02 07:00",
    61,
    rpe=8,
    type="intervals",
    plan_id="intervals",
    distance_m=12_400,
    hr_avg=158,
    hr_max=181,
    laps=(Lap(seconds=900, distance_m=2600, hr_avg=138), Lap(seconds=2760, distance_m=9800, hr_avg=165)),
    niggles=(Niggle("left achilles", 3, "stiff at first"),),
    notes="Windy on the back straight.",
)
# Wednesday noon of the week of the guide: two sessions done, the morning's run not yet, a warning accepted, one locked.
HALF_DONE: tuple[Session, ...] = (
    replace(GYM_A, status="done"),
    replace(INTERVALS, status="done"),
    DONE_LIFT,
    DONE_RUN,
    EASY,
    GYM_B,
    TEMPO,
    replace(LONG, locked=True),
    planned_lift("2026-06-08 18:00", 45),
    planned_run("2026-06-09 07:00", 60, type="hills"),
    planned_lift("2026-06-18 evening", None, template="offseason_3day/C"),
)
ACCEPTED = Accepted("gym b", "tempo", "the rack is free on Wednesdays only", moment(NOW), seal(GYM_B, TEMPO))
# What is pressed to come to the state, and what is then on the screen. The cursor begins on the lift of today.
STATES: dict[str, tuple[list[str], str]] = {
    "week": ([], "Box jump"),
    "warning": (["up"] * 3, "Gym A, Mon 18:05"),
    "accepted": (["down"], "Gym B, Wed 18:00"),
    "moving": (["M", "down"], "↕"),
    "next week": (["right_square_bracket"], "8–14 Jun"),
    "done": (["up"] * 2, "Intervals"),
    "sheet": (["up", "up", "enter"], "Windy on the back"),
    "lift sheet": (["right_square_bracket", "up", "up", "up", "enter"], "do it now"),
    "rating": (["up", "enter"], "How hard was it?"),
    "accepting": (["down", "o"], "Accept this warning"),
    "adding": (["a"], "a template's lift"),
    "a wrong word": (["a", *"run", "space", *"10k", "space", *"tempoo", "space", *"rpe", "space", "7"], "tempoo"),
    "a warning ahead": (
        ["a", *"tomorrow", "space", "7", "colon", *"00", "space", *"gym", "space", "b"],
        "overlaps",
    ),
    "editing": (["e"], "enter save"),
    "template": (["t", "down", "down"], "Lay a template"),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
def test_plan(snap_compare: Snap, make_app: MakeApp, state: str, size: tuple[int, int]) -> None:
    keys, sign = STATES[state]

    async def come_there(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)
        seen = unescape(pilot.app.export_screenshot(simplify=True)).replace("\xa0", " ")
        assert sign in seen, f"{state} is not on the screen"

    app = make_app(*HALF_DONE, now=NOW, accepted=[ACCEPTED])
    assert snap_compare(app, terminal_size=size, run_before=come_there)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_an_empty_log(snap_compare: Snap, make_app: MakeApp, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(), terminal_size=size)


@pytest.mark.parametrize("theme", ["legday-light", "ansi-dark"])
def test_plan_in_another_theme(snap_compare: Snap, make_app: MakeApp, theme: str) -> None:
    app = make_app(*HALF_DONE, now=NOW, accepted=[ACCEPTED], settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(80, 24), press=STATES["warning"][0])


def test_plan_without_colour(snap_compare: Snap, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(*HALF_DONE, now=NOW, accepted=[ACCEPTED])
    assert snap_compare(app, terminal_size=(40, 20), press=STATES["moving"][0])


def test_a_full_week_on_a_phone(snap_compare: Snap, make_app: MakeApp) -> None:
    """Clash, note, tip, a long title, a locked one, a run of which nothing is known: more than a page."""
    sessions = (
        planned_lift("2026-06-01 17:00", 45, title="Legs and everything else that can be lifted"),
        planned_run("2026-06-01 18:00", 60, type="tempo"),
        planned_lift("2026-06-02 06:30", 38, template="gym_2day/B"),
        planned_run("2026-06-02 12:30", 40),
        planned_lift("2026-06-03 evening", None, template="offseason_3day/C", locked=True),
        planned_run("2026-06-04", None, type=None, distance_m=12_000),
        *(planned_run(f"2026-06-0{day} {hour}:00", 30) for day in (5, 6, 7) for hour in (10, 14, 18)),
    )
    anna = athlete(name="Anna Katharina Mustermann-Beispiel")
    assert snap_compare(make_app(*sessions, athlete=anna), terminal_size=(40, 20))
