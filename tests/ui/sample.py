"""A plan of our own for the tests of the window: three sections, fourteen tasks, three sub-items, doubts."""

from __future__ import annotations

from datetime import date

from cchc_desktop.domain.draft import DraftItem, DraftPlan, DraftSection
from cchc_desktop.domain.items import ItemKind
from cchc_desktop.domain.periods import Period
from cchc_desktop.domain.plan import DocumentRef, PlanState
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.services.exchange import ImportChoices, import_plan
from cchc_desktop.services.plans import change_state, open_plan
from cchc_desktop.services.workspace import Workspace
from tests.services.fakes import FakeStore, fake_workspace

CULTURE = "Phòng Văn hóa - Xã hội"
OFFICE = "Văn phòng HĐND và UBND"
CENTRE = "Trung tâm Phục vụ hành chính công"
ALL = "Các phòng, ban, đơn vị có liên quan"


def sample_draft() -> DraftPlan:
    """Return the sample as a draft."""
    return DraftPlan(
        title="Kế hoạch cải cách hành chính năm 2026 của phường Sông Hương",
        issuer="Ủy ban nhân dân phường Sông Hương",
        period=Period(date(2026, 1, 1), date(2026, 12, 31)),
        document=DocumentRef("Kế hoạch", "07/KH-UBND", date(2026, 1, 12)),
        sections=(
            DraftSection("I", "Chỉ đạo điều hành, kiểm tra và tuyên truyền", _direction()),
            DraftSection("II", "Cải cách thể chế", _institutions()),
            DraftSection("III", "Cải cách thủ tục hành chính", _procedures()),
        ),
    )


def sample_workspace() -> tuple[Workspace, int]:
    """Return a workspace in memory that holds the sample as a plan that is still a draft, and the id of the plan."""
    workspace = fake_workspace(FakeStore())
    plan_id = import_plan(workspace, sample_draft(), ImportChoices()).plan_id
    assert plan_id is not None
    change_state(workspace, plan_id, PlanState.DRAFT)  # issued words are locked; tests of typing type freely
    return workspace, plan_id


def sample_tree() -> PlanTree:
    """Return the sample as a snapshot."""
    return open_plan(*sample_workspace())


def _direction() -> tuple[DraftItem, ...]:
    return (
        _task("1", "Ban hành Kế hoạch cải cách hành chính năm 2026 của phường và phân công nhiệm vụ cho từng cơ quan",
              CULTURE, ALL, "Trong tháng 01/2026", "Kế hoạch của UBND phường"),
        _task("2", "Tổng hợp, xây dựng báo cáo cải cách hành chính hằng quý, 6 tháng và năm gửi Sở Nội vụ",
              CULTURE, ALL, "Trước ngày 10 của tháng cuối quý", "Báo cáo của UBND phường"),
        _task("3", "Khảo sát mức độ hài lòng của người dân, doanh nghiệp đối với sự phục vụ của cơ quan hành chính",
              CULTURE, CENTRE, "Quý III, IV/2026", "Kế hoạch khảo sát; Báo cáo kết quả khảo sát, kiến nghị"),
        _task("4", "Đo lường mức độ hài lòng của người bệnh đối với dịch vụ y tế công trên địa bàn",
              CULTURE, "Trạm Y tế phường", "Theo thời gian đánh giá hằng năm của Sở Y tế", "Báo cáo kết quả"),
        _task("5", "Tuyên truyền cải cách hành chính trên trang thông tin điện tử và hệ thống truyền thanh",
              CULTURE, ALL, "Thường xuyên", "Tin, bài; phóng sự phát thanh"),
    )  # fmt: skip


def _institutions() -> tuple[DraftItem, ...]:
    return (
        _task("6", "Rà soát, hệ thống hóa văn bản quy phạm pháp luật do HĐND, UBND phường ban hành; xử lý văn bản",
              OFFICE, ALL, "Trước ngày 10/12/2026", "Báo cáo kết quả rà soát"),
        _task("7", "Theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm, liên ngành",
              OFFICE, "Công an phường; Phòng Kinh tế, Hạ tầng và Đô thị", "Quý IV/2026", "Quyết định; Báo cáo"),
        _task("8", "Kiểm tra văn bản", OFFICE, None, None, None),
        _task("9", "Tổ chức hội nghị phổ biến Luật Ban hành văn bản quy phạm pháp luật cho cán bộ, công chức",
              OFFICE, ALL, "Quý V/2026", "Hội nghị, tài liệu"),
    )  # fmt: skip


def _procedures() -> tuple[DraftItem, ...]:
    parts = (
        DraftItem(ItemKind.SUB_ITEM, "Thẩm định kết quả rà soát, đơn giản hóa thủ tục hành chính", lead_words=OFFICE,
                  time_words="Thường xuyên", product="Văn bản thẩm định"),
        DraftItem(ItemKind.SUB_ITEM, "Tổng hợp kết quả rà soát; thông qua phương án đơn giản hóa và trình Chủ tịch",
                  lead_words=OFFICE, time_words="Quý III-IV/2026", product="Quyết định thông qua phương án"),
    )  # fmt: skip
    return (
        _task("10", "Rà soát, đơn giản hóa thủ tục hành chính", ALL, OFFICE, "Cả năm 2026", "Phương án", *parts),
        _task("11", "Cập nhật, công khai thủ tục hành chính tại Bộ phận Một cửa", CENTRE, OFFICE, "Hằng quý", "Bảng"),
        _task("12", "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính; tái sử dụng dữ liệu đã số hóa", CENTRE, ALL,
              "Hằng tháng", "Hồ sơ số hóa; kho dữ liệu dùng chung", DraftItem(ItemKind.SUB_ITEM, "Lập danh mục hồ sơ")),
        _task("13", "Trả kết quả tại nhà cho người cao tuổi, người khuyết tật", CENTRE, None, "30/6/2026", "Kế hoạch"),
        _task("14", "Đánh giá chất lượng giải quyết thủ tục hành chính", CENTRE, OFFICE, "Tháng 12/2026", "Bảng điểm"),
    )  # fmt: skip


def _task(
    number: str,
    content: str,
    lead: str | None,
    coordinating: str | None,
    time: str | None,
    product: str | None,
    *children: DraftItem,
) -> DraftItem:
    return DraftItem(
        ItemKind.TASK, content, number=number, lead_words=lead, coordinating_words=coordinating, time_words=time,
        product=product, children=children,
    )  # fmt: skip
