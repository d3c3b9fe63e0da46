"""A lift under way as lines of text: its exercises, the sets of one of them, the rest."""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Final, Literal, NamedTuple

from textual.content import Content

from data.live.lift import LiveExercise, upcoming
from data.model import Exercise, LoggedSet
from data.plates import Rack
from data.text import plain
from data.units import Units, format_clock
from tui.draft import RIR, is_barbell, with_typed
from tui.lift_text import CURSOR, last_words, plates_words, rir_words, set_words, short_words

State = Literal["done", "current", "skipped", "open"]

# From this many columns on, last time's sets stand beside today's.
_BESIDE: Final = 44
# From this many columns on, the list of exercises says what a set of each is; and how many columns that takes.
_WITH_WORK: Final = 50
_WORK: Final = 20
_REST_KEYS: Final = "< > space"
_GLYPHS: Final[dict[State, tuple[str, str]]] = {
    "done": ("✓", "$success"),
    "current": ("▸", "bold $accent"),
    "skipped": ("–", "dim"),
    "open": (" ", ""),
}


class ExerciseRow(NamedTuple):
    """One exercise of the list: what a work set of it is, how many of them are done."""

    name: str
    work: str
    done: int
    total: int
    state: State


class LastTime(NamedTuple):
    """The day an exercise was last done, and its sets then."""

    day: date
    sets: tuple[LoggedSet, ...]


class SetView(NamedTuple):
    """One exercise of the lift, to be shown with all its sets.

    `draft` is the set being changed, with what has been typed of it; it stands for the next one, or for the done one at
    the place `editing`. `after` is the name of the exercise that follows; `hint` says how to go on without a draft.
    """

    name: str
    place: str
    exercise: LiveExercise
    known: Exercise | None
    draft: LoggedSet | None
    typed: str
    editing: int | None
    last: LastTime | None
    units: Units
    rack: Rack
    after: str
    hint: str = ""


def in_hand(view: SetView) -> LoggedSet | None:
    """The set in hand with what was typed of it."""
    if view.draft is None or view.typed == RIR:
        return view.draft
    return with_typed(view.draft, view.typed, view.known, view.units)


class _Row(NamedTuple):
    mark: tuple[str, str]
    label: str
    words: str
    rir: str
    style: str
    last: str = ""
    hint: str = ""


def exercise_lines(rows: Sequence[ExerciseRow], width: int, height: int) -> list[Content]:
    """The exercises, each with its sets done and in all; those around the current one where not all fit."""
    start = exercises_start(rows, height)
    lines = [_exercise_line(row, width) for row in rows[start : start + height]]
    return _filled(lines, height)


def exercises_start(rows: Sequence[ExerciseRow], height: int) -> int:
    """The place of the exercise that stands in the first line of the list."""
    current = next((place for place, row in enumerate(rows) if row.state == "current"), 0)
    return _window(len(rows), current, height)


def set_lines(view: SetView, width: int, height: int) -> list[Content]:
    """The exercise with its sets, what was done last time, plates, tempo and cue, in exactly `height` lines."""
    rows, current = _rows(view)
    foot = _foot(view, width)[: max(2, height - 3 - len(rows))]
    room = max(1, height - 3 - len(foot))
    start = _window(len(rows), current, room)
    columns = _columns(view, rows)
    beside = width >= _BESIDE and columns.cell_length <= width and view.last is not None
    above = [Content(""), columns] if beside else [_last(view), Content("")]
    body = _row_lines(rows, width if beside else 0)[start : start + room]
    return [line.truncate(width, ellipsis=True) for line in _filled([_head(view, width), *above, *body, *foot], height)]


def no_exercise(width: int, height: int) -> list[Content]:
    """What stands in a session without exercises."""
    words = Content.assemble("No exercise yet. ", ("a", "bold $accent"), " adds one.")
    return _filled([Content(""), words.truncate(width, ellipsis=True)], height)


