"""After a result was recorded: a strip that offers it to the task of the plan which is carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import Changes, EntityKind
from cchc_desktop.domain.followup.records import PROGRESS_NAMES
from cchc_desktop.domain.plan_tree import PlanTree
from cchc_desktop.ui.session import PlanSession, UseCase, changes_of
from cchc_desktop.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from cchc_desktop.services.result_offers import Offer
    from cchc_desktop.services.workspace import Workspace

_ACCEPT, _REFUSE = "accept_offer", "refuse_offer"
_LONGEST = 46


class ResultOffers(QObject):
    """One strip for all offers that stand open; what was taken back or answered elsewhere is offered no more."""

    strip_wanted = Signal(QWidget)
    strip_left = Signal(QWidget)
    done = Signal(str, object)
    failed = Signal(object)

    def __init__(self, session: PlanSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._offers: tuple[Offer, ...] = ()
        self._strip: Strip | None = None

    def look(self, tree: PlanTree, changes: Changes) -> None:
        """Look whether what was just written can be taken along; `tree` is the plan on the screen."""
        plan_id = changes.plan_id or tree.plan.id
        records = changes.ids(EntityKind.RECORD)
        if plan_id == tree.plan.id and not any(item.carries_out_id for item in tree.items.values()):
            records = frozenset()  # most plans carry out no other one: nothing has to be read
        if not records and not self._offers:
            return
        wanted = {plan_id: set(records)} if records else {}
        for offer in self._offers:
            wanted.setdefault(offer.source.plan_id, set()).add(offer.record_id)

        def read(workspace: Workspace) -> tuple[Offer, ...]:
            return _read(workspace, wanted)

        self._session.read(read, self._show, self.failed.emit)

    def offers(self) -> tuple[Offer, ...]:
        """Return what is offered now."""
        return self._offers

    def _show(self, offers: tuple[Offer, ...]) -> None:
        if offers == self._offers:
            return
        self._drop()
        self._offers = offers
        if offers:
            actions = ((_ACCEPT, self._accept_words()), (_REFUSE, self.tr("Bỏ qua")))
            strip = self._strip = Strip(self._sentence(), actions, self._window, "link")
            strip.chosen.connect(self._answer)
            self.strip_wanted.emit(strip)

    def _sentence(self) -> str:
        plan = self._offers[0].plan.title
        if len(self._offers) > 1:
            return self.tr("{} kết quả vừa ghi thuộc nhiệm vụ của “{}”.").format(len(self._offers), _short(plan))
        offer = self._offers[0]
        words = self.tr("Kết quả này thuộc “{}” của “{}”.").format(_short(offer.target.content), _short(plan))
        return f"{words} {self.tr('Sẽ ghi: {}').format(self._written(offer))}"

    def _written(self, offer: Offer) -> str:
        """Return what would be recorded: the milestone where it has a name, the progress, the words."""
        moment = offer.milestone.occurrence if offer.milestone.occurrence[:1].isdigit() else ""
        progress = offer.values.get("progress")
        parts = (moment, PROGRESS_NAMES[progress] if progress else "", _short(offer.values.get("result") or ""))
        return "; ".join(part for part in parts if part) + "."

    def _accept_words(self) -> str:
        if len(self._offers) > 1:
            return self.tr("Ghi cả {} kết quả").format(len(self._offers))
        return self.tr("Ghi vào nhiệm vụ đó")

    def _answer(self, key: str) -> None:
        offers = self._offers
        self._drop()
        if key == _ACCEPT:
            words = self.tr("Đã ghi kết quả vào “{}”.").format(_short(offers[0].plan.title))
            self._write(lambda workspace: _accept(workspace, offers), words)
        else:
            self._write(lambda workspace: _refuse(workspace, offers), self.tr("Đã bỏ qua."))

    def _write(self, use_case: UseCase, words: str) -> None:
        self._session.write(
            use_case, lambda result: self.done.emit(words, changes_of(result).operation_id), on_error=self.failed.emit
        )

    def _drop(self) -> None:
        strip, self._strip, self._offers = self._strip, None, ()
        if strip is not None:
            self.strip_left.emit(strip)


def _read(workspace: Workspace, wanted: dict[int, set[int]]) -> tuple[Offer, ...]:
    from cchc_desktop.services import result_offers

    known = {row.id for row in workspace.queries.plans()}
    return tuple(
        offer
        for plan_id, records in wanted.items()
        if plan_id in known
        for offer in result_offers.offers(workspace, plan_id, records)
    )


def _accept(workspace: Workspace, offers: tuple[Offer, ...]) -> object:
    from cchc_desktop.services import result_offers

    return result_offers.accept(workspace, offers)


def _refuse(workspace: Workspace, offers: tuple[Offer, ...]) -> object:
    from cchc_desktop.services import result_offers

    return result_offers.refuse(workspace, offers)


def _short(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rpartition(" ")[0].rstrip(" ,;.") + "…"
