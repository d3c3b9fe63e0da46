"""`legday season`: which race it leads to, what it prints, what it stores, and what it refuses."""

from datetime import date

from msgspec.structs import replace

from data.model import PhaseSpan
from tests.builders import athlete, planned_lift, planned_run
from tests.tui.commands.conftest import Shell

LIFTER = athlete(level="solid", equipment=("barbell",))
# A Sunday, thirteen weeks after the Monday that the shell stands at.
RACE = "2026-08-30"
INTERVALS = planned_run("2026-06-02 07:00", type="intervals")


def test_the_phases_and_the_lifts_of_each_week(shell: Shell) -> None:
    shell.holds(INTERVALS, athlete=LIFTER)
    answer = shell("season", RACE)
    lines = answer.out.splitlines()
    assert (answer.code, answer.err) == (0, "")
    assert lines[0] == "anna · race on Sun 30 Aug 2026, in 13 weeks · solid"
    assert lines[1] == "build       1 Jun – 26 Jul 2026    8 weeks    2 lifts a week, 0.8 of the sets"
    assert lines[4] == "race week   24–30 Aug 2026         1 week     1 lift a week, 0.3 of the sets"
    assert "· The race is too near for base." in lines
    assert any(line.startswith("week 23 · 1–7 Jun · build") and line.endswith("2 of 2 lifts") for line in lines)
    week = lines.index(next(line for line in lines if line.startswith("week 23")))
    assert lines[week + 1].startswith("Wed  3  ○ Gym A, build          18:00    36 min  hard")
    assert lines[-1] == "23 new lifts in 15 weeks. Nothing is saved yet: --apply does."
    assert max(map(len, lines)) <= 80


def test_nothing_is_stored_unless_it_is_applied(shell: Shell) -> None:
    shell.holds(INTERVALS, athlete=LIFTER)
    before = shell.log()
    shell("season", RACE)
    shell("season", RACE, "--json")
    assert shell.log() == before


def test_applied_the_phases_and_the_lifts_are_in_the_log(shell: Shell) -> None:
    over = PhaseSpan("base", date(2026, 1, 1), date(2026, 7, 1))
    shell.holds(INTERVALS, athlete=replace(LIFTER, phases=(over,)))
    answer = shell("season", RACE, "--apply")
    log = shell.log()
    assert answer.out.splitlines()[-1] == "23 new lifts in 15 weeks. Saved, with the phases."
    assert [span.phase for span in log.athlete.phases] == ["base", "build", "peak", "taper", "race_week", "recovery"]
    assert log.athlete.phases[0].until == log.athlete.phases[1].start == date(2026, 6, 1)
    lifts = [each for each in log.planned if each.kind == "strength"]
    assert (len(lifts), lifts[0].title, lifts[-1].title) == (23, "Gym A, build", "Gym A, recovery")
    assert "0 new lifts in 15 weeks" in shell("season", "--apply").out
    assert len(shell.log().planned) == 24


def test_without_a_date_the_race_of_the_phases_comes_before_one_that_is_planned(shell: Shell) -> None:
    shell.holds(planned_run("2026-07-12 10:00", type="race"), athlete=LIFTER)
    assert "race on Sun 12 Jul 2026" in shell("season").out
    shell("season", RACE, "--weeks", "1", "--apply")
    assert "race on Sun 30 Aug 2026" in shell("season").out


def test_phases_that_lead_to_the_race_already_stay_as_they_are(shell: Shell) -> None:
    stretched = (
        PhaseSpan("build", date(2026, 6, 1), date(2026, 8, 17)),
        PhaseSpan("race_week", date(2026, 8, 17), date(2026, 8, 31)),
    )
    shell.holds(athlete=replace(LIFTER, phases=stretched))
    answer = shell("season", RACE, "--json")
    assert [phase["phase"] for phase in answer.json["phases"]] == ["build", "race_week"]


