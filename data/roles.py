"""What somebody may do in the log of an athlete, in words."""

from typing import Final, Literal

# Each may do all that those before it may; "log" is for the athlete's own keys.
Role = Literal["view", "comment", "plan", "log"]

ROLE_WORDS: Final[dict[Role, str]] = {
    "view": "see this log",
    "comment": "see this log and comment on it",
    "plan": "see this log, comment on it and change its plan",
    "log": "do everything in this log",
}
# The same in two or three words.
SHORT_ROLE_WORDS: Final[dict[Role, str]] = {
    "view": "read-only",
    "comment": "you may comment",
    "plan": "you may plan",
    "log": "you may log",
}
