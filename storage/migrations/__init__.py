"""The schema, step by step. Run by ``storage.schema``."""