def test_json(shell: Shell) -> None:
    shell.holds(planned_lift("2026-06-02 18:00", id="there"), athlete=LIFTER)
    answer = shell("season", RACE, "--weeks", "1", "--json")
    assert answer.code == 0
    found = answer.json
    assert found["race"] == RACE
    assert found["phases"][0] == {"phase": "build", "from": "2026-06-01", "until": "2026-07-27"}
    assert (found["replaced"], found["applied"]) == ([], False)
    (week,) = found["weeks"]
    assert (week["from"], week["until"], week["phase"], week["heavy"]) == ("2026-06-01", "2026-06-08", "build", False)
    assert week["dose"] == {"sessions": 2, "volume": 0.8, "rir": 2, "most_ecc": 3}
    assert week["kept"] == ["there"]
    (lift,) = week["sessions"]
    assert (lift["title"], lift["start"], lift["kind"]) == ("Gym B, build", "2026-06-05T18:00:00+02:00", "strength")


def test_replacing_what_is_planned(shell: Shell) -> None:
    locked = planned_lift("2026-06-04 18:00", locked=True)
    shell.holds(planned_lift("2026-06-02 18:00", id="there"), locked, athlete=LIFTER)
    answer = shell("season", RACE, "--weeks", "1", "--replace", "--apply")
    assert "1 new lift in 1 week, in the place of 1. Saved, with the phases." in answer.out
    lifts = [each for each in shell.log().planned if each.kind == "strength"]
    assert len(lifts) == 2
    assert locked in lifts
    assert "there" not in {each.id for each in lifts}


def test_on_a_phone(shell: Shell) -> None:
    shell.holds(INTERVALS, athlete=LIFTER)
    shell.set(COLUMNS="40")
    lines = shell("season", RACE).out.splitlines()
    assert max(map(len, lines)) <= 40
    assert "build       1 Jun – 26 Jul 2026, 8 weeks" in lines


def test_what_it_refuses_in_one_line(shell: Shell) -> None:
    for words, why in (
        ((), "no race is planned; write its day, such as legday season 2026-10-25"),
        (("2026-05-31",), "Sun 31 May 2026 is over: the race has to lie ahead"),
        (("2030-05-31",), "Fri 31 May 2030 is too far: a season is two years at most"),
        (("soon",), '"soon" is no day'),
        ((RACE, "--weeks", "0"), "--weeks"),
    ):
        answer = shell("season", *words)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert why in answer.err


def test_a_new_log_begins_with_a_season(shell: Shell) -> None:
    assert shell("season", RACE, "--apply").code == 0
    log = shell.log()
    assert (log.athlete.zone, len(log.athlete.phases)) == ("Europe/Berlin", 5)
    assert all(each.title.startswith("Home") for each in log.planned)


def test_a_week_is_marked_as_a_heavy_run_week_and_not(shell: Shell) -> None:
    shell.holds(INTERVALS, athlete=LIFTER)
    answer = shell("season", "--heavy", "2026-06-10", "--heavy", "2026-06-04")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == ("Week 24 · 8–14 Jun is a heavy run week.\nWeek 23 · 1–7 Jun is a heavy run week.\n")
    assert shell.log().athlete.heavy_weeks == (date(2026, 6, 1), date(2026, 6, 8))
    assert shell("week", "2026-06-10").out.startswith("anna · week 24 · 8–14 Jun 2026 · heavy run week")
    assert shell("explain", "week", "2026-06-10", "heavy").out.startswith("Heavy run week  yes, marked so\n")
    answer = shell("season", "--not-heavy", "2026-06-14")
    assert answer.out == "Week 24 · 8–14 Jun is not marked as a heavy run week.\n"
    assert shell.log().athlete.heavy_weeks == (date(2026, 6, 1),)


def test_a_season_is_laid_with_the_weeks_that_are_marked(shell: Shell) -> None:
    shell.holds(INTERVALS, athlete=LIFTER)
    found = shell("season", RACE, "--heavy", "2026-06-08", "--weeks", "2", "--json").json
    assert [(week["heavy"], week["dose"]["volume"]) for week in found["weeks"]] == [(False, 0.8), (True, 0.5)]


def test_a_day_to_mark_that_is_none_marks_nothing(shell: Shell) -> None:
    shell.holds(INTERVALS, athlete=LIFTER)
    answer = shell("season", "--heavy", "2026-06-10", "--heavy", "soon")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert shell.log().athlete.heavy_weeks == ()
