"""The memory: one file and one ``.sql`` a noun, for SQLite and PostgreSQL alike."""
