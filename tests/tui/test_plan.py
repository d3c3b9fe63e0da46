"""The Plan screen: what it shows of a week, where the cursor goes, what enter does."""

from datetime import date

import pytest
from textual.app import App

from data.live.lift import LiveLift
from data.model import PhaseSpan, Session
from data.store.config import Settings
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.plan_room import EASY, GYM_A, INTERVALS, WEEK, below, current, plan, press, shown, week
from tui.modals.help import HelpModal
from tui.modals.quick_add import QuickAdd
from tui.modals.rate import Rate
from tui.modals.session import SessionSheet
from tui.screens.lift import LiftScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.weeks_ahead import WeeksAhead

BUILD = athlete(phases=(PhaseSpan("build", date(2026, 5, 25), date(2026, 6, 22)),))


def head(app: App[None]) -> str:
    return str(plan(app).head.content)


async def test_a_week_with_its_warnings_between_its_sessions(make_app: MakeApp) -> None:
    app = make_app(*WEEK, athlete=BUILD)
    async with app.run_test(size=(80, 24)):
        assert head(app) == "anna · week 23 · 1–7 Jun 2026 · build       0 of 2 lifts, 90 min · runs 4 h 45"
        assert week(app) == [
            "Mon 1 ○ Gym A 18:00 45 min hard",
            "▲ 12 h 15 before Tuesday's intervals f fix o accept ? why",
            "Tue 2 ○ Intervals 07:00 60 min hard",
            "Wed 3 ○ Easy 07:00 45 min easy",
            "○ Gym B 18:00 45 min hard",
            "▲ 12 h 15 before Thursday's tempo",
            "Thu 4 ○ Tempo 07:00 60 min hard",
            "Fri 5 rest",
            "Sat 6 rest",
            "Sun 7 ○ Long 07:00 120 min hard",
        ]


async def test_what_is_done_shows_what_it_came_to(make_app: MakeApp) -> None:
    done = run("2026-06-01 07:00", 50, rpe=4, plan_id="p", distance_m=10_020)
    sessions = (
        planned_run("2026-06-01 07:00", id="p", status="done"),
        done,
        planned_run("2026-05-31 07:00"),
        lift("2026-06-01 09:00", 40, focus="upper", rpe=None),
        planned_run("2026-06-02", None, type=None),
    )
    app = make_app(*sessions)
    async with app.run_test(size=(80, 24)) as pilot:
        assert week(app)[:3] == [
            "Mon 1 ✓ Easy 07:00 50 min easy 10.02 km · load 200",
            "✓ Lift 09:00 40 min easy unrated",
            "Tue 2 ○ Run unknown",
        ]
        await press(pilot, "left_square_bracket", "left_square_bracket", "right_square_bracket")
        assert week(app)[-1] == "Sun 31 – Easy 07:00 60 min easy missed"


async def test_a_phone_shows_the_same_in_short(make_app: MakeApp) -> None:
    app = make_app(*WEEK, athlete=BUILD)
    async with app.run_test(size=(40, 20)):
        assert head(app) == "wk 23 · 1–7 Jun  0 of 2 lifts · 6 h 15"
        assert week(app)[:2] == ["Mon 1 ○ Gym A 18:00 45′ hard", "▲ 12 h 15 before Tue Intervals"]
        assert all(len(line) <= 40 for line in shown(app))


