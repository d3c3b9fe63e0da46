"""`f` puts a clashing week right, as one change; `m` turns a lift into maintenance."""

import pytest
from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.live.lift import LiveLift
from data.model import Accepted, Availability, Session
from data.rules.dose import maintenance
from data.rules.spacing import seal
from data.store.errors import CannotWrite
from data.store.logbook import Logbook
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run, sets
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import (
    EASY,
    GYM_A,
    GYM_B,
    INTERVALS,
    LONG,
    TEMPO,
    WEEK,
    all_planned,
    current,
    plan,
    planned,
    press,
    starts,
    toasts,
    week,
)
from tui.app import LegdayApp
from tui.modals.fix_week import FixWeek
from tui.modals.help import HelpModal
from tui.screens.plan import PlanScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.lines import Lines

SIZE = (80, 24)
CATALOGUE = load_catalogue()
# Two weeks ago: nothing in the two lifts is new to the legs.
KNOWN = sum((sets(each.exercise, 2) for name in "AB" for each in CATALOGUE.templates[f"gym_2day/{name}"].item), ())
DONE = lift("2026-05-19 18:00", exercises=KNOWN, rpe=6)
ALL: tuple[Session, ...] = (DONE, *WEEK, planned_run("2026-06-06 07:00", 45, id="easy sat"))
NOWHERE = athlete(availability=Availability(strength=("mon-evening", "wed-evening")))


def offered(app: LegdayApp) -> list[str]:
    """The lines of the best week that is offered, with single spaces."""
    assert isinstance(app.screen, FixWeek)
    return [" ".join(line.split()) for line in app.screen.query_one("#page", Lines).text.splitlines()]


def footer(app: LegdayApp) -> str:
    return plan(app).query_one(KeyBar)._bar().plain


async def test_a_clashing_week_is_put_right_with_two_keys_and_undone_with_one(make_app: MakeApp) -> None:
    app = make_app(*ALL)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        before = all_planned(app)
        await press(pilot, "f", "enter")
        assert (starts(planned(app, "gym a")), starts(planned(app, "gym b"))) == ("Tue 2 18:00", "Fri 5 18:00")
        assert planned(app, "gym a") == replace(GYM_A, start=planned(app, "gym a").start)
        others = [each for each in before if each.id not in ("gym a", "gym b")]
        assert [each for each in all_planned(app) if each.id not in ("gym a", "gym b")] == others
        assert isinstance(app.screen, PlanScreen)
        assert week(app)[0] == "Mon 1 rest"
        assert not any("▲" in line for line in week(app))
        await press(pilot, "u")
        assert all_planned(app) == before
        assert toasts(app)[-1] == "Undone: the best week"


async def test_before_and_after_stand_side_by_side_with_what_moves_and_why(make_app: MakeApp) -> None:
    app = make_app(*ALL)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f")
        lines = offered(app)
        assert lines[:4] == [
            "Before │ After",
            "Mon 1 ↕ Gym A 18:00 │ Mon 1 rest",
            "▲ 12 h 15 before Tue Intervals │",
            "Tue 2 ○ Intervals 07:00 │ Tue 2 ○ Intervals 07:00",
        ]
        assert "Fri 5 rest │ Fri 5 ↕ Gym B 18:00" in lines
        assert lines[lines.index("") + 1 :] == [
            "↕ Gym A: Mon 1 18:00 → Tue 2 18:00",
            "away from Tuesday's intervals: 12 h 15 before → 10 h after",
            "↕ Gym B: Wed 3 18:00 → Fri 5 18:00",
            "away from Thursday's tempo: 12 h 15 before → 34 h after",
            "Stays: 5 runs",
            "● Intervals, Tue 07:00: 10 h before Tuesday's Gym A",
        ]


async def test_a_phone_shows_only_what_changes(make_app: MakeApp) -> None:
    app = make_app(*ALL)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "f")
        assert offered(app)[0] == "↕ Gym A: Mon 1 18:00 → Tue 2 18:00"
        assert offered(app)[-1] == "before Tuesday's Gym A"
        await press(pilot, "enter")
        assert starts(planned(app, "gym b")) == "Fri 5 18:00"


