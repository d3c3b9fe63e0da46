"""Sessions and back-to-backs as the commands' JSON holds them. A stable contract: fields come, none goes."""

from typing import Any, Final

from data.catalogue import Catalogue
from data.model import LoggedSession, PlannedSession
from data.rules.spacing import Pair
from data.rules.volume import session_sets, session_volume
from data.rules.week import Entry
from tui.format import title_of

_PAIR: Final = ("severity", "order", "gap_hours", "assumed", "first", "second", "advice", "accepted")


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
