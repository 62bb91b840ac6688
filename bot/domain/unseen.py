"""Characters that take no room: they come along when words are copied, and say nothing."""

UNSEEN = dict.fromkeys([0x00AD, *range(0x200B, 0x2010), *range(0x2060, 0x2070), 0xFEFF])
