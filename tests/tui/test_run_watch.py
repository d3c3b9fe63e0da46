"""A timed step of a run rings on every screen, once, and only for who saw it run."""

from datetime import timedelta

import pytest

from data.live.run import LiveRun, RunStep
from data.live.run_changes import end_lap
from tests.builders import BERLIN, moment
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.live_room import press
from tests.tui.run_room import INTERVALS, NOW
from tui.messages import RunsOut
from tui.run_watch import RunWatch
from tui.screens.plan import PlanScreen

START = moment("2026-06-02 07:00")
RUN = LiveRun(
    id="r1", start=START, zone=BERLIN, title="", marks=(), steps=(RunStep("work", 60), RunStep("recovery", 30))
)


def rung(run: LiveRun, *seconds: float) -> list[float]:
    """At which of these seconds it rings."""
    watch = RunWatch()
    return [each for each in seconds if watch.look(run, START + timedelta(seconds=each))]


def test_it_rings_three_seconds_before_each_end_and_at_it() -> None:
    assert rung(RUN, *range(100)) == [57, 60, 87, 90]


def test_who_did_not_see_it_run_hears_nothing() -> None:
    assert rung(RUN, 61, 62) == []


def test_another_run_is_another_matter() -> None:
    watch = RunWatch()
    watch.look(RUN, START + timedelta(seconds=50))
    later = LiveRun(id="r2", start=START, zone=BERLIN, title="", marks=(), steps=RUN.steps)
    assert not watch.look(later, START + timedelta(seconds=61))


def test_a_step_ended_by_key_rings_nothing() -> None:
    watch = RunWatch()
    watch.look(RUN, START + timedelta(seconds=40))
    ended = end_lap(RUN, START + timedelta(seconds=41))
    assert not watch.look(ended, START + timedelta(seconds=42))


async def test_it_is_heard_on_the_plan(make_app: MakeApp, clock: StillClock, monkeypatch: pytest.MonkeyPatch) -> None:
    bells: list[None] = []
    app = make_app(INTERVALS, now=NOW, place="live")
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, PlanScreen)
        monkeypatch.setattr(app, "bell", lambda: bells.append(None))
        for seconds in (595, 5, 1):
            clock.move(seconds=seconds)
            app.post_message(RunsOut())
            await pilot.pause()
        assert len(bells) == 1