def rest_line(left: int | None, seconds: int, width: int) -> Content:
    """What is left of the rest, with a bar that empties; a word once it is over, nothing without a rest."""
    if left is None:
        return Content("")
    if left <= 0:
        over = f" · rest over {format_clock(-left)}" if left else ""
        return Content.assemble(("GO", "bold $success"), over).truncate(width, ellipsis=True)
    now, whole = f"rest {format_clock(left)} ", f" {format_clock(seconds)}  "
    room = min(40, max(0, width - len(now) - len(whole) - len(_REST_KEYS)))
    full = -(-room * min(left, seconds) // max(1, seconds))
    return Content.assemble(
        (now, "bold $accent"), ("━" * full, "$accent"), ("─" * (room - full), "dim"), (whole, "dim"),
        ("<", "$accent"), " ", (">", "$accent"), " ", ("space", "$accent"),
    )  # fmt: skip


def _exercise_line(row: ExerciseRow, width: int) -> Content:
    glyph, style = _GLYPHS[row.state]
    count = f" {row.done}/{row.total}"
    if width >= _WITH_WORK:
        count = f"{row.work:>{_WORK}}  {count}"
    name = Content(plain(row.name)).truncate(max(1, width - 2 - len(count)), ellipsis=True, pad=True)
    strong = {"current": "bold", "done": "dim", "skipped": "dim"}.get(row.state, "")
    return Content.assemble((glyph, style), " ", name.stylize(strong), (count, "" if row.state == "current" else "dim"))


def _head(view: SetView, width: int) -> Content:
    place = f" {view.place}"
    name = Content(plain(view.name)).truncate(max(1, width - len(place)), ellipsis=True, pad=True)
    return Content.assemble(name.stylize("bold $secondary"), (place, "dim"))


def _last(view: SetView) -> Content:
    if view.last is None:
        return Content.styled("never done before", "dim")
    return Content.styled(last_words(view.last.day, view.last.sets, view.known, view.units), "dim")


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
    number, rows = 0, []
    for place, (each, state) in enumerate(kinds):
        number += each.type != "warmup"
        rows.append(_row(view, each, number, "current" if view.draft and place == current else state))
    return rows, min(current, max(0, len(rows) - 1))


def _row(view: SetView, each: LoggedSet, number: int, state: State) -> _Row:
    typed = view.typed if state == "current" and view.typed != RIR else ""
    rir = f"RIR {CURSOR}" if state == "current" and view.typed == RIR else rir_words(each)
    last = _same_set(view, number) if each.type == "work" else None
    return _Row(
        mark=_GLYPHS[state],
        label="w" if each.type == "warmup" else str(number),
        words=set_words(each, view.known, view.units, typed),
        rir=rir,
        style={"current": "bold", "open": "", "done": "", "skipped": "dim"}[state],
        last=f"{short_words(last, view.known, view.units)}  {rir_words(last)}" if last else "",
        hint="" if state != "current" else " ◂ enter" if view.editing is None else " ◂ keep",
    )


def _same_set(view: SetView, number: int) -> LoggedSet | None:
    work = [each for each in view.last.sets if each.type == "work"] if view.last else []
    return work[number - 1] if 0 < number <= len(work) else None


def _row_lines(rows: Sequence[_Row], width: int) -> list[Content]:
    """The rows in columns; last time's where there is a width for it, without its RIR where that does not fit."""
    words, rirs, hints = _widths(rows)
    full = all(words + rirs + hints + 10 + len(row.last) <= width for row in rows)
    return [
        Content.assemble(
            row.mark,
            (f" {row.label:>2}  ", "bold $accent" if row.hint else "dim"),
            (f"{row.words:<{words}}  {row.rir:<{rirs}}", row.style),
            (f"{row.hint:<{hints}}", "$accent"),
            (f"  {row.last if full else row.last.partition('  ')[0]}", "dim") if width else "",
        )
        for row in rows
    ]


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
    if view.exercise.tempo:
        lines.append(Content.styled(f"tempo {plain(view.exercise.tempo)}", "dim"))
    if view.known:
        lines += [Content.styled(line, "dim italic") for line in wrap(view.known.cue, max(10, width))]
    if view.after:
        lines.append(Content.styled(f"then {plain(view.after)}", "dim"))
    return lines


def _window(count: int, current: int, room: int) -> int:
    """Where to start so that the current of `count` rows is among the `room` shown, with one after it."""
    return max(0, min(current + 2 - room, count - room))


def _filled(lines: list[Content], height: int) -> list[Content]:
    return [*lines[:height], *[Content("")] * (height - len(lines))]
