"""A small writer of FIT files for tests: the header, definitions and messages of Garmin's FIT protocol, and its CRC.

    fit(
        ("file_id", {"type": 4, "time_created": at("2026-06-01T05:00:00Z")}),
        ("session", {"start_time": at("2026-06-01T05:00:00Z"), "sport": RUNNING, "total_timer_time": 1800}),
    )

A value is written in the unit of its field (seconds, metres, beats a minute, kilograms); a tuple becomes an array, None
the value that stands for nothing.
"""

import struct
from datetime import UTC, datetime
from typing import Any

RUNNING, CYCLING, TRANSITION, TRAINING = 1, 2, 3, 10
STRENGTH_TRAINING = 20
REST, ACTIVE = 0, 1
SESSION_MESSAGE = 18

_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
# struct letter: base type, what stands for nothing
_BASES = {"s": (0x07, 0), "B": (0x02, 0xFF), "H": (0x84, 0xFFFF), "I": (0x86, 0xFFFFFFFF), "i": (0x85, 0x7FFFFFFF)}
# message: its number; field: its number, struct letter, scale, offset
_TIMES = {"timestamp": (253, "I", 1, 0), "start_time": (2, "I", 1, 0)}
_TOTALS = {"total_elapsed_time": (7, "I", 1000, 0), "total_timer_time": (8, "I", 1000, 0)}
_MESSAGES: dict[str, tuple[int, dict[str, tuple[int, str, int, int]]]] = {
    "file_id": (0, {"type": (0, "B", 1, 0), "time_created": (4, "I", 1, 0)}),
    "hr_zone": (8, {"message_index": (254, "H", 1, 0), "high_bpm": (1, "B", 1, 0)}),
    "sport": (12, {"sport": (0, "B", 1, 0), "sub_sport": (1, "B", 1, 0)}),
    "session": (
        18,
        _TIMES
        | _TOTALS
        | {
            "message_index": (254, "H", 1, 0),
            "sport": (5, "B", 1, 0),
            "sub_sport": (6, "B", 1, 0),
            "total_distance": (9, "I", 100, 0),
            "avg_heart_rate": (16, "B", 1, 0),
            "max_heart_rate": (17, "B", 1, 0),
            "total_ascent": (22, "H", 1, 0),
            "total_descent": (23, "H", 1, 0),
            "time_in_hr_zone": (65, "I", 1000, 0),
            "workout_rpe": (193, "B", 1, 0),
        },
    ),
    "lap": (
        19,
        _TIMES
        | _TOTALS
        | {
            "total_distance": (9, "I", 100, 0),
            "avg_heart_rate": (15, "B", 1, 0),
            "max_heart_rate": (16, "B", 1, 0),
            "total_ascent": (21, "H", 1, 0),
            "total_descent": (22, "H", 1, 0),
        },
    ),
    "record": (
        20,
        {
            "timestamp": (253, "I", 1, 0),
            "altitude": (2, "H", 5, 500),
            "heart_rate": (3, "B", 1, 0),
            "distance": (5, "I", 100, 0),
        },
    ),
    "activity": (34, {"timestamp": (253, "I", 1, 0), "local_timestamp": (5, "I", 1, 0)}),
    "timestamp_correlation": (162, {"timestamp": (253, "I", 1, 0), "system_timestamp": (1, "I", 1, 0)}),
    "developer_data_id": (207, {"developer_data_index": (3, "B", 1, 0)}),
    "field_description": (
        206,
        {
            "developer_data_index": (0, "B", 1, 0),
            "field_definition_number": (1, "B", 1, 0),
            "fit_base_type_id": (2, "B", 1, 0),
            "field_name": (3, "s", 1, 0),
        },
    ),
    "time_in_zone": (
        216,
        {
            "timestamp": (253, "I", 1, 0),
            "reference_mesg": (0, "H", 1, 0),
            "reference_index": (1, "H", 1, 0),
            "time_in_hr_zone": (2, "I", 1000, 0),
        },
    ),
    "set": (
        225,
        {
            "timestamp": (254, "I", 1, 0),
            "duration": (0, "I", 1000, 0),
            "repetitions": (3, "H", 1, 0),
            "weight": (4, "H", 16, 0),
            "set_type": (5, "B", 1, 0),
            "start_time": (6, "I", 1, 0),
            "category": (7, "H", 1, 0),
            "category_subtype": (8, "H", 1, 0),
        },
    ),
}

Message = tuple[str, dict[Any, Any]]


def at(text: str) -> int:
    """FIT seconds of a moment: "2026-06-01T05:00:00Z"."""
    return int((datetime.fromisoformat(text.replace("Z", "+00:00")) - _EPOCH).total_seconds())


def fit(*messages: Message, checksum: int | None = None, header_checksum: bool = True) -> bytes:
    """A FIT file of the messages. `checksum` stands for the right one; without `header_checksum` the header has 0."""
    body = b"".join(_message(name, fields) for name, fields in messages)
    header = struct.pack("<2BHI4s", 14, 0x20, 2132, len(body), b".FIT")
    header += struct.pack("<H", _crc(header) if header_checksum else 0)
    return header + body + struct.pack("<H", _crc(header + body) if checksum is None else checksum)


def _message(name: str, fields: dict[Any, Any]) -> bytes:
    """The message's definition and data. A field that is a number is one of developer 0, a byte long."""
    number, known = _MESSAGES[name]
    own = [(*known[field], value) for field, value in fields.items() if isinstance(field, str)]
    added = [(field, value) for field, value in fields.items() if isinstance(field, int)]
    definition = struct.pack("<BBBHB", 0x60 if added else 0x40, 0, 0, number, len(own))
    data = b"\0"
    for field, letter, scale, offset, value in own:
        many = value if isinstance(value, tuple) else (value,)
        packed = b"".join(_packed(letter, scale, offset, one) for one in many)
        definition += bytes((field, len(packed), _BASES[letter][0]))
        data += packed
    if added:
        definition += bytes((len(added), *(byte for field, _ in added for byte in (field, 1, 0))))
        data += bytes(value for _, value in added)
    return definition + data


def _packed(letter: str, scale: int, offset: int, value: float | str | None) -> bytes:
    if isinstance(value, str):
        return value.encode() + b"\0"
    raw = _BASES[letter][1] if value is None else round((value + offset) * scale)
    return struct.pack(f"<{letter}", raw)


def _crc(data: bytes) -> int:
    """CRC-16 as in the FIT protocol, bit by bit."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc
