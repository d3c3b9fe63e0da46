"""A template laid over coming weeks, one undoable change."""

from collections import Counter

import pytest

from data.store.errors import CannotWrite
from tests.builders import athlete, planned_lift, planned_run
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import INTERVALS, LONG, TEMPO, all_planned, current, press, preview, starts, toasts
from tui.app import LegdayApp
from tui.modals.lay_template import LayTemplate
from tui.screens.plan import PlanScreen

SIZE = (80, 24)
RUNS = (INTERVALS, TEMPO, LONG)


def fields(app: LegdayApp) -> list[str]:
    assert isinstance(app.screen, LayTemplate)
    return [" ".join(line.split()) for line in app.screen.choices.fields.text.splitlines()][:4]


def lifts(app: LegdayApp) -> list[str]:
    return [f"{starts(each)} {each.template}" for each in all_planned(app) if each.kind == "strength"]


async def test_enter_lays_four_weeks_of_gym_on_the_days_that_suit(make_app: MakeApp) -> None:
    app = make_app(*RUNS)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t")
        assert fields(app) == ["▸ Template ‹ Gym, 2 sessions ›", "Weeks 4", "Days ·Mo✓Tu·We·Th✓Fr·Sa·Su", "Time 18:00"]
        assert "8 lifts, Mon 1 Jun – Sun 28 Jun" in preview(app.screen)
        assert len(all_planned(app)) == 3
        await press(pilot, "enter")
        assert lifts(app)[:3] == ["Tue 2 18:00 gym_2day/A", "Fri 5 18:00 gym_2day/B", "Tue 9 18:00 gym_2day/A"]
        assert Counter(each.template for each in all_planned(app) if each.template) == {
            "gym_2day/A": 4,
            "gym_2day/B": 4,
        }
        assert current(app) == "○ Gym A 18:00 38 min hard"
        await press(pilot, "u")
        assert all_planned(app) == list(RUNS)


async def test_another_template_for_less_weeks_at_another_time_on_other_days(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t", "left")
        assert fields(app)[0] == "▸ Template ‹ Maintenance, 1 session ›"
        await press(pilot, "down", "left", "left", "left", "left", "right")
        assert fields(app)[1] == "▸ Weeks ‹ 2 ›"
        await press(pilot, "down", "space", "right", "right", "right", "space")
        assert fields(app)[2] == "▸ Days ·Mo·Tu·We✓Th·Fr·Sa·Su"
        await press(pilot, "down", "right")
        assert fields(app)[3] == "▸ Time ‹ 19:00 ›"
        await press(pilot, "enter")
        assert lifts(app) == ["Thu 4 19:00 maintenance_1day/A", "Thu 11 19:00 maintenance_1day/A"]


async def test_preferred_days_are_taken_and_their_warnings_counted(make_app: MakeApp) -> None:
    anna = athlete(preferred_strength_days=("monday", "wednesday"))
    app = make_app(*RUNS, athlete=anna)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t")
        assert fields(app)[2] == "Days ✓Mo·Tu✓We·Th·Fr·Sa·Su"
        assert "▲ 2 warnings" in preview(app.screen)


async def test_days_that_hold_a_lift_are_said_to_be_passed_over(make_app: MakeApp) -> None:
    anna = athlete(preferred_strength_days=("monday", "wednesday"))
    app = make_app(planned_lift("2026-06-08 18:00"), planned_lift("2026-06-17 18:00", id="other"), athlete=anna)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t")
        assert "6 lifts, Mon 1 Jun – Sun 28 Jun" in preview(app.screen)
        assert "2 days passed over: a lift is there" in preview(app.screen)
        await press(pilot, "enter")
        assert len(lifts(app)) == 8


async def test_it_begins_with_the_week_on_the_screen(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "right_square_bracket", "t", "enter")
        assert lifts(app)[0] == "Mon 8 18:00 gym_2day/A"
        assert current(app) == "Mon 8 ○ Gym A 18:00 38 min hard"


async def test_days_that_hold_a_lift_are_left_alone(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t", "enter", "t", "enter")
        assert isinstance(app.screen, LayTemplate)
        assert preview(app.screen).endswith("No lift: choose a day that does not hold one.")
        assert len(lifts(app)) == 8
        await press(pilot, "escape")
        assert isinstance(app.screen, PlanScreen)


async def test_a_lift_in_a_runs_half_day_comes_after_it(make_app: MakeApp) -> None:
    anna = athlete(preferred_strength_days=("monday", "wednesday"))
    app = make_app(planned_run("2026-06-01 18:30", 50), athlete=anna)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "t", "enter")
        assert lifts(app)[0] == "Mon 1 19:20 gym_2day/A"


async def test_what_cannot_be_saved_stays_to_be_tried_again(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app()

    def full(*_: object, **__: object) -> None:
        raise CannotWrite("Nothing was saved: the disk is full. Make room and try again.")

    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "t")
        with monkeypatch.context() as patch:
            patch.setattr(app.desk.logbook, "change", full)
            await press(pilot, "enter")
        assert isinstance(app.screen, LayTemplate)
        assert toasts(app) == ["Nothing was saved: the disk is full. Make room and try again."]
        await press(pilot, "enter")
        assert len(lifts(app)) == 8
