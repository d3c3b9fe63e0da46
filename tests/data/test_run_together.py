"""One run on two terminals: what both did is put together, or one of them is told."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.live import run_changes as changes
from data.live.run import LiveRun, Pause, RunStep, active_seconds, is_paused
from data.live.run_changes import SHORTEST_LAP
from data.live.run_together import run_together
from data.model import Niggle
from tests.builders import BERLIN, moment

START = moment("2026-06-02 07:00")
FREE = LiveRun(id="r1", start=START, zone=BERLIN, title="", marks=())
REPS = replace(FREE, steps=(RunStep("work", metres=800), RunStep("recovery", seconds=90)) * 3)
OTHER_STEPS = (RunStep("work", metres=400),) * 4
KNEE, HIP = Niggle(part="knee", level=2), Niggle(part="hip", level=1)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def lap(run: LiveRun, seconds: float) -> LiveRun:
    return changes.end_lap(run, at(seconds))


def pause(run: LiveRun, seconds: float) -> LiveRun:
    return changes.pause(run, at(seconds))


def test_a_lap_here_and_a_pause_there_both_stand() -> None:
    for mine, theirs in ((lap(FREE, 300), pause(FREE, 301)), (pause(FREE, 301), lap(FREE, 300))):
        both = run_together(FREE, mine, theirs)
        assert both is not None
        assert (both.marks, both.pauses) == ((300,), (Pause(at(301)),))


def test_a_lap_and_a_note_and_other_steps_all_stand() -> None:
    theirs = changes.take_steps(changes.note_run(REPS, "windy", KNEE), OTHER_STEPS, at(200))
    both = run_together(REPS, lap(REPS, 204), theirs)
    assert both is not None
    assert (both.marks, both.steps, both.notes, both.niggles) == ((204,), OTHER_STEPS, "windy", (KNEE,))


def test_the_same_lap_ended_on_both_at_once_is_one_lap() -> None:
    both = run_together(FREE, lap(FREE, 300.4), lap(FREE, 301))
    assert both is not None
    assert both.marks == (300.4,)


def test_two_laps_apart_are_not_guessed_at() -> None:
    assert run_together(FREE, lap(FREE, 310), lap(FREE, 300)) is None
    one = lap(FREE, 300)
    assert run_together(one, changes.undo_lap(one), lap(one, 600)) is None


def test_a_lap_taken_back_on_both_is_one_lap_less() -> None:
    two = lap(lap(FREE, 300), 600)
    assert run_together(two, changes.undo_lap(two), changes.undo_lap(two)) == changes.undo_lap(two)


def test_a_pause_begun_on_both_began_with_the_first_and_one_ended_on_both_ended_with_the_first() -> None:
    both = run_together(FREE, pause(FREE, 301), pause(FREE, 300))
    assert both is not None
    assert both.pauses == (Pause(at(300)),)
    again = run_together(both, pause(both, 400), pause(both, 402))
    assert again is not None
    assert again.pauses == (Pause(at(300), at(400)),)


def test_a_pause_that_there_is_over_again_is_not_guessed_at() -> None:
    assert run_together(FREE, pause(FREE, 305), pause(pause(FREE, 300), 304)) is None


def test_a_lap_ended_after_the_time_stood_still_ended_with_it() -> None:
    for mine, theirs in ((lap(FREE, 330), pause(FREE, 300)), (pause(FREE, 300), lap(FREE, 330))):
        both = run_together(FREE, mine, theirs)
        assert both is not None
        assert both.marks == (300,)
    begun = lap(FREE, 299)
    assert run_together(begun, lap(begun, 330), pause(begun, 300)) is None


def test_the_steps_of_a_free_run_and_a_lap_are_one_part() -> None:
    taken = changes.take_steps(FREE, OTHER_STEPS, at(300))
    assert run_together(FREE, taken, lap(FREE, 290)) is None
    assert run_together(FREE, lap(FREE, 290), taken) is None
    both = run_together(FREE, lap(FREE, 301), taken)
    assert both is not None
    assert (both.marks, both.steps) == ((300,), taken.steps)


def test_other_steps_on_both_are_not_guessed_at() -> None:
    theirs = replace(REPS, steps=OTHER_STEPS[:2])
    assert run_together(REPS, replace(REPS, steps=OTHER_STEPS), theirs) is None
    assert run_together(REPS, theirs, theirs) == theirs


def test_what_both_wrote_is_kept() -> None:
    both = run_together(FREE, changes.note_run(FREE, "hot", HIP), changes.note_run(FREE, "windy", KNEE))
    assert both is not None
    assert (both.notes, set(both.niggles)) == ("windy · hot", {KNEE, HIP})


def test_another_run_is_never_put_together_with_this_one() -> None:
    assert run_together(FREE, lap(FREE, 300), replace(FREE, id="r2")) is None


# Two hands: which one, what it presses, how many seconds later, and whether it looked at the log just before.
Press = tuple[int, str, float, bool]
SECONDS = st.one_of(st.floats(0, 5), st.floats(0, 400)).map(lambda seconds: round(seconds, 2))
PRESSES = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["lap", "pause"]), SECONDS, st.booleans()), max_size=30)
PRESSED: dict[str, Callable[[LiveRun, float], LiveRun]] = {"lap": lap, "pause": pause}


@given(PRESSES, st.sampled_from([FREE, REPS]))
def test_every_press_that_was_acknowledged_is_in_the_log_and_nothing_else(presses: list[Press], log: LiveRun) -> None:
    now, shown, laps = 0.0, [log, log], list[float]()
    for hand, key, later, looked in presses:
        now = round(now + later, 2)
        before = log if looked else shown[hand]
        mine = PRESSED[key](before, now)
        both = None if mine == before else run_together(before, mine, log)
        if both is not None and key == "lap":
            new = mine.marks[-1]
            (as_kept,) = set(both.marks) - set(before.marks[: len(both.marks) - 1])
            stood = is_paused(both) and as_kept == active_seconds(replace(both, marks=()), at(now))
            assert abs(as_kept - new) < SHORTEST_LAP or stood
            laps = [*laps[: len(both.marks) - 1], as_kept]
        if both is not None and key == "pause":
            assert is_paused(both) == is_paused(mine)
        log = both or log
        shown[hand] = log
        assert list(log.marks) == laps
        assert list(log.marks) == sorted(log.marks)
        moments = [moment for each in log.pauses for moment in (each.start, each.until) if moment]
        assert moments == sorted(moments)


STEPS: st.SearchStrategy[Callable[[LiveRun], LiveRun]] = st.one_of(
    SECONDS.map(lambda seconds: lambda run: lap(run, 700 + seconds)),
    SECONDS.map(lambda seconds: lambda run: pause(run, 700 + seconds)),
    st.just(changes.undo_lap),
    st.just(lambda run: changes.take_steps(run, OTHER_STEPS, at(900))),
    st.sampled_from([KNEE, HIP]).map(lambda hurt: lambda run: changes.note_run(run, hurt.part, hurt)),
)


@given(st.sampled_from([lap(FREE, 300), lap(REPS, 204), pause(lap(FREE, 300), 500)]), STEPS, STEPS)
def test_it_does_not_matter_who_comes_first(
    before: LiveRun, a: Callable[[LiveRun], LiveRun], b: Callable[[LiveRun], LiveRun]
) -> None:
    one, other = run_together(before, a(before), b(before)), run_together(before, b(before), a(before))
    assert (one is None) == (other is None)
    if one and other:
        assert replace(one, notes="", niggles=()) == replace(other, notes="", niggles=())
        assert set(one.niggles) == set(other.niggles)
