"""The screen Chỉ tiêu: values of indicators by reporting period, typed in a grid or beside it, with their verdicts."""
