"""Why somebody needs a word, and what each figure of their line in the roster is made of."""

from collections.abc import Callable, Mapping
from typing import Final

from data.rules.change import change_words
from data.rules.explain import Explanation, day_words, needs_ratings
from data.rules.roster import (
    AHEAD_DAYS,
    FAR_ABOVE,
    HIGH_NIGGLE,
    MENTION_DAYS,
    MENTIONS,
    MISSED,
    MISSED_DAYS,
    NIGGLE_DAYS,
    SILENT_DAYS,
    URGENCY,
    ReasonKind,
    RosterLine,
    day_name,
)  # fmt: skip
from data.text import plain
from data.units import format_load

_CHOICE: Final = "a choice of legday"
_FAR: Final = f"{FAR_ABOVE * 100:.0f} %"
_KIND_WORDS: Final[Mapping[ReasonKind, str]] = {
    "unreadable": "a log that cannot be read",
    "clash": "a clash ahead",
    "niggle": "a niggle that rises or is high",
    "load": "a load far above the usual",
    "missed": "sessions missed",
    "silent": "a week of silence",
    "comment": "comments not read yet",
}


def explain_line(line: RosterLine) -> tuple[Explanation, ...]:
    """The figures that give a reason for a word first, then the others, then the order of the roster."""
    given = [one.kind for one in line.reasons]
    figures = sorted(_FIGURES.items(), key=lambda one: given.index(one[0]) if one[0] in given else len(given))
    told = [explain(line) for _, explain in figures]
    return (explain_order(line), *(() if line.trouble else told))


def explain_order(line: RosterLine) -> Explanation:
    """Why the athlete stands where they stand."""
    words = [plain(one.words) for one in line.reasons]
    return Explanation(
        figure=plain(line.name),
        value="needs a word" if words else "nothing calls for a word",
        rule="Who needs a word stands first, in this order: "
        + ", ".join(_KIND_WORDS[kind] for kind in URGENCY)
        + ". What can still be prevented comes before what is over; of two with the same reason, who has more of them.",
        inputs=tuple((f"reason {number}", said) for number, said in enumerate(words, 1)),
        source=_CHOICE,
    )


def _ahead(line: RosterLine) -> Explanation:
    return Explanation(
        figure="Back to back ahead",
        value=str(len(line.ahead)),
        rule=f"The clashes and warnings that nobody accepted, from today on for {AHEAD_DAYS} days: a run and a lift, "
        "both hard, too near each other. A clash calls for a word, a warning does not.",
        inputs=tuple((f"{day_words(one.day)}, {day_name(one.day, line.today)}", one.severity) for one in line.ahead),
        source=f"as on the plan, which says why; the {AHEAD_DAYS} days are {_CHOICE}",
    )


def _niggles(line: RosterLine) -> Explanation:
    return Explanation(
        figure="Niggles",
        value=", ".join(f"{plain(one.part)} {one.level}" for one in line.hurts) or "none",
        rule=f"What was said to hurt in the last {NIGGLE_DAYS} days, as it was the last time. It calls for a word "
        f"where it became more over the last {MENTIONS} mentions of {MENTION_DAYS} days and never less, or is "
        f"{HIGH_NIGGLE} of 10 or more.",
        inputs=tuple(
            (plain(one.part), " → ".join(map(str, one.levels)) + (", rising" if one.rising else ""))
            for one in line.hurts
        ),
        source=_CHOICE,
    )


def _load(line: RosterLine) -> Explanation:
    unrated = line.week.unrated if line.week else 0
    needs = needs_ratings(unrated) if unrated else "four weeks of log with some load in them"
    return Explanation(
        figure="Against the usual",
        value="" if line.change is None else change_words(line.change).replace("your usual", "usual"),
        rule="The average of about the last 7 days against that of the last 28, the latest days weighing most. From "
        f"{_FAR} above on it calls for a word: more than most plans add at once. It compares; it does not tell "
        "whether somebody will be injured.",
        inputs=(("this week", format_load(line.week.total, line.week.unrated)),) if line.week else (),
        source=f"Williams 2017; against the claim of risk: Impellizzeri 2020; the {_FAR} are {_CHOICE}",
        needs=needs if line.change is None else "",
    )


def _missed(line: RosterLine) -> Explanation:
    return Explanation(
        figure="Planned and done",
        value=f"{line.done} of {line.planned}",
        rule=f"Of what is planned for this week, what is done. So many missed in the last {MISSED_DAYS} days call for "
        f"a word: {MISSED}. One is life; and what was skipped on purpose is not missed.",
        inputs=((f"missed in the last {MISSED_DAYS} days", str(line.missed)),),
        source=_CHOICE,
    )


def _silent(line: RosterLine) -> Explanation:
    silent = line.silent_days
    return Explanation(
        figure="Last seen",
        value="" if line.last is None else "now" if line.under_way else day_words(line.last),
        rule=f"The day of the last session logged, or now while one is under way. {SILENT_DAYS} days without one call "
        "for a word: even a week of rest has one by then.",
        inputs=(("days since", str(silent)),) if silent is not None else (),
        source=_CHOICE,
        needs="a session" if line.last is None else "",
    )


def _comments(line: RosterLine) -> Explanation:
    return Explanation(
        figure="New comments",
        value=str(line.unread),
        rule="What others wrote in this log, and you have not opened yet.",
        source="counted",
    )


_FIGURES: Final[Mapping[ReasonKind, Callable[[RosterLine], Explanation]]] = {
    "clash": _ahead,
    "niggle": _niggles,
    "load": _load,
    "missed": _missed,
    "silent": _silent,
    "comment": _comments,
}
