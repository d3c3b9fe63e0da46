"""A session that was left: its last moment, and whether nobody went on with it for long."""

from datetime import datetime, timedelta
from typing import Final, TypeAlias

from data.live.lift import LiveLift, lifted_seconds
from data.live.run import LiveRun

Live: TypeAlias = LiveLift | LiveRun

# After so long without a set or a lap it is asked what is to become of the session.
STALE_AFTER: Final = timedelta(days=1)


def last_moment(live: Live) -> datetime:
    """When the last set or lap was logged, or a pause begun or ended; the start where nothing was."""
    if isinstance(live, LiveLift):
        return max((done.at for each in live.exercises for done in each.done if done.at), default=live.start)
    pauses = [moment for each in live.pauses for moment in (each.start, each.until) if moment]
    if not live.marks:
        return max((live.start, *pauses))
    stood = sum((each.until - each.start for each in live.pauses if each.until), timedelta())
    return max((*pauses, live.start + stood + timedelta(seconds=live.marks[-1])))


def is_stale(live: Live, now: datetime) -> bool:
    """Whether its last moment was more than a day ago."""
    return now - last_moment(live) > STALE_AFTER


def was_left(live: LiveLift, now: datetime) -> bool:
    """Whether there was time away: more than an hour without a set, up to now."""
    return (now - live.start).total_seconds() > lifted_seconds(live, now)
