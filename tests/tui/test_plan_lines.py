"""Adding, editing and deleting a session: a line, with what it says and would cause shown while it is typed."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from textual.events import Key, Paste

from data.calendar import Days
from data.model import Lap
from data.store.errors import CannotWrite
from tests.builders import planned_lift, planned_run, run, sets
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import (
    EASY,
    GYM_A,
    INTERVALS,
    WEEK,
    all_logged,
    all_planned,
    current,
    plan,
    planned,
    press,
    preview,
    starts,
    toasts,
    type_in,
    week,
)
from tui.modals.quick_add import QuickAdd
from tui.modals.session import SessionSheet
from tui.screens.plan import PlanScreen

SIZE = (80, 24)


async def test_a_line_becomes_a_session_under_the_cursor(make_app: MakeApp) -> None:
    app = make_app(GYM_A)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await type_in(pilot, "tomorrow 6:30 run 60m easy")
        await press(pilot, "enter")
        (lift, added) = all_planned(app)
        assert lift == GYM_A
        assert (added.kind, added.type, added.minutes, starts(added)) == ("run", "easy", 60, "Tue 2 06:30")
        assert current(app) == "Tue 2 ○ Easy 06:30 60 min easy"
        await press(pilot, "u")
        assert all_planned(app) == [GYM_A]
        assert toasts(app) == ["Undone: adding Easy"]


async def test_the_day_under_the_cursor_is_written_unless_it_is_today(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        assert isinstance(app.screen, QuickAdd)
        assert app.screen.editor.text == ""
        await press(pilot, "escape", "down", "down", "a")
        assert isinstance(app.screen, QuickAdd)
        assert app.screen.editor.text == "3 jun "
        assert "run 10k 48:30 tempo rpe 7" in preview(app.screen)
        await type_in(pilot, "18:00 gym a")
        await press(pilot, "enter")
        (lift,) = all_planned(app)
        assert (lift.template, starts(lift)) == ("gym_2day/A", "Wed 3 18:00")


async def test_what_will_be_saved_and_the_warning_it_would_cause_show_before(make_app: MakeApp) -> None:
    app = make_app(GYM_A)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await type_in(pilot, "tomorrow 7:00 run 60m tempo")
        said = preview(app.screen)
        assert said.startswith("○ Tempo · planned Tue 2 Jun · 07:00–08:00 · 60 min hard · tempo")
        assert said.endswith("▲ Gym A, Mon 18:00: 12 h 15 before Tuesday's tempo")
        assert all_planned(app) == [GYM_A]


async def test_what_was_done_as_planned_fulfils_the_plan(make_app: MakeApp) -> None:
    app = make_app(replace(EASY, id="easy"), now="2026-06-03 08:00")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await type_in(pilot, "run 8k 45:10 easy rpe 3")
        assert "as the Easy that was planned" in preview(app.screen)
        await press(pilot, "enter")
        (done,) = all_logged(app)
        assert (done.plan_id, done.rpe, done.distance_m) == ("easy", 3, 8000)
        assert planned(app, "easy").status == "done"
        assert [line for line in week(app) if "Wed" in line] == [
            "Wed 3 ✓ Easy 07:14 45 min easy 8 km · load 136",
        ]


async def test_a_wrong_word_is_pointed_at_and_tab_takes_the_suggestion(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await type_in(pilot, "run 10k tempoo rpe 7")
        assert isinstance(app.screen, QuickAdd)
        editor = app.screen.editor
        (wrong,) = [span for span in editor.get_line(0).spans if "underline" in str(span.style)]
        assert editor.text[wrong.start : wrong.end] == "tempoo"
        assert "tempoo" in preview(app.screen)
        await press(pilot, "enter")
        assert all_logged(app) == []
        assert isinstance(app.screen, QuickAdd)
        await press(pilot, "tab")
        assert editor.text == "run 10k tempo rpe 7"
        await press(pilot, "enter")
        (done,) = all_logged(app)
        assert (done.type, done.rpe) == ("tempo", 7)


async def test_the_word_being_typed_is_not_called_wrong_before_enter(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await type_in(pilot, "run 10k tempoo")
        assert isinstance(app.screen, QuickAdd)
        assert not [span for span in app.screen.editor.get_line(0).spans if "underline" in str(span.style)]
        await press(pilot, "enter")
        assert [span for span in app.screen.editor.get_line(0).spans if "underline" in str(span.style)]


async def test_escape_leaves_without_saving(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        await type_in(pilot, "run 60m easy rpe 3")
        await press(pilot, "escape")
        assert all_logged(app) == []
        assert isinstance(app.screen, PlanScreen)


async def test_what_was_typed_ahead_is_not_lost(make_app: MakeApp) -> None:
    """Over a slow line the key that asks for the line and the line itself arrive at once."""
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        for letter in "arun 60m easy rpe 3":
            app.post_message(Key(letter, letter))
        app.post_message(Key("enter", "\r"))
        for _ in range(100):
            if all_logged(app):
                break
            await pilot.pause()
        (done,) = all_logged(app)
        assert (done.minutes, done.rpe) == (60, 3)


async def test_what_cannot_be_saved_stays_on_the_screen(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app()

    def full(*_: object, **__: object) -> None:
        raise CannotWrite("Nothing was saved: the disk is full. Make room and try again.")

    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "a")
        await type_in(pilot, "run 60m easy rpe 3")
        with monkeypatch.context() as patch:
            patch.setattr(app.desk.logbook, "change", full)
            await press(pilot, "enter")
        assert isinstance(app.screen, QuickAdd)
        assert app.screen.editor.text == "run 60m easy rpe 3"
        assert toasts(app) == ["Nothing was saved: the disk is full. Make room and try again."]
        await press(pilot, "enter")
        assert len(all_logged(app)) == 1


async def test_what_is_pasted_is_one_line(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "a")
        assert isinstance(app.screen, QuickAdd)
        app.screen.editor.insert("run 60m")
        app.screen.editor.post_message(Paste(" easy\nrpe 3\x1b[31m\n"))
        await pilot.pause()
        assert app.screen.editor.text == "run 60m easy rpe 3␛[31m"


async def test_a_session_is_edited_as_its_line(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        assert isinstance(app.screen, QuickAdd)
        assert app.screen.editor.text == "plan 2026-06-01 18:00 gym a 45min"
        await type_in(pilot, " locked")
        await press(pilot, "enter")
        assert planned(app, "gym a") == replace(GYM_A, locked=True)
        await press(pilot, "u")
        assert planned(app, "gym a") == GYM_A


async def test_edited_to_another_week_it_is_shown_there(make_app: MakeApp) -> None:
    app = make_app(planned_run("2026-06-01 18:00", 60, id="evening"))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "home", *["delete"] * len("plan 2026-06-01"))
        await type_in(pilot, "plan 9 jun")
        await press(pilot, "enter")
        assert starts(planned(app, "evening")) == "Tue 9 18:00"
        assert current(app) == "Tue 9 ○ Easy 18:00 60 min easy"


async def test_what_a_line_cannot_say_is_kept(make_app: MakeApp) -> None:
    done = run("2026-06-01 07:00", 60, id="done", rpe=4, source="a.fit", laps=(Lap(seconds=3600),), distance_m=10_000)
    app = make_app(done)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await type_in(pilot, " note fine")
        await press(pilot, "enter")
        assert all_logged(app) == [replace(done, notes="fine")]


async def test_a_missed_plan_whose_line_says_it_was_done_is_logged(make_app: MakeApp) -> None:
    app = make_app(EASY, now="2026-06-04 12:00")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "up", "e", "home", *["delete"] * len("plan"))
        await type_in(pilot, "log")
        await press(pilot, "end")
        await type_in(pilot, " rpe 3")
        await press(pilot, "enter")
        (done,) = all_logged(app)
        assert (done.plan_id, done.rpe, done.minutes) == ("easy", 3, 45)
        assert planned(app, "easy").status == "done"
        assert current(app) == "Wed 3 ✓ Easy 07:00 45 min easy load 135"


async def test_a_session_is_deleted_and_brought_back(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "d")
        assert GYM_A not in all_planned(app)
        assert toasts(app) == ["Deleted Gym A: u brings it back."]
        assert current(app) == "Mon 1 rest"
        await press(pilot, "u")
        assert all_planned(app) == list(WEEK)


async def test_deleting_what_fulfilled_a_plan_makes_it_a_plan_again(make_app: MakeApp) -> None:
    done = run("2026-06-03 07:02", 44, id="done", plan_id="easy", rpe=3)
    app = make_app(replace(EASY, status="done"), done, now="2026-06-03 12:00")
    async with app.run_test(size=SIZE) as pilot:
        assert current(app).startswith("Wed 3 ✓ Easy 07:02")
        await press(pilot, "d")
        assert all_logged(app) == []
        assert planned(app, "easy") == EASY
        assert current(app) == "Wed 3 ○ Easy 07:00 45 min easy"
        await press(pilot, "u")
        assert all_logged(app) == [done]
        assert planned(app, "easy").status == "done"


async def test_a_logged_session_opens_with_its_laps_and_is_edited_or_deleted_there(make_app: MakeApp) -> None:
    laps = (Lap(seconds=600, distance_m=2000, hr_avg=140), Lap(seconds=3000, distance_m=10_000, hr_avg=165))
    done = run("2026-06-01 07:00", 60, id="done", rpe=7, type="tempo", distance_m=12_000, laps=laps)
    app = make_app(done)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, SessionSheet)
        lines = [" ".join(line.split()) for line in app.screen.page.text.splitlines()]
        assert "12 km · 5:00/km · rated 7 · load 420" in lines
        assert "2 10 km 50:00 5:00/km ♥165" in lines
        await press(pilot, "e")
        assert isinstance(app.screen, QuickAdd)
        await press(pilot, "escape", "enter", "d")
        assert all_logged(app) == []
        assert isinstance(app.screen, PlanScreen)


async def test_a_long_session_comes_in_pages(make_app: MakeApp) -> None:
    laps = tuple(Lap(seconds=300 + number, distance_m=1000) for number in range(30))
    app = make_app(run("2026-06-01 07:00", 160, laps=laps))
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, SessionSheet)
        first = app.screen.page.text
        await press(pilot, "space")
        assert app.screen.page.text != first
        await press(pilot, "space", "space", "space")
        assert app.screen.page.text.splitlines()[-1].split()[0] == "30"
        await press(pilot, "up", "up", "up")
        assert app.screen.page.text == first


async def test_sets_as_they_were_done(make_app: MakeApp) -> None:
    warm = sets("back_squat", 1, type="warmup", kg=40, reps=5)
    work = sets("back_squat", 3, kg=80, reps=5, rir=2)
    both = replace(warm[0], sets=warm[0].sets + work[0].sets)
    done = replace(
        run("2026-06-01 07:00", 45, type=None), kind="strength", exercises=(both, *sets("side_plank", 2, seconds=30))
    )
    app = make_app(done, planned_lift("2026-06-02 18:00"), INTERVALS)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, SessionSheet)
        assert "Back squat w 40 kg × 5, 80 kg × 5 5 5 RIR 2" in app.screen.page.text
        assert "Side plank 30 30 s" in app.screen.page.text
        await press(pilot, "escape")
        assert plan(app).session == done


@pytest.mark.parametrize("weeks", [-60, -30, 30, 60])
async def test_a_session_far_away_is_planned_on_the_day_under_the_cursor(make_app: MakeApp, weeks: int) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["right" if weeks > 0 else "left"] * abs(weeks))
        day = plan(app).row.day
        assert abs((day - plan(app).desk.today()).days) == 7 * abs(weeks)
        await press(pilot, "a")
        await type_in(pilot, "run 10k 48:30" if weeks < 0 else "run 60m easy")
        await press(pilot, "enter")
        found = app.desk.logbook.sessions(Days(day, day + timedelta(1)))
        assert [each.kind for each in found] == ["run"]
