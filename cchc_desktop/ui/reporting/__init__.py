"""Kỳ báo cáo: the periods of the followed plans, their dates, closing their figures, and the rules behind them."""
