"""Bests: what a lift has that none before it had, and what is none."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from data.model import LoggedExercise, LoggedSession, LoggedSet
from data.rules.bests import Best, explain_best, new_bests
from data.units import Units
from tests.builders import lift, sets
from tests.data.rules.lifts import LAST_WEEK, TWO_WEEKS_AGO, squats

CATALOGUE = load_catalogue()
TODAY = "2026-06-01"


def found(session: LoggedSession, *earlier: LoggedSession) -> list[tuple[str, str]]:
    """The bests by exercise and kind."""
    return [(each.exercise, each.kind) for each in new_bests(session, earlier, CATALOGUE)]


def best(session: LoggedSession, *earlier: LoggedSession) -> Best:
    (only,) = new_bests(session, earlier, CATALOGUE)
    return only


def today(exercise: str, *done: LoggedSet) -> LoggedSession:
    return lift(f"{TODAY} 18:00", exercises=(LoggedExercise(exercise, sets=done),))


def before(exercise: str, *done: LoggedSet, on: str = LAST_WEEK) -> LoggedSession:
    return lift(f"{on} 18:00", exercises=(LoggedExercise(exercise, sets=done),))


def test_what_was_never_done_before_is_no_best() -> None:
    assert found(squats(100, 5, on=TODAY)) == []
    assert found(squats(100, 5, on=TODAY), before("deadlift", LoggedSet(kg=60, reps=5))) == []


def test_the_heaviest_set_is_measured_by_the_heaviest_ever() -> None:
    # Twelve reps at 60 kg are a higher e1RM than three at 72.5.
    heavier = best(squats(72.5, 1, 3, on=TODAY), squats(60, 12, on=LAST_WEEK), squats(70, 5, on=TWO_WEEKS_AGO, rir=4))
    assert (heavier.kind, heavier.done.kg, heavier.done.reps) == ("heaviest", 72.5, 3)
    assert (heavier.before.kg, heavier.before_in.start.day) == (70, 18)


def test_the_same_again_is_no_best() -> None:
    assert found(squats(80, 5, 5, 5, on=TODAY), squats(80, 5, 5, 5)) == []


def test_more_reps_than_ever_with_a_weight_that_was_lifted_before() -> None:
    more = new_bests(squats(80, 5, 6, on=TODAY), [squats(80, 5, 5)], CATALOGUE)
    assert [each.kind for each in more] == ["most", "e1rm"]
    assert (more[0].done.reps, more[0].before.reps) == (6, 5)


def test_as_many_reps_with_more_weight_before_are_more() -> None:
    assert found(squats(80, 6, on=TODAY), squats(80, 5, on=TWO_WEEKS_AGO), squats(85, 6)) == []


def test_a_weight_never_lifted_is_no_best_by_its_reps() -> None:
    assert found(squats(60, 8, on=TODAY), squats(80, 5)) == []


def test_the_e1rm_counts_reps_in_reserve() -> None:
    # 100 kg: 5 reps to failure are 116.67 by Epley; with two left 123.30 by the chart (RULES 2.1).
    easier = best(squats(100, 5, on=TODAY, rir=2), squats(100, 5))
    assert (easier.kind, easier.done.rir, easier.before.rir) == ("e1rm", 2, None)


def test_an_e1rm_shown_as_the_same_is_no_best() -> None:
    assert found(squats(70.01, 1, on=TODAY), squats(72, 1, on=TWO_WEEKS_AGO, rir=0)) == []
    assert found(today("back_squat", LoggedSet(kg=100.04, reps=1)), squats(100, 1)) == [("back_squat", "heaviest")]


def test_warm_ups_never_count() -> None:
    warm_up = LoggedSet(type="warmup", kg=200, reps=10)
    assert found(today("back_squat", warm_up), squats(80, 5)) == []
    assert found(squats(80, 6, on=TODAY), before("back_squat", warm_up)) == []


def test_a_set_of_nothing_is_none() -> None:
    assert found(today("back_squat", LoggedSet(type="failure", kg=120, reps=0)), squats(80, 5)) == []
    assert found(today("back_squat", LoggedSet(kg=120)), squats(80, 5)) == []


def test_the_longest_hold() -> None:
    longer = best(today("front_plank", LoggedSet(seconds=65)), before("front_plank", LoggedSet(seconds=60)))
    assert (longer.kind, longer.done.seconds, longer.before.seconds) == ("most", 65, 60)


def test_a_carry_by_metres_at_its_weight_and_by_weight() -> None:
    last = before("suitcase_carry", LoggedSet(kg=24, metres=30))
    assert found(today("suitcase_carry", LoggedSet(kg=24, metres=40)), last) == [("suitcase_carry", "most")]
    assert found(today("suitcase_carry", LoggedSet(kg=28, metres=20)), last) == [("suitcase_carry", "heaviest")]
    assert found(today("suitcase_carry", LoggedSet(kg=16, metres=60)), last) == []


def test_more_reps_without_weight_and_weight_added() -> None:
    last = before("pull_up", LoggedSet(reps=8))
    assert found(today("pull_up", LoggedSet(reps=9)), last) == [("pull_up", "most")]
    assert found(today("pull_up", LoggedSet(kg=5, reps=4)), last) == [("pull_up", "heaviest")]


def test_contacts_are_a_dose_and_no_best() -> None:
    assert found(today("pogo_hop", LoggedSet(contacts=60)), before("pogo_hop", LoggedSet(contacts=20))) == []


def test_what_came_after_and_the_session_itself_do_not_count() -> None:
    session = squats(80, 6, on=TODAY)
    assert found(session, squats(80, 5), session, squats(90, 8, on="2026-06-08")) == [
        ("back_squat", "most"),
        ("back_squat", "e1rm"),
    ]


def test_an_exercise_done_twice_in_a_session_is_one() -> None:
    session = lift(
        f"{TODAY} 18:00", exercises=sets("back_squat", 1, kg=85, reps=1) + sets("back_squat", 1, kg=90, reps=1)
    )
    heaviest = new_bests(session, [squats(80, 1)], CATALOGUE)[0]
    assert heaviest.done.kg == 90
    assert found(session, squats(80, 1)) == [("back_squat", "heaviest"), ("back_squat", "e1rm")]


def test_why_it_is_a_best() -> None:
    why = explain_best(best(squats(72.5, 3, on=TODAY), squats(60, 12), squats(70, 5)), CATALOGUE, Units())
    assert (why.figure, why.value) == ("Heaviest: Back squat", "72.5 kg × 3")
    assert why.inputs == (("until now", "70 kg × 5, lift, Mon 25 May 18:00"),)
    e1rm = explain_best(best(squats(100, 5, on=TODAY, rir=2), squats(100, 5)), CATALOGUE, Units())
    assert e1rm.figure == "Highest e1RM: Back squat"
    assert (e1rm.value, e1rm.inputs[0][1]) == ("123.3 kg", "116.7 kg, lift, Mon 25 May 18:00")
    carry = explain_best(
        best(
            today("suitcase_carry", LoggedSet(kg=24, metres=40)), before("suitcase_carry", LoggedSet(kg=24, metres=30))
        ),
        CATALOGUE,
        Units(),
    )
    assert (carry.figure, carry.value) == ("Furthest: Suitcase carry", "24 kg · 40 m")


SETS = st.builds(
    LoggedSet,
    type=st.sampled_from(["warmup", "work", "drop", "failure"]),
    kg=st.none() | st.sampled_from([0, 20, 40, 60, 62.5, 80]),
    reps=st.none() | st.integers(0, 14),
    rir=st.none() | st.integers(0, 4),
)
LISTS = st.lists(SETS, max_size=4)


def session_of(done: Sequence[LoggedSet], on: str) -> LoggedSession:
    return before("back_squat", *done, on=on)


@given(LISTS, LISTS, LISTS)
def test_a_best_is_better_than_every_set_before(
    now: list[LoggedSet], one: list[LoggedSet], two: list[LoggedSet]
) -> None:
    earlier = [session_of(one, LAST_WEEK), session_of(two, TWO_WEEKS_AGO)]
    then = [each for each in one + two if each.type != "warmup" and each.reps]
    for each in new_bests(session_of(now, TODAY), earlier, CATALOGUE):
        assert each.done in now
        assert each.before in then
        assert each.done.type != "warmup"
        if each.kind == "heaviest":
            assert all((each.done.kg or 0) > (old.kg or 0) for old in then)
        if each.kind == "most":
            assert all(
                (each.done.reps or 0) > (old.reps or 0) for old in then if (old.kg or 0) >= (each.done.kg or 0) > 0
            )


@given(LISTS, LISTS)
def test_what_has_just_been_done_is_no_best_the_day_after(now: list[LoggedSet], one: list[LoggedSet]) -> None:
    earlier = [session_of(one, TWO_WEEKS_AGO), session_of(now, LAST_WEEK)]
    assert new_bests(session_of(now, TODAY), earlier, CATALOGUE) == ()
    assert new_bests(session_of(now, TODAY), list(reversed(earlier)), CATALOGUE) == ()
