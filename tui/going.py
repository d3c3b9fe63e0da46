"""Going about in the app: from place to place, to the log of an athlete of the club, and back."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.left import LeftQuestion
from tui.places import OF_A_LOG, Place

if TYPE_CHECKING:
    from tui.app import LegdayApp


def add_places(app: "LegdayApp", places: Iterable[Place]) -> None:
    """Let the app go to these places, each with a screen that is made when one first goes there."""
    for place in places:
        app.add_mode(place, partial(_screen_at, place, app))


async def open_log(app: "LegdayApp", name: str, place: Place) -> None:
    """Put the log of an athlete of the club on the desk, and show it there. Raises StoreError."""
    if app.club and name != app.visited:
        app.desk = app.club.desk(name)
        app.visited = name
        app.left = LeftQuestion(app.desk)
        for each in OF_A_LOG:
            await app.remove_mode(each)
        add_places(app, OF_A_LOG)
    await _show(app, place)


async def go(app: "LegdayApp", place: Place) -> None:
    """Show another screen, from the roster that of the athlete under the cursor; a key pressed right after is for that
    one."""
    if app.current_mode == "roster" and place != "roster":
        await app.run_action(f"open({place!r})", app.screen)
    else:
        await _show(app, place)


def ask_where(app: "LegdayApp") -> None:
    """Ask which screen to show."""
    from tui.modals.go import GoMenu

    async def _answered(place: Place | None) -> None:
        if place:
            await go(app, place)

    app.push_screen(GoMenu(roster=app.club is not None), _answered)


async def back(app: "LegdayApp") -> None:
    """Go back to the plan; from the plan of somebody on the roster, to that."""
    if app.current_mode != "roster":
        await go(app, "roster" if app.current_mode == "plan" and app.visited else "plan")


async def leave(app: "LegdayApp") -> None:
    """Go back; from the roster or one's own plan, quit."""
    if app.current_mode == "roster" or (app.current_mode == "plan" and not app.visited):
        app.exit()
    else:
        await back(app)


async def _show(app: "LegdayApp", place: Place) -> None:
    await app.switch_mode(place)
    if place == "live":
        from tui.screens.live import moved_on

        if moved := moved_on(app.screen, app.desk):
            await moved
        app.ask_about_left()


def _screen_at(place: Place, app: "LegdayApp") -> Screen[None]:
    """The screen at that place, made anew, of the log on the app's desk."""
    # Each is imported when it is first shown: the start pays for one alone.
    match place:
        case "plan":
            from tui.screens.plan import PlanScreen

            return PlanScreen(app.desk)
        case "live":
            from tui.screens.live import live_screen

            return live_screen(app.desk)
        case "load":
            from tui.screens.load import LoadScreen

            return LoadScreen(app.desk)
        case "settings":
            from tui.screens.settings import SettingsScreen

            return SettingsScreen(app.desk)
        case "roster":
            from tui.screens.roster import RosterScreen

            assert app.club
            return RosterScreen(app.club, app.open_log)
