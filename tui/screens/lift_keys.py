"""The keys of a lift under way, in the order in which they matter."""

from textual.binding import Binding

from data.live.lift import LiveLift, is_done, is_open
from data.units import Units
from tui.keys import NO_REDO, Key, bindings
from tui.widgets.lift_pane import LiftPane

KEYS = (
    Key(
        "live.log", "enter", "log", "log",
        "Log the set as it stands and start the rest; start or end a timed one; keep an edited one",
    ),
    Key("live.take_back", "escape", "take_back(True)", "cancel", "Give up a timed set, an edit, what is typed"),
    Key("live.delete", "d", "delete", "delete", "Take the set being edited away"),
    Key("live.heavier", "up,k", "kg(1)", "kg", "A plate step heavier; digits type a set: 85, 85x5, 82.5x5 @8"),
    Key("live.lighter", "down,j", "kg(-1)", "lighter", "A plate step lighter", footer=False),
    Key("live.more", "right,l", "amount(1)", "reps", "One rep more, five seconds or metres more"),
    Key("live.fewer", "left,h", "amount(-1)", "fewer", "One rep less, five seconds or metres less", footer=False),
    Key("live.cut", "c", "cut", "cut", "Cut the exercise that is offered, so that the session gets shorter"),
    Key("live.undo", "u", "undo_set", "undo", "Take back the set logged last"),
    Key("live.redo", "ctrl+r", "redo_set", "redo", "Log again, as it was, the set taken back last"),
    Key("live.next", "tab", "exercise(1)", "next", "The next exercise"),
    Key("live.side", "b", "side", "side", "One side at a time: log the left one, then the right one"),
    Key("live.rir", "r", "effort", "effort", "How hard: r2 is RIR 2; set to RPE, r8, r8.5, and r0 is RPE 10"),
    Key("live.type", "w", "type", "type", "Warm-up, work, drop, failure"),
    Key("live.swap", "s", "swap", "swap", "Another exercise instead: for home, easier, harder, alike, any"),
    Key("live.superset", "x", "superset", "superset", "Tie with the next exercise, or untie; typed, it is times"),
    Key("live.add_set", "plus", "add_set", "set", "One more set"),
    Key("live.skip", "S", "skip", "skip", "Skip this exercise, or take it up again"),
    Key("live.edit", "e", "edit", "edit", "Put an earlier set right: e again for the one before it"),
    Key("live.note", "n", "note", "note", "A note on the session, and what hurts"),
    Key("live.finish", "f", "finish", "finish", "Finish: rate the session and log it"),
    Key("live.line", "colon", "set_line", "line", "Write a set whole: 82.5kg x 5 rir 2, 45s, 30m"),
    Key("live.add", "a", "add_exercise", "add", "Add an exercise"),
    Key("live.rest_end", "space", "end_rest", "rest", "End the rest", footer=False),
    Key(
        "live.rest_less", "less_than_sign", "shift_rest(-15)", "less",
        "15 s less of the rest under way, else of this exercise's own", footer=False,
    ),
    Key(
        "live.rest_more", "greater_than_sign", "shift_rest(15)", "more",
        "15 s more of the rest under way, else of this exercise's own", footer=False,
    ),
    Key("live.previous", "shift+tab", "exercise(-1)", "previous", "The exercise before", footer=False),
    Key("live.sooner", "shift+up", "move(-1)", "sooner", "Do this exercise sooner", footer=False),
    Key("live.later", "shift+down", "move(1)", "later", "Do this exercise later", footer=False),
)  # fmt: skip
# Bindings too, not key events: only what goes the same way stays in order when keys come in a burst.
_TYPED = {**{str(digit): str(digit) for digit in range(10)}, "full_stop,comma": ".", "asterisk": "x", "at": "@"}
_TYPING = [
    *(Binding(key, f"type_in('{character}')", show=False) for key, character in _TYPED.items()),
    Binding("backspace", "take_back(False)", show=False),
]
BINDINGS = [*bindings(KEYS), *_TYPING, NO_REDO]

_LIFT_ACTIONS = frozenset(key.action.partition("(")[0] for key in KEYS) | {"type_in"}
# The actions that need an exercise in the lift, those that need a set in hand, and those that go on during a timed set.
_EXERCISE_ACTIONS = _LIFT_ACTIONS - {"note", "finish", "add_exercise", "undo_set", "redo_set"}
_SET_ACTIONS = frozenset({"amount", "effort", "type", "type_in", "set_line"})
_HOLD_ACTIONS = frozenset({"log", "take_back", "undo_set", "note", "finish"})

# What is counted, as the sets say it.
_SHORT = {"seconds": "s", "metres": "m"}


def works(action: str, live: LiveLift | None, pane: LiftPane, editing: bool, offered: bool) -> bool:
    """Whether the action has something to work on: a lift, an exercise, a set in hand, a rest, an offer to cut."""
    if action not in _LIFT_ACTIONS:
        return True
    if live is None or (action in _EXERCISE_ACTIONS and not live.exercises):
        return False
    if live.hold:
        return action in _HOLD_ACTIONS
    if action in _SET_ACTIONS:
        return pane.in_hand is not None
    match action:
        case "kg":
            return pane.weighs
        case "side":
            return pane.one_sided and not editing
        case "end_rest":
            return live.rest is not None or pane.takes(" ")
        case "delete":
            return editing
        case "take_back":
            return pane.typed or editing
        case "cut":
            return offered
        case "swap":
            return is_open(live.exercises[live.current]) and not editing
    return True


def words(live: LiveLift | None, pane: LiftPane, editing: bool, units: Units) -> dict[str, str]:
    """The words of the footer for what some keys do here and now, by the keys' ids."""
    if live is None:
        return {}
    found = {
        "live.log": _log_word(live, pane, editing),
        "live.heavier": units.weight,
        "live.more": _SHORT.get(pane.counts, pane.counts),
    }
    return {**found, "live.take_back": "leave"} if editing and not pane.typed else found


def _log_word(live: LiveLift, pane: LiftPane, editing: bool) -> str:
    if live.hold:
        return "end"
    if editing:
        return "keep"
    if pane.in_hand is None:
        return "finish" if is_done(live) else "go on"
    return "start" if pane.starts_hold else "log"
