"""The places one can go to, and the screen at each. A screen is imported when it is first shown: the start pays for one
alone."""

from typing import TYPE_CHECKING, Final, Literal

from textual.screen import Screen

if TYPE_CHECKING:
    from tui.app import LegdayApp

Place = Literal["plan", "live", "load", "settings", "roster"]
# What is shown of one log.
OF_A_LOG: Final[tuple[Place, ...]] = ("plan", "live", "load", "settings")


def screen_at(place: Place, app: "LegdayApp") -> Screen[None]:
    """The screen at that place, made anew, of the log on the app's desk."""
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
