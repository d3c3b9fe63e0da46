"""Moving a session: the warning it would cause shows while it moves; it is saved when it is dropped."""

import pytest
from msgspec.structs import replace

from data.store.errors import CannotWrite
from tests.builders import planned_lift, planned_run, run
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import (
    EASY,
    GYM_A,
    GYM_B,
    INTERVALS,
    LONG,
    WEEK,
    all_planned,
    below,
    current,
    plan,
    planned,
    press,
    starts,
    toasts,
    week,
)

SIZE = (80, 24)


@pytest.mark.parametrize("key", ["g", "f2", "f3", "f8", "u", "ctrl+r", "ctrl+p"])
async def test_nothing_else_is_done_while_it_moves(make_app: MakeApp, key: str) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "L", "L", "shift+down", key)
        assert toasts(app) == ["First enter drops the session here, or esc puts it back."]
        assert below(app).endswith("enter drops it here, esc puts it back.")
        await press(pilot, "enter")
        assert starts(planned(app, "gym a")) == "Tue 2 18:00"


async def test_the_warning_shows_while_it_moves_and_nothing_is_saved(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "shift+down")
        assert all_planned(app) == list(WEEK)
        assert current(app) == "↕ Gym A 18:00 45 min hard"
        assert week(app)[:4] == [
            "Mon 1 rest",
            "Tue 2 ○ Intervals 07:00 60 min hard",
            "● 10 h before Tuesday's Gym A",
            "↕ Gym A 18:00 45 min hard",
        ]
        assert below(app).startswith("↕ Gym A → Tue 2 18:00 was Mon 1 18:00 ● Intervals, Tue 07:00: 10 h before")


async def test_dropped_it_is_saved_as_one_change_that_can_be_undone(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "shift+down", "shift+down", "shift+left", "enter")
        assert starts(planned(app, "gym a")) == "Wed 3 07:45"
        assert current(app) == "○ Gym A 07:45 45 min hard"
        await press(pilot, "u")
        assert all_planned(app) == list(WEEK)
        assert week(app)[0] == "Mon 1 ○ Gym A 18:00 45 min hard"
        await press(pilot, "ctrl+r")
        assert starts(planned(app, "gym a")) == "Wed 3 07:45"


async def test_escape_puts_it_back(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "shift+down", *["shift+right"] * 14, "escape")
        assert all_planned(app) == list(WEEK)
        assert current(app) == "Mon 1 ○ Gym A 18:00 45 min hard"
        assert app.desk.logbook.undo() is None


async def test_dropped_where_it_was_nothing_changes(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "M", "down", "up")
        assert "where it was" in below(app)
        await press(pilot, "enter")
        assert app.desk.logbook.undo() is None
        assert current(app) == "Mon 1 ○ Gym A 18:00 45 min hard"


async def test_without_shift_the_plain_arrows_move_it(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "M", "down", "j", "right", "l", "h", "k", "left", "M")
        assert starts(planned(app, "gym a")) == "Tue 2 18:00"


async def test_a_lift_in_a_runs_half_day_starts_when_the_run_ends(make_app: MakeApp) -> None:
    app = make_app(GYM_A, INTERVALS)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "shift+right")
        assert current(app) == "↕ Gym A 08:00 45 min hard"
        assert "▲ Intervals, Tue 07:00: straight before Tuesday's Gym A" in below(app)
        await press(pilot, "enter")
        assert starts(planned(app, "gym a")) == "Tue 2 08:00"


async def test_past_the_edge_the_week_turns(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "up", "down", *["down"] * 9, "shift+down")
        assert current(app) == "Mon 8 ↕ Long 07:00 120 min hard"
        assert "week 24" in str(plan(app).head.content)
        await press(pilot, "enter")
        assert starts(planned(app, "long")) == "Mon 8 07:00"


async def test_free_of_any_warning_it_says_so(make_app: MakeApp) -> None:
    app = make_app(GYM_A, INTERVALS)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "M", *["down"] * 4)
        assert "✓ lands back to back with nothing" in below(app)


