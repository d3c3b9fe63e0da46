"""What a visitor may write: nothing but what their role says, whatever is called, and a viewer not a byte."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from data.access import WRITES, Role, Visitor
from data.calendar import Days
from data.formats.interchange import Log
from data.model import Accepted, Comment
from data.store.backend import Shelf
from data.store.errors import Damaged, Forbidden, StoreError
from data.store.files import FilesBackend
from data.store.logbook import Logbook
from data.store.visits import Theirs
from tests.builders import athlete, moment, planned_lift, planned_run, run
from tests.data.store.conftest import Clock
from tests.data.store.under_way import DONE, PLAN, live

ALWAYS = Days(date.min, date.max)
DAY = Days(date(2026, 6, 1), date(2026, 6, 8))
RUN = run("2026-06-01 07:00")
ACCEPTED = Accepted(first=PLAN.id, second=RUN.id, at=moment("2026-06-01 09:00"), reason="a race", seal="s")
ANNAS = Comment(id="c1", about=RUN.id, author="anna", at=moment("2026-06-01 08:00"), text="Legs fine.")
KIMS = Comment(id="c2", about=RUN.id, author="kim", at=moment("2026-06-01 09:00"), text="Good.")
# What is in a folder though nobody should write there on the way of reading.
BACKED_UP: Final = "backups"

# Every public method of a Logbook, as anybody may call it: with what is there, and with what is not.
CALLS: Final[dict[str, Callable[[Logbook], Any]]] = {
    "is_new": lambda log: log.is_new(),
    "planned": lambda log: log.planned(ALWAYS),
    "logged": lambda log: log.logged(ALWAYS),
    "sessions": lambda log: log.sessions(ALWAYS),
    "sessions_and_before": lambda log: log.sessions_and_before(DAY),
    "with_exercises": lambda log: log.with_exercises({"back_squat"}),
    "glance": lambda log: log.glance(DAY, DAY.start),
    "find": lambda log: log.find(RUN.id),
    "first_day": lambda log: log.first_day(),
    "years": lambda log: log.years(),
    "last_time": lambda log: log.last_time("back_squat", moment("2026-07-01 12:00")),
    "accepted": lambda log: log.accepted(),
    "comments": lambda log: log.comments(),
    "comment": lambda log: log.comment(RUN.id, "Well run."),
    "delete_comment": lambda log: log.delete_comment(ANNAS),
    "unread": lambda log: log.unread(),
    "mark_read": lambda log: log.mark_read(),
    "changed_by": lambda log: log.changed_by(PLAN.id),
    "theirs": lambda log: log.theirs(ALWAYS),
    "take_back": lambda log: log.take_back(Theirs("lea", moment("2026-06-01 09:00"), PLAN, None)),
    "change": lambda log: log.change("a change", save=[replace(PLAN, locked=True)], athlete=athlete(level="strong")),
    "save": lambda log: log.save(replace(RUN, notes="theirs"), "a note"),
    "delete": lambda log: log.delete(PLAN.id, "a session"),
    "accept": lambda log: log.accept(replace(ACCEPTED, reason="because"), "a warning"),
    "save_athlete": lambda log: log.save_athlete(athlete(level="strong", name="kim's")),
    "undo": lambda log: log.undo(),
    "redo": lambda log: log.redo(),
    "live": lambda log: log.live(),
    "under_way": lambda log: log.under_way(),
    "save_live": lambda log: log.save_live(live()),
    "finish_live": lambda log: log.finish_live(DONE),
    "drop_live": lambda log: log.drop_live(),
    "stamp": lambda log: log.stamp(),
    "everything": lambda log: log.everything(),
    "replace": lambda log: log.replace(Log(athlete=athlete())),
    "damages": lambda log: log.damages(),
    "put_back": lambda log: log.put_back(Damaged(Shelf("planned", 2026), "plan", "here")),
    "keep_original": lambda log: log.keep_original(b"a watch's file", ".fit"),
    "has_original": lambda log: log.has_original(b"a watch's file", ".fit"),
}
_FILES: Final = {
    "athlete": "athlete.json",
    "planned": "plan-2026.json",
    "logged": "log-2026.json",
    "live": "live.json",
    "accepted": "accepted.json",
    "comments": "comments.json",
    "read": "read.json",
}


def a_log(folder: Path) -> None:
    """A log with something on every shelf, a finished session not yet cleared away, and what a crash left behind."""
    logbook = Logbook(FilesBackend(folder), Clock())
    log = Log(athlete=athlete(), planned=(PLAN,), logged=(RUN,), accepted=(ACCEPTED,), comments=(ANNAS, KIMS))
    logbook.replace(log)
    logbook.save_live(live())
    under_way = (folder / "live.json").read_bytes()
    logbook.finish_live(DONE)
    (folder / "live.json").write_bytes(under_way)
    (folder / ".log-2026.json.1-abc.tmp").write_bytes(b"half")
    (folder / "log-2026.sync-conflict-20260601-101500-ABCDEFG.json").write_bytes(
        (folder / "log-2026.json").read_bytes()
    )
    (folder / ".lock").unlink()


def visited(folder: Path, role: Role) -> Logbook:
    clock = Clock()
    clock.forward(days=1)  # a new day's first write makes a backup, and clears away
    return Logbook(FilesBackend(folder, tidy=False), clock, visitor=Visitor("kim", role))


def seen(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every name in the folder and below, with when it was changed, its mode and what is in it."""
    paths = [folder, *folder.rglob("*")]
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mtime_ns,
            path.stat().st_mode,
            b"" if path.is_dir() else path.read_bytes(),
        )
        for path in paths
    }


