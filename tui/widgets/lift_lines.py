"""The sets of one exercise of a lift under way as lines of text."""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Final, NamedTuple

from textual.content import Content

from data.effort import Effort
from data.live.lift import OTHER_SIDE, LiveExercise, upcoming
from data.model import Exercise, LoggedSet
from data.plates import Rack
from data.text import plain
from data.units import Units, format_clock
from tui.draft import is_barbell, says_amount, takes_kg, typed_parts, with_typed
from tui.effort import is_effort, is_waiting
from tui.lift_text import CURSOR, last_words, plates_words, rir_words, set_words, short_words
from tui.widgets.exercise_list import GLYPHS, State, filled, window

# The sign of the set in hand.
_IN_HAND: Final = " ◂"
# From this many columns on, last time's sets stand beside today's.
_BESIDE: Final = 44


class LastTime(NamedTuple):
    """The day an exercise was last done, and its sets then."""

    day: date
    sets: tuple[LoggedSet, ...]


class SetView(NamedTuple):
    """One exercise of the lift, to be shown with all its sets.

    `draft` is the set being changed, with what has been typed of it; it stands for the next one, or for the done one at
    the place `editing`. `label` is "A1" in a superset, `after` says what follows the set, a line each; `hint` how to go
    on without a draft. `counted` is whether the athlete said how many, `holding` whether the set is under way.
    `round_rest` is the seconds of rest after a round of its superset.
    """

    name: str
    label: str
    place: str
    exercise: LiveExercise
    known: Exercise | None
    draft: LoggedSet | None
    typed: str
    editing: int | None
    last: LastTime | None
    units: Units
    rack: Rack
    effort: Effort
    after: tuple[str, ...]
    hint: str = ""
    counted: bool = False
    holding: bool = False
    round_rest: int = 0


def in_hand(view: SetView) -> LoggedSet | None:
    """The set in hand with what was typed of it."""
    if view.draft is None or is_effort(view.typed):
        return view.draft
    return with_typed(view.draft, view.typed, view.known, view.units)


def starts_hold(view: SetView) -> bool:
    """Whether enter starts the clock of a timed set: where nobody said yet how long it was held."""
    draft = in_hand(view)
    timed = view.known is not None and view.known.measure == "seconds"
    counted = view.counted or (not is_effort(view.typed) and says_amount(view.typed, view.known))
    return timed and bool(draft and draft.seconds) and view.editing is None and not counted and not view.holding


class _Row(NamedTuple):
    mark: tuple[str, str]
    label: str
    words: str
    rir: str
    style: str
    last: str = ""
    hint: str = ""


def set_lines(view: SetView, width: int, height: int) -> list[Content]:
    """The exercise with its sets, what was done last time, plates, tempo and cue, in exactly `height` lines."""
    rows, current = _rows(view)
    foot = _foot(view, width)[: max(2, height - 3 - len(rows))]
    room = max(1, height - 3 - len(foot))
    start = window(len(rows), current, room)
    columns = _columns(view, rows)
    beside = width >= _BESIDE and columns.cell_length <= width and view.last is not None
    before = _more(start, "before")
    above = [before, columns] if beside else [_last(view), before]
    body = _row_lines(rows, width, beside)[start : start + room]
    # The foot begins with an empty line.
    foot[0] = _more(len(rows) - start - room, "more")
    return [line.truncate(width, ellipsis=True) for line in filled([_head(view, width), *above, *body, *foot], height)]


def _more(count: int, where: str) -> Content:
    """ "… 3 more", for the sets that have no room; empty where all have."""
    return Content.styled(f"… {count} {where}", "dim") if count > 0 else Content("")


def no_exercise(width: int, height: int) -> list[Content]:
    """What stands in a session without exercises."""
    words = Content.assemble("No exercise yet. ", ("a", "bold $accent"), " adds one.")
    return filled([Content(""), words.truncate(width, ellipsis=True)], height)


def _head(view: SetView, width: int) -> Content:
    place = f" {view.place}"
    label = f"{view.label} " if view.label else ""
    name = Content(plain(label + view.name)).truncate(max(1, width - len(place)), ellipsis=True, pad=True)
    return Content.assemble(name.stylize("bold $secondary"), (place, "dim"))


def _last(view: SetView) -> Content:
    if view.last is None:
        weightless = view.draft is not None and view.draft.kg is None and takes_kg(view.known)
        typing = (" · digits type the " + view.units.weight, "$accent") if weightless else ""
        return Content.assemble(("never done before", "dim"), typing)
    return Content.styled(last_words(view.last.day, view.last.sets, view.known, view.units, view.effort), "dim")


