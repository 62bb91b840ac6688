"""How many connections this process may hold, and how many of them as streams."""

import resource

#: How many connections at most: every open chat page holds one. Whoever comes then is asked (503)
#: to try again, instead of everybody waiting.
_CONNECTIONS = 4000

#: Open files that are not connections of the web server: the database, channels, logs.
_OTHER_FILES = 128

#: How many connections there are at least, however few files may be open.
_LEAST = 64

#: How many connections may come at the same moment, where there are files for them.
_AT_ONCE = 256

#: How many open files are asked for: connections that have to go at once are files for a moment.
_FILES = 16_384


def connections(files: int) -> int:
    """How many connections are taken where a process may have so many files open."""
    if files == resource.RLIM_INFINITY:
        return _CONNECTIONS
    return max(_LEAST, min(_CONNECTIONS, files - _OTHER_FILES))


def lines(connections: int) -> int:
    """How many of the connections may be streams; the rest is for forms, webhooks, /health."""
    return connections * 3 // 4


def at_once(spare: int) -> int:
    """How many connections are taken at the same moment, before it is looked who has to go: those
    are files, too, in this moment and in the next one.
    """
    return max(8, min(_AT_ONCE, spare // 3))


def open_files() -> int:
    """How many files we may open: what we are given, and as much as we may take of the rest."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft == resource.RLIM_INFINITY or soft >= most:
        return soft
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    except (OSError, ValueError):
        return soft
    return most
