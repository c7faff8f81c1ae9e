"""Plans in and out: the page that shows a file before it is imported, and the export of appendices."""
