"""The palette (Ctrl+K): commands, plans, tasks and agencies in one list."""
