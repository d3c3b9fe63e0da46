"""Interval plans as runners write them: what they mean, what cannot be read, and that what is written reads back."""

from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.entry.error import EntryError
from data.live.interval_text import write_steps
from data.live.intervals import read_steps, steps_of_plan, tidy
from data.live.run import RunStep, What
from data.units import METRES_A_MILE, Units
from tests.builders import planned_run

KM, MILES = Units(), Units(distance="mi")
REST_90 = RunStep("recovery", seconds=90)
OPEN_REST = RunStep("recovery")


def work(metres: float | None = None, seconds: float | None = None, pace: float | None = None) -> RunStep:
    return RunStep("work", seconds, metres, pace)


def reps(times: int, rep: RunStep, rest: RunStep) -> tuple[RunStep, ...]:
    """The reps, with rests between them."""
    return (rep, *(each for _ in range(times - 1) for each in (rest, rep)))


def steps(text: str, units: Units = KM) -> tuple[RunStep, ...]:
    read = read_steps(text, units)
    assert not isinstance(read, EntryError), read.line()
    return read


WU_2K, CD_1K = RunStep("warmup", metres=2000), RunStep("cooldown", metres=1000)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6x800m @ 3:20 rest 90s", reps(6, work(800, pace=250), REST_90)),
        ("6x800m @ 3:20, rest 90s", reps(6, work(800, pace=250), REST_90)),
        ("6 x 800 in 3:20 w/ 90s jog", reps(6, work(800, pace=250), REST_90)),
        ("6x800m @ 200s r90", reps(6, work(800, pace=250), REST_90)),
        (
            "2km wu, 5x1000m @4:00/km 2min jog, 1km cd",
            (WU_2K, *reps(5, work(1000, pace=240), RunStep("recovery", seconds=120)), CD_1K),
        ),
        ("10x1min hard 1min easy", reps(10, work(seconds=60), RunStep("recovery", seconds=60))),
        ("10x1' 1'", reps(10, work(seconds=60), RunStep("recovery", seconds=60))),
        ("10x60s/60s", reps(10, work(seconds=60), RunStep("recovery", seconds=60))),
        (
            "3x(4x400m r60s) r3min",
            tuple(
                each
                for part in range(3)
                for each in (
                    *reps(4, work(400), RunStep("recovery", seconds=60)),
                    *((RunStep("recovery", seconds=180),) if part < 2 else ()),
                )
            ),
        ),
        (
            "15min easy + 3x10min @ 4:10/km r2min",
            (
                RunStep("warmup", seconds=900),
                *reps(3, work(seconds=600, pace=250), RunStep("recovery", seconds=120)),
            ),
        ),
        ("wu, 2x400m, cd", (RunStep("warmup"), *reps(2, work(400), OPEN_REST), RunStep("cooldown"))),
        ("2x400m rest 200m", reps(2, work(400), RunStep("recovery", metres=200))),
        ("2x1mi @ 6:30 rest 2min", reps(2, work(METRES_A_MILE, pace=390000 / METRES_A_MILE), RunStep("recovery", 120))),
        ("2x10min @ 5k pace, 2min jog", reps(2, work(seconds=600), RunStep("recovery", seconds=120))),
        ("2x800m, 2km jog", (*reps(2, work(800), OPEN_REST), RunStep("cooldown", metres=2000))),
        ("5 x 1k @ 3:50 (90s)", reps(5, work(1000, pace=230), REST_90)),
        ("5x1km @ 3:50 (1:30)", reps(5, work(1000, pace=230), REST_90)),
        ("2x20' @ threshold 3' easy", reps(2, work(seconds=1200), RunStep("recovery", 180))),
        ("2x20min @ tempo 4:10/km 3min", reps(2, work(seconds=1200, pace=250), RunStep("recovery", 180))),
        (
            "WU 15min 6x1min/1min CD 10min",
            (
                RunStep("warmup", 900),
                *reps(6, work(seconds=60), RunStep("recovery", 60)),
                RunStep("cooldown", 600),
            ),
        ),
        ("10x(30s/30s)", reps(10, work(seconds=30), RunStep("recovery", 30))),
        ("3x400m R=90", reps(3, work(400), REST_90)),
        ("1200-1000-800", (work(1200), OPEN_REST, work(1000), OPEN_REST, work(800))),
        ("1200-1000-800 rest 90s, 1km cd", (work(1200), REST_90, work(1000), REST_90, work(800), CD_1K)),
        ("1-2-1min r90s", (work(seconds=60), REST_90, work(seconds=120), REST_90, work(seconds=60))),
        (
            "2x(300-200-100 r90s) 2min",
            tuple(
                each
                for last in (RunStep("recovery", 120), None)
                for each in (work(300), REST_90, work(200), REST_90, work(100), last)
                if each
            ),
        ),
        ("3x400m r60s, 400m", (*reps(3, work(400), RunStep("recovery", 60)), RunStep("recovery", 60), work(400))),
    ],
)
def test_what_runners_write(text: str, meant: tuple[RunStep, ...]) -> None:
    assert steps(text) == meant


@pytest.mark.parametrize(
    ("text", "pace"),
    [
        ("5x1km @ 4:00", 240),  # of 1 km both readings are one
        ("2x2km @ 7:20", 220),  # the time of a rep
        ("2x2km @ 3:40", 220),  # nobody runs 2 km in 3:40
        ("4x400m @ 1:20", 200),
        ("4x400m @ 4:00", 240),  # 4:00 for 400 m would be walking
        ("3x10min @ 4:10", 250),
        ("2x2mi @ 7:00", 420),  # faster than the best at two miles
        ("1200-1000-800 @ 4:00/km", 240),
    ],
)
def test_a_bare_target_is_the_time_of_a_rep_where_it_can_be(text: str, pace: float) -> None:
    assert steps(text)[0].target_s_per_km == pace


