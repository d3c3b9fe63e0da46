"""The first run: enter, enter, enter, and a plan is on the screen."""

from typing import Any

import pytest
from textual.pilot import Pilot

from data.calendar import Days
from data.catalogue import load_catalogue
from data.model import Athlete, Priority
from data.store.config import Settings
from data.store.errors import CannotWrite
from data.store.logbook import Logbook
from data.store.memory import MemoryBackend
from data.units import Units
from tests.builders import BERLIN, moment
from tests.tui.conftest import MakeApp, StillClock
from tests.tui.plan_room import toasts
from tui.app import LegdayApp
from tui.desk import Desk
from tui.screens.setup import SetupScreen
from tui.widgets.questions import Questions

CATALOGUE = load_catalogue()
ANNA = Athlete(name="anna", zone=BERLIN)
# Eight weeks from the day of the test on.
AHEAD = Days(moment("2026-06-03 12:00").date(), moment("2026-07-29 12:00").date())


class NewApp:
    """An app on a log in which nothing was ever saved; `kept` are the settings it saved."""

    def __init__(self, clock: StillClock) -> None:
        self.kept: list[Settings] = []
        self.logbook = Logbook(MemoryBackend(), clock)
        self.app = LegdayApp(Desk(self.logbook, Settings(), CATALOGUE, clock, self.kept.append, ANNA))

    def planned(self) -> list[str]:
        return [f"{each.start:%a %d %b %H:%M} {each.template}" for each in self.logbook.planned(AHEAD)]


@pytest.fixture
def new(clock: StillClock) -> NewApp:
    """Noon on Wednesday 3 June, in Berlin."""
    clock.now = moment("2026-06-03 12:00")
    return NewApp(clock)


def asked(pilot: Pilot[None]) -> bool:
    return isinstance(pilot.app.screen, SetupScreen)


