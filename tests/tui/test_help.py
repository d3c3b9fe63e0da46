"""The help: every figure explained and every key that works here; the menu of screens; the palette."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.command import CommandPalette
from textual.content import Content
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Static

from data.rules.explain import Explanation
from data.store.config import Settings
from tests.builders import lift, run, sets
from tests.tui.conftest import MakeApp
from tests.tui.plan_room import GYM_A, INTERVALS, all_planned
from tui.actions import actions_of
from tui.keys import EVERYWHERE
from tui.modals.go import GoMenu
from tui.modals.help import HelpModal, explained, hanging, pages_of
from tui.palette import commands
from tui.places import Place
from tui.screens.plan import PlanScreen

PLACES: list[Place] = ["plan", "live", "load"]
SIZES = [(40, 20), (80, 24), (120, 40)]
MONOTONY = Explanation(
    figure="Monotony",
    value="1.27",
    rule="The mean of the seven daily loads / their standard deviation.",
    inputs=(("Mon 1 Jun", "270"), ("Tue 2 Jun", "0")),
    steps=("235.7 / 185.9 = 1.27",),
    source="Foster 1998",
)
CLASHING = (
    lift("2026-06-01 18:00", exercises=sets("back_squat", 5, kg=80, reps=5, rir=2)),
    run("2026-06-02 07:00", 60, type="intervals", rpe=7),
)


def plain(lines: Iterable[Content]) -> list[str]:
    return [line.plain.rstrip() for line in lines]


def page(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app.screen, HelpModal)
    return str(pilot.app.screen.query_one("#page", Static).content)


async def read_through(pilot: Pilot[None]) -> str:
    """All pages of the help, one after the other."""
    pages = [page(pilot)]
    while True:
        await pilot.press("space")
        if page(pilot) == pages[-1]:
            return "\n".join(pages)
        pages.append(page(pilot))


def test_an_explanation_in_lines() -> None:
    assert plain(explained(MONOTONY, 60)) == [
        "Monotony  1.27",
        "The mean of the seven daily loads / their standard",
        "deviation.",
        "  Mon 1 Jun  270",
        "  Tue 2 Jun  0",
        "  235.7 / 185.9 = 1.27",
        "Source: Foster 1998",
    ]


def test_a_figure_without_a_value_says_what_it_needs() -> None:
    missing = Explanation(figure="Strain", value="", rule="Load × monotony.", needs="a rating of 1 session")
    assert plain(explained(missing, 60)) == ["Strain  –", "Needs a rating of 1 session.", "Load × monotony."]


def test_what_a_person_typed_is_no_markup() -> None:
    odd = Explanation(figure="Load", value="5", rule="[bold]x[/] [/", inputs=(("[red]", "day [deload]"),))
    assert plain(explained(odd, 60))[1:] == ["[bold]x[/] [/", "  [red]  day [deload]"]


@given(st.text(st.characters(categories=["L", "Nd", "Zs"]), max_size=120), st.integers(12, 80), st.integers(0, 4))
def test_hanging_lines_fit_and_keep_every_word(text: str, width: int, indent: int) -> None:
    lines = hanging(Content(text), width, indent)
    assert all(line.cell_length <= width for line in lines)
    assert "".join("".join(plain(lines)).split()) == "".join(text.split())


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(3, 20))
def test_pages_fit_and_lose_nothing(sizes: list[int], height: int) -> None:
    blocks = [[Content(f"{block}.{line}") for line in range(size)] for block, size in enumerate(sizes)]
    pages = pages_of(blocks, height)
    assert all(0 < len(each) <= height for each in pages)
    shown = [line.plain for each in pages for line in each if line.plain]
    assert shown == [line.plain for block in blocks for line in block]


def test_what_fits_on_one_page_is_not_broken() -> None:
    blocks = [[Content("a")] * 3, [Content("b")] * 4]
    assert [[line.plain for line in each] for each in pages_of(blocks, 6)] == [["a"] * 3, ["b"] * 4]
    assert len(pages_of(blocks, 8)) == 1


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_help_names_every_key_that_works_here(make_app: MakeApp, place: Place, size: tuple[int, int]) -> None:
    app = make_app(*CLASHING, place=place)
    async with app.run_test(size=size) as pilot:
        active = actions_of(app.screen)
        bound = [each.binding.id for each in app.screen.active_bindings.values() if each.enabled and each.binding.id]
        assert {each.id for each in active} == set(bound) > {each.id for each in EVERYWHERE} - {"go.roster"}
        await pilot.press("question_mark")
        told = " ".join((await read_through(pilot)).split())
        for each in active:
            assert " ".join(each.keys) in told
            assert each.help in told


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "enter"])
async def test_the_help_closes(make_app: MakeApp, key: str) -> None:
    app = make_app(place="load")
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        page(pilot)
        await pilot.press(key)
        assert app.current_mode == "load"
        assert not isinstance(app.screen, HelpModal)


async def test_pages_turn_both_ways_and_stop_at_the_ends(make_app: MakeApp) -> None:
    app = make_app(*CLASHING, place="load")
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("question_mark")
        first = page(pilot)
        await pilot.press("up")
        assert page(pilot) == first
        seen = [first]
        for key in ("space", "down", "j", "pagedown"):
            await pilot.press(key)
            seen.append(page(pilot))
        assert len(set(seen)) == 5
        await pilot.press("up", "k", "pageup", "left")
        assert page(pilot) == first


async def test_tab_goes_to_the_keys_and_back(make_app: MakeApp) -> None:
    app = make_app(*CLASHING, place="load")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        first = page(pilot)
        await pilot.press("tab")
        assert page(pilot).startswith("Keys here")
        await pilot.press("space", "tab")
        assert page(pilot) == first


async def test_where_all_fits_on_one_page_there_is_nothing_to_turn(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("question_mark")
        whole = page(pilot)
        assert "Keys everywhere" in whole
        await pilot.press("space", "tab", "up")
        assert page(pilot) == whole


async def test_the_help_follows_the_size_of_the_terminal(make_app: MakeApp) -> None:
    app = make_app(*CLASHING, place="load")
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("question_mark")
        await pilot.resize_terminal(120, 40)
        lines = page(pilot).splitlines()
        assert len(lines) > 20
        assert all(Content(line).cell_length <= 72 for line in lines)


@pytest.mark.parametrize(("keys", "place"), [("gp", "plan"), ("gv", "live"), ("gw", "load")])
async def test_the_menu_goes_to_a_screen(make_app: MakeApp, keys: str, place: str) -> None:
    app = make_app(place="load" if place != "load" else "plan")
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.current_mode == place


@pytest.mark.parametrize("key", ["escape", "q", "g"])
async def test_the_menu_may_be_left(make_app: MakeApp, key: str) -> None:
    app = make_app(place="load")
    async with app.run_test() as pilot:
        await pilot.press("g")
        assert isinstance(app.screen, GoMenu)
        await pilot.press(key)
        assert not isinstance(app.screen, GoMenu)
        assert app.current_mode == "load"


@pytest.mark.parametrize(("key", "place"), [("f1", "plan"), ("f2", "live"), ("f3", "load")])
async def test_function_keys_go_to_a_screen(make_app: MakeApp, key: str, place: str) -> None:
    app = make_app(place="live")
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.current_mode == place


@pytest.mark.parametrize("place", PLACES)
async def test_the_palette_holds_every_key_of_the_screen(make_app: MakeApp, place: Place) -> None:
    app = make_app(*CLASHING, place=place)
    async with app.run_test():
        active = actions_of(app.screen)
        lines = {command.title for command in commands(app, app.screen)}
        for each in active:
            if each.id != "palette":
                assert f"{each.help} · {' '.join(each.keys)}" in lines


async def test_the_palette_does_what_it_says(make_app: MakeApp) -> None:
    app = make_app(*CLASHING, place="load")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"a year of")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()
        assert "52 weeks" in str(app.screen.query_one("#head", Static).content)


@pytest.mark.parametrize("enters", [2, 3])
async def test_enters_in_a_burst_do_what_was_found_once(make_app: MakeApp, enters: int) -> None:
    app = make_app(GYM_A, INTERVALS)
    async with app.run_test() as pilot:
        await pilot.press("d", "down", "d", "ctrl+p", *"undo the last")
        await app.workers.wait_for_complete()
        for _ in range(enters):
            app.post_message(Key("enter", None))
        await pilot.pause()
        assert app.is_running
        assert isinstance(app.screen, PlanScreen)
        assert len(all_planned(app)) == 1
        assert app.desk.logbook.live() is None


async def test_enters_in_a_burst_take_the_theme_that_was_found(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.action_change_theme()
        await pilot.press(*"legday-light")
        await app.workers.wait_for_complete()
        for _ in range(2):
            app.post_message(Key("enter", None))
        await pilot.pause()
        assert app.is_running
        assert app.theme == "legday-light"


async def test_keys_bound_anew_are_shown_as_they_are_now(make_app: MakeApp) -> None:
    app = make_app(place="load", settings=Settings(keys={"load.year": "z"}))
    async with app.run_test() as pilot:
        assert {each.id: each.keys for each in actions_of(app.screen)}["load.year"] == ("z",)
        await pilot.press("question_mark")
        assert "z  " in await read_through(pilot)


async def test_a_heading_without_keys_is_left_out(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        here = [each for each in actions_of(app.screen) if not each.everywhere]
        await app.push_screen(HelpModal([MONOTONY], here))
        assert "Keys everywhere" not in await read_through(pilot)


async def test_the_menu_is_whole_on_a_phone(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("g")
        assert isinstance(app.screen, GoMenu)
        assert [line.region.width for line in app.screen.query(Static) if line.region.right > 38] == []
        assert all(line.size.width >= len(str(line.content)) for line in app.screen.query(Static))
