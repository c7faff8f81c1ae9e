"""What was recorded about tasks, as words to search: results, updates, difficulties, and the documents for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cchc_desktop.domain.evidence.files import document_label
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.domain.followup.ledger import Ledger
from cchc_desktop.services.workspace import Workspace

RESULTS, DOCUMENTS = "results", "documents"
"""Names of the fields of `search.FIELDS` that hold them."""

Facts = Mapping[int, Mapping[str, str]]
"""By item, the words of each field; items without any are not there."""


def read_facts(workspace: Workspace, plan_ids: Iterable[int]) -> dict[int, Facts]:
    """Return the words of the facts about some plans' items, by plan; the register is read once."""
    documents = workspace.queries.documents()
    return {plan_id: facts_of(workspace.queries.ledger(plan_id), documents) for plan_id in plan_ids}


def facts_of(ledger: Ledger, documents: Sequence[EvidenceDocument]) -> Facts:
    """Return the words of what a ledger holds and of the documents named there or hung on the items themselves."""
    by_id = {row.id: row for row in documents}
    named: dict[int, list[int]] = {}
    said: dict[int, list[str]] = {}
    for item_id, records in ledger.records.items():
        for record in records:
            said.setdefault(item_id, []).extend(filter(None, (record.result, record.product, record.difficulty)))
            named.setdefault(item_id, []).extend(record.evidence)
    for item_id, updates in ledger.updates.items():
        for update in updates:
            said.setdefault(item_id, []).extend(filter(None, (update.words, update.difficulty)))
            named.setdefault(item_id, []).extend(update.evidence)
    for document in documents:
        for item_id in document.item_ids:
            named.setdefault(item_id, []).append(document.id)
    found: dict[int, dict[str, str]] = {}
    for item_id, words in said.items():
        found.setdefault(item_id, {})[RESULTS] = "; ".join(dict.fromkeys(words))
    for item_id, ids in named.items():
        words = [_words(by_id[id_]) for id_ in dict.fromkeys(ids) if id_ in by_id]
        found.setdefault(item_id, {})[DOCUMENTS] = "; ".join(words)
    return {item_id: fields for item_id, fields in found.items() if any(fields.values())}


def _words(document: EvidenceDocument) -> str:
    label = document_label(document)
    return label if not document.abstract or label == document.abstract else f"{label} {document.abstract}"
