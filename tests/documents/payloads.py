"""Texts that programs could take for something else than text: formulas, markup, field codes, escapes, paths."""

from __future__ import annotations

FORMULAS = (
    "=1+1", '=cmd|"/C calc"!A0', "=HYPERLINK(\"http://x.invalid\";\"y\")", "+84 912 345 678", "-5", "- Mẫu đơn",
    "@SUM(A1)", "=IMPORTXML(A1)", "{=SUM(A1:A2)}", "=-1", "+=1", "@x", "=WEBSERVICE(1)", "=\"a\"&\"b\"", "1/2", "03-04",
    "1e5", "00123", "TRUE", "#REF!",
)  # fmt: skip
MARKUP = (
    '<img src="file:///etc/passwd"/>', "<b>x", "</b>", "a & b &amp; c", "<para>", "</para>", "&#65;", "&lt;i&gt;",
    "<a href='x'>y</a>", "<font color=red>đỏ</font>", "]]>", "<!-- ghi chú -->", "<![CDATA[x]]>", "<?xml ?>",
    "<!DOCTYPE x>", "<!ENTITY x>", "<script>alert(1)</script>", "<w:br/>", "</w:t></w:r>", "<t/>", "<br>", "< 5 ngày",
)  # fmt: skip
FIELDS = (
    "{PAGE}", "{ NUMPAGES }", "{ INCLUDETEXT C:\\a.txt }", "{ DDEAUTO c:\\x y }", "&P", "&D", "&\"Arial\"x", "&[Tab]",
    "_x0041_", "_x00e9_x", "%d %s", "{0}", "${x}", "{document}", "(ngoặc \\) lẻ", "\\\\n", "\\u0041", "C:\\Windows\\x",
    "\\\\may-chu\\x", "file:///etc/passwd", "http://x.invalid", "'nháy", "''", '"hai nháy"',
)  # fmt: skip
PAYLOADS = FORMULAS + MARKUP + FIELDS
