"""Tổng quan: what needs somebody today, how far areas and agencies are, who owes figures, the plan's timeline."""