@pytest.mark.parametrize("key", ["escape", "q", "f"])
async def test_left_the_week_stays_as_it_is(make_app: MakeApp, key: str) -> None:
    app = make_app(*ALL)
    async with app.run_test(size=SIZE) as pilot:
        before = all_planned(app)
        await press(pilot, "f", key)
        assert all_planned(app) == before
        assert isinstance(app.screen, PlanScreen)


async def test_why_it_is_the_best_week_is_explained_and_then_it_can_be_taken(make_app: MakeApp) -> None:
    app = make_app(*ALL)
    async with app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "f")
        assert isinstance(app.screen, FixWeek)
        (why,) = app.screen.why()
        assert dict(why.inputs)["preference"] == "8"
        assert "Gym A on the day of a hard run: preference 5" in why.steps
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpModal)
        await press(pilot, "escape", "enter")
        assert starts(planned(app, "gym a")) == "Tue 2 18:00"


async def test_where_there_is_nowhere_to_go_the_lifts_become_maintenance(make_app: MakeApp) -> None:
    app = make_app(*ALL, athlete=NOWHERE)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f")
        assert "Mon 1 ↓ Gym A 18:00 │ Mon 1 ↓ Gym A, maintenance 18:00" in offered(app)
        await press(pilot, "enter")
        stored = planned(app, "gym a")
        assert (stored.title, stored.start, stored.template) == ("Gym A, maintenance", GYM_A.start, None)
        assert not any("▲" in line for line in week(app))


async def test_a_week_without_a_warning_needs_nothing_and_says_so(make_app: MakeApp) -> None:
    app = make_app(run("2026-06-01 07:00"), INTERVALS)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        assert "fix" not in footer(app)
        await press(pilot, "f")
        assert toasts(app) == ["Nothing to mend: no clash or warning is open in this week."]
        assert isinstance(app.screen, PlanScreen)


async def test_what_is_done_cannot_be_mended_and_no_fix_is_offered(make_app: MakeApp) -> None:
    done = (run("2026-06-02 07:00", 60, type="intervals"), lift("2026-06-01 18:00", rpe=8, exercises=KNOWN))
    app = make_app(DONE, *done, now="2026-06-02 12:00")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        assert "▲ 12 h 15 before Tuesday's intervals o accept ? why" in week(app)
        assert "fix" not in footer(app)
        await press(pilot, "f")
        assert toasts(app) == ["Nothing to mend it with: no move or maintenance makes this week better."]


async def test_where_nothing_helps_that_is_said(make_app: MakeApp) -> None:
    app = make_app(DONE, replace(GYM_A, locked=True), INTERVALS)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        assert "f fix" in footer(app)
        await press(pilot, "f")
        assert toasts(app) == ["Nothing to mend it with: no move or maintenance makes this week better."]


async def test_it_is_the_week_on_the_screen_that_is_put_right(make_app: MakeApp) -> None:
    app = make_app(DONE, planned_lift("2026-06-08 18:00", id="next"), planned_run("2026-06-09 07:00", type="hills"))
    async with app.run_test(size=SIZE) as pilot:
        assert "fix" not in footer(app)
        await press(pilot, "right_square_bracket", "f", "enter")
        assert starts(planned(app, "next")) != "Mon 8 18:00"
        assert not any("▲" in line for line in week(app))


async def test_a_lift_that_was_begun_early_stays(make_app: MakeApp) -> None:
    app = make_app(DONE, GYM_A, INTERVALS)
    app.desk.logbook.save_live(LiveLift("live", moment("2026-06-01 11:30"), "Europe/Berlin", "Gym A", (), "gym a"))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "f")
        assert isinstance(app.screen, PlanScreen)
        assert planned(app, "gym a") == GYM_A


