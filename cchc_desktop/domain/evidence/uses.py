"""Where documents are used: the task or indicator that each bears on, or proves a result, an update or a value of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentRole(StrEnum):
    """What a document does where it is used."""

    RESULT = "record"
    UPDATE = "period_update"
    VALUE = "indicator_value"
    ITEM = "item"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True)
class DocumentUse:
    """One use: `id` is that of the row which names the document (`role`'s kind), `moment` its occurrence or period.

    `item_id` or `indicator_id` is what it is about; `number` and `words` are how the plan has that.
    """

    document_id: int
    role: DocumentRole
    id: int
    plan_id: int
    plan_title: str
    item_id: int | None
    indicator_id: int | None
    number: str
    words: str
    moment: str = ""
