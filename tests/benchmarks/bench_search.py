"""Search in the built index: median milliseconds per query over 10,000 and 100,000 rows of about 300 characters.

Run it as a script: `python tests/benchmarks/bench_search.py`. Broad queries have words that stand in most rows;
the last three reach the grades (prefix, inside, initials) that are looked at only when better ones are too few.
Last comes the palette: the same tasks with a hundred commands, over an index that is there already.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from cchc_desktop.domain.search.index import SearchDocument, SearchIndex  # noqa: E402
from cchc_desktop.domain.search.palette import Entry, EntryKind, Palette  # noqa: E402
from cchc_desktop.domain.text.abbreviations import Abbreviations  # noqa: E402

TARGETS = {10_000: 10.0, 100_000: 80.0}
PALETTE_TARGET, PALETTE_ROWS = 20.0, 10_000
TYPED = {"one letter": "k", "initials": "nkh", "a command": "nhap ke", "broad": "thu tuc hanh", "nothing": "zzz qqq"}
QUERIES = {
    "broad, accents": "thủ tục hành",
    "broad, no accents": "ke hoach xa",
    "broad, scattered": "báo xã dân",
    "broad, with prefix": "thu tuc ha",
    "abbreviations": "ubnd cchc tthc",
    "rare": "hộ tịch 4711",
    "inside words": "hinh anh uoc",
    "nothing found": "zzz qqq www",
}
PHRASES = (
    "rà soát, sửa đổi, bổ sung văn bản quy phạm pháp luật", "giải quyết thủ tục hành chính theo cơ chế một cửa",
    "Ủy ban nhân dân xã", "báo cáo kết quả thực hiện", "xây dựng kế hoạch cải cách hành chính", "UBND phường",
    "Trung tâm Phục vụ hành chính công", "công chức Tư pháp - Hộ tịch", "đào tạo, bồi dưỡng cán bộ, công chức",
    "chuyển đổi số và dịch vụ công trực tuyến", "tuyên truyền trên hệ thống truyền thanh", "Văn phòng HĐND và UBND",
    "công khai ngân sách nhà nước", "kiểm tra, giám sát việc thực hiện nhiệm vụ được giao", "sự hài lòng của người dân",
    "sắp xếp tổ chức bộ máy tinh gọn", "ứng dụng công nghệ thông tin", "Phòng Kinh tế, Hạ tầng và Đô thị",
)  # fmt: skip


def documents(count: int) -> list[SearchDocument[int]]:
    """Make rows of about 300 characters from the phrases of such plans, with numbers among the words."""
    chance = random.Random(7)
    return [
        SearchDocument(number, f"{number % 5000} {' '.join(chance.choices(PHRASES, k=9))}", (chance.choice(PHRASES),))
        for number in range(count)
    ]


def palette(index: SearchIndex[int], table: Abbreviations) -> Palette:
    """Make a palette of a hundred commands over the tasks of an index."""
    verbs = ("Nhập", "Xuất", "Lập", "Xóa", "Sửa", "Chuyển", "Thêm", "Mở", "In", "Sắp xếp")
    things = ("kế hoạch", "phụ lục", "nhiệm vụ", "lĩnh vực", "cơ quan", "mẫu", "báo cáo", "bản sao", "cột", "bộ lọc")
    commands = [
        Entry(EntryKind.COMMAND, f"{verb} {thing}", f"{verb} {thing}…", "Tệp") for verb in verbs for thing in things
    ]
    return Palette(commands, table, index, lambda id_: Entry(EntryKind.ITEM, str(id_), PHRASES[id_ % len(PHRASES)]))


def median_ms(search: Callable[[], object], rounds: int = 7) -> float:
    """Return the median time of one search in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        search()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def measure(names: Mapping[str, str], search: Callable[[str], object], target: float) -> None:
    """Print a line for each query."""
    for name, query in names.items():
        taken = median_ms(lambda query=query: search(query))
        print(f"  {name:<20} {taken:8.2f} ms   target {target:.0f}   {'met' if taken <= target else 'MISSED'}")


def main() -> None:
    """Print the table."""
    table = Abbreviations(json.loads((ROOT / "db/seed/abbreviations.json").read_text(encoding="utf-8")))
    for count, target in TARGETS.items():
        start = time.perf_counter()
        index = SearchIndex(documents(count), table)
        length = statistics.mean(len(row.primary) for row in documents(200))
        print(f"{count:,} rows of {length:.0f} characters, built in {time.perf_counter() - start:.2f} s")
        measure(QUERIES, lambda query, index=index: index.search(query, 100), target)
        if count == PALETTE_ROWS:
            print(f"palette: 100 commands and {count:,} tasks")
            measure(TYPED, palette(index, table).search, PALETTE_TARGET)


if __name__ == "__main__":
    main()
