"""Another exercise in place of one: which suit, how an own one is called, and the swap."""

from operator import attrgetter
from typing import Final

from msgspec.structs import replace

from data.catalogue import Catalogue
from data.entry.names import names_of, normal
from data.live.lift import LiveExercise, LiveLift, current_exercise, half_done, upcoming
from data.live.steps import go_to
from data.live.supersets import rounds_done
from data.model import Exercise, Value
from data.text import plain

_LONGEST_ID: Final = 80


class SwapOptions(Value, frozen=True):
    """What an exercise may be swapped for: the version for home, the easier ones, the harder one, those alike.

    `home` is None where the exercise needs no gym itself, `harder` where the catalogue knows none.
    """

    home: Exercise | None = None
    easier: tuple[Exercise, ...] = ()
    harder: Exercise | None = None
    alike: tuple[Exercise, ...] = ()


def options(exercise: str, catalogue: Catalogue) -> SwapOptions:
    """What the exercise may be swapped for; nothing where the catalogue does not know it.

    Those alike move in the same way; of the same category come first, then by name. None is in it twice.
    """
    known = catalogue.exercise(exercise)
    if known is None:
        return SwapOptions()
    others = [each for each in catalogue.exercises.values() if each.id != exercise]
    home = next((each for each in others if each.id == known.home), None)
    harder = next((each for each in others if each.id == known.harder and each != home), None)
    easier = [each for each in others if each.harder == exercise and each not in (home, harder)]
    alike = [each for each in others if each.pattern == known.pattern and each not in (home, harder, *easier)]
    return SwapOptions(
        home=home,
        easier=tuple(sorted(easier, key=attrgetter("name"))),
        harder=harder,
        alike=tuple(sorted(alike, key=lambda each: (each.category != known.category, each.name))),
    )


def exercise_named(text: str, catalogue: Catalogue) -> str | None:
    """The id of the exercise that goes by this name in a typed line, else the name itself as an id of the athlete's own
    ("Sled push" is sled_push). None without a name.
    """
    words = plain(text).split()
    known = names_of(catalogue).get(normal(" ".join(words)))
    return known or "_".join(words).lower()[:_LONGEST_ID] or None


def swap(live: LiveLift, new: LiveExercise) -> LiveLift:
    """What is left of the current exercise done with `new`, in its place, its superset too; what was done of it stays.

    In a session without exercises it is the first one.
    """
    old = current_exercise(live)
    if old is None:
        return replace(live, exercises=(new,), current=0)
    new = replace(new, group=old.group, joined=rounds_done(old))
    before, behind = live.exercises[: live.current], live.exercises[live.current + 1 :]
    if not old.done:
        return replace(live, exercises=(*before, new, *behind), hold=None)
    left = len(upcoming(old)) - bool(half_done(old))
    begun = old.prescribed[: len(old.prescribed) - left]
    ended = replace(old, prescribed=begun, skipped=half_done(old) is not None)
    return go_to(replace(live, exercises=(*before, ended, new, *behind)), live.current + 1)
