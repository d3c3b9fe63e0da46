"""The keys of a lift under way, in the order in which they matter."""

from textual.binding import Binding

from data.live.lift import LiveLift
from tui.keys import Key, bindings
from tui.widgets.lift_pane import LiftPane

KEYS = (
    Key("live.log", "enter", "log", "log", "Log the set as it stands and start the rest; keep an edited one"),
    Key("live.heavier", "up,k", "kg(1)", "kg", "A plate step heavier; digits type a weight, then x the reps: 85x5"),
    Key("live.lighter", "down,j", "kg(-1)", "lighter", "A plate step lighter", footer=False),
    Key("live.more", "right,l", "amount(1)", "reps", "One rep more, five seconds or metres more"),
    Key("live.fewer", "left,h", "amount(-1)", "fewer", "One rep less, five seconds or metres less", footer=False),
    Key("live.delete", "d", "delete", "delete", "Take the set being edited away"),
    Key("live.undo", "u", "undo_set", "undo", "Take back the set logged last"),
    Key("live.next", "tab", "exercise(1)", "next", "The next exercise"),
    Key("live.rir", "r", "rir", "RIR", "Reps left in reserve: r, then a digit"),
    Key("live.type", "w", "type", "type", "Warm-up, work, drop, failure"),
    Key("live.add_set", "plus", "add_set", "set", "One more set"),
    Key("live.skip", "S", "skip", "skip", "Skip this exercise, or take it up again"),
    Key("live.edit", "e", "edit", "edit", "Put an earlier set right: e again for the one before it"),
    Key("live.note", "n", "note", "note", "A note on the session, and what hurts"),
    Key("live.finish", "f", "finish", "finish", "Finish: rate the session and log it"),
    Key("live.add", "a", "add_exercise", "add", "Add an exercise"),
    Key("live.rest_end", "space", "end_rest", "rest", "End the rest", footer=False),
    Key("live.rest_less", "less_than_sign", "shift_rest(-15)", "less", "Rest 15 s less", footer=False),
    Key("live.rest_more", "greater_than_sign", "shift_rest(15)", "more", "Rest 15 s more", footer=False),
    Key("live.previous", "shift+tab", "exercise(-1)", "previous", "The exercise before", footer=False),
)
# Bindings too, not key events: only what goes the same way stays in order when keys come in a burst.
_TYPED = {**{str(digit): str(digit) for digit in range(10)}, "full_stop,comma": ".", "x,asterisk": "x"}
_TYPING = [
    *(Binding(key, f"type_in('{character}')", show=False) for key, character in _TYPED.items()),
    Binding("backspace", "take_back(False)", show=False),
    Binding("escape", "take_back(True)", show=False),
]
BINDINGS = [*bindings(KEYS), *_TYPING]

# The actions that need a lift under way, and those of them that need an exercise in it, a set in hand.
_LIFT_ACTIONS = frozenset(key.action.partition("(")[0] for key in KEYS) | {"type_in", "take_back"}
_EXERCISE_ACTIONS = _LIFT_ACTIONS - {"note", "finish", "add_exercise", "undo_set"}
_SET_ACTIONS = frozenset({"amount", "rir", "type", "type_in"})


def works(action: str, live: LiveLift | None, pane: LiftPane, editing: bool) -> bool:
    """Whether the action has something to work on: a lift under way or none, an exercise, a set in hand, a rest."""
    if action not in _LIFT_ACTIONS:
        return True
    if live is None or (action in _EXERCISE_ACTIONS and not live.exercises):
        return False
    if action in _SET_ACTIONS:
        return pane.in_hand is not None
    match action:
        case "kg":
            return pane.weighs
        case "end_rest" | "shift_rest":
            return live.rest is not None
        case "delete":
            return editing
        case "take_back":
            return pane.typed or editing
    return True
