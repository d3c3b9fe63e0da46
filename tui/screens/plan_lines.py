"""Sessions written as a line: what a line says, what it would land back to back with, and how it is saved."""

from datetime import date, timedelta
from typing import Final

from textual.content import Content

from data.calendar import day_of, week_of
from data.editing import edited, sayable
from data.entry import EntryError, parse, write
from data.model import LoggedSession, Session
from data.store.errors import StoreError
from tui.changes import with_plan
from tui.desk import Desk
from tui.format import title_of
from tui.modals.quick_add import Reading
from tui.screens.plan_detail import pair_line, pairs_with
from tui.screens.plan_sight import look
from tui.session_text import exercise_words, facts, heading

# A day and a month without a year are the nearest such day, which within this is no other.
_NEAR: Final = timedelta(150)


def day_prefix(day: date, today: date) -> str:
    """What the line of a session on that day begins with: nothing for today, else "2 jun ", with the year where that
    day of another year may be nearer."""
    if day == today:
        return ""
    return f"{day.day} {day:%b} ".lower() + (f"{day.year} " if abs(day - today) > _NEAR else "")


def line_of(session: Session, desk: Desk) -> str:
    """The line for a session, to be edited."""
    return write(sayable(session, desk.catalogue), desk.logbook.athlete, desk.settings.units, desk.catalogue)


def read(text: str, desk: Desk, before: Session | None) -> Reading:
    """What a line says: as a session to add, or as what becomes of `before`."""
    try:
        return _read(text, desk, before)
    except StoreError as error:
        return Reading(error=EntryError(0, "", str(error)))


def _read(text: str, desk: Desk, before: Session | None) -> Reading:
    said = parse(text, desk.now(), desk.logbook.athlete, desk.settings.units, desk.catalogue)
    if isinstance(said, EntryError):
        return Reading(error=said)
    session = edited(before, said, desk.catalogue) if before else with_plan(said, desk)
    if session is None:
        return Reading(error=EntryError(0, "", "This was done, so it cannot be a plan; delete it and add one."))
    return Reading(session, _preview(session, before, desk))


def _preview(session: Session, before: Session | None, desk: Desk) -> list[Content]:
    """The session as it will be shown, and what it lands back to back with."""
    days = week_of(day_of(session), desk.logbook.athlete.week_start)
    sight = look(desk, days, 0, session)
    entry = next(entry for entry in sight.week.entries if entry.session.id == session.id)
    lines = [heading(entry, desk.catalogue), *facts(entry, desk.settings.units)]
    if entry.planned and not isinstance(before, LoggedSession):
        lines.append(Content.styled(f"as the {title_of(entry.planned, desk.catalogue)} that was planned", "dim"))
    lines += [pair_line(pair, sight, desk) for pair in pairs_with(session.id, sight.pairs)]
    if exercises := exercise_words(entry, desk.catalogue, desk.settings.units, desk.settings.effort):
        lines.append(Content(" · ".join(exercises)))
    return lines
