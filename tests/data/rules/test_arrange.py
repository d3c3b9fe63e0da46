"""What an arrangement may change and what it may not, and where it puts what it moves (RULES 5)."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Accepted, Athlete, Availability, PlannedSession, Session
from data.rules.arrange import Arrangement, applied, arrange, movable
from data.rules.spacing import seal
from tests.builders import athlete, lift, moment, planned_lift, planned_run, prescribed, run

CATALOGUE = load_catalogue()
WEEK = Days(date(2026, 6, 1), date(2026, 6, 8))
SUNDAY_BEFORE = "2026-05-31 12:00"
# Ten sets of little eccentric stress: hard, and never new to the legs.
SQUATS = prescribed("tempo_squat", 10, 12)
INTERVALS = planned_run("2026-06-02 07:00", type="intervals", id="intervals")


def gym(when: str, name: str = "A", **more: Any) -> PlannedSession:
    return planned_lift(when, id=name, title=f"Gym {name}", **({"exercises": SQUATS} | more))


def free(*slots: str, run: tuple[str, ...] | None = None, **more: Any) -> Athlete:
    """An athlete who has time to lift in these half-days alone, and to run in those of `run`."""
    return athlete(availability=Availability(strength=slots, run=run), **more)


def arranged(
    sessions: Sequence[Session],
    who: Athlete | None = None,
    now: str = SUNDAY_BEFORE,
    moving: Collection[str] | None = None,
    accepted: Sequence[Accepted] = (),
) -> Arrangement:
    return arrange(WEEK, sessions, who or athlete(), CATALOGUE, accepted, moment(now), moving)


def starts(found: Arrangement, sessions: Sequence[Session]) -> dict[str, str]:
    """The sessions that change, with when they start: {"A": "Fri 5 18:00"}."""
    return {
        each.id: f"{each.start:%a} {each.start.day} {each.start:%H:%M}" for each in applied(found, sessions, CATALOGUE)
    }


@pytest.mark.parametrize(
    "fixed",
    [
        gym("2026-06-01 18:00", locked=True),
        gym("2026-06-01 18:00", status="skipped"),
        lift("2026-06-01 18:00", id="A", rpe=8),
        gym("2026-05-31 18:00"),
        gym("2026-06-08 18:00"),
    ],
    ids=["locked", "skipped", "logged", "before the week", "after the week"],
)
def test_what_is_locked_done_or_of_another_week_stays(fixed: Session) -> None:
    sessions = [fixed, INTERVALS, planned_run("2026-06-09 07:00", type="intervals")]
    assert arranged(sessions, moving=["A"]).changes == ()


def test_a_race_and_a_run_that_nobody_said_may_move_stay() -> None:
    race = planned_run("2026-06-02 07:00", type="race", id="race")
    assert arranged([gym("2026-06-01 18:00", locked=True), race], moving=["race"]).changes == ()
    assert arranged([gym("2026-06-01 18:00", locked=True), INTERVALS]).changes == ()


def test_runs_may_move_once_it_is_said_when_there_is_time_for_them() -> None:
    sessions = [gym("2026-06-01 18:00", locked=True), INTERVALS]
    found = arranged(sessions, free("mon-evening", run=("thu-morning", "fri-evening")))
    assert starts(found, sessions) == {"intervals": "Thu 4 07:00"}


def test_what_has_begun_stays_and_nothing_moves_to_before_now() -> None:
    tempo = planned_run("2026-06-04 07:00", type="tempo", id="tempo")
    sessions = [gym("2026-06-01 18:00"), INTERVALS, gym("2026-06-03 18:00", "B"), tempo]
    late_on_monday = arranged(sessions, now="2026-06-01 18:30")
    assert {each.id for each in late_on_monday.changes} == {"B"}
    assert all(each.start_to >= moment("2026-06-01 18:30") for each in late_on_monday.changes)
    # On Wednesday noon Monday's lift was missed; Wednesday morning is gone.
    on_wednesday = arranged(sessions, free("wed-morning", "thu-evening"), now="2026-06-03 12:00")
    assert starts(on_wednesday, sessions) == {"B": "Thu 4 18:00"}


def test_a_lift_without_a_time_may_move_until_its_day_is_over() -> None:
    sessions = [gym("2026-06-01"), INTERVALS]
    assert movable(sessions, athlete(), WEEK, moment("2026-06-01 20:00")) == {"A"}
    assert movable(sessions, athlete(), WEEK, moment("2026-06-02 01:00")) == set()
    assert movable([gym("2026-06-01 12:00")], athlete(), WEEK, moment("2026-06-01 20:00")) == set()


def test_only_half_days_with_time_for_it_take_a_lift() -> None:
    sessions = [gym("2026-06-01 18:00"), INTERVALS]
    assert starts(arranged(sessions, free("mon-evening", "sat-morning")), sessions) == {"A": "Sat 6 07:00"}


def test_a_lift_that_stands_where_there_is_no_time_stays_while_nothing_is_wrong() -> None:
    assert arranged([gym("2026-06-03 18:00")], free("mon-evening")).changes == ()


def test_a_day_takes_one_lift() -> None:
    sessions = [gym("2026-06-01 18:00"), INTERVALS, gym("2026-06-04 18:00", "B")]
    found = arranged(sessions, free("thu-morning", "thu-evening"))
    assert [(each.id, each.maintenance, each.start_to) for each in found.changes] == [
        ("A", True, moment("2026-06-01 18:00"))
    ]


def test_a_run_does_not_move_to_the_day_of_another_run() -> None:
    easy = planned_run("2026-06-04 18:00", type="easy", id="easy", locked=True)
    sessions = [gym("2026-06-01 18:00", locked=True), INTERVALS, easy]
    who = free("mon-evening", run=("thu-morning", "sat-morning"))
    assert starts(arranged(sessions, who), sessions) == {"intervals": "Sat 6 07:00"}


def test_a_lift_in_the_half_day_of_a_run_starts_when_the_run_ends() -> None:
    easy = planned_run("2026-06-05 07:00", 50, type="easy")
    sessions = [gym("2026-06-01 18:00"), INTERVALS, easy]
    assert starts(arranged(sessions, free("fri-morning")), sessions) == {"A": "Fri 5 07:50"}


def test_a_lift_waits_for_a_run_that_moves_to_its_half_day_too() -> None:
    locked = gym("2026-06-03 18:00", "L", locked=True)
    easy = planned_run("2026-06-03 18:00", 50, type="easy", id="easy")
    sessions = [gym("2026-06-01 18:00"), INTERVALS, locked, easy]
    found = arranged(sessions, free("thu-evening", run=("thu-evening",)), moving=["A", "easy"])
    assert starts(found, sessions) == {"A": "Thu 4 18:50", "easy": "Thu 4 18:00"}


def test_a_lift_starts_later_in_a_half_day_only_where_a_run_ends_later() -> None:
    # At 19:00 it would be 23 hours after the long run, at 20:00 it is 24: the easy run before it makes it wait so long.
    long = planned_run("2026-06-03 18:00", 110, type="long", locked=True)
    easy = planned_run("2026-06-05 19:00", type="easy", id="easy")
    sessions = [gym("2026-06-02 19:00"), long, easy]
    found = arranged(sessions, free("thu-evening", run=("thu-evening",)))
    assert starts(found, sessions) == {"A": "Thu 4 20:00", "easy": "Thu 4 19:00"}


def test_a_lift_at_the_time_of_a_run_waits_for_its_end_without_leaving_its_half_day() -> None:
    sessions = [gym("2026-06-03 07:00"), planned_run("2026-06-03 07:00", 40, type="easy")]
    found = arranged(sessions, free("wed-morning"))
    assert starts(found, sessions) == {"A": "Wed 3 07:40"}
    assert (found.cost.moves, found.cost.half_days) == (1, 0)
    assert found.changes[0].reason == "away from Wednesday's easy run: overlap → straight after"


def test_the_days_around_the_week_count() -> None:
    before, after = run("2026-05-31 16:00", 120, type="long"), planned_run("2026-06-08 07:00", type="tempo")
    sessions: list[Session] = [before, gym("2026-06-01 07:00"), gym("2026-06-07 18:00", "B"), after]
    found = arranged(sessions)
    assert {each.id for each in found.changes} == {"A", "B"}
    assert [pair.severity for pair in found.before] == ["warning", "warning"]
    assert all(pair.severity == "note" for pair in found.after)


def test_the_preferred_days_and_the_nearest_half_day_decide_between_like_weeks() -> None:
    sessions = [gym("2026-06-01 18:00"), INTERVALS]
    # Wednesday morning is 23 hours after the intervals: a note.
    assert starts(arranged(sessions), sessions) == {"A": "Wed 3 18:00"}
    assert starts(arranged(sessions, athlete(preferred_strength_days=("saturday",))), sessions) == {"A": "Sat 6 07:00"}


def test_a_wall_clock_time_stays_when_the_clocks_change() -> None:
    week = Days(date(2026, 3, 23), date(2026, 3, 30))
    sessions = [gym("2026-03-23 18:00"), planned_run("2026-03-24 07:00", type="intervals")]
    found = arrange(week, sessions, free("sun-evening"), CATALOGUE, (), moment("2026-03-22 12:00"))
    assert applied(found, sessions, CATALOGUE)[0].start.isoformat() == "2026-03-29T18:00:00+02:00"


def test_under_strict_spacing_a_note_is_worth_a_move() -> None:
    sessions = [gym("2026-06-02 18:00"), INTERVALS]
    assert arranged(sessions).changes == ()
    assert starts(arranged(sessions, athlete(spacing="strict")), sessions) == {"A": "Wed 3 18:00"}


def test_what_was_accepted_is_left_alone_until_it_changes() -> None:
    squats = gym("2026-06-01 18:00")
    agreed = Accepted("A", "intervals", "my only evening", moment(SUNDAY_BEFORE), seal(squats, INTERVALS))
    found = arranged([squats, INTERVALS], accepted=[agreed])
    assert (found.changes, found.cost.warnings) == ((), 0)
    assert [pair.accepted for pair in found.after] == [True]
    longer = replace(INTERVALS, minutes=75)
    assert [each.id for each in arranged([squats, longer], accepted=[agreed]).changes] == ["A"]


def test_each_earlier_session_counts_by_its_worst_pair_alone() -> None:
    # The clash with Monday's tempo, which was accepted, is all that is said of the lift before Tuesday's intervals.
    squats = gym("2026-06-01 18:00", locked=True)
    tempo = planned_run("2026-06-01 20:00", type="tempo", id="tempo")
    agreed = Accepted("A", "tempo", "a brick", moment(SUNDAY_BEFORE), seal(squats, tempo))
    assert arranged([squats, tempo, INTERVALS], accepted=[agreed]).cost.warnings == 0
    assert arranged([squats, tempo, INTERVALS]).cost.clashes == 1


def test_a_pair_of_the_days_around_the_week_hides_what_is_less_bad_within() -> None:
    marathon = run("2026-05-30 09:00", 210, type="race")
    after_it = lift("2026-05-30 18:00", rpe=8)
    assert [pair.severity for pair in arranged([marathon, gym("2026-06-01 18:00")]).before] == ["warning"]
    assert arranged([marathon, after_it, gym("2026-06-01 18:00")]).changes == ()


def test_what_cannot_be_put_right_is_left_and_the_rest_put_right() -> None:
    tempo = planned_run("2026-06-05 07:00", type="tempo")
    sessions = [gym("2026-06-01 18:00", locked=True), INTERVALS, gym("2026-06-04 18:00", "B"), tempo]
    found = arranged(sessions)
    assert [each.id for each in found.changes] == ["B"]
    assert (found.cost.clashes, found.cost.warnings) == (0, 1)
    assert [pair.first for pair in found.after if pair.severity == "warning"] == ["A"]


def test_a_move_is_better_than_maintenance_however_far_it_leads() -> None:
    sessions = [gym("2026-06-01 18:00"), INTERVALS]
    found = arranged(sessions, free("mon-evening", "sun-evening"))
    assert (found.cost.maintenance, found.cost.moves) == (0, 1)


def test_an_exercise_is_new_or_not_as_the_other_lifts_stand() -> None:
    # The squats are new in the first of the two lifts alone. The long run is 37 hours after Friday's.
    squats = prescribed("back_squat", 5, 6)
    first = planned_lift("2026-06-01 07:00", id="A", exercises=squats)
    sessions: list[Session] = [
        run("2026-05-01 07:00"),
        planned_lift("2026-06-05 18:00", id="B", exercises=squats),
        planned_run("2026-06-07 08:00", 120, type="long", id="long"),
    ]
    assert arranged([first, *sessions]).cost.preference == 0
    assert arranged(sessions).cost.preference == 3
