"""The settings screen: what is pressed and typed is stored at once, and shown."""

import pytest
from textual.pilot import Pilot

from data.model import Athlete
from data.profile import item_named
from data.profile_items import ITEMS
from data.store.config import Settings
from data.store.errors import CannotWrite
from tests.builders import athlete, lift, sets
from tests.tui.conftest import MakeApp, MakeDesk
from tui.actions import actions_of
from tui.app import LegdayApp
from tui.desk import Desk
from tui.screens.settings import SettingsScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.lines import Lines
from tui.widgets.setting_rows import SettingRows

NAMES = [item.name for item in ITEMS]


def stored(pilot: Pilot[None]) -> Athlete:
    assert isinstance(pilot.app, LegdayApp)
    return pilot.app.desk.logbook.athlete


def settings(pilot: Pilot[None]) -> Settings:
    assert isinstance(pilot.app, LegdayApp)
    return pilot.app.desk.settings


def line(pilot: Pilot[None], title: str) -> str:
    """The line of a setting on the page shown, without its title."""
    rows = pilot.app.screen_stack[0].query_one(SettingRows).text.splitlines()
    found = [each.strip("▸ ") for each in rows if each.strip("▸ ").startswith(title)]
    return found[0].removeprefix(title).strip() if found else ""


def said(pilot: Pilot[None]) -> str:
    return " ".join(pilot.app.screen.query_one("#say", Lines).text.split())


async def go(pilot: Pilot[None], name: str) -> None:
    """Open the settings, and put the cursor on one."""
    await pilot.press("f8", *["down"] * NAMES.index(name))


async def put(pilot: Pilot[None], name: str, *keys: str) -> None:
    """Edit a setting: clear it, then type."""
    await go(pilot, name)
    await pilot.press("enter", "ctrl+u", *keys, "enter")


@pytest.mark.parametrize("keys", [("g", "s"), ("f8",)])
async def test_reached_and_left(make_app: MakeApp, keys: tuple[str, ...]) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        assert isinstance(app.screen, SettingsScreen)
        assert line(pilot, "Distances") == "km"
        await pilot.press("escape")
        assert app.current_mode == "plan"


@pytest.mark.parametrize("width", [60, 70, 79])
async def test_the_choices_stand_whole_at_every_width(make_app: MakeApp, width: int) -> None:
    app = make_app()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("f8")
        for item in ITEMS:
            assert isinstance(app.screen, SettingsScreen)
            assert "…" not in app.screen.about.text, item.title
            await pilot.press("down")


async def test_the_palette_goes_there(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)):
        titles = [command.title for command in app.get_system_commands(app.screen)]
    assert "Settings: what legday knows of you · f8" in titles


@pytest.mark.parametrize(
    ("keys", "level"),
    [
        (["right"], "solid"), (["l", "space"], "strong"), (["left", "h"], "strong"), (["h"] * 3, "solid"),
        (["enter"], "solid"), (["right"] * 4, "building"),
    ],
)  # fmt: skip
async def test_choices_go_round_and_are_saved(make_app: MakeApp, keys: list[str], level: str) -> None:
    async with make_app(athlete=athlete(level="building")).run_test(size=(80, 24)) as pilot:
        await go(pilot, "level")
        await pilot.press(*keys)
        assert stored(pilot).level == level
        assert line(pilot, "Level") == level


async def test_a_change_of_the_profile_is_undone_and_done_again(make_app: MakeApp) -> None:
    async with make_app(athlete=athlete(priority="running")).run_test(size=(80, 24)) as pilot:
        await go(pilot, "priority")
        await pilot.press("right", "u")
        assert stored(pilot).priority == "running"
        await pilot.pause()
        assert line(pilot, "Comes first") == "running"
        await pilot.press("ctrl+r")
        assert stored(pilot).priority == "strength"


