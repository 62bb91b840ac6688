"""How papers look: the layout of Decree 30/2020/NĐ-CP, Annex I, as a small vocabulary of blocks."""
