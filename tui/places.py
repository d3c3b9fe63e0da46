"""The places one can go to."""

from typing import Final, Literal

Place = Literal["plan", "live", "load", "settings", "roster"]
# What is shown of one log.
OF_A_LOG: Final[tuple[Place, ...]] = ("plan", "live", "load", "settings")
