"""The lobby: what can be begun where nothing is under way; a lift of the last weeks once more."""

from msgspec.structs import replace

from tests.builders import lift, planned_lift, planned_run, prescribed, sets
from tests.tui.conftest import MakeApp
from tests.tui.live_room import GYM_A, LAST_WEEK, NOW, live, press, shown
from tui.screens.lobby import LobbyScreen

MINE = lift(
    "2026-05-27 18:00",
    title="Mine",
    exercises=sets("back_squat", 2, kg=70, reps=8, rir=2) + sets("push_up", 3, reps=12),
)
TOPPED = replace(
    LAST_WEEK,
    title="Gym A",
    exercises=sets("back_squat", 3, kg=80, reps=6, rir=2) + sets("row_dumbbell", 2, kg=20, reps=8),
)


async def test_the_last_different_lifts_can_be_begun_again(make_app: MakeApp) -> None:
    longer_ago = replace(TOPPED, id="before", start=TOPPED.start.replace(day=18))
    app = make_app(GYM_A, longer_ago, TOPPED, MINE, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        lines = shown(app).splitlines()
        assert lines[3:7] == [
            "Or as last time",
            "  Mine           27 May · 5 sets",
            "  Gym A          25 May · 5 sets",
            "Or begin",
        ]
        await press(pilot, "down", "enter")
        assert (live(app).title, live(app).plan_id) == ("Mine", None)
        found = [(each.exercise, [(done.kg, done.reps) for done in each.prescribed]) for each in live(app).exercises]
        assert found == [("back_squat", [(70, 8)] * 2), ("push_up", [(None, 12)] * 3)]


async def test_a_plan_without_minutes_lasts_what_it_is_estimated_to(make_app: MakeApp) -> None:
    app = make_app(planned_lift(NOW, None), planned_run("2026-06-01 19:00", None), now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        lines = [" ".join(line.split()) for line in shown(app).splitlines()]
        assert "▸ Gym A 18:00 · 38 min" in lines
        assert "Gym A 38 min" in lines
        assert "Easy 19:00" in lines


async def test_a_lift_from_a_template_goes_on_by_the_rules(make_app: MakeApp) -> None:
    app = make_app(TOPPED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert [each.exercise for each in live(app).exercises] == ["back_squat", "row_dumbbell"]
        work = [(each.kg, each.reps) for each in live(app).exercises[0].prescribed if each.type == "work"]
        # 4–6 reps at 80 kg, all 6 with RIR 2: 82.5 kg, from the bottom (RULES 4.3).
        assert work == [(82.5, 4)] * 3


async def test_a_lift_of_ones_own_plan_goes_on_by_the_rules_too(make_app: MakeApp) -> None:
    asked = prescribed("back_squat", 3, 5, rir=2) + prescribed("row_dumbbell", 2, 8)
    plan = planned_lift("2026-05-25 18:00", id="mine", title="Legs", status="done", exercises=asked)
    app = make_app(plan, replace(TOPPED, title="Legs", plan_id="mine"), now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        work = [(each.kg, each.reps, each.rir) for each in live(app).exercises[0].prescribed if each.type == "work"]
        assert work == [(82.5, 4, 2)] * 3


async def test_without_a_history_there_is_nothing_to_repeat(make_app: MakeApp) -> None:
    long_ago = replace(TOPPED, start=TOPPED.start.replace(year=2025))
    app = make_app(long_ago, now=NOW, place="live")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "as last time" not in shown(app)
        assert shown(app).splitlines()[3].startswith("▸ Gym A")


async def test_from_the_first_choice_it_is_one_key_to_the_last(make_app: MakeApp) -> None:
    app = make_app(now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "up")
        assert "▸ Empty session" in shown(app)
        assert "…" not in shown(app)
        await press(pilot, "down")
        assert "▸ Gym A" in shown(app)
        await press(pilot, "up", "enter")
        assert live(app).exercises == ()


async def test_more_than_there_is_room_for_is_on_the_next_page(make_app: MakeApp) -> None:
    plans = [planned_lift(f"2026-06-01 {hour}:00", id=f"{hour}", title=f"Lift at {hour}") for hour in range(10, 20)]
    app = make_app(*plans, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert shown(app).splitlines()[-1] == "… 1/2"
        await press(pilot, "up")
        assert shown(app).splitlines()[-1] == "… 2/2"
        assert "▸" in shown(app)
        await press(pilot, "down")
        assert shown(app).splitlines()[2].startswith("▸ Lift at 10")
        await press(pilot, "up")
        row = next(place for place, line in enumerate(shown(app).splitlines()) if "Off-season C" in line)
        await pilot.click(offset=(5, row))
        await pilot.pause()
        assert live(app).title == "Off-season C"


async def test_an_undo_on_the_plan_brings_the_lift_back_as_it_was(make_app: MakeApp) -> None:
    app = make_app(GYM_A, TOPPED, now=NOW, place="live")
    async with app.run_test() as pilot:
        await press(pilot, "enter", "enter", "enter", "enter")
        before = live(app)
        await press(pilot, "f", "7")
        assert app.desk.logbook.live() is None
        await press(pilot, "u")
        assert live(app) == before
        await press(pilot, "f2", "escape", "ctrl+r", "f2")
        assert app.desk.logbook.live() is None
        assert isinstance(app.screen, LobbyScreen)


async def test_a_lift_of_today_says_when_and_how_long(make_app: MakeApp) -> None:
    app = make_app(GYM_A, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert "18:00 · 38 min" in shown(app)
