"""The glyphs and words of sessions and warnings, the same on every screen and in every command. Knows no Textual."""

from collections.abc import Iterable, Mapping

from data.amounts import amount_field
from data.calendar import WEEKDAYS, day_of, in_zone
from data.catalogue import Catalogue
from data.effort import Effort
from data.model import Accepted, PlannedExercise, PlannedSession, Session
from data.rules.spacing import Pair, seal
from data.units import Units, format_minutes, format_number, format_weight
from tui.effort import effort_words

STATUS_GLYPHS = {"planned": "○", "done": "✓", "missed": "–", "skipped": "–"}
SEVERITY_GLYPHS = {"clash": "✖", "warning": "▲", "note": "●"}
SEVERITY_COLOURS = {"clash": "$error", "warning": "$warning", "note": "$primary"}
KIND_COLOURS = {"run": "$primary", "strength": "$secondary", "cross": "$foreground"}
KIND_NAMES = {"run": "Run", "strength": "Lift", "cross": "Cross-training"}
AMOUNT_UNITS = {"reps": "", "contacts": "", "seconds": " s", "metres": " m"}


def title_of(session: Session, catalogue: Catalogue) -> str:
    """What a session is called: its own title, its template's, its type's, or its kind's."""
    if session.title:
        return session.title
    if isinstance(session, PlannedSession) and session.template:
        template = catalogue.templates.get(session.template)
        return template.title if template else session.template
    return session.type.replace("_", " ").capitalize() if session.type else KIND_NAMES[session.kind]


def prescription_words(each: PlannedExercise, catalogue: Catalogue, units: Units, effort: Effort) -> tuple[str, ...]:
    """What is prescribed of an exercise, in parts: "3×5", "82.5 kg", "RIR 2" or "RPE 8", as far as it is said."""
    unit = AMOUNT_UNITS[amount_field(catalogue.exercise(each.exercise))]
    amount = "" if each.amount is None else f"×{format_number(each.amount)}{unit}"
    kg = "" if each.kg is None else format_weight(each.kg, units)
    return tuple(filter(None, (f"{each.sets}{amount}", kg, effort_words(each.rir, effort))))


def clock_of(session: Session) -> str:
    """The time of day a session starts: "18:00", "evening", or nothing where it isn't known."""
    if session.clock == "exact":
        return f"{in_zone(session.start, session.zone):%H:%M}"
    return "" if session.clock == "unknown" else session.clock


def gap_text(hours: float, assumed: bool = False) -> str:
    """A gap in words: "12 h 15", "about 23 h" where a time was assumed."""
    whole = format_minutes(round(hours * 60))
    return f"about {whole}" if assumed else whole


def pair_text(pair: Pair, first: Session, second: Session, catalogue: Catalogue, *, from_second: bool = False) -> str:
    """Two sessions back to back in words, from the first one's side: "12 h 15 before Tuesday's intervals", or from the
    second one's: "12 h 15 after Monday's Gym A"."""
    other, side = (first, "after") if from_second else (second, "before")
    whose = f"{WEEKDAYS[day_of(other).weekday()].capitalize()}'s {_in_a_sentence(other, catalogue)}"
    if pair.gap_hours < 0:
        return f"overlaps {whose}"
    if pair.gap_hours == 0:
        return f"straight {side} {whose}"
    return f"{gap_text(pair.gap_hours, pair.assumed)} {side} {whose}"


def reasons_of(accepted: Iterable[Accepted], sessions: Mapping[str, Session]) -> dict[tuple[str, str], str]:
    """Why each pair of the sessions, by both ids, was accepted as it stands now; the last word counts."""
    return {
        (each.first, each.second): each.reason
        for each in accepted
        if each.first in sessions
        and each.second in sessions
        and each.seal == seal(sessions[each.first], sessions[each.second])
    }


def _in_a_sentence(session: Session, catalogue: Catalogue) -> str:
    # "Gym A" and what the athlete called it are names; "intervals" is a word, and so is "long run".
    if session.title or (isinstance(session, PlannedSession) and session.template):
        return title_of(session, catalogue)
    run = " run" if session.type in ("recovery", "easy", "steady", "long") else ""
    return title_of(session, catalogue).lower() + run
