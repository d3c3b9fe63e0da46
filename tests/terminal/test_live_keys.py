"""Every template's session logged as prescribed, on a phone's terminal: a key a set, and at most four more."""

from functools import partial
from pathlib import Path

import pytest

from data.calendar import Days
from data.catalogue import load_catalogue
from data.live.lift import LiveLift, sets_done
from data.store.home import Home
from data.store.logbook import Logbook
from tests.builders import athlete, moment, planned_lift
from tests.terminal.terminal import legday

PHONE = (40, 20)
CATALOGUE = load_catalogue()
NOW = moment("2026-06-01 18:00")
TODAY = Days(NOW.date(), moment("2026-06-02 12:00").date())
# A minute is a second: a side plank of half a minute a side is over in one.
SPEED = 60


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    logbook = Home(tmp_path).open_logbook("anna", lambda: NOW, new=True)
    logbook.save_athlete(athlete())
    return logbook


def under_way(logbook: Logbook) -> LiveLift:
    lift = logbook.under_way()
    assert isinstance(lift, LiveLift)
    return lift


def has_sets(logbook: Logbook, number: int) -> bool:
    return sets_done(under_way(logbook)) == number


@pytest.mark.parametrize("template", CATALOGUE.templates)
def test_a_session_as_prescribed_takes_a_key_a_set_and_at_most_four_more(
    template: str, logbook: Logbook, tmp_path: Path
) -> None:
    logbook.save(planned_lift("2026-06-01 18:00", 38, template=template, id="planned"), "the plan")
    pressed = 0
    with legday(tmp_path, now=NOW.isoformat(), size=PHONE, speed=SPEED) as phone:

        def press(key: str) -> None:
            nonlocal pressed
            phone.press(key)
            pressed += 1

        phone.shows(CATALOGUE.templates[template].title)
        press("\r")
        phone.until(lambda: logbook.under_way() is not None, "the lift")
        wanted = [each for one in under_way(logbook).exercises for each in one.prescribed]
        for number in range(1, len(wanted) + 1):
            press("\r")
            phone.until(partial(has_sets, logbook, number), f"set {number}")
        phone.shows("How hard")
        press("7")
        phone.until(lambda: logbook.under_way() is None, "the end")
    (session,) = logbook.logged(TODAY)
    assert (session.rpe, session.plan_id) == (7, "planned")
    assert pressed <= len(wanted) + 4
    done = [each for one in session.exercises for each in one.sets]
    assert [(each.type, each.kg, amounts(each)) for each in done] == [
        (each.type, each.kg, amounts(each)) for each in wanted
    ]


def amounts(done: object) -> list[float | None]:
    return [getattr(done, name) for name in ("reps", "seconds", "metres", "contacts")]
