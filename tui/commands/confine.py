"""A process that serves somebody at the other end of SSH gives up what it does not need."""

import os
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

# What the terminal at the other end is like, and that there is one.
_KEPT: Final = frozenset({"TERM", "COLORTERM", "LANG", "LANGUAGE", "TZ", "SSH_CONNECTION"})
_LONGEST_VALUE: Final = 100
_GIB: Final = 2**30
# So much processor time: a command answers in one second or two, an app may stand open all day.
_CPU_SECONDS: Final = {"command": 60, "app": 4 * 3600}
_MOST_WRITTEN: Final = 64 * 2**20
# How nice a process is to others, of 19.
_BEHIND: Final = 10


def confine(what: str, writes: bool) -> None:
    """Clear the environment, set limits, and let no key stop or core-dump this process.

    `what` is "command" or "app". Where it `writes` nothing, the system itself lets it write to no file.
    """
    clear_environment()
    sys.dont_write_bytecode = True
    os.umask(0o077)
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: _CPU_SECONDS[what],
        resource.RLIMIT_NOFILE: 256,
        resource.RLIMIT_AS: 2 * _GIB,
        resource.RLIMIT_FSIZE: _MOST_WRITTEN if writes else 0,
    }
    for kind, most in limits.items():
        _limit(kind, most)
    for stop in (signal.SIGTSTP, signal.SIGQUIT, signal.SIGTTIN, signal.SIGTTOU, signal.SIGXFSZ):
        signal.signal(stop, signal.SIG_IGN)


def step_back() -> None:
    """Let the other processes of this machine go first: the athlete does not wait for those who look on."""
    os.nice(_BEHIND)
    with suppress(OSError):  # Linux may weigh the processes of each terminal together, and against other terminals'
        Path("/proc/self/autogroup").write_text(f"{_BEHIND}")


def clear_environment() -> None:
    """Keep of the environment only what says how the terminal is."""
    for name, value in list(os.environ.items()):
        known = name in _KEPT or name.startswith("LC_")
        if not known or len(value) > _LONGEST_VALUE or not value.isprintable():
            del os.environ[name]


def _limit(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(ValueError, OSError):  # not every system has every limit
        resource.setrlimit(kind, (lower, lower))
