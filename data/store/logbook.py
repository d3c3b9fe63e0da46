"""The Logbook: all that a screen or a command may ask of an athlete's log."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from data.access import WRITES, Allows, ReadMark, Visitor, always
from data.calendar import Days
from data.model import Accepted, Athlete, Comment, LoggedSession, PlannedSession, Session
from data.store import sessions
from data.store.backend import Backend, Kind, Shelf
from data.store.errors import Conflict, Damaged
from data.store.guard import Guarded
from data.store.history import History
from data.store.migrations import STEPS, Step, newest
from data.store.records import SOFT, Held, Live, key_of, kind_of
from data.store.shelves import Shelves
from data.store.under_way import UnderWay
from data.store.visits import READ, Theirs, author_of, new_comment, theirs_on, unread

if TYPE_CHECKING:
    from data.formats.interchange import Log
    from data.glance import Glance

_ATHLETE: Final = Shelf("athlete")


class Logbook:
    """One athlete's log, kept by a backend. Writing is for one thread at a time; whoever reads may be on another.

    Every change is on disk when its method returns. Where that cannot be, StoreError is raised and nothing has changed,
    so that the same call may be tried again. `clock` gives the aware present. What a visitor may not do raises
    Forbidden, before anything is touched; so does every change once `allows` says no.
    """

    def __init__(
        self,
        backend: Backend,
        clock: Callable[[], datetime],
        steps: Sequence[Step] = STEPS,
        visitor: Visitor | None = None,
        allows: Allows = always,
    ) -> None:
        self._backend = guarded = Guarded(backend, visitor, allows)
        self.visitor = visitor
        self._clock = clock
        self._version = newest(steps)
        self._shelves = Shelves(guarded, steps)
        self._history = History(guarded, self._shelves, clock, steps)
        self._under_way = UnderWay(guarded, self._shelves, self._history, clock, steps)

    @property
    def athlete(self) -> Athlete:
        """The profile; the default one while none was saved."""
        return next(self._shelves.values([_ATHLETE]), Athlete())

    def is_new(self) -> bool:
        """Whether nothing was ever saved here, not even a profile."""
        return not self._backend.shelves()

    def planned(self, days: Days) -> list[PlannedSession]:
        """The sessions planned on those days, done and skipped ones too, by start."""
        return sessions.on_days(self._shelves, "planned", days)

    def logged(self, days: Days) -> list[LoggedSession]:
        """The sessions logged on those days, by start."""
        return sessions.on_days(self._shelves, "logged", days)

    def sessions(self, days: Days) -> list[Session]:
        """All sessions on those days, by start."""
        return sorted([*self.planned(days), *self.logged(days)], key=sessions.by_start)

    def sessions_and_before(self, days: Days) -> list[Session]:
        """All sessions on those days, by start, after the last one logged before them: so far the log reaches back."""
        return [*sessions.last_before(self._shelves, days.start), *self.sessions(days)]

    def find(self, session_id: str) -> Session | None:
        """The session of that id, logged or planned."""
        logged: LoggedSession | None = sessions.standing(self._shelves, "logged", session_id)
        if logged:
            return logged
        planned: PlannedSession | None = sessions.standing(self._shelves, "planned", session_id)
        return planned

    def glance(self, near: Days, since: date) -> "Glance":
        """What one look at the log tells: the sessions on those days, and in short those logged from `since` to them.

        `since` is a day before them. It reads little, and keeps nothing of it.
        """
        from data.glance import Glance
        from data.store.glances import Looks

        seen = Looks(self._backend, self._shelves, self._version).look(near, since)
        return Glance(
            athlete=self.athlete,
            days=near,
            near=tuple(seen.near),
            done=tuple(seen.done),
            since=seen.since,
            last=seen.last,
            accepted=tuple(self.accepted()),
            unread=len(self.unread()),
            under_way=self._under_way.look() is not None,
        )

    def first_day(self) -> date | None:
        """The day of the first session logged."""
        return sessions.first_day(self._shelves)

    def years(self) -> list[int]:
        """The calendar years that hold anything planned or logged, in order."""
        return sorted({shelf.year for shelf in self._backend.shelves() if shelf.year is not None})

    def last_time(self, exercise_id: str, before: datetime) -> LoggedSession | None:
        """The last session started before then in which a set of the exercise was done."""
        return sessions.last_time(self._shelves, exercise_id, before)

    def with_exercises(self, exercise_ids: Collection[str]) -> list[LoggedSession]:
        """All sessions in which a set of one of the exercises was done, by start."""
        return sessions.with_exercises(self._shelves, exercise_ids)

    def accepted(self) -> list[Accepted]:
        """The warnings accepted on purpose, in the order they were."""
        return sorted(self._shelves.values([Shelf("accepted")]), key=lambda one: (one.at, one.first, one.second))

    def comments(self, about: str | None = None) -> list[Comment]:
        """What was commented, on one session or the week of one first day where that is given, oldest first."""
        found = (one for one in self._shelves.values([Shelf("comments")]) if about in (None, one.about))
        return sorted(found, key=lambda one: (one.at, one.id))

    @property
    def author(self) -> str:
        """Who writes here: the visitor, else the athlete."""
        return self.visitor.name if self.visitor else self.athlete.name

    def comment(self, about: str, text: str) -> Comment:
        """Save a comment of the author's on a session (its id) or a week (its first day). Raises StoreError."""
        made = new_comment(text, about, self.author, self._clock(), known=self.find(about) is not None)
        self._history.commit("the comment", {("comments", made.id): made})
        return made

    def delete_comment(self, comment: Comment) -> None:
        """Take a comment away: a visitor their own, the athlete any."""
        self._history.commit("taking the comment away", {("comments", comment.id): None})

    def unread(self) -> list[Comment]:
        """What others commented since the author last read it, oldest first; nothing where they may not keep that."""
        if self.visitor and "read" not in WRITES[self.visitor.role]:
            return []
        return unread(self.comments(), list(self._shelves.values([READ])), self.author)

    def mark_read(self, about: str | None = None) -> None:
        """Keep that the author has read every comment there is, or on what they are about. Nobody undoes this."""
        if news := [one for one in self.unread() if about in (None, one.about)]:
            mark = ReadMark(self.author, news[-1].at, about)
            self._history.write({("read", key_of(mark)): mark}, {})

    def changed_by(self, session_id: str) -> str | None:
        """Who else made a planned session what it is; None where the athlete did, or there is none."""
        return author_of(self._shelves, session_id)

    def theirs(self, days: Days) -> list[Theirs]:
        """What others changed of the plan on those days, deleted and moved sessions too, the first change first."""
        return theirs_on(self._shelves, days)

    def take_back(self, change: Theirs) -> None:
        """Make of a planned session what it was before somebody else changed it, as a change that can be undone.

        Raises Conflict where it was changed again since it was read.
        """
        session = change.after or change.before
        if session:
            key: tuple[Kind, str] = ("planned", session.id)
            what = f"taking back what {change.by} changed"
            self._history.commit(what, {key: change.before}, {key: change.after})

    def change(
        self,
        what: str,
        save: Iterable[Session] = (),
        delete: Iterable[str] = (),
        accept: Iterable[Accepted] = (),
        athlete: Athlete | None = None,
        seen: Iterable[Session | Athlete] = (),
    ) -> None:
        """Save and delete sessions, accept warnings and save the profile, where one is given, as one change.

        `what` names it to whoever undoes it. Raises Conflict where anything of what was `seen` is no longer as it was.
        """
        wanted: dict[tuple[Kind, str], Held | None] = {}
        for value in (*save, *accept, *((athlete,) if athlete else ())):
            wanted[kind_of(value), key_of(value)] = value
        for session_id in delete:
            wanted["planned", session_id] = wanted["logged", session_id] = None
        self._history.commit(what, wanted, {(kind_of(one), key_of(one)): self._saved(one) for one in seen})

    def save(self, session: Session, what: str) -> None:
        """Save one session."""
        self.change(what, save=(session,))

    def delete(self, session_id: str, what: str) -> None:
        """Delete one session; nothing happens where there is none of that id."""
        self.change(what, delete=(session_id,))

    def accept(self, pair: Accepted, what: str) -> None:
        """Accept one warning."""
        self.change(what, accept=(pair,))

    def save_athlete(self, athlete: Athlete, what: str = "the profile", seen: Athlete | None = None) -> None:
        """Save the profile. Raises Conflict where one was `seen`, and it is no longer as it was."""
        self.change(what, athlete=athlete, seen=(seen,) if seen else ())

    def _saved(self, seen: Session | Athlete) -> Held | None:
        """What stands where this was seen: of the default profile nothing, while none was saved."""
        return None if seen == Athlete() and self._backend.stamp(_ATHLETE) is None else seen

    def undo(self) -> str | None:
        """Take this Logbook's last change back and give what it was. Raises Conflict where it was changed elsewhere."""
        return self._under_way.follow(self._history.undo())

    def redo(self) -> str | None:
        """Make the change last undone once more and give what it was. Raises Conflict likewise."""
        return self._under_way.follow(self._history.redo())

    def live(self) -> Live | None:
        """The session under way, a lift or a run. One that is in the log already is over: it is cleared away."""
        return self._under_way.read()

    def under_way(self) -> Live | None:
        """The session under way, only looked at: a save is still compared with what `live` gave last."""
        return self._under_way.look()

    def save_live(self, live: Live) -> None:
        """Save the session under way: to be called at every set or lap. A long log makes it no slower.

        Raises Conflict where it was changed elsewhere since this Logbook last read or saved it.
        """
        self._under_way.save(live)

    def finish_live(self, logged: LoggedSession) -> None:
        """Log the session that was under way, mark its plan done and clear it away, as one change.

        Raises Conflict where it was changed elsewhere since this Logbook last read or saved it.
        """
        self._under_way.finish(logged)

    def drop_live(self) -> None:
        """Clear the session under way without logging it; this too can be undone.

        Raises Conflict where it was changed elsewhere since this Logbook last read or saved it.
        """
        self._under_way.drop()

    def stamp(self) -> Hashable:
        """Something that differs whenever anything in the log has changed, whoever changed it."""
        return tuple((shelf, self._backend.stamp(shelf)) for shelf in self._backend.shelves())

    def everything(self) -> "Log":
        """The whole log, for an export."""
        from data.formats.interchange import Log

        planned, logged = (
            tuple(sorted(self._shelves.values(self._shelves.of_kind(kind)), key=sessions.by_start))
            for kind in ("planned", "logged")
        )
        accepted, comments = tuple(self.accepted()), tuple(self.comments())
        return Log(athlete=self.athlete, planned=planned, logged=logged, accepted=accepted, comments=comments)

    def replace(self, log: "Log", what: str = "the restore") -> None:
        """Make the log what an export holds, as one change, after a backup of what there is.

        A session under way stays under way.
        """
        self._backend.permit_all()
        with self._backend.change():
            self._backend.back_up(f"{self._clock():%Y-%m-%d-%H%M%S-%f}-before-all-is-replaced")
        wanted: dict[tuple[Kind, str], Held | None] = {("athlete", "athlete"): log.athlete}
        for kind in SOFT:
            for value in self._shelves.values(self._shelves.of_kind(kind)):
                wanted[kind, key_of(value)] = None
        kept: tuple[Held, ...] = (*log.planned, *log.logged, *log.accepted, *log.comments)
        for value in kept:
            wanted[kind_of(value), key_of(value)] = value
        self._history.commit(what, wanted)

    def damages(self) -> list[Damaged]:
        """Every part of the log that cannot be read, with the backup that would do."""
        found = []
        for shelf in self._backend.shelves():
            try:
                self._shelves.records(shelf)
            except Damaged as error:
                found.append(error)
        return found

    def put_back(self, damaged: Damaged) -> str:
        """Put the newest good backup of a damaged part in place, or nothing where there is none.

        Gives where the damaged part is kept. What was done before cannot be undone any more where it touches this part.
        Raises Conflict where it can be read again.
        """
        self._backend.permit_all()
        try:
            self._shelves.records(damaged.shelf)
        except Damaged:
            return self._backend.put_back(damaged.shelf, damaged.backup, self._clock())
        raise Conflict(f"{damaged.place} can be read again, so it stays as it is now.")

    def keep_original(self, data: bytes, suffix: str) -> None:
        """Keep an imported file as it came."""
        self._backend.keep_original(data, suffix)

    def has_original(self, data: bytes, suffix: str) -> bool:
        """Whether a file of these very bytes was kept before."""
        return self._backend.has_original(data, suffix)
