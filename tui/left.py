"""The question what is to become of a session that was left for more than a day, asked wherever it is come upon."""

from datetime import datetime
from typing import TYPE_CHECKING

from data.calendar import in_zone
from data.live.lift import LiveLift, sets_done
from data.live.run import LiveRun
from data.live.stale import STALE_AFTER, Live, is_stale, last_moment
from data.units import format_minutes
from tui.desk import Desk
from tui.messages import LogChanged

if TYPE_CHECKING:
    from tui.app import LegdayApp
    from tui.modals.stale import Left


class LeftQuestion:
    """Asks once: not while it is being asked, and not of a session that is to be kept until a day has gone by."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asking = False
        self._kept: tuple[str, datetime] | None = None

    def due(self) -> Live | None:
        """The session to ask about; none for a visitor. Raises StoreError where the log cannot be read."""
        visitor = self._desk.logbook.visitor
        if visitor and visitor.limited:
            return None
        live, now = self._desk.logbook.live(), self._desk.now()
        if live is None or self._asking or not is_stale(live, now):
            return None
        kept = self._kept is not None and self._kept[0] == live.id and now - self._kept[1] <= STALE_AFTER
        return None if kept else live

    async def ask(self, app: "LegdayApp") -> None:
        """Ask, where there is something to ask about, and do what is answered. To be run in a worker."""
        from tui.modals.stale import StaleModal

        while live := self.due():
            self._asking = True
            try:
                answer = await app.push_screen_wait(StaleModal(left_words(live, self._desk)))
                over = await self._answered(app, live, answer)
            finally:
                self._asking = False
            if over:
                app.screen.post_message(LogChanged())

    async def _answered(self, app: "LegdayApp", live: Live, answer: str) -> bool:
        """Do what was answered; whether the session is over."""
        if answer == "keep" or self._desk.logbook.live() != live:
            self._kept = live.id, self._desk.now()
            return False
        if answer == "drop":
            from tui.screens.ending import throw_away

            return throw_away(app, self._desk, live)
        if isinstance(live, LiveLift):
            from tui.screens.ending import ask_how_it_ends

            return await ask_how_it_ends(app, self._desk, live)
        # A run says itself how far and how long it was.
        self._kept = live.id, self._desk.now()
        await app.action_go("live")
        await app.screen.run_action("finish")
        return False


def left_words(live: Live, desk: Desk) -> "Left":
    """What was left, in words."""
    from tui.ending_words import count_words, near_day
    from tui.modals.stale import Left

    begun, last = (in_zone(each, live.zone) for each in (live.start, last_moment(live)))
    about = [f"Begun {begun:%A} {near_day(begun.date(), desk.today())} at {begun:%H:%M}."]
    if isinstance(live, LiveRun):
        return Left(live.title or "Run", tuple(about), "say how far and how long")
    if not sets_done(live):
        return Left(live.title or "Lift", (*about, "No set is logged."), "")
    minutes = max(1, round((last - begun).total_seconds() / 60))
    sets = count_words(sets_done(live), "set")
    about.append(f"{sets}, the last one at {last:%H:%M}.")
    return Left(live.title or "Lift", tuple(about), f"{sets} in {format_minutes(minutes)}")
