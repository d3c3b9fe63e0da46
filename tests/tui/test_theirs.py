"""The plan as a coach changed it: whose it is, and how the athlete takes it back."""

from pathlib import Path

import pytest

from data.model import PlannedSession
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import moment, planned_lift, planned_run
from tests.tui.conftest import StillClock
from tests.tui.plan_room import below, current, press, toasts, type_in
from tests.tui.roster_room import lines, make_club, open_roster, read, until
from tests.tui.talk_room import GYM_A, WEEK, Sit, head, said, sit_down
from tui.widgets.lines import Lines


@pytest.fixture
def sit(tmp_path: Path, clock: StillClock) -> Sit:
    """The app of anna, or of kim."""
    return sit_down(tmp_path, clock)


async def test_what_a_coach_moved_says_so_and_the_athlete_takes_it_back(sit: Sit) -> None:
    kim = sit("plan")
    async with kim.run_test(size=(80, 24)) as pilot:
        await press(pilot, "shift+down", "enter")
        moved = kim.desk.logbook.find("gym a")
        assert isinstance(moved, PlannedSession)
        assert moved.start == moment("2026-06-02 18:00")

    anna = sit("log")
    async with anna.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "down")
        assert "by kim" in current(anna)
        assert "kim moved Gym A from Mon 1 18:00 to Tue 2 18:00" in below(anna)
        assert "1 by others" in head(anna)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "1 changed by others" in head(anna)
        await press(pilot, "U", "enter")
        assert anna.desk.logbook.find("gym a") == GYM_A
        assert anna.desk.logbook.theirs(WEEK) == []
        assert "by others" not in head(anna)
        await press(pilot, "u")
        assert anna.desk.logbook.find("gym a") == moved


async def test_what_a_coach_deleted_is_brought_back(sit: Sit) -> None:
    sit("plan").desk.logbook.delete("gym a", "a deletion")
    anna = sit("log")
    async with anna.run_test(size=(80, 24)) as pilot:
        await press(pilot, "U")
        assert "kim deleted Gym A, Mon 1 18:00" in anna.screen.query_one(Lines).text
        await press(pilot, "escape")
        assert anna.desk.logbook.find("gym a") is None
        await press(pilot, "U", "enter")
        assert anna.desk.logbook.find("gym a") == GYM_A


async def test_the_change_under_the_cursor_is_shown_however_many_and_long_they_are(sit: Sit) -> None:
    kim = sit("plan").desk.logbook
    for number in range(7):
        title = f"Hills on the old railway by the river, number {number}"
        kim.save(planned_run(f"2026-06-0{number + 1} 12:00", 30, id=f"run {number}", title=title), "a run")
    anna = sit("log")
    async with anna.run_test(size=(40, 20)) as pilot:
        await press(pilot, "U")
        for number in range(7):
            text = anna.screen.query_one(Lines).text
            assert f"number {number}," in " ".join(text.partition("▸")[2].split())
            await press(pilot, "down")


async def test_a_coach_is_not_told_of_a_key_that_is_the_athletes(sit: Sit) -> None:
    kim = sit("plan")
    async with kim.run_test(size=(80, 24)) as pilot:
        await press(pilot, "shift+down", "enter")
        assert "kim moved Gym A from Mon 1 18:00 to Tue 2 18:00" in below(kim)
        assert "U takes it back" not in below(kim)
    anna = sit("log")
    async with anna.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down")
        assert "U takes it back" in below(anna)


async def test_what_the_athlete_changed_meanwhile_is_not_overwritten(sit: Sit) -> None:
    kim, anna = sit("plan").desk.logbook, sit("log")
    kim.delete("gym a", "a deletion")
    async with anna.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "U")
        kim.undo()
        kim.save(planned_lift("2026-06-05 18:00", 45, id="gym a"), "a move")
        await press(pilot, "enter")
        assert "changed elsewhere meanwhile" in toasts(anna)[0]
        found = anna.desk.logbook.find("gym a")
        assert isinstance(found, PlannedSession)
        assert found.start == moment("2026-06-05 18:00")


async def test_a_coach_cannot_take_back_what_another_did(sit: Sit) -> None:
    sit("plan").desk.logbook.delete("gym a", "a deletion")
    app = sit("plan")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "U")
        assert not app.screen.is_modal


async def test_the_whole_journey_of_a_coach_by_key(tmp_path: Path, clock: StillClock) -> None:
    app = open_roster(make_club(tmp_path, clock, role="plan"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await read(app, pilot)
        await press(pilot, "enter")  # anna, who has a clash on Wednesday
        await press(pilot, "down", "down")
        assert current(app).startswith("Wed 3 ○ Gym A")
        await press(pilot, "shift+up", "shift+up", "enter")  # to Monday evening
        moved = app.desk.logbook.find("gym a")
        assert isinstance(moved, PlannedSession)
        assert moved.start == moment("2026-06-01 18:00")
        await press(pilot, "c")
        await type_in(pilot, "Moved it to Monday.")
        await press(pilot, "enter", "escape")
        assert said(app) == [("gym a", "kim", "Moved it to Monday.")]
        await press(pilot, "escape")
        await until(pilot, lambda: app.current_mode == "roster")
        await read(app, pilot)
        await until(pilot, lambda: next(line for line in lines(app) if line.startswith("anna")).endswith("1 d"))
        await press(pilot, "q")
        assert app.return_code == 0
    theirs = Logbook(FilesBackend(tmp_path / "athletes/anna"), clock).theirs(WEEK)
    assert [one.by for one in theirs] == ["kim"]
