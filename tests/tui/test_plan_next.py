"""Next time, as Plan shows it: the weights and reps of the coming lift, and why."""

from data.store.config import Settings
from tests.builders import lift, planned_lift, prescribed, sets
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import plan, press, preview
from tui.app import LegdayApp
from tui.modals.session import SessionSheet
from tui.widgets.week_view import WeekView

TOPPED = lift("2026-05-25 18:00", exercises=sets("back_squat", 3, kg=80, reps=6, rir=2))
TODAY = planned_lift("2026-06-01 18:00", id="today")


def shown(app: LegdayApp) -> str:
    return app.screen.query_one(WeekView).text


async def test_the_coming_lift_has_its_weights(make_app: MakeApp) -> None:
    app = make_app(TODAY, TOPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Back squat 3×4 82.5 kg RIR 2" in shown(app)
        assert "One-arm dumbbell row 2×8 RIR 2" in shown(app)


async def test_the_plans_own_weight_stays(make_app: MakeApp) -> None:
    app = make_app(planned_lift("2026-06-01 18:00", exercises=prescribed("back_squat", 3, 5, kg=60)), TOPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Back squat 3×5 60 kg" in shown(app)
        assert not [each for each in plan(app).why() if each.figure.startswith("Next time")]


async def test_a_lift_after_the_coming_one_has_none_yet(make_app: MakeApp) -> None:
    app = make_app(TODAY, planned_lift("2026-06-03 18:00"), TOPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "down")
        assert "Back squat 3×5 RIR 2" in shown(app)


async def test_a_lift_that_was_missed_has_none(make_app: MakeApp) -> None:
    app = make_app(TODAY, TOPPED, now="2026-06-02 12:00")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "up")
        assert "Back squat 3×5 RIR 2" in shown(app)


async def test_a_lighter_week_and_a_harder_variation_are_named(make_app: MakeApp) -> None:
    weeks = [lift(f"2026-05-{day} 18:00", exercises=TOPPED.exercises) for day in (11, 18, 25)]
    app = make_app(TODAY, *weeks)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Back squat 2×5 80 kg RIR 2, lighter week" in shown(app)
    easy = [lift(f"2026-05-{day} 18:00", exercises=sets("push_up", 3, reps=15, rir=3)) for day in (18, 25)]
    app = make_app(planned_lift("2026-06-01 18:00", exercises=prescribed("push_up", 3, 10)), *easy)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "3×15, time for feet-elevated push-up" in shown(app)


async def test_the_session_in_full_has_them_too(make_app: MakeApp) -> None:
    app = make_app(planned_lift("2026-06-02 18:00"), TOPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, SessionSheet)
        assert "Back squat 3×4 82.5 kg RIR 2" in app.screen.page.text


async def test_why_the_weight(make_app: MakeApp) -> None:
    app = make_app(TODAY, TOPPED)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        told = {each.figure: each.value for each in plan(app).why()}
        assert told["Next time Back squat"] == "82.5 kg × 4"


async def test_who_counts_effort_in_rpe_reads_rpe_everywhere_on_plan(make_app: MakeApp) -> None:
    app = make_app(TODAY, TOPPED, settings=Settings(effort="rpe"))
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        assert "Back squat 3×4 82.5 kg RPE 8" in shown(app)
        await press(pilot, "left_square_bracket")
        assert "Back squat 80 kg × 6 6 6 RPE 8" in shown(app)
        assert "RIR" not in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, SessionSheet)
        assert "Back squat 80 kg × 6 6 6 RPE 8" in app.screen.page.text
        await press(pilot, "e")
        assert "Back squat 80 kg × 6 6 6 RPE 8" in preview(app.screen)
