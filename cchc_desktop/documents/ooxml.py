"""An Office Open XML package (ECMA-376 part 2): its parts opened one by one, media never unpacked.

Every part passes through `PartStream`, which drops the characters that XML cannot hold, so that a file with a
stray control character can be read and reported instead of being refused.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cchc_desktop.domain.errors import RefusedFile

DAMAGED = "Tệp bị hỏng nên không đọc được. Hãy mở tệp bằng Word hoặc Excel, sửa hoặc lưu lại thành tệp mới rồi thử lại."
CONTENT_TYPES = "[Content_Types].xml"
_MAX_SMALL_PART = 10 * 1024 * 1024
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_SUSPECT_REFERENCE = re.compile(
    rb"&#(?:0*(\d{1,2}|5[5-7]\d{3}|6553[45])|x0*([0-9A-Fa-f]{1,2}|[Dd][89A-Fa-f][0-9A-Fa-f]{2}|[Ff]{3}[EFef]));"
)


@contextmanager
def refusing_damage() -> Iterator[None]:
    """Turn what a parser raises on damaged bytes into `RefusedFile`; programming errors pass through."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, ParseError, DefusedXmlException, EOFError) as error:
        raise RefusedFile(DAMAGED) from error
    except (LookupError, ValueError, OverflowError, NotImplementedError, RecursionError) as error:
        raise RefusedFile(DAMAGED) from error
    except SyntaxError as error:  # lxml's XMLSyntaxError, without importing lxml here
        raise RefusedFile(DAMAGED) from error


def local_name(tag: str) -> str:
    """Return an XML name without its namespace: transitional and strict files then read alike."""
    return tag.rpartition("}")[2]


def local_attributes(element: Element) -> dict[str, str]:
    """Return an element's attributes keyed by their names without namespace."""
    return {local_name(name): value for name, value in element.attrib.items()}


@dataclass(frozen=True, slots=True)
class Relation:
    """One internal relationship: the last word of its type ('worksheet') and the name of the target part."""

    kind: str
    target: str


class PartStream:
    """Reads a part as XML bytes without the characters that XML 1.0 forbids; `removed` tells of any."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self._held = b""
        self._utf16: bool | None = None
        self.removed = False

    def read(self, size: int = -1) -> bytes:
        """Return about `size` bytes, all that is left for -1, and b'' only at the end."""
        while True:
            chunk = self._raw.read(size)
            if self._utf16 is None:
                self._utf16 = b"\0" in chunk[:4] or chunk[:2] in (b"\xff\xfe", b"\xfe\xff")
            if self._utf16:
                return chunk
            cleaned = self._clean(chunk)
            if cleaned or not chunk:
                return cleaned

    def close(self) -> None:
        """Close the part."""
        self._raw.close()

    def _clean(self, chunk: bytes) -> bytes:
        data = self._held + chunk
        self._held = b""
        start = data.rfind(b"&", max(0, len(data) - 16)) if chunk else -1
        if start >= 0 and b";" not in data[start:]:
            data, self._held = data[:start], data[start:]
        cleaned = _SUSPECT_REFERENCE.sub(_legal_reference, data.translate(None, _CONTROLS))
        self.removed = self.removed or len(cleaned) != len(data)
        return cleaned

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _legal_reference(match: re.Match[bytes]) -> bytes:
    decimal, hexadecimal = match.groups()
    code = int(decimal) if decimal else int(hexadecimal, 16)
    legal = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return match.group(0) if legal else b""


class Package:
    """One opened package; part names are compared without regard to case (ECMA-376 part 2, 6.2.2)."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {info.filename.casefold(): info for info in archive.infolist()}
        self._types: tuple[dict[str, str], dict[str, str]] | None = None
        self.removed_controls = False

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator[Package]:
        """Open the package for as long as the block runs; damage met inside becomes `RefusedFile`."""
        with refusing_damage(), zipfile.ZipFile(path) as archive:
            yield cls(archive)

    def has(self, part: str) -> bool:
        """Tell whether the package holds the part."""
        return part.casefold() in self._names

    @contextmanager
    def open(self, part: str) -> Iterator[PartStream]:
        """Open a part for reading in pieces; `KeyError` if it is absent."""
        with PartStream(self._archive.open(self._names[part.casefold()])) as stream:
            yield stream
        self.removed_controls = self.removed_controls or stream.removed

    def read(self, part: str) -> bytes:
        """Return a whole part."""
        with self.open(part) as stream:
            return stream.read()

    def size(self, part: str) -> int:
        """Return how many bytes a part has; `KeyError` if it is absent."""
        return self._names[part.casefold()].file_size

    def content_type(self, part: str) -> str:
        """Return the declared content type of a part, '' when none is declared."""
        defaults, overrides = self._declared_types()
        extension = part.rpartition(".")[2].casefold()
        return overrides.get("/" + part.casefold()) or defaults.get(extension, "")

    def main_part(self) -> str:
        """Return the name of the workbook or document part, '' when the package has none."""
        kinds = self.relations("").values()
        return next((relation.target for relation in kinds if relation.kind == "officeDocument"), "")

    def relations(self, source: str) -> dict[str, Relation]:
        """Return the internal relationships of a part ('' = the package) by id; external ones left out."""
        folder, name = posixpath.split(source)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(part):
            return {}
        found = {}
        for element in self._small_xml(part):
            attributes = local_attributes(element)
            if attributes.get("TargetMode") != "External" and "Id" in attributes:
                found[attributes["Id"]] = _relation(folder, attributes)
        return found

    def _declared_types(self) -> tuple[dict[str, str], dict[str, str]]:
        if self._types is None:
            defaults: dict[str, str] = {}
            overrides: dict[str, str] = {}
            for element in self._small_xml(CONTENT_TYPES):
                kind = element.get("ContentType", "")
                if local_name(element.tag) == "Default":
                    defaults[element.get("Extension", "").casefold()] = kind
                else:
                    overrides[unquote(element.get("PartName", "")).casefold()] = kind
            self._types = (defaults, overrides)
        return self._types

    def _small_xml(self, part: str) -> Element:
        if self._names[part.casefold()].file_size > _MAX_SMALL_PART:
            raise RefusedFile(DAMAGED)
        root: Element = fromstring(self.read(part), forbid_dtd=True)
        return root


def _relation(folder: str, attributes: dict[str, str]) -> Relation:
    target = unquote(attributes.get("Target", ""))
    joined = target if target.startswith("/") else posixpath.join("/", folder, target)
    return Relation(attributes.get("Type", "").rpartition("/")[2], posixpath.normpath(joined).lstrip("/"))