def _rows(view: SetView) -> tuple[list[_Row], int]:
    """All sets as rows, and the place of the one that the keys change."""
    left = [] if view.exercise.skipped else list(upcoming(view.exercise))
    skipped = upcoming(view.exercise) if view.exercise.skipped else ()
    done = list(view.exercise.done)
    current = len(done) if view.editing is None else view.editing
    if view.draft and view.editing is not None:
        done[view.editing] = view.draft
    elif view.draft and left:
        left[0] = view.draft
    kinds: list[tuple[LoggedSet, State]] = [(each, "done") for each in done]
    kinds += [(each, "open") for each in left] + [(each, "skipped") for each in skipped]
    number, rows, half = 0, [], None
    for place, (each, state) in enumerate(kinds):
        # A set of the one side and one of the other are one.
        second = half is not None and each.side == OTHER_SIDE[half]
        half = None if second else each.side
        number += each.type != "warmup" and not second
        rows.append(_row(view, each, number, "current" if view.draft and place == current else state))
    return rows, min(current, max(0, len(rows) - 1))


def _row(view: SetView, each: LoggedSet, number: int, state: State) -> _Row:
    typed = view.typed if state == "current" and not is_effort(view.typed) else ""
    rir = _typed_effort(view) if state == "current" else ""
    last = _same_set(view, number) if each.type == "work" else None
    return _Row(
        mark=GLYPHS[state],
        label="w" if each.type == "warmup" else str(number),
        words=set_words(each, view.known, view.units, typed),
        rir=rir or rir_words(each, view.effort),
        style={"current": "bold", "open": "", "done": "", "skipped": "dim"}[state],
        last=f"{short_words(last, view.known, view.units)}  {rir_words(last, view.effort)}" if last else "",
        hint="" if state != "current" else _row_hint(view),
    )


def _row_hint(view: SetView) -> str:
    if view.holding:
        return f"{_IN_HAND} enter ends"
    if view.editing is not None:
        return f"{_IN_HAND} keep"
    return f"{_IN_HAND} enter starts" if starts_hold(view) else f"{_IN_HAND} enter"


def _typed_effort(view: SetView) -> str:
    """The effort as it is being typed; nothing where it is not."""
    if is_waiting(view.typed):
        return f"{view.effort.upper()} {CURSOR}"
    typed = "" if is_effort(view.typed) else typed_parts(view.typed, view.known).rpe
    return "" if typed is None or "@" not in view.typed else f"@{typed}{CURSOR}"


def _same_set(view: SetView, number: int) -> LoggedSet | None:
    work = [each for each in view.last.sets if each.type == "work"] if view.last else []
    return work[number - 1] if 0 < number <= len(work) else None


def _row_lines(rows: Sequence[_Row], width: int, beside: bool) -> list[Content]:
    """The rows in columns; last time's beside them where that is asked for, without its RIR where that does not fit.

    Where not even the rows fit, the sign of the one in hand stands without its words.
    """
    words, rirs, hints = _widths(rows)
    used = words + rirs + hints + 8
    full = all(used + 2 + len(row.last) <= width for row in rows)
    short = used > width
    lines = [
        Content.assemble(
            row.mark,
            (f" {row.label:>2}  ", "bold $accent" if row.hint else "dim"),
            (f"{row.words:<{words}}  {row.rir:<{rirs}}", row.style),
            (row.hint[: len(_IN_HAND)] if short else f"{row.hint:<{hints}}", "$accent"),
            (f"  {row.last if full else row.last.partition('  ')[0]}", "dim") if beside else "",
        )
        for row in rows
    ]
    return [line.rstrip() for line in lines]


def _columns(view: SetView, rows: Sequence[_Row]) -> Content:
    day = f"{view.last.day.day} {view.last.day:%b}" if view.last else ""
    return Content.styled(f"{'':{sum(_widths(rows)) + 10}}last {day}", "dim")


def _widths(rows: Sequence[_Row]) -> tuple[int, int, int]:
    """How wide the columns of the words, the RIR and the hint are."""
    columns = [[row.words, row.rir, row.hint] for row in rows] or [["", "", ""]]
    words, rirs, hints = (max(map(len, column)) for column in zip(*columns, strict=True))
    return words, rirs, hints


def _foot(view: SetView, width: int) -> list[Content]:
    """Plates, tempo, cue and what comes after, the most needed first."""
    draft = in_hand(view)
    kg = draft.kg if draft else None
    lines = [Content("")]
    if view.hint:
        lines.append(Content.styled(view.hint, "$accent"))
    if kg is not None and is_barbell(view.known):
        lines.append(Content(plates_words(kg, view.rack, view.units)))
    if draft and draft.side:
        lines.append(Content.styled(f"now the {draft.side} side", "bold $warning"))
    elif view.known and view.known.unilateral:
        lines.append(Content.assemble("left, then right · ", ("b", "bold $accent"), (" one at a time", "dim")))
    rest = f"rest {format_clock(view.round_rest or view.exercise.rest)}" + " a round" * bool(view.label)
    tempo = f"tempo {plain(view.exercise.tempo)}" if view.exercise.tempo else ""
    lines.append(Content.styled(" · ".join(filter(None, (rest, tempo))), "dim"))
    if view.known:
        lines += [Content.styled(line, "dim italic") for line in wrap(view.known.cue, max(10, width))]
    lines += [Content.styled(each, "dim") for each in view.after]
    return lines
