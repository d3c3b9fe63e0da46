"""The questions that the Plan screen asks, and what is done with the answers. A modal is imported when it is shown."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from data.model import PlannedSession, Session
from data.rules.spacing import Pair
from data.rules.week import Entry
from data.text import plain
from tui.changes import adding
from tui.format import title_of
from tui.screens import plan_changes as changes
from tui.screens.coming import coming_of
from tui.screens.plan_detail import pair_line
from tui.screens.plan_session import begin, delete

if TYPE_CHECKING:
    from tui.modals.lay_template import Choice
    from tui.modals.rate import Answer as Rated
    from tui.modals.session import Answer
    from tui.screens.plan import PlanScreen


def for_a_session(screen: "PlanScreen", day: date) -> None:
    """A new session in one line, which begins with the day."""
    from tui.screens.plan_lines import day_prefix

    _for_a_line(screen, "Add a session", day_prefix(day, screen.desk.today()), None)


def for_an_edit(screen: "PlanScreen", session: Session) -> None:
    """A session as its line, to be edited."""
    from tui.screens.plan_lines import line_of

    _for_a_line(screen, f"Edit {title_of(session, screen.desk.catalogue)}", line_of(session, screen.desk), session)


def why_accept(screen: "PlanScreen", pair: Pair) -> None:
    """The reason why a warning is accepted."""
    from tui.modals.accept import Accept

    sight = screen.sight

    def _answered(reason: str | None) -> None:
        if reason:
            screen.make(changes.accepting(pair, reason, sight, screen.desk))

    reason = sight.reasons.get((pair.first, pair.second), "")
    screen.app.push_screen(Accept(pair_line(pair, screen.sight, screen.desk), pair.advice, reason), _answered)


def for_a_rating(screen: "PlanScreen", plan: PlannedSession, entry: Entry) -> None:
    """How hard a session was that was done as planned; or what was done in its place."""
    from data.done import done_as_planned
    from tui.modals.rate import Rate
    from tui.screens.plan_lines import line_of
    from tui.session_text import when_words

    desk = screen.desk
    done = done_as_planned(plan, None, desk.now(), desk.catalogue)

    def _answered(answer: "Rated | None") -> None:
        if answer == "otherwise":
            _for_a_line(screen, f"Log {title_of(plan, desk.catalogue)}", line_of(done, desk), plan)
        elif answer is not None:
            rated = replace(done, rpe=None if answer == "unrated" else answer)
            screen.make(changes.logging(plan, rated, desk), show=rated)

    about = when_words(entry) + ("" if entry.minutes else " · no minutes planned")
    if done.start != plan.start:
        about += f"\nlogged as done now, {when_words(replace(entry, session=done))}"
    screen.app.push_screen(Rate(f"Log {plain(title_of(plan, desk.catalogue))}", about), _answered)


def about(screen: "PlanScreen", entry: Entry) -> None:
    """A session in full, and what is to be done with it."""
    from tui.modals.session import SessionSheet, offers
    from tui.session_text import in_full

    session, desk = entry.session, screen.desk

    async def _answered(answer: "Answer | None") -> None:
        if answer == "edit":
            for_an_edit(screen, session)
        elif answer == "delete":
            delete(screen, session)
        elif answer == "log" and isinstance(session, PlannedSession):
            for_a_rating(screen, session, entry)
        elif answer == "start" and isinstance(session, PlannedSession):
            await begin(screen, session)

    paragraphs = in_full(entry, desk.catalogue, desk.settings.units, desk.settings.effort, coming_of(desk, entry))
    screen.app.push_screen(
        SessionSheet(title_of(session, desk.catalogue), paragraphs, offers(session, desk.may)), _answered
    )


def for_a_template(screen: "PlanScreen", from_day: date) -> None:
    """Which template to lay over the coming weeks, and how."""
    from tui.modals.lay_template import LayTemplate
    from tui.screens.plan_template import Laying

    laying = Laying(screen.desk, from_day)

    def _lay(choice: "Choice") -> bool:
        lifts = laying.lifts(choice)
        return bool(lifts) and screen.make(changes.laying(lifts), show=lifts[0])

    modal = LayTemplate(laying.families(), laying.first(), laying.usual, laying.preview, _lay)
    screen.app.push_screen(modal)


def _for_a_line(screen: "PlanScreen", title: str, text: str, before: Session | None) -> None:
    from tui.modals.quick_add import QuickAdd
    from tui.screens.plan_lines import read

    desk = screen.desk

    def _save(session: Session) -> bool:
        change = changes.editing(session, before, desk) if before else adding(session, desk)
        return screen.make(change, show=session)

    screen.app.push_screen(QuickAdd(title, text, partial(read, desk=desk, before=before), _save))
