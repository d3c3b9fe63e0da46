"""The words about exercises: their names, and behind a name its sets, weight, effort and rest."""

import re
from typing import Any, Final

from msgspec.structs import replace

from data.amounts import amount_field
from data.effort import rir_of
from data.entry.draft import Group, Lift, Look, Step, tell_sets
from data.entry.error import wrong
from data.entry.names import LONGEST_NAME, normal
from data.entry.phrases import phrase_at
from data.entry.tokens import unquoted
from data.entry.words import AMOUNT_WORDS, SESSION_PHRASES, SET_PHRASES
from data.model import Exercise, LoggedSet
from data.units import WEIGHT_WORDS, parse_duration, parse_number, parse_weight

# From here on the first number of "60x5" is a weight, below it is a count of sets: "3x5".
WEIGHT_FROM: Final = 20
MOST_SETS: Final = 50
_LONGEST_ID: Final = 80
_WEIGHTS: Final = "|".join(sorted(WEIGHT_WORDS, key=len, reverse=True))
_TIMES: Final = r"\s*[x×*]\s*"
_SETS: Final = re.compile(
    rf"([0-9.]+)\s*({_WEIGHTS})?{_TIMES}([0-9.]+\s*[a-wyz]*)(?:{_TIMES}([0-9.]+\s*(?:{_WEIGHTS})?))?"
)
_COUNT: Final = re.compile(r"([0-9]{1,15})\s*sets?")
_AMOUNT: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*([a-z]*)")
_WHOLE: Final = {"ramp": "ramp_sets", "superset": "superset"}
_TEMPO: Final = re.compile(r"[0-9x]+(?:-[0-9x]+){2,3}")


def read_exercise(look: Look) -> Step:
    """The exercise named here, if one is; a new one begins. `exercise my_lift` names one that the catalogue lacks."""
    if look.low() == "exercise":
        return _own_exercise(look)
    for used in range(LONGEST_NAME, 0, -1):
        if not look.low(used - 1):
            continue
        exercise = look.known.names.get(normal(" ".join(look.low(ahead) for ahead in range(used))))
        if exercise is None or (used == 1 and look.low() in SESSION_PHRASES and not _has_sets(look)):
            continue
        return _begun(look, look.known.catalogue.exercises[exercise], used)
    return None


def read_sets(look: Look) -> Step:
    """What is said here of the sets of the last exercise, if anything is."""
    if not look.draft.lifts or not look.low():
        return None
    for read in (_phrase, _keyed, _sets_of, _count, _list, _effort, _weight, _amount, _one_amount, _bare_number):
        if (step := read(look)) is not None:
            return step
    return None


def sounds_like_sets(text: str) -> bool:
    """Whether the word would say something of an exercise, had one been named."""
    counted = _SETS.fullmatch(text) or _COUNT.fullmatch(text)
    return bool(counted) or text.startswith("@") or parse_weight(text) is not None


def _has_sets(look: Look) -> bool:
    """Whether sets follow before the next comma: "row 3x8" is a lift, "row 30m" is not."""
    ahead = 1
    while text := look.low(ahead):
        if sounds_like_sets(text):
            return True
        ahead += 1
    return False


def _own_exercise(look: Look) -> Step:
    named = look.words[look.i + 1] if look.i + 1 < len(look.words) else None
    name = (unquoted(named) if named.sort == "quoted" else named.text) if named else ""
    if named is None or named.sort not in ("word", "quoted") or not 1 <= len(name) <= _LONGEST_ID:
        return wrong(look.word, "wants a name behind it: exercise sled_push.")
    return _begun(look, look.known.catalogue.exercise(name) or unlisted(name), 2)


def _begun(look: Look, exercise: Exercise, used: int) -> Step:
    lift = Lift(exercise, look.span(used))
    return replace(look.draft, lifts=(*look.draft.lifts, lift), parted=False), used


def unlisted(name: str) -> Exercise:
    """What a line takes an exercise for of which nothing is known: reps with a weight."""
    return Exercise(
        id=name, name=name, category="compound", pattern="", equipment=(), unilateral=False, measure="reps_kg",
        loaded=True, ecc=0, home="", harder="", cue="",
    )  # fmt: skip


def _phrase(look: Look) -> Step:
    found = phrase_at(look, SET_PHRASES)
    return tell_sets(look, found[1], **found[0]) if found else None


def _keyed(look: Look) -> Step:
    word, value = look.low(), look.low(1)
    if word == "tempo" and _TEMPO.fullmatch(value):
        return tell_sets(look, 2, tempo=look.words[look.i + 1].text)
    if word == "rir":
        rir = parse_number(value)
        return tell_sets(look, 2, rir=rir) if rir is not None else wrong(look.word, "wants a number behind it: rir 2.")
    if word == "rest":
        seconds = parse_number(value) if parse_number(value) is not None else parse_duration(value)
        if isinstance(seconds, int):
            return tell_sets(look, 2, rest=seconds)
        return wrong(look.word, "wants a time behind it: rest 90s, rest 2:30.")
    if word in _WHOLE:
        number = parse_number(value)
        if not isinstance(number, int):
            return wrong(look.word, f"wants a whole number behind it: {word} 2.")
        if word == "ramp" and number > MOST_SETS:
            return wrong(look.span(2), f"{MOST_SETS} ramp sets are the most.")
        return tell_sets(look, 2, **{_WHOLE[word]: number})
    return None


