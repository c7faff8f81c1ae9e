"""CCHC Desktop: an office's administrative-reform plans, kept, followed and printed."""

__version__ = "0.1.0"