async def test_a_warning_across_the_edge_of_the_week_shows_in_both(make_app: MakeApp) -> None:
    app = make_app(planned_lift("2026-06-07 18:00", 45), planned_run("2026-06-08 07:00", type="tempo"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert week(app)[-2:] == ["Sun 7 ○ Gym A 18:00 45 min hard", "▲ 12 h 15 before Monday's tempo"]
        await press(pilot, "right_square_bracket")
        assert week(app)[:2] == [
            "▲ 12 h 15 after Sunday's Gym A f fix o accept ? why",
            "Mon 8 ○ Tempo 07:00 60 min hard",
        ]
        assert current(app) == "Mon 8 ○ Tempo 07:00 60 min hard"


async def test_an_easy_run_after_the_lift_had_better_come_first(make_app: MakeApp) -> None:
    app = make_app(planned_lift("2026-06-01 07:00", 45), planned_run("2026-06-01 18:00"))
    async with app.run_test(size=(80, 24)):
        assert week(app)[:3] == ["Mon 1 ○ Gym A 07:00 45 min hard", "→ Run first.", "○ Easy 18:00 60 min easy"]


async def test_the_coming_weeks_stand_beside_it_where_there_is_room(make_app: MakeApp) -> None:
    next_week = (planned_lift("2026-06-08 18:00", 45), planned_run("2026-06-09 07:00", type="tempo"))
    app = make_app(*WEEK, *next_week)
    async with app.run_test(size=(120, 40)) as pilot:
        ahead = plan(app).query_one(WeeksAhead)
        assert [line for line in ahead.text.splitlines() if line.startswith("week")] == [
            "week 24 · 8–14 Jun    0 of 1 lift · 105 min",
            "week 25 · 15–21 Jun",
            "week 26 · 22–28 Jun",
            "week 27 · 29 Jun – 5 Jul",
        ]
        assert "Mon  8  Gym A 45′ ▲" in ahead.text.splitlines()
        await pilot.click(WeeksAhead, offset=(5, 3))
        await pilot.pause()
        assert "week 24" in head(app)


async def test_beside_a_short_week_the_coming_ones_are_a_line_of_letters(make_app: MakeApp) -> None:
    app = make_app(*WEEK, planned_lift("2026-06-08 18:00", 45), planned_run("2026-06-09 07:00", type="tempo"))
    async with app.run_test(size=(120, 24)):
        assert "Mon L ▲  Tue R  Wed ·" in plan(app).query_one(WeeksAhead).text


async def test_weeks_and_rows(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=(80, 24)) as pilot:
        assert current(app).startswith("Mon 1 ○ Gym A")
        await press(pilot, "down")
        assert current(app).startswith("▲ 12 h 15")
        await press(pilot, "j", "up", "k")
        assert current(app).startswith("Mon 1 ○ Gym A")
        await press(pilot, "up")
        assert current(app) == "Sun 31 rest"
        await press(pilot, "down")
        assert current(app).startswith("Mon 1 ○ Gym A")
        await press(pilot, "right", "l", "left_square_bracket")
        assert current(app) == "Mon 8 rest"
        await press(pilot, "full_stop")
        assert current(app).startswith("Mon 1 ○ Gym A")


async def test_a_week_longer_than_the_screen_comes_in_pages(make_app: MakeApp) -> None:
    many = [planned_run(f"2026-06-{day:02} {hour}:00", 30) for day in range(1, 8) for hour in (10, 14, 18)]
    app = make_app(*many)
    async with app.run_test(size=(40, 20)) as pilot:
        assert week(app)[0].startswith("Mon 1")
        assert week(app)[-1] == "↓ 4 more"
        await press(pilot, *["down"] * 17)
        assert week(app)[-1] == "↑ 17 more"
        assert current(app).startswith("○ Easy 18:00")


@pytest.mark.parametrize(
    ("now", "row"),
    [
        ("2026-06-02 06:00", "Tue 2 ○ Intervals"),
        ("2026-06-03 06:00", "○ Gym B"),
        ("2026-06-03 12:00", "○ Gym B"),
        ("2026-06-03 18:20", "○ Gym B"),
        ("2026-06-05 12:00", "Fri 5 rest"),
    ],
)
async def test_it_begins_on_todays_lift_else_on_what_is_next_today(make_app: MakeApp, now: str, row: str) -> None:
    app = make_app(*WEEK, now=now)
    async with app.run_test(size=(80, 24)):
        assert current(app).startswith(row)


async def test_enter_starts_todays_lift(make_app: MakeApp) -> None:
    app = make_app(*WEEK, now="2026-06-01 17:55")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        live = app.desk.logbook.live()
        assert live is not None
        assert live.plan_id == "gym a"
        assert isinstance(app.screen, LiftScreen)


@pytest.mark.parametrize("morning", [planned_run("2026-06-01 07:00", 40), run("2026-06-01 07:00", 40)])
async def test_from_a_cold_start_two_keys_log_the_first_set(make_app: MakeApp, morning: Session) -> None:
    app = make_app(morning, *WEEK, now="2026-06-01 08:00")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "enter")
        live = app.desk.logbook.live()
        assert live is not None
        assert len(live.exercises[0].done) == 1


async def test_the_lift_under_way_is_what_it_begins_on_and_goes_on_with(make_app: MakeApp) -> None:
    app = make_app(*WEEK, now="2026-06-01 12:00")
    under_way = LiveLift("live", moment("2026-06-01 11:00"), "Europe/Berlin", "Gym B", (), plan_id="gym b")
    app.desk.logbook.save_live(under_way)
    async with app.run_test(size=(80, 24)) as pilot:
        assert current(app).startswith("○ Gym B")
        assert "A lift is under way: g v goes on with it." in below(app)
        assert "enter resume" in str(app.screen.query_one(KeyBar).render())
        await press(pilot, "enter")
        assert isinstance(app.screen, LiftScreen)
        assert app.desk.logbook.live() == under_way


async def test_a_lift_of_another_day_can_be_done_now(make_app: MakeApp) -> None:
    app = make_app(*WEEK, now="2026-06-02 18:00")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, SessionSheet)
        assert "Trap-bar deadlift 3×5 RIR 2" in app.screen.page.text
        await press(pilot, "enter")
        live = app.desk.logbook.live()
        assert live is not None
        assert live.plan_id == "gym b"
        assert isinstance(app.screen, LiftScreen)


async def test_another_lift_is_not_begun_while_one_is_under_way(make_app: MakeApp) -> None:
    app = make_app(*WEEK, now="2026-06-01 17:55")
    under_way = LiveLift("live", moment("2026-06-01 17:00"), "Europe/Berlin", "Legs", ())
    app.desk.logbook.save_live(under_way)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "enter")
        assert app.desk.logbook.live() == under_way
        assert isinstance(app.screen, LiftScreen)


