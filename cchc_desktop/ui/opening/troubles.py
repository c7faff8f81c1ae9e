"""Each way in which a database cannot be opened, as data: what happened, what is safe, what to do, which buttons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cchc_desktop.clock import VIETNAM
from cchc_desktop.domain.errors import (
    CannotWrite,
    CchcError,
    DamagedDatabase,
    DatabaseInUse,
    ForeignDatabase,
    NewerDatabase,
    NotFound,
    OlderDatabase,
)
from cchc_desktop.domain.opening import Holder
from cchc_desktop.ui.words import Words


class Way(StrEnum):
    """What a person can choose; each is one button."""

    RESTORE = "restore"
    OTHER_BACKUP = "other_backup"
    SALVAGE = "salvage"
    READ_ONLY = "read_only"
    RETRY = "retry"
    OTHER_FILE = "other_file"
    CLOSE = "close"


_words = Words("Troubles")
WAY_WORDS = _words.table({
    Way.RESTORE: "Khôi phục bản sao lưu này",
    Way.OTHER_BACKUP: "Chọn bản sao lưu khác…",
    Way.SALVAGE: "Thử cứu dữ liệu còn đọc được",
    Way.READ_ONLY: "Mở chỉ để xem",
    Way.RETRY: "Thử lại",
    Way.OTHER_FILE: "Chọn tệp dữ liệu khác…",
    Way.CLOSE: "Đóng chương trình",
})


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a page says; the first of `ways` is the primary button, `details` are for whoever helps."""

    icon: str
    title: str
    happened: str
    safe: str
    todo: str
    ways: tuple[Way, ...]
    details: tuple[str, ...] = ()
    offers_backups: bool = False


def describe(error: Exception, path: Path, *, has_backups: bool) -> Trouble:
    """Return what to say about an error of opening; `has_backups` tells whether a sound backup can be offered."""
    match error:
        case DamagedDatabase():
            return _damaged(error, path, has_backups)
        case NewerDatabase():
            return _newer(error, path)
        case ForeignDatabase():
            return _foreign(error, path, has_backups)
        case DatabaseInUse():
            return _in_use(error)
        case OlderDatabase():
            return _older(error, path)
        case CannotWrite():
            return _cannot_write(error, path)
        case NotFound():
            return _missing(path, has_backups)
        case CchcError():
            return _refused(error)
        case _:
            return _unexpected(error)


def holder_words(holder: Holder) -> str:
    """Name who has the data: 'Tuyết trên máy VP-01, từ 07:12 ngày 21/11/2026'."""
    where = _words("trên máy này") if holder.is_here else _words("trên máy {}").format(holder.host)
    since = holder.since.astimezone(VIETNAM)
    who = holder.user or _words("người dùng khác")
    return _words("{} {}, từ {:%H:%M} ngày {:%d/%m/%Y}").format(who, where, since, since)


def _damaged(error: DamagedDatabase, path: Path, has_backups: bool) -> Trouble:
    if has_backups:
        todo = _words(
            "Nên khôi phục bản sao lưu gần nhất dưới đây. Nếu sau bản này đã nhập thêm nhiều, có thể thử cứu dữ liệu "
            "trước: chương trình cho xem đọc lại được bao nhiêu rồi mới hỏi có dùng hay không."
        )
        ways: tuple[Way, ...] = (Way.RESTORE, Way.OTHER_BACKUP, Way.SALVAGE)
    else:
        todo = _words(
            "Không tìm thấy bản sao lưu nào dùng được trên máy này. Nếu có bản sao lưu trên USB hoặc ổ đĩa khác, hãy "
            "chọn bản đó. Nếu không, hãy thử cứu dữ liệu: chương trình cho xem đọc lại được bao nhiêu rồi mới hỏi có "
            "dùng hay không."
        )
        ways = (Way.SALVAGE, Way.OTHER_BACKUP)
    return Trouble(
        icon="file-warning",
        title=_words("Tệp dữ liệu bị hỏng nên chưa mở được"),
        happened=_words(
            "Tệp {} bị hỏng. Nguyên nhân thường gặp là ổ đĩa lỗi, mất điện hoặc phần mềm khác ghi đè."
        ).format(path),
        safe=_words("Chương trình chưa sửa gì trong tệp. Chọn cách nào thì tệp hỏng cũng được giữ lại bên cạnh."),
        todo=todo,
        ways=(*ways, Way.CLOSE),
        details=error.problems,
        offers_backups=has_backups,
    )


def _newer(error: NewerDatabase, path: Path) -> Trouble:
    return Trouble(
        icon="info",
        title=_words("Cần phiên bản mới của chương trình để mở dữ liệu này"),
        happened=_words(
            "Tệp {} đã được ghi bằng phiên bản mới hơn, phiên bản trên máy này chưa đọc được."
        ).format(path),
        safe=_words("Dữ liệu còn nguyên: tệp chưa bị đọc hay sửa."),
        todo=_words(
            "Hãy cài phiên bản mới của chương trình trên máy này rồi mở lại. Không nên thay bằng bản sao lưu cũ, vì "
            "những gì đã nhập bằng phiên bản mới sẽ mất."
        ),
        ways=(Way.RETRY, Way.OTHER_FILE, Way.CLOSE),
        details=(_words("Phiên bản cấu trúc dữ liệu: {}").format(error.version),),
    )


