"""The superior's own forms: taken in unchanged, mapped once, filled each period."""
