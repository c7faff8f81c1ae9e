"""What a disk refuses, in Vietnamese: the operating system's own words are English and say little to a user."""

from __future__ import annotations

import errno

_WORDS: dict[int, str] = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp trên ổ đĩa",
    errno.EACCES: "không có quyền hoặc chương trình khác đang giữ tệp",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOENT: "không tìm thấy tệp hoặc thư mục",
    errno.ENOTDIR: "đường dẫn không phải là thư mục",
    errno.EISDIR: "đường dẫn là một thư mục",
    errno.EEXIST: "tên này đã có",
    errno.EIO: "ổ đĩa báo lỗi đọc ghi",
    errno.ENODEV: "ổ đĩa không còn kết nối",
    errno.ENXIO: "ổ đĩa không còn kết nối",
    errno.ENAMETOOLONG: "tên tệp hoặc đường dẫn quá dài",
    errno.EFBIG: "tệp quá lớn đối với ổ đĩa này",
    errno.EBUSY: "chương trình khác đang giữ tệp",
    errno.EMFILE: "quá nhiều tệp đang mở",
    errno.ENFILE: "quá nhiều tệp đang mở",
    errno.EINVAL: "ổ đĩa không nhận tên hoặc thao tác này",
    errno.ELOOP: "đường dẫn quay vòng",
    errno.ETIMEDOUT: "ổ đĩa mạng không trả lời",
    errno.EHOSTDOWN: "ổ đĩa mạng không trả lời",
    errno.EHOSTUNREACH: "ổ đĩa mạng không trả lời",
    errno.ESTALE: "ổ đĩa mạng không còn kết nối",
}
_UNKNOWN = "hệ điều hành báo lỗi"


def disk_words(error: OSError) -> str:
    """Return a clause for a sentence, without a full stop; an error that is not in the table shows its number.

    Windows' own codes reach Python as errno already (ERROR_DISK_FULL is ENOSPC, ERROR_SHARING_VIOLATION is EACCES).
    """
    if error.errno in _WORDS:
        return _WORDS[error.errno]
    return _UNKNOWN if error.errno is None else f"{_UNKNOWN} số {error.errno}"
