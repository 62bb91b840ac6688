"""Rows of numbers as long integers: what is added up is what each lane adds up to."""

from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.lanes import packed, unpacked

ROW = st.lists(st.integers(min_value=-(2**24), max_value=2**24), min_size=5, max_size=5)


@given(rows=st.lists(ROW, max_size=60))
def test_a_sum_of_rows_is_the_sum_in_every_lane(rows: list[list[int]]) -> None:
    total = sum(map(packed, rows))
    assert unpacked(total, 5) == tuple(sum(row[lane] for row in rows) for lane in range(5))
