"""Indicators (chỉ tiêu): their targets, their values, the verdict on them."""
