"""What gives an attaching field its database: brings files in, reads documents, enters papers without a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence.files import NameProposal
from cchc_desktop.domain.evidence.register import EvidenceDocument
from cchc_desktop.services import evidence
from cchc_desktop.services.evidence import DocumentValues
from cchc_desktop.ui.evidence.attach import EvidenceField
from cchc_desktop.ui.evidence.intake import Brought, FileIntake
from cchc_desktop.ui.evidence.picker import Offered, offered
from cchc_desktop.ui.session import PlanSession


class FieldKeeper(QObject):
    """Lives with its field; work whose field was closed meanwhile ends without it."""

    def __init__(self, field: EvidenceField, session: PlanSession, intake: FileIntake) -> None:
        super().__init__(field)
        self._field = field
        self._session = session
        self._intake = intake
        field.files_wanted.connect(self._bring)
        field.given_up.connect(self._give_up)
        field.documents_wanted.connect(self._read)
        field.picking_wanted.connect(self._offer)
        field.registry_typed.connect(self._enter)
        field.proposal_taken.connect(self._take)

    def _bring(self, paths: Sequence[Path]) -> None:
        self._intake.bring(paths, self._brought)

    def _give_up(self, path: Path) -> None:
        self._intake.give_up(path)

    def _brought(self, brought: Sequence[Brought]) -> None:
        if isValid(self):
            self._field.show_brought(brought)

    def _read(self, ids: Sequence[int]) -> None:
        self._session.read(lambda workspace: evidence.documents_by_id(workspace, ids), self._show_details)

    def _show_details(self, documents: Sequence[EvidenceDocument]) -> None:
        if isValid(self):
            self._field.show_details(documents)

    def _offer(self) -> None:
        self._session.read(lambda workspace: offered(workspace.queries.documents()), self._show_offer)

    def _show_offer(self, documents: Sequence[Offered]) -> None:
        if isValid(self):
            self._field.offer(documents)

    def _enter(self, reference: str, day: date | None, is_secret: bool) -> None:
        draft: DocumentValues = {
            "reference": reference,
            "issued_on": day,
            "secret": is_secret,
            "kept_at_registry": True,
        }
        self._intake.enter([draft], self._entered, self._refused)

    def _entered(self, documents: Sequence[EvidenceDocument]) -> None:
        if isValid(self):
            self._field.show_entered(documents)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, CchcError):
            self._intake.failed.emit(error)
        if isValid(self):
            words = error.message if isinstance(error, CchcError) else self.tr("Chưa lưu được. Hãy thử lại.")
            self._field.show_refusal(words)

    def _take(self, document_id: int, proposal: NameProposal) -> None:
        values: DocumentValues = {
            "reference": proposal.reference,
            "type": proposal.type,
            "issued_on": proposal.issued_on,
        }
        self._session.write(
            lambda workspace: evidence.take_proposal(workspace, document_id, values),
            lambda changes: self._read((document_id,)) if isValid(self) else None,
            on_error=self._refused,
        )