async def test_a_locked_session_stays_and_says_so(make_app: MakeApp) -> None:
    app = make_app(replace(GYM_A, locked=True))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        assert current(app) == "Mon 1 ○ Gym A ▪ locked 18:00 45 min hard"
        await press(pilot, "shift+down")
        assert current(app) == "Mon 1 ○ Gym A ▪ locked 18:00 45 min hard"
        assert toasts(app) == ["This session is locked: L unlocks it."]


async def test_locking_and_unlocking(make_app: MakeApp) -> None:
    app = make_app(GYM_A)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "L")
        assert planned(app, "gym a").locked
        assert "▪ locked" in current(app)
        await press(pilot, "L")
        assert planned(app, "gym a") == GYM_A
        assert "locked" not in current(app)


async def test_what_is_done_stays_and_says_so(make_app: MakeApp) -> None:
    app = make_app(run("2026-06-01 07:00"))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "shift+down")
        assert toasts(app) == ["What is done stays where it was done: e edits its time."]
        assert current(app).startswith("Mon 1 ✓ Easy")


async def test_it_stays_out_of_the_past(make_app: MakeApp) -> None:
    app = make_app(EASY, now="2026-06-02 12:00")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "down", "shift+up", "shift+up", "enter")
        assert starts(planned(app, "easy")) == "Tue 2 07:00"
        assert toasts(app) == ["No further back: that is past."]


async def test_what_was_missed_goes_to_today_at_once_and_is_planned_again(make_app: MakeApp) -> None:
    app = make_app(replace(EASY, status="skipped"), now="2026-06-06 06:00")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "up", "up", "up")
        assert current(app) == "Wed 3 – Easy 07:00 45 min easy skipped"
        await press(pilot, "shift+down")
        assert current(app) == "Sat 6 ↕ Easy 07:00 45 min easy"
        await press(pilot, "shift+up")
        assert current(app).startswith("Wed 3 ↕ Easy")
        await press(pilot, "shift+down", "enter")
        easy = planned(app, "easy")
        assert (starts(easy), easy.status) == ("Sat 6 07:00", "planned")


@pytest.mark.parametrize(
    ("key", "start"), [("shift+left", "Wed 3 07:00 morning"), ("shift+right", "Wed 3 18:00 evening")]
)
async def test_a_session_without_a_time_takes_one_by_half_days(make_app: MakeApp, key: str, start: str) -> None:
    app = make_app(planned_lift("2026-06-03", id="some time"), now="2026-06-03 06:00")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, key, "enter")
        moved = planned(app, "some time")
        assert f"{starts(moved)} {moved.clock}" == start


async def test_an_overlap_shows_as_a_clash(make_app: MakeApp) -> None:
    app = make_app(planned_run("2026-06-01 18:00", 60, id="evening run", type="tempo"), GYM_B)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "shift+down", "shift+down")
        assert week(app)[2:5] == [
            "Wed 3 ↕ Tempo 18:00 60 min hard",
            "✖ overlaps Wednesday's Gym B",
            "○ Gym B 18:00 45 min hard",
        ]


async def test_on_its_way_it_stays_there_while_the_help_is_open(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "shift+down", "question_mark", "escape", "enter")
        assert starts(planned(app, "gym a")) == "Tue 2 18:00"


async def test_what_somebody_else_changed_meanwhile_is_let_go(make_app: MakeApp) -> None:
    app = make_app(*WEEK)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "shift+down")
        app.desk.logbook.save(replace(GYM_A, minutes=30), "elsewhere")
        app._follow()
        await press(pilot, "enter")
        assert planned(app, "gym a") == replace(GYM_A, minutes=30)
        assert toasts(app) == ["What you were moving was changed elsewhere meanwhile, so it is not moved."]


async def test_what_cannot_be_saved_stays_on_its_way(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(*WEEK)

    def full(*_: object, **__: object) -> None:
        raise CannotWrite("Nothing was saved: the disk is full. Make room and try again.")

    async with app.run_test(size=SIZE, notifications=True) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(app.desk.logbook, "change", full)
            await press(pilot, "shift+down", "enter")
        assert toasts(app) == ["Nothing was saved: the disk is full. Make room and try again."]
        assert current(app).startswith("↕ Gym A")
        assert planned(app, "gym a") == GYM_A
        await press(pilot, "enter")
        assert starts(planned(app, "gym a")) == "Tue 2 18:00"
        assert LONG in all_planned(app)
