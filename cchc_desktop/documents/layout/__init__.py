"""The one layout step: wrap, measure, share widths out, break pages."""
