"""A session in full, as paragraphs: when, what it came to, how hard, what it holds, what was written about it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from textual.content import Content

from data.amounts import amount_field
from data.calendar import day_of, in_zone, start_of
from data.catalogue import Catalogue
from data.effort import Effort
from data.live.begin import NOTHING_COMING, Coming
from data.model import Lap, LoggedExercise, LoggedSession, LoggedSet, PlannedExercise, PlannedSession
from data.rules.hardness import Hardness, exercises_of
from data.rules.progression import NextTime, filled_in
from data.rules.week import Entry
from data.text import plain
from data.units import (
    Units,
    format_clock,
    format_distance,
    format_load,
    format_minutes,
    format_number,
    format_pace,
    format_weight,
)
from tui.effort import effort_words
from tui.format import AMOUNT_UNITS, KIND_COLOURS, STATUS_GLYPHS, clock_of, prescription_words, title_of

_ZONES: Final = ("Z1", "Z2", "Z3", "Z4", "Z5", "Z6", "Z7")


def heading(entry: Entry, catalogue: Catalogue) -> Content:
    """ "○ Gym A · planned · locked"."""
    session = entry.session
    words: list[str] = [entry.status]
    if isinstance(session, PlannedSession) and session.locked:
        words.append("locked")
    name = f"{STATUS_GLYPHS[entry.status]} {plain(title_of(session, catalogue))}"
    return Content.assemble((name, f"bold {KIND_COLOURS[session.kind]}"), (f" · {' · '.join(words)}", "dim"))


def facts(entry: Entry, units: Units) -> list[Content]:
    """When it is or was, what it came to, and how hard that makes it."""
    lines = [Content(when_words(entry))]
    if figures := " · ".join(_figures(entry, units)):
        lines.append(Content(figures))
    found = entry.hardness
    level = (found.level or "not assessed") + (" (assumed)" if found.assumed else "")
    reasons = "; ".join(_reasons(found))
    lines.append(Content.assemble((level, "bold"), (f" · {reasons}" if reasons else "", "dim")))
    return lines


def _reasons(found: Hardness) -> list[str]:
    """Why it is so hard; what a reason leads to goes without saying where that is the level."""
    reasons = [reason.removesuffix(f": {found.level}") for reason in found.reasons]
    return [reason for reason in reasons if reason != found.level]


def when_words(entry: Entry) -> str:
    """ "Mon 1 Jun · 18:00–18:38 · 38 min"; of a time that is not known, no more than is."""
    session, minutes = entry.session, entry.minutes
    day = day_of(session)
    clock = clock_of(session)
    if clock and session.clock == "exact" and minutes:
        end = in_zone(start_of(session) + timedelta(minutes=minutes), session.zone)
        clock = f"{clock}–{end:%H:%M}"
    length = format_minutes(minutes) if minutes else ""
    if entry.planned and entry.planned.minutes and entry.planned.minutes != minutes:
        length += f" (planned {format_minutes(entry.planned.minutes)})"
    return " · ".join(filter(None, (f"{day:%a} {day.day} {day:%b}", clock, length)))


def holds(
    entry: Entry, catalogue: Catalogue, units: Units, effort: Effort, coming: Coming = NOTHING_COMING
) -> list[Content]:
    """What a session holds: its exercises with their sets, or its laps; each on a line of its own."""
    session = entry.session
    lines = [Content(words) for words in exercise_words(entry, catalogue, units, effort, coming)]
    if isinstance(session, LoggedSession):
        lines += [Content(words) for words in _laps(session.laps, units)]
        if session.zone_seconds:
            zones = zip(_ZONES, session.zone_seconds, strict=False)
            lines.append(Content("   ".join(f"{name} {format_clock(seconds)}" for name, seconds in zones)))
    return lines


def remarks(entry: Entry) -> list[Content]:
    """Notes, niggles and where it came from."""
    session = entry.session
    lines = [Content.styled(plain(line), "italic") for line in session.notes.splitlines() if line.strip()]
    if isinstance(session, LoggedSession):
        for niggle in session.niggles:
            note = f": {plain(niggle.note)}" if niggle.note else ""
            lines.append(Content.styled(f"niggle {plain(niggle.part)} {niggle.level} of 10{note}", "$warning"))
        if session.source:
            lines.append(Content.styled(f"from {plain(session.source)}", "dim"))
    return lines


def in_full(
    entry: Entry, catalogue: Catalogue, units: Units, effort: Effort, coming: Coming = NOTHING_COMING
) -> list[Content]:
    """Everything about a session, its parts set apart."""
    parts = (facts(entry, units), holds(entry, catalogue, units, effort, coming), remarks(entry))
    lines = [line for part in parts if part for line in (*part, Content(""))]
    return lines[:-1]


def exercise_words(
    entry: Entry, catalogue: Catalogue, units: Units, effort: Effort, coming: Coming = NOTHING_COMING
) -> list[str]:
    """Each exercise with its sets: "Back squat 3×5 RIR 2" as planned, "Back squat 80 kg × 5 5 5 RIR 2" as done.

    What is coming fills in the plan: "Back squat 3×4 82.5 kg RIR 2". Who counts effort in RPE reads RPE 8.
    """
    return [
        f"{plain(catalogue.name(each.exercise))} {_done(each, catalogue, units, effort)}"
        if isinstance(each, LoggedExercise)
        else f"{plain(catalogue.name(each.exercise))} {_prescribed(each, catalogue, units, effort, coming.get(each))}"
        for each in exercises_of(entry.session, catalogue)
    ]


def _figures(entry: Entry, units: Units) -> Iterator[str]:
    session = entry.session
    if session.distance_m:
        yield format_distance(session.distance_m, units)
    if not isinstance(session, LoggedSession):
        return
    if session.kind == "run" and session.distance_m and session.minutes:
        yield format_pace(session.minutes * 60 / (session.distance_m / 1000), units)
    if session.hr_avg:
        yield f"HR {session.hr_avg}" + (f" (max {session.hr_max})" if session.hr_max else "")
    climbed = [
        f"{sign}{metres:.0f} m" for sign, metres in (("↑", session.ascent_m), ("↓", session.descent_m)) if metres
    ]
    if climbed:
        yield " ".join(climbed)
    yield "unrated" if session.rpe is None else f"rated {format_number(session.rpe)}"
    if entry.load is not None:
        yield f"load {format_load(entry.load)}"


def _prescribed(
    planned: PlannedExercise, catalogue: Catalogue, units: Units, effort: Effort, then: NextTime | None
) -> str:
    each = filled_in(planned, then)
    return " ".join(prescription_words(each, catalogue, units, effort)) + _note(then, catalogue)


def _note(then: NextTime | None, catalogue: Catalogue) -> str:
    """What is to change beside weight and reps."""
    if then and then.exercise_instead:
        return f", time for {plain(catalogue.name(then.exercise_instead)).lower()}"
    return {"deload": ", lighter week", "add load": ", time to add load"}.get(then.kind if then else "", "")


def _done(each: LoggedExercise, catalogue: Catalogue, units: Units, effort: Effort) -> str:
    """The sets in order; those of one weight and type together, as "w 40 kg × 5, 80 kg × 5 5 5"."""
    field = amount_field(catalogue.exercise(each.exercise))
    groups: list[tuple[tuple[str, float | None], list[LoggedSet]]] = []
    for done in each.sets:
        like = (done.type, done.kg)
        if not groups or groups[-1][0] != like:
            groups.append((like, []))
        groups[-1][1].append(done)
    return ", ".join(_group_words(sets, field, units, effort) for _, sets in groups)


def _group_words(sets: Sequence[LoggedSet], field: str, units: Units, effort: Effort) -> str:
    first = sets[0]
    kind = {"warmup": "w ", "drop": "drop ", "failure": "failure "}.get(first.type, "")
    weight = "" if first.kg is None else f"{format_weight(first.kg, units)} × "
    amounts = [getattr(each, field) for each in sets]
    said = " ".join("–" if amount is None else format_number(amount) for amount in amounts)
    rirs = {each.rir for each in sets}
    rir = rirs.pop() if len(rirs) == 1 else None
    return f"{kind}{weight}{said}{AMOUNT_UNITS[field]} {effort_words(rir, effort)}".rstrip()


def _laps(laps: Sequence[Lap], units: Units) -> list[str]:
    """A lap a line: its number, distance, time, pace and heart rate."""
    return [f"{number:>2} {_lap(lap, units)}" for number, lap in enumerate(laps, 1)]


def _lap(lap: Lap, units: Units) -> str:
    distance = format_distance(lap.distance_m, units) if lap.distance_m else ""
    pace = format_pace(lap.seconds / (lap.distance_m / 1000), units) if lap.distance_m and lap.seconds else ""
    heart = f"♥{lap.hr_avg}" if lap.hr_avg else ""
    return f"{distance:>8} {format_clock(lap.seconds):>7} {pace:>8} {heart}".rstrip()
