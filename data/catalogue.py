"""The exercises and the session templates that legday knows."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import msgspec
import tomli  # the standard library has the same parser uncompiled, five times slower
from msgspec import Struct

from data.model import Exercise, Id, PlannedExercise, PlannedSession

_FAMILIES = {"gym_2day": "Gym", "home_2day": "Home", "offseason_3day": "Off-season", "maintenance_1day": "Maintenance"}


class TemplateSession(Struct, frozen=True, forbid_unknown_fields=True):
    """One session of a template: `template` and `day` name it ("gym_2day/A")."""

    template: Id
    day: Id
    item: tuple[PlannedExercise, ...]

    @property
    def key(self) -> str:
        """The name that a planned session's `template` holds."""
        return f"{self.template}/{self.day}"

    @property
    def title(self) -> str:
        """What the session is called on a screen: "Gym A"."""
        return f"{_FAMILIES.get(self.template, self.template)} {self.day}"


class Catalogue(Struct, frozen=True):
    """Exercises by id, template sessions by key, each in the order of its file."""

    exercises: Mapping[str, Exercise]
    templates: Mapping[str, TemplateSession]

    def exercise(self, exercise_id: str) -> Exercise | None:
        """The exercise of that id; None for one that the athlete made up or an import brought."""
        return self.exercises.get(exercise_id)

    def name(self, exercise_id: str) -> str:
        """What the exercise is called; one that is not in the catalogue is called by its id."""
        known = self.exercises.get(exercise_id)
        return known.name if known else exercise_id.replace("_", " ").capitalize()

    def title(self, session: PlannedSession) -> str:
        """What the session is called: as it says, else as its template is; "" where it has neither."""
        template = self.templates.get(session.template or "")
        return session.title or (template.title if template else "")

    def prescribed(self, session: PlannedSession) -> tuple[PlannedExercise, ...]:
        """The exercises that the session prescribes, its template's where it has one; none where that is unknown."""
        if session.template is None:
            return session.exercises
        template = self.templates.get(session.template)
        return template.item if template else ()


class _ExerciseFile(Struct, forbid_unknown_fields=True):
    schema: int
    exercise: tuple[Exercise, ...]


class _TemplateFile(Struct, forbid_unknown_fields=True):
    schema: int
    session: tuple[TemplateSession, ...]


@lru_cache(maxsize=1)
def load_catalogue() -> Catalogue:
    """The catalogue that comes with legday. Read once a process."""
    exercises = msgspec.convert(_toml("catalogue.toml"), _ExerciseFile).exercise
    sessions = msgspec.convert(_toml("templates.toml"), _TemplateFile).session
    return Catalogue(
        exercises={exercise.id: exercise for exercise in exercises},
        templates={session.key: session for session in sessions},
    )


def _toml(name: str) -> dict[str, object]:
    return tomli.loads(files("data").joinpath(name).read_text(encoding="utf-8"))
