"""Live with nothing under way: what can be begun."""

from typing import Final

from textual import getters, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.screen import Screen

from data.calendar import day_of
from data.model import LoggedSession, PlannedSession
from data.rules.duration import estimated_minutes, planned_minutes
from data.rules.volume import session_sets
from tui.desk import Desk
from tui.ending_words import count_words, near_day
from tui.format import clock_of, title_of
from tui.keys import Key, bindings
from tui.messages import LogChanged
from tui.screens.lifting import begin_chosen, lifted_today, lifts_of_today, lifts_to_repeat
from tui.screens.live import moved_on
from tui.screens.running import open_run, runs_of_today
from tui.telling import Telling
from tui.widgets.key_bar import KeyBar
from tui.widgets.lines import Lines
from tui.widgets.lobby import Choice, Lobby

KEYS = (
    Key("live.begin", "enter", "begin", "begin", "Begin what is under the cursor"),
    Key("live.choose_down", "down,j", "choose(1)", "choose", "Next"),
    Key("live.choose_up", "up,k", "choose(-1)", "up", "Previous", footer=False),
)
# What an empty session and a run that nobody planned are chosen by.
EMPTY: Final = "empty"
FREE_RUN: Final = "run"


class LobbyScreen(Telling, Screen[None]):
    """What is planned for today, the last lifts, the templates, an empty session, a run: one of them is begun."""

    BINDINGS = bindings(KEYS)
    SHOWS = type(None)
    RIGHT = "log"

    head = getters.query_one("#head", Lines)
    lobby = getters.query_one(Lobby)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """Head, choices, keys."""
        yield Lines(id="head", classes="head")
        yield Lobby()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what can be begun."""
        self.head.show([Content("Live · nothing under way")])
        self.lobby.offer(choices(self.desk))

    def on_screen_resume(self) -> None:
        """The day or the plan may have changed meanwhile, or a lift begun."""
        self._reload()

    def on_log_changed(self, event: LogChanged) -> None:
        """Another terminal began a lift, or changed the plan."""
        self._reload()

    @on(Lobby.Clicked)
    def begin_clicked(self) -> None:
        """Begin what was clicked."""
        if self.desk.may("log"):
            self._begin()

    async def action_begin(self) -> None:
        """Begin what is under the cursor; a key pressed right after is for what has begun."""
        if begun := self._begin():
            await begun

    def action_choose(self, by: int) -> None:
        """Move the cursor."""
        self.lobby.move(by)

    def _begin(self) -> AwaitComplete | None:
        key = self.lobby.chosen
        if key and self.desk.attempt(self.app, lambda: begin(self.desk, key)):
            return moved_on(self, self.desk)
        return None

    def _reload(self) -> None:
        if not moved_on(self, self.desk):
            self.lobby.offer(choices(self.desk))


def begin(desk: Desk, key: str) -> None:
    """Begin the choice of that key. Nothing happens where something is under way. Raises StoreError."""
    plan = next((each for each in runs_of_today(desk) if each.id == key), None)
    if plan or key == FREE_RUN:
        open_run(desk, plan)
    else:
        begin_chosen(desk, key)


def choices(desk: Desk) -> list[Choice]:
    """Today's lifts and runs, the last lifts, the templates, an empty session, a run; nothing for who only looks."""
    if not desk.may("log"):
        return [Choice(None, "What is under way shows up here.")]
    today = [
        Choice(plan.id, title_of(plan, desk.catalogue), _about(clock_of(plan), _minutes_words(plan, desk)))
        for plan in (*lifts_of_today(desk), *runs_of_today(desk))
    ]
    templates = [
        Choice(each.key, each.title, f"{estimated_minutes(each.item, desk.catalogue):.0f} min")
        for each in desk.catalogue.templates.values()
    ]
    return [
        *([Choice(None, "Planned for today"), *today] if today else [Choice(None, none_left(desk))]),
        *_again(desk),
        Choice(None, "Or begin"),
        *templates,
        Choice(FREE_RUN, "Run", "stopwatch, intervals"),
        Choice(EMPTY, "Empty session", "add as you go"),
    ]


def _again(desk: Desk) -> list[Choice]:
    """The last lifts, to be done once more."""
    lifts = [
        Choice(each.id, title_of(each, desk.catalogue), f"{near_day(day_of(each), desk.today())} · {_sets_words(each)}")
        for each in lifts_to_repeat(desk)
    ]
    return [Choice(None, "Or as last time"), *lifts] if lifts else []


def _sets_words(session: LoggedSession) -> str:
    return count_words(session_sets(session)[0], "set")


def _minutes_words(plan: PlannedSession, desk: Desk) -> str:
    minutes = planned_minutes(plan, desk.catalogue)
    return "" if minutes is None else f"{minutes:.0f} min"


def none_left(desk: Desk) -> str:
    """Why no lift of today is offered: it is done, or there is none."""
    return "Today's lift is done." if lifted_today(desk) else "No lift is planned for today."


def _about(*words: str) -> str:
    return " · ".join(filter(None, words))
