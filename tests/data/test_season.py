"""A season: the lifts that its phases ask for, week by week, among what is planned."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from data.calendar import Days, day_of, in_zone, start_of
from data.catalogue import load_catalogue
from data.lift_days import Around
from data.model import Availability, Level, Phase, PhaseSpan, Session
from data.rules.contacts import fitted
from data.rules.dose import maintenance
from data.rules.phases import dose_of
from data.season import Season, lay_season
from data.season_lifts import name_of
from data.season_phases import season_phases
from tests.builders import athlete, lift, moment, planned_lift, planned_run, run

CATALOGUE = load_catalogue()
# A Monday.
TODAY = date(2026, 6, 1)
NOON = "2026-06-01 12:00"
WEEK = Days(TODAY, TODAY + timedelta(7))


def span(phase: Phase, weeks: int = 1, start: date = TODAY) -> PhaseSpan:
    return PhaseSpan(phase, start, start + timedelta(weeks=weeks))


def laid(
    spans: Sequence[PhaseSpan],
    *sessions: Session,
    now: str = NOON,
    weeks: int | None = None,
    replacing: bool = False,
    **profile: Any,
) -> Season:
    around = Around(athlete(**{"equipment": ("barbell",)} | profile), sessions, CATALOGUE, moment(now))
    return lay_season(spans, around, weeks, replacing)


def seen(season: Season) -> list[str]:
    starts = [f"{in_zone(each.start, each.zone):%a %d %b %H:%M}" for each in season.sessions]
    return [f"{start} {name_of(each, CATALOGUE)}" for start, each in zip(starts, season.sessions, strict=True)]


@pytest.mark.parametrize("level", ["building", "solid", "strong"])
@pytest.mark.parametrize("phase", ["off_season", "base", "build", "peak", "taper", "recovery"])
def test_a_week_holds_the_lifts_of_its_phase(phase: Phase, level: Level) -> None:
    season = laid([span(phase, 2)], level=level)
    assert [len(week.lifts) for week in season.weeks] == [dose_of(phase, level).sessions] * 2
    assert {week.dose for week in season.weeks} == {dose_of(phase, level)}
    assert not season.replaced


def test_from_the_gym_or_from_home_in_turn() -> None:
    assert seen(laid([span("base", 2)], level="building")) == [
        "Mon 01 Jun 18:00 Gym A", "Wed 03 Jun 18:00 Gym B", "Fri 05 Jun 18:00 Gym A",
        "Mon 08 Jun 18:00 Gym B", "Wed 10 Jun 18:00 Gym A", "Fri 12 Jun 18:00 Gym B",
    ]  # fmt: skip
    home = laid([span("build")], equipment=(), level="solid")
    assert seen(home) == ["Mon 01 Jun 18:00 Home A", "Thu 04 Jun 18:00 Home B"]
    assert "Your equipment is not said, so these are the sessions for home." in home.notes
    assert seen(laid([span("off_season")], level="building"))[2] == "Fri 05 Jun 18:00 Off-season C"


def test_a_change_of_phase_changes_the_lifts_on_its_day() -> None:
    spans = (span("build"), span("peak", 1, WEEK.until))
    titles = [each.title for each in laid(spans, level="building").sessions]
    assert titles == ["Gym A, build", "Gym B, build", "Gym A, peak", "Gym B, peak"]


def test_what_a_week_has_is_kept_and_only_the_missing_added() -> None:
    there = planned_lift("2026-06-02 18:00")
    done = lift("2026-06-08 07:00")
    season = laid([span("base", 2)], there, done, now="2026-06-01 12:00", level="solid")
    assert [week.kept for week in season.weeks] == [(there.id,), (done.id,)]
    assert seen(season) == ["Fri 05 Jun 18:00 Gym B", "Fri 12 Jun 18:00 Gym A"]


def test_a_skipped_lift_is_missing() -> None:
    skipped = planned_lift("2026-06-02 18:00", status="skipped")
    assert len(laid([span("base")], skipped, level="solid").sessions) == 2


def test_more_than_the_dose_stays_and_is_said() -> None:
    there = [planned_lift(f"2026-06-0{day} 18:00", title="Circuit", template=None) for day in (2, 4, 6)]
    season = laid([span("taper")], *there)
    assert season.sessions == ()
    assert season.weeks[0].notes == ("3 lifts are planned, 1 would do.",)


def test_a_full_lift_where_less_would_do_is_said() -> None:
    (week,) = laid([span("peak")], planned_lift("2026-06-02 18:00"), level="solid").weeks
    assert week.notes == ("Gym A, Tue 2 Jun, is planned in full; half the sets would do.",)
    assert laid([span("base")], planned_lift("2026-06-02 18:00"), level="strong").weeks[0].notes == ()


def test_replacing_takes_what_is_planned_ahead_and_not_locked() -> None:
    over = planned_lift("2026-06-01 07:00", id="over")
    ahead = planned_lift("2026-06-02 18:00", id="ahead")
    locked = planned_lift("2026-06-05 18:00", id="locked", locked=True)
    later = planned_lift("2026-06-16 18:00", id="after the season")
    season = laid([span("base", 2)], over, ahead, locked, later, level="solid", replacing=True)
    assert season.replaced == ("ahead",)
    assert season.weeks[0].kept == ("over", "locked")
    assert len(season.weeks[1].lifts) == 2


def test_so_many_weeks_from_this_one_on() -> None:
    assert [week.days for week in laid([span("base", 9)], weeks=2).weeks] == [WEEK, WEEK.moved(7)]
    assert laid([span("base", 9)], weeks=0).weeks == ()
    assert laid([]).weeks == ()


def test_weeks_without_a_phase_are_left_alone() -> None:
    season = laid([span("base"), span("build", 1, WEEK.moved(14).start)])
    assert [week.days.start for week in season.weeks] == [TODAY, WEEK.moved(14).start]


@pytest.mark.parametrize(
    ("now", "lifts"),
    [("2026-06-02 12:00", 3), ("2026-06-04 12:00", 2), ("2026-06-06 12:00", 1), ("2026-06-07 23:00", 0)],
)
def test_a_week_that_has_begun_gets_no_more_than_there_is_room_for(now: str, lifts: int) -> None:
    season = laid([span("base")], now=now, level="building")
    assert len(season.sessions) == lifts
    assert all(start_of(each) >= moment(now) for each in season.sessions)
    if lifts < 3:
        assert season.weeks[0].notes[0] in (
            f"{lifts} of 3 lifts: the week has begun.",
            "1 of 3 lifts: the week has begun.",
        )


def test_no_time_for_a_lift_is_said() -> None:
    season = laid([span("base")], level="solid", availability=Availability(strength=("tue-evening",)))
    assert seen(season) == ["Tue 02 Jun 18:00 Gym A"]
    assert season.weeks[0].notes == ("1 of 2 lifts: there is no half-day for one more.",)


def test_a_heavy_run_week_has_maintenance_and_says_so() -> None:
    before = [run(f"{TODAY - timedelta(7 * week)} 07:00", 400) for week in range(1, 5)]
    runs = [planned_run("2026-06-02 07:00", 230), planned_run("2026-06-06 07:00", 230)]
    (week,) = laid([span("base")], *before, *runs, level="building").weeks
    assert week.heavy
    assert [each.title for each in week.lifts] == ["Gym A, maintenance", "Gym B, maintenance"]
    assert week.notes == (
        "Heavy run week: 7 h 40, usually 6 h 40.",
        "Heavy run week: half the sets, the same effort, so only 25 min.",
    )
    (lighter,) = laid([span("base")], *before, runs[0], level="building").weeks
    assert not lighter.heavy


def test_a_week_that_is_marked_is_a_heavy_one_too() -> None:
    season = laid([span("base", 2)], level="building", heavy_weeks=(TODAY + timedelta(9),))
    assert [week.heavy for week in season.weeks] == [False, True]
    assert [each.title for each in season.weeks[1].lifts] == ["Gym B, maintenance", "Gym A, maintenance"]
    assert season.weeks[1].notes[0] == "Heavy run week: marked so."


def test_runs_to_come_make_a_week_heavy_too() -> None:
    runs = [planned_run(f"{TODAY + timedelta(7 * week)} 07:00", 300 if week < 4 else 345) for week in range(5)]
    season = laid([span("base", 5)], *runs, level="building")
    assert [week.heavy for week in season.weeks] == [False] * 4 + [True]


RACE = date(2026, 6, 21)


def test_the_lift_of_the_race_week_is_three_days_before() -> None:
    race = planned_run("2026-06-21 10:00", 200, type="race")
    season = laid(season_phases(RACE, TODAY), race, level="solid", availability=Availability(strength=("thu-morning",)))
    by_phase = {week.phase: week for week in season.weeks}
    # From Thursday 10:00 on is too late; a lift that ends before that is not.
    assert [f"{each.start:%a %H:%M}" for each in by_phase["race_week"].lifts] == ["Thu 07:00"]
    evening = Availability(strength=("thu-evening",))
    season = laid(season_phases(RACE, TODAY), race, level="solid", availability=evening)
    race_week = next(week for week in season.weeks if week.phase == "race_week")
    assert (race_week.lifts, race_week.notes) == ((), ("0 of 1 lifts: there is no half-day for one more.",))


def test_no_lift_in_the_three_days_after_the_race() -> None:
    season = laid(season_phases(RACE, TODAY), planned_run("2026-06-21 10:00", 200, type="race"), level="solid")
    after = [each for each in season.sessions if day_of(each) > RACE]
    assert f"{after[0].start:%a %d %H:%M}" == "Wed 24 18:00"


@pytest.mark.parametrize("offset", range(7))
def test_one_lift_in_the_seven_days_up_to_the_race_whatever_weekday_it_is_on(offset: int) -> None:
    day = RACE + timedelta(offset)
    season = laid(season_phases(day, TODAY), level="building")
    in_race_week = [each for each in season.sessions if day - timedelta(6) <= day_of(each) <= day]
    assert len(in_race_week) <= 1
    assert all("race week" in each.title for each in in_race_week)


def test_a_lift_that_is_there_counts_for_the_race_week_across_the_weekend() -> None:
    # The race is on a Friday, so that the Saturday before belongs to its week.
    friday = date(2026, 6, 19)
    there = planned_lift("2026-06-13 18:00")
    season = laid(season_phases(friday, TODAY), there, level="solid")
    assert not [each for each in season.sessions if date(2026, 6, 13) <= day_of(each) <= friday]


def test_a_race_that_is_near_leaves_out_phases_and_says_so() -> None:
    season = laid(season_phases(RACE, TODAY), level="solid")
    assert [week.phase for week in season.weeks] == ["peak", "taper", "race_week", "recovery", "recovery"]
    assert season.notes[0] == "The race is too near for base and build."


def test_weeks_without_runs_are_said_and_taken_to_be_as_before() -> None:
    week = [("2026-06-02 07:00", "intervals"), ("2026-06-04 07:00", "tempo")]
    runs = [planned_run(when, 60, type=kind) for when, kind in week]
    season = laid([span("base", 3)], *runs, level="solid")
    first, second, third = ([day_of(each).weekday() for each in week.lifts] for week in season.weeks)
    assert first == second == third
    assert any(note.startswith("From Mon 8 Jun on no runs are planned") for note in season.notes)
    assert "No runs are planned: plan them, and lay the season again." in laid([span("base")]).notes


def test_a_warning_that_no_move_can_avoid_becomes_maintenance_and_says_why() -> None:
    # The fifth worked week of RULES 5: the gym only on the evenings before the hard runs.
    runs = (
        planned_run("2026-06-02 07:00", 60, type="intervals"),
        planned_run("2026-06-04 07:00", 60, type="tempo"),
        planned_run("2026-06-05 07:00", 40),
        planned_run("2026-06-06 07:00", 120, type="long"),
    )
    slots = Availability(strength=("mon-evening", "wed-evening"))
    season = laid([span("base")], *runs, level="solid", availability=slots)
    assert seen(season) == ["Mon 01 Jun 18:00 Gym A", "Wed 03 Jun 18:00 Gym B"]
    assert [each.title for each in season.sessions] == ["Gym A, maintenance", "Gym B, maintenance"]
    assert {pair.severity for pair in season.weeks[0].pairs} <= {"note"}
    assert season.weeks[0].notes == tuple(each.notes for each in season.sessions)
    why, _, what = season.weeks[0].notes[0].partition(". ")
    assert why.startswith("Maintenance: hard → moderate, 12 h ")
    assert why.endswith(" before Tuesday's intervals")
    assert what == "Half the sets, the same effort, so only 25 min."


def test_what_becomes_maintenance_is_half_of_the_template_and_not_of_the_phase() -> None:
    runs = (planned_run("2026-06-02 07:00", 60, type="intervals"), planned_run("2026-06-03 07:00", 60, type="tempo"))
    slots = Availability(strength=("mon-evening",))
    (lift,) = laid([span("build")], *runs, level="solid", availability=slots).sessions
    assert lift.title == "Gym A, maintenance"
    gym_a = fitted(CATALOGUE.templates["gym_2day/A"].item, "solid", CATALOGUE)
    assert lift.exercises == maintenance(gym_a, CATALOGUE)
