"""Builders: plain plan data becomes the one description that every writer renders."""
