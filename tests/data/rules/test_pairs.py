"""Which pairs are reported: the clocks that nobody knows, what counts, the worst of each, and what was accepted."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Accepted, LoggedSession, PlannedSession, Session
from data.rules.spacing import explain_pair, order_tips, pairs, pairs_of_days, seal
from tests.builders import athlete, lift, moment, planned_lift, planned_run, prescribed, run, sets

CATALOGUE = load_catalogue()


def hard_lift(when: str, **fields: Any) -> LoggedSession:
    return lift(when, **{"mark": "hard"} | fields)


def hard_run(when: str, **fields: Any) -> LoggedSession:
    return run(when, **{"type": "tempo"} | fields)


def found(*sessions: Session, **fields: Any) -> list[tuple[str, str, float, bool]]:
    return [
        (pair.order, pair.severity, pair.gap_hours, pair.assumed)
        for pair in pairs(sessions, athlete(**fields), CATALOGUE)
    ]


def test_two_sessions_of_a_day_without_clock_times_are_one_in_the_order_of_the_priority() -> None:
    both = hard_run("2026-06-02"), hard_lift("2026-06-02")
    assert found(*both) == [("run-strength", "warning", 0, True)]
    assert found(*both, priority="strength") == [("strength-run", "warning", 0, True)]


def test_two_sessions_of_a_day_without_clock_times_are_one_in_any_two_zones() -> None:
    both = hard_run("2026-06-02", zone="America/New_York"), hard_lift("2026-06-02", zone="Asia/Tokyo")
    assert found(*both) == [("run-strength", "warning", 0, True)]


def test_an_assumed_time_proves_no_overlap() -> None:
    assert found(hard_run("2026-06-02 11:30"), hard_lift("2026-06-02")) == [("run-strength", "warning", 0, True)]
    assert found(hard_lift("2026-06-02"), hard_run("2026-06-02 12:15")) == [("strength-run", "clash", 0, True)]
    assert found(hard_run("2026-06-02 morning"), hard_lift("2026-06-02 morning")) == [
        ("run-strength", "warning", 0, True)
    ]


def test_a_time_of_day_stands_for_its_hour() -> None:
    assert found(hard_lift("2026-06-01 evening"), hard_run("2026-06-02 06:00")) == [
        ("strength-run", "warning", 11.25, True)
    ]
    assert found(hard_run("2026-06-02 noon"), hard_lift("2026-06-02 evening")) == [("run-strength", "warning", 5, True)]


def test_two_that_start_together_overlap_in_the_order_of_the_priority() -> None:
    both = hard_lift("2026-06-02 18:00"), hard_run("2026-06-02 18:00")
    assert found(*both) == [("run-strength", "clash", -1, False)]
    assert found(*both, priority="strength") == [("strength-run", "clash", -0.75, False)]


def test_planned_and_logged_count_alike() -> None:
    lifts = hard_lift("2026-06-01 18:00"), planned_lift("2026-06-01 18:00")
    runs = hard_run("2026-06-02 06:00"), planned_run("2026-06-02 06:00", type="tempo")
    for first in lifts:
        for second in runs:
            assert found(first, second) == [("strength-run", "warning", 11.25, False)]


def test_a_lift_of_which_some_exercises_are_unknown_lands_on_a_hard_run_as_its_rating_says() -> None:
    exercises = sets("lunge", 10) + sets("pulldown_cable", 1)
    intervals = planned_run("2026-06-02 07:00", type="intervals")
    assert found(lift("2026-06-01 18:00", exercises=exercises, rpe=8), intervals) == [
        ("strength-run", "warning", 12.25, False),
    ]
    assert found(lift("2026-06-01 18:00", exercises=exercises, rpe=4), intervals) == []


@pytest.mark.parametrize("status", ["done", "missed", "skipped"])
def test_what_is_no_longer_planned_does_not_count(status: str) -> None:
    assert found(planned_lift("2026-06-01 18:00", status=status), hard_run("2026-06-02 06:00")) == []


def test_a_plan_that_was_fulfilled_does_not_count_beside_what_was_done() -> None:
    plan = planned_lift("2026-06-01 18:00")
    done = lift("2026-06-01 19:00", exercises=sets("back_squat", 5), plan_id=plan.id)
    (pair,) = pairs([plan, done, hard_run("2026-06-02 06:00")], athlete(), CATALOGUE)
    assert (pair.first, pair.gap_hours) == (done.id, 10.25)


def test_a_plan_whose_day_is_over_does_not_count_where_it_is_asked_for_a_moment() -> None:
    both = planned_lift("2026-06-01 18:00"), planned_run("2026-06-02 06:00", type="tempo")
    asked = [pairs(both, athlete(), CATALOGUE, now=moment(now)) for now in ("2026-06-01 23:59", "2026-06-02 00:00")]
    assert [len(each) for each in asked] == [1, 0]


def test_each_earlier_session_reports_only_its_worst_pair() -> None:
    sessions = hard_lift("2026-06-01 18:00"), hard_run("2026-06-02 06:00"), hard_run("2026-06-02 18:45")
    assert [(pair.second, pair.severity) for pair in pairs(sessions, athlete(), CATALOGUE)] == [
        ("run 2026-06-02 06:00", "warning")
    ]


def test_of_two_that_are_as_bad_the_nearer_is_reported() -> None:
    sessions = hard_run("2026-06-02 17:00"), hard_lift("2026-06-01 18:00"), hard_run("2026-06-02 07:00")
    assert [pair.second for pair in pairs(sessions, athlete(), CATALOGUE)] == ["run 2026-06-02 07:00"]


def test_pairs_come_in_the_order_of_the_later_session() -> None:
    sessions = [
        hard_lift("2026-06-03 18:00"), hard_run("2026-06-04 07:00"), hard_lift("2026-06-01 18:00"),
        hard_run("2026-06-02 07:00"),
    ]  # fmt: skip
    seconds = [pair.second for pair in pairs(sessions, athlete(), CATALOGUE)]
    assert seconds == ["run 2026-06-02 07:00", "run 2026-06-04 07:00"]


def test_a_pair_belongs_to_the_day_of_its_later_session() -> None:
    sessions = hard_lift("2026-06-01 18:00"), hard_run("2026-06-02 07:00")
    both = pairs(sessions, athlete(), CATALOGUE)
    assert pairs_of_days(both, sessions, Days(date(2026, 6, 2), date(2026, 6, 3))) == both
    assert pairs_of_days(both, sessions, Days(date(2026, 6, 1), date(2026, 6, 2))) == ()


def accepted(first: Session, second: Session) -> Accepted:
    return Accepted(
        first=first.id, second=second.id, reason="my only slot", at=moment("2026-05-31 12:00"), seal=seal(first, second)
    )


LIFT = planned_lift("2026-06-01 18:00")
RUN = planned_run("2026-06-02 07:00", type="intervals")


def test_a_warning_accepted_stays_accepted() -> None:
    (pair,) = pairs([LIFT, RUN], athlete(), CATALOGUE, [accepted(LIFT, RUN)])
    assert (pair.severity, pair.accepted) == ("warning", True)


@pytest.mark.parametrize(
    ("which", "change"),
    [
        ("lift", {"start": moment("2026-06-01 18:15")}),
        ("lift", {"clock": "evening"}),
        ("lift", {"minutes": 50}),
        ("lift", {"template": "gym_2day/B"}),
        ("lift", {"template": None, "exercises": prescribed("back_squat", 5, 5)}),
        ("run", {"type": "tempo"}),
        ("run", {"minutes": 61}),
    ],
)
def test_a_change_of_either_session_takes_the_acceptance_away(which: str, change: dict[str, Any]) -> None:
    sessions: dict[str, PlannedSession] = {"lift": LIFT, "run": RUN}
    sessions[which] = replace(sessions[which], **change)
    (pair,) = pairs(sessions.values(), athlete(), CATALOGUE, [accepted(LIFT, RUN)])
    assert not pair.accepted


@pytest.mark.parametrize("change", [{"rpe": 9}, {"mark": "hard"}, {"exercises": sets("front_squat", 5)}])
def test_a_rating_a_mark_or_other_sets_take_the_acceptance_away(change: dict[str, Any]) -> None:
    done, then = lift("2026-06-01 18:00", exercises=sets("back_squat", 5)), hard_run("2026-06-02 07:00")
    (pair,) = pairs([replace(done, **change), then], athlete(), CATALOGUE, [accepted(done, then)])
    assert not pair.accepted


def test_words_about_a_session_leave_the_acceptance() -> None:
    renamed = replace(LIFT, title="Heavy", notes="with Ben", locked=True)
    (pair,) = pairs([renamed, RUN], athlete(), CATALOGUE, [accepted(LIFT, RUN)])
    assert pair.accepted


def test_an_acceptance_holds_again_when_the_session_is_put_back() -> None:
    moved = replace(LIFT, start=moment("2026-06-01 19:00"))
    both = [accepted(LIFT, RUN), accepted(moved, RUN)]
    for each in (LIFT, moved):
        (pair,) = pairs([each, RUN], athlete(), CATALOGUE, both)
        assert pair.accepted


def test_an_unaccepted_pair_is_reported_before_an_accepted_one_as_bad() -> None:
    later = planned_run("2026-06-02 17:00", type="tempo")
    (pair,) = pairs([LIFT, RUN, later], athlete(), CATALOGUE, [accepted(LIFT, RUN)])
    assert (pair.second, pair.accepted) == (later.id, False)


def test_an_accepted_clash_is_reported_before_a_warning() -> None:
    near = planned_run("2026-06-01 20:00", type="tempo")
    (pair,) = pairs([LIFT, near, RUN], athlete(), CATALOGUE, [accepted(LIFT, near)])
    assert (pair.second, pair.severity, pair.accepted) == (near.id, "clash", True)


EASY_AFTER = planned_lift("2026-06-03 07:00"), planned_run("2026-06-03 18:00", type="easy")


def test_an_easy_run_after_the_lift_of_the_day_had_better_come_first() -> None:
    assert [(tip.first, tip.second, tip.advice) for tip in order_tips(EASY_AFTER, athlete(), CATALOGUE)] == [
        (EASY_AFTER[0].id, EASY_AFTER[1].id, "Run first.")
    ]


@pytest.mark.parametrize(
    "sessions",
    [
        (planned_run("2026-06-03 07:00"), planned_lift("2026-06-03 18:00")),
        (planned_lift("2026-06-03 18:00"), planned_run("2026-06-04 07:00")),
        (planned_lift("2026-06-03 07:00"), planned_run("2026-06-03 18:00", type="tempo")),
        (planned_lift("2026-06-03"), planned_run("2026-06-03")),
        (lift("2026-06-03 07:00"), planned_run("2026-06-03 18:00")),
        (planned_lift("2026-06-03 07:00", status="skipped"), planned_run("2026-06-03 18:00")),
    ],
)
def test_there_is_no_tip_where_nothing_can_be_turned_round(sessions: tuple[Session, ...]) -> None:
    assert order_tips(sessions, athlete(), CATALOGUE) == ()


def test_there_is_no_tip_where_strength_comes_first() -> None:
    assert order_tips(EASY_AFTER, athlete(priority="strength"), CATALOGUE) == ()


def test_why_shows_both_sessions_the_gap_and_the_row() -> None:
    (pair,) = pairs([LIFT, RUN], athlete(), CATALOGUE)
    why = explain_pair(pair, [LIFT, RUN], athlete(), CATALOGUE)
    assert why.value == "12 h 15: warning"
    assert ("first", "lift, Mon 1 Jun 18:00, 45 min, hard") in why.inputs
    assert ("then", "intervals run, Tue 2 Jun 07:00, 60 min, hard") in why.inputs
    assert "clash under 6 h, warning under 24 h, note under 36 h" in why.steps[0]
    assert pair.advice in why.rule


def test_why_says_what_the_settings_changed_and_what_was_assumed() -> None:
    strict = athlete(priority="strength", spacing="strict")
    both = hard_lift("2026-06-02"), hard_run("2026-06-02 evening")
    (pair,) = pairs(both, strict, CATALOGUE)
    why = explain_pair(pair, both, strict, CATALOGUE)
    assert why.value == "about 5 h 15: warning"
    assert "same day and strength is the priority: warning" in why.steps
    assert any("assumed" in step for step in why.steps)


def test_why_of_an_overlap_says_so() -> None:
    both = hard_lift("2026-06-02 18:00"), hard_run("2026-06-02 18:30")
    (pair,) = pairs(both, athlete(), CATALOGUE)
    why = explain_pair(pair, both, athlete(), CATALOGUE)
    assert why.value == "-0 h 15: clash"
    assert "overlap" in why.rule


def test_what_came_before_a_day_is_part_of_no_pair_and_still_says_what_is_new() -> None:
    before = run("2026-05-01 07:00")
    monday = hard_lift("2026-06-01 18:00", mark=None, exercises=sets("back_squat", 5))
    wednesday = hard_run("2026-06-03 06:45")
    known = lift("2026-05-20 18:00", exercises=sets("back_squat", 1))

    def since(day: date | None, *sessions: Session) -> list[str]:
        return [pair.severity for pair in pairs(sessions, athlete(), CATALOGUE, since=day)]

    assert since(date(2026, 6, 1), before, monday, wednesday) == since(None, before, monday, wednesday) == ["note"]
    assert since(date(2026, 6, 1), before, known, monday, wednesday) == []
    assert since(date(2026, 6, 2), before, monday, wednesday) == []
