"""Hard lifts and hard runs back to back: which pairs, how bad, and what to do about them (RULES 3.3, 3.4)."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final, Literal

import msgspec

from data.calendar import Days, day_of
from data.catalogue import Catalogue
from data.model import Accepted, Athlete, Id, PlannedSession, Session, Value
from data.rules.explain import Explanation, session_words
from data.rules.gaps import (
    SEVERITIES,
    Meeting,
    Placed,
    Row,
    Severity,
    by_priority,
    by_spacing,
    meeting,
    meetings,
    placed,
    row_of,
)  # fmt: skip
from data.rules.status import counting
from data.units import format_minutes

Order = Literal["strength-run", "run-strength"]
# What was accepted looked like then, by the ids of the two sessions.
Seals = Mapping[tuple[Id, Id], set[str]]

ADVICE: Final[dict[Severity, str]] = {
    "clash": "Move one, or make the lift maintenance.",
    "warning": "Separate them by a day; if this is your only slot, combining beats skipping.",
    "note": "Fine if the legs feel good; keep the next day easy.",
}
OVERLAP_ADVICE: Final = "They overlap: move one."
RUN_FIRST: Final = "Run first."

# What two sessions look like in all that matters to spacing, in the order that a seal is made in.
_SEALED: Final = (
    "kind", "start", "zone", "clock", "minutes", "type", "template", "exercises", "focus", "rpe", "mark", "descent_m",
)  # fmt: skip
_SOURCE: Final = (
    "legday's rounding of Doma & Deakin 2013, Doma 2015 and 2019, Robineau 2016, Baar 2014, Schumann 2022; "
    "what is new: Assumpção 2013"
)


class Pair(Value, frozen=True):
    """A run and a lift back to back, the ids in the order of time.

    `gap_hours` are elapsed hours, below zero where they overlap; `assumed` where a clock time was. `accepted` where the
    athlete accepted it on purpose and neither session has changed since.
    """

    severity: Severity
    order: Order
    gap_hours: float
    assumed: bool
    first: Id
    second: Id
    advice: str
    accepted: bool = False


class Tip(Value, frozen=True):
    """A word about two planned sessions of one day that would do better the other way round."""

    first: Id
    second: Id
    advice: str


def pairs(
    sessions: Iterable[Session],
    athlete: Athlete,
    catalogue: Catalogue,
    accepted: Iterable[Accepted] = (),
    now: datetime | None = None,
    since: date | None = None,
) -> tuple[Pair, ...]:
    """The runs and lifts back to back, in the order of the later session; of each earlier session its worst pair alone.

    `sessions` come in any order and may reach further than the days asked about: the four days either side decide, the
    three weeks before say what is novel. Planned and logged count alike, those of `counting(sessions, now)`. A session
    of a day before `since` is part of no pair.
    """
    in_time = placed(counting(sessions, now), athlete, catalogue, since)
    seals = seals_of(accepted)
    worst: dict[Id, tuple[tuple[int, bool, int], Meeting, Pair]] = {}
    for met in meetings(in_time, athlete):
        if severity := severity_of(met, row_of(met, in_time, catalogue), athlete):
            pair = _pair(met, severity, seals)
            rank = (-SEVERITIES.index(severity), pair.accepted, met.gap)
            if pair.first not in worst or rank < worst[pair.first][0]:
                worst[pair.first] = (rank, met, pair)
    found = sorted(worst.values(), key=lambda each: (each[1].second.start, each[1].first.start))
    return tuple(pair for _, _, pair in found)


def pairs_of_days(pairs: Iterable[Pair], sessions: Iterable[Session], days: Days) -> tuple[Pair, ...]:
    """The pairs whose later session belongs to one of the days."""
    seconds = {each.id for each in sessions if day_of(each) in days}
    return tuple(pair for pair in pairs if pair.second in seconds)


def order_tips(
    sessions: Iterable[Session], athlete: Athlete, catalogue: Catalogue, now: datetime | None = None
) -> tuple[Tip, ...]:
    """ "Run first." for a planned easy run after a planned lift of the same day, where running is the priority."""
    if athlete.priority != "running":
        return ()
    planned = [each for each in counting(sessions, now) if isinstance(each, PlannedSession)]
    return tuple(
        Tip(first=met.first.session.id, second=met.second.session.id, advice=RUN_FIRST)
        for met in meetings(placed(planned, athlete, catalogue), athlete)
        if met.lift_first and met.second.level == "easy" and met.same_day
    )


def severity_of(met: Meeting, row: Row | None, athlete: Athlete) -> Severity | None:
    """How bad a meeting is; an overlap is a clash however hard the two are, since nobody can do both."""
    if met.gap < 0:
        return "clash"
    found = row.severity(met.gap) if row else None
    return by_spacing(by_priority(found, met, athlete), athlete) if found else None


def seal(first: Session, second: Session) -> str:
    """What both sessions look like in all that matters to spacing: an accepted warning stays so while this is the same.

    Titles, notes, niggles and whether the plan was kept do not matter.
    """
    both = [[getattr(each, name, None) for name in _SEALED] for each in (first, second)]
    return hashlib.blake2b(msgspec.json.encode(both), digest_size=12).hexdigest()


def seals_of(accepted: Iterable[Accepted]) -> Seals:
    """The seals of what was accepted, by the ids of its two sessions."""
    seals: dict[tuple[Id, Id], set[str]] = {}
    for each in accepted:
        seals.setdefault((each.first, each.second), set()).add(each.seal)
    return seals


def is_accepted(first: Session, second: Session, seals: Seals) -> bool:
    """Whether the two were accepted on purpose as they are now."""
    sealed = seals.get((first.id, second.id), ())
    return bool(sealed) and seal(first, second) in sealed


def explain_pair(
    pair: Pair, sessions: Iterable[Session], athlete: Athlete, catalogue: Catalogue, now: datetime | None = None
) -> Explanation:
    """Why two sessions are back to back: both with their hardness, the gap, the row of the table it falls under.

    `sessions` and `now` are those that the pair was found with. Raises KeyError where it is not among them.
    """
    in_time = placed(counting(sessions, now), athlete, catalogue)
    by_id = {each.session.id: each for each in in_time}
    first, second = by_id[pair.first], by_id[pair.second]
    one, other = sorted((first, second), key=in_time.index)
    met = meeting(one, other, athlete)
    return Explanation(
        figure="Back to back",
        value=f"{'about ' * pair.assumed}{_gap_words(met.gap)}: {pair.severity}{', accepted' * pair.accepted}",
        rule="The gap runs from the end of the one session to the start of the next, in elapsed hours. " + pair.advice,
        inputs=(("first", _placed_words(first)), ("then", _placed_words(second)), ("gap", _gap_words(met.gap))),
        steps=_steps(met, row_of(met, in_time, catalogue), athlete),
        source=_SOURCE,
    )


def _pair(met: Meeting, severity: Severity, seals: Seals) -> Pair:
    first, second = met.first.session, met.second.session
    return Pair(
        severity=severity,
        order="strength-run" if met.lift_first else "run-strength",
        gap_hours=met.gap / 3600,
        assumed=met.assumed,
        first=first.id,
        second=second.id,
        advice=OVERLAP_ADVICE if met.gap < 0 else ADVICE[severity],
        accepted=is_accepted(first, second, seals),
    )


def _steps(met: Meeting, row: Row | None, athlete: Athlete) -> tuple[str, ...]:
    if met.gap < 0:
        return ("an overlap is a clash, however hard the two are",)
    found = row.severity(met.gap) if row else None
    if row is None or found is None:
        return ()
    edges = ((row.clash, "clash"), (row.warning, "warning"), (row.note, "note"))
    steps = [f"{row.name}: " + ", ".join(f"{name} under {hours} h" for hours, name in edges if hours), found]
    softened = by_priority(found, met, athlete)
    if softened != found:
        steps.append(f"same day and strength is the priority: {softened}")
    if by_spacing(softened, athlete) != softened:
        steps.append("strict spacing: every note is a warning")
    if met.assumed:
        steps.append("assumed where no clock time is known: morning 07:00, noon 12:00, evening 18:00")
    return tuple(steps)


def _placed_words(one: Placed) -> str:
    minutes = format_minutes((one.end - one.start) / 60)
    return f"{session_words(one.session)}, {minutes}, {one.level or 'not assessed'}"


def _gap_words(seconds: int) -> str:
    hours, minutes = divmod(round(abs(seconds) / 60), 60)
    return f"{'-' * (seconds < 0)}{hours} h {minutes:02}"
