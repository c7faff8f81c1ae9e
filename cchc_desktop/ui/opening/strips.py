"""The strips of opening: reading only, and data at a place where they are not safe."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_desktop.domain.opening import Holder, PlaceWarning
from cchc_desktop.ui.opening.troubles import holder_words
from cchc_desktop.ui.widgets.strip import Strip
from cchc_desktop.ui.words import Words

_tr = Words("opening")

TRY_WRITING = "try_writing"
MOVE = "move"
IGNORE = "ignore"


def read_only_strip(holder: Holder | None) -> Strip:
    """Say that the data can only be looked at, and who has them."""
    who = _tr("{} đang dùng dữ liệu").format(holder_words(holder)) if holder else _tr("chưa mở được để sửa")
    return Strip(_tr("Đang mở chỉ để xem: {}.").format(who), ((TRY_WRITING, _tr("Thử mở để sửa")),), icon="lock")


def place_strip(warnings: Sequence[PlaceWarning]) -> Strip:
    """Say why the data had better lie elsewhere; several reasons make one strip."""
    sentence = " ".join(dict.fromkeys(warning.sentence for warning in warnings))
    actions = ((MOVE, _tr("Chuyển về máy này")), (IGNORE, _tr("Bỏ qua")))
    return Strip(sentence, actions, icon="cloud-alert")

