"""A timed step of a run that is about to end, or has ended, rings wherever in the app one is."""

from datetime import datetime
from typing import Final

from data.live.run import Course, LiveRun, course_of

# A step rings so many seconds before its end, too.
_SOON: Final = 3


class RunWatch:
    """Told at least once a second of the run under way, if any, it says when to ring."""

    def __init__(self) -> None:
        self._before: tuple[str, Course] | None = None

    def look(self, live: object, now: datetime) -> bool:
        """Whether to ring now. Only who saw the step run hears its end, and no step that was ended by key."""
        before, self._before = self._before, None
        if not isinstance(live, LiveRun):
            return False
        course = course_of(live, now)
        self._before = live.id, course
        return before is not None and before[0] == live.id and _rings(before[1], course)


def _rings(before: Course, now: Course) -> bool:
    if before.left is None:
        return False
    if len(now.laps) > len(before.laps):
        # A step ended by key before its time was up needs no bell: whoever pressed knows.
        return now.laps[len(before.laps)].seconds >= before.elapsed + before.left - 0.01
    return now.left is not None and now.left <= _SOON < before.left