async def test_a_week_that_changed_meanwhile_is_not_overwritten(make_app: MakeApp) -> None:
    app = make_app(*ALL)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "f")
        elsewhere = Logbook(app.desk.logbook._backend, app.desk.now)
        elsewhere.delete("gym b", "deleting it elsewhere")
        await press(pilot, "enter")
        assert starts(planned(app, "gym a")) == "Mon 1 18:00"
        assert "gym b" not in {each.id for each in all_planned(app)}
        assert toasts(app)[-1] == "The week has changed meanwhile: f looks again."


async def test_what_cannot_be_saved_stays_offered(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(*ALL)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "f")

        def full(*_: object, **__: object) -> None:
            raise CannotWrite("The disk is full: free some space, then press the key again.")

        with monkeypatch.context() as broken:
            broken.setattr(app.desk.logbook, "change", full)
            await press(pilot, "enter")
            assert isinstance(app.screen, FixWeek)
            assert toasts(app) == ["The disk is full: free some space, then press the key again."]
        await press(pilot, "enter")
        assert starts(planned(app, "gym a")) == "Tue 2 18:00"


async def test_a_full_week_comes_in_pages(make_app: MakeApp) -> None:
    runs = [planned_run(f"2026-06-0{day} {hour}:00", 20) for day in range(2, 8) for hour in (12, 14, 16)]
    app = make_app(*ALL, *runs)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f")
        assert offered(app)[0] == "Before │ After"
        await press(pilot, "space", "space", "space")
        assert any(line.startswith("Stays: ") for line in offered(app))
        await press(pilot, "up", "up", "up")
        assert offered(app)[0] == "Before │ After"


async def test_m_makes_the_lift_maintenance(make_app: MakeApp) -> None:
    app = make_app(*ALL)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "m")
        stored = planned(app, "gym a")
        less = maintenance(CATALOGUE.templates["gym_2day/A"].item, CATALOGUE)
        assert stored == replace(GYM_A, title="Gym A, maintenance", template=None, minutes=25, exercises=less)
        assert current(app) == "Mon 1 ○ Gym A, maintenance 18:00 25 min moderate"
        assert toasts(app) == ["Gym A, maintenance, 25 min: u brings the whole lift back."]
        await press(pilot, "u")
        assert planned(app, "gym a") == GYM_A


@pytest.mark.parametrize(
    ("session", "why"),
    [
        (EASY, "Only a lift has a maintenance version: half the sets at the same weight."),
        (lift("2026-06-03 09:00"), "Only a lift that is still ahead can be made maintenance."),
        (replace(GYM_B, status="skipped"), "Only a lift that is still ahead can be made maintenance."),
        (replace(GYM_B, title="Gym B, maintenance"), "This lift is maintenance already."),
        (planned_lift("2026-06-03 18:00", template=None), "This lift prescribes no set that could be left out."),
    ],
    ids=["a run", "done", "skipped", "maintenance", "nothing prescribed"],
)
async def test_m_says_why_not(make_app: MakeApp, session: Session, why: str) -> None:
    app = make_app(session, now="2026-06-03 12:00")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        before = all_planned(app)
        await press(pilot, "m")
        assert all_planned(app) == before
        assert toasts(app) == [why]


async def test_while_a_session_moves_there_is_nothing_to_fix(make_app: MakeApp) -> None:
    app = make_app(DONE, GYM_A, INTERVALS, TEMPO, LONG)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "M", "f", "m")
        assert isinstance(app.screen, PlanScreen)
        assert planned(app, "gym a") == GYM_A


async def test_an_accepted_warning_is_called_so_on_both_sides(make_app: MakeApp) -> None:
    agreed = Accepted(GYM_B.id, TEMPO.id, "my only slot", moment("2026-06-01 09:00"), seal(GYM_B, TEMPO))
    app = make_app(*ALL, accepted=[agreed])
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f")
        lines = offered(app)
        assert any("▲ 12 h 15 before Tue Intervals │" in line for line in lines)
        assert [line for line in lines if "accepted" in line] == ["▲ 12 h 15 · accepted │ ▲ 12 h 15 · accepted"]
