"""The session under way, in the store: saved at every set or lap, and logged or cleared away at its end."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from data.model import LoggedSession
from data.store.backend import Kind, Shelf
from data.store.errors import Conflict, StoreError
from data.store.guard import Guarded
from data.store.history import Change, History, Wanted
from data.store.migrations import Step, newest
from data.store.records import Held, Live, as_document, written
from data.store.sessions import standing
from data.store.shelves import Shelves

_LIVE: Final = Shelf("live")


class UnderWay:
    """A lift or a run that is under way, and what was last seen of it here: who saves may not have missed anything."""

    def __init__(
        self,
        backend: Guarded,
        shelves: Shelves,
        history: History,
        clock: Callable[[], datetime],
        steps: Sequence[Step],
    ) -> None:
        self._backend = backend
        self._shelves = shelves
        self._history = history
        self._clock = clock
        self._version = newest(steps)
        self._seen: Live | None = None

    def look(self) -> Live | None:
        """The session under way, only looked at."""
        records = self._shelves.records(_LIVE).values()
        return max(records, key=lambda record: record.changed).value if records else None

    def read(self) -> Live | None:
        """The session under way, from now on seen. One that is in the log already is over: it is cleared away."""
        live = self.look()
        logged = standing(self._shelves, "logged", live.id) if live else None
        if logged:
            with suppress(StoreError):  # looking must be possible where writing is not
                self._history.write(self._finished(logged), {})
        self._seen = self.look()
        return None if logged else live

    def save(self, live: Live) -> None:
        """Save it. Raises Conflict where it was changed elsewhere since it was last seen or saved here."""
        self._backend.permit("live")
        with self._backend.change() as change:
            self._shelves.check_writable(everywhere=False)
            if self.look() not in (self._seen, live):
                raise Conflict("This session went on elsewhere meanwhile: open it again to see it as it is now.")
            before = self._shelves.records(_LIVE).get(live.id)
            change.put(_LIVE, live.id, as_document(written(live, self._clock(), self._version, before)))
        self._seen = live

    def finish(self, logged: LoggedSession) -> None:
        """Log it, mark its plan done and clear it away, as one change. Raises Conflict likewise."""
        what = f"the end of {logged.title or 'the session'}"
        self.follow(self._history.commit(what, self._finished(logged), self._as_seen(logged.id)))

    def drop(self) -> None:
        """Clear it away, as a change that can be undone. Raises Conflict likewise."""
        if live := self.look():
            what, expected = f"giving up {live.title or 'the session'}", self._as_seen(live.id)
            self.follow(self._history.commit(what, {("live", live.id): None}, expected if self._seen else None))

    def follow(self, change: Change | None) -> str | None:
        """What a change of our own was, in words; the session under way is seen as it left it."""
        for edit in change.edits if change else ():
            if edit.kind == "live":
                self._seen = self.look()
        return change.what if change else None

    def _as_seen(self, key: str) -> Wanted:
        """What is expected of the session under way of that id: what was last seen of it here."""
        seen = self._seen
        return {("live", key): seen if seen and seen.id == key else None}

    def _finished(self, logged: LoggedSession) -> Wanted:
        """What stands once a session that was under way is logged."""
        wanted: dict[tuple[Kind, str], Held | None] = {("logged", logged.id): logged}
        plan = standing(self._shelves, "planned", logged.plan_id) if logged.plan_id else None
        if plan and plan.status != "done":
            wanted["planned", plan.id] = replace(plan, status="done")
        wanted["live", logged.id] = None
        return wanted
