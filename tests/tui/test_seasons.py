"""A season asked of the log and saved in it, and the day of a race as it is typed."""

from datetime import date

import pytest
from msgspec.structs import replace

from data.calendar import Days
from data.model import PhaseSpan
from data.store.errors import Conflict
from tests.builders import athlete, planned_lift, planned_run
from tests.tui.conftest import MakeDesk
from tui.seasons import phases_to, race_ahead, race_said, save_season, season_of, why_no_race

TODAY = date(2026, 6, 1)
RACE = date(2026, 8, 30)
AHEAD = Days(TODAY, RACE)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-25", date(2026, 10, 25)),
        ("25 oct", date(2026, 10, 25)),
        ("Oct 25", date(2026, 10, 25)),
        ("25 october 2027", date(2027, 10, 25)),
        ("1 jun", date(2026, 6, 1)),
        ("31 may", date(2027, 5, 31)),
        ("16w", date(2026, 9, 21)),
        ("+10d", date(2026, 6, 11)),
        ("", None),
        ("oct", None),
        ("25", None),
        ("31 feb", None),
        ("25 oct nov", None),
        ("soon", None),
        ("2026-13-01", None),
        ("²", None),
    ],
)
def test_the_day_of_a_race_as_it_is_typed(text: str, day: date | None) -> None:
    assert race_said(text, TODAY) == day


def test_a_race_lies_ahead_and_within_two_years() -> None:
    assert why_no_race(TODAY, TODAY) == ""
    assert why_no_race(date(2026, 5, 31), TODAY) == "Sun 31 May 2026 is over: the race has to lie ahead"
    assert why_no_race(date(2028, 6, 30), TODAY) == "Fri 30 Jun 2028 is too far: a season is two years at most"


def test_the_race_ahead_is_that_of_the_phases_else_the_first_that_is_planned(make_desk: MakeDesk) -> None:
    races = (planned_run("2026-07-12 10:00", type="race"), planned_run("2026-09-12 10:00", type="race"))
    assert race_ahead(make_desk()) is None
    assert race_ahead(make_desk(*races)) == date(2026, 7, 12)
    leading = athlete(phases=(PhaseSpan("race_week", date(2026, 8, 24), date(2026, 8, 31)),))
    assert race_ahead(make_desk(*races, athlete=leading)) == RACE
    over = athlete(phases=(PhaseSpan("race_week", date(2026, 5, 24), date(2026, 5, 31)),))
    assert race_ahead(make_desk(*races, athlete=over)) == date(2026, 7, 12)


def test_saved_it_is_one_change(make_desk: MakeDesk) -> None:
    there = planned_lift("2026-06-04 18:00", id="there")
    old = PhaseSpan("base", date(2026, 5, 1), date(2026, 7, 1))
    desk = make_desk(there, athlete=athlete(level="solid", phases=(old,)))
    season = season_of(desk, phases_to(desk, RACE), weeks=2, replacing=True)
    save_season(desk, season)
    logbook = desk.logbook
    assert [span.phase for span in logbook.athlete.phases][:3] == ["base", "build", "peak"]
    assert logbook.find("there") is None
    assert [logbook.find(each.id) for each in season.sessions] == list(season.sessions)
    assert logbook.undo() == "a season of 4 lifts"
    assert logbook.athlete.phases == (old,)
    assert logbook.find("there") == there
    assert not any(logbook.find(each.id) for each in season.sessions)


def test_a_season_is_not_saved_over_what_was_changed_since_it_was_laid(make_desk: MakeDesk) -> None:
    there = planned_lift("2026-06-04 18:00", id="there")
    desk = make_desk(there, athlete=athlete(level="solid"))
    season = season_of(desk, phases_to(desk, RACE), weeks=2, replacing=True)
    locked = replace(there, locked=True)
    desk.logbook.save(locked, "a lock")
    with pytest.raises(Conflict):
        save_season(desk, season)
    assert desk.logbook.find("there") == locked
    assert desk.logbook.athlete.phases == ()


def test_a_season_is_not_saved_beside_another(make_desk: MakeDesk) -> None:
    desk = make_desk(athlete=athlete(level="solid"))
    ours, theirs = (season_of(desk, phases_to(desk, RACE), weeks=2) for _ in range(2))
    save_season(desk, theirs)
    with pytest.raises(Conflict, match="phases"):
        save_season(desk, ours)
    assert [each.id for each in desk.logbook.planned(AHEAD)] == [each.id for each in theirs.sessions]
