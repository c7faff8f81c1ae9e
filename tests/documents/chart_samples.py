"""Charts of our own making for the tests of the layout and the writers."""

from __future__ import annotations

from cchc_desktop.documents.model import Chart, ChartSeries, TextStyle

AREAS = ("I. Chỉ đạo, điều hành và kiểm tra công tác cải cách hành chính", "II. Cải cách thể chế", "III. Nền công vụ")
AGENCIES = ("Văn phòng", "Phòng Kinh tế, Hạ tầng và Đô thị")


def stacked(many: int = 1) -> Chart:
    """Make a chart by area; `many` makes one kind of bars so many times as long."""
    series = (
        ChartSeries("Hoàn thành đúng hạn", (3 * many, 0, 5 * many), "light", ("a", "b", "c")),
        ChartSeries("Hoàn thành quá hạn", (1, 0, 2), "diagonal"),
        ChartSeries("Đang thực hiện, trong hạn", (6, 4, 0), "white"),
        ChartSeries("Chậm tiến độ", (2, 0, 1), "dark"),
        ChartSeries("Không tính", (1, 0, 0), "level"),
    )
    return Chart("stacked", "Tình trạng nhiệm vụ", "Lĩnh vực", AREAS, series, "tổng số nhiệm vụ", TextStyle(12), 10)


def grouped() -> Chart:
    """Make a chart by agency."""
    series = (ChartSeries("Đã hoàn thành", (12, 0), "light"), ChartSeries("Chậm tiến độ", (2, 3), "dark"))
    return Chart("grouped", "Kết quả theo cơ quan", "Cơ quan", AGENCIES, series, style=TextStyle(12))
