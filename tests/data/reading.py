"""Reading a line in tests: on Monday 1 June 2026 at 12:00 in Berlin, in kilometres and kilograms, unless said."""

from datetime import datetime

from data.catalogue import load_catalogue
from data.entry import EntryError, parse, write
from data.model import LoggedSession, PlannedSession, Session
from data.units import Units
from tests.builders import athlete, moment

CATALOGUE = load_catalogue()
ANNA = athlete()
NOON = moment("2026-06-01 12:00")
METRIC = Units()
MILES = Units(distance="mi", weight="lb")


def read(line: str, now: datetime = NOON, units: Units = METRIC) -> Session | EntryError:
    """What the line is read as."""
    return parse(line, now, ANNA, units, CATALOGUE)


def written(session: Session, units: Units = METRIC) -> str:
    """The line of a session."""
    return write(session, ANNA, units, CATALOGUE)


def logged(line: str, now: datetime = NOON, units: Units = METRIC) -> LoggedSession:
    """The session that the line logs; a failure where it does not."""
    session = read(line, now, units)
    assert isinstance(session, LoggedSession), session
    return session


def planned(line: str, now: datetime = NOON, units: Units = METRIC) -> PlannedSession:
    """The session that the line plans; a failure where it does not."""
    session = read(line, now, units)
    assert isinstance(session, PlannedSession), session
    return session


def error(line: str, units: Units = METRIC) -> EntryError:
    """What is wrong with the line; a failure where nothing is."""
    found = read(line, units=units)
    assert isinstance(found, EntryError), found
    return found


def local(session: Session) -> str:
    """The day and time that the session starts on, where it is."""
    return f"{session.start:%Y-%m-%d %H:%M}"
