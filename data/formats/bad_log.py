"""What is wrong with a log that cannot be read, in one line: where, what, and what would do."""

import difflib
import re
from collections.abc import Mapping
from typing import Any, Final

from data.text import plain

_WORDS: Final = {
    "int": "a whole number", "float": "a number", "str": "text", "bool": "true or false", "null": "null",
    "object": "an object", "array": "a list", "datetime": "a date and time", "date": "a date",
}  # fmt: skip
_MOMENT: Final = "2026-06-02T07:00:00+02:00"
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*)`", re.DOTALL)
_ENUM = re.compile(r"Invalid enum value '?(.*?)'?", re.DOTALL)
_KIND = re.compile(r"Expected `(.+)`, got `(.+)`")
_LIMIT = re.compile(r"Expected `(.+)` (>=|<=|>|<) (\S+)")
_LENGTH = re.compile(r"Expected `.+` of length (>=|<=) (\d+)")
_PATTERN = re.compile(r"Expected `str` matching regex '(.+)'")
_PLACE = re.compile(r"(.*) - at `(?:key in )?\$(.*?)`", re.DOTALL)
_BYTE = re.compile(r"(.*) \(byte (\d+)\)", re.DOTALL)
_LIMITS: Final = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}


class BadLog(Exception):
    """A log that cannot be read; its text is the one line to show.

    `path` says where: "logged[3].rpe", "line 2, column 5", or nothing for the whole file; `remedy` what would do.
    """

    def __init__(self, path: str, message: str, remedy: str = "Mend that, or restore another export") -> None:
        self.path = path
        self.remedy = remedy
        super().__init__(f"{path}: {message}" if path else message)


def malformed(data: bytes, error: Exception) -> BadLog:
    """What to say of bytes that are not JSON, by line and column where they stop being it."""
    if isinstance(error, RecursionError):
        return BadLog("", "nested too deep to be a legday log")
    if isinstance(error, UnicodeDecodeError):
        return _not_text(data)
    match = _BYTE.fullmatch(str(error))
    what = match[1].removeprefix("JSON is malformed: ") if match else "the file ends too soon"
    place = int(match[2]) if match else len(data)
    if what == "trailing characters":
        place -= 1  # msgspec counts the first of them as read
    return BadLog(_line_and_column(data, place), f"not JSON here: {what}")


def invalid(error: Exception, schema: Mapping[str, Any]) -> BadLog:
    """What to say of JSON that is no log: the place as a path, and what `schema` allows there."""
    match = _PLACE.fullmatch(str(error))
    message, path = (match[1], match[2].removeprefix(".")) if match else (str(error), "")
    return BadLog(path, _in_words(message, _node(schema, path)))


def shown(text: str) -> str:
    """The text in quotes, fit to stand in a line: cut to 60 characters, nothing in it that a terminal obeys."""
    return f'"{plain(text[:60])}…"' if len(text) > 60 else f'"{plain(text)}"'


def _in_words(message: str, node: Mapping[str, Any]) -> str:
    if match := _UNKNOWN.fullmatch(message):
        near = difflib.get_close_matches(match[1][:60], list(node.get("properties", ())), 1)
        return f"unknown field {shown(match[1])}" + (f'; did you mean "{near[0]}"?' if near else "")
    if match := _MISSING.fullmatch(message):
        return f"{shown(match[1])} is missing"
    if match := _ENUM.fullmatch(message):
        allowed = node.get("enum") or next((some["enum"] for some in node.get("anyOf", ()) if "enum" in some), ())
        return f"{shown(match[1])} is none of {', '.join(map(str, allowed))}"
    if match := _KIND.fullmatch(message):
        wanted, found = match.groups()
        return f"{_kinds(wanted)} expected, not {_kinds(found)}"
    if "RFC3339" in message:
        example = "a date such as 2026-06-02" if node.get("format") == "date" else f"a date and time such as {_MOMENT}"
        return f"{example} expected"
    return _limit_in_words(message)


def _limit_in_words(message: str) -> str:
    if match := _LIMIT.fullmatch(message):
        kind, sign, bound = match.groups()
        return f"{_kinds(kind)} of {_LIMITS[sign]} {float(bound):.15g} expected"
    if match := _LENGTH.fullmatch(message):
        return f"{_LIMITS[match[1]]} {match[2]} long expected"
    if match := _PATTERN.fullmatch(message):
        return f"text that matches {match[1]} expected"
    if message in ("Number out of range", "Integer value out of range"):
        return "the number is too large"
    return message


def _kinds(names: str) -> str:
    kinds = names.replace("int | float", "float").split(" | ")
    return " or ".join(_WORDS.get(name, name) for name in kinds)


def _node(schema: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    """The part of the schema that speaks of `path`; nothing where it says nothing."""
    node: Mapping[str, Any] = _resolved(schema, schema)
    for name, _ in re.findall(r"([^.\[\]]+)|(\[[^\]]*\])", path):
        inner = node.get("properties", {}).get(name, {}) if name else node.get("items", {})
        node = _resolved(schema, inner)
    return node


def _resolved(schema: Mapping[str, Any], node: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" in node:
        found: Mapping[str, Any] = schema["$defs"][node["$ref"].rpartition("/")[2]]
        return found
    holders = [some for some in node.get("anyOf", ()) if "$ref" in some or "items" in some]
    return _resolved(schema, holders[0]) if len(holders) == 1 else node


def _not_text(data: bytes) -> BadLog:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return BadLog(_line_and_column(data, error.start), "not UTF-8 text; save the file as UTF-8")
    return BadLog("", "half a surrogate pair in a text")


def _line_and_column(data: bytes, place: int) -> str:
    """Where the byte at `place` stands, both counted from 1, columns in letters."""
    before = data[:place]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
    return f"line {line}, column {column}"
