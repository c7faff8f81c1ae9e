"""The screen Nhật ký: what was done, by whom, taking it back; and the bin."""