@pytest.mark.parametrize(
    ("name", "typed", "field", "value", "shown"),
    [
        ("bodyweight", "72.5", "bodyweight_kg", 72.5, "72.5 kg"), ("max-hr", "190", "hr_max", 190, "190 bpm"),
        ("threshold-pace", "4:30", "threshold_s_per_km", 270, "4:30/km"), ("zone", "asia/tokyo", "zone",
                                                                          "Asia/Tokyo", "Asia/Tokyo"),
    ],
)  # fmt: skip
async def test_what_is_typed_is_saved(
    make_app: MakeApp, name: str, typed: str, field: str, value: object, shown: str
) -> None:
    found = item_named(name, ITEMS)
    async with make_app().run_test(size=(80, 24)) as pilot:
        await put(pilot, name, *typed)
        assert getattr(stored(pilot), field) == value
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert line(pilot, getattr(found, "title", "")) == shown


async def test_typing_takes_the_place_of_the_old_value(make_app: MakeApp) -> None:
    async with make_app(athlete=athlete(bodyweight_kg=70)).run_test(size=(80, 24)) as pilot:
        await go(pilot, "bodyweight")
        await pilot.press("enter", *"71", "enter")
        assert stored(pilot).bodyweight_kg == 71


async def test_escape_leaves_it_as_it_was(make_app: MakeApp) -> None:
    async with make_app(athlete=athlete(bodyweight_kg=70)).run_test(size=(80, 24)) as pilot:
        await go(pilot, "bodyweight")
        await pilot.press("enter", *"71", "escape")
        assert stored(pilot).bodyweight_kg == 70
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert line(pilot, "Bodyweight") == "70 kg"


async def test_what_makes_no_sense_is_said_and_can_be_mended(make_app: MakeApp) -> None:
    async with make_app(athlete=athlete(hr_rest=50)).run_test(size=(80, 24)) as pilot:
        await put(pilot, "max-hr", *"19")
        assert stored(pilot).hr_max is None
        assert said(pilot) == "✖ Write beats a minute from 25 to 250, such as 190"
        await pilot.press("0")
        assert said(pilot) == "such as 190; empty unsets it"
        await pilot.press("enter")
        assert stored(pilot).hr_max == 190


@pytest.mark.parametrize("keys", [("d",), ("delete",), ("enter", "ctrl+u", "enter")])
async def test_what_may_be_unset(make_app: MakeApp, keys: tuple[str, ...]) -> None:
    async with make_app(athlete=athlete(hr_max=190)).run_test(size=(80, 24)) as pilot:
        await go(pilot, "max-hr")
        await pilot.press(*keys)
        assert stored(pilot).hr_max is None
        assert line(pilot, "Maximum HR") == "unset"


