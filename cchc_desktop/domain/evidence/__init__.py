"""The register of documents (sổ tài liệu) and the files kept with it."""
