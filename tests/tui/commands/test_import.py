"""`legday import`: what it stores, what it reports, and that it can be done again."""

from pathlib import Path

import pytest

from tests.builders import planned_lift, planned_run
from tests.data.test_intake import SEVEN, run_file
from tests.tui.commands.conftest import Shell

SAMPLES = Path(__file__).parents[3] / "../shared/samples"
FOUR = ("osaka_marathon.fit", "treadmill_12km.fit", "strength_38_sets.fit", "strength_14_sets.fit")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a run, one of the day before in a folder of its own, and what is to be left alone."""
    folder = tmp_path / "watch"
    (folder / "older").mkdir(parents=True)
    (folder / "run.FIT").write_bytes(run_file())
    (folder / "older" / "yesterday.fit").write_bytes(run_file(SEVEN - 86_400))
    (folder / "notes.txt").write_text("no activity")
    (folder / ".hidden.fit").write_bytes(b"no activity")
    return folder


def test_a_folder(shell: Shell, files: Path) -> None:
    answer = shell("import", str(files))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines()[-1] == "2 new, 0 known, 0 merged, 0 skipped, 0 failed."
    assert [line.split()[:2] for line in answer.out.splitlines()[:2]] == [["+", "2026-05-31"], ["+", "2026-06-01"]]
    assert [session.start.day for session in shell.log().logged] == [31, 1]


def test_again_changes_nothing(shell: Shell, files: Path) -> None:
    shell("import", str(files))
    before = shell("export").out
    answer = shell("import", str(files / "run.FIT"), str(files / "older" / "yesterday.fit"))
    assert answer.out == "0 new, 2 known, 0 merged, 0 skipped, 0 failed.\n"
    assert shell("export").out == before


def test_a_dry_run_writes_nothing(shell: Shell, files: Path) -> None:
    answer = shell("import", "--dry-run", str(files))
    assert answer.out.splitlines()[-1] == "It would be: 2 new, 0 known, 0 merged, 0 skipped, 0 failed."
    assert not shell.home.exists()


def test_one_bad_file_does_not_stop_the_rest(shell: Shell, files: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.fit").write_bytes(b"not a FIT file")
    answer = shell("import", "--json", str(tmp_path / "bad.fit"), str(tmp_path / "none.fit"), str(files))
    assert answer.code == 1
    told = answer.json
    assert (told["new"], told["failed"]) == (2, 2)
    assert [(problem["file"], problem["what"]) for problem in told["problems"]] == [
        ("bad.fit", "it is no FIT file"),
        (str(tmp_path / "none.fit"), "No such file or directory"),
    ]
    assert len(shell.log().logged) == 2


def test_what_was_wrong_is_told(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.fit").write_bytes(b"not a FIT file")
    answer = shell("import", "bad.fit", "none.fit")
    assert answer.out.splitlines() == [
        "  bad.fit: it is no FIT file; left out",
        "  none.fit: No such file or directory; left out",
        "0 new, 0 known, 0 merged, 0 skipped, 2 failed.",
    ]


def test_a_folder_without_any(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = shell("import", "--json", str(tmp_path / "empty"))
    assert answer.code == 1
    assert [problem["what"] for problem in answer.json["problems"]] == ["there is no FIT file in it"]


def test_json(shell: Shell, files: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.fit").write_bytes(b"not a FIT file")
    told = shell("import", "--json", str(files), str(tmp_path / "bad.fit")).json
    assert {name: told[name] for name in ("new", "known", "merged", "skipped", "failed")} == {
        "new": 2,
        "known": 0,
        "merged": 0,
        "skipped": 0,
        "failed": 1,
    }
    assert [problem["file"] for problem in told["problems"]] == ["bad.fit"]


def test_what_is_taken_in_stands_for_the_plan(shell: Shell, files: Path) -> None:
    plan = planned_run("2026-06-01 07:00", type="intervals")
    shell.holds(plan)
    shell("import", str(files / "run.FIT"))
    log = shell.log()
    assert (log.logged[0].plan_id, log.logged[0].type) == (plan.id, "intervals")
    assert log.planned[0].status == "done"


def test_what_it_lands_back_to_back_with_ahead_is_said(shell: Shell, files: Path) -> None:
    shell.holds(planned_run("2026-06-01 07:00", type="intervals"), planned_lift("2026-06-01 18:00"))
    answer = shell("import", str(files / "run.FIT"))
    assert "● note      Intervals, Mon 1 Jun 07:00: 10 h before Monday's Gym A" in answer.out


@pytest.mark.skipif(not SAMPLES.exists(), reason="shared samples not found beside the checkout")
def test_real_files_and_the_weeks_they_are_in(shell: Shell) -> None:
    names = [str(SAMPLES / name) for name in FOUR]
    assert shell("import", *names).out.splitlines()[-1] == "4 new, 0 known, 0 merged, 0 skipped, 0 failed."
    before = shell("export").out
    assert shell("import", *names).out == "0 new, 4 known, 0 merged, 0 skipped, 0 failed.\n"
    assert shell("export").out == before

    # What the files hold (FORMATS): 42,429.43 m in 8,834.1 s; 38 sets of 572 kg in all, in 2,404.9 s.
    marathon = shell("week", "2025-02-24", "--json").json
    assert marathon["run"]["sessions"] == 1
    assert marathon["run"]["distance_m"] == pytest.approx(42429.43)
    assert marathon["run"]["minutes"] == pytest.approx(8834.1 / 60, abs=0.05)
    (run,) = marathon["days"][0]["sessions"]
    assert (run["start"], run["hr_avg"]) == ("2025-02-24T09:15:21+09:00", 184)

    lifting = shell("week", "2025-09-22", "--json").json
    assert (lifting["strength"]["sessions"], lifting["strength"]["sets"]) == (1, 38)
    assert lifting["strength"]["minutes"] == pytest.approx(2404.9 / 60, abs=0.05)
