"""Vietnamese text: normal forms, folding, tone placement, abbreviations."""
