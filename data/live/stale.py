"""A lift that was left: its last moment, and whether nobody went on with it for long."""

from datetime import datetime, timedelta
from typing import Final

from data.live.lift import LiveLift

# [choice] After so long without a set nobody is lifting any more: the session ended with its last set.
LEFT_AFTER: Final = timedelta(hours=1)
# After so long without a set it is asked what is to become of the session.
STALE_AFTER: Final = timedelta(days=1)


def last_moment(live: LiveLift) -> datetime:
    """When the last set was logged; the start where none was."""
    return max((done.at for each in live.exercises for done in each.done if done.at), default=live.start)


def is_left(live: LiveLift, now: datetime) -> bool:
    """Whether the last set was logged more than an hour ago."""
    return now - last_moment(live) > LEFT_AFTER


def is_stale(live: LiveLift, now: datetime) -> bool:
    """Whether nothing was logged for more than a day."""
    return now - last_moment(live) > STALE_AFTER


def ended(live: LiveLift, now: datetime) -> datetime:
    """When the session was over, were it finished now: now, or its last moment where it was left."""
    return last_moment(live) if is_left(live, now) else now
