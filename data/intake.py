"""Taking files into the log without doubles: neither importing again nor a second recording adds a thing twice."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from data.calendar import Days, day_of
from data.formats.fit import read
from data.formats.problem import Problem
from data.matching import fulfilling, maybe_same, merged, plan_of, same
from data.model import LoggedSession, Session, Value
from data.store.logbook import Logbook


class Report(Value, frozen=True):
    """What became of an import, counted in sessions; `failed` counts the files that gave none.

    New ones were added (`added` holds them), known ones had been imported before, merged ones made a session of the log
    richer, and skipped ones may be in the log already: a problem names each of those.
    """

    new: int = 0
    known: int = 0
    merged: int = 0
    skipped: int = 0
    failed: int = 0
    problems: tuple[Problem, ...] = ()
    added: tuple[LoggedSession, ...] = ()


def take_in(logbook: Logbook, files: Iterable[tuple[str, bytes]], dry_run: bool = False) -> Report:
    """Read the files, each a name and its bytes, and log what they hold as one change, which can be undone.

    One bad file never stops the rest. A new session that matches just one session planned for its day fulfils it. The
    bytes of each file that changed the log are kept. A dry run reports the same and writes nothing. Raises StoreError
    where the log cannot be written, or what would be merged or fulfilled changed meanwhile; then nothing was logged.
    """
    intake = _Intake(logbook)
    names = []
    for name, data in files:
        if not intake.take(name, data):
            continue
        names.append(name)
        if not dry_run:
            logbook.keep_original(data, ".fit.gz" if data.startswith(b"\x1f\x8b") else ".fit")
    if names and not dry_run:
        what = f"the import of {names[0] if len(names) == 1 else f'{len(names)} files'}"
        logbook.change(what, save=intake.changed.values(), seen=intake.seen())
    return intake.report()


class _Intake:
    """An import under way: `changed` holds the sessions to save, by id."""

    def __init__(self, logbook: Logbook) -> None:
        log = logbook.everything()
        fulfilled = {session.plan_id for session in log.logged}
        self.changed: dict[str, Session] = {}
        self._usual = log.athlete.zone
        self._open = {plan.id: plan for plan in log.planned if plan.id not in fulfilled}
        sessions: tuple[Session, ...] = (*log.planned, *log.logged)
        self._before = {session.id: session for session in sessions}
        self._by_day: dict[date, dict[str, LoggedSession]] = {}
        self._from: dict[str, set[str]] = {}  # the ids of the sessions that came from a source
        self._counts: Counter[str] = Counter()
        self._problems: list[Problem] = []
        self._added: list[str] = []
        for session in log.logged:
            self._hold(session)

    def take(self, name: str, data: bytes) -> bool:
        """Read one file; whether it changes anything."""
        sessions, problems = read(data, name, self._usual)
        self._problems += problems
        self._counts["failed"] += not sessions
        known = [self._knows(session, len(sessions)) for session in sessions]
        outcomes = ["known" if one else self._place(name, each) for each, one in zip(sessions, known, strict=True)]
        self._counts.update(outcomes)
        return "new" in outcomes or "merged" in outcomes

    def seen(self) -> list[Session]:
        """What of the log would be changed, as it was when the import began."""
        return [self._before[key] for key in self.changed if key in self._before]

    def report(self) -> Report:
        """What became of the files so far."""
        added = tuple(one for key in self._added if isinstance(one := self.changed[key], LoggedSession))
        return Report(**self._counts, problems=tuple(self._problems), added=added)

    def _knows(self, session: LoggedSession, in_file: int) -> bool:
        """Whether the session, one of so many `in_file`, was taken in before; of a file that was in part it may not."""
        held = self._from.get(session.source or "", set())
        if len(held) >= in_file or session.id in held:
            return True
        return any(one.id in held and same(one, session) for one in self._near(day_of(session)))

    def _place(self, name: str, session: LoggedSession) -> str:
        """Find the session its place in the log; the name of the count it belongs to."""
        near = self._near(day_of(session))
        twins = [one for one in near if same(one, session)]
        if twins:
            twin = min(twins, key=lambda one: abs(one.start - session.start))
            richer = merged(twin, session)
            if richer == twin:
                return "known"
            self._hold(richer)
            self.changed[twin.id] = richer
            return "merged"
        if doubtful := next((one for one in near if maybe_same(one, session)), None):
            self._problems.append(_maybe(name, session, doubtful))
            return "skipped"
        self._add(session)
        return "new"

    def _add(self, session: LoggedSession) -> None:
        if plan := plan_of(session, self._open.values()):
            session = fulfilling(session, plan)
            self.changed[plan.id] = replace(self._open.pop(plan.id), status="done")
        self._hold(session)
        self.changed[session.id] = session
        self._added.append(session.id)

    def _hold(self, session: LoggedSession) -> None:
        self._by_day.setdefault(day_of(session), {})[session.id] = session
        for source in (session.source or "").split():
            self._from.setdefault(source, set()).add(session.id)

    def _near(self, day: date) -> list[LoggedSession]:
        """What is logged on that day and those beside it."""
        days = Days(day, day).widened(1, 2)
        return [session for one in days.each() for session in self._by_day.get(one, {}).values()]


def _maybe(name: str, session: LoggedSession, logged: LoggedSession) -> Problem:
    """What to say of a session that may be one of the log."""
    when = f"{session.start:%Y-%m-%d %H:%M}"
    kind = {"run": "run", "strength": "lift", "cross": "session"}
    there = f"the {kind[logged.kind]} logged {'without a time ' if logged.clock != 'exact' else ''}that day"
    return Problem(name, when, f"it may be {there}", "left out; move or delete that one and import again to take it in")
