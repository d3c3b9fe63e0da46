"""Every worked number of vectors.json, to the digits printed: each key is worked out anew and compared whole."""

from collections.abc import Callable
from math import fsum
from typing import Any, Final, get_args

import pytest

from data.catalogue import load_catalogue
from data.rules.change import averages, change_against_usual, rolling_ratios
from data.rules.dose import scaled
from data.rules.duration import estimated_minutes
from data.rules.fitness import efficiency, vdot
from data.rules.form import FATIGUE_DAYS, FITNESS_DAYS, decayed, fatigue, fitness
from data.rules.grade import cost, flat_ratio
from data.rules.hardness import leg_stress, lift_hardness
from data.rules.heart import Sex, edwards, hr_score, trimp
from data.rules.load import Spread, deviation_of, monotony, strain
from data.rules.pace import pace_score
from data.rules.strength import Formula, chart_share, e1rm_by
from data.rules.volume import HARD_SET_RIR
from tests.data.rules.vectors import VECTORS, differences
from tests.data.rules.worked_pairs import worked_pairs
from tests.data.rules.worked_weeks import worked_weeks

CATALOGUE = load_catalogue()
SEXES: Final[dict[str, Sex]] = {"m": "male", "f": "female"}
# After how many days of 100 the fitness and the fatigue are printed.
PMC_DAYS = (1, 2, 7, 42)


def a_week(case: dict[str, Any]) -> dict[str, Any]:
    daily = case["daily"]

    def of(spread: Spread) -> dict[str, float | None]:
        # Without a spread the deviation is printed as 0.
        sd = deviation_of(daily, spread) or 0
        return {"sd": sd, "monotony": monotony(daily, spread), "strain": strain(daily, spread)}

    week = {"daily": daily, "weekly": fsum(daily), "mean": fsum(daily) / len(daily)}
    return week | {spread: of(spread) for spread in get_args(Spread)}


def foster(case: dict[str, Any]) -> dict[str, Any]:
    loads = case["session_loads"]
    alike = monotony(loads) or 0
    # Foster prints two digits, and the week's load times them.
    return {
        "session_loads": loads,
        "weekly": fsum(loads),
        "monotony_printed": round(alike, 2),
        "strain_printed": fsum(loads) * round(alike, 2),
        "per_session_population": alike,
    }


def against_usual(case: dict[str, Any]) -> dict[str, Any]:
    acute, chronic = averages(case["loads"])
    coupled, uncoupled = rolling_ratios(case["loads"])
    change = change_against_usual(case["loads"]) or 0
    told = {"acute7": acute, "chronic28": chronic, "ewma": change + 1, "coupled": coupled, "uncoupled": uncoupled}
    return {"loads": case["loads"]} | told


def hundred_a_day(_: object) -> dict[str, Any]:
    days = [[100.0] * count for count in PMC_DAYS]
    return {
        "linear_1_over_k": {"ctl": [fitness(daily) for daily in days], "atl": [fatigue(daily) for daily in days]},
        "exp": {
            "ctl": [decayed(daily, FITNESS_DAYS) for daily in days],
            "atl": [decayed(daily, FATIGUE_DAYS) for daily in days],
        },
    }


def a_trimp(case: dict[str, Any]) -> dict[str, Any]:
    minutes, hr, rest, most, sex = case["args"]
    return {"args": case["args"], "trimp": trimp(minutes, hr, rest, most, SEXES[sex])}


def a_heart_score(case: dict[str, Any]) -> dict[str, Any]:
    minutes, hr, rest, most, lthr, sex = case["args"]
    return {"args": case["args"], "hrss": hr_score(minutes, hr, rest, most, lthr, SEXES[sex])}


def four_formulas(case: dict[str, Any]) -> dict[str, Any]:
    kg, reps = case["kg"], case["reps"]
    found = {name: e1rm_by(name, kg, reps) for name in get_args(Formula)}
    if reps == 1:
        # The formula as it stands is printed; the rule (RULES 2.1) is that a single is what was lifted.
        assert found["epley"] == kg
        found["epley"] = kg * (1 + reps / 30)
    return {"kg": kg, "reps": reps} | found


def a_vdot(case: dict[str, Any]) -> dict[str, Any]:
    return {"m": case["m"], "min": case["min"], "vdot": vdot(case["m"], case["min"])}


