"""The words in which runners write intervals, cut out of a text: "6x800m @ 3:20 r90s" is times, amount, at, amount …"""

import re
from typing import Final, Literal, NamedTuple, get_args

from data.live.run import What
from data.units import DISTANCE_WORDS, DURATION_WORDS

Sort = Literal["times", "open", "close", "part", "over", "rung", "at", "pace", "amount", "word", "unknown"]

Role = What | Literal["easy"]

# What a word says of the step it stands with. "easy" is a warm-up at the beginning, a cool-down at the end, between
# the reps recovery.
ROLES: Final[dict[str, Role]] = {
    **dict.fromkeys(("wu", "warmup", "warm-up", "warm"), "warmup"),
    **dict.fromkeys(("cd", "cooldown", "cool-down", "cool"), "cooldown"),
    **dict.fromkeys(("r", "rest", "rests", "rec", "recovery", "recover", "off"), "recovery"),
    **dict.fromkeys(("easy", "light", "jog", "walk", "float"), "easy"),
    **dict.fromkeys(("hard", "fast", "on", "tempo", "threshold", "lt", "steady"), "work"),
    **dict.fromkeys(("stride", "strides", "sprint", "sprints", "uphill"), "work"),
}  # fmt: skip
# Words that say nothing of time or distance.
FILLERS: Final = (
    "of", "with", "w", "each", "between", "reps", "rep", "intervals", "interval", "hill", "hills", "up", "down", "pace",
    "effort", "race", "mp", "hmp", "hm", "marathon", "half", "the", "run", "at", "in", "by", "w/", "/", ":", ".", "=",
    "pyramid", "ladder",
)  # fmt: skip


class Token(NamedTuple):
    """A word of the text: where it starts, its text, and what sort it is."""

    at: int
    text: str
    sort: Sort

    @property
    def low(self) -> str:
        """The text in small letters."""
        return self.text.lower()


_SORTS: Final[dict[str, Sort]] = {sort: sort for sort in get_args(Sort)}


def _any_of(*words: str) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


_UNIT: Final = _any_of(*DISTANCE_WORDS, *DURATION_WORDS, "'", "′", '"', "″")
_CLOCK: Final = r"[0-9]{1,3}:[0-5][0-9]"
_TOKEN: Final = re.compile(
    r"(?P<times>[0-9]{1,2}\s*[x×*])|(?P<open>\()|(?P<close>\))"
    r"|(?P<part>[,;+&\n]|(?:then|and)\b)|(?P<over>/(?=\s*[0-9]))|(?P<rung>(?<=[0-9a-z'′\"″])[-–](?=[0-9]))|(?P<at>@|(?:at|in)(?=\s*[0-9]))"
    rf"|(?P<pace>{_CLOCK}\s*/\s*(?:km|k|mile|mi)\b)"
    rf"|(?P<amount>{_CLOCK}(?::[0-5][0-9])?|[0-9]+h[0-5]?[0-9](?:min|m)?\b"
    rf"|[0-9]+(?:[.,][0-9]{{1,2}})?(?:\s*{_UNIT}(?![a-z]))?)"
    r"|(?P<word>r(?=[0-9])|w/|[a-z]+(?:-[a-z]+)*)|(?P<unknown>\S)",
    re.IGNORECASE,
)


def tokens_of(text: str) -> list[Token]:
    """The words of the text that say anything, in order."""
    found = (Token(one.start(), one[0], _SORTS[one.lastgroup or "unknown"]) for one in _TOKEN.finditer(text))
    return [token for token in found if token.sort not in ("word", "unknown") or token.low not in FILLERS]
