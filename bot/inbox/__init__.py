"""The way in: what arrives is stored, then taken to its handler, in order in each chat."""
