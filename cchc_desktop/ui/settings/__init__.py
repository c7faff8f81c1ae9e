"""The screen Thiết lập and its parts."""
