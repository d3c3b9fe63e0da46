"""The back-to-backs and the hardness of vectors.json, worked out line by line from the label of each."""

import re
from ast import literal_eval
from typing import Any, Final

from data.calendar import end_of, start_of
from data.catalogue import load_catalogue
from data.model import Session
from data.rules.gaps import Severity
from data.rules.hardness import LEVELS, lift_hardness, run_hardness
from data.rules.spacing import pairs
from tests.builders import athlete, lift, run, sets

CATALOGUE = load_catalogue()
AMSTERDAM, NEW_YORK, TOKYO = "Europe/Amsterdam", "America/New_York", "Asia/Tokyo"
MON, TUE, WED = "2026-06-01", "2026-06-02", "2026-06-03"
SUN, NEXT_MON, NEXT_WED = "2026-06-07", "2026-06-08", "2026-06-10"
WORDS: Final[dict[Severity, str]] = {"clash": "clash", "warning": "warn", "note": "note"}


def hard_lift(when: str, **fields: Any) -> Session:
    return lift(when, 45, **{"mark": "hard"} | fields)


def hard_run(when: str, minutes: float = 60, **fields: Any) -> Session:
    return run(when, minutes, **{"type": "tempo"} | fields)


def novel_lift(when: str) -> Session:
    return lift(when, 45, exercises=sets("back_squat", 5))


LONG = hard_run(f"{SUN} 08:00", 120, type="long")
PAIRS: Final[dict[str, tuple[Session, Session]]] = {
    "S Mon 18:00-18:45 -> R Tue 06:00": (hard_lift(f"{MON} 18:00"), hard_run(f"{TUE} 06:00")),
    "S Mon 18:00-18:45 -> R Tue 18:45 (exact 24)": (hard_lift(f"{MON} 18:00"), hard_run(f"{TUE} 18:45")),
    "S Mon 18:00-18:45 -> R Wed 06:45 (exact 36)": (hard_lift(f"{MON} 18:00"), hard_run(f"{WED} 06:45")),
    "same, novel lifts": (novel_lift(f"{MON} 18:00"), hard_run(f"{WED} 06:45")),
    "S Tue 07:00 -> R Tue 12:00": (hard_lift(f"{TUE} 07:00"), hard_run(f"{TUE} 12:00")),
    "S Tue 07:00 -> R Tue 13:45 exact 6": (hard_lift(f"{TUE} 07:00"), hard_run(f"{TUE} 13:45")),
    "AM run 07-08 + PM lift 18": (hard_run(f"{TUE} 07:00"), hard_lift(f"{TUE} 18:00")),
    "hard run 07-08 + lift 13:30": (hard_run(f"{TUE} 07:00"), hard_lift(f"{TUE} 13:30")),
    "hard run 07-08 + lift 14:00 (exact 6)": (hard_run(f"{TUE} 07:00"), hard_lift(f"{TUE} 14:00")),
    "AM run + lift directly after (brick R>S)": (hard_run(f"{TUE} 07:00"), hard_lift(f"{TUE} 08:00")),
    "brick S>R": (hard_lift(f"{TUE} 07:00"), hard_run(f"{TUE} 07:45")),
    "AM lift 07 + PM hard run 18": (hard_lift(f"{TUE} 07:00"), hard_run(f"{TUE} 18:00")),
    "same, priority=strength": (hard_lift(f"{TUE} 07:00"), hard_run(f"{TUE} 18:00")),
    "AM hard run 07 + PM lift 18, priority=strength": (hard_run(f"{TUE} 07:00"), hard_lift(f"{TUE} 18:00")),
    "long 120 Sun 08-10 -> S Mon 07": (LONG, hard_lift(f"{NEXT_MON} 07:00")),
    "long 120 Sun 08-10 -> S Mon 18": (LONG, hard_lift(f"{NEXT_MON} 18:00")),
    "marathon 210 Sun 09-12:30 -> S Wed 07": (
        hard_run(f"{SUN} 09:00", 210, type="race"), hard_lift(f"{NEXT_WED} 07:00"),
    ),
    "hard S -> easy R 1h later": (hard_lift(f"{TUE} 07:00"), run(f"{TUE} 08:45")),
    "hard S -> moderate R 3h later": (hard_lift(f"{TUE} 07:00"), run(f"{TUE} 10:45", type="steady")),
    "across midnight: S Mon 23:30-00:15 -> R Tue 06:00": (hard_lift(f"{MON} 23:30"), hard_run(f"{TUE} 06:00")),
    "across midnight: R Mon 23:15-00:15 -> S Tue 02:00": (hard_run(f"{MON} 23:15"), hard_lift(f"{TUE} 02:00")),
    "DST spring: S Sat 28 Mar 19:15-20:00 CET -> R Sun 20:00 CEST": (
        hard_lift("2026-03-28 19:15"), hard_run("2026-03-29 20:00"),
    ),
    "DST autumn: S Sat 24 Oct 19:15-20:00 CEST -> R Sun 19:30 CET": (
        hard_lift("2026-10-24 19:15"), hard_run("2026-10-25 19:30"),
    ),
    "travel west: S Mon 18:15 AMS -> R Tue 13:30 NY": (
        hard_lift(f"{MON} 18:15", zone=AMSTERDAM), hard_run(f"{TUE} 13:30", zone=NEW_YORK),
    ),
    "travel east: S Mon 09:00 AMS -> R Tue 10:00 Tokyo": (
        hard_lift(f"{MON} 09:00", zone=AMSTERDAM), hard_run(f"{TUE} 10:00", zone=TOKYO),
    ),
    "no times, consecutive days (noon anchor) S->R": (hard_lift(MON), hard_run(TUE)),
    "no times, consecutive days R->S": (hard_run(MON), hard_lift(TUE)),
}  # fmt: skip


def worked_pairs(lines: list[str]) -> list[str]:
    """The lines as the rules make them."""
    return [_level(line) if "_level " in line else _pair(line) for line in lines]


def _pair(line: str) -> str:
    """ "brick S>R         gap    0.00 -> clash", worked out from its label."""
    label = re.split(r" +gap ", line)[0]
    first, second = PAIRS[label]
    who = athlete(priority="strength") if "priority=strength" in label else athlete()
    # That the squats are new shows in a log that reaches back further than three weeks.
    before = [run("2026-05-01 07:00")] if "novel" in label else []
    found = [each for each in pairs([*before, second, first], who, CATALOGUE) if each.second == second.id]
    # Nothing is reported of a pair that is fine, so its gap is that of the clock.
    gap = found[0].gap_hours if found else (start_of(second) - end_of(first)).total_seconds() / 3600
    return f"{label:<55} gap {gap:>7.2f} -> {WORDS[found[0].severity] if found else 'ok'}"


def _level(line: str) -> str:
    """ "run_level {'rtype': 'tempo'} 2", worked out from the facts in it."""
    head, facts = line.split(" ", 1)
    said, brace, _ = facts.rpartition("}")
    given: dict[str, Any] = literal_eval(said + brace)
    if head == "run_level":
        level = run_hardness(given["rtype"], given.get("rpe"), given.get("minutes", 0), given.get("descent", 0)).level
    else:
        mark = None if "override" not in given else LEVELS[given["override"]]
        level = lift_hardness(given.get("E"), given.get("rpe"), focus=given.get("focus"), mark=mark).level
    return f"{head} {said}{brace} {None if level is None else LEVELS.index(level)}"
