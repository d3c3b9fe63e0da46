"""What the row under the cursor calls for: where the cursor begins, what enter does, what is to be explained."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from data.calendar import day_of, minutes_of, start_of
from data.catalogue import Catalogue
from data.model import LoggedSession, PlannedSession, Session
from data.rules.explain import Explanation
from data.rules.gaps import SEVERITIES
from data.rules.hardness import explain_hardness
from data.rules.load import explain_session_load
from data.rules.spacing import Pair, explain_pair
from tui.screens.plan_detail import pairs_with
from tui.screens.plan_keys import ENTER, OF_A_SESSION, WHILE_MOVING
from tui.screens.plan_sight import Sight
from tui.widgets.week_rows import PairRow, RestRow, Row, SessionRow, TipRow

Obvious = Literal["start", "resume", "log", "open", "fill", "explain"]


def first_row(sight: Sight, today: date) -> int:
    """The row to begin on: what is under way, else today's lift, else what is next, else today; else the first."""
    rows = list(enumerate(sight.rows))
    if sight.live and sight.live.plan_id:
        for place, row in rows:
            if row.key == sight.live.plan_id:
                return place
    of_today = [(place, row) for place, row in rows if row.day == today]
    planned = [
        (row.entry.session.kind != "strength", _away(row.entry.session, sight.now), place)
        for place, row in of_today
        if isinstance(row, SessionRow) and row.entry.status == "planned"
    ]
    if planned:
        return min(planned)[2]
    return next((place for place, row in of_today if not isinstance(row, PairRow)), 0)


def enter_does(row: Row, sight: Sight, today: date) -> Obvious:
    """What enter does on the row."""
    if isinstance(row, RestRow):
        return "fill"
    if isinstance(row, PairRow | TipRow):
        return "explain"
    session, status = row.entry.session, row.entry.status
    if isinstance(session, LoggedSession) or status == "skipped" or not sight.may_log:
        return "open"
    if sight.live is not None and sight.live.plan_id == session.id:
        return "resume"
    if session.kind == "strength":
        return "start" if day_of(session) == today else "open"
    return "log" if day_of(session) <= today else "open"


def works(action: str, row: Row, sight: Sight, today: date, moving: bool) -> bool:
    """Whether an action of the screen does something on the row, or to the session on its way."""
    if moving or action in WHILE_MOVING:
        return moving == (action in WHILE_MOVING)
    if action in ENTER:
        return action == enter_does(row, sight, today)
    if action in ("comment", "comment_first"):
        return (action == "comment") == (bool(sight.talk.comments) or not sight.may_log)
    if action == "new_comment":
        return bool(sight.talk.unread)
    if action == "theirs":
        return bool(sight.talk.theirs)
    if action == "accept":
        return pair_at(row, sight) is not None
    if action in ("fix", "fix_nothing"):
        return (action == "fix") == any(isinstance(each, PairRow) and each.to_mend for each in sight.rows)
    session = row.entry.session if isinstance(row, SessionRow) else None
    if action == "run":
        return session is not None and session.kind == "run" and enter_does(row, sight, today) == "log"
    if action in ("lock", "move"):
        return isinstance(session, PlannedSession)
    changeable = isinstance(session, PlannedSession) or (session is not None and sight.may_log)
    return action not in OF_A_SESSION or changeable


def pair_at(row: Row, sight: Sight) -> Pair | None:
    """The warning that the row is about: its own, or the worst that its session is part of, an open one if there is."""
    if isinstance(row, PairRow):
        return row.pair
    if not isinstance(row, SessionRow):
        return None
    mine = pairs_with(row.entry.session.id, sight.pairs)
    return min(mine, key=lambda pair: (pair.accepted, -SEVERITIES.index(pair.severity), pair.gap_hours), default=None)


def about(row: Row, sight: Sight) -> str | None:
    """The key of the row of the warning that the row under the cursor is about."""
    pair = pair_at(row, sight)
    return f"{pair.first} {pair.second}" if pair else None


def why(row: Row, sight: Sight, catalogue: Catalogue, coming: Sequence[Explanation] = ()) -> list[Explanation]:
    """The back-to-backs of the row, how hard its sessions are and what they cost, what is coming in them; then the
    figures of the head."""
    from data.rules.week_why import explain_plan
    from data.week_aim import explain_aim

    found: Sequence[Pair] = ()
    sessions: Sequence[Session] = ()
    if isinstance(row, PairRow):
        found, sessions = [row.pair], [row.first, row.second]
    elif isinstance(row, SessionRow):
        found, sessions = pairs_with(row.entry.session.id, sight.pairs), [row.entry.session]
    told = [explain_pair(pair, sight.sessions.values(), sight.athlete, catalogue, sight.now) for pair in found]
    told += [explain_hardness(session, catalogue) for session in sessions]
    told += [explain_session_load(session) for session in sessions if isinstance(session, LoggedSession)]
    aims = explain_aim(sight.days, sight.sessions.values(), sight.athlete, catalogue, sight.now)
    return [*told, *coming, explain_plan(sight.week), *aims]


def _away(session: Session, now: datetime) -> timedelta:
    """How far the present is from the session; nothing while it lasts."""
    start = start_of(session)
    end = start + timedelta(minutes=minutes_of(session))
    return max(start - now, now - end, timedelta())
