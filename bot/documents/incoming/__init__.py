"""Files that offices send: rows of text come out, or a sentence that says what to send instead."""