@pytest.mark.parametrize(
    ("now", "modal"),
    [("2026-06-03 12:00", Rate), ("2026-06-02 20:00", SessionSheet)],
    ids=["today's run is rated", "tomorrow's run is opened"],
)
async def test_enter_on_a_run(make_app: MakeApp, now: str, modal: type) -> None:
    app = make_app(EASY, now=now)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *[] if modal is Rate else ["down"], "enter")
        assert isinstance(app.screen, modal)


async def test_enter_on_rest_adds_and_on_a_warning_explains(make_app: MakeApp) -> None:
    app = make_app(GYM_A, INTERVALS)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, HelpModal)
        await press(pilot, "escape", "down", "down", "enter")
        assert isinstance(app.screen, QuickAdd)
        assert app.screen.editor.text == "3 jun "


async def test_why_explains_a_pair_and_how_hard_both_are(make_app: MakeApp) -> None:
    app = make_app(GYM_A, INTERVALS)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down")
        why = plan(app).why()
        assert [each.figure for each in why] == [
            "Back to back",
            "How hard: lift, Mon 1 Jun 18:00",
            "How hard: intervals run, Tue 2 Jun 07:00",
            "Planned against done",
            "Heavy run week",
            "Kinds of work",
            "Foot contacts",
        ]
        assert why[0].value == "12 h 15: warning"


async def test_why_explains_what_a_session_cost(make_app: MakeApp) -> None:
    app = make_app(run("2026-06-01 07:00", 60, rpe=7, type="tempo"))
    async with app.run_test(size=(80, 24)):
        hard, load, *_ = plan(app).why()
        assert (hard.figure, hard.value) == ("How hard: tempo run, Mon 1 Jun 07:00", "hard")
        assert load.value == "420"


async def test_a_click_goes_to_a_row_and_one_more_opens_it(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("WeekView", offset=(20, 9))
        assert current(app).startswith("Sun 7 ○ Long")
        await pilot.click("WeekView", offset=(20, 9))
        await pilot.pause()
        assert isinstance(app.screen, SessionSheet)


async def test_an_empty_log_says_how_to_begin(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)):
        assert [line.endswith("rest") for line in week(app)] == [True] * 7
        assert below(app).startswith("Nothing is planned or logged yet. t lays a template")


async def test_an_empty_week_of_a_log_that_is_not_empty_says_so(make_app: MakeApp) -> None:
    app = make_app(run("2025-01-06 07:00", 40))
    async with app.run_test(size=(80, 24)):
        assert below(app).startswith("Nothing is planned or logged this week. t lays a template")


async def test_what_another_terminal_changes_is_shown(make_app: MakeApp, clock: StillClock) -> None:
    app = make_app(GYM_A)
    async with app.run_test(size=(80, 24)) as pilot:
        app.desk.logbook.save(INTERVALS, "elsewhere")
        app._follow()
        await pilot.pause()
        assert "Tue 2 ○ Intervals 07:00 60 min hard" in week(app)


async def test_what_was_typed_is_shown_as_text(make_app: MakeApp) -> None:
    evil = planned_run("2026-06-01 07:00", title="[b]x[/] \x1b[31mred", notes="[/b]\x1b]0;t\x07")
    app = make_app(evil, planned_lift("2026-06-01 09:00"))
    async with app.run_test(size=(120, 40)):
        assert any("[b]x[/] ␛" in line for line in shown(app))
        assert not any("\x1b" in line or "\x07" in line for line in shown(app))


async def test_keys_show_where_they_do_something(make_app: MakeApp) -> None:
    app = make_app(GYM_A, INTERVALS, run("2026-06-01 07:00", 50))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = plan(app)
        assert current(app).startswith("○ Gym A")
        assert all(screen.check_action(action, ()) for action in ("start", "accept", "move", "lock", "edit", "delete"))
        assert not any(screen.check_action(action, ()) for action in ("log", "open", "fill", "explain", "drop", "step"))
        await press(pilot, "up")
        assert all(screen.check_action(action, ()) for action in ("open", "edit", "delete"))
        assert not any(screen.check_action(action, ()) for action in ("lock", "move", "start"))
        await press(pilot, "down", "down", "down", "down")
        assert current(app) == "Wed 3 rest"
        assert not any(screen.check_action(action, ()) for action in ("edit", "delete", "move", "lock", "accept"))


async def test_on_the_widest_screen_a_time_stays_near_its_session(make_app: MakeApp) -> None:
    app = make_app(GYM_A)
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.pause()
        (line,) = [line for line in shown(app) if "Gym A" in line and "18:00" in line and "min" in line]
        assert line.index("18:00") - line.index("Gym A") == 41


async def test_in_the_terminals_own_colours_the_week_stays_behind_what_is_on_top(make_app: MakeApp) -> None:
    app = make_app(GYM_A, settings=Settings(theme="ansi-dark"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a")
        assert app.screen.styles.background.a == 0
