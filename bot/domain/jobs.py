"""Which slow work there is. Who does each is said by ``SLOW`` of ``handlers/__init__.py``."""

from enum import StrEnum


class JobKind(StrEnum):
    """A kind of job, as it is stored. One that tells its chat of its end begins the press with it.

    A value stays as it is: a row may be older than the program that does it.
    """

    FILE = "file"  #: fetch a file that is sent for what its sender is about to say
    ATTACHED = "attached"  #: fetch the files of a question, for somebody who may see them
    ENCLOSURE = "enclosure"  #: fetch a file that goes with an answer
    RECORDING = "recording"  #: fetch an answer that was spoken
    ROSTER = "roster"  #: look through a list that an organiser sends
    ROSTER_IN = "roster-in"  #: put it in
    PAPER = "paper"  #: draw a paper for a chat
    PANEL_PAPER = "panel-paper"  #: draw a paper of the panel, and send it
    DISPATCH = "dispatch"  #: draw a dispatch, and send it
    DISPATCH_BACK = "dispatch-back"  #: look through a dispatch that came back
    DISPATCH_IN = "dispatch-in"  #: put it in
    DISPATCH_APPROVE = "dispatch-approve"  #: approve the drafts that it brought
