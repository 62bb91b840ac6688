"""Papers and sheets of the offices: figures in, files out. No storage, no services, no clock."""
