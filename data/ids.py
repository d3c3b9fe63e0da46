"""Ids that sort by the time they were made and do not clash between processes."""

import secrets
from datetime import datetime

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread


def new_id(now: datetime) -> str:
    """A new id: ten letters of `now` in milliseconds, eight at random (40 bits)."""
    number = (int(now.timestamp() * 1000) << 40) | secrets.randbits(40)
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(85, -1, -5))
