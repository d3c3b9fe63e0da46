"""The names by which an exercise may be called."""

from collections.abc import Mapping
from typing import Final

from data.catalogue import Catalogue

# What people call an exercise, and the one entry of the catalogue that is meant.
ALIASES: Final = {
    "squat": "back_squat",
    "bw squat": "bodyweight_squat",
    "air squat": "bodyweight_squat",
    "pause squat": "paused_back_squat",
    "goblet": "goblet_squat",
    "pistol": "pistol_squat",
    "rdl": "rdl_barbell",
    "romanian deadlift": "rdl_barbell",
    "dl": "deadlift",
    "trap bar": "trap_bar_deadlift",
    "hex bar deadlift": "trap_bar_deadlift",
    "tbdl": "trap_bar_deadlift",
    "sl deadlift": "single_leg_deadlift_dumbbell",
    "sl rdl": "single_leg_deadlift_dumbbell",
    "single leg rdl": "single_leg_deadlift_dumbbell",
    "bridge": "glute_bridge",
    "sl glute bridge": "single_leg_glute_bridge",
    "sl hip thrust": "single_leg_hip_thrust",
    "lunge": "forward_lunge",
    "side lunge": "lateral_lunge",
    "bss": "rear_foot_split_squat_dumbbell",
    "rfess": "rear_foot_split_squat_dumbbell",
    "bulgarian split squat": "rear_foot_split_squat_dumbbell",
    "step down": "lateral_step_down",
    "nordic": "nordic_curl",
    "sl calf raise": "calf_raise_single",
    "soleus raise": "bent_knee_calf_raise",
    "plank": "front_plank",
    "copenhagen": "copenhagen_plank",
    "deadbug": "dead_bug",
    "birddog": "bird_dog",
    "hollow": "hollow_hold",
    "pallof": "pallof_press_cable",
    "pallof press": "pallof_press_cable",
    "carry": "farmers_carry",
    "farmers walk": "farmers_carry",
    "suitcase": "suitcase_carry",
    "skipping": "rope_skip",
    "jump rope": "rope_skip",
    "pogo": "pogo_hop",
    "single leg pogo": "pogo_hop_single",
    "sl pogo": "pogo_hop_single",
    "bound": "bounding",
    "jump squat": "squat_jump",
    "cmj": "squat_jump",
    "depth jump": "drop_jump",
    "leg swing": "leg_swing_front",
    "push-up": "push_up",
    "pushup": "push_up",
    "press-up": "push_up",
    "bench": "bench_press_barbell",
    "bench press": "bench_press_barbell",
    "press": "overhead_press_barbell",
    "overhead press": "overhead_press_barbell",
    "ohp": "overhead_press_barbell",
    "row": "row_dumbbell",
    "pulldown": "pulldown_cable",
    "lat pulldown": "pulldown_cable",
    "pullup": "pull_up",
    "face pull": "face_pull_band",
    "swing": "kettlebell_swing",
    "snatch": "dumbbell_snatch",
    "clean": "power_clean",
    "hang clean": "hang_power_clean",
}
# Names have at most so many words.
LONGEST_NAME: Final = 8
_SHORT: Final = {"db": "dumbbell", "bb": "barbell", "kb": "kettlebell"}
_EQUIPMENT: Final = ("dumbbell", "barbell", "kettlebell", "band", "cable")


def normal(name: str) -> str:
    """The name as it is compared: small letters, no hyphens, apostrophes or plurals, "db" written out."""
    spaced = name.lower().replace("-", " ").replace("_", " ").replace(",", " ").replace("'", "").replace("’", "")
    return " ".join(_singular(_SHORT.get(word, word)) for word in spaced.split())


def names_of(catalogue: Catalogue) -> Mapping[str, str]:
    """Every normal name of every exercise, and the id it means: ids and names come before aliases."""
    names = {normal(alias): exercise for alias, exercise in ALIASES.items() if exercise in catalogue.exercises}
    for exercise in catalogue.exercises.values():
        plain = normal(exercise.id)
        words = plain.split()
        if words[-1] in _EQUIPMENT:
            names[" ".join((words[-1], *words[:-1]))] = exercise.id
    for exercise in catalogue.exercises.values():
        names[normal(exercise.name)] = exercise.id
    for exercise in catalogue.exercises.values():
        names[normal(exercise.id)] = exercise.id
    return names


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word
