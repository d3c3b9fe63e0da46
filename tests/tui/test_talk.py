"""A coach and an athlete in one log: comments, what is new in them, and the plan as the coach changed it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.containers import Vertical
from textual.widgets import Static

from data.access import Role, Visitor
from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import PlannedSession
from data.store.config import Settings
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from tests.builders import athlete, moment, planned_lift, planned_run, run
from tests.tui.conftest import StillClock
from tests.tui.plan_room import below, current, plan, press, toasts, type_in, week
from tests.tui.roster_room import lines, make_club, open_roster, read, until
from tui.actions import actions_of
from tui.app import LegdayApp
from tui.desk import Desk
from tui.modals.comments import CommentsModal
from tui.widgets.lines import Lines

GYM_A = planned_lift("2026-06-01 18:00", 45, id="gym a")
LONG = planned_run("2026-06-07 07:00", 120, id="long", type="long")
DONE = run("2026-06-01 07:00", 40, id="done", rpe=4, plan_id="easy")
EASY = planned_run("2026-06-01 07:00", 45, id="easy", status="done")
WEEK = Days(moment("2026-06-01 00:00").date(), moment("2026-06-08 00:00").date())
Sit = Callable[[Role], LegdayApp]


@pytest.fixture
def sit(tmp_path: Path, clock: StillClock) -> Sit:
    """The app of anna ("log") or of kim, who may do that in anna's log."""
    anna = Logbook(FilesBackend(tmp_path), clock)
    anna.save_athlete(athlete())
    anna.change("what is there", save=(GYM_A, LONG, DONE, EASY))

    def open_app(role: Role) -> LegdayApp:
        visitor = None if role == "log" else Visitor("kim", role)
        logbook = Logbook(FilesBackend(tmp_path, tidy=False), clock, visitor=visitor)
        return LegdayApp(Desk(logbook, Settings(), load_catalogue(), clock))

    return open_app


def thread(app: LegdayApp) -> list[str]:
    """What the thread on the screen says."""
    assert isinstance(app.screen, CommentsModal)
    return app.screen.query_one("#thread", Lines).text.splitlines()


def said(app: LegdayApp) -> list[tuple[str, str, str]]:
    """Who said what about what, as the log has it."""
    return [(one.about, one.author, one.text) for one in app.desk.logbook.comments()]


def head(app: LegdayApp) -> str:
    """The first line of the plan."""
    return str(plan(app).query_one("#head", Static).content)


async def test_a_coach_comments_on_a_session_and_the_athlete_sees_that_it_is_new(sit: Sit) -> None:
    kim = sit("comment")
    async with kim.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await type_in(pilot, "Easy on the hops.")
        await press(pilot, "enter")
        assert said(kim) == [("gym a", "kim", "Easy on the hops.")]
        assert thread(kim) == ["kim, Mon 1 Jun 12:00", "Easy on the hops."]

    anna = sit("log")
    async with anna.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Gym A ✎1!" in current(anna)
        assert "✎ 1 new" in head(anna)
        assert "✎ kim, Mon 1 Jun 12:00: Easy on the hops." in below(anna)
        await press(pilot, "c")
        assert thread(anna)[0] == "kim, Mon 1 Jun 12:00 new"
        await press(pilot, "escape")
        assert anna.desk.logbook.unread() == []
        assert "Gym A ✎1 " in current(anna)
        assert "new" not in head(anna)


async def test_the_athlete_sees_a_comment_at_once_and_the_coach_the_answer(sit: Sit, clock: StillClock) -> None:
    anna, kim = sit("log"), sit("comment").desk.logbook
    async with anna.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        kim.comment("gym a", "Ready?")
        await until(pilot, lambda: "✎1!" in current(anna))
        await press(pilot, "c")
        clock.move(minutes=1)
        await type_in(pilot, "yes")
        await press(pilot, "enter")
        assert [one.text for one in kim.unread()] == ["yes"]
        clock.move(minutes=1)
        kim.comment("gym a", "Good.")
        await until(pilot, lambda: thread(anna)[-1] == "Good.")


async def test_comments_on_a_plan_stay_with_what_was_done_of_it(sit: Sit, clock: StillClock) -> None:
    anna, kim = sit("log"), sit("comment").desk.logbook
    kim.comment("easy", "Slowly.")
    clock.move(minutes=1)
    async with anna.run_test(size=(80, 24)) as pilot:
        await press(pilot, "up")
        assert "Easy ✎1!" in current(anna)
        await press(pilot, "c")
        await type_in(pilot, "It was.")
        await press(pilot, "enter")
        assert said(anna)[-1] == ("done", "anna", "It was.")
        assert thread(anna)[-1] == "It was."
        assert anna.desk.logbook.unread() == []


async def test_a_comment_on_the_week_stands_in_its_head_and_on_load(sit: Sit) -> None:
    kim = sit("plan")
    async with kim.run_test(size=(80, 24)) as pilot:
        await press(pilot, "C")
        await type_in(pilot, "a good week")
        await press(pilot, "enter", "escape")
        assert said(kim) == [("2026-06-01", "kim", "a good week")]
        assert "✎1" in head(kim)
        await press(pilot, "f3", "C")
        assert thread(kim)[-1] == "a good week"


