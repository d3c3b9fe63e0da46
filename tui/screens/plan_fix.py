"""The best week and the maintenance version of a lift, as the Plan screen offers them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from data.calendar import day_of
from data.model import PlannedSession, Session
from data.rules.arrange import Moved
from data.rules.arrange_why import explain_arrangement
from data.rules.dose import MAINTENANCE_WORD, maintenance_session
from data.rules.explain import Explanation
from data.rules.spacing import Pair
from data.rules.week import Entry, week_of_sessions
from data.text import plain
from data.units import format_minutes
from tui.changes import Change
from tui.desk import Desk
from tui.fixing import FIXING, Fix, change_words, fix_of, moves_words, outcome_words, stays_words, unchanged_words
from tui.format import KIND_COLOURS, SEVERITY_COLOURS, SEVERITY_GLYPHS, clock_of, pair_text, title_of
from tui.widgets.week_rows import Row, rows_of

if TYPE_CHECKING:
    from tui.modals.fix_week import Offer, Said
    from tui.screens.plan import PlanScreen


def offer_the_best_week(screen: "PlanScreen") -> None:
    """Show the best week, to be taken or left; say so where the week is best as it is."""
    from tui.modals.fix_week import FixWeek

    desk, days = screen.desk, screen.sight.days
    fix = fix_of(desk, days)
    if not fix.saved:
        screen.notify(unchanged_words(fix), timeout=5, markup=False)
        return

    def _take() -> bool:
        if fix_of(desk, days).saved != fix.saved:
            screen.notify("The week has changed meanwhile: f looks again.", timeout=6, markup=False)
            return True
        return screen.make(Change(FIXING, fix.saved, seen=fix.replaced))

    screen.app.push_screen(FixWeek(_offer_of(fix, desk), _take, lambda: _why_best(fix, desk)))


def make_maintenance(screen: "PlanScreen", entry: Entry) -> None:
    """Turn a planned lift into its maintenance version, or say why that cannot be."""
    desk, session = screen.desk, entry.session
    less = maintenance_session(session, desk.catalogue) if isinstance(session, PlannedSession) else None
    why_not = _why_not_less(entry, less)
    if why_not or not isinstance(session, PlannedSession) or less is None:
        screen.notify(why_not, timeout=5, markup=False)
        return
    name = plain(title_of(session, desk.catalogue))
    if screen.make(Change(f"making {name} maintenance", (less,), seen=(session,))):
        minutes = f", {format_minutes(less.minutes)}" if less.minutes else ""
        screen.notify(f"{plain(less.title)}{minutes}: u brings the whole lift back.", timeout=5, markup=False)


def _why_not_less(entry: Entry, less: PlannedSession | None) -> str:
    """Why a session is not turned to maintenance, in one line; nothing where it can be."""
    if entry.status != "planned":
        return "Only a lift that is still ahead can be made maintenance."
    if entry.session.kind != "strength":
        return "Only a lift has a maintenance version: half the sets at the same weight."
    if entry.session.title.endswith(MAINTENANCE_WORD):
        return "This lift is maintenance already."
    return "" if less else "This lift prescribes no set that could be left out."


def _offer_of(fix: Fix, desk: Desk) -> "Offer":
    from tui.modals.fix_week import Offer

    return Offer(
        before=_rows(fix, fix.before.values(), fix.found.before, desk),
        after=_rows(fix, fix.after.values(), fix.found.after, desk),
        marks={each.id: _mark(each) for each in fix.found.changes},
        said=_said(fix, desk),
        title=moves_words(fix),
        outcome=outcome_words(fix),
        catalogue=desk.catalogue,
    )


def _rows(fix: Fix, sessions: Iterable[Session], found: Iterable[Pair], desk: Desk) -> tuple[Row, ...]:
    by_id = {each.id: each for each in sessions}
    accepted = desk.logbook.accepted()
    week = week_of_sessions(fix.days, by_id.values(), fix.athlete, desk.catalogue, accepted, desk.now())
    return rows_of(week, found, by_id, {})


def _mark(change: Moved) -> str:
    return "↓" if change.start_from == change.start_to else "↕"


def _said(fix: Fix, desk: Desk) -> "list[Said]":
    """What moves and why; what stays; what remains."""
    from tui.modals.fix_week import Said

    said = []
    for change in fix.found.changes:
        style = f"bold {KIND_COLOURS[fix.before[change.id].kind]}"
        line = Content.styled(f"{_mark(change)} {change_words(change, fix, desk)}", style)
        said.append(Said(line, plain(change.reason)))
    if stays := stays_words(fix, desk):
        said.append(Said(Content.assemble(("Stays: ", "bold"), stays)))
    return said + [Said(_pair_line(pair, fix, desk)) for pair in fix.found.after if not pair.accepted]


def _pair_line(pair: Pair, fix: Fix, desk: Desk) -> Content:
    """What remains back to back: "● Intervals, Tue 07:00: 10 h before Tuesday's Gym A"."""
    first, second = fix.after[pair.first], fix.after[pair.second]
    when = f"{day_of(first):%a} {clock_of(first)}".rstrip()
    words = f"{title_of(first, desk.catalogue)}, {when}: {pair_text(pair, first, second, desk.catalogue)}"
    return Content.styled(f"{SEVERITY_GLYPHS[pair.severity]} {plain(words)}", SEVERITY_COLOURS[pair.severity])


def _why_best(fix: Fix, desk: Desk) -> list[Explanation]:
    sessions = fix.before.values()
    return [explain_arrangement(fix.found, fix.days, sessions, fix.athlete, desk.catalogue, desk.now(), fix.moving)]
