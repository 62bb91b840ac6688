"""How far anything is counted: beyond that "more than 999" says enough, also to a machine."""

#: The first number that is no longer exact.
COUNTED = 1000
