"""The gap between a run and a lift, and what the table of RULES 3.3 makes of it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from data.calendar import day_of, minutes_of, start_of
from data.catalogue import Catalogue
from data.model import Athlete, Hard, LoggedSession, Session
from data.rules.hardness import exercises_of, hardness
from data.rules.volume import is_work

Severity = Literal["note", "warning", "clash"]
# From the mildest on.
SEVERITIES: Final[tuple[Severity, ...]] = ("note", "warning", "clash")

_HOUR: Final = 3600
# An exercise of this eccentric stress or more is novel when it was not done for so long.
_NOVEL_ECC: Final = 2
_NOVEL_AFTER: Final = 21 * 24 * _HOUR


class Row(NamedTuple):
    """A row of the table: a gap of fewer hours than this is a clash, a warning, a note; 0 where there is none."""

    name: str
    clash: int
    warning: int
    note: int

    def severity(self, gap: int) -> Severity | None:
        """How bad a gap of so many seconds is."""
        edges: tuple[tuple[Severity, int], ...] = (
            ("clash", self.clash), ("warning", self.warning), ("note", self.note),
        )  # fmt: skip
        return next((severity for severity, hours in edges if gap < hours * _HOUR), None)


STRENGTH_RUN: Final = Row("hard lift, then hard run", 6, 24, 36)
STRENGTH_RUN_NOVEL: Final = Row("hard lift with something new in it, then hard run", 6, 24, 48)
STRENGTH_RACE: Final = Row("hard lift, then race", 48, 72, 0)
RUN_STRENGTH: Final = Row("hard run, then hard lift", 0, 6, 24)
LONG_STRENGTH: Final = Row("hard run of 90 min or more, or race, then hard lift", 6, 24, 48)
LONG_RACE_STRENGTH: Final = Row("race of 150 min or more, then hard lift", 24, 72, 96)
MODERATE_STRENGTH_RUN: Final = Row("lift, then run, one hard and one moderate", 0, 0, 6)
MODERATE_RUN_STRENGTH: Final = Row("run, then lift, one hard and one moderate", 0, 0, 3)
# From so many seconds on no row has anything to say.
REACH: Final = LONG_RACE_STRENGTH.note * _HOUR


class Placed(NamedTuple):
    """A session with its start and end in whole elapsed seconds (since 1970, UTC), and how hard it is."""

    session: Session
    start: int
    end: int
    level: Hard | None

    @property
    def race(self) -> bool:
        """Whether it is a race."""
        return self.session.type == "race"


class Meeting(NamedTuple):
    """A run and a lift in the order they count in, and the seconds between them, below zero where they overlap.

    `assumed` where a clock time of either was.
    """

    first: Placed
    second: Placed
    gap: int
    assumed: bool

    @property
    def lift_first(self) -> bool:
        """Whether the lift comes before the run."""
        return self.first.session.kind == "strength"

    @property
    def same_day(self) -> bool:
        """Whether both belong to the same calendar day, each in its own zone."""
        return day_of(self.first.session) == day_of(self.second.session)


def placed(
    sessions: Iterable[Session], athlete: Athlete, catalogue: Catalogue, since: date | None = None
) -> list[Placed]:
    """The runs and lifts among the sessions, by start; of two that start together, the kind the athlete puts first.

    Those of days before `since` are not assessed, which takes most of the time: they only say what is new.
    """
    found = []
    for session in sessions:
        if session.kind != "cross":
            near = since is None or day_of(session) >= since
            found.append(placed_one(session, hardness(session, catalogue).level if near else None))
    return sorted(found, key=lambda each: in_time(each, athlete))


def placed_one(session: Session, level: Hard | None) -> Placed:
    """The session, so hard, in time."""
    start = round(start_of(session).timestamp())
    return Placed(session, start, start + round(minutes_of(session) * 60), level)


def in_time(one: Placed, athlete: Athlete) -> tuple[int, bool, str]:
    """What puts sessions in the order that they count in."""
    return one.start, not _comes_first(one, athlete), one.session.id


def meetings(sessions: Sequence[Placed], athlete: Athlete) -> Iterator[Meeting]:
    """Every run and lift, placed in time, that are near enough for the table to say something."""
    for index, one in enumerate(sessions):
        for place in range(index + 1, len(sessions)):
            other = sessions[place]
            if other.start - one.end >= REACH:
                break
            if other.session.kind != one.session.kind:
                yield meeting(one, other, athlete)


def meeting(one: Placed, other: Placed, athlete: Athlete) -> Meeting:
    """Two sessions as they meet, `one` placed no later than `other`.

    On a day where neither has a clock time they are one session, in the order of the athlete's priority.
    """
    clocks = (one.session.clock, other.session.clock)
    if clocks == ("unknown", "unknown") and day_of(one.session) == day_of(other.session):
        first, second = (one, other) if _comes_first(one, athlete) else (other, one)
        return Meeting(first, second, 0, assumed=True)
    gap = other.start - one.end
    if clocks == ("exact", "exact") and (gap >= 0 or _both_lengths_said(one, other)):
        return Meeting(one, other, gap, assumed=False)
    # Times that are assumed prove no overlap.
    return Meeting(one, other, max(gap, 0), assumed=True)


def _both_lengths_said(one: Placed, other: Placed) -> bool:
    """Whether no length is missing of what was done; of what is planned the usual one is meant."""
    both = (one.session, other.session)
    return not any(isinstance(each, LoggedSession) and each.minutes is None for each in both)


def reach(one: Placed, other: Placed) -> int:
    """From so many seconds between them on the table has nothing to say of a run and a lift."""
    if one.level == other.level == "hard":
        return REACH if one.race or other.race else LONG_STRENGTH.note * _HOUR
    return MODERATE_STRENGTH_RUN.note * _HOUR if {one.level, other.level} == {"hard", "moderate"} else 0


def row_of(met: Meeting, sessions: Sequence[Placed], catalogue: Catalogue) -> Row | None:
    """The row that a meeting falls under; None where one of the two is easy, or was not assessed.

    `sessions` are those placed, by start: the three weeks before a lift say whether it holds something new.
    """
    levels = {met.first.level, met.second.level}
    if levels == {"hard", "moderate"}:
        return MODERATE_STRENGTH_RUN if met.lift_first else MODERATE_RUN_STRENGTH
    if levels != {"hard"}:
        return None
    if not met.lift_first:
        minutes = minutes_of(met.first.session)
        if met.first.race and minutes >= 150:
            return LONG_RACE_STRENGTH
        return LONG_STRENGTH if met.first.race or minutes >= 90 else RUN_STRENGTH
    if met.second.race:
        return STRENGTH_RACE
    # What is new changes nothing within the reach of the usual row, and looking for it takes time.
    beyond = met.gap >= STRENGTH_RUN.note * _HOUR
    return STRENGTH_RUN_NOVEL if beyond and novel(met.first, sessions, catalogue) else STRENGTH_RUN


def by_priority(severity: Severity, met: Meeting, athlete: Athlete) -> Severity:
    """With strength first, on one day and without a race: a lift before the run is one softer, after it one harder."""
    if athlete.priority != "strength" or met.first.race or met.second.race or not met.same_day:
        return severity
    step = SEVERITIES.index(severity) + (-1 if met.lift_first else 1)
    return SEVERITIES[min(max(step, 0), len(SEVERITIES) - 1)]


def by_spacing(severity: Severity, athlete: Athlete) -> Severity:
    """Under strict spacing every note is a warning."""
    return "warning" if athlete.spacing == "strict" and severity == "note" else severity


def novel(lift: Placed, sessions: Sequence[Placed], catalogue: Catalogue) -> set[str]:
    """The exercises of high eccentric stress in the lift that no session of the 21 days before it holds.

    Nothing is where the sessions do not reach so far back: what nobody wrote down is not known to be new.
    """
    if not sessions or sessions[0].start > lift.start - _NOVEL_AFTER:
        return set()
    new = eccentric(lift.session, catalogue)
    place = bisect_left(sessions, lift.start, key=lambda each: each.start) - 1
    while new and place >= 0 and lift.start - sessions[place].start < _NOVEL_AFTER:
        new -= eccentric(sessions[place].session, catalogue)
        place -= 1
    return new


def eccentric(session: Session, catalogue: Catalogue) -> set[str]:
    """The exercises of high eccentric stress that the session holds."""
    return {
        each.exercise
        for each in exercises_of(session, catalogue)
        if (known := catalogue.exercise(each.exercise)) and known.ecc >= _NOVEL_ECC and is_work(each)
    }


def _comes_first(one: Placed, athlete: Athlete) -> bool:
    return (one.session.kind == "run") == (athlete.priority == "running")
