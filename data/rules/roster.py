"""Who of many athletes needs a word, and why: each in one line, the most urgent first. [choice]"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final, Literal

from msgspec.structs import replace

from data.calendar import Days, day_of, in_zone, week_of
from data.catalogue import Catalogue
from data.glance import Glance
from data.model import LoggedSession, PlannedSession, Value
from data.rules.change import change_against_usual
from data.rules.gaps import Severity
from data.rules.load import daily_loads
from data.rules.spacing import pairs
from data.rules.status import status_of
from data.rules.usual import WeekBar, usual_after, week_bars
from data.rules.week import DAYS_AFTER, DAYS_BEFORE

ReasonKind = Literal["unreadable", "clash", "niggle", "load", "missed", "silent", "comment"]

# The reasons for a word, the most urgent first: what can still be prevented or mended stands before what is over.
URGENCY: Final[tuple[ReasonKind, ...]] = ("unreadable", "clash", "niggle", "load", "missed", "silent", "comment")
# How many days ahead a back-to-back is looked for: a week can still be put right.
AHEAD_DAYS: Final = 7
# How far above the usual a week calls for a word: more than most plans add at once. A choice, and no claim of risk.
FAR_ABOVE: Final = 0.3
# So many sessions missed in a week: one is life, two are a pattern.
MISSED: Final = 2
MISSED_DAYS: Final = 7
# Days without a session after which somebody is silent: even a week of rest has one by then.
SILENT_DAYS: Final = 7
# A niggle counts as long as it was mentioned in the last two weeks; earlier mentions of four weeks say if it rises.
NIGGLE_DAYS: Final = 14
MENTION_DAYS: Final = 28
MENTIONS: Final = 3
# Half of the scale: a niggle of so much calls for a word whether it rises or not.
HIGH_NIGGLE: Final = 5
# The days of log that what is usual is made from: an earlier day weighs less than a hundred thousandth.
LOOK_BACK_DAYS: Final = 182


class Reason(Value, frozen=True):
    """A reason for a word, in a few words."""

    kind: ReasonKind
    words: str


class Ahead(Value, frozen=True):
    """A clash or warning to come that nobody accepted, on the day of its later session."""

    day: date
    severity: Severity


class Hurt(Value, frozen=True):
    """A niggle: where, and how much from 0 to 10 each time it was mentioned lately, the last time last."""

    part: str
    levels: tuple[int, ...]

    @property
    def level(self) -> int:
        """How much it hurt the last time."""
        return self.levels[-1]

    @property
    def rising(self) -> bool:
        """Whether it became more over the last three mentions, and never less."""
        last = self.levels[-MENTIONS:]
        return len(last) == MENTIONS and last[0] < last[-1] and list(last) == sorted(last)


class RosterLine(Value, frozen=True):
    """How an athlete is doing: this week's load and what is usual, how many of its planned sessions are done, how many
    were missed in the last week; what lands back to back in the next one; what hurts, the most first; the day of the
    last session; comments not read. `change` is against the usual, 0.38 for 38 % above.

    `trouble` is why the log cannot be read, and then nothing else is known.
    """

    name: str
    today: date
    week: WeekBar | None = None
    change: float | None = None
    planned: int = 0
    done: int = 0
    missed: int = 0
    ahead: tuple[Ahead, ...] = ()
    hurts: tuple[Hurt, ...] = ()
    last: date | None = None
    under_way: bool = False
    unread: int = 0
    trouble: str = ""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the athlete needs a word, the most urgent first; nothing where they do not."""
        return tuple(sorted(_reasons(self), key=lambda one: URGENCY.index(one.kind)))

    @property
    def silent_days(self) -> int | None:
        """Days since the last session; None where there is none."""
        return (self.today - self.last).days if self.last else None


def near_days(today: date) -> Days:
    """The days whose sessions a line needs whole."""
    return Days(today, today + timedelta(AHEAD_DAYS)).widened(DAYS_BEFORE, DAYS_AFTER)


def line_of(name: str, seen: Glance, catalogue: Catalogue, now: datetime) -> RosterLine:
    """The line of an athlete. `seen` is of `near_days` and reaches back `LOOK_BACK_DAYS`."""
    today = in_zone(now, seen.athlete.zone).date()
    days = week_of(today, seen.athlete.week_start)
    week, change = _week_and_change(seen, days, today)
    plans = [one for one in seen.near if isinstance(one, PlannedSession)]
    kept = {one.plan_id for one in seen.near if isinstance(one, LoggedSession)}
    of_week = [one for one in plans if day_of(one) in days]
    lately = [one for one in plans if day_of(one) in Days(today - timedelta(MISSED_DAYS), today)]
    return RosterLine(
        name=name,
        today=today,
        week=week,
        change=None if week.unrated else change,
        planned=len(of_week),
        done=sum(one.status == "done" or one.id in kept for one in of_week),
        missed=sum(status_of(one, now) == "missed" and one.id not in kept for one in lately),
        ahead=_ahead(seen, catalogue, now, today),
        hurts=hurts_of(seen.done, today),
        last=today if seen.under_way else seen.last,
        under_way=seen.under_way,
        unread=seen.unread,
    )


