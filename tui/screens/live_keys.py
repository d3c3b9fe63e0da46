"""The keys of a lift under way, beside those that change the set in hand; in the order in which they matter."""

from tui.keys import Key

KEYS = (
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
# The actions of the screen that need a lift under way: all of the above.
LIFT_ACTIONS = frozenset(key.action.partition("(")[0] for key in KEYS)
# Those that need an exercise in it.
EXERCISE_ACTIONS = LIFT_ACTIONS - {"note", "finish", "add_exercise", "undo_set"}
