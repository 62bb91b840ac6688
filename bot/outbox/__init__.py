"""The way out: what was said is a row; claimed, sent at its chat's pace, and settled."""
