"""The mark that a move leaves on the old database, so that nobody goes on there by mistake.

It stands before the schema's version, where versions that know of no mark look as well, and take
it for one that is newer than theirs.
"""

_MARK = "moved "

#: What whoever opens or writes to a moved database reads.
SENTENCE = (
    "this database was moved to another one by langnghe migrate, and what came since is only "
    "there: write the new address into [storage] url; to go on with this one on purpose, without "
    "what came since, run langnghe migrate --reopen"
)

#: The same while the move is under way.
UNDER_WAY = (
    "this database is being moved to another one; wait until that has ended, "
    "and write the new address into [storage] url"
)

#: What a move holds on a server for as long as it reads: a number of our own, and its schema.
_WHAT = "(20261127, hashtext(current_schema()))"

#: Hold it until the end of the transaction.
AT_WORK = f"SELECT pg_advisory_xact_lock{_WHAT}"

#: Whether nobody does; NULL where there is no schema, and so nothing to move.
IS_AT_REST = f"SELECT pg_try_advisory_xact_lock_shared{_WHAT}"


class Moved(Exception):
    """The database was moved, so nothing may be done there. One sentence: what to do."""


def marked(version: str) -> str:
    return _MARK + version


def without_mark(version: str) -> str:
    """The schema's version, whether the database was moved or not."""
    return version.removeprefix(_MARK)


def is_marked(version: str | None) -> bool:
    return version is not None and version.startswith(_MARK)


def must_not_be(version: str | None) -> None:
    """Raises Moved for the version of a database that was moved."""
    if is_marked(version):
        raise Moved(SENTENCE)
