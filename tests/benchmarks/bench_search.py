"""Search in the built index: median milliseconds per query over 10,000 and 100,000 rows of about 300 characters.

Run it as a script: `python tests/benchmarks/bench_search.py`. Broad queries have words that stand in most rows;
the last three reach the grades (prefix, inside, initials) that are looked at only when better ones are too few.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from cchc_desktop.domain.search import SearchDocument, SearchIndex  # noqa: E402
from cchc_desktop.domain.text.abbreviations import Abbreviations  # noqa: E402

TARGETS = {10_000: 10.0, 100_000: 80.0}
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


def median_ms(index: SearchIndex[int], query: str, rounds: int = 7) -> float:
    """Return the median time of one query in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        index.search(query, 100)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    table = Abbreviations(json.loads((ROOT / "db/seed/abbreviations.json").read_text(encoding="utf-8")))
    for count, target in TARGETS.items():
        start = time.perf_counter()
        index = SearchIndex(documents(count), table)
        length = statistics.mean(len(row.primary) for row in documents(200))
        print(f"{count:,} rows of {length:.0f} characters, built in {time.perf_counter() - start:.2f} s")
        for name, query in QUERIES.items():
            taken = median_ms(index, query)
            verdict = "met" if taken <= target else "MISSED"
            print(f"  {name:<20} {taken:8.2f} ms   target {target:.0f}   {verdict}")


if __name__ == "__main__":
    main()
