"""The keys of a run under way, in the order in which they matter."""

from typing import Final

from data.live.run import LiveRun, is_paused
from tui.keys import Key

KEYS: Final = (
    Key("run.lap", "space", "lap", "lap", "End the lap or the step; a step with a time ends by itself"),
    Key("run.pause", "p", "pause", "pause", "Stop the time, or let it go on"),
    Key("run.finish", "f,enter", "finish", "finish", "Finish: distance and time, the rating, and into the log"),
    Key("run.undo", "u", "undo_lap", "undo", "Take back the lap that was ended last"),
    Key("run.redo", "ctrl+r", "redo_lap", "redo", "End the lap taken back last again, where it ended"),
    Key("run.note", "n", "note", "note", "A note on the run, and what hurts"),
    Key("run.steps", "e", "steps", "steps", "Write the steps of the run: 6x800m @ 3:20 rest 90s"),
)


def works(action: str, run: LiveRun | None) -> bool:
    """Whether the action has something to work on."""
    if run is None:
        return action not in {key.action for key in KEYS}
    match action:
        case "lap":
            return not is_paused(run)
        case "undo_lap":
            return bool(run.marks)
    return True
