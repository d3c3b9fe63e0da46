"""What is done before the first write of a day: a backup, and old things cleared away."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from data.store.backend import Change, Kind
from data.store.errors import Damaged
from data.store.guard import Guarded
from data.store.migrations import Step, newest
from data.store.records import SOFT, as_document
from data.store.shelves import Shelves

_KEPT_DELETED: Final = timedelta(days=30)


def keep_up(backend: Guarded, shelves: Shelves, now: datetime, steps: Sequence[Step]) -> None:
    """Unless it was done today: back everything up, then take off the shelves what was deleted 30 days ago.

    A log of an older schema is brought to the newest, with a backup of its own where the day has one already. A
    visitor's first write makes the backup, and leaves the rest to the athlete's.
    """
    with backend.change() as change:
        shelves.check_writable()
        first = backend.back_up(f"{now:%Y-%m-%d}")
        if backend.limited:
            return
        version = newest(steps)
        older = [one for one in backend.shelves() if any(head.v < version for head in shelves.heads(one).values())]
        if older and not first:
            backend.back_up(f"{now:%Y-%m-%d}-before-schema-{version}")
        for shelf in older:
            for key, record in shelves.records(shelf).items():
                change.put(shelf, key, as_document(record))
        if first:
            for kind in SOFT:
                _clear(shelves, kind, change, now - _KEPT_DELETED)


def _clear(shelves: Shelves, kind: Kind, change: Change, until: datetime) -> None:
    """Remove what was deleted by then, and of a session that stands in two years the older."""
    heads = [(shelf, shelves.heads(shelf)) for shelf in shelves.of_kind(kind)]
    times = Counter(key for _, keys in heads for key in keys)
    find = shelves.finder(kind)
    for shelf, keys in heads:
        with suppress(Damaged):  # a damaged shelf is left as it is
            doubled = [key for key in keys if times[key] > 1 and find(key)[0][0] != shelf]
            gone = [key for key, head in keys.items() if head.deleted and head.deleted <= until]
            if doubled or gone:
                shelves.records(shelf)
            for key in doubled + gone:
                change.remove(shelf, key)
