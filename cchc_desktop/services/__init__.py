"""Use cases: short functions that open a unit of work, call the domain and commit."""
