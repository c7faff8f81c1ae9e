"""The superior's own forms: reading their cells, and filling copies that stay as they were in all else."""
