"""The harness kills, forks and mounts: on a system without these its tests are not even imported."""

from __future__ import annotations

from tests.faults.forks import IS_POSSIBLE

collect_ignore_glob = [] if IS_POSSIBLE else ["test_*.py"]
