"""How long a lift takes: what to cut where that is too long, and the rest of an exercise."""

import pytest

from tests.builders import planned_lift, prescribed
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import NOW, PLANNED, live, press, shown
from tui.app import LegdayApp
from tui.screens.lift import LiftScreen

LONG = planned_lift(
    NOW,
    60,
    id="long",
    title="Long",
    exercises=(
        *prescribed("back_squat", 5, 5, rest=240, kg=80),
        *prescribed("row_dumbbell", 5, 8, rest=120, kg=20),
        *prescribed("suitcase_carry", 5, 30, rest=120, kg=24),
    ),
)


def skipped(app: LegdayApp) -> list[str]:
    return [each.exercise for each in live(app).exercises if each.skipped]


def tick(app: LegdayApp) -> None:
    assert isinstance(app.screen, LiftScreen)
    app.screen.tick()


async def test_c_cuts_what_is_offered_and_s_takes_it_up_again(make_app: MakeApp) -> None:
    app = make_app(LONG, now=NOW, place="live")
    async with app.run_test(notifications=True) as pilot:
        await press(pilot, "enter")
        assert shown(app, "warning") == "~58 min at this rate · c cuts Suitcase carry (15 min)"
        assert isinstance(app.screen, LiftScreen)
        told = next(each for each in app.screen.why() if each.figure == "Minutes in all")
        assert told.value == "58 min"
        assert any("without Suitcase carry" in step for step in told.steps)
        await press(pilot, "c")
        assert skipped(app) == ["suitcase_carry"]
        assert "– Suitcase carry" in shown(app, "exercises")
        assert [each.message for each in app._notifications] == ["Suitcase carry is cut: S on it takes it up again."]
        assert "c cuts" not in shown(app, "warning")
        await press(pilot, "shift+tab", "S")
        assert skipped(app) == []


async def test_nothing_is_offered_within_the_budget_and_c_does_nothing(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        before = live(app)
        await press(pilot, "c")
        assert live(app) == before
        assert "c cuts" not in shown(app)


async def test_an_offer_comes_when_time_runs_over(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "enter", "enter")
        clock.move(minutes=25)
        tick(app)
        await pilot.pause()
        assert shown(app, "head").startswith("Gym A · 25 min of ~38")
        assert shown(app, "warning").splitlines()[1].endswith(" min · c cuts Suitcase carry")
        await press(pilot, "c")
        assert skipped(app) == ["suitcase_carry"]


@pytest.mark.parametrize(("key", "seconds"), [("greater_than_sign", 165), ("less_than_sign", 135)])
async def test_without_a_rest_under_way_the_exercises_own_is_changed(make_app: MakeApp, key: str, seconds: int) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "tab")
        assert "rest 2:30 · tempo" in shown(app, "sets")
        await press(pilot, *"85", key)
        assert live(app).exercises[1].rest == seconds
        assert f"rest {seconds // 60}:{seconds % 60:02} · tempo" in shown(app, "sets")
        await press(pilot, "x", "5", "enter")
        (ramp,) = live(app).exercises[1].done
        assert (ramp.kg, ramp.reps) == (85, 5)


async def test_with_one_under_way_only_that_is_changed(make_app: MakeApp) -> None:
    app = make_app(*PLANNED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", *"25", "greater_than_sign")
        rest = live(app).rest
        assert rest is not None
        assert (rest.seconds, live(app).exercises[0].rest) == (60, 45)
        await press(pilot, "enter")
        assert [each.contacts for each in live(app).exercises[0].done] == [20, 25]
