"""The day itself: the door, the board, the floor, and the hand-over."""
