"""What an office writes once and papers follow: the words of a report, its template, the layout of all papers."""
