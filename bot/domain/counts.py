"""How far anything is counted: beyond that "more than 999" says enough, also to a machine."""

#: The first number that is not exact any more.
COUNTED = 1000