async def test_half_days_are_taken_and_left(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await go(pilot, "run-times")
        # Monday morning, Tuesday evening, and Wednesday evening taken and left.
        await pilot.press("enter", "space", "right", "down", "x", "l", "space", "space", "enter")
        assert stored(pilot).availability.run == ("mon-morning", "tue-evening")
        assert line(pilot, "Times for runs") == "Mon morning, Tue evening"
        await pilot.press("enter", "a", "a", "enter")
        assert stored(pilot).availability.run is None


async def test_a_lift_needs_a_half_day(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await go(pilot, "lift-times")
        await pilot.press("enter", "a", "enter")
        assert stored(pilot).availability.strength is None
        assert str(pilot.app.screen.query_one("#wrong").render()).startswith("✖ No half-day is left for lifts")
        await pilot.press("space", "enter")
        assert stored(pilot).availability.strength == ("mon-morning",)


async def test_days_and_equipment(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await go(pilot, "lift-days")
        await pilot.press("enter", "space", "left", "space", "enter")
        assert stored(pilot).preferred_strength_days == ("monday", "sunday")
        await pilot.press("down", "enter", "j", "j", "space", "enter")
        assert stored(pilot).equipment == ("barbell",)
        assert line(pilot, "Equipment") == "barbell"


async def test_settings_of_the_machine_are_kept_and_worked_with(make_desk: MakeDesk) -> None:
    kept: list[Settings] = []
    before = make_desk(athlete=athlete(bodyweight_kg=70))
    desk = Desk(before.logbook, before.settings, before.catalogue, before.now, kept.append)
    async with LegdayApp(desk).run_test(size=(80, 24)) as pilot:
        await go(pilot, "weight")
        await pilot.press("right")
        assert kept[-1].units.weight == "lb"
        assert line(pilot, "Bodyweight") == "154.3 lb"
        await pilot.press(*["down"] * (NAMES.index("plates") - NAMES.index("weight")))
        await pilot.press("enter", "ctrl+u", *"45 25 10", "enter")
        assert kept[-1].plates_lb == (45, 25, 10)
        assert line(pilot, "Plates") == "45 25 10 lb"


async def test_the_theme_is_taken_at_once(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "theme")
        await pilot.press("right")
        chosen = settings(pilot).theme
        assert chosen not in (None, "legday")
        assert app.theme == chosen
        assert line(pilot, "Theme") == chosen


async def test_what_the_lifts_say(make_app: MakeApp) -> None:
    squats = lift("2026-05-25 18:00", exercises=sets("back_squat", 3, reps=5, kg=100, rir=0))
    async with make_app(squats, athlete=athlete(level="solid")).run_test(size=(80, 24)) as pilot:
        await put(pilot, "bodyweight", *"72")
        assert line(pilot, "Level") == "solid  your lifts say strong"


async def test_what_cannot_be_saved_stays_to_be_tried_again(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app()

    def full(*_: object) -> None:
        raise CannotWrite("The disk is full; make room.")

    async with app.run_test(size=(80, 24)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(app.desk.logbook, "save_athlete", full)
            await put(pilot, "bodyweight", *"72")
            assert said(pilot) == "✖ It could not be saved; enter tries again"
        assert stored(pilot).bodyweight_kg is None
        await pilot.press("enter")
        assert stored(pilot).bodyweight_kg == 72


async def test_pages(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(40, 20)) as pilot:
        await pilot.press("f8")
        assert line(pilot, "Sex") == ""
        await pilot.press("pagedown")
        assert line(pilot, "Sex") == "unset"
        await pilot.press("pageup", "up")
        assert line(pilot, "Theme") == "legday"


async def test_the_line_stays_over_its_value_when_the_screen_changes(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await go(pilot, "bodyweight")
        await pilot.press("enter", "7")
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        await pilot.pause()
        rows = pilot.app.screen_stack[-2].query_one(SettingRows)
        assert pilot.app.screen.query_one("#value").region.offset == rows.spot()
        await pilot.press("2", "enter")
        assert stored(pilot).bodyweight_kg == 72


async def test_a_click_goes_there_and_edits(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("f8")
        await pilot.click(SettingRows, offset=(4, 5))
        assert stored(pilot).priority == "running"
        await pilot.click(SettingRows, offset=(4, 5))
        assert stored(pilot).priority == "strength"


async def test_why_explains_the_one_under_the_cursor_first(make_app: MakeApp) -> None:
    app = make_app(athlete=athlete(level="strong"))
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "level")
        assert isinstance(app.screen, SettingsScreen)
        first, measured, *others = app.screen.why()
        assert (first.figure, first.value) == ("Level", "strong")
        assert measured.needs == "your bodyweight and a barbell squat or a trap-bar deadlift"
        assert [each.figure for each in others] == [item.title for item in ITEMS if item.name != "level"]


@pytest.mark.parametrize("size", [(40, 20), (80, 24)])
async def test_pages_are_turned_by_their_own_keys_and_the_footer_says_so(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("f8", "right_square_bracket", "full_stop")
        assert app.screen.query_one(SettingRows).page == 0
        await pilot.press("pagedown")
        assert app.screen.query_one(SettingRows).page == 1
        assert "pgdn page" in app.screen.query_one(KeyBar)._bar().plain
        await pilot.press("pageup")
        assert app.screen.query_one(SettingRows).page == 0


async def test_where_all_settings_are_on_one_page_none_is_turned(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("f8")
        assert not {each.name for each in actions_of(app.screen)} & {"page(1)", "page(-1)"}
