"""The best week is saved over the week it was made of, and over no other."""

import pytest
from msgspec.structs import replace

from data.calendar import day_of, week_of
from data.catalogue import load_catalogue
from data.store.errors import Conflict
from data.store.logbook import Logbook
from tests.builders import lift, planned_run, sets
from tests.tui.conftest import MakeDesk
from tests.tui.plan_room import GYM_A, WEEK
from tui.fixing import fix_of, save_fix

CATALOGUE = load_catalogue()
# Two weeks ago: nothing in the two lifts is new to the legs.
KNOWN = sum((sets(each.exercise, 2) for name in "AB" for each in CATALOGUE.templates[f"gym_2day/{name}"].item), ())
ALL = (lift("2026-05-19 18:00", exercises=KNOWN, rpe=6), *WEEK, planned_run("2026-06-06 07:00", 45, id="easy sat"))


def test_what_was_changed_meanwhile_stays(make_desk: MakeDesk) -> None:
    desk = make_desk(*ALL)
    fix = fix_of(desk, week_of(day_of(GYM_A), "monday"))
    assert GYM_A in fix.replaced
    theirs = replace(GYM_A, notes="in the other gym")
    Logbook(desk.logbook._backend, desk.now).save(theirs, "a note")
    with pytest.raises(Conflict):
        save_fix(desk, fix)
    assert [desk.logbook.find(each.id) for each in fix.replaced] == [
        theirs if each == GYM_A else each for each in fix.replaced
    ]


def test_as_it_was_it_is_saved(make_desk: MakeDesk) -> None:
    desk = make_desk(*ALL)
    fix = fix_of(desk, week_of(day_of(GYM_A), "monday"))
    save_fix(desk, fix)
    assert [desk.logbook.find(each.id) for each in fix.saved] == list(fix.saved)
