"""A session that was left: its last moment, and whether nobody went on with it for long."""

from datetime import datetime, timedelta
from typing import Final, TypeAlias

from data.live.lift import LiveLift
from data.live.run import LiveRun

Live: TypeAlias = LiveLift | LiveRun

# [choice] After so long without a set nobody is lifting any more: the session ended with its last set.
LEFT_AFTER: Final = timedelta(hours=1)
# After so long without a set or a lap it is asked what is to become of the session.
STALE_AFTER: Final = timedelta(days=1)


def last_moment(live: Live) -> datetime:
    """When the last set or lap was logged, or a pause begun or ended; the start where nothing was."""
    if isinstance(live, LiveLift):
        return max((done.at for each in live.exercises for done in each.done if done.at), default=live.start)
    pauses = (moment for each in live.pauses for moment in (each.start, each.until) if moment)
    return max((*pauses, live.start + timedelta(seconds=live.marks[-1] if live.marks else 0)))


def is_left(live: Live, now: datetime) -> bool:
    """Whether its last moment was more than an hour ago."""
    return now - last_moment(live) > LEFT_AFTER


def is_stale(live: Live, now: datetime) -> bool:
    """Whether its last moment was more than a day ago."""
    return now - last_moment(live) > STALE_AFTER


def ended(live: LiveLift, now: datetime) -> datetime:
    """When the lift was over, were it finished now: now, or its last moment where it was left."""
    return last_moment(live) if is_left(live, now) else now
