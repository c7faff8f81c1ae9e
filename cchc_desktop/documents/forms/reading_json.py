"""What a reader found in a form as JSON bytes, for the way from the reading child process to the program."""

from __future__ import annotations

import json

from cchc_desktop.domain.forms.cells import FormReading, cells_from_json, cells_to_json


def dump(reading: FormReading) -> bytes:
    """Return a reading as one line of ASCII JSON."""
    found = {"sha256": reading.sha256, "cells": cells_to_json(reading.cells), "notes": list(reading.notes)}
    return json.dumps(found, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def load(data: bytes) -> FormReading:
    """Return the reading that `dump` wrote; ValueError for anything else."""
    try:
        found = json.loads(data)
        return FormReading(str(found["sha256"]), cells_from_json(found["cells"]), tuple(map(str, found["notes"])))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("not a reading of a form") from error