def shown(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(Questions).text


async def test_three_times_enter_lays_four_weeks(new: NewApp) -> None:
    async with new.app.run_test() as pilot:
        assert asked(pilot)
        await pilot.press("enter", "enter", "enter")
        assert not asked(pilot)
    assert new.planned() == [
        "Fri 05 Jun 18:00 gym_2day/A",
        "Tue 09 Jun 18:00 gym_2day/B",
        "Fri 12 Jun 18:00 gym_2day/A",
        "Tue 16 Jun 18:00 gym_2day/B",
        "Fri 19 Jun 18:00 gym_2day/A",
        "Tue 23 Jun 18:00 gym_2day/B",
        "Fri 26 Jun 18:00 gym_2day/A",
        "Tue 30 Jun 18:00 gym_2day/B",
    ]
    assert new.logbook.athlete == Athlete(name="anna", zone=BERLIN, preferred_strength_days=("tuesday", "friday"))
    assert [settings.units for settings in new.kept] == [Units("km", "kg")]


@pytest.mark.parametrize(
    ("keys", "units"),
    [
        ((), Units("km", "kg")), (("down",), Units("mi", "lb")), (("j", "j"), Units("mi", "kg")),
        (("up",), Units("km", "lb")), (("k", "down", "right", "l", "left"), Units("mi", "lb")),
    ],
)  # fmt: skip
async def test_units(new: NewApp, keys: tuple[str, ...], units: Units) -> None:
    async with new.app.run_test() as pilot:
        await pilot.press(*keys, "enter", "enter", "enter")
    assert new.kept[-1].units == units
    assert new.app.desk.settings.units == units


@pytest.mark.parametrize(("keys", "priority"), [((), "running"), (("down",), "strength"), (("tab",), "strength")])
async def test_what_comes_first(new: NewApp, keys: tuple[str, ...], priority: Priority) -> None:
    async with new.app.run_test() as pilot:
        await pilot.press("enter", *keys, "enter", "enter")
    assert new.logbook.athlete.priority == priority


async def test_days_are_taken_and_left(new: NewApp) -> None:
    async with new.app.run_test() as pilot:
        # From Tuesday: leave it, take Monday, and Wednesday.
        await pilot.press("enter", "enter", "space", "left", "x", "right", "l", "space", "enter")
    assert new.logbook.athlete.preferred_strength_days == ("monday", "wednesday", "friday")
    assert new.planned()[:3] == [
        "Wed 03 Jun 18:00 gym_2day/A",
        "Fri 05 Jun 18:00 gym_2day/B",
        "Mon 08 Jun 18:00 gym_2day/A",
    ]


async def test_up_and_down_leave_the_days_which_stand_in_a_row(new: NewApp) -> None:
    async with new.app.run_test() as pilot:
        await pilot.press("enter", "enter", "down", "k", "space", "enter")
    assert new.logbook.athlete.preferred_strength_days == ("friday",)


async def test_without_days_nothing_is_planned(new: NewApp) -> None:
    async with new.app.run_test() as pilot:
        await pilot.press("enter", "enter", "space", "right", "right", "right", "space", "enter")
        assert not asked(pilot)
    assert new.planned() == []
    assert new.app.desk.day_wanted is None


async def test_the_weeks_are_one_change_to_undo(new: NewApp) -> None:
    async with new.app.run_test() as pilot:
        await pilot.press("enter", "enter", "enter")
        await pilot.press("u")
        assert new.planned() == []
        assert new.logbook.athlete.preferred_strength_days == ("tuesday", "friday")


async def test_back_to_an_earlier_answer(new: NewApp) -> None:
    async with new.app.run_test() as pilot:
        await pilot.press("enter", "down", "enter")
        assert "3 Which days to lift?\n" in shown(pilot)
        await pilot.press("escape", "shift+tab")
        assert "1 Units?\n" in shown(pilot)
        assert "What comes first?  strength" in shown(pilot)
        await pilot.press("down", "enter", "enter", "enter")
    assert new.kept[-1].units == Units("mi", "lb")
    assert new.logbook.athlete.priority == "strength"


async def test_later_saves_nothing_and_asks_again_next_time(new: NewApp) -> None:
    async with new.app.run_test(notifications=True) as pilot:
        await pilot.press("escape")
        assert not asked(pilot)
        assert "Asked again at the next start" in toasts(pilot.app)[0]
    assert new.kept == []
    assert new.logbook.is_new()


async def test_quitting_saves_nothing(new: NewApp) -> None:
    async with new.app.run_test() as pilot:
        await pilot.press("enter", "q")
    assert new.logbook.is_new()
    assert new.app.return_code == 0


async def test_a_log_that_cannot_be_written_keeps_the_answers_for_another_try(
    new: NewApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with new.app.run_test(notifications=True) as pilot:
        await pilot.press("enter", "down", "enter")
        with monkeypatch.context() as full:
            full.setattr(new.logbook, "save_athlete", _full_disk)
            await pilot.press("enter")
            assert asked(pilot)
            assert [toast.message for toast in pilot.app._notifications] == [
                "The disk is full. Make room and try again."
            ]
        await pilot.press("enter")
        assert not asked(pilot)
    assert new.logbook.athlete.priority == "strength"
    assert len(new.planned()) == 8


def _full_disk(*_: object, **__: object) -> None:
    raise CannotWrite("The disk is full. Make room and try again.")


async def test_the_mouse_answers_too(new: NewApp) -> None:
    async with new.app.run_test() as pilot:
        await pilot.click(Questions, offset=(8, 2))
        assert "▸ miles and pounds" in shown(pilot)
        await pilot.press("enter", "enter")
        # Under the name of Monday, in the third question.
        await pilot.click(Questions, offset=(4, 5))
        await pilot.press("enter")
    assert new.kept[-1].units == Units("mi", "lb")
    assert new.logbook.athlete.preferred_strength_days == ("monday", "tuesday", "friday")


async def test_who_is_known_is_not_asked(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        assert not asked(pilot)


async def test_what_another_terminal_answered_meanwhile_is_not_overwritten(new: NewApp) -> None:
    theirs = Athlete(name="anna", zone=BERLIN, priority="strength")
    async with new.app.run_test(notifications=True) as pilot:
        await pilot.press("enter", "enter")
        new.logbook.save_athlete(theirs)
        await pilot.press("enter")
        assert new.logbook.athlete == theirs
        assert (new.planned(), new.kept) == ([], [])
        assert asked(pilot)
        assert "answered on another terminal" in toasts(pilot.app)[-1]


async def test_an_answer_changed_after_a_plan_that_found_no_room_is_saved(
    new: NewApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = new.logbook.change

    def full(what: str, **parts: Any) -> None:
        if "save" in parts:
            raise CannotWrite("The disk is full. Make room and try again.")
        save(what, **parts)

    async with new.app.run_test(notifications=True) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(new.logbook, "change", full)
            await pilot.press("enter", "enter", "enter")
        assert asked(pilot)
        assert len(new.logbook.athlete.preferred_strength_days) == 2
        await pilot.press("space", "enter")
        assert not asked(pilot)
    assert list(new.logbook.athlete.preferred_strength_days) == ["friday"]
    assert len(new.planned()) == 4
