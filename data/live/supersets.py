"""Supersets: exercises of one group, done in turns, with the rest after each round.

A round is one work set of each member with sets left. Warm-up sets come before the first round. Outside of a superset
an exercise is a group of its own, and each of its sets a round.
"""

from typing import Final

from msgspec.structs import replace

from data.live.lift import LiveExercise, LiveLift, current_exercise, half_done, is_open, upcoming, work_sets_done

# [choice] A ramp set tires nobody: a minute, as RULES 4.4 counts it.
RAMP_REST: Final = 60


def members(live: LiveLift, index: int) -> tuple[int, ...]:
    """The places of the exercises tied with the one at `index`, its own among them, in order."""
    group = live.exercises[index].group
    if group is None:
        return (index,)
    return tuple(place for place, each in enumerate(live.exercises) if each.group == group)


def is_tied(live: LiveLift, index: int) -> bool:
    """Whether the exercise is in a superset with another one."""
    return len(members(live, index)) > 1


def rounds_done(exercise: LiveExercise) -> int:
    """How many rounds of its superset the exercise has behind it; those before it was taken up count."""
    return exercise.joined + work_sets_done(exercise)


def next_place(live: LiveLift, index: int) -> int:
    """Where it goes on after the exercise at `index`: its other side, the next of its round, the next open exercise.

    From the last exercise the next open one is sought from the top again; `index` where none is open.
    """
    if is_open(live.exercises[index]) and half_done(live.exercises[index]):
        return index
    tied = [place for place in members(live, index) if is_open(live.exercises[place])]
    warming = [place for place in tied if upcoming(live.exercises[place])[0].type == "warmup"]
    if warming:
        return index if index in warming else warming[0]
    if tied:
        return min(tied, key=lambda place: rounds_done(live.exercises[place]))
    return next_open(live, index)


def next_open(live: LiveLift, index: int) -> int:
    """The next exercise neither done nor skipped, from the top again after the end; this one if there is none."""
    for step in range(1, len(live.exercises)):
        if is_open(live.exercises[(index + step) % len(live.exercises)]):
            return (index + step) % len(live.exercises)
    return index


def rest_after(live: LiveLift, index: int) -> int | None:
    """The seconds of rest after the last set done of the exercise at `index`; None within a round and between sides.

    At most a minute after a warm-up set. After a round it is the longest rest of the exercises that were in it.
    """
    exercise = live.exercises[index]
    if half_done(exercise):
        return None
    if exercise.done[-1].type == "warmup":
        return min(exercise.rest, RAMP_REST)
    tied = [each for place in members(live, index) if not (each := live.exercises[place]).skipped]
    over = rounds_done(exercise)
    if any(is_open(each) and rounds_done(each) < over for each in tied):
        return None
    return max(each.rest for each in tied if rounds_done(each) >= over)


def tie(live: LiveLift) -> LiveLift:
    """The current exercise, or its superset, tied with the next open one that is in none, which moves up behind it.

    One of them that has more rounds behind it does not wait until the other has caught up. No change where the current
    exercise is not open, or nothing is left to tie it with.
    """
    current = current_exercise(live)
    if current is None or not is_open(current):
        return live
    tied = members(live, live.current)
    rest = range(tied[-1] + 1, len(live.exercises))
    partner = next((place for place in rest if is_open(each := live.exercises[place]) and each.group is None), None)
    if partner is None:
        return live
    group = _free_group(live) if current.group is None else current.group
    least = min(rounds_done(live.exercises[place]) for place in tied)
    new = live.exercises[partner]
    target = max(least, work_sets_done(new))
    exercises = list(live.exercises)
    for place in tied:
        exercises[place] = replace(exercises[place], group=group, joined=exercises[place].joined + target - least)
    del exercises[partner]
    exercises.insert(tied[-1] + 1, replace(new, group=group, joined=target - work_sets_done(new)))
    return replace(live, exercises=tuple(exercises))


def untie(live: LiveLift) -> LiveLift:
    """The superset of the current exercise taken apart; the order stays."""
    current = current_exercise(live)
    if current is None or current.group is None:
        return live
    loose = (replace(each, group=None, joined=0) if each.group == current.group else each for each in live.exercises)
    return replace(live, exercises=tuple(loose))


def tie_or_untie(live: LiveLift) -> LiveLift:
    """What one key does: ties; on the last of a superset takes one more into it; else takes the superset apart."""
    if current_exercise(live) is None:
        return live
    loose = not is_tied(live, live.current)
    tied = tie(live) if loose or live.current == members(live, live.current)[-1] else live
    return untie(live) if tied == live and not loose else tied


def move_exercise(live: LiveLift, by: int) -> LiveLift:
    """The current exercise so many places later, or earlier where negative; at the ends it stays.

    A superset moves as one, and counts as one place for others.
    """
    if current_exercise(live) is None:
        return live
    blocks: list[list[int]] = []
    for place, each in enumerate(live.exercises):
        if blocks and each.group is not None and each.group == live.exercises[blocks[-1][-1]].group:
            blocks[-1].append(place)
        else:
            blocks.append([place])
    at = next(number for number, block in enumerate(blocks) if live.current in block)
    moved = blocks.pop(at)
    blocks.insert(min(max(0, at + by), len(blocks)), moved)
    order = [place for block in blocks for place in block]
    return replace(live, exercises=tuple(live.exercises[place] for place in order), current=order.index(live.current))


def _free_group(live: LiveLift) -> int:
    return max((each.group for each in live.exercises if each.group is not None), default=0) + 1
