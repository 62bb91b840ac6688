"""Use cases: plain async functions, one verb each, ``work`` first. A folder a noun.

The folders stand on each other in one order, from ``people`` up to ``hall``; a contract in
``pyproject.toml`` names it. What a folder needs of one above it belongs further down.
"""
