"""The SQLite file: engine and pragmas, tables, mapping, unit of work, change log, migrations, owner file."""
