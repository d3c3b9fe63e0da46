"""`legday add`: what is stored, and what is said about it."""

import pytest

from data.model import PlannedSession
from tests.builders import moment, planned_lift, planned_run
from tests.tui.commands.conftest import Shell


def test_a_run_that_was_done(shell: Shell) -> None:
    answer = shell("add", "run", "10k", "48:30", "tempo", "rpe", "7", "hr", "152")
    assert answer.code == 0
    (stored,) = shell.log().logged
    assert (stored.kind, stored.type, stored.distance_m, stored.rpe, stored.hr_avg) == ("run", "tempo", 10000, 7, 152)
    assert stored.minutes == 48.5
    assert stored.zone == "Europe/Berlin"
    assert answer.out.startswith("Logged, Mon 1 Jun:\n✓ Tempo")
    assert "load 340" in answer.out


def test_a_run_that_lies_ahead(shell: Shell) -> None:
    answer = shell("add", "tomorrow 6:30 run 60m easy")
    (stored,) = shell.log().planned
    assert (stored.start, stored.type, stored.minutes) == (moment("2026-06-02 06:30"), "easy", 60)
    assert answer.out.startswith("Planned, Tue 2 Jun:\n○ Easy")


def test_the_first_line_makes_the_profile(shell: Shell) -> None:
    shell.is_in("America/New_York")
    shell("--athlete", "ben", "add", "run 5k 25:00")
    assert (shell.log().athlete.name, shell.log().athlete.zone) == ("ben", "America/New_York")


def test_the_back_to_back_that_it_causes(shell: Shell) -> None:
    shell.holds(planned_run("2026-06-03 07:00", type="intervals"))
    answer = shell("add", "gym a tue 18:00")
    assert answer.code == 0
    assert "▲ warning   Gym A, Tue 2 Jun 18:00: 12 h 15 before Wednesday's intervals" in answer.out


def test_a_back_to_back_of_others_is_not_its_business(shell: Shell) -> None:
    shell.holds(planned_lift("2026-06-01 18:00"), planned_run("2026-06-02 07:00", type="intervals"))
    assert "warning" not in shell("add", "sat 8:00 run 45m easy").out


def test_json(shell: Shell) -> None:
    shell.holds(planned_run("2026-06-03 07:00", type="intervals"))
    answer = shell("add", "--json", "gym a tue 18:00")
    session, pairs = answer.json["session"], answer.json["pairs"]
    (stored,) = [plan for plan in shell.log().planned if plan.kind == "strength"]
    assert session["id"] == stored.id
    assert (session["status"], session["title"], session["hardness"]) == ("planned", "Gym A", "hard")
    assert session["start"] == "2026-06-02T18:00:00+02:00"
    assert [(pair["severity"], pair["first"]) for pair in pairs] == [("warning", stored.id)]


def test_what_was_done_stands_for_the_plan_of_the_day(shell: Shell) -> None:
    plan = planned_run("2026-06-01 07:00", type="intervals")
    shell.holds(plan)
    answer = shell("add", "today 7:00 run 10k 50:00 intervals rpe 8")
    log = shell.log()
    assert log.logged[0].plan_id == plan.id
    assert log.planned[0].status == "done"
    assert "Logged, Mon 1 Jun, as planned:" in answer.out


def test_an_easy_run_leaves_the_evening_open(shell: Shell) -> None:
    shell.holds(planned_run("2026-06-01 18:00", type="intervals"))
    shell("add", "today 7:00 run 5k 27:00 easy")
    assert shell.log().logged[0].plan_id is None
    assert shell.log().planned[0].status == "planned"


@pytest.mark.parametrize(
    ("text", "near"), [("run 10k 48:30 tmpo", "tempo"), ("squatt 3x5 80kg", "squat"), ("run 10k tommorow", "tomorrow")]
)
def test_a_word_it_does_not_know(shell: Shell, text: str, near: str) -> None:
    answer = shell("add", text)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert near in answer.err
    assert (shell.log().logged, shell.log().planned) == ((), ())


def test_without_words(shell: Shell) -> None:
    answer = shell("add")
    assert answer.code == 2
    assert answer.err.count("\n") == 1


def test_pounds_and_miles(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "config.toml").write_text('[units]\ndistance = "mi"\nweight = "lb"\n')
    shell("add", "run 6mi 48:00 easy")
    shell("add", "squat 3x5 180")
    run, lift = sorted(shell.log().logged, key=lambda session: session.kind)
    assert run.distance_m == pytest.approx(9656.064)
    assert lift.exercises[0].sets[0].kg == pytest.approx(81.6466, abs=1e-3)


def test_a_plan_is_found_again_by_id(shell: Shell) -> None:
    answer = shell("add", "--json", "gym b fri 18:00")
    stored = shell.log().planned
    assert [session.id for session in stored] == [answer.json["session"]["id"]]
    assert isinstance(stored[0], PlannedSession)
