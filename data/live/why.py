"""Why the figures of a lift under way are what they are."""

from datetime import datetime

from data.catalogue import Catalogue
from data.live.budget import BUDGET, cut_offer, left_in_parts, minutes_left, projected_minutes
from data.live.lift import LiveExercise, LiveLift, elapsed_minutes
from data.plates import Rack, loaded
from data.rules.explain import Explanation
from data.text import plain
from data.units import KG_A_POUND, Units, format_minutes, format_number, format_weight

_OURS = "legday's own choice"


def explain_length(live: LiveLift, now: datetime) -> Explanation:
    """How long the session was to last, beside how long it has lasted."""
    return Explanation(
        figure="Planned length",
        value=format_minutes(live.minutes) if live.minutes else "",
        rule=(
            "What the plan says. Where it says nothing: six minutes of warm-up, every set at its tempo with its rest, "
            "a minute to set up each exercise and for each ramp set, two minutes to tidy up."
        ),
        inputs=(("began", f"{live.start:%H:%M}"), ("so far", format_minutes(elapsed_minutes(live, now)))),
        source=_OURS,
        needs="" if live.minutes else "a plan or a template",
    )


def explain_budget(live: LiveLift, now: datetime, catalogue: Catalogue) -> Explanation:
    """How long the session will have lasted when all that is left of it is done, and what may be cut."""
    offer = cut_offer(live, now, catalogue)
    left, in_all = minutes_left(live, now, catalogue), projected_minutes(live, now, catalogue)
    steps = [f"{_minutes(in_all - left)} + {_minutes(left)} = {_minutes(in_all)} min"]
    if offer:
        steps.append(f"without {plain(catalogue.name(offer.exercise))} {_minutes(offer.after)} min")
    return Explanation(
        figure="Minutes in all",
        value=format_minutes(round(in_all)),
        rule=(
            "What has gone by and what is left: every set at its tempo and ten seconds to get into place, the rests "
            "between, a minute to set up each exercise and for each ramp set, two minutes to tidy up. "
            f"Above {BUDGET} min the last accessory that has not begun can be cut."
        ),
        inputs=(
            ("so far", format_minutes(elapsed_minutes(live, now))),
            *((plain(part.what), f"{_minutes(part.seconds / 60)} min") for part in left_in_parts(live, now, catalogue)),
        ),
        steps=tuple(steps),
        source=f"{_OURS}; {BUDGET} min: the article",
    )


def explain_ramp(exercise: LiveExercise, rack: Rack, units: Units) -> Explanation:
    """The warm-up sets on the way to the working weight."""
    ramp = [each for each in exercise.prescribed if each.type == "warmup" and each.kg is not None]
    work = next((each.kg for each in exercise.prescribed if each.type == "work"), None)
    inputs = [("working weight", format_weight(work, units))] if work else []
    return Explanation(
        figure="Warm-up sets",
        value=", ".join(f"{format_weight(each.kg or 0, units)} × {each.reps}" for each in ramp),
        rule=(
            "In even steps to the working weight: for two sets a half of it × 5 and three quarters × 3. "
            "Each is rounded down to what the plates make, and never less than the empty bar."
        ),
        inputs=(*inputs, ("bar and plates", _rack_words(rack))),
        source=_OURS,
        needs="" if ramp else "ramp sets in the plan, and a weight from the plan or from last time",
    )


def explain_plates(kg: float, rack: Rack, units: Units) -> Explanation:
    """What goes on each side of the bar."""
    load = loaded(kg, rack)
    plates = " + ".join(map(format_number, load.plates)) or "nothing"
    over = (kg / KG_A_POUND if rack.unit == "lb" else kg) - rack.bar
    near = [format_weight(each, units) for each in (load.below, load.above) if each is not None]
    return Explanation(
        figure="Plates per side",
        value=plates if load.exact else f"can't be made; {' or '.join(near)} can",
        rule="Half of what is over the bar's own weight, from the fewest plates that make it.",
        inputs=(("weight", format_weight(kg, units)), ("bar and plates", _rack_words(rack))),
        steps=(f"{format_number(over)} ÷ 2 = {format_number(over / 2, 3)} {rack.unit} a side",) if over >= 0 else (),
        source="your own bar and plates, in config.toml",
    )


def _minutes(minutes: float) -> str:
    return format_number(minutes, 1)


def _rack_words(rack: Rack) -> str:
    return f"{format_number(rack.bar)} {rack.unit}; {', '.join(map(format_number, rack.plates)) or 'no plates'}"
