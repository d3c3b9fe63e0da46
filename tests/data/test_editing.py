"""A session edited as a line keeps what a line cannot say."""

from msgspec.structs import replace

from data.catalogue import load_catalogue
from data.editing import edited, sayable
from data.entry import parse, write
from data.model import Lap, LoggedExercise, LoggedSession, LoggedSet, Niggle, PlannedSession, Session
from data.units import Units
from tests.builders import athlete, lift, moment, planned_lift, planned_run, prescribed, run, sets

CATALOGUE = load_catalogue()
ANNA = athlete()
NOW = moment("2026-06-04 12:00")


def line(session: Session) -> str:
    return write(sayable(session, CATALOGUE), ANNA, Units(), CATALOGUE)


def edit(session: Session, change: str, to: str) -> Session:
    """The session after its line was changed in one place."""
    text = line(session)
    assert change in text
    said = parse(text.replace(change, to), NOW, ANNA, Units(), CATALOGUE)
    assert isinstance(said, PlannedSession | LoggedSession), said
    after = edited(session, said, CATALOGUE)
    assert after is not None
    return after


RUN = run(
    "2026-06-02 07:00",
    60,
    id="run",
    rpe=7,
    type="intervals",
    plan_id="plan",
    source="run.fit",
    distance_m=12_000,
    laps=(Lap(seconds=900), Lap(seconds=2700, hr_avg=170)),
    zone_seconds=(60, 1200, 2340),
    niggles=(Niggle("left knee", 3, "going downstairs"),),
    notes="windy\nbut dry",
)
LIFT = lift(
    "2026-06-01 18:00",
    45,
    id="lift",
    exercises=(
        LoggedExercise(
            "back_squat",
            sets=(
                LoggedSet(kg=80, reps=5, at=moment("2026-06-01 18:10")),
                LoggedSet(kg=80, reps=5, at=moment("2026-06-01 18:13")),
            ),
        ),
        *sets("my_own_lift", 3, kg=20, reps=12),
        LoggedExercise("push_up", sets=(LoggedSet(reps=10, at=moment("2026-06-01 18:30")),)),
    ),
)


def test_only_what_the_line_changed_is_changed() -> None:
    assert edit(RUN, "rpe 7", "rpe 8") == replace(RUN, rpe=8)


def test_a_line_left_as_it_was_changes_nothing() -> None:
    planned = planned_lift("2026-06-05 18:00", locked=True, notes="belt\nand chalk")
    for session in (RUN, LIFT, planned, planned_run("2026-06-06"), planned_lift("2026-06-05 evening", None)):
        assert edit(session, line(session), line(session)) == session


def test_an_exercise_of_the_athletes_own_is_edited_like_any_other() -> None:
    after = edit(LIFT, "exercise my_own_lift 3x12 20kg", "exercise my_own_lift 3x10 22.5kg")
    assert isinstance(after, LoggedSession)
    assert after.exercises[1:2] == sets("my_own_lift", 3, kg=22.5, reps=10)
    assert len(after.exercises) == 3
    without = edit(LIFT, ", exercise my_own_lift 3x12 20kg", "")
    assert isinstance(without, LoggedSession)
    assert without.exercises == (LIFT.exercises[0], LIFT.exercises[2])


def test_a_plan_done_keeps_the_athletes_own_exercise() -> None:
    plan = planned_lift("2026-06-03 18:00", exercises=(*prescribed("my_own", 3, 8), *prescribed("back_squat", 3, 5)))
    after = edit(plan, "plan ", "log ")
    assert isinstance(after, LoggedSession)
    assert [each.exercise for each in after.exercises] == ["my_own", "back_squat"]


def test_an_exercise_that_a_line_cannot_name_stays_where_it_was() -> None:
    odd = replace(LIFT, exercises=(*sets("two\nlines", 2, reps=5), *LIFT.exercises))
    after = edit(odd, "2x5 80kg", "2x5 85kg")
    assert isinstance(after, LoggedSession)
    assert after.exercises[0] == odd.exercises[0]
    assert after.exercises[2:] == odd.exercises[2:]


def test_a_set_put_right_keeps_its_moment_and_an_own_exercise_its_place() -> None:
    after = edit(LIFT, "2x5 80kg", "1x5 80kg, 1x4 82.5kg")
    assert isinstance(after, LoggedSession)
    squat, own, push_up = after.exercises
    assert [(each.kg, each.reps) for each in squat.sets] == [(80, 5), (82.5, 4)]
    assert [each.at for each in squat.sets] == [each.at for each in LIFT.exercises[0].sets]
    assert (own, push_up) == LIFT.exercises[1:]


def test_a_set_more_than_before_has_no_moment() -> None:
    after = edit(LIFT, "2x5 80kg", "3x5 80kg")
    assert isinstance(after, LoggedSession)
    assert [each.at is None for each in after.exercises[0].sets] == [False, False, True]


def test_a_run_that_was_a_lift_keeps_no_exercise() -> None:
    said = parse("log 2026-06-01 18:00 run 45min easy", NOW, ANNA, Units(), CATALOGUE)
    assert isinstance(said, LoggedSession)
    after = edited(LIFT, said, CATALOGUE)
    assert isinstance(after, LoggedSession)
    assert (after.id, after.kind, after.exercises, after.type) == ("lift", "run", (), "easy")


def test_a_niggle_keeps_its_note_while_it_is_of_the_same_part() -> None:
    after = edit(RUN, 'niggle "left knee" 3', 'niggle "left knee" 5 niggle hip 2')
    assert isinstance(after, LoggedSession)
    assert after.niggles == (Niggle("left knee", 5, "going downstairs"), Niggle("hip", 2))


def test_notes_written_anew_are_the_new_ones() -> None:
    assert edit(RUN, "note windy but dry", "note calm") == replace(RUN, notes="calm")


def test_a_plan_keeps_its_id_and_its_own_exercises() -> None:
    plan = planned_lift("2026-06-05 18:00", exercises=(*prescribed("my_own", 3, 8), *prescribed("back_squat", 3, 5)))
    after = edit(plan, "18:00", "19:30")
    assert after == replace(plan, start=moment("2026-06-05 19:30"))


def test_a_plan_said_to_be_done_becomes_its_doing() -> None:
    plan = planned_run("2026-06-03 07:00", 60, id="plan")
    after = edit(plan, line(plan), "log 2026-06-03 07:00 run 52min easy rpe 4")
    assert isinstance(after, LoggedSession)
    assert (after.plan_id, after.minutes, after.rpe) == ("plan", 52, 4)
    assert after.id != "plan"


def test_what_was_done_cannot_become_a_plan() -> None:
    said = parse("plan 2026-06-09 07:00 run 60min", NOW, ANNA, Units(), CATALOGUE)
    assert isinstance(said, PlannedSession)
    assert edited(RUN, said, CATALOGUE) is None
