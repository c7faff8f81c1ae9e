"""The screen of backups: how they stand, making one, copying one out, looking into one and restoring it."""
