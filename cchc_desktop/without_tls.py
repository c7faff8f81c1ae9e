"""SQLAlchemy without TLS: a program that never talks to a network does not load OpenSSL.

SQLAlchemy takes asyncio for one decorator, and asyncio takes `ssl` where there is one, with four megabytes of memory
and some ten milliseconds of each start. A Python without it is a case that asyncio provides for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_tls() -> Iterator[None]:
    """Let what is imported inside do without `ssl`; what was loaded before stays as it is, later imports find it."""
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # import then fails, as where Python was built without it
    try:
        yield
    finally:
        del sys.modules["ssl"]
