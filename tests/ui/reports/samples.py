"""PDFs that the tests look at and print."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

WIDE = landscape(A4)


def pdf(*sizes: tuple[float, float]) -> bytes:
    """Return a PDF with pages of these sizes in points, each with its number and a black bar at its foot."""
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for number, (width, height) in enumerate(sizes, start=1):
        canvas.setPageSize((width, height))
        canvas.setFont("Helvetica", 24)
        canvas.drawString(72, height - 72, f"Page {number}")
        canvas.rect(0, 0, width, 20, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def upright(count: int) -> bytes:
    """Return a PDF with a number of portrait A4 pages."""
    return pdf(*[A4] * count)
