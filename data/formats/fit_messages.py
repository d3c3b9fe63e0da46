"""The messages of a FIT file that legday has a use for, as plain fields. No bytes make this raise anything."""

import io
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from math import nan
from typing import Any, Final, NamedTuple, TypeAlias

from fitdecode import FIT_FRAME_DATA, FIT_FRAME_DEFINITION, FIT_FRAME_HEADER, CrcCheck, ErrorHandling, FitReader

MOST_BYTES: Final = 64 * 2**20
MOST_FRAMES: Final = 2_000_000
# A day of recording has under a million.
MOST_FIELDS: Final = 10_000_000

Fields: TypeAlias = Mapping[str, Any]

_PIECE: Final = 2**16
# The messages that are kept beside records, and how many of each at most in one of the chained files.
_MOST_OF: Final[Mapping[str, int]] = {
    "file_id": 1,
    "activity": 10,
    "session": 50,
    "lap": 5_000,
    "set": 5_000,
    "sport": 50,
    "hr_zone": 20,
    "time_in_zone": 10_000,
    "timestamp_correlation": 20,
}
_COUNTED: Final = ("session", "lap", "set")
# Fields that are kept as the numbers they are.
_RAW: Final = frozenset(("category", "category_subtype"))


class Records(NamedTuple):
    """The moments recorded, a column a figure (two million of them take 64 MB), NaN where one is not known.

    FIT seconds, beats a minute, metres covered so far, metres above the sea.
    """

    time: "array[float]"
    heart_rate: "array[float]"
    distance: "array[float]"
    altitude: "array[float]"

    def placed(self, place: Callable[[float], float | None]) -> "Records":
        """The moments whose time `place` gives, with that time and in its order."""
        times = [(time, row) for row, raw in enumerate(self.time) if (time := place(raw)) is not None]
        times.sort()
        rows = [row for _, row in times]
        kept = Records(*(array("d", (column[row] for row in rows)) for column in self))
        return kept._replace(time=array("d", (time for time, _ in times)))

    def within(self, start: float, until: float) -> "Records":
        """The moments from `start` until before `until`, of moments in the order of time."""
        span = slice(bisect_left(self.time, start), bisect_left(self.time, until))
        return Records(*(column[span] for column in self))


class Part(NamedTuple):
    """One of the FIT files that may be chained in a file: its messages by name, and its records."""

    messages: dict[str, list[Fields]]
    records: Records

    def all(self, name: str) -> list[Fields]:
        """The messages of that name, in the order of the file."""
        return self.messages.get(name, [])


def unpacked(data: bytes) -> bytes | None:
    """The data, out of its gzip where it is in one and as far as that can be read; None where it is over MOST_BYTES."""
    if not data.startswith(b"\x1f\x8b"):
        return data if len(data) <= MOST_BYTES else None
    out = bytearray()
    packed = zlib.decompressobj(wbits=31)
    try:
        for start in range(0, len(data), _PIECE):
            out += packed.decompress(data[start : start + _PIECE], MOST_BYTES + 1 - len(out))
            if len(out) > MOST_BYTES:
                return None
    except zlib.error:
        pass  # what came before the damage counts
    return bytes(out)


def parts(data: bytes) -> tuple[list[Part], str]:
    """The chained files in `data`, and what stopped the reading: nothing where it came to the end."""
    found: list[Part] = []
    trouble = ""
    fields = 0
    try:
        for count, frame in enumerate(_frames(data)):
            fields += _size(frame)
            if frame.frame_type == FIT_FRAME_HEADER:
                found.append(Part({}, Records(array("d"), array("d"), array("d"), array("d"))))
            elif frame.frame_type == FIT_FRAME_DATA and not _keep(found[-1], frame) and frame.name in _COUNTED:
                trouble = f"it has more than {_MOST_OF[frame.name]:,} {frame.name}s"
            if count >= MOST_FRAMES or fields >= MOST_FIELDS:
                return found, f"it has more than {MOST_FRAMES:,} records, or too much in them"
    except Exception:  # the decoder raises whatever the bytes lead it to
        return found, "it is cut short or damaged" if found else "it is no FIT file"
    if not found:
        return found, "it is empty"
    return found, trouble or ("" if _checksum_matches(data) else "its checksum does not match")


