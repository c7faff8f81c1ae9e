"""The screen Tài liệu: the register of documents with their files, and the field that attaches them elsewhere."""
