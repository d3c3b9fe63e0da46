"""The session that a whole line says, or the word that stands in its way."""

from typing import Final

from data.amounts import as_prescribed
from data.entry.draft import Draft, Known
from data.entry.error import EntryError, wrong
from data.entry.lifts import logged_exercises, planned_exercises
from data.entry.tokens import Word
from data.entry.when import RESULTS, When, resolve
from data.entry.words import SUBJECTS, TEMPLATE_WORDS
from data.ids import new_id
from data.model import Kind, LoggedExercise, LoggedSession, PlannedSession, Session

_KIND_NAMES: Final = {"run": "a run", "strength": "a lift", "cross": "neither a run nor a lift"}
_PLAN_ONLY: Final = ("locked", "status")


def build(draft: Draft, known: Known) -> Session | EntryError:
    """The planned or logged session that was said."""
    kind = _kind(draft)
    if isinstance(kind, EntryError):
        return kind
    if draft.lifts and "template" in draft.words:
        return wrong(draft.lifts[0].word, "a template brings its own exercises; leave out one of the two.")
    when = resolve(draft, kind, known)
    if isinstance(when, EntryError):
        return when
    return _planned(draft, kind, when, known) if when.plan else _logged(draft, kind, when, known)


def template_name(key: str) -> str:
    """A template's session as it is called: "Gym A" for "gym_2day/A", the key itself where it has no short name."""
    template, _, day = key.partition("/")
    word = next((word for word, name in TEMPLATE_WORDS.items() if name == template), None)
    return f"{word.capitalize()} {day}" if word else key


def _kind(draft: Draft) -> Kind | EntryError:
    """The kind that is said, or that the other words mean; an error at the first word that another kind goes with."""
    implied: list[tuple[Kind, Word]] = []
    if draft.facts.kind:
        implied.append((draft.facts.kind, draft.words["kind"]))
    implied += [("run", draft.words[name]) for name in ("type", "racing") if name in draft.words]
    implied += [("strength", draft.words[name]) for name in ("focus", "template") if name in draft.words]
    implied += [("strength", lift.word) for lift in draft.lifts]
    if not implied and "distance_m" in draft.words:
        return "run"
    if not implied:
        return EntryError(0, "", "Say what it was: a run, a lift, an exercise with its sets, a ride, a swim.")
    kind, first = implied[0]
    for other, word in implied[1:]:
        if other != kind:
            clash = f'goes with {_KIND_NAMES[other]}, and "{first.text}" is {_KIND_NAMES[kind]}'
            return wrong(word, f"{clash}; leave one out.")
    return kind


def _planned(draft: Draft, kind: Kind, when: When, known: Known) -> PlannedSession | EntryError:
    facts = draft.facts
    if name := next((name for name in RESULTS if name in draft.words), None):
        return wrong(draft.words[name], f"a plan has no place for {SUBJECTS[name]}; leave it out, or log the session.")
    exercises = planned_exercises(draft.lifts)
    if isinstance(exercises, EntryError):
        return exercises
    return PlannedSession(
        id=new_id(known.now),
        kind=kind,
        start=when.start,
        zone=when.zone,
        clock=when.clock,
        minutes=facts.minutes,
        type=facts.type or ("race" if facts.racing else None),
        title=facts.sport if facts.title is None else facts.title,
        notes=facts.notes,
        locked=facts.locked,
        status=facts.status or "planned",
        template=facts.template,
        exercises=exercises,
        distance_m=facts.distance_m,
        focus=facts.focus,
    )


def _logged(draft: Draft, kind: Kind, when: When, known: Known) -> LoggedSession | EntryError:
    facts = draft.facts
    if name := next((name for name in _PLAN_ONLY if name in draft.words), None):
        return wrong(draft.words[name], "belongs to a plan, and this session was done; leave it out.")
    exercises = _sets_done(draft, known)
    if isinstance(exercises, EntryError):
        return exercises
    usual_title = template_name(facts.template) if facts.template else facts.sport
    return LoggedSession(
        id=new_id(known.now),
        kind=kind,
        start=when.start,
        zone=when.zone,
        clock=when.clock,
        minutes=facts.minutes,
        rpe=facts.rpe,
        mark=facts.mark,
        title=usual_title if facts.title is None else facts.title,
        notes=facts.notes,
        niggles=facts.niggles,
        exercises=exercises,
        focus=facts.focus,
        type=facts.type or ("race" if facts.racing else None),
        distance_m=facts.distance_m,
        ascent_m=facts.ascent_m,
        descent_m=facts.descent_m,
        hr_avg=facts.hr_avg,
        hr_max=facts.hr_max,
    )


def _sets_done(draft: Draft, known: Known) -> tuple[LoggedExercise, ...] | EntryError:
    """The sets that were said; of a template those that it prescribes."""
    if not draft.facts.template:
        return logged_exercises(draft.lifts)
    return as_prescribed(known.catalogue.templates[draft.facts.template].item, known.catalogue)
