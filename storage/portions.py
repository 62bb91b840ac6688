"""Much at once, a portion at a time: no statement keeps everybody waiting."""

from storage.database import Tx

#: Rows that one statement changes or looks at: some milliseconds on a slow machine.
PORTION = 500


async def in_portions(tx: Tx, statement: str, /, **values: object) -> int:
    """Run a statement that changes at most ``:most`` rows until nothing is left for it.

    One transaction all the same. Returns how many rows were changed; it must not change a row in a
    way that lets it find that row again.
    """
    changed = 0
    while (portion := await tx.run(statement, **values, most=PORTION)) == PORTION:
        changed += portion
    return changed + portion
