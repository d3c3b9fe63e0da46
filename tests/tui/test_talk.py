"""A coach and an athlete in one log: comments, and what is new in them."""

from pathlib import Path

import pytest
from textual.containers import Vertical

from tests.tui.conftest import StillClock
from tests.tui.plan_room import below, current, press, toasts, type_in, week
from tests.tui.roster_room import until
from tests.tui.talk_room import Sit, head, said, sit_down
from tui.actions import actions_of
from tui.app import LegdayApp
from tui.modals.comments import CommentsModal
from tui.widgets.lines import Lines


@pytest.fixture
def sit(tmp_path: Path, clock: StillClock) -> Sit:
    """The app of anna, or of kim."""
    return sit_down(tmp_path, clock)


def thread(app: LegdayApp) -> list[str]:
    """What the thread on the screen says."""
    assert isinstance(app.screen, CommentsModal)
    return app.screen.query_one("#thread", Lines).text.splitlines()


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


async def test_an_athlete_alone_has_no_signs(sit: Sit) -> None:
    app = sit("log")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not any("✎" in line for line in [head(app), *week(app)])
        shown = {each.id for each in actions_of(app.screen) if each.footer}
        assert not shown & {"plan.comment", "plan.new_comment", "plan.theirs"}
