"""A week as rows: its sessions, its days of rest, and the warnings between the sessions that they are about."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from data.model import PlannedSession, Session
from data.rules.spacing import Pair, Tip
from data.rules.week import Entry, Week


class SessionRow(NamedTuple):
    """A session; `first` where it is the first row of its day."""

    day: date
    first: bool
    entry: Entry

    @property
    def key(self) -> str:
        """What stays the same of the row when it moves."""
        return self.entry.session.id


class RestRow(NamedTuple):
    """A day without a session."""

    day: date

    @property
    def key(self) -> str:
        """The day."""
        return self.day.isoformat()


class PairRow(NamedTuple):
    """A warning. It stands under the earlier session; above the later one where the earlier is in the week before.

    `reason` is why it was accepted, nothing where it was not.
    """

    day: date
    pair: Pair
    first: Session
    second: Session
    above: bool
    reason: str

    @property
    def key(self) -> str:
        """Both sessions."""
        return f"{self.pair.first} {self.pair.second}"

    @property
    def to_mend(self) -> bool:
        """Whether it is a clash or a warning that nobody accepted, and one of the two is not done yet."""
        planned = any(isinstance(each, PlannedSession) for each in (self.first, self.second))
        return planned and self.pair.severity != "note" and not self.pair.accepted


class TipRow(NamedTuple):
    """A word about the order of a day's sessions, under the one that would better come later."""

    day: date
    tip: Tip

    @property
    def key(self) -> str:
        """Both sessions."""
        return f"{self.tip.first} {self.tip.second} tip"


Row = SessionRow | RestRow | PairRow | TipRow


def rows_of(
    week: Week, pairs: Iterable[Pair], sessions: Mapping[str, Session], reasons: Mapping[tuple[str, str], str]
) -> tuple[Row, ...]:
    """The rows of a week. `pairs` and `sessions`, by id, may be of other weeks too; `reasons` go by both ids."""
    shown = {entry.session.id for day in week.days for entry in day.entries}
    below: dict[str, list[Pair]] = {}
    above: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.first in shown:
            below.setdefault(pair.first, []).append(pair)
        elif pair.second in shown:
            above.setdefault(pair.second, []).append(pair)
    tips: dict[str, list[Tip]] = {}
    for tip in week.tips:
        tips.setdefault(tip.first, []).append(tip)

    def _pair_row(day: date, pair: Pair) -> PairRow:
        reason = reasons.get((pair.first, pair.second), "") if pair.accepted else ""
        return PairRow(day, pair, sessions[pair.first], sessions[pair.second], pair.first not in shown, reason)

    rows: list[Row] = []
    for day in week.days:
        if not day.entries:
            rows.append(RestRow(day.date))
        for place, entry in enumerate(day.entries):
            rows += [_pair_row(day.date, pair) for pair in above.get(entry.session.id, ())]
            rows.append(SessionRow(day.date, place == 0, entry))
            rows += [_pair_row(day.date, pair) for pair in below.get(entry.session.id, ())]
            rows += [TipRow(day.date, tip) for tip in tips.get(entry.session.id, ())]
    return tuple(rows)
