"""The screen Báo cáo: which paper, with what, the true pages, and the ways out of the program."""
