"""Readers of foreign files: one module per format, each yielding a `RawDocument`."""
