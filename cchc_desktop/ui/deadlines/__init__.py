"""The screen Việc đến hạn: what is late or falls due, as a list and as a calendar, and what reminds of it."""
