"""The one clock. LEGDAY_NOW fixes it, for tests and pictures."""

import os
from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, or the one in LEGDAY_NOW. Raises ValueError, in one line, where that is no moment."""
    fixed = os.environ.get("LEGDAY_NOW")
    if not fixed:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(fixed)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ValueError(f'LEGDAY_NOW: "{fixed}" is no moment; write one such as 2026-06-01T12:00:00+02:00')
    return moment


def local_zone() -> str:
    """The zone that this machine is in: its name, or the present offset where it has none that is known."""
    from pendulum.tz import get_local_timezone

    try:
        name = get_local_timezone().name
    except (ValueError, RuntimeError):
        name = None
    return name or datetime.now(UTC).astimezone().isoformat()[-6:]
