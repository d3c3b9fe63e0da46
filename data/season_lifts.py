"""The lifts of a season: which template a phase is made from, whose turn it is, and what the phase makes of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from data.calendar import start_of
from data.catalogue import Catalogue, TemplateSession
from data.ids import new_id
from data.laying import family_of
from data.model import Athlete, Level, Phase, PlannedExercise, PlannedSession, Session
from data.rules.contacts import fitted
from data.rules.dose import MAINTENANCE_SHARE, maintenance
from data.rules.duration import estimated_minutes
from data.rules.hardness import exercises_of
from data.rules.phases import PHASE_WORDS, Dose, dose_of, dosed

# A lift should take 30 to 45 minutes (RULES 4.4); none that is made here takes more.
FEWEST_MINUTES: Final = 30
# The shares of the sets that a phase may leave, in words.
SHARES: Final = {0.8: "four fifths of the sets", 0.5: "half the sets", 0.3: "three tenths of the sets"}
_USUAL_RIR: Final = 2
_BARBELL: Final = "barbell"


def has_gym(athlete: Athlete, sessions: Iterable[Session], catalogue: Catalogue) -> bool:
    """Whether the athlete lifts with a barbell; without one, at home. Where nothing is said of equipment, whether any
    of the sessions, done or planned, is done with one. [choice]"""
    if athlete.equipment:
        return _BARBELL in athlete.equipment
    known = (catalogue.exercise(each.exercise) for lift in sessions for each in exercises_of(lift, catalogue))
    return any(exercise and _BARBELL in exercise.equipment for exercise in known)


def family_for(phase: Phase, level: Level, gym: bool, catalogue: Catalogue) -> tuple[TemplateSession, ...]:
    """The template that a phase is made from.

    At home the one for home. In the gym the off-season's for three lifts a week there, the maintenance one where one
    lift a week is all there is at nearly full volume, else the gym's two.
    """
    if not gym:
        return family_of(catalogue, "home_2day")
    usual = dose_of(phase, level)
    if phase == "off_season" and usual.sessions > 2:
        return family_of(catalogue, "offseason_3day")
    only_one = usual.sessions == 1 and usual.volume > MAINTENANCE_SHARE
    return family_of(catalogue, "maintenance_1day" if only_one else "gym_2day")


def in_turn(
    family: Sequence[TemplateSession], count: int, before: Iterable[Session], catalogue: Catalogue
) -> tuple[TemplateSession, ...]:
    """So many sessions of a template, going on after the last of them that was done or planned `before`."""
    titles = [session.title for session in family]
    lifts = sorted((each for each in before if each.kind == "strength"), key=start_of)
    done = [titles.index(name) for each in lifts if (name := name_of(each, catalogue)) in titles]
    first = done[-1] + 1 if done else 0
    return tuple(family[(first + number) % len(family)] for number in range(count))


def name_of(lift: Session, catalogue: Catalogue) -> str:
    """What the lift is a version of: "Gym A" for the template, and for "Gym A, taper"."""
    template = catalogue.templates.get(lift.template or "") if isinstance(lift, PlannedSession) else None
    return template.title if template else lift.title.partition(",")[0]


def season_lift(
    template: TemplateSession,
    phase: Phase,
    level: Level,
    heavy: bool,
    start: datetime,
    zone: str,
    now: datetime,
    catalogue: Catalogue,
) -> PlannedSession:
    """The template's session as the phase and the level have it, `heavy` in a heavy run week.

    It keeps the template where nothing of it changes; else its exercises are written out, and its notes say why.
    """
    dose, usual = dose_of(phase, level, heavy), dose_of(phase, level)
    full = fitted(template.item, level, catalogue)
    exercises = dosed(full if dose.volume > MAINTENANCE_SHARE else _own(full, template), dose, catalogue)
    minutes = round(estimated_minutes(exercises, catalogue))
    lift = PlannedSession(new_id(now), "strength", start, zone, minutes=minutes)
    if exercises == template.item:
        return replace(lift, template=template.key)
    if exercises == full:
        return replace(lift, title=template.title, exercises=exercises)
    word = PHASE_WORDS[phase] if dose == usual else "maintenance"
    notes = _why(PHASE_WORDS[phase] if dose == usual else "heavy run week", dose, minutes)
    return replace(lift, title=f"{template.title}, {word}", exercises=exercises, notes=notes)


def eased_lift(
    lift: PlannedSession, template: TemplateSession, level: Level, reason: str, catalogue: Catalogue
) -> PlannedSession:
    """The lift as the maintenance version of the template's session, for that reason, where and when it is."""
    exercises = maintenance(_own(fitted(template.item, level, catalogue), template), catalogue)
    minutes = round(estimated_minutes(exercises, catalogue))
    return replace(
        lift,
        minutes=minutes,
        template=None,
        exercises=exercises,
        title=f"{template.title}, maintenance",
        notes=f"Maintenance: {reason}. Half the sets, the same effort, so only {minutes} min.",
    )


def _own(lift: Sequence[PlannedExercise], template: TemplateSession) -> tuple[PlannedExercise, ...]:
    """The lift without what was added to it: that goes first where the sets are halved."""
    own = {each.exercise for each in template.item}
    return tuple(each for each in lift if each.exercise in own)


def _why(word: str, dose: Dose, minutes: int) -> str:
    effort = f"{dose.rir} reps in reserve" if dose.rir > _USUAL_RIR else "the same effort"
    parts = [SHARES[dose.volume], effort]
    if dose.most_ecc < 3:
        parts.append("nothing that makes sore")
    short = f", so only {minutes} min" if minutes < FEWEST_MINUTES else ""
    return f"{word.capitalize()}: {', '.join(parts)}{short}."
