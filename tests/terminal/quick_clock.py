"""The app with a clock that begins at QUICK_NOW and goes QUICK_SPEED times as fast.

python -m tests.terminal.quick_clock [legday's arguments]

What the app does every second it does ten times as often, so that nothing is noticed a second late.
"""

import os
import time
from datetime import datetime, timedelta
from typing import Any

from textual.message_pump import MessagePump

import tui.clock

BEGAN = time.monotonic()
START = datetime.fromisoformat(os.environ["QUICK_NOW"])
SPEED = float(os.environ["QUICK_SPEED"])
OFTEN = 10


def quick_now() -> datetime:
    """The moment by the quick clock."""
    return START + timedelta(seconds=(time.monotonic() - BEGAN) * SPEED)


set_interval = MessagePump.set_interval


def set_quick_interval(pump: MessagePump, interval: float, *more: Any, **options: Any) -> Any:
    """A timer that rings ten times as often."""
    return set_interval(pump, interval / OFTEN, *more, **options)


if __name__ == "__main__":
    # Before anything takes the clock by its name.
    tui.clock.now = quick_now
    MessagePump.set_interval = set_quick_interval  # type: ignore[method-assign, assignment]
    from tui.__main__ import main

    main()