def test_a_bare_pace_is_in_the_athletes_units() -> None:
    assert steps("3x10min @ 7:00", MILES)[0].target_s_per_km == pytest.approx(420000 / METRES_A_MILE)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "Say the steps: 6x800m @ 3:20 rest 90s."),
        ("6x800m 2:00", '"2:00" at letter 8: is it the target (@ 3:20) or the rest (rest 3:20)?'),
        ("5x3min fst", '"fst" at letter 8: no part of an interval plan. Did you mean "fast"?'),
        ("6x80", '"80" at letter 3: say how much of what: 800m, 90s, 3min.'),
        ("15-20min easy", '"15" at letter 1: say one of the two, or what each step is: 1200, 1000, 800.'),
        ("6x800m (2:00)", '"2:00" at letter 9: is it the target (@ 3:20) or the rest (rest 3:20)?'),
        ("6x800m (90s", '"(" at letter 8: no part of an interval plan.'),
        ("6x", '"6x" at letter 1: of what? Write 6x800m.'),
        ("3x(400m", '"(" at letter 3: a bracket wants steps in it and its other half.'),
        ("400m)", '")" at letter 5: this bracket closes none.'),
        ("3x(2km wu)", '"3x" at letter 1: only reps are repeated; write 6x800m.'),
        ("6x800m @ 0:10", '"@ 0:10" at letter 8: write a pace (4:00/km), or the time of a rep (3:20).'),
        ("99x(9x400m)", "No run has more than 300 steps."),
        ("2x(2x(2x(2x400m)))", '"(" at letter 9: too many brackets within each other.'),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(text: str, line: str) -> None:
    read = read_steps(text, KM)
    assert isinstance(read, EntryError)
    assert read.line() == line


@pytest.mark.parametrize(
    ("title", "notes", "count"),
    [
        ("6x800m", "", 11),
        ("Track: 6x800m r90s", "", 11),
        ("Intervals", "6x800m @ 3:20 rest 90s. Keep it smooth.", 11),
        ("Intervals", "The usual.\n2km wu, 6x800m r90s, cd", 13),
        ("10k tempo", "", 0),
        ("Intervals", "", 0),
        ("Long", "20k with the club", 0),
    ],
)
def test_a_planned_run_says_its_steps_in_its_title_or_notes(title: str, notes: str, count: int) -> None:
    plan = planned_run("2026-06-01 18:00", type="intervals", title=title, notes=notes)
    assert len(steps_of_plan(plan, KM)) == count


WHATS: tuple[What, ...] = ("warmup", "work", "recovery", "cooldown")
TARGETS = st.none() | st.integers(150, 500)
TIMED = st.builds(
    lambda what, seconds, pace: RunStep(what, seconds, None, pace),
    st.sampled_from(WHATS),
    st.integers(10, 3600),
    TARGETS,
)


def _with_time(what: What, metres: float, pace: int | None) -> RunStep:
    """A step over a distance whose target is a time to the second."""
    if pace is None:
        return RunStep(what, None, metres)
    return RunStep(what, None, metres, max(1, round(pace * metres / 1000)) * 1000 / metres)


MEASURED = st.builds(
    _with_time, st.sampled_from(WHATS), st.sampled_from([60, 100, 200, 400, 800, 1000, 1500, METRES_A_MILE]), TARGETS
)
OPEN = st.builds(RunStep, st.sampled_from(WHATS))
ANY_STEPS = st.lists(TIMED | MEASURED | OPEN, min_size=1, max_size=6)


@given(st.lists(st.tuples(ANY_STEPS, st.integers(1, 4)), min_size=1, max_size=3), st.sampled_from([KM, MILES]))
def test_what_is_written_reads_back(parts: list[tuple[list[RunStep], int]], units: Units) -> None:
    whole = tidy(step for some, times in parts for step in some * times)
    assert steps(write_steps(whole, units), units) == whole


WORDS = (
    "3x",
    "0x",
    "(",
    ")",
    "400m",
    "90s",
    "2:00",
    "5",
    "@",
    "@ 3:20",
    "4:00/km",
    "rest",
    "easy",
    "wu",
    ",",
    "é",
    "/",
    "/90s",
    "(90s)",
    "3-2-1min",
)


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.text(max_size=40))
def test_any_text_is_steps_or_one_line_of_what_is_wrong(text: str) -> None:
    read = read_steps(text, KM)
    if isinstance(read, EntryError):
        assert read.line()
        assert "\n" not in read.line()
    else:
        assert read == tidy(read)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("6 x 800 @ 3:20, rest 90", "6x800m @ 3:20 rest 90s"),
        ("warm up 2km; 10x1' 1'; cool-down", "2km wu, 10x60s rest 60s, cd"),
        ("3x10min @ 4:10/km r2min", "3x10min @ 4:10/km rest 2min"),
    ],
)
def test_like_reps_are_written_together(text: str, written: str) -> None:
    assert write_steps(steps(text), KM) == written


BRACKETS = "99x(99x(99x1km))"


@pytest.mark.parametrize(
    ("title", "notes"),
    [
        ("", ". ".join([BRACKETS] * 3000)),
        ("", "\n".join([BRACKETS] * 3000)),
        ("1km r1 " * 7000, "1x1m " * 10_000),
        ("(" * 50_000, "1-1-1-" * 8000),
    ],
)
def test_a_plan_that_somebody_wrote_to_hold_a_run_up_does_not(title: str, notes: str) -> None:
    began = monotonic()
    assert steps_of_plan(planned_run("2026-06-02 07:00", 60, title=title, notes=notes), KM) == ()
    assert monotonic() - began < 2
