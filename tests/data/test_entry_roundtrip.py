"""Every session that a line can say is written as a line that says it again; and no text is too much for the reader."""

from datetime import UTC, datetime, timedelta
from typing import Any, get_args
from unicodedata import category

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data.calendar import CLOCK_TIMES, WEEKDAYS, at
from data.entry import EntryError
from data.entry.words import SESSION_PHRASES, SET_PHRASES
from data.model import (
    Clock,
    Focus,
    LoggedExercise,
    LoggedSession,
    LoggedSet,
    Niggle,
    PlannedExercise,
    PlannedSession,
    RunType,
    Status,
)
from data.units import Units
from tests.data.reading import CATALOGUE, METRIC, MILES, NOON, read, written

UNITS = st.sampled_from([METRIC, MILES])
ZONES = st.sampled_from(["Europe/Berlin", "Asia/Tokyo", "America/New_York", "+05:45", "UTC"])
LATEST = datetime(2037, 12, 31)

# A line has no line breaks and trims its note.
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
TITLES = st.text(LETTERS, max_size=30)
NOTES = st.text(LETTERS, max_size=60).map(str.strip)


def amounts(most: float = 5000) -> st.SearchStrategy[Any]:
    return st.integers(0, int(most)) | st.floats(0.0001, most)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


@st.composite
def times(draw: st.DrawFn) -> dict[str, Any]:
    """A start in a zone: to the minute, to the microsecond, or a half day at its usual hour or another."""
    zone = draw(ZONES)
    day = draw(st.datetimes(datetime(1990, 1, 1), LATEST))
    clock: Clock = draw(st.sampled_from(get_args(Clock)))
    if draw(st.booleans()):
        day = day.replace(second=0, microsecond=0)
    if clock in CLOCK_TIMES and draw(st.booleans()):
        day = datetime.combine(day, CLOCK_TIMES[clock])
    return {"zone": zone, "clock": clock, "start": at(day.date(), day.time(), zone)}


def common(kinds: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "id": st.just("an-id"),
            "kind": st.sampled_from(kinds),
            "minutes": maybe(amounts(6000) | st.integers(0, 36_000).map(lambda seconds: seconds / 60)),
            "title": TITLES,
            "notes": NOTES,
            "distance_m": maybe(amounts(200_000) | st.integers(0, 9999).map(lambda steps: steps * 10)),
        }
    )


RESULTS = st.fixed_dictionaries(
    {
        "rpe": maybe(amounts(10)),
        "mark": maybe(st.sampled_from(["easy", "moderate", "hard"])),
        "hr_avg": maybe(st.integers(20, 250)),
        "hr_max": maybe(st.integers(20, 250)),
        "ascent_m": maybe(amounts()),
        "descent_m": maybe(amounts()),
        "niggles": st.lists(
            st.builds(Niggle, st.text(LETTERS, min_size=1, max_size=20), st.integers(0, 10)), max_size=2
        ).map(tuple),
    }
)
SETS = st.builds(
    LoggedSet,
    type=st.sampled_from(["warmup", "work", "drop", "failure"]),
    kg=maybe(amounts(500)),
    reps=maybe(st.integers(0, 60)),
    seconds=maybe(amounts()),
    metres=maybe(amounts()),
    contacts=maybe(st.integers(0, 200)),
    side=maybe(st.sampled_from(["left", "right"])),
    rir=maybe(amounts(12)),
)
# Equal sets in a row are written together, so they should come up.
RUNS_OF_SETS = st.lists(st.tuples(SETS, st.integers(1, 60)), max_size=3).map(
    lambda runs: tuple(one for one, count in runs for _ in range(count))
)


def logged_exercises() -> st.SearchStrategy[Any]:
    unlisted = st.sampled_from(["squat", "row", "sled_push", "note", "rpe8", "My lift, 2"])
    exercise = st.sampled_from(sorted(CATALOGUE.exercises)) | unlisted | st.text(LETTERS, min_size=1, max_size=20)
    return st.lists(st.builds(LoggedExercise, exercise, maybe(st.integers(0, 9)), RUNS_OF_SETS), max_size=3).map(tuple)


@st.composite
def planned_exercises(draw: st.DrawFn) -> PlannedExercise:
    exercise = draw(st.sampled_from(list(CATALOGUE.exercises.values())))
    counted = exercise.measure in ("reps", "reps_kg", "contacts")
    return PlannedExercise(
        exercise=exercise.id,
        sets=draw(st.integers(1, 50)),
        amount=draw(maybe(st.integers(0, 200) if counted else amounts())),
        kg=draw(maybe(amounts(500))),
        rir=draw(maybe(amounts(12))),
        rest=draw(maybe(st.integers(0, 600))),
        tempo=draw(maybe(st.sampled_from(["3-0-1-0", "2-0-X-1"]))),
        ramp_sets=draw(st.integers(0, 4)),
        group=draw(maybe(st.integers(0, 9))),
    )


