"""What a CCHC plan is and how it behaves; standard library only."""
