"""A question itself: its moves, its cards, its cluster, its words as everyone may read them."""