def call_all(names: list[str], logbook: Logbook) -> None:
    """Call the methods one after the other, whatever becomes of each."""
    for name in names:
        with suppress(StoreError):
            CALLS[name](logbook)


@pytest.fixture
def folders(tmp_path: Path) -> Callable[[], Path]:
    def make() -> Path:
        folder = Path(tempfile.mkdtemp(dir=tmp_path)) / "anna"
        a_log(folder)
        return folder

    return make


def test_every_public_method_is_called_here() -> None:
    public = {name for name, each in vars(Logbook).items() if callable(each) and not name.startswith("_")}
    assert public == set(CALLS)


@settings(max_examples=30, deadline=None)
@given(names=st.lists(st.sampled_from(sorted(CALLS)), min_size=1, max_size=12))
def test_a_viewer_changes_not_a_byte(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "anna"
        a_log(folder)
        before = seen(folder)
        logbook = visited(folder, "view")
        call_all(names, logbook)
        assert seen(folder) == before


@settings(max_examples=30, deadline=None)
@given(role=st.sampled_from(["comment", "plan"]), names=st.lists(st.sampled_from(sorted(CALLS)), max_size=12))
def test_a_coach_changes_only_what_the_role_says(role: Role, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "anna"
        a_log(folder)
        before = seen(folder)
        logbook = visited(folder, role)
        call_all(names, logbook)
        after = seen(folder)
        may = {_FILES[kind] for kind in WRITES[role]} | {".lock", "."}
        changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        assert {name for name in changed if not name.startswith(BACKED_UP)} <= may
        assert ANNAS in logbook.comments()


@pytest.mark.parametrize("role", ["view", "comment", "plan"])
@pytest.mark.parametrize(
    "name", ["save", "save_athlete", "save_live", "finish_live", "replace", "put_back", "keep_original"]
)
def test_what_is_forbidden_is_refused_before_anything_is_touched(
    folders: Callable[[], Path], role: Role, name: str
) -> None:
    folder = folders()
    before = seen(folder)
    with pytest.raises(Forbidden, match=r"^You may see this log[^\n]*\.$"):
        CALLS[name](visited(folder, role))
    assert seen(folder) == before


def test_the_refusal_says_what_one_may(folders: Callable[[], Path]) -> None:
    folder = folders()
    with pytest.raises(Forbidden) as refused:
        visited(folder, "comment").delete(PLAN.id, "the lift")
    assert str(refused.value) == "You may see this log and comment on it, and not change the plan."
    with pytest.raises(Forbidden) as refused:
        visited(folder, "view").comment(RUN.id, "Well run.")
    assert str(refused.value) == "You may see this log, and not change it."


def test_a_coach_with_plan_adds_edits_and_deletes_what_is_planned_and_nothing_logged(
    folders: Callable[[], Path],
) -> None:
    logbook = visited(folders(), "plan")
    new = planned_run("2026-06-03 07:00")
    logbook.change("the week", save=[new, replace(PLAN, locked=True)])
    assert logbook.planned(ALWAYS) == [replace(PLAN, locked=True), new]
    logbook.delete(new.id, "the run")
    assert logbook.find(new.id) is None
    with pytest.raises(Forbidden, match="not change what was logged"):
        logbook.change("both", save=[planned_lift("2026-06-04 18:00")], delete=[RUN.id])
    assert logbook.find(RUN.id) == RUN
    assert logbook.find("planned lift 2026-06-04 18:00") is None


def test_nobody_writes_in_anothers_name(folders: Callable[[], Path]) -> None:
    logbook = visited(folders(), "comment")
    with pytest.raises(Forbidden):
        logbook.delete_comment(ANNAS)
    logbook.delete_comment(KIMS)
    assert logbook.comments() == [ANNAS]
    assert logbook.comment(RUN.id, "Better.").author == "kim"


def test_an_own_key_may_everything(folders: Callable[[], Path]) -> None:
    logbook = visited(folders(), "log")
    logbook.save(replace(RUN, notes="mine"), "a note")
    logbook.save_athlete(athlete(level="strong"))
    assert logbook.find(RUN.id) == replace(RUN, notes="mine")
    assert logbook.changed_by(PLAN.id) is None


def test_every_role_is_known_to_the_table() -> None:
    assert set(WRITES) == set(get_args(Role))


def test_a_viewer_needs_no_right_to_write_in_the_folder() -> None:
    """Root may write everywhere: where the tests run as root, somebody else looks."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "anna"
        a_log(folder)
        for path in [Path(kept), folder, *folder.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        child = os.fork()
        if child == 0:
            os._exit(_looks_around(folder))
        _, status = os.waitpid(child, 0)
        for path in [Path(kept), folder, *folder.rglob("*")]:
            path.chmod(0o755)
        assert os.waitstatus_to_exitcode(status) == 0


def _looks_around(folder: Path) -> int:
    try:
        if os.geteuid() == 0:
            os.setuid(65534)
        with suppress(OSError):
            (folder / "new").touch()
            return 1
        logbook = visited(folder, "view")
        seen_all = logbook.find(RUN.id) == RUN and logbook.live() is None and logbook.comments() == [ANNAS, KIMS]
        return 0 if seen_all else 2
    except BaseException:
        return 3
