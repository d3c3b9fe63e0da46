"""Sessions, back-to-backs and athletes as the commands' JSON holds them. A stable contract: fields come, none goes."""

from typing import Any, Final

import msgspec

from data.catalogue import Catalogue
from data.model import LoggedSession, PlannedSession
from data.rules.roster import RosterLine
from data.rules.spacing import Pair
from data.rules.volume import session_sets, session_volume
from data.rules.week import Entry
from tui.format import title_of

_PAIR: Final = ("severity", "order", "gap_hours", "assumed", "first", "second", "advice", "accepted")

_COUNTS: Final = ("planned", "done", "missed", "unread")


def session_summary(entry: Entry, catalogue: Catalogue) -> dict[str, Any]:
    """One session in short, in minutes, metres and kilograms; what is not known of it is null."""
    session = entry.session
    common = {
        "id": session.id,
        "kind": session.kind,
        "status": entry.status,
        "start": session.start,
        "zone": session.zone,
        "clock": session.clock,
        "minutes": session.minutes,
        "title": title_of(session, catalogue),
        "type": session.type,
        "rpe": session.rpe if isinstance(session, LoggedSession) else None,
        "load": entry.load,
        "hardness": entry.hardness.level,
        "assumed": entry.hardness.assumed,
        "leg_stress": entry.hardness.leg_stress,
        "distance_m": session.distance_m,
    }
    if isinstance(session, PlannedSession):
        return common | {"template": session.template, "locked": session.locked}
    common |= {"plan_id": session.plan_id, "hr_avg": session.hr_avg, "source": session.source}
    if session.kind != "strength":
        return common
    sets, hard_sets = session_sets(session)
    return common | {"sets": sets, "hard_sets": hard_sets, "volume_kg": session_volume(session, catalogue)}


def pair_summary(pair: Pair) -> dict[str, Any]:
    """A back-to-back as `check --json` holds it."""
    return {name: getattr(pair, name) for name in _PAIR}


def roster_summary(line: RosterLine) -> dict[str, Any]:
    """How an athlete is doing as `roster --json` holds it. Where the log is in `trouble`, the figures are null, and so
    is a load that nobody rated."""
    week = line.week
    return {
        "name": line.name,
        "load": week.total if week and (week.total or not week.unrated) else None,
        "change": line.change,
        **{name: None if line.trouble else getattr(line, name) for name in _COUNTS},
        "ahead": msgspec.to_builtins(line.ahead),
        "hurts": msgspec.to_builtins(line.hurts),
        "last": line.last,
        "under_way": line.under_way,
        "reasons": msgspec.to_builtins(line.reasons),
        "trouble": line.trouble or None,
    }
