"""Which exercise a FIT set was of.

A FIT names an exercise by two numbers: a category ("squat") and a name within it ("goblet_squat"). One that is
clearly an exercise of the catalogue becomes that; any other keeps the FIT's name and is an exercise of the athlete's.

A watch that guesses says the category alone. That is enough where nothing in it works the legs. A squat of some kind
may be a step-up or a pistol squat: it stays unknown, and so does what was done with a weight, however that was held.
"""

from collections.abc import Mapping
from typing import Any, Final

from fitdecode import profile

from data.catalogue import load_catalogue

_UNKNOWN: Final = "unknown_exercise"

# By FIT category: FIT name -> catalogue id.
_SAME: Final[Mapping[str, Mapping[str, str]]] = {
    "bench_press": {
        "barbell_bench_press": "bench_press_barbell",
        "dumbbell_bench_press": "bench_press_dumbbell",
    },
    "calf_raise": {
        "single_leg_standing_calf_raise": "calf_raise_single",
        "single_leg_standing_dumbbell_calf_raise": "calf_raise_single_dumbbell",
        "standing_calf_raise": "calf_raise",
    },
    "cardio": {"jump_rope": "rope_skip"},
    "carry": {"farmers_carry": "farmers_carry", "farmers_walk": "farmers_carry", "overhead_carry": "overhead_carry"},
    "core": {"inchworm": "inchworm"},
    "deadlift": {
        "barbell_deadlift": "deadlift",
        "kettlebell_deadlift": "deadlift_kettlebell",
        "single_leg_barbell_deadlift": "single_leg_deadlift_barbell",
        "single_leg_deadlift_with_barbell": "single_leg_deadlift_barbell",
        "single_leg_romanian_deadlift_with_dumbbell": "single_leg_deadlift_dumbbell",
        "trap_bar_deadlift": "trap_bar_deadlift",
    },
    "hip_raise": {
        "barbell_hip_thrust_with_bench": "hip_thrust_barbell",
        "hip_raise": "glute_bridge",
        "kettlebell_swing": "kettlebell_swing",
        "marching_hip_raise": "glute_bridge_march",
        "single_leg_hip_raise": "single_leg_glute_bridge",
    },
    "hip_stability": {"dead_bug": "dead_bug", "lateral_walks_with_band_at_ankles": "band_walk"},
    "leg_curl": {"single_leg_sliding_leg_curl": "single_leg_slider", "sliding_leg_curl": "hamstring_slider"},
    "lunge": {
        "back_foot_elevated_dumbbell_split_squat": "rear_foot_split_squat_dumbbell",
        "barbell_bulgarian_split_squat": "rear_foot_split_squat_barbell",
        "barbell_reverse_lunge": "reverse_lunge_barbell",
        "dumbbell_bulgarian_split_squat": "rear_foot_split_squat_dumbbell",
        "dumbbell_reverse_lunge": "reverse_lunge_dumbbell",
        "side_lunge": "lateral_lunge",
        "walking_dumbbell_lunge": "walking_lunge_dumbbell",
        "walking_lunge": "walking_lunge",
    },
    "olympic_lift": {
        "barbell_hang_power_clean": "hang_power_clean",
        "barbell_power_clean": "power_clean",
        "dumbbell_snatch": "dumbbell_snatch",
        "single_arm_dumbbell_snatch": "dumbbell_snatch",
    },
    "plank": {
        "bear_crawl": "bear_crawl",
        "plank": "front_plank",
        "side_plank": "side_plank",
        "side_plank_with_leg_lift": "side_plank_leg_lift",
        "straight_arm_plank_with_shoulder_touch": "plank_shoulder_tap",
    },
    "plyo": {
        "alternating_jump_lunge": "split_jump",
        "body_weight_jump_squat": "squat_jump",
        "box_jump": "box_jump",
        "depth_jump": "drop_jump",
        "dumbbell_jump_squat": "jump_squat_dumbbell",
        "jump_squat": "squat_jump",
    },
    "pull_up": {"lat_pulldown": "pulldown_cable", "pull_up": "pull_up"},
    "push_up": {
        "decline_push_up": "push_up_elevated",
        "incline_push_up": "push_up_incline",
        "pike_push_up": "pike_push_up",
        "push_up": "push_up",
    },
    "row": {
        "banded_face_pulls": "face_pull_band",
        "barbell_row": "row_barbell",
        "bent_over_row_with_barbell": "row_barbell",
        "dumbbell_row": "row_dumbbell",
        "one_arm_bent_over_row": "row_dumbbell",
    },
    "shoulder_press": {
        "barbell_push_press": "push_press",
        "barbell_shoulder_press": "overhead_press_barbell",
        "dumbbell_shoulder_press": "overhead_press_dumbbell",
        "overhead_barbell_press": "overhead_press_barbell",
        "overhead_dumbbell_press": "overhead_press_dumbbell",
    },
    "squat": {
        "air_squat": "bodyweight_squat",
        "barbell_back_squat": "back_squat",
        "barbell_front_squat": "front_squat",
        "barbell_step_up": "step_up_barbell",
        "dumbbell_split_squat": "split_squat_dumbbell",
        "dumbbell_step_up": "step_up_dumbbell",
        "goblet_squat": "goblet_squat",
        "pistol_squat": "pistol_squat",
        "single_leg_bench_squat": "single_leg_box_squat",
        "step_up": "step_up",
        "weighted_back_squats": "back_squat",
    },
    "warm_up": {
        "cat_camel": "cat_camel",
        "forward_and_backward_leg_swings": "leg_swing_front",
        "side_to_side_leg_swings": "leg_swing_side",
        "walking_knee_hugs": "knee_hug_walk",
    },
    "banded_exercises": {
        "deadbug": "dead_bug_band",
        "face_pull": "face_pull_band",
        "lateral_band_walks": "band_walk",
        "latpull": "pulldown_band",
        "row": "row_band",
    },
}
# The same of sets without a weight, which may be plainly called so; None is a category without a name.
_BARE: Final[Mapping[str, Mapping[str | None, str]]] = {
    "lunge": {"lunge": "forward_lunge"},
    "plank": {None: "front_plank"},
    "push_up": {None: "push_up"},
    "row": {None: "row_dumbbell", "row": "row_dumbbell"},
    "squat": {"squat": "bodyweight_squat"},
}
# Categories that say what the exercise is done with, which its name alone does not.
_PREFIXES: Final[Mapping[str, str]] = {
    "banded_exercises": "band_",
    "battle_rope": "battle_rope_",
    "sandbag": "sandbag_",
    "sled": "sled_",
    "suspension": "suspension_",
}


def exercise_of(category: object, name: object, *, weighted: bool = False) -> str:
    """The id of the exercise that the numbers name, of a set with a weight or without.

    "unknown_exercise" where FIT knows no such category.
    """
    group = _word("exercise_category", category)
    if group is None or group == "unknown":
        return _UNKNOWN
    own = _word(f"{group}_exercise_name", name)
    said = own is not None or name is None
    if said and not weighted and (bare := _BARE.get(group, {}).get(own)):
        return bare
    if own is None:
        return group if load_catalogue().exercise(group) is None else f"{group}_of_some_kind"
    return _SAME.get(group, {}).get(own) or _own_id(group, own)


def _own_id(group: str, name: str) -> str:
    """An id that is no catalogue exercise's, since this is not clearly one of those."""
    plain = _PREFIXES.get(group, "") + name
    return plain if load_catalogue().exercise(plain) is None else f"{group}_{name}"


def _word(kind: str, number: object) -> str | None:
    field_type: Any = profile.FIELD_TYPES.get(kind)
    word = field_type.enum.get(number) if field_type and isinstance(number, int) else None
    return word if isinstance(word, str) else None
