"""The best week made of the log, and saved in it: the same in the app and on the command line. Knows no Textual."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from data.calendar import Days, day_of
from data.model import Athlete, PlannedSession, Session
from data.rules.arrange import Arrangement, Moved, applied, arrange, movable
from data.rules.spacing import Pair
from data.rules.status import counting
from data.rules.week import DAYS_AFTER, DAYS_BEFORE
from data.text import plain
from data.units import format_minutes
from tui.desk import Desk
from tui.format import clock_of, title_of

# What the change is called to whoever undoes it.
FIXING: Final = "the best week"
_PLURALS: Final = {"clash": "clashes", "warning": "warnings", "note": "notes"}
_KINDS: Final = {"run": ("run", "runs"), "strength": ("lift", "lifts"), "cross": ("cross-training", "cross-trainings")}


class Fix(NamedTuple):
    """The best week of these days: which sessions may move, what was found, the sessions in and around it by id as they
    are and as they would be, and those to save for it."""

    days: Days
    athlete: Athlete
    moving: frozenset[str]
    found: Arrangement
    before: Mapping[str, Session]
    after: Mapping[str, Session]
    saved: tuple[PlannedSession, ...]

    @property
    def replaced(self) -> tuple[Session, ...]:
        """Those that are saved, as they are."""
        return tuple(self.before[each.id] for each in self.saved)

    @property
    def remaining(self) -> tuple[Pair, ...]:
        """The clashes and warnings that nobody accepted and no move takes away."""
        return tuple(pair for pair in self.found.after if pair.severity != "note" and not pair.accepted)


def fix_of(desk: Desk, days: Days) -> Fix:
    """The best week of these days, made of what the log holds."""
    logbook, catalogue = desk.logbook, desk.catalogue
    sessions = logbook.sessions_and_before(days.widened(DAYS_BEFORE, DAYS_AFTER))
    athlete, now, live = logbook.athlete, desk.now(), logbook.live()
    # A lift that was begun before its time stays where it is.
    moving = movable(sessions, athlete, days, now) - {live.plan_id if live else None}
    found = arrange(days, sessions, athlete, catalogue, logbook.accepted(), now, moving)
    saved = applied(found, sessions, catalogue)
    before = {each.id: each for each in sessions}
    return Fix(days, athlete, moving, found, before, {**before, **{each.id: each for each in saved}}, saved)


def save_fix(desk: Desk, fix: Fix) -> None:
    """Save the best week as one change. Raises Conflict where any of it was changed meanwhile, and StoreError."""
    desk.logbook.change(FIXING, save=fix.saved, seen=fix.replaced)


def change_words(change: Moved, fix: Fix, desk: Desk) -> str:
    """What becomes of a session: "Gym A: Mon 1 18:00 → Fri 5 18:00", "Gym A: Mon 1 18:00, as maintenance, 25 min"."""
    old, new = fix.before[change.id], fix.after[change.id]
    words = f"{title_of(old, desk.catalogue)}: {_place_words(old)}"
    if change.start_from != change.start_to:
        words += f" → {_place_words(new)}"
    if change.maintenance:
        words += ", as maintenance" + (f", {format_minutes(new.minutes)}" if new.minutes else "")
    return plain(words)


def outcome_words(fix: Fix) -> str:
    """What the changes come to: "2 warnings → 1 note"."""
    return f"{_counted(fix.found.before)} → {_counted(fix.found.after)}"


def stays_words(fix: Fix, desk: Desk) -> str:
    """What is planned and stays as it is: "Gym C (locked), 5 runs"; nothing where all of it changes."""
    changed = {change.id for change in fix.found.changes}
    staying = [
        each
        for each in counting(fix.before.values(), desk.now())
        if isinstance(each, PlannedSession) and day_of(each) in fix.days and each.id not in changed
    ]
    locked = [each for each in staying if each.locked]
    named = [f"{plain(title_of(each, desk.catalogue))} (locked)" for each in locked]
    kinds = Counter(each.kind for each in staying if not each.locked)
    return ", ".join([*named, *(f"{count} {_KINDS[kind][count > 1]}" for kind, count in kinds.items())])


def unchanged_words(fix: Fix) -> str:
    """Why nothing changes, in one line."""
    if not any(pair.severity != "note" and not pair.accepted for pair in fix.found.before):
        return "Nothing to mend: no clash or warning is open in this week."
    return "Nothing to mend it with: no move or maintenance makes this week better."


def moves_words(fix: Fix) -> str:
    """How much changes: "2 moves", "1 move, 1 lift to maintenance"."""
    cost = fix.found.cost
    moves = f"{cost.moves} {'move' if cost.moves == 1 else 'moves'}" if cost.moves else ""
    less = f"{cost.maintenance} {_KINDS['strength'][cost.maintenance > 1]} to maintenance" if cost.maintenance else ""
    return ", ".join(filter(None, (moves, less)))


def _counted(pairs: Iterable[Pair]) -> str:
    """ "1 clash, 2 notes" of what nobody accepted."""
    found = Counter[str](pair.severity for pair in pairs if not pair.accepted)
    words = [
        f"{found[name]} {name if found[name] == 1 else plural}" for name, plural in _PLURALS.items() if found[name]
    ]  # fmt: skip
    return ", ".join(words) or "none"


def _place_words(session: Session) -> str:
    day = day_of(session)
    return f"{day:%a} {day.day} {clock_of(session)}".rstrip()