async def test_n_goes_to_what_is_new_in_another_week(sit: Sit, clock: StillClock) -> None:
    anna, kim = sit("log"), sit("comment").desk.logbook
    kim.comment("2026-06-08", "Next week is easy.")
    async with anna.run_test(size=(80, 24)) as pilot:
        await press(pilot, "N")
        assert thread(anna)[-1] == "Next week is easy."
        await press(pilot, "escape")
        assert "8–14 Jun" in head(anna)
        assert "plan.new_comment" not in {each.id for each in actions_of(anna.screen)}


async def test_who_may_only_look_reads_the_thread_and_cannot_write(sit: Sit) -> None:
    sit("comment").desk.logbook.comment("gym a", "Ready?")
    app = sit("view")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "✎1" in current(app)
        await press(pilot, "c", "x", "y", "enter")
        assert thread(app)[-1] == "Ready?"
        assert not app.screen.query("LineEditor")
    assert len(said(app)) == 1


async def test_what_one_said_last_can_be_taken_away_and_what_others_said_cannot(sit: Sit, clock: StillClock) -> None:
    kim, anna = sit("comment"), sit("log").desk.logbook
    for text in ("First.", "A slip."):
        clock.move(minutes=1)
        kim.desk.logbook.comment("gym a", text)
    clock.move(minutes=1)
    anna.comment("gym a", "Mine.")
    async with kim.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "c", "x", "ctrl+d")
        assert len(said(kim)) == 3  # while something is written, its letters alone are deleted
        await press(pilot, "backspace", "ctrl+d")
        assert [text for _, _, text in said(kim)] == ["First.", "Mine."]
        assert "A slip." not in thread(kim)
        await press(pilot, "ctrl+d", "ctrl+d")
        assert said(kim) == [("gym a", "anna", "Mine.")]
        assert "delete" not in str(kim.screen.query_one(Vertical).border_subtitle)
        await press(pilot, "escape", "u", "u")
        assert [text for _, _, text in said(kim)] == ["First.", "A slip.", "Mine."]


async def test_who_may_only_look_takes_nothing_away(sit: Sit) -> None:
    sit("comment").desk.logbook.comment("gym a", "Ready?")  # of kim, as whom the viewer comes
    app = sit("view")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "c", "ctrl+d")
        assert toasts(app) == []
        assert thread(app)[-1] == "Ready?"
        assert "delete" not in str(app.screen.query_one(Vertical).border_subtitle)
    assert len(said(app)) == 1


async def test_what_was_written_is_text_whatever_is_in_it(sit: Sit) -> None:
    anna, kim = sit("log"), sit("comment").desk.logbook
    kim.comment("gym a", "[red]\x1b]0;owned\x07 [/b] \u202e")
    async with anna.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        assert thread(anna)[-1].startswith("[red]␛]0;owned␇ [/b]")
        assert "\x1b" not in "".join(thread(anna))


async def test_a_comment_that_cannot_be_saved_stays_on_the_line(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    from data.store.errors import CannotWrite

    def full(*_: object) -> None:
        raise CannotWrite("The disk is full.")

    app = sit("log")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "c")
        await type_in(pilot, "hello")
        with monkeypatch.context() as patch:
            patch.setattr(app.desk.logbook, "comment", full)
            await press(pilot, "enter")
        assert toasts(app) == ["The disk is full."]
        await press(pilot, "enter")
        assert [text for _, _, text in said(app)] == ["hello"]


async def test_a_long_thread_is_paged_and_begins_at_its_end(sit: Sit, clock: StillClock) -> None:
    kim = sit("comment").desk.logbook
    for number in range(30):
        clock.move(minutes=1)
        kim.comment("gym a", f"word {number}")
    anna = sit("log")
    async with anna.run_test(size=(40, 20)) as pilot:
        await press(pilot, "c")
        assert thread(anna)[-1] == "word 29"
        assert len(thread(anna)) <= 12
        await press(pilot, "pageup")
        assert "word 29" not in thread(anna)
        await press(pilot, "pagedown")
        assert thread(anna)[-1] == "word 29"


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


@pytest.mark.parametrize(
    ("size", "foot"),
    [((80, 24), "^d delete · enter send · esc close"), ((40, 20), "^d delete · enter send · esc")],
)
async def test_the_foot_of_a_thread_fits_a_phone(sit: Sit, size: tuple[int, int], foot: str) -> None:
    app = sit("comment")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "c")
        await type_in(pilot, "Well done.")
        await press(pilot, "enter")
        assert app.screen.query_one(".box", Vertical).border_subtitle == foot


async def test_a_phone_says_of_a_long_thread_where_one_is_and_how_to_close_it(sit: Sit) -> None:
    app = sit("comment")
    for _ in range(30):
        app.desk.logbook.comment("gym a", "word")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "c")
        foot = app.screen.query_one(".box", Vertical).border_subtitle or ""
        assert foot.startswith("pgup earlier · ")
        assert foot.endswith(" · esc")
        assert len(foot) <= 32


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


async def test_an_athlete_alone_has_no_signs(sit: Sit) -> None:
    app = sit("log")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not any("✎" in line for line in [head(app), *week(app)])
        shown = {each.id for each in actions_of(app.screen) if each.footer}
        assert not shown & {"plan.comment", "plan.new_comment", "plan.theirs"}


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