def by_urgency(lines: Iterable[RosterLine]) -> list[RosterLine]:
    """The lines, those who need a word first: by their most urgent reason, then the next one, then by name."""

    def _rank(line: RosterLine) -> tuple[list[int], str]:
        urgent = [URGENCY.index(one.kind) for one in line.reasons]
        return [*urgent, *[len(URGENCY)] * (len(URGENCY) - len(urgent))], line.name.casefold()

    return sorted(lines, key=_rank)


def hurts_of(done: Sequence[LoggedSession], today: date) -> tuple[Hurt, ...]:
    """What hurts, the most first: of each part its mentions of four weeks, where the last one is of the last two and
    above 0. `done` is by start."""
    mentions: dict[str, list[tuple[date, str, int]]] = {}
    for session in done:
        day = day_of(session) if session.niggles else today
        for niggle in session.niggles:
            if day in Days(today - timedelta(MENTION_DAYS), today + timedelta(1)):
                key = " ".join(niggle.part.casefold().split())
                mentions.setdefault(key, []).append((day, niggle.part, niggle.level))
    found = [
        Hurt(said[-1][1], tuple(level for _, _, level in said))
        for said in mentions.values()
        if said[-1][0] > today - timedelta(NIGGLE_DAYS) and said[-1][2]
    ]
    return tuple(sorted(found, key=lambda one: (-one.level, one.part)))


def _reasons(line: RosterLine) -> Iterable[Reason]:
    if line.trouble:
        yield Reason("unreadable", line.trouble)
        return
    clashes = [one for one in line.ahead if one.severity == "clash"]
    if clashes:
        yield Reason("clash", f"clash {day_name(clashes[0].day, line.today)}")
    if hurt := worrying(line.hurts):
        yield Reason("niggle", f"{hurt.part} {hurt.level}{', rising' if hurt.rising else ''}")
    if line.change is not None and line.change >= FAR_ABOVE:
        yield Reason("load", f"{round(line.change * 100)} % above usual")
    if line.missed >= MISSED:
        yield Reason("missed", f"missed {line.missed} sessions")
    if line.last is None:
        yield Reason("silent", "nothing logged yet")
    elif (silent := line.silent_days) is not None and silent >= SILENT_DAYS:
        yield Reason("silent", f"silent for {silent} days")
    if line.unread:
        yield Reason("comment", f"{line.unread} new {'comment' if line.unread == 1 else 'comments'}")


def worrying(hurts: Iterable[Hurt]) -> Hurt | None:
    """The niggle that calls for a word: one that rises, else one of half the scale; of several the highest."""
    known = list(hurts)
    rising = (one for one in known if one.rising)
    return next(rising, next((one for one in known if one.level >= HIGH_NIGGLE), None))


def day_name(day: date, today: date) -> str:
    """ "today", "tomorrow", "on Thu"."""
    return {0: "today", 1: "tomorrow"}.get((day - today).days, f"on {day:%a}")


def _week_and_change(seen: Glance, week: Days, today: date) -> tuple[WeekBar, float | None]:
    """The week with what was usual before it, and how the last days compare with the usual."""
    # The start as written is at most two days from the day in the session's zone, and cheaper to ask.
    lately = [one for one in seen.done if one.start.toordinal() >= week.start.toordinal() - 2]
    bar = week_bars(lately, [week], None)[0]
    if seen.since is None:
        return bar, None
    daily = daily_loads(seen.done, Days(seen.since, max(seen.since, today) + timedelta(1)))
    return replace(bar, usual=usual_after(daily[: max(0, (week.start - seen.since).days)])), change_against_usual(daily)


def _ahead(seen: Glance, catalogue: Catalogue, now: datetime, today: date) -> tuple[Ahead, ...]:
    coming = Days(today, today + timedelta(AHEAD_DAYS))
    reach = coming.widened(DAYS_AFTER, 0).start
    by_id = {one.id: one for one in seen.near}
    plans = {one.id for one in seen.near if isinstance(one, PlannedSession)}
    found = [
        Ahead(day_of(by_id[pair.second]), pair.severity)
        for pair in pairs(seen.near, seen.athlete, catalogue, seen.accepted, now, reach)
        if pair.severity != "note" and not pair.accepted and plans & {pair.first, pair.second}
    ]
    return tuple(sorted((one for one in found if one.day in coming), key=lambda one: one.day))
