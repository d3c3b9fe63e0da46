"""The worked numbers of vectors.json, and what says that two of them are alike to the digits that are printed."""

import json
from math import isclose
from pathlib import Path
from typing import Any

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))


def differences(found: Any, worked: Any, where: str = "") -> list[str]:
    """Where two values of JSON are not alike, keys that either lacks included; numbers to twelve digits."""
    if isinstance(worked, dict) and isinstance(found, dict):
        keys = sorted({*found, *worked})
        return [line for key in keys for line in differences(found.get(key), worked.get(key), f"{where}.{key}")]
    if isinstance(worked, list) and isinstance(found, list) and len(worked) == len(found):
        pairs = enumerate(zip(found, worked, strict=True))
        return [line for place, (one, other) in pairs for line in differences(one, other, f"{where}[{place}]")]
    if isinstance(worked, int | float) and isinstance(found, int | float):
        return [] if isclose(found, worked, rel_tol=1e-12) else [f"{where}: {found}, not {worked}"]
    return [] if found == worked else [f"{where}: {found!r}, not {worked!r}"]