@st.composite
def logged(draw: st.DrawFn) -> LoggedSession:
    fields = draw(common(["run", "strength", "cross"])) | draw(times()) | draw(RESULTS)
    if fields["kind"] == "run":
        fields["type"] = draw(maybe(st.sampled_from(get_args(RunType))))
    if fields["kind"] == "strength":
        fields["focus"] = draw(maybe(st.sampled_from(get_args(Focus))))
        fields["exercises"] = draw(logged_exercises())
    return LoggedSession(**fields)


@st.composite
def planned(draw: st.DrawFn) -> PlannedSession:
    fields = draw(common(["run", "strength", "cross"])) | draw(times())
    fields |= {"locked": draw(st.booleans()), "status": draw(st.sampled_from(get_args(Status)))}
    if fields["kind"] == "run":
        fields["type"] = draw(maybe(st.sampled_from(get_args(RunType))))
    if fields["kind"] == "strength":
        fields["focus"] = draw(maybe(st.sampled_from(get_args(Focus))))
        if draw(st.booleans()):
            fields["template"] = draw(st.sampled_from(sorted(CATALOGUE.templates)))
        else:
            fields["exercises"] = tuple(draw(st.lists(planned_exercises(), max_size=3)))
    return PlannedSession(**fields)


@given(logged(), UNITS, UNITS)
@settings(max_examples=150)
def test_a_logged_session_reads_back_as_it_was_written(session: LoggedSession, units: Units, others: Units) -> None:
    line = written(session, units)
    again = read(line, max(NOON, session.start), others)
    assert not isinstance(again, EntryError), line
    assert replace(again, id=session.id) == session, line


@given(planned(), UNITS, st.datetimes(datetime(2020, 1, 1), LATEST))
@settings(max_examples=150)
def test_a_planned_session_reads_back_as_it_was_written_whenever_that_is(
    session: PlannedSession, units: Units, now: datetime
) -> None:
    line = written(session, units)
    again = read(line, now.replace(tzinfo=UTC), units)
    assert not isinstance(again, EntryError), line
    assert replace(again, id=session.id) == session, line


# Words that lines are made of, so that chance finds its way into every recogniser.
PIECES = st.sampled_from(
    [
        *SESSION_PHRASES, *SET_PHRASES, *WEEKDAYS, "squat", "plank", "suitcase", "row", "gym a", "home", "tomorrow",
        "today", "3x5", "3x30s", "2x30m", "82.5x5", "5,5,4", "82,5", "82.5kg", "180lb", "60", "@8", "@80", "@",
        "rir 2", "rest 2:30", "tempo 3-0-1-0", "ramp 2", "superset 1", "3 sets", "40s", "5 reps", "20 contacts",
        "6:30", "at 7:15", "48:30", "7pm", "at", "10k", "6mi", "60m", "800m", "1h30", "rpe 7", "rpe", "hr 152",
        "hrmax", "asc 300", "niggle knee 3", "niggle", "2026-06-02", "2026-06-02T07:00", "29 feb", "1 jun 2027",
        "in 3 days", "2 weeks ago", "last", "zone Asia/Tokyo", "zone", "exercise", ",", '"Title"', '"', "note fine",
        "anytime", "0x5", "99999999999k", "999 weeks ago", "1900-01-01",
    ]
)  # fmt: skip
LINES = st.text(max_size=60) | st.lists(PIECES | st.text(max_size=4), max_size=9).map(" ".join)


@given(LINES, UNITS, st.datetimes(datetime(2000, 1, 1), LATEST))
@settings(max_examples=300)
def test_any_text_gives_a_sound_session_or_an_error_that_points_into_it(line: str, units: Units, now: datetime) -> None:
    found = read(line, now.replace(tzinfo=UTC), units)
    if isinstance(found, EntryError):
        assert line[found.at :].startswith(found.word)
        assert not any(category(letter).startswith("C") and letter < "\xa0" for letter in found.line())
    else:
        assert msgspec.convert(msgspec.to_builtins(found), type(found)) == found


@given(LINES)
@settings(max_examples=150)
def test_what_was_read_is_written_and_read_again(line: str) -> None:
    session = read(line)
    if not isinstance(session, EntryError):
        full = written(session, MILES)
        again = read(full, NOON + timedelta(1))
        assert not isinstance(again, EntryError), full
        assert replace(again, id=session.id) == session, full