def first(value: object) -> object:
    """The value, or of an array the first that is there: some devices write a single value as an array."""
    if isinstance(value, tuple | list):
        return next((one for one in value if one is not None), None)
    return value


def number(fields: Fields, *names: str, most: float = 1_000_000) -> int | float | None:
    """The first of the named fields that is a number from 0 to `most`."""
    for name in names:
        value = first(fields.get(name))
        if isinstance(value, int | float) and 0 <= value <= most:
            return value
    return None


def numbers(fields: Fields, name: str) -> tuple[int | float, ...]:
    """The numbers from 0 to a million that the field holds, 0 for one that is not; nothing where none is."""
    value = fields.get(name)
    many = value if isinstance(value, tuple | list) else (value,)
    good = [isinstance(one, int | float) and 0 <= one <= 1_000_000 for one in many]
    return tuple(one if fine else 0 for one, fine in zip(many, good, strict=True)) if any(good) else ()


def word(fields: Fields, name: str) -> str:
    """The word that the field holds; nothing for a number that FIT has no word for."""
    value = first(fields.get(name))
    return value if isinstance(value, str) else ""


def _checksum_matches(data: bytes) -> bool:
    """Whether each chained file ends with its CRC-16; one without its last two bytes does not."""
    start = 0
    while start < len(data):
        end = start + data[start] + int.from_bytes(data[start + 4 : start + 8], "little")
        crc = 0
        for byte in memoryview(data)[start:end]:
            crc = (crc >> 8) ^ _CRC[(crc ^ byte) & 0xFF]
        if crc != int.from_bytes(data[end : end + 2], "little"):
            return False
        start = end + 2
    return True


def _crc_of(byte: int) -> int:
    for _ in range(8):
        byte = (byte >> 1) ^ 0xA001 if byte & 1 else byte >> 1
    return byte


_CRC: Final = tuple(_crc_of(byte) for byte in range(256))


def _frames(data: bytes) -> Iterator[Any]:
    reader = FitReader(
        io.BytesIO(data), processor=None, check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE
    )
    yield from reader


def _size(frame: Any) -> int:
    """How many fields the frame holds or defines; of those, decoding takes the time."""
    if frame.frame_type == FIT_FRAME_DATA:
        return len(frame.fields)
    return len(frame.field_defs) + len(frame.dev_field_defs) if frame.frame_type == FIT_FRAME_DEFINITION else 0


def _keep(part: Part, frame: Any) -> bool:
    """Adds what the message holds to the part; False where the part has enough of its kind."""
    name = frame.name
    if name == "record":
        _keep_record(part.records, _fields(frame))
    if name not in _MOST_OF:
        return True
    held = part.messages.setdefault(name, [])
    if len(held) >= _MOST_OF[name]:
        return False
    held.append(_fields(frame))
    return True


def _keep_record(records: Records, fields: Fields) -> None:
    time = number(fields, "timestamp", most=2**32)
    if time is None:
        return
    altitude: Any = first(fields.get("enhanced_altitude", fields.get("altitude")))
    records.time.append(time)
    records.heart_rate.append(number(fields, "heart_rate", most=254) or nan)
    distance = number(fields, "distance")
    records.distance.append(nan if distance is None else distance)
    possible = isinstance(altitude, int | float) and -500 <= altitude <= 10_000
    records.altitude.append(altitude if possible else nan)


def _fields(frame: Any) -> Fields:
    """The fields of the FIT profile that hold something; those that an app on the device added are left out."""
    fields: dict[str, Any] = {}
    for one in frame.fields:
        if one.field is None or (one.field_def is not None and one.field_def.is_dev):
            continue
        value = one.raw_value if one.name in _RAW else one.value
        if isinstance(value, tuple) and one.name not in _RAW:
            value = tuple(map(one.field.render, value))
        if value is not None:
            fields.setdefault(one.name, value)
    return fields