def _sets_of(look: Look) -> Step:
    """ "3x5", "3x30s" and "3x5x80" (so many sets of so much with so much), "82.5x5" (one set of a weight)."""
    found = _SETS.fullmatch(look.low())
    amount = _measured(found[3], _exercise(look)) if found else None
    first = parse_number(found[1]) if found else None
    if found is None or amount is None or first is None:
        return None
    single = bool(found[2]) or not isinstance(first, int) or first >= WEIGHT_FROM or _is_weight(first, look)
    weight = found[1] + (found[2] or "") if single else found[4]
    kg = parse_weight(weight, look.known.units) if weight else None
    if (weight and kg is None) or (single and found[4]):
        return None
    count = 1 if single else int(first)
    if count == 0:
        return wrong(look.word, "no sets? Write one at least.")
    return tell_sets(look, rows=(LoggedSet(kg=kg, **amount),) * count)


def _is_weight(first: int, look: Look) -> bool:
    """Whether the small number before an x is a weight: where one set is said, all but "1x5" of a loaded exercise."""
    return look.known.one_set and first != 1 and _exercise(look).loaded


def _count(look: Look) -> Step:
    found = _COUNT.fullmatch(look.low())
    if found is None:
        return None
    if not 1 <= int(found[1]) <= MOST_SETS:
        return wrong(look.word, f"write 1 to {MOST_SETS} sets.")
    return tell_sets(look, rows=(LoggedSet(),) * int(found[1]))


def _list(look: Look) -> Step:
    """ "5,5,4": so many sets, each of its own amount. "82,5" of a lift, or behind other sets, is a weight."""
    parts, exercise = look.low().split(","), _exercise(look)
    if not 2 <= len(parts) <= MOST_SETS or _at_hand(look).rows is not None:
        return None
    amounts = [_measured(part, exercise) or {} for part in parts]
    fields = {field for amount in amounts for field in amount}
    heavy = exercise.loaded and len(parts) == 2 and (parse_number(parts[0]) or 0) >= WEIGHT_FROM
    if heavy or len(fields) != 1 or {} in amounts:
        return None
    return tell_sets(look, rows=tuple(LoggedSet(**amount) for amount in amounts))


def _effort(look: Look) -> Step:
    """ "@8": a rating of the set, which leaves two in reserve; above ten it is a weight."""
    rpe = parse_number(look.low()[1:].strip().removeprefix("rpe")) if look.low().startswith("@") else None
    rir = None if rpe is None else rir_of(rpe)
    return None if rir is None else tell_sets(look, rir=rir)


def _weight(look: Look) -> Step:
    text = look.low().lstrip("@+")
    kg = parse_weight(text, look.known.units if text != look.low() else None)
    return None if kg is None else tell_sets(look, kg=kg)


def _amount(look: Look) -> Step:
    """ "40s", "5 reps", "30 metres": so much in each set. "30m" is metres only where the exercise is a distance."""
    found = _AMOUNT.fullmatch(look.low())
    unit = found[2] if found else ""
    exercise = _exercise(look)
    if unit not in AMOUNT_WORDS or unit.startswith("min") or (unit == "m" and exercise.measure != "metres"):
        return None
    amount = _measured(look.low(), exercise)
    return tell_sets(look, **amount) if amount else None


def _one_amount(look: Look) -> Step:
    """ "x5", and of a timed exercise "1:10": the amount where one set is said."""
    text, exercise = look.low(), _exercise(look)
    if not look.known.one_set:
        return None
    if text[0] in "x×*":
        amount = _measured(text[1:].strip(), exercise)
    else:
        seconds = parse_duration(text) if ":" in text and exercise.measure == "seconds" else None
        amount = {"seconds": seconds} if seconds else None
    return tell_sets(look, **amount) if amount else None


def _bare_number(look: Look) -> Step:
    """The weight; of an exercise without one, the amount where none is said yet; the amount in "3 sets of 5" too."""
    number = parse_number(look.low())
    if number is None:
        return None
    exercise = _exercise(look)
    if (exercise.loaded or _at_hand(look).rows is not None) and look.low(-1) != "of":
        return tell_sets(look, kg=parse_weight(look.low(), look.known.units))
    amount = _measured(look.low(), exercise)
    return tell_sets(look, **amount) if amount else None


def _at_hand(look: Look) -> Group:
    """The sets that the next word speaks of."""
    return Group() if look.draft.parted else look.draft.lifts[-1].groups[-1]


def _exercise(look: Look) -> Exercise:
    return look.draft.lifts[-1].exercise


def _measured(text: str, exercise: Exercise) -> dict[str, Any] | None:
    """The field of a set and its amount: in the unit said, else in what the exercise is measured in."""
    found = _AMOUNT.fullmatch(text)
    if found is None or (found[2] and found[2] not in AMOUNT_WORDS):
        return None
    field = AMOUNT_WORDS[found[2]] if found[2] else amount_field(exercise)
    amount = parse_duration(text) if field == "seconds" and found[2] else parse_number(found[1])
    if amount is None or (field in ("reps", "contacts") and not isinstance(amount, int)):
        return None
    return {field: amount}
