"""No statement costs more because much is stored: each is explained, on both engines.

A new statement is looked at by itself. If it reads a whole table, sorts, or finds as many rows as
there may be, it has to be bounded, or to stand in one of the lists below with the reason why that
is no harm.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.statements import Statement, statements

EVERY = pytest.mark.parametrize("name", sorted(statements()))

#: Indexes that hold only the few rows that are open: reading one through is no scan of history.
OPEN_ROWS = {
    "inbox_open", "inbox_next", "outbox_open", "outbox_due", "outbox_copies", "outbox_failed",
    "jobs_open", "holding_open", "broadcasts_open", "broadcasts_worded", "bulletins_open",
    "bulletins_unheard", "session_runs_unsettled", "ladders_due", "ladders_late",
    "commitments_remind", "commitments_untold", "follow_ups_due",
    "nudges_untold", "dispatch_rounds_open", "library_reads_worded", "clusters_behind",
    "files_strangers", "reach_listed",
}  # fmt: skip

#: Statements that read a whole table.
WHOLE_TABLE = {
    "also_asked_by": "the list of ids that it is given",
    "alarms_open": "a row a trouble that is not over",
    "answers_public_among": "the list of ids that it is given",
    "audit_forget": "only the oldest rows, as many as are deleted at once",
    "calls_untaken": "by its key, the newest thousand",
    "dispatch_round_newest": "a row a week, from its newest",
    "dispatches_lately": "the newest thousand, once an order",
    "duties_all": "a handful of rows",
    "follow_ups_of_all": "a row a topic",
    "household_facts_get": "the list of ids that it is given",
    "inbox_claim_chats": "the chats it has found, at most 500",
    "inbox_claim_first": "the messages it has found, as many as there is room for",
    "invitations_unused_of": "a row an official who was invited, once a role is ended",
    "labels_ids": "the 500 that teach",
    "labels_newest": "the 500 that teach",
    "outbox_sent": "the list of ids that it is given",
    "people_called": "the list of ids that it is given",
    "people_hearing_count": "of a narrow index, no further than 100,000, before an announcement",
    "households_with_phones": "the list of phones that it is given",
    "roster_seats": "the list of ids that it is given",
    "people_named": "the list of ids that it is given",
    "programme_newest": "stops at the first row",
    "session_news_all": "a row a session",
    "session_news_by_hand": "a row a session",
    "session_runs_all": "a row a session",
    "to_compare_next": "stops at the first row",
}

#: A DELETE of everything: SQLite does that without reading, PostgreSQL reads.
EVERYTHING = {"duty_free": "a handful of rows, at the start"}

#: Statements that sort what they found.
_SORTED = {
    "addresses_all_of_person": "the chats of one person",
    "addresses_of_person": "the chats of one person",
    "addresses_of_queue": "the groups of one queue",
    "addresses_of_ward": "the groups of one ward",
    "alarms_open": "a row a trouble that is not over",
    "answers_public_as": "the answers to one question",
    "people_told_of_basis": "who was given an answer that rests on one document",
    "people_told_of_basis_count": "who was given an answer that rests on one document",
    "cluster_people": "the questions of one cluster, which are few",
    "cluster_speakers": "the questions of one cluster, which are few",
    "cluster_weights": "the questions of one cluster, which are few",
    "follow_ups_of_all": "a row a topic",
    "likenesses_of_cluster": "what is like twenty questions, twenty each at most",
    "merge_first": "the questions of one cluster, which are few",
    "merges_of": "the questions of one cluster, which are few",
    "people_hearing": "the chats of one person",
    "people_hearing_of_ward": "the chats of one person",
    "people_named": "the chats of one person",
    "people_seated": "the seats of one session, and the chats of one person",
    "session_people": "the list of one session",
    "people_seated_count": "the seats of one session",
    "outbox_stuck": "for langnghe doctor, in a program of its own; only what is open",
    "subscribers_of_ward": "the chats of one person",
}

#: Statements without a LIMIT that find all rows of something, and why they are few.
_ALL_OF_IT = {
    "addresses_all_of_person": "the chats of one person",
    "addresses_of_person": "the chats of one person",
    "addresses_of_queue": "the groups of one queue",
    "addresses_of_ward": "the groups of one ward",
    "alarms_end": "a row a kind of trouble",
    "alarms_open": "a row a trouble that is not over",
    "also_asked_by": "the list of ids that it is given",
    "answer_hand_on": "the answers to one question",
    "answer_bases_spread": "the questions of one cluster, which are few",
    "answer_holds_alike": "the questions of one cluster, which are few",
    "answer_share_bases": "what one answer rests on",
    "announcement_get": "its broadcasts: one a ward",
    "answers_public_among": "the list of ids that it is given",
    "apart_join": "the questions of one cluster, which are few",
    "apart_leave": "the questions of one cluster, which are few",
    "answers_public_as": "the answers to one question",
    "attachments_of": "the files of one message",
    "audit_of": "what was done with one subject",
    "board_called_end": "the one that is called in a session",
    "board_counts": "the questions of one session",
    "board_moves_of": "what was done with one question in the hall",
    "board_shared": "the questions of one session",
    "board_shared_count": "the questions of one session",
    "bases_of_answer": "what one answer rests on",
    "people_told_of_basis_count": "who was given an answer that rests on one document",
    "bulletin_empty": "stops at the first row",
    "deferred_forget": "one night's notices to one chat",
    "dispatch_questions_along": "the rows of one sheet, and the questions of one cluster in each",
    "deferred_forget_subject": "one night's notices about one question",
    "deferred_move": "one night's notices to one chat",
    "cluster_speakers": "the questions of one cluster, which are few",
    "cluster_weights": "the questions of one cluster, which are few",
    "clusters_heard": "what is read out in one bulletin",
    "merge_join": "the questions of one cluster, which are few",
    "merge_leave": "the questions of one cluster, which are few",
    "merge_note": "the questions of one cluster, which are few",
    "merge_undo_join": "the questions of one cluster, which are few",
    "merge_undo_leave": "the questions of one cluster, which are few",
    "merges_of": "the questions of one cluster, which are few",
    "cluster_people": "the questions of one cluster, which are few",
    "check_ins_settle_seat": "what is open about one seat",
    "drafts_forget": "what one person has not sent",
    "drafts_forget_for": "what has not been sent for one household",
    "drafts_rehome": "what has not been sent for one household",
    "duties_all": "a handful of rows",
    "enclosure_public": "a row a ward that an answer is for",
    "enclosure_put": "the answers to one question",
    "enclosures_lost": "the files of one answer",
    "file_link_get": "stops at the first role that has ended",
    "followers_forget": "what one person follows",
    "followers_of": "who follows one question",
    "follow_ups_by_topic": "the questions of one session, from an index",
    "panel_of": "the panel of one session",
    "panel_put_aside": "the panel of one session",
    "people_seated_count": "the seats of one session",
    "held_take": "one day's words of one chat",
    "holding_tell": "what nobody has looked at yet",
    "household_bonds_of_household": "who belongs to one household",
    "household_bonds_of_person": "the households of one person",
    "households_of_person": "the households of one person",
    "household_end_bonds": "who belongs to one household",
    "household_erase_guests": "the sessions of one household",
    "household_erase_words": "what was changed by hand about one household",
    "household_facts_get": "the list of ids that it is given",
    "household_seats": "the sessions of one household",
    "households_with_phones": "who is reached under the phones of one portion",
    "inbox_done": "stops at the first row",
    "inbox_free": "at the start, only what is open",
    "inbox_lock": "the first and the last of an index",
    "invitations_unused_of": "the codes of one official",
    "job_free": "at the start, only what is open",
    "likenesses_drop": "what is like one question and open",
    "mailbox_held": "what the inbox of one chat does not have yet",
    "nudges_forget": "the officials of one queue",
    "outbox_channels": "a step a channel",
    "outbox_recent": "what was sent within a minute",
    "outbox_replace": "the changes of one message that wait",
    "outbox_sent": "the list of ids that it is given",
    "outbox_shift": "when the clock was set, only what is open",
    "outbox_take_change": "the changes of one message that wait",
    "outbox_leave_in_doubt": "when a sender begins, only what is open",
    "outbox_take_over": "when a sender begins, only what is open",
    "pairs_live": "the cards of one question, one a chat",
    "pairs_retire": "the cards of one question, one a chat",
    "pauses_shift": "when the clock was set, the pauses of one channel",
    "person_get": "the roles of one person",
    "person_of_address": "the roles of one person",
    "programme_version": "the largest number of an index",
    "releases_count": "what is read out in one bulletin",
    "releases_move": "what is read out in one bulletin",
    "releases_of": "what is read out in one bulletin",
    "releases_public": "what is read out in one bulletin",
    "role_holders": "the officials of one queue",
    "roles_end_all": "the roles of one person",
    "roles_of_person": "the roles of one person",
    "seat_last_rank": "the largest number of an index",
    "seat_moves_of": "what happened to one seat",
    "seat_standing": "the sessions of one household",
    "seats_figures": "the list of one session, counted from an index",
    "seats_line": "who waits in one group and ward",
    "seats_make_room": "who waits in one group and ward",
    "seats_of_household": "the sessions of one household",
    "seats_taken": "the seats of one session",
    "seats_put_aside": "the seats of one session",
    "seats_reclock": "the seats of one session",
    "seats_stop_clock": "the seats of one session",
    "seats_to_paper": "the sessions of one household",
    "session_homes_without_chat": "the seats of one session",
    "session_people": "the list of one session",
    "seats_waited_for": "who waits in one session, read from an index",
    "roster_seats": "the list of ids that it is given",
    "subscriptions_end": "the wards that one person follows",
    "subscriptions_of": "the wards that one person follows",
    "labels_forget": "what one person asked, among the 500 that teach",
    "labels_trim": "the one that is too old when one comes",
}


# ── SQLite ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Plans:
    """What SQLite means to do with a statement, in a database without statistics, as it is used."""

    schema: sqlite3.Connection

    def of(self, statement: Statement) -> list[str]:
        rows = self.schema.execute(
            f"EXPLAIN QUERY PLAN {statement.sqlite}", [None] * len(statement.parameters)
        )
        return [str(row[3]) for row in rows]

    def read_through(self, plan: list[str]) -> list[str]:
        """The tables and indexes that are read from one end to the other."""
        own = {step.split()[1] for step in plan if step.startswith(("CO-ROUTINE", "MATERIALIZE"))}
        scans = [step for step in plan if step.startswith("SCAN ") and step != "SCAN CONSTANT ROW"]
        return [
            step
            for step in scans
            if step.split()[1] not in own and step.rpartition("INDEX ")[2] not in OPEN_ROWS
        ]

    def finds_many(self, plan: list[str]) -> list[str]:
        """The searches that find as many rows as there may be, rather than one."""
        return [
            step
            for step in plan
            if step.startswith(("SEARCH", "SCAN"))
            and step != "SCAN CONSTANT ROW"
            and not self._finds_one(step)
        ]

    def _finds_one(self, step: str) -> bool:
        found = re.fullmatch(r"SEARCH \w+ USING (?:COVERING )?INDEX (\w+) \((.*)\)", step)
        if not found:
            return "INTEGER PRIMARY KEY (rowid=?)" in step
        index, condition = found.groups()
        key = self.schema.execute("SELECT COUNT(*) FROM pragma_index_info(?)", (index,))
        return self._is_unique(index) and condition.count("=?") == key.fetchone()[0]

    def _is_unique(self, index: str) -> bool:
        found = self.schema.execute(
            'SELECT l."unique" FROM sqlite_schema AS t, pragma_index_list(t.tbl_name) AS l'
            " WHERE t.name = ?1 AND l.name = ?1",
            (index,),
        )
        return bool(found.fetchone()[0])


@pytest.fixture(scope="module")
def plans(migrated: Path) -> Iterator[Plans]:
    connection = sqlite3.connect(migrated)
    yield Plans(connection)
    connection.close()


@EVERY
def test_a_statement_reads_no_whole_table(plans: Plans, name: str) -> None:
    through = plans.read_through(plans.of(statements()[name]))

    assert bool(through) == (name in WHOLE_TABLE), through


@EVERY
def test_a_statement_finds_its_rows_in_order_and_sorts_nothing(plans: Plans, name: str) -> None:
    plan = plans.of(statements()[name])
    sorts = [step for step in plan if "TEMP B-TREE" in step]

    assert bool(sorts) == (name in _SORTED), plan


@EVERY
def test_a_statement_touches_one_row_or_a_limited_number_of_them(plans: Plans, name: str) -> None:
    statement = statements()[name]
    many = plans.finds_many(plans.of(statement)) if "LIMIT" not in statement.sqlite else []

    assert bool(many) == (name in _ALL_OF_IT), many


@EVERY
def test_no_page_is_counted_off_from_the_beginning(name: str) -> None:
    assert "OFFSET" not in statements()[name].sqlite


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        (
            "questions_in_queue",
            "SEARCH questions USING INDEX questions_open "
            "(queue=? AND status=? AND sensitive=? AND due_at>?)",
        ),
        (
            "questions_of_asker",
            "SEARCH questions USING INDEX questions_asker (asker=? AND household=? AND id<?)",
        ),
        (
            "answers_public_of_ward",
            "SEARCH r USING INDEX releases_newest_of_ward (ward=? AND public_at>? AND public_at<?)",
        ),
        (
            "board_untouched",
            "SEARCH q USING INDEX questions_board (session=? AND sensitive=? AND id>?)",
        ),
        ("history_words", "SEARCH history USING INDEX history_words (question=?)"),
        ("mailbox_newest", "SEARCH web_mailbox USING INDEX web_mailbox_order (chat=? AND id<?)"),
        ("drafts_of", "SEARCH drafts USING INDEX drafts_person (person=? AND id>?)"),
        ("holding_open", "SEARCH holding USING INDEX holding_open (id>?)"),
    ],
    ids=[
        "queue",
        "my questions",
        "a ward's answers",
        "board",
        "thread",
        "web chat",
        "drafts",
        "pen",
    ],
)
def test_a_page_that_people_open_begins_where_the_one_before_ended(
    plans: Plans, name: str, plan: str
) -> None:
    assert plans.of(statements()[name])[0] == plan


def test_a_queue_is_counted_from_its_index_of_open_questions_alone(plans: Plans) -> None:
    looks = [one for one in plans.of(statements()["queue_counts"]) if one.startswith("SEARCH")]

    assert looks == [
        "SEARCH q USING COVERING INDEX questions_open (queue=? AND status=? AND sensitive=?)",
        "SEARCH q USING COVERING INDEX questions_open "
        "(queue=? AND status=? AND sensitive=? AND due_at<?)",
    ]


def test_what_stands_on_a_board_is_counted_from_its_index_of_open_questions(plans: Plans) -> None:
    looks = plans.of(statements()["board_untouched_count"])

    assert "SEARCH q USING INDEX questions_board (session=? AND sensitive=? AND id>?)" in looks
