"""Text that people typed, made safe to show in a terminal."""

from typing import Final

# Marks that turn the direction of a line around.
_BIDI: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Letters that are nothing to see, in which terminals do not agree, and with which two names look alike. Those that join
# an emoji or the letters of a script are none of them.
_INVISIBLE: Final = (0xAD, 0x180E, *range(0x2060, 0x2065), *range(0x206A, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC))
_UNSEEN: Final = (*range(0x80, 0xA0), *range(0xD800, 0xE000), *map(ord, _BIDI), *_INVISIBLE)
_SHOWN: Final = (
    {code: chr(0x2400 + code) for code in range(32)}  # escape is shown as ␛
    | {0x7F: "␡"}
    | dict.fromkeys(_UNSEEN, "\N{REPLACEMENT CHARACTER}")
    | dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x85\u200b\u2028\u2029"), " ")
)


# In JSON only strings hold such letters, and there each may be written by its number. JSON writes those below 32 so.
_NUMBERED: Final = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, *map(ord, _BIDI))}


def plain_json(document: bytes) -> bytes:
    """The same JSON, with nothing in it that a terminal would obey: such letters are written by their number."""
    if document.isascii() and b"\x7f" not in document:
        return document
    return document.decode().translate(_NUMBERED).encode()


def plain(text: str) -> str:
    """The text as one line with nothing in it that a terminal would obey: control characters are shown, not sent.

    Line breaks and tabs become spaces, and so does a break that cannot be seen. Letters of every script, emoji and
    combining marks stay as they are.
    """
    return text if text.isprintable() else text.translate(_SHOWN)
