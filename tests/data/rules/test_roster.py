"""Who needs a word, and why. It is Monday noon, 1 June 2026; the numbers are worked by hand or those of RULES 1."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from data.calendar import Days, day_of
from data.catalogue import load_catalogue
from data.glance import Glance
from data.model import Accepted, LoggedSession, Niggle, PlannedSession, Session
from data.rules.roster import (
    LOOK_BACK_DAYS,
    URGENCY,
    Ahead,
    Hurt,
    RosterLine,
    by_urgency,
    hurts_of,
    line_of,
    near_days,
)
from data.rules.roster_why import explain_line
from data.rules.spacing import seal
from tests.builders import athlete, moment, planned_lift, planned_run, run

NOW = moment("2026-06-01 12:00")
TODAY = NOW.date()
GYM_A = planned_lift("2026-06-03 18:00", 45, id="gym a")
# The same evening: 15 minutes after the lift ends. The evening after: 24 h 15.
INTERVALS = planned_run("2026-06-03 19:00", 60, id="intervals", type="intervals")


def line(*sessions: Session, name: str = "anna", **more: Any) -> RosterLine:
    """The line of an athlete with these sessions."""
    near = near_days(TODAY)
    done = [one for one in sessions if isinstance(one, LoggedSession)]
    days = sorted(day_of(one) for one in done)
    seen = Glance(
        athlete=athlete(),
        days=near,
        near=tuple(one for one in sessions if day_of(one) in near),
        done=tuple(sorted(done, key=lambda one: one.start)),
        since=max(days[0], TODAY - timedelta(LOOK_BACK_DAYS)) if days else None,
        last=days[-1] if days else None,
    )
    return line_of(name, replace(seen, **more), load_catalogue(), NOW)


def words(found: RosterLine) -> list[str]:
    """The reasons for a word, as they are said."""
    return [one.words for one in found.reasons]


def daily(*loads: float, until: int = 0) -> list[LoggedSession]:
    """A run of each load, rated 1 for so many minutes, on the days up to `until` days before today."""
    first = TODAY - timedelta(until + len(loads) - 1)
    return [run(f"{first + timedelta(place)} 07:00", load, rpe=1) for place, load in enumerate(loads)]


def hurting(*said: tuple[int, int], part: str = "left knee") -> list[LoggedSession]:
    """Runs so many days ago after which the part hurt so much."""
    return [run(f"{TODAY - timedelta(ago)} 07:00", niggles=(Niggle(part, level),)) for ago, level in said]


def test_nothing_calls_for_a_word_where_all_goes_as_planned() -> None:
    found = line(run("2026-06-01 07:00", rpe=3), planned_run("2026-06-03 07:00"))

    assert words(found) == []
    assert (found.done, found.planned, found.missed, found.last) == (0, 1, 0, TODAY)


def test_the_load_of_the_week_is_that_of_the_plan_and_of_load() -> None:
    # 28 days up to today: 100×21, 200×7. RULES 1: 186.6516 / 139.3598 = 1.3394.
    found = line(*daily(*[100] * 21, *[200] * 7))

    assert found.change == pytest.approx(0.3394, abs=0.0001)
    assert found.week
    assert found.week.total == 200
    assert words(found) == ["34 % above usual"]


def test_the_usual_range_takes_four_weeks_before_the_week() -> None:
    short, long = line(*daily(*[100] * 28)), line(*daily(*[100] * 29))

    assert short.week
    assert short.week.usual is None
    assert long.week
    assert long.week.usual
    assert long.week.usual.mean == pytest.approx(700)


def test_a_load_of_less_than_thirty_percent_above_calls_for_none() -> None:
    # 100 a day, then 180 on the last 7: the averages are 169.32 and 131.48, by the rule of RULES 1: 28.8 % above.
    found = line(*daily(*[100] * 21, *[180] * 7))

    assert found.change is not None
    assert 0.28 < found.change < 0.3
    assert words(found) == []


def test_a_load_is_not_compared_while_a_session_of_the_week_has_none() -> None:
    found = line(*daily(*[100] * 21, *[200] * 6, until=1), run("2026-06-01 07:00", rpe=None))

    assert found.change is None
    assert words(found) == []


def test_a_clash_ahead_is_named_with_its_day() -> None:
    found = line(run("2026-06-01 07:00"), GYM_A, INTERVALS)

    assert found.ahead == (Ahead(INTERVALS.start.date(), "clash"),)
    assert words(found) == ["clash on Wed"]


def test_a_warning_ahead_is_counted_and_calls_for_no_word() -> None:
    found = line(run("2026-06-01 07:00"), GYM_A, replace(INTERVALS, start=moment("2026-06-04 07:00")))

    assert [one.severity for one in found.ahead] == ["warning"]
    assert words(found) == []


@pytest.mark.parametrize("day", ["2026-05-31", "2026-06-08"])
def test_back_to_backs_count_from_today_for_seven_days(day: str) -> None:
    lift, intervals = (replace(one, start=moment(f"{day} {one.start:%H:%M}")) for one in (GYM_A, INTERVALS))

    assert line(run("2026-06-01 07:00"), lift, intervals).ahead == ()


def test_an_accepted_clash_does_not_count() -> None:
    accepted = Accepted(GYM_A.id, INTERVALS.id, "the only slot", NOW, seal(GYM_A, INTERVALS))

    assert line(run("2026-06-01 07:00"), GYM_A, INTERVALS, accepted=(accepted,)).ahead == ()


def test_two_missed_sessions_of_the_last_week_call_for_a_word() -> None:
    seen = run("2026-06-01 07:00")
    one, other = planned_run("2026-05-28 07:00", id="one"), planned_run("2026-05-29 07:00", id="other")

    assert words(line(seen, one)) == []
    assert words(line(seen, one, other)) == ["missed 2 sessions"]
    assert words(line(seen, one, replace(other, status="skipped"))) == []
    assert words(line(seen, one, other, run("2026-05-29 08:00", plan_id="other"))) == []
    assert words(line(seen, one, replace(other, start=moment("2026-05-24 07:00")))) == []


def test_planned_and_done_are_those_of_this_week() -> None:
    plans = [planned_run(f"2026-06-0{day} 07:00", id=str(day)) for day in (1, 2, 3)]

    found = line(*plans, planned_run("2026-05-31 07:00"), run("2026-06-01 07:00", plan_id="1"))

    assert (found.done, found.planned) == (1, 3)


@pytest.mark.parametrize(("ago", "said"), [(6, []), (7, ["silent for 7 days"]), (20, ["silent for 20 days"])])
def test_a_week_without_a_session_is_silence(ago: int, said: list[str]) -> None:
    assert words(line(run(f"{TODAY - timedelta(ago)} 07:00"))) == said


def test_who_is_in_the_middle_of_a_session_is_not_silent() -> None:
    assert words(line(run("2026-05-01 07:00"), under_way=True)) == []


def test_a_log_with_nothing_done_says_so() -> None:
    assert words(line()) == ["nothing logged yet"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ([(9, 2), (5, 3), (1, 4)], ["left knee 4, rising"]),
        ([(9, 2), (5, 2), (1, 3)], ["left knee 3, rising"]),
        ([(9, 2), (5, 4), (1, 3)], []),  # less than the time before
        ([(9, 3), (5, 3), (1, 3)], []),
        ([(5, 2), (1, 4)], []),  # two mentions are not enough
        ([(1, 5)], ["left knee 5"]),  # half of the scale
        ([(40, 1), (5, 2), (1, 4)], []),  # the first is too long ago
    ],
)
def test_a_niggle_calls_for_a_word_when_it_rises_or_is_high(said: list[tuple[int, int]], reason: list[str]) -> None:
    assert words(line(*hurting(*said))) == reason


def test_a_niggle_is_over_after_two_weeks_or_when_it_is_said_to_be() -> None:
    assert hurts_of(hurting((15, 6), (14, 6)), TODAY) == ()
    assert hurts_of(hurting((5, 6), (1, 0)), TODAY) == ()
    assert hurts_of(hurting((13, 6)), TODAY) == (Hurt("left knee", (6,)),)


def test_a_part_is_the_same_however_it_is_written_and_the_highest_stands_first() -> None:
    sessions = [*hurting((3, 2)), *hurting((2, 3), part="Left  Knee"), *hurting((1, 4), part="calf")]

    assert hurts_of(sessions, TODAY) == (Hurt("calf", (4,)), Hurt("Left  Knee", (2, 3)))


def test_comments_that_were_not_read_call_for_a_word() -> None:
    assert words(line(run("2026-06-01 07:00"), unread=2)) == ["2 new comments"]


def test_a_log_that_cannot_be_read_says_why_and_stands_first() -> None:
    broken = RosterLine("zoe", TODAY, trouble="log-2026.json cannot be read")
    clashing = line(run("2026-06-01 07:00"), GYM_A, INTERVALS)

    assert words(broken) == ["log-2026.json cannot be read"]
    assert by_urgency([clashing, broken]) == [broken, clashing]


def test_the_most_urgent_stand_first_then_who_has_more_reasons_then_by_name() -> None:
    fine, silent = line(run("2026-06-01 07:00"), name="abe"), line(run("2026-05-01 07:00"), name="ben")
    clash = line(run("2026-06-01 07:00"), GYM_A, INTERVALS, name="cleo")
    both = line(run("2026-05-01 07:00"), GYM_A, INTERVALS, name="dan")
    other = replace(fine, name="Aaron")

    names = [one.name for one in by_urgency([fine, silent, clash, both, other])]

    assert names == ["dan", "cleo", "ben", "Aaron", "abe"]


def test_what_is_said_first_is_what_is_most_urgent() -> None:
    found = line(*hurting((20, 1), (9, 2), (8, 3)), GYM_A, INTERVALS, unread=1)

    assert [one.kind for one in found.reasons] == ["clash", "niggle", "silent", "comment"]
    told = explain_line(found)
    assert told[0].value == "needs a word"
    assert [each.figure for each in told[1:4]] == ["Back to back ahead", "Niggles", "Last seen"]
    assert ("left knee", "1 → 2 → 3, rising") in told[2].inputs


def test_every_figure_says_where_its_edge_comes_from() -> None:
    for each in explain_line(line(*daily(*[100] * 40))):
        assert each.source
        assert each.value or each.needs


sessions = st.lists(
    st.builds(
        lambda ago, minutes, rpe, level: run(
            f"{TODAY - timedelta(ago)} 07:00", minutes, rpe=rpe, niggles=(Niggle("knee", level),), id=f"{ago} {level}"
        ),
        st.integers(0, 200),
        st.integers(10, 200) | st.none(),
        st.integers(1, 10) | st.none(),
        st.integers(0, 10),
    ),
    max_size=30,
    unique_by=lambda one: one.id,
)
plans = st.lists(
    st.builds(
        lambda ahead, hour, status: planned_run(
            f"{TODAY + timedelta(ahead)} {hour:02}:00", id=f"{ahead} {hour}", type="tempo", status=status
        ),
        st.integers(-20, 12),
        st.integers(0, 22),
        st.sampled_from(["planned", "done", "skipped"]),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(sessions, plans)
def test_a_line_always_adds_up(done: list[LoggedSession], planned: list[PlannedSession]) -> None:
    found = line(*done, *planned, GYM_A)
    kinds = [one.kind for one in found.reasons]

    assert 0 <= found.done <= found.planned
    assert kinds == sorted(kinds, key=URGENCY.index)
    assert len(set(kinds)) == len(kinds)
    assert all(one.day in Days(TODAY, TODAY + timedelta(7)) for one in found.ahead)
    assert all(1 <= one.level <= 10 for one in found.hurts)
    assert [one.level for one in found.hurts] == sorted((one.level for one in found.hurts), reverse=True)


@given(st.permutations(["a", "b", "c", "d"]), st.lists(st.integers(0, 9), min_size=4, max_size=4))
def test_the_order_does_not_hang_on_who_was_read_first(names: list[str], ago: list[int]) -> None:
    lines = {
        name: line(run(f"{TODAY - timedelta(days)} 07:00"), name=name) for name, days in zip("abcd", ago, strict=True)
    }

    assert by_urgency([lines[name] for name in names]) == by_urgency(lines.values())
