"""The register of documents (sổ tài liệu): what proves results and values, and what tasks and indicators rest on.

A state secret never enters the machine (Law on protection of state secrets 29/2018/QH14, article 5), nor does what an
office keeps at its registry (văn thư): such a document has no file, and counts as evidence all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from cchc_desktop.domain.entities import UNSAVED, new_uid
from cchc_desktop.domain.errors import InvalidInput

_NUMBER = re.compile(r"(?:số\s*:?\s*)?(?P<number>\d+[a-zđ]?)\s*/\s*(?P<symbol>\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of the evidence folder, named by its content: SHA-256 in hex, extension without dot, size in bytes."""

    sha256: str
    extension: str
    size: int


@dataclass(frozen=True, slots=True)
class EvidenceDocument:
    """One document of the register; `number` and `symbol` are '15' and 'BC-UBND' of '15/BC-UBND'.

    `item_ids` and `indicator_ids` are the tasks and indicators that it bears on as a whole; results, updates and
    values name their documents themselves (`evidence`).
    """

    abstract: str
    id: int = UNSAVED
    uid: str = field(default_factory=new_uid)
    row_version: int = 1
    number: str | None = None
    symbol: str | None = None
    issued_on: date | None = None
    type: str | None = None
    issuer: str | None = None
    secret: bool = False
    kept_at_registry: bool = False
    file: StoredFile | None = None
    item_ids: tuple[int, ...] = ()
    indicator_ids: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuse (InvalidInput) a file where none may be."""
        if self.file is not None and self.secret:
            raise InvalidInput("Tài liệu mật không được đưa tệp vào máy. Hãy ghi số, ký hiệu và nơi lưu bản giấy.")
        if self.file is not None and self.kept_at_registry:
            raise InvalidInput("Tài liệu lưu tại văn thư không kèm tệp trong máy. Hãy bỏ dấu lưu tại văn thư trước.")

    @property
    def reference(self) -> str:
        """Return number and symbol as papers write them ('15/BC-UBND'), empty where there are none."""
        return "/".join(part for part in (self.number, self.symbol) if part)

    @property
    def is_at_hand(self) -> bool:
        """Tell whether somebody who asks can be shown it: a file here, or the paper at the registry."""
        return self.file is not None or self.kept_at_registry or self.secret


def split_reference(words: str) -> tuple[str | None, str | None]:
    """Return number and symbol of a typed reference: '15/BC-UBND' -> ('15', 'BC-UBND'); other words are a symbol."""
    text = " ".join(words.split())
    found = _NUMBER.fullmatch(text)
    if found:
        return found["number"], found["symbol"]
    return None, text or None
