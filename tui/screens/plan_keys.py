"""The keys of the Plan screen, in the order in which they matter. Enter does what the row under the cursor is for."""

from typing import Final

from tui.keys import Key

KEYS = (
    Key("plan.start", "enter", "start", "start", "Start this lift", right="log"),
    Key("plan.resume", "enter", "resume", "resume", "Go on with the session under way", right="log"),
    Key("plan.log", "enter", "log", "done", "Log this session as done as planned, with a rating", right="log"),
    Key("plan.run", "v", "run", "live", "Run this now: stopwatch, laps, intervals", right="log"),
    Key("plan.open", "enter", "open", "open", "Open this session", right="view"),
    Key("plan.fill", "enter", "fill", "add", "Add a session to this day", footer=False),
    Key(
        "plan.explain", "enter", "explain", "why",
        "Why the two sessions are too near each other", footer=False, right="view",
    ),
    Key("plan.drop", "enter,M", "drop", "drop", "Moving: leave the session where it is now"),
    Key("plan.put_back", "escape,q", "put_back", "back", "Moving: put the session back"),
    Key("plan.day_up", "up,k,shift+up", "step(-1, 0)", "day", "Moving: a day earlier"),
    Key("plan.day_down", "down,j,shift+down", "step(1, 0)", "day", "Moving: a day later", footer=False),
    Key("plan.half_left", "left,h,shift+left", "step(0, -1)", "half-day", "Moving: half a day earlier"),
    Key("plan.half_right", "right,l,shift+right", "step(0, 1)", "half-day", "Moving: half a day later", footer=False),
    Key(
        "plan.busy", "g,f1,f2,f3,f7,f8,u,ctrl+r,ctrl+p", "busy", "wait",
        "Moving: not before it is dropped", footer=False,
    ),
    Key("plan.accept", "o", "accept", "accept", "Accept this warning, with a reason"),
    Key("plan.fix", "f", "fix", "fix", "Put this week right with the fewest moves"),
    Key("plan.fix_nothing", "f", "fix_nothing", "fix", "Say that this week needs no fix", footer=False),
    Key("plan.add", "a", "add", "add", "Add a session in one line"),
    Key("plan.edit", "e", "edit", "edit", "Edit this session as a line"),
    Key("plan.delete", "d,delete", "delete", "delete", "Delete this session; u brings it back"),
    Key("plan.move", "M", "move", "move", "Move this session: arrows, then enter drops it; shift+arrows at once"),
    Key("plan.template", "t", "template", "template", "Lay a template over the coming weeks"),
    Key(
        "plan.season", "P", "season", "season",
        "Lay out a season up to a race, and its lifts", footer=False, right="log",
    ),
    Key(
        "plan.heavy", "H", "heavy", "heavy",
        "Mark this week as a heavy run week, or take the mark away", footer=False, right="log",
    ),
    Key("plan.new_comment", "N", "new_comment", "new", "To the oldest comment that is new, and read it", right="view"),
    Key("plan.comment", "c", "comment", "comment", "Comments on the session: ✎2, or ✎2! with new ones", right="view"),
    Key("plan.comment_first", "c", "comment_first", "comment", "Comment on this session", footer=False, right="view"),
    Key("plan.comment_week", "C", "comment_week", "week's", "Comments on this week", footer=False, right="view"),
    Key("plan.theirs", "U", "theirs", "theirs", "What others changed in this week's plan: take it back", right="log"),
    Key("plan.lock", "L", "lock", "lock", "Lock this session where it is, or unlock it"),
    Key("plan.maintenance", "m", "maintenance", "less", "Make this lift maintenance: half its sets", footer=False),
    Key(
        "plan.week_before", "left_square_bracket,left,h", "turn(-1)", "week",
        "The week before", footer=False, right="view",
    ),
    Key(
        "plan.week_after", "right_square_bracket,right,l", "turn(1)", "week",
        "The week after", footer=False, right="view",
    ),
    Key("plan.today", "full_stop", "today", "today", "This week, today", footer=False, right="view"),
    Key("plan.up", "up,k", "cursor(-1)", "up", "The line above", footer=False, right="view"),
    Key("plan.down", "down,j", "cursor(1)", "down", "The line below", footer=False, right="view"),
    Key("plan.carry_up", "shift+up", "carry(-1, 0)", "move", "Move this session a day earlier", footer=False),
    Key("plan.carry_down", "shift+down", "carry(1, 0)", "move", "Move this session a day later", footer=False),
    Key("plan.carry_left", "shift+left", "carry(0, -1)", "move", "Move this session half a day earlier", footer=False),
    Key("plan.carry_right", "shift+right", "carry(0, 1)", "move", "Move this session half a day later", footer=False),
)  # fmt: skip
WHILE_MOVING: Final = frozenset({"step", "drop", "put_back", "busy"})
ENTER: Final = frozenset({"start", "resume", "log", "open", "fill", "explain"})
OF_A_SESSION: Final = frozenset({"edit", "delete", "move", "carry", "maintenance"})
