"""Moving a session: from place to place, until it is dropped or put back."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from data.model import LoggedSession, PlannedSession, Session
from data.placing import Place, days_on, half_days_on, place_of, placed


class Move(NamedTuple):
    """A session on its way: as the log has it, and the place where it is held."""

    session: PlannedSession
    place: Place

    def held(self, others: Iterable[Session]) -> PlannedSession:
        """The session as it would be at its place, among the others."""
        there = placed(self.session, self.place, others)
        # What was missed or skipped is planned again once it has another place.
        return there if self.place == place_of(self.session) else replace(there, status="planned")


def why_not(session: Session) -> str | None:
    """Why a session cannot be moved, in one line; None where it can."""
    if isinstance(session, LoggedSession):
        return "What is done stays where it was done: e edits its time."
    return "This session is locked: L unlocks it." if session.locked else None


def begun(session: PlannedSession) -> Move:
    """The session taken up where it is."""
    return Move(session, place_of(session))


def stepped(move: Move, days: int, half_days: int, today: date) -> Move | None:
    """The move so many days and half-days on; None where it cannot go: into the past.

    A session that was missed goes from where it was to today at once, and back.
    """
    place = half_days_on(days_on(move.place, days), half_days)
    if place.day < today:
        home = place_of(move.session)
        if home.day >= today:
            return None
        place = place._replace(day=today) if days + half_days > 0 else home
    return None if place == move.place else move._replace(place=place)
