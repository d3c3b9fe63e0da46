"""How strong a lifter is for the weight that is carried: building, solid or strong (RULES 4)."""

from collections.abc import Iterable
from typing import Final

from data.catalogue import Catalogue
from data.model import Athlete, Level, LevelBy, LoggedSession
from data.rules.explain import Explanation, missing_of, number_words, session_words
from data.rules.strength import BestSet, best_lifts, weight_words
from data.text import plain
from data.units import Units, format_weight

# e1RM / bodyweight below which a level holds. [choice]
_BELOW: Final[tuple[tuple[float, Level], ...]] = ((1.0, "building"), (1.5, "solid"))
_BY: Final[dict[LevelBy, str]] = {"said": "your word", "lifts": "your lifts, once they say one"}
# The lifts that say it: squats with a barbell and the trap-bar deadlift.
LIFTS: Final = ("back_squat", "paused_back_squat", "front_squat", "trap_bar_deadlift")


def level_of(e1rm_kg: float, bodyweight_kg: float) -> Level:
    """The level by the e1RM of a squat or trap-bar deadlift / bodyweight, which is above 0."""
    # Weights that come out of a division are compared without its last digits.
    ratio = round(e1rm_kg / bodyweight_kg, 9)
    return next((level for below, level in _BELOW if ratio < below), "strong")


def level_lift(logged: Iterable[LoggedSession], catalogue: Catalogue) -> BestSet | None:
    """The best set of the lifts that say the level; None where none was done."""
    bests = best_lifts(logged, catalogue)
    return max((bests[lift] for lift in LIFTS if lift in bests), key=lambda best: best.e1rm, default=None)


def measured_level(athlete: Athlete, logged: Iterable[LoggedSession], catalogue: Catalogue) -> Level | None:
    """The level that the lifts say; None without a bodyweight or one of the lifts."""
    best = level_lift(logged, catalogue)
    return level_of(best.e1rm, athlete.bodyweight_kg) if best and athlete.bodyweight_kg else None


def counting_level(athlete: Athlete, measured: Level | None) -> Level:
    """The level that the rules go by: the one said, or where the athlete goes by the lifts the `measured` one."""
    return measured if athlete.level_by == "lifts" and measured else athlete.level


def explain_level(athlete: Athlete, logged: Iterable[LoggedSession], catalogue: Catalogue, units: Units) -> Explanation:
    """The level that the lifts say, beside the one in the profile, and which of them counts."""
    best, weight = level_lift(logged, catalogue), athlete.bodyweight_kg
    inputs, steps = [("in your profile", str(athlete.level))], []
    if best:
        what = f"{plain(catalogue.name(best.exercise))}, {session_words(best.session)}"
        inputs.append((what, f"e1RM {weight_words(best.e1rm, units)}"))
    if weight:
        inputs.append(("bodyweight", format_weight(weight, units)))
    if best and weight:
        ratio = number_words(best.e1rm / weight, 2)
        steps.append(f"{weight_words(best.e1rm, units)} / {format_weight(weight, units)} = {ratio}")
    measured = level_of(best.e1rm, weight) if best and weight else None
    inputs.append(("counts", f"{counting_level(athlete, measured)}, by {_BY[athlete.level_by]}"))
    wanted = (("your bodyweight", weight), ("a barbell squat or a trap-bar deadlift", best))
    return Explanation(
        figure="Level",
        value=measured or "",
        rule="The best e1RM of a barbell squat or the trap-bar deadlift / bodyweight: below 1.0 building, below 1.5 "
        "solid, else strong; or what you say of yourself in your profile. Which of them counts is a setting.",
        inputs=tuple(inputs),
        steps=tuple(steps),
        source="a choice of legday",
        needs=" and ".join(missing_of(*wanted)),
    )
