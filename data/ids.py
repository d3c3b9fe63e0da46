"""Ids that sort by the time they were made and do not clash between processes."""

import secrets
from datetime import datetime
from hashlib import sha256

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread


def new_id(now: datetime) -> str:
    """A new id: ten letters of `now` in milliseconds, eight at random (40 bits)."""
    return _id(now, secrets.randbits(40))


def id_for(moment: datetime, text: str) -> str:
    """The id of what `text` names, made as a new one at `moment` is, but the same each time."""
    return _id(moment, int.from_bytes(sha256(text.encode()).digest()[:5], "big"))


def _id(moment: datetime, low: int) -> str:
    number = (int(moment.timestamp() * 1000) << 40) | low
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(85, -1, -5))
