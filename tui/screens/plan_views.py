"""What the Plan screen shows of a week: its head, its phases, its rows, and what is said below them."""

from typing import Final

from textual.content import Content

from tui.desk import Desk
from tui.screens.plan_choice import about
from tui.screens.plan_detail import detail
from tui.screens.plan_moves import Move
from tui.screens.plan_sight import Sight
from tui.screens.plan_spot import Spot
from tui.talk import talk_marks
from tui.widgets.season_band import season_band
from tui.widgets.week_head import week_head
from tui.widgets.week_rows import SessionRow
from tui.widgets.week_view import Shown

WIDE: Final = 110
# Lines that the head, the keys and the line below the week take.
_AROUND: Final = 3


def head(sight: Sight, width: int) -> Content:
    """The line above the week, on a screen so wide."""
    return week_head(sight.week, sight.athlete, sight.aim, width - 2, talk_marks(sight.talk, sight.days, width))


def band(sight: Sight, width: int) -> Content:
    """The phases in a line, on a screen so wide; nothing where there are none or no room for them."""
    return season_band(sight.athlete.phases, sight.days, width - 2) if width >= WIDE else Content()


def week(spot: Spot, move: Move | None, desk: Desk, height: int) -> Shown:
    """The rows and what is said below them, on a screen of so many lines without the band."""
    sight = spot.sight
    return Shown(
        rows=sight.rows,
        cursor=spot.cursor,
        today=desk.today(),
        catalogue=desk.catalogue,
        units=desk.settings.units,
        below=detail(spot.row, sight, move, desk, height - len(sight.rows) - _AROUND),
        moving=move.session.id if move else None,
        about=None if move or not desk.may("plan") else about(spot.row, sight),
        signs=sight.talk.signs(each.entry.session for each in sight.rows if isinstance(each, SessionRow)),
    )