def a_grade(case: dict[str, Any]) -> dict[str, Any]:
    return {"grade": case["grade"], "C": cost(case["grade"]), "ratio": flat_ratio(case["grade"])}


def metres_a_beat(case: dict[str, Any]) -> dict[str, Any]:
    hr = case["hr"]
    if pace := case.get("s_per_km"):
        return {"s_per_km": pace, "hr": hr, "ef_m_per_beat": efficiency(1000, pace / 60, hr)}
    # In yards a beat: the unit of length is that of the distance.
    return {"yards_per_min": case["yards_per_min"], "hr": hr, "ef": efficiency(case["yards_per_min"], 1, hr)}


def a_pace_score(case: dict[str, Any]) -> dict[str, Any]:
    seconds, pace, threshold = case["sec"], case["ngp_s_km"], case["thr_s_km"]
    score = pace_score(seconds, pace, threshold)
    return {"sec": seconds, "ngp_s_km": pace, "thr_s_km": threshold, "rtss": score}


def in_zones(case: dict[str, Any]) -> dict[str, Any]:
    return {"minutes_in_zone": case["minutes_in_zone"], "score": edwards(case["minutes_in_zone"])}


def the_curve(curve: list[float]) -> list[float | None]:
    """The share for one repetition with 0, 1, 2 … in reserve."""
    return [chart_share(1, rir) for rir in range(len(curve))]


def every(work: Callable[[Any], Any]) -> Callable[[list[Any]], list[Any]]:
    return lambda cases: [work(case) for case in cases]


def templates(_: object) -> list[str]:
    """The lines of the templates, and last how many there are."""
    return [*map(a_template, CATALOGUE.templates), str(len(CATALOGUE.templates))]


def a_template(key: str) -> str:
    exercises = CATALOGUE.templates[key].item
    half = scaled(exercises, 0.5)
    minutes, stress = estimated_minutes(exercises, CATALOGUE), leg_stress(exercises, CATALOGUE) or 0
    level = {"hard": "hard", "moderate": "mod"}[str(lift_hardness(stress).level)]
    known = [(each, CATALOGUE.exercises[each.exercise]) for each in exercises]
    hard = sum(each.sets for each in exercises if each.rir is not None and each.rir <= HARD_SET_RIR)
    contacts = sum(each.sets * (each.amount or 0) for each, exercise in known if exercise.measure == "contacts")
    name, day = key.split("/")
    return (
        f"{name:<17} {day}  {minutes * 60:>6.0f}s = {minutes:>5.1f} min  E={stress:>5.2f} lvl={level}  "
        f"sets={sum(each.sets for each in exercises)} hardsets={hard} contacts={contacts} | "
        f"x0.5: {estimated_minutes(half, CATALOGUE):.1f} min E={leg_stress(half, CATALOGUE):.2f}"
    )


WORKED: Final[dict[str, Callable[[Any], Any]]] = {
    "monotony": every(a_week),
    "foster2001_table5": foster,
    "banister_trimp": every(a_trimp),
    "hrss": every(a_heart_score),
    "acwr": every(against_usual),
    "pmc_100_per_day": hundred_a_day,
    "e1rm": every(four_formulas),
    "rts_curve": the_curve,
    "vdot": every(a_vdot),
    "minetti": every(a_grade),
    "ef": every(metres_a_beat),
    "rtss": every(a_pace_score),
    "edwards": in_zones,
    "back_to_back": worked_pairs,
    "weeks": worked_weeks,
    "templates": templates,
}


def test_every_key_is_worked_out() -> None:
    assert set(WORKED) == set(VECTORS)


@pytest.mark.parametrize("key", VECTORS)
def test_the_worked_numbers(key: str) -> None:
    assert differences(WORKED[key](VECTORS[key]), VECTORS[key]) == []


def test_a_wrong_digit_a_missing_and_a_new_key_would_be_found() -> None:
    worked = {"a": [1.0, {"b": 2.0}], "c": None}
    assert differences({"a": [1.0, {"b": 2.00000000001}], "d": 1}, worked) != []
    assert differences({"a": [1.0, {"b": 2.0}]}, worked) == []
    assert differences({"a": [1.0], "c": None}, worked) == [".a: [1.0], not [1.0, {'b': 2.0}]"]