def _foreign(error: ForeignDatabase, path: Path, has_backups: bool) -> Trouble:
    todo = _words("Hãy chọn đúng tệp dữ liệu của đơn vị.")
    if has_backups:
        todo += _words(
            " Nếu đây đúng là tệp của đơn vị thì tệp đã hỏng hoặc bị phần mềm khác sửa; chỉ khi đó mới khôi phục bản "
            "sao lưu dưới đây."
        )
    ways = (Way.OTHER_FILE, Way.RESTORE, Way.OTHER_BACKUP) if has_backups else (Way.OTHER_FILE,)
    return Trouble(
        icon="file-warning",
        title=_words("Tệp này không phải là dữ liệu của chương trình"),
        happened=error.message,
        safe=_words("Tệp {} được giữ nguyên như cũ.").format(path),
        todo=todo,
        ways=(*ways, Way.CLOSE),
        offers_backups=has_backups,
    )


def _in_use(error: DatabaseInUse) -> Trouble:
    happened = error.message
    if error.holder is not None:
        happened = _words("Đang dùng dữ liệu: {}.").format(holder_words(error.holder))
    return Trouble(
        icon="lock",
        title=_words("Dữ liệu đang được mở ở nơi khác"),
        happened=happened,
        safe=_words("Chưa có gì thay đổi. Mỗi lúc chỉ một người được sửa để không ghi đè lên nhau."),
        todo=_words(
            "Nếu chỉ cần tra cứu, hãy mở chỉ để xem. Nếu cần sửa, hãy đóng chương trình ở nơi đang mở rồi thử lại."
        ),
        ways=(Way.READ_ONLY, Way.RETRY, Way.CLOSE),
        details=(error.message,) if error.holder is not None else (),
    )


def _older(error: OlderDatabase, path: Path) -> Trouble:
    return Trouble(
        icon="info",
        title=_words("Dữ liệu cần được nâng cấp trước khi xem"),
        happened=_words(
            "Tệp {} được ghi bằng phiên bản cũ hơn và đang được mở ở nơi khác nên chưa nâng cấp được."
        ).format(path),
        safe=_words("Dữ liệu còn nguyên. Khi mở để sửa, chương trình tự sao lưu rồi mới nâng cấp."),
        todo=_words("Hãy đóng chương trình ở nơi đang mở dữ liệu này rồi thử lại."),
        ways=(Way.RETRY, Way.OTHER_FILE, Way.CLOSE),
        details=(_words("Phiên bản cấu trúc dữ liệu: {}").format(error.version),),
    )


def _cannot_write(error: CannotWrite, path: Path) -> Trouble:
    return Trouble(
        icon="triangle-alert",
        title=_words("Không dùng được nơi lưu dữ liệu"),
        happened=error.message,
        safe=_words("Dữ liệu tại {} không thay đổi.").format(path),
        todo=_words("Hãy kiểm tra ổ đĩa còn kết nối, còn chỗ trống và thư mục cho phép ghi, rồi thử lại."),
        ways=(Way.RETRY, Way.READ_ONLY, Way.OTHER_FILE, Way.CLOSE),
    )


def _missing(path: Path, has_backups: bool) -> Trouble:
    """A disk that is merely unplugged must not lead to an older copy: trying again comes before restoring."""
    todo = _words(
        "Nếu tệp nằm trên USB hoặc ổ mạng, hãy cắm hoặc kết nối lại rồi thử lại. Nếu tệp đã được chuyển đi hay đổi "
        "tên, hãy chọn tệp đó."
    )
    if has_backups:
        todo += _words(" Chỉ khi không tìm lại được tệp mới khôi phục bản sao lưu dưới đây.")
    restoring = (Way.RESTORE, Way.OTHER_BACKUP) if has_backups else (Way.OTHER_BACKUP,)
    return Trouble(
        icon="file-warning",
        title=_words("Không thấy dữ liệu đã dùng lần trước"),
        happened=_words("Tệp {} không còn ở đó hoặc đã trống.").format(path),
        safe=_words("Chương trình chưa tạo tệp mới nào; các bản sao lưu còn nguyên."),
        todo=todo,
        ways=(Way.RETRY, Way.OTHER_FILE, *restoring, Way.CLOSE),
        offers_backups=has_backups,
    )


def _refused(error: CchcError) -> Trouble:
    return Trouble(
        icon="triangle-alert",
        title=_words("Chưa mở được dữ liệu"),
        happened=error.message,
        safe=_words("Tệp dữ liệu không thay đổi."),
        todo=_words("Hãy thử lại; nếu vẫn không mở được, hãy gửi nội dung trên cho người hỗ trợ."),
        ways=(Way.RETRY, Way.OTHER_FILE, Way.CLOSE),
    )


def _unexpected(error: Exception) -> Trouble:
    return Trouble(
        icon="triangle-alert",
        title=_words("Chưa mở được dữ liệu"),
        happened=_words("Chương trình gặp lỗi ngoài dự kiến khi mở dữ liệu."),
        safe=_words("Dữ liệu đã lưu không bị ảnh hưởng."),
        todo=_words("Hãy thử lại. Nếu lỗi lặp lại, hãy sao chép phần chi tiết gửi người hỗ trợ."),
        ways=(Way.RETRY, Way.OTHER_FILE, Way.CLOSE),
        details=(f"{type(error).__name__}: {error}",),
    )
