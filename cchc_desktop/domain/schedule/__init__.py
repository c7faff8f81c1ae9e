"""Vietnamese time words -> rules -> schedule: what an item's time column means in days."""
